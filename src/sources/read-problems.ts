// What can be wrong with a file, said to the person who brought it. Nothing here decides; readers throw what they find.
import { ReadProblem } from '#kernel/observation.ts'

type Place = { readonly line?: number | undefined; readonly column?: number | undefined }
type Said = { readonly bg: string; readonly en: string }

const where = ({ line, column }: Place): Said => {
  if (line === undefined) return { bg: '', en: '' }
  if (column === undefined) return { bg: `Ред ${line}: `, en: `Line ${line}: ` }
  return { bg: `Ред ${line}, колона ${column}: `, en: `Line ${line}, column ${column}: ` }
}
const say = (code: string, at: Place, text: Said): ReadProblem => {
  const place = where(at)
  return new ReadProblem({
    code,
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
    bg: place.bg + text.bg,
    en: place.en + text.en,
  })
}
/** A piece of the file for quoting: one line, printable, short. */
export const quoted = (text: string): string => {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/g, '·')
  return clean.length > 60 ? `${clean.slice(0, 57)}…` : clean
}

export const problemEmpty = (): ReadProblem => say('empty', {}, { bg: 'Файлът е празен.', en: 'The file is empty.' })
export const problemWebPage = (): ReadProblem =>
  say('webPage', { line: 1 }, {
    bg: 'това е уеб страница (HTML или XML), а не данни. Вероятно източникът е върнал страница за грешка; отворете адреса в браузър и изтеглете файла отново.',
    en: 'this is a web page (HTML or XML), not data. The source probably answered with an error page; open the address in a browser and download the file again.',
  })
export const problemSourceSaid = (what: string): ReadProblem =>
  say('sourceSaid', {}, {
    bg: `Източникът не е върнал данни, а съобщение: „${quoted(what)}“.`,
    en: `The source did not send data but a message: "${quoted(what)}".`,
  })
export const problemFormat = (start: string): ReadProblem =>
  say('format', { line: 1 }, {
    bg: `видът на файла не е разпознат (започва с „${quoted(start)}“). Четат се TSV и SDMX-CSV на Евростат, JSON-stat 2.0, отворените данни на НСИ и обикновена таблица CSV с описание на колоните.`,
    en: `the kind of file is not recognised (it begins with "${quoted(start)}"). Eurostat TSV and SDMX-CSV, JSON-stat 2.0, the open data of the Bulgarian institute and a plain CSV table with a description of its columns can be read.`,
  })
export const problemPacked = (what: string): ReadProblem =>
  say('packed', {}, {
    bg: `Това е файл ${what}, а не текст. Запишете таблицата като CSV (UTF-8) и опитайте отново.`,
    en: `This is a ${what} file, not text. Save the table as CSV (UTF-8) and try again.`,
  })
export const problemUtf16 = (): ReadProblem =>
  say('utf16', {}, {
    bg: 'Текстът е в кодировка UTF-16. Запишете файла като UTF-8 и опитайте отново.',
    en: 'The text is in UTF-16. Save the file as UTF-8 and try again.',
  })
export const problemEncoding = (at: Place): ReadProblem =>
  say('encoding', at, {
    bg: 'текстът не е в UTF-8. Запишете файла като UTF-8 или посочете windows-1251 в описанието на таблицата.',
    en: 'the text is not UTF-8. Save the file as UTF-8, or name windows-1251 in the description of the table.',
  })
export const problemNul = (at: Place): ReadProblem =>
  say('controlByte', at, {
    bg: 'има нулев байт или друг управляващ знак. Файлът е повреден или не е текст; изтеглете го отново.',
    en: 'there is a NUL byte or another control character. The file is damaged or is not text; download it again.',
  })
export const problemGzipCut = (): ReadProblem =>
  say('gzipCut', {}, {
    bg: 'Компресираният файл е прекъснат: краят му липсва. Изтеглете го отново.',
    en: 'The compressed file is cut short: its end is missing. Download it again.',
  })
export const problemGzipBroken = (): ReadProblem =>
  say('gzipBroken', {}, {
    bg: 'Компресираният файл е повреден и не може да се разопакова. Изтеглете го отново.',
    en: 'The compressed file is damaged and cannot be unpacked. Download it again.',
  })
export const problemFileTooLarge = (bytes: number): ReadProblem =>
  say('fileTooLarge', {}, {
    bg: `Файлът е по-голям от ${Math.round(bytes / 1024 ** 2)} MB и не се чете. Изтеглете само нужната част от него.`,
    en: `The file is larger than ${Math.round(bytes / 1024 ** 2)} MB and is not read. Download only the part that is needed.`,
  })
export const problemLineTooLong = (bytes: number, at: Place): ReadProblem =>
  say('lineTooLong', at, {
    bg: `редът е по-дълъг от ${Math.round(bytes / 1024)} KB; такъв ред не може да е от статистическа таблица. Проверете дали файлът е цял и дали редовете му завършват както трябва.`,
    en: `the line is longer than ${Math.round(bytes / 1024)} KB; no line of a statistical table is. Check that the file is whole and that its lines end as they should.`,
  })
export const problemQuoteOpen = (at: Place): ReadProblem =>
  say('quoteOpen', at, {
    bg: 'отворена кавичка не е затворена до края на записа.',
    en: 'a quotation mark is opened and not closed by the end of the record.',
  })
