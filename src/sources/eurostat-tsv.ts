// Eurostat's tab-separated tables, both layouts: the current one (freq first, years ascending) and the legacy one of the bulk
// facility (no freq, years descending). Walks bytes; no string and no regular expression per cell. Periods come out ascending.
import type { FileFacts, SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods, parsePeriod } from '#kernel/period.ts'
import { CodeBook, hashSpan, hashStep, newSpan } from './code-book.ts'
import { FlagBook, isConfidentialStatus, reasonNumber, withConfidential } from './flags.ts'
import { wholeLines } from './lines.ts'
import type { BatchReader, ReadAsk } from './reading.ts'
import { Breath } from './reading.ts'
import {
  placed, problemCell, problemColumnTwice, problemDuplicate, problemEmpty, problemHeader, problemNoCode, problemNul, problemPeriod,
  problemPeriodTwice, problemRagged, problemRaggedKey, problemTooMany, quoted,
} from './read-problems.ts'
import { SeenKeys } from './seen-keys.ts'
import { SeriesKeys } from './series-keys.ts'
import { SeriesRow } from './series-row.ts'
import { Tally } from './tally.ts'

const tab = 9, lineFeed = 10, carriageReturn = 13, space = 32, comma = 44, minus = 45, point = 46, slash = 47, zero = 48, nine = 57
const colon = 58, at = 64, bar = 124, smallA = 97, smallZ = 122
const largestExact = 2 ** 53 / 10 - 1
const powers = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))
const confidential = reasonNumber('confidential')
const latin = new TextDecoder('latin1')

/** True for a first line whose first cell ends with \TIME_PERIOD or \time. */
export const isEurostatTsvHeader = (line: string): boolean => /^[^\t]+\\(TIME_PERIOD|time) *\t/.test(line)

export const readEurostatTsv: BatchReader = async function* (bytes, ask) {
  const breath = new Breath(ask.signal)
  let table: TsvTable | null = null
  for await (const { bytes: piece, to } of wholeLines(bytes, { quoting: 'none', limits: ask.limits })) {
    let from = 0
    if (table === null) {
      from = piece.indexOf(lineFeed) + 1
      table = new TsvTable(parseHeader(latin.decode(piece.subarray(0, from - 1))), ask)
    }
    const batch = table.read(piece, from, to)
    if (batch.length > 0) yield batch
    await breath.take()
  }
  if (table === null) throw problemEmpty()
  return table.facts()
}

type Header = {
  readonly format: string
  readonly dimensions: readonly string[]
  readonly periods: readonly Period[]
  /** place of each column's value in the ascending series */
  readonly places: Int32Array
}
const parseHeader = (line: string): Header => {
  const [first = '', ...cells] = line.replace(/\r$/, '').split('\t')
  const found = /^(.*)\\(TIME_PERIOD|time) *$/.exec(first)
  if (!found || cells.length === 0) {
    throw problemHeader({
      bg: `първата клетка трябва да завършва на \\TIME_PERIOD или \\time, а след нея да има периоди; тук е „${quoted(first)}“.`,
      en: `the first cell must end with \\TIME_PERIOD or \\time, with periods after it; here it is "${quoted(first)}".`,
    })
  }
  const dimensions = (found[1] as string).split(',')
  dimensions.forEach((name, place) => {
    if (!/^\w+$/.test(name) || name === '__proto__') {
      throw problemHeader({ bg: `„${quoted(name)}“ не е име на измерение.`, en: `"${quoted(name)}" is no name of a dimension.` }, { line: 1, column: 1 })
    }
    if (dimensions.indexOf(name) < place) throw problemColumnTwice(name)
  })
  const columns = cells.map((cell, column) => {
    const period = parsePeriod(cell)
    if (period === undefined) throw problemPeriod({ line: 1, column: column + 2 }, cell)
    return { period, column }
  })
  columns.sort((a, b) => comparePeriods(a.period, b.period))
  const places = new Int32Array(columns.length)
  const seen = new Set<Period>()
  columns.forEach(({ period, column }, place) => {
    if (seen.has(period)) throw problemPeriodTwice({ line: 1, column: column + 2 }, period)
    seen.add(period)
    places[column] = place
  })
  return {
    format: found[2] === 'time' ? 'eurostat-tsv-legacy' : 'eurostat-tsv',
    dimensions,
    periods: Object.freeze(columns.map(({ period }) => period)),
    places,
  }
}

