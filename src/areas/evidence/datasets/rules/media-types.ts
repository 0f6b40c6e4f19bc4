// What kind of file it is, by its first bytes; the name is not believed.
const starts = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0))

export const guessMediaType = (start: Uint8Array): string => {
  if (starts(start, '\x1f\x8b')) return 'application/gzip'
  if (starts(start, 'PK\x03\x04')) return 'application/zip'
  const text = new TextDecoder('latin1').decode(start).trimStart()
  if (text.startsWith('{') || text.startsWith('[')) return 'application/json'
  if (text.startsWith('<')) return /^<\?xml/i.test(text) ? 'application/xml' : 'text/html'
  const header = text.slice(0, text.search(/\r?\n|$/))
  return header.includes('\t') ? 'text/tab-separated-values' : 'text/csv'
}