export const problemQuoteStray = (at: Place): ReadProblem =>
  say('quoteStray', at, {
    bg: 'след затварящата кавичка има текст; кавичка вътре в клетка се пише удвоена.',
    en: 'there is text after the closing quotation mark; a quotation mark inside a cell is written twice.',
  })
export const problemRagged = (at: Place, cells: { readonly found: number; readonly expected: number }): ReadProblem =>
  say('ragged', at, {
    bg: `редът има ${cells.found} клетки, а заглавният ред ${cells.expected}.`,
    en: `the row has ${cells.found} cells, the header ${cells.expected}.`,
  })
export const problemRaggedKey = (at: Place, codes: { readonly found: number; readonly expected: number }): ReadProblem =>
  say('raggedKey', at, {
    bg: `ключът на реда има ${codes.found} кода, а заглавният ред ${codes.expected} измерения.`,
    en: `the key of the row has ${codes.found} codes, the header ${codes.expected} dimensions.`,
  })
export const problemCell = (at: Place, cell: string): ReadProblem =>
  say('cell', at, /^\s*[-+]?[\d\s\u00a0]*\d,\d+\s*[a-z]*\s*$/.test(cell)
    ? {
        bg: `„${quoted(cell)}“ е с десетична запетая; тук десетичният знак е точка.`,
        en: `"${quoted(cell)}" has a decimal comma; the decimal sign here is a point.`,
      }
    : {
        bg: `„${quoted(cell)}“ не е число, знак за липсваща стойност или позната бележка.`,
        en: `"${quoted(cell)}" is not a number, a sign for a missing value or a known flag.`,
      })
export const problemPeriod = (at: Place, text: string): ReadProblem =>
  say('period', at, {
    bg: `„${quoted(text)}“ не е период (очаква се например 2024, 2025-Q3, 2019-04 или 2000/2001).`,
    en: `"${quoted(text)}" is not a period (expected for example 2024, 2025-Q3, 2019-04 or 2000/2001).`,
  })
export const problemPeriodTwice = (at: Place, text: string): ReadProblem =>
  say('periodTwice', at, { bg: `периодът „${quoted(text)}“ стои два пъти.`, en: `the period "${quoted(text)}" stands twice.` })
export const problemHeader = (what: Said, at: Place = { line: 1 }): ReadProblem => say('header', at, what)
export const problemNoColumn = (name: string): ReadProblem =>
  say('noColumn', { line: 1 }, {
    bg: `липсва колона „${quoted(name)}“.`,
    en: `there is no column "${quoted(name)}".`,
  })
export const problemColumnTwice = (name: string, at: Place = { line: 1 }): ReadProblem =>
  say('columnTwice', at, {
    bg: `колоната „${quoted(name)}“ стои два пъти.`,
    en: `the column "${quoted(name)}" stands twice.`,
  })
export const problemNoCode = (at: Place, dimension: string): ReadProblem =>
  say('noCode', at, {
    bg: `липсва код в „${quoted(dimension)}“.`,
    en: `there is no code in "${quoted(dimension)}".`,
  })
export const problemDuplicate = (at: Place, key: string): ReadProblem =>
  say('duplicateDiffers', at, {
    bg: `същият ред (${quoted(key)}) стои и по-горе, но с други стойности. Не се знае кои са верните; поправете файла.`,
    en: `the same row (${quoted(key)}) stands above with other values. Which are right is not known; mend the file.`,
  })
export const problemTooMany = (what: 'series' | 'codes', limit: number, at: Place = {}): ReadProblem =>
  say('tooMany', at, {
    bg: `повече от ${limit} различни ${what === 'series' ? 'реда с данни' : 'кода в едно измерение'}; толкова не се четат.`,
    en: `more than ${limit} different ${what === 'series' ? 'series' : 'codes in one dimension'}; so many are not read.`,
  })
export const problemUnsorted = (at: Place): ReadProblem =>
  say('unsorted', at, {
    bg: 'данни за вече прочетен ред се появяват отново, а файлът е твърде голям, за да бъде подреден в паметта. Подредете го по кодовете на измеренията и опитайте отново.',
    en: 'figures of a series already read appear again, and the file is too large to be put in order in memory. Sort it by the codes of its dimensions and try again.',
  })
export const problemJson = (what: Said): ReadProblem => say('json', {}, what)
export const problemSizes = (what: Said): ReadProblem => say('sizes', {}, what)
export const problemDescription = (field: string, what: Said): ReadProblem =>
  say('description', {}, { bg: `Описание на таблицата, „${field}“: ${what.bg}`, en: `Description of the table, "${field}": ${what.en}` })
/** The same problem with its place, where the finder did not know it. */
export const placed = (problem: unknown, at: { readonly line: number; readonly column?: number }): unknown =>
  problem instanceof ReadProblem && problem.line === null
    ? say(problem.code, { line: at.line, column: problem.column ?? at.column }, problem.text)
    : problem
/** Problems with the cutting of lines are found before the line has been counted. */
export const placedLine = (problem: unknown, line: number): unknown =>
  problem instanceof ReadProblem && (problem.code === 'lineTooLong' || problem.code === 'quoteOpen') ? placed(problem, { line }) : problem
