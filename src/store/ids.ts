// New numbers for rows: UUID version 7, so that they sort by time and index well. Not secrets: tokens are made elsewhere.
import { randomBytes } from 'node:crypto'
import type { Id } from '#kernel/id.ts'

let lastTime = 0
let counter = 0

/** `newId<'dataset'>()`. Numbers made by one process rise, also within a millisecond. */
export const newId = <Kind extends string>(): Id<Kind> => {
  const bytes = randomBytes(16)
  const now = Date.now()
  if (now > lastTime) {
    lastTime = now
    counter = bytes.readUInt16BE(6) & 0x07ff
  } else if (++counter > 0x0fff) {
    lastTime++
    counter = 0
  }
  bytes.writeUIntBE(lastTime, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>
}
