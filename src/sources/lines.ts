// Cuts a stream of bytes into pieces that hold whole lines (for CSV: whole records). The buffer is reused: a piece is valid
// until the next is asked for. Each piece ends with a line feed, also the last, so that a reader needs no bounds check.
import type { ReadLimits } from './limits.ts'
import { problemFileTooLarge, problemLineTooLong, problemQuoteOpen } from './read-problems.ts'

export type Piece = { readonly bytes: Uint8Array; readonly to: number }
const portion = 32 * 1024
const lineFeed = 10
const quote = 34

/** `csv`: a line feed between quotation marks does not end a record. */
export async function* wholeLines(
  source: AsyncIterable<Uint8Array>,
  how: { readonly quoting: 'none' | 'csv'; readonly limits: ReadLimits },
): AsyncGenerator<Piece, void> {
  let held = new Uint8Array(2 * portion)
  let length = 0
  let total = 0
  let inQuotes = false
  const grow = (need: number): void => {
    if (need <= held.length) return
    const wider = new Uint8Array(Math.max(need, held.length * 2))
    wider.set(held.subarray(0, length))
    held = wider
  }
  /** the place after the last line feed that ends a record in held[from, to), or −1 */
  const lastEnd = (from: number, to: number): number => {
    const part = held.subarray(from, to)
    if (how.quoting === 'none' || (!inQuotes && part.indexOf(quote) < 0)) {
      const at = part.lastIndexOf(lineFeed)
      return at < 0 ? -1 : from + at + 1
    }
    let end = -1
    for (let at = from; at < to; at++) {
      const byte = held[at]
      if (byte === quote) inQuotes = !inQuotes
      else if (byte === lineFeed && !inQuotes) end = at + 1
    }
    return end
  }
  for await (const chunk of source) {
    total += chunk.length
    if (total > how.limits.bytes) throw problemFileTooLarge(how.limits.bytes)
    for (let from = 0; from < chunk.length; from += portion) {
      const part = chunk.subarray(from, from + portion)
      grow(length + part.length + 1)
      held.set(part, length)
      const end = lastEnd(length, length + part.length)
      length += part.length
      if (end > 0) {
        yield { bytes: held, to: end }
        held.copyWithin(0, end, length)
        length -= end
      }
      if (length > how.limits.line) throw inQuotes ? problemQuoteOpen({}) : problemLineTooLong(how.limits.line, {})
    }
  }
  if (inQuotes) throw problemQuoteOpen({})
  if (length > 0) {
    held[length] = lineFeed
    yield { bytes: held, to: length + 1 }
  }
}
