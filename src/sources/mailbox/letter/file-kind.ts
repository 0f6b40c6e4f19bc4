// What an attachment is, by its first bytes; what it says it is counts for nothing. A kind that is not on this list is bytes.

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean => signs.every((sign, index) => bytes[at + index] === sign)
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

export const unknownKind = 'application/octet-stream'
export const winmail = 'application/ms-tnef'
export const kindOf = (bytes: Uint8Array): string => {
  const start = ascii(bytes, 0, 16)
  if (start.startsWith('%PDF-')) return 'application/pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif'
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'image/tiff'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp'
  if (start.slice(4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1)/.test(start.slice(8))) return 'image/heic'
  if (startsWith(bytes, [0x78, 0x9f, 0x3e, 0x22])) return winmail
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'application/x-ole-storage'
  if (start.startsWith('PK\u0003\u0004')) return zipKind(bytes)
  if (start.startsWith('{\\rtf')) return 'application/rtf'
  if (startsWith(bytes, [0x4d, 0x5a]) || startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) || start.startsWith('#!')) return 'application/x-executable'
  return isText(bytes) ? 'text/plain' : unknownKind
}
/** The names of the first entries say which office wrote it. */
const zipKind = (bytes: Uint8Array): string => {
  const names = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (names.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'application/vnd.oasis.opendocument.text'
  if (names.includes('word/')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.includes('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  if (names.includes('[Content_Types].xml')) return 'application/vnd.openxmlformats-officedocument'
  return 'application/zip'
}
const isText = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 4096)
  return start.length > 0 && start.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13 || byte === 12)
}
