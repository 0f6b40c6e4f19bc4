// What a file that comes with a contribution is, by its bytes: its name only has to agree. Pictures are judged further by sources/picture.
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Result } from '#kernel/result.ts'

export const largestFile = 5 * 1024 * 1024
type Type = { readonly mediaType: string; readonly endings: readonly string[] }
const types = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] }, png: { mediaType: 'image/png', endings: ['png'] }, jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  text: { mediaType: 'text/plain; charset=utf-8', endings: ['txt', 'csv', 'md'] },
} as const satisfies Record<string, Type>

const begins = (bytes: Uint8Array, signs: string): boolean => [...signs].every((sign, at) => bytes[at] === sign.charCodeAt(0))
const latin = (bytes: Uint8Array, from: number, to: number): string => Array.from(bytes.subarray(Math.max(0, from), Math.max(0, to)), (byte) => String.fromCharCode(byte)).join('')
const kindOf = (bytes: Uint8Array): Type | undefined => {
  if (begins(bytes, '%PDF-')) return types.pdf
  if (begins(bytes, '\u0089PNG\r\n')) return types.png
  if (begins(bytes, '\u00ff\u00d8\u00ff')) return types.jpeg
  if (begins(bytes, 'PK\u0003\u0004')) {
    // The names of an archive's parts stand at its beginning and again in the list at its end.
    const names = latin(bytes, 0, 4096) + latin(bytes, bytes.length - 16_384, bytes.length)
    return names.includes('[Content_Types].xml') ? (names.includes('word/') ? types.docx : names.includes('xl/') ? types.xlsx : undefined) : names.includes('application/vnd.oasis.opendocument.text') ? types.odt : undefined
  }
  const head = bytes.subarray(0, 65_536)
  if (head.includes(0)) return undefined
  try { new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return undefined }
  return /^\s*(<|#!)/.test(latin(bytes, 0, 64)) ? undefined : types.text
}
const refusals = {
  empty: { bg: 'Файлът е празен.', en: 'The file is empty.' },
  large: { bg: 'Файлът е по-голям от 5 MB. Намалете го или пратете връзка в текста.', en: 'The file is larger than 5 MB. Make it smaller, or put a link into the text.' },
  unknown: { bg: 'Приемаме PDF, Word, Excel, снимки (JPEG, PNG) и обикновен текст. Този файл не е такъв, каквото и да казва името му.', en: 'We take PDF, Word, Excel, pictures (JPEG, PNG) and plain text. This file is none of them, whatever its name says.' },
  differs: { bg: 'Името на файла казва едно, а съдържанието му е друго. Запишете го отново с правилното окончание.', en: 'The file’s name says one thing and its content another. Save it again with the right ending.' },
} as const satisfies Record<string, Bilingual>

/** A name for saving: no folders, no signs that turn text round, with the ending of what it is. */
export const plainName = (name: string, ending: string): string => {
  const stem = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]+/gu, '').replace(/\.[^.]{1,8}$/, '').replace(/^\.+/, '').trim().slice(0, 120)
  return `${stem === '' ? 'file' : stem}.${ending}`
}
export const judgeAttachment = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Result<{ readonly name: string; readonly mediaType: string }, Bilingual> => {
  if (bytes.byteLength === 0) return not(refusals.empty)
  if (bytes.byteLength > largestFile) return not(refusals.large)
  const kind = kindOf(bytes)
  if (kind === undefined) return not(refusals.unknown)
  const ending = (/\.([^.\\/]+)$/.exec(name.trim())?.[1] ?? '').toLowerCase()
  const endings: readonly string[] = kind.endings
  if (!endings.includes(ending)) return not(refusals.differs)
  return ok({ name: plainName(name, ending), mediaType: kind.mediaType })
}
