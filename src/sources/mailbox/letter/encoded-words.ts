// RFC 2047: words of a header written in ASCII. Neighbours of one charset are joined as bytes before they become letters, so a
// letter cut between two words is whole again. What comes out is one word in UTF-8: the library reads it, commas cannot break an address.
import { decodeAs } from './charset.ts'
import { fromQuotedPrintable } from './transfer.ts'

const word = String.raw`=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=`
const anyWord = String.raw`=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=`
const run = new RegExp(String.raw`${anyWord}(?:(?:\r?\n)?[ \t]*${anyWord})*`, 'g')
const single = new RegExp(word, 'g')

export type Rewritten = { readonly text: string; readonly guessed: 'yes' | 'no' }
/** Header text, one sign per byte; the answer is ASCII where the words were. */
export const joinWords = (header: string): Rewritten => {
  let guessed: 'yes' | 'no' = 'no'
  const text = header.replace(run, (whole) => {
    const groups: { charset: string; bytes: Buffer[] }[] = []
    for (const [, label = '', way = '', body = ''] of whole.matchAll(single)) {
      // A language may follow the charset: utf-8*bg
      const charset = label.split('*')[0]?.toLowerCase() ?? ''
      const bytes = way.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : fromQuotedPrintable(body, 'is a space')
      const last = groups.at(-1)
      if (last?.charset === charset) last.bytes.push(bytes)
      else groups.push({ charset, bytes: [bytes] })
    }
    const said = groups.map(({ charset, bytes }) => {
      const read = decodeAs(Buffer.concat(bytes), charset)
      if (read.guessed === 'yes') guessed = 'yes'
      return read.text
    }).join('')
    return `=?utf-8?B?${Buffer.from(said.replace(/[\r\n\0]+/g, ' ')).toString('base64')}?=`
  })
  return { text, guessed }
}
/** Bytes beyond ASCII that stand in a header unwritten: read as what they are, given as UTF-8. */
export const rawToUtf8 = (header: string): Rewritten => {
  if (!/[\x80-\xff]/.test(header)) return { text: header, guessed: 'no' }
  const read = decodeAs(Buffer.from(header, 'latin1'), '')
  return { text: Buffer.from(read.text).toString('latin1'), guessed: read.guessed }
}
