// Text of a foreign system as plain words: tags away, entities said, and the key by which the same text is known again.
// Never shown as HTML: what comes out is text and is escaped like any other.

const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', bdquo: '„', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', sbquo: '‚', laquo: '«', raquo: '»',
  ndash: '–', mdash: '—', hellip: '…', euro: '€', sect: '§', deg: '°', shy: '', middot: '·', bull: '•', numero: '№', frac12: '½', times: '×',
}
/** Once: „&amp;lt;p&amp;gt;“ becomes „&lt;p&gt;“ and not a tag. */
export const unescapeOnce = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : code === 10 || code === 9 ? String.fromCharCode(code) : ''
  })
/** What stands from one mark to the next, with both; a mark that is never closed stays, and is looked for once. */
const cutOut = (text: string, { from, to }: { readonly from: string; readonly to: string }): string => {
  const small = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  let kept = '', at = 0
  for (;;) {
    const start = small.indexOf(from, at), end = start < 0 ? -1 : small.indexOf(to, start + from.length), close = end < 0 ? -1 : small.indexOf('>', end)
    if (close < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = close + 1
  }
}
/** HTML as text: ends of paragraphs and list items become line ends, what scripts and styles hold goes, other tags go. */
export const toPlainWords = (html: string): string =>
  ['script', 'style', 'title'].reduce((text, tag) => cutOut(text, { from: `<${tag}`, to: `</${tag}` }), cutOut(html.replace(/\r\n?/g, '\n'), { from: '<!--', to: '--' }))
    .replace(/<\s*br\s*\/?\s*>/gi, '\n').replace(/<\s*li\b[^>]{0,1000}>/gi, '\n– ').replace(/<\s*\/\s*(?:p|div|ul|ol|h[1-6]|tr)\s*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]{0,5000}>/gi, '')
    .replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
/** The letters of a text and nothing else. One comment came once with tags and once without: paragraphs had run together, „style“ had lost
 *  its first letter in one of them, and list items their dashes. Worked: '<p>Да.</p><p>Не</p>' and 'Да.Не' are both 'да.не'. */
export const toBareText = (text: string): string =>
  unescapeOnce(toPlainWords(text)).normalize('NFC').toLowerCase().replace(/style/g, 'tyle').replace(/[\s–•]+/gu, '')
