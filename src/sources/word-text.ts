// A Word file as Markdown of our small set. What the reading library gives is HTML and is treated as hostile: only the listed tags and
// checked links pass, everything else is words. The archive is examined before it is opened: the cap is on what comes out of it.
import { Buffer } from 'node:buffer'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Result } from '#kernel/result.ts'
import { isZip, openZip } from './sheets/zip.ts'

const limits = { unpackedBytes: 120 * 1024 ** 2, parts: 4_000 }
const problems = {
  notWord: { bg: 'Файлът не е документ DOCX. Отворете го в Word или LibreOffice и го запазете като DOCX, или поставете текста в полето.', en: 'The file is not a DOCX document. Open it in Word or LibreOffice and save it as DOCX, or paste the text into the field.' },
  broken: { bg: 'Файлът DOCX е повреден или твърде голям, когато се разопакова. Запазете го отново и опитайте пак.', en: 'The DOCX file is damaged, or too large once unpacked. Save it again and try once more.' },
  notText: { bg: 'Файлът не е текст в UTF-8. Запазете го като UTF-8 или като DOCX.', en: 'The file is not text in UTF-8. Save it as UTF-8 or as DOCX.' },
} satisfies Record<string, Bilingual>

/** Word by its content, else Markdown or plain text; the name of the file counts for nothing. */
export const readTextFile = async (bytes: Uint8Array): Promise<Result<string, Bilingual>> => {
  if (isZip(bytes)) return readWord(bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // a text has no zero bytes; what has them is some other file
    return text.includes('\u0000') ? not(problems.notText) : ok(text)
  } catch { return not(problems.notText) }
}
const readWord = async (bytes: Uint8Array): Promise<Result<string, Bilingual>> => {
  try {
    const zip = openZip(bytes, limits)
    if (!zip.names.includes('word/document.xml')) return not(problems.notWord)
    for (const name of zip.names) await zip.take(name)
  } catch { return not(problems.broken) }
  try {
    const [mammoth, { default: sanitize }] = await Promise.all([import('mammoth'), import('sanitize-html')])
    // pictures are left out: a text of ours has none
    const { value } = await mammoth.default.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.default.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false })
    const html = sanitize(value, { allowedTags: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'strong', 'em', 'a', 'br'], allowedAttributes: { a: ['href'] }, allowedSchemes: ['http', 'https', 'mailto'], allowProtocolRelative: false })
    return ok(toMarkdown(html))
  } catch { return not(problems.broken) }
}

const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const unescaped = (text: string): string => text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : Number.NaN
  return name !== undefined ? (letters[name] ?? whole) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
})
/** Signs that would be marks in our set stand for themselves. */
const escaped = (text: string): string => unescaped(text).replace(/[\\*[\]]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')
/** The sanitised HTML, read tag by tag; tags outside the list cannot be in it. */
const toMarkdown = (html: string): string => {
  const blocks: string[] = []
  let line = '', cell: string[] | null = null, rows: string[][] = []
  const lists: { ordered: 'yes' | 'no'; count: number }[] = [], hrefs: string[] = []
  let items: string[] = [], heading = 0, inTable = 0, opened = ''
  const put = (text: string): void => { if (text.trim() !== '') blocks.push(text.trim()) }
  /** what begins like a mark of ours and is none */
  const plain = (text: string): string => text.replace(/^\s*(#{1,6}\s|[-+]\s|\|)/, '\\$1').replace(/^(\s*\d{1,4})([.)]\s)/, '$1\\$2')
  const flush = (): void => {
    if (line.trim() === '') { line = ''; return }
    if (inTable > 0) { if (cell !== null) cell[cell.length - 1] = `${cell.at(-1) ?? ''} ${line}`.trim() }
    else if (lists.length > 0) { const last = lists.at(-1); if (last !== undefined && opened === 'li') { items.push(`${'  '.repeat(Math.min(2, lists.length - 1))}${last.ordered === 'yes' ? `${last.count}.` : '-'} ${line.trim()}`); opened = '' } else items.push(`${'  '.repeat(lists.length)}${line.trim()}`) }
    else put(heading > 0 ? `${'#'.repeat(Math.min(4, heading))} ${line.trim()}` : plain(line.trim()))
    line = ''
  }
  const wrap = (mark: string): void => { line += mark }
  for (const [, closing = '', tag = '', attributes = '', words = ''] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (tag === '') { line += escaped(words); continue }
    const isEnd = closing === '/'
    if (tag === 'strong') wrap('**')
    else if (tag === 'em') wrap('*')
    else if (tag === 'br') line += ' '
    else if (tag === 'a') {
      if (!isEnd) { const href = unescaped(/href="([^"]*)"/.exec(attributes)?.[1] ?? ''); const good = /^(?:https?:\/\/|mailto:)[^()\s<>]+$/.test(href) ? href : ''; hrefs.push(good); if (good !== '') line += '[' }
      else { const href = hrefs.pop() ?? ''; if (href !== '') line += `](${href})` }
    }
    else if (/^h[1-6]$/.test(tag)) { flush(); heading = isEnd ? 0 : Number(tag[1]) }
    else if (tag === 'ul' || tag === 'ol') {
      flush()
      if (!isEnd) lists.push({ ordered: tag === 'ol' ? 'yes' : 'no', count: 0 })
      else { lists.pop(); if (lists.length === 0 && inTable === 0) { put(items.join('\n').replace(/^\n+/, '')); items = [] } }
    }
    else if (tag === 'li') { flush(); const last = lists.at(-1); if (!isEnd && last !== undefined) { last.count += 1; opened = 'li' } }
    else if (tag === 'table') { flush(); inTable += isEnd ? -1 : 1; if (isEnd && inTable === 0) { put(tableOf(rows)); rows = [] } }
    else if (tag === 'tr') { flush(); if (!isEnd) { cell = []; rows.push(cell) } else cell = null }
    else if (tag === 'td' || tag === 'th') { flush(); if (!isEnd) cell?.push('') }
    else flush()
  }
  flush()
  put(items.join('\n'))
  return blocks.join('\n\n').replace(/\*\*\s*\*\*/g, ' ')
}
const tableOf = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(0, ...rows.map((row) => row.length)), [head = [], ...rest] = rows
  const written = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, at) => (row[at] ?? '').replace(/\|/g, '\\|').trim()).join(' | ')} |`
  return width === 0 ? '' : [written(head), `|${'---|'.repeat(width)}`, ...rest.map(written)].join('\n')
}
