// What can be wrong with a workbook or a table of text, said to the person who brought it.
import { ReadProblem } from '#kernel/observation.ts'

const problem = (code: string, bg: string, en: string): ReadProblem => new ReadProblem({ code, bg, en })
const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2)

export const problemOldWorkbook = (): ReadProblem => problem('oldWorkbook',
  'Това е книга на Excel в стария вид (.xls) или файл с парола, макар и с друго име. Отворете я и я запишете като „Работна книга на Excel (.xlsx)“ без парола, или като CSV UTF-8.',
  'This is an Excel workbook of the old kind (.xls), or one with a password, whatever its name. Open it and save it as “Excel Workbook (.xlsx)” without a password, or as CSV UTF-8.')
export const problemOtherFile = (what: string): ReadProblem => problem('otherFile',
  `Това е файл ${what}, а не таблица. Изберете файл .xlsx или .csv.`, `This is a ${what} file, not a table. Choose an .xlsx or .csv file.`)
export const problemNotWorkbook = (): ReadProblem => problem('notWorkbook',
  'Файлът е архив ZIP, но в него няма книга на Excel. Изберете файл .xlsx или .csv.', 'The file is a ZIP archive without an Excel workbook in it. Choose an .xlsx or .csv file.')
export const problemZipBroken = (): ReadProblem => problem('zipBroken',
  'Книгата е повредена и не може да се разопакова. Отворете я, запишете я отново и опитайте пак.', 'The workbook is damaged and cannot be unpacked. Open it, save it again and try once more.')
export const problemUnpacksTooLarge = (bytes: number): ReadProblem => problem('unpacksTooLarge',
  `Книгата се разопакова до повече от ${megabytes(bytes)} MB; толкова не се четат. Запишете нужния лист в отделен файл.`,
  `The workbook unpacks to more than ${megabytes(bytes)} MB; so much is not read. Save the sheet you need as a file of its own.`)
export const problemTooManyCells = (what: 'rows' | 'columns' | 'cells' | 'sheets' | 'letters', limit: number): ReadProblem => {
  const words = {
    rows: ['реда в един лист', 'rows in one sheet'], columns: ['колони', 'columns'], cells: ['клетки', 'cells'], sheets: ['листа', 'sheets'], letters: ['знака текст', 'characters of text'],
  }[what]
  return problem('tooManyCells', `Във файла има повече от ${limit} ${words[0]}; толкова не се четат. Запишете нужната част в отделен файл.`, `There are more than ${limit} ${words[1]} in the file; so many are not read. Save the part you need as a file of its own.`)
}
export const problemNoCells = (): ReadProblem => problem('noCells', 'Файлът е празен: в него няма нито една попълнена клетка.', 'The file is empty: not one cell of it is filled.')
export const problemNotText = (): ReadProblem => problem('notText',
  'Файлът не е нито книга .xlsx, нито таблица в текст (CSV): в него има управляващи знаци.', 'The file is neither an .xlsx workbook nor a table of text (CSV): there are control characters in it.')
export const problemWebPageAsTable = (): ReadProblem => problem('webPage',
  'Това е уеб страница (HTML или XML) с друго име. Отворете я в Excel и я запишете като .xlsx или CSV, или изтеглете файла отново от източника.',
  'This is a web page (HTML or XML) under another name. Open it in Excel and save it as .xlsx or CSV, or download the file from the source again.')
