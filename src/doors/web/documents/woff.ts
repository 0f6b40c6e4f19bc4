// WOFF as the browser gets it → the plain font inside, which Typst reads. Unpacks, puts the tables behind one another, and says
// in the font that it is condensed: Typst cuts the word off the family's name and goes by the width that the font claims.
import { inflateSync } from 'node:zlib'

const condensed = 3, widthClass = 6
export const fontOfWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20
    const [start, packed, whole] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)]
    const bytes = woff.subarray(start, start + packed)
    const name = woff.toString('latin1', entry, entry + 4)
    const plain = packed < whole ? inflateSync(bytes) : Buffer.from(bytes)
    if (name === 'OS/2') plain.writeUInt16BE(condensed, widthClass)
    return { name: woff.subarray(entry, entry + 4), sum: woff.readUInt32BE(entry + 16), bytes: plain }
  })
  const padded = (length: number): number => Math.ceil(length / 4) * 4
  const font = Buffer.alloc(tables.reduce((at, { bytes }) => at + padded(bytes.length), 12 + count * 16))
  woff.copy(font, 0, 4, 8)
  font.writeUInt16BE(count, 4)
  const power = Math.floor(Math.log2(count))
  font.writeUInt16BE(16 * 2 ** power, 6)
  font.writeUInt16BE(power, 8)
  font.writeUInt16BE(16 * (count - 2 ** power), 10)
  let at = 12 + count * 16
  for (const [index, table] of tables.entries()) {
    const entry = 12 + index * 16
    table.name.copy(font, entry)
    font.writeUInt32BE(table.sum, entry + 4)
    font.writeUInt32BE(at, entry + 8)
    font.writeUInt32BE(table.bytes.length, entry + 12)
    table.bytes.copy(font, at)
    at += padded(table.bytes.length)
  }
  return font
}
