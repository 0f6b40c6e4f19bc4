// Splits one record of a CSV file into cells, as places in the bytes: no string is made. A record is first compared with the one
// before it, so that cells which are alike from the left (in long tables nearly all) are neither split nor looked up again.
import { problemQuoteOpen, problemQuoteStray } from './read-problems.ts'

const lineFeed = 10, carriageReturn = 13, quote = 34

export class CsvRecord {
  count = 0
  /** so many cells from the left are those of the record before; only later ones have places below */
  alike = 0
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  /** line feeds inside quoted cells */
  innerLines = 0
  private readonly separator: number
  /** by cell: where it ends with its separator, counted from the record's start */
  private bounds = new Int32Array(64)
  private previous = -1
  private unescaped = false

  constructor(separator: number) {
    this.separator = separator
  }
  /** The bytes of the record before are gone or not to be compared with. */
  forget(): void {
    this.previous = -1
  }
  /** Splits the record that begins at `from` and gives the place after it; `to` ends the bytes. A line end is never missing. */
  split(bytes: Uint8Array, from: number, to: number): number {
    let place = from + this.compare(bytes, from)
    let cell = this.alike
    this.innerLines = 0
    this.unescaped = false
    if (cell > 0 && bytes[place - 1] === lineFeed) { this.previous = from; return place }
    for (;;) {
      if (cell >= this.starts.length) this.widen()
      if (bytes[place] === quote) place = this.readQuoted(bytes, place, { cell, to })
      else {
        this.starts[cell] = place
        while (bytes[place] !== this.separator && bytes[place] !== lineFeed) place += 1
        this.ends[cell] = place
      }
      if (bytes[place] === lineFeed) break
      place += 1
      this.bounds[cell] = place - from
      cell += 1
    }
    const end = this.ends[cell] as number
    if (end > (this.starts[cell] as number) && end === place && bytes[end - 1] === carriageReturn) this.ends[cell] = end - 1
    this.bounds[cell] = place + 1 - from
    this.count = cell + 1
    this.previous = this.unescaped || this.innerLines > 0 ? -1 : from
    return place + 1
  }
  /** How many bytes of whole cells are those of the record before. */
  private compare(bytes: Uint8Array, from: number): number {
    this.alike = 0
    const { previous, bounds, count } = this
    if (previous < 0) return 0
    const shift = from - previous
    let place = from
    const end = Math.min(from + (bounds[count - 1] as number), bytes.length)
    while (place < end && bytes[place] === bytes[place - shift]) place += 1
    const length = place - from
    let alike = 0
    while (alike < count && (bounds[alike] as number) <= length) alike += 1
    this.alike = alike
    return alike === 0 ? 0 : (bounds[alike - 1] as number)
  }
  /** Reads a cell between quotation marks; a doubled mark inside is made single in place. */
  private readQuoted(bytes: Uint8Array, from: number, at: { readonly cell: number; readonly to: number }): number {
    let place = from + 1
    let write = place
    this.starts[at.cell] = place
    for (;;) {
      if (place >= at.to) throw problemQuoteOpen({})
      const byte = bytes[place] as number
      if (byte === quote) {
        if (bytes[place + 1] !== quote) break
        place += 1
        this.unescaped = true
      } else if (byte === lineFeed) this.innerLines += 1
      bytes[write] = byte
      write += 1
      place += 1
    }
    this.ends[at.cell] = write
    place += 1
    if (bytes[place] === carriageReturn && bytes[place + 1] === lineFeed) place += 1
    if (bytes[place] !== this.separator && bytes[place] !== lineFeed) throw problemQuoteStray({ column: at.cell + 1 })
    return place
  }
  private widen(): void {
    const size = this.starts.length * 2
    const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(size)
      made.set(old)
      return made
    }
    this.starts = wider(this.starts)
    this.ends = wider(this.ends)
    this.bounds = wider(this.bounds)
  }
}
