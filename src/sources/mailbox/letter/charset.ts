// Which letters stand behind bytes: what a label says is believed only where the bytes agree. A guess is always told.
// Unlabelled or falsely labelled: valid UTF-8, else windows-1251, the way Bulgarian programs wrote for twenty years.

export type Charset = { readonly charset: string; readonly guessed: 'yes' | 'no' }

const asUtf8 = new TextDecoder('utf-8', { fatal: true })
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // The last letter may be cut where only a part is looked at.
    asUtf8.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  } finally {
    try { asUtf8.decode() } catch { /* what was left over is forgotten */ }
  }
}
const plain = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, '')
const claimsNothing = new Set(['', 'ascii', 'usascii', 'ansix341968', 'unknown8bit', 'xunknown', 'unknown', 'default', 'none'])
const western = new Set(['iso88591', 'latin1', 'windows1252', 'cp1252', 'iso885915'])
/** Labels that old programs write and the decoder does not know by that name. */
const otherNames: Readonly<Record<string, string>> = { cp1251: 'windows-1251', win1251: 'windows-1251', xcp1251: 'windows-1251', '1251': 'windows-1251', koi8: 'koi8-r', utf: 'utf-8', utf8mb4: 'utf-8', xutf8: 'utf-8' }
/** Not letters but a way of writing them; a body labelled so could smuggle signs past a filter. */
const refused = /^(utf7|imap4|unicode11utf7|base64|hex|utf16|utf32)/

const decoderOf = (label: string): TextDecoder | undefined => {
  try { return new TextDecoder(otherNames[plain(label)] ?? label.trim()) } catch { return undefined }
}
type Count = { readonly high: number; readonly letters: number; readonly cyrillicPairs: number }
const count = (bytes: Uint8Array): Count => {
  let high = 0, letters = 0, cyrillicPairs = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte >= 0x80) {
      high++
      const next = bytes[at + 1] ?? 0
      if ((byte === 0xd0 || byte === 0xd1) && next >= 0x80 && next <= 0xbf) cyrillicPairs++
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++
  }
  return { high, letters, cyrillicPairs }
}
const guess = (bytes: Uint8Array): Charset => ({ charset: isUtf8(bytes) ? 'utf-8' : 'windows-1251', guessed: 'yes' })

/** The charset of these bytes, whatever the label says. Bytes without a high bit need no charset. */
export const charsetOf = (bytes: Uint8Array, label: string): Charset => {
  const { high, letters, cyrillicPairs } = count(bytes)
  const name = plain(label)
  const decoder = claimsNothing.has(name) || refused.test(name) ? undefined : decoderOf(label)
  // Seven-bit ways of writing (ISO-2022) have no high bytes either: their label counts.
  if (high === 0) return { charset: decoder?.encoding ?? 'utf-8', guessed: 'no' }
  if (decoder === undefined) return guess(bytes)
  if (decoder.encoding === 'utf-8') return isUtf8(bytes) || high < letters / 4 ? { charset: 'utf-8', guessed: 'no' } : { charset: 'windows-1251', guessed: 'yes' }
  // A western label over a text that is mostly high bytes is a Cyrillic one: a word like „café“ keeps its label.
  if (western.has(name) || decoder.encoding === 'windows-1252') return isUtf8(bytes) || high > letters / 2 ? guess(bytes) : { charset: decoder.encoding, guessed: 'no' }
  // windows-1251 over UTF-8: no Bulgarian text is valid UTF-8 by accident.
  if (cyrillicPairs > 3 && cyrillicPairs * 2 > high * 0.8 && isUtf8(bytes)) return { charset: 'utf-8', guessed: 'yes' }
  return { charset: decoder.encoding, guessed: 'no' }
}

export const decodeAs = (bytes: Uint8Array, label: string): { readonly text: string; readonly guessed: 'yes' | 'no' } => {
  const { charset, guessed } = charsetOf(bytes, label)
  return { text: new TextDecoder(charset).decode(bytes), guessed }
}