class TsvTable {
  private readonly header: Header
  private readonly ask: ReadAsk
  private readonly books: readonly CodeBook[]
  private readonly flagBook = new FlagBook()
  private readonly row: SeriesRow
  private readonly ids: Int32Array
  private readonly span = newSpan()
  private readonly keys: SeriesKeys
  private readonly seen: SeenKeys
  private readonly tally = new Tally()
  private line = 1
  private column = 1
  private fingerprint = 0

  constructor(header: Header, ask: ReadAsk) {
    this.header = header
    this.ask = ask
    this.books = header.dimensions.map((name) => new CodeBook(ask.want[name], ask.limits))
    this.row = new SeriesRow(this.flagBook, header.periods.length)
    this.ids = new Int32Array(header.dimensions.length)
    this.keys = new SeriesKeys(header.dimensions, this.books)
    this.seen = new SeenKeys(header.dimensions.length)
  }
  facts(): FileFacts {
    return this.tally.toFacts({
      format: this.header.format,
      dimensions: this.header.dimensions,
      codes: this.books.map((book) => book.codes),
      periods: this.header.periods,
    })
  }
  read(bytes: Uint8Array, from: number, to: number): SeriesBlock[] {
    const batch: SeriesBlock[] = []
    let next = from
    try {
      while (next < to) {
        this.line += 1
        this.column = 1
        const first = bytes[next]
        if (first === lineFeed) { next += 1; continue }
        if (first === carriageReturn && bytes[next + 1] === lineFeed) { next += 2; continue }
        next = this.readCells(bytes, this.readKey(bytes, next))
        this.close(batch)
      }
    } catch (problem) {
      throw placed(problem, { line: this.line, column: this.column })
    }
    return batch
  }
  /** Reads the codes up to the first tab and gives its place. */
  private readKey(bytes: Uint8Array, from: number): number {
    const { books, ids, span } = this
    span.bytes = bytes
    let place = from
    let start = from
    let hash = 0
    let dimension = 0
    for (;;) {
      const byte = bytes[place] as number
      if (byte === comma || byte === tab || byte === lineFeed) {
        span.from = start
        span.to = place
        span.hash = hash
        // Every cell may end with a space, the key cell too.
        if (byte !== comma && place > start && bytes[place - 1] === space) { span.to -= 1; hashSpan(span) }
        const book = books[dimension]
        if (book === undefined) throw this.raggedKey(bytes, from)
        if (span.to === start) throw problemNoCode({}, this.header.dimensions[dimension] as string)
        ids[dimension] = book.find(span)
        dimension += 1
        if (byte !== comma) break
        start = place + 1
        hash = 0
      } else hash = hashStep(hash, byte)
      place += 1
    }
    if (dimension !== books.length) throw this.raggedKey(bytes, from)
    return place
  }
  /** Reads the cells after the key and gives the place after the line. */
  private readCells(bytes: Uint8Array, from: number): number {
    const { row, flagBook, tally } = this
    const { places } = this.header
    const { values, flags, reasons } = row
    const columns = places.length
    row.begin(columns)
    let place = from
    let decimals = 0, flagged = 0, missing = 0, flaggedMissing = 0
    let fingerprint = 0x811c9dc5 | 0
    for (let column = 0; column < columns; column++) {
      if (bytes[place] !== tab) throw this.wrongCell(bytes, from, place, column)
      place += 1
      const start = place
      const slot = places[column] as number
      let byte = bytes[place] as number
      let value = Number.NaN
      let digits = 0
      let fraction = 0
      if (byte === colon) {
        place += 1
        byte = bytes[place] as number
      } else {
        const negative = byte === minus
        if (negative) { place += 1; byte = bytes[place] as number }
        const firstDigit = place
        let mantissa = 0
        while (byte >= zero && byte <= nine) {
          mantissa = mantissa * 10 + (byte - zero)
          place += 1
          byte = bytes[place] as number
        }
        digits = place - firstDigit
        if (digits === 0) throw this.wrongCell(bytes, from, start, column + 1)
        if (byte === point) {
          const firstFraction = place + 1
          do {
            place += 1
            byte = bytes[place] as number
            if (byte < zero || byte > nine) break
            mantissa = mantissa * 10 + (byte - zero)
          } while (true)
          fraction = place - firstFraction
          if (fraction === 0) throw this.wrongCell(bytes, from, start, column + 1)
          if (fraction > decimals) decimals = fraction
        }
        // Exact integers divided by exact powers of ten round as the decimal text does; what is longer is left to Number.
        if (mantissa > largestExact || fraction > 22) mantissa = Math.abs(Number(latin.decode(bytes.subarray(start, place))))
        else if (fraction > 0) mantissa /= powers[fraction] as number
        value = negative && mantissa !== 0 ? -mantissa : mantissa
      }
      if (byte === space) { place += 1; byte = bytes[place] as number }
      let flag = 0
      if (byte >= smallA && byte <= smallZ) {
        const letters = place
        do { place += 1; byte = bytes[place] as number } while (byte >= smallA && byte <= smallZ)
        flag = place === letters + 1
          ? flagBook.ofLetter(bytes[letters] as number)
          : flagBook.of(latin.decode(bytes.subarray(letters, place)))
      }
      if ((byte === at || byte === bar) && isConfidentialStatus(String.fromCharCode(bytes[place + 1] as number))) {
        place += 2
        byte = bytes[place] as number
        flag = flagBook.of(withConfidential(flagBook.texts[flag] as string))
      }
      if (byte === space) { place += 1; byte = bytes[place] as number }
      if (byte !== tab && byte !== lineFeed && !(byte === carriageReturn && bytes[place + 1] === lineFeed)) {
        throw this.wrongCell(bytes, from, start, column + 1)
      }
      let reason = 0
      if (digits === 0) reason = flagBook.reasons[flag] as number
      // A number that came with the mark of confidentiality is not kept: it was not meant to be shown.
      else if (flag !== 0 && flagBook.reasons[flag] === confidential) { value = Number.NaN; reason = confidential }
      values[slot] = value
      flags[slot] = flag
      reasons[slot] = reason
      if (flag !== 0) { flagged += 1; if (reason !== 0) flaggedMissing += 1 }
      if (reason !== 0) { missing += 1; tally.missing[reason] = (tally.missing[reason] as number) + 1 }
      fingerprint = Math.imul(fingerprint ^ flag ^ (reason << 16) ^ (value * 1000), 0x01000193)
    }
    if (bytes[place] === tab) throw this.wrongCell(bytes, from, place, columns)
    row.decimals = decimals
    row.flagged = flagged
    row.missing = missing
    this.fingerprint = fingerprint
    tally.cells += columns
    tally.values += columns - missing
    tally.flagged += flagged
    tally.flaggedMissing += flaggedMissing
    return bytes[place] === carriageReturn ? place + 2 : place + 1
  }
  private close(batch: SeriesBlock[]): void {
    const { ids, tally, keys } = this
    const known = this.seen.note(ids, this.fingerprint)
    this.column = 1
    if (known === 'different') throw problemDuplicate({}, keys.spell(ids))
    if (known === 'same') { tally.duplicates += this.row.length; return }
    tally.series += 1
    if (tally.series > this.ask.limits.series) throw problemTooMany('series', this.ask.limits.series)
    if (keys.isWanted(ids)) batch.push(this.row.toBlock(keys.make(ids), this.header.periods))
  }
  private raggedKey(bytes: Uint8Array, from: number): unknown {
    const key = latin.decode(bytes.subarray(from, lineEnd(bytes, from))).split('\t')[0] as string
    return problemRaggedKey({}, { found: key.split(',').length, expected: this.books.length })
  }
  /** Why a cell (1-based, after the key) does not fit: the row is too short or too long, a byte is no text, or no number. */
  private wrongCell(bytes: Uint8Array, keyEnd: number, start: number, cell: number): unknown {
    const end = lineEnd(bytes, keyEnd)
    const found = latin.decode(bytes.subarray(keyEnd, end)).split('\t').length
    const expected = this.header.periods.length + 1
    this.column = cell + 1
    if (found !== expected) { this.column = Math.min(found, expected); return problemRagged({}, { found, expected }) }
    let stop = start
    while (stop < end && bytes[stop] !== tab) stop += 1
    const text = bytes.subarray(start, stop)
    return text.some((byte) => byte < 32) ? problemNul({}) : problemCell({}, latin.decode(text))
  }
}
const lineEnd = (bytes: Uint8Array, from: number): number => {
  const end = bytes.indexOf(lineFeed, from)
  return end > from && bytes[end - 1] === carriageReturn ? end - 1 : end
}
