// How a body is written for the way (RFC 2045): base64, quoted-printable, or as it is. Broken writing gives what can be read.

export type Transfer = 'base64' | 'quoted-printable' | 'as it is'
export const transferOf = (field: string): Transfer => {
  const name = field.trim().toLowerCase()
  return name === 'base64' || name === 'quoted-printable' ? name : 'as it is'
}
/** `underscore`: in RFC 2047 words a space may be written so. */
export const fromQuotedPrintable = (text: string, underscore: 'is a space' | 'is itself'): Buffer => {
  const joined = text.replace(/[ \t]*=\r?\n/g, '')
  const spaced = underscore === 'is a space' ? joined.replaceAll('_', ' ') : joined
  return Buffer.from(spaced.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}
/** The text is one sign per byte. */
export const fromTransfer = (text: string, transfer: Transfer): Buffer =>
  transfer === 'base64' ? Buffer.from(text, 'base64') : transfer === 'quoted-printable' ? fromQuotedPrintable(text, 'is itself') : Buffer.from(text, 'latin1')
