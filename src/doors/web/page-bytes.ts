// A drawn page becomes the bytes that are sent: its own text written as UTF-8, the kept drawings copied in where they belong.
import type { Markup } from '#ui/jsx/jsx-runtime.ts'

export const toBytes = ({ text, kept }: Markup): Uint8Array => {
  const own = Buffer.from(text)
  if (kept.length === 0) return own
  const page = Buffer.allocUnsafeSlow(kept.reduce((sum, { bytes }) => sum + bytes.byteLength, own.byteLength - kept.length))
  let read = 0
  let written = 0
  for (const { bytes } of kept) {
    const place = own.indexOf(0, read)
    written += own.copy(page, written, read, place)
    page.set(bytes, written)
    written += bytes.byteLength
    read = place + 1
  }
  own.copy(page, written, read)
  return page
}
