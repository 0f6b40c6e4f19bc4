// Twelve comments as the national portal would give them, by its file and by its interface. Invented; for tests and the demonstration of the format.

type Case = { readonly html: string; readonly asCsv: string; readonly author: string | null; readonly day: string }
const comments: readonly Case[] = [
  { html: '<p>Да се добави мярка за „малките“ фирми.</p>', asCsv: 'Да се добави мярка за „малките“ фирми.', author: 'Петя Илиева', day: '2026-10-01' },
  { html: '<p>Първо: кадри.</p><p>Второ: пътища.</p>', asCsv: 'Първо: кадри.Второ: пътища.', author: null, day: '2026-10-01' },
  { html: '<p>Подкрепям.</p>', asCsv: 'Подкрепям.', author: null, day: '2026-10-02' },
  { html: '<p>Подкрепям.</p>', asCsv: 'Подкрепям.', author: null, day: '2026-10-02' },
  { html: '<p>Искам:</p><ul><li>стажове;</li><li>стипендии.</li></ul>', asCsv: 'Искам:стажове;стипендии.', author: 'Сдружение "Млад инженер"', day: '2026-10-03' },
  { html: '<p>Новият tyle на сградата, ъгъл 5 &lt; 7.</p>', asCsv: 'Новият tyle на сградата, ъгъл 5 < 7.', author: 'Н. Колев', day: '2026-10-04' },
  { html: '<p>Ред едно\nред две</p>', asCsv: 'Ред едно\nред две', author: 'Мария, Казанлък', day: '2026-10-05' },
  { html: '<p><b>Не</b> съм <i>съгласна</i> с т. 3; вижте т. 4, 5.</p>', asCsv: 'Не съм съгласна с т. 3; вижте т. 4, 5.', author: 'Деница', day: '2026-10-06' },
  { html: '<p>=Формула не е това</p>', asCsv: '=Формула не е това', author: 'Ц. Ц.', day: '2026-10-07' },
  { html: '<p>Числата „2027 – 2030 г.“ са стари.</p>', asCsv: 'Числата „2027 – 2030 г.“ са стари.', author: null, day: '2026-10-08' },
  { html: '<p>Предлагам електронна услуга.</p>', asCsv: 'Предлагам електронна услуга.', author: 'Община Опан', day: '2026-10-09' },
  { html: '<p>Благодаря & успех!</p>', asCsv: 'Благодаря & успех!', author: 'Ива', day: '2026-10-30' },
]
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('„', '&bdquo;').replaceAll('“', '&ldquo;').replaceAll('–', '&ndash;')
export const portalExample = () => ({
  comments,
  csv: `\ufeff${[
    'КОМЕНТАРИ КЪМ ОБЩЕСТВЕНА КОНСУЛТАЦИЯ ЗА ПРИМЕР', 'Коментар,Автор,Дата',
    ...comments.map(({ asCsv, author, day }) => [asCsv, author ?? 'Анонимен', day.split('-').reverse().join('.')].map(quoted).join(',')),
  ].join('\n')}\n`,
  answer: comments.map(({ html, author, day }, at) => ({ id: 4_000 + at, date: day, author_name: author === null ? '' : escaped(author).replaceAll('"', '&quot;'), text: escaped(html) })),
})
