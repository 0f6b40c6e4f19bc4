// Eurostat's tab-separated tables, both layouts: the current one (freq first, years ascending) and the legacy one of the bulk
// facility (no freq, years descending). Walks bytes; no string and no regular expression per cell. Periods come out ascending.
import type { FileFacts, SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods, parsePeriod } from '#kernel/period.ts'
import { CodeBook, hashSpan, hashStep, newSpan } from './code-book.ts'
import { FlagBook, isConfidentialStatus, reasonNumber, withConfidential } from './flags.ts'
import { wholeLines } from './lines.ts'
import { newNumber, readNumber } from './number-bytes.ts'
import type { BatchReader, ReadAsk } from './reading.ts'
import { Breath } from './reading.ts'
import {
  placed, placedLine, problemCell, problemColumnTwice, problemDuplicate, problemEmpty, problemHeader, problemNoCode, problemNul, problemPeriod,
  problemPeriodTwice, problemRagged, problemRaggedKey, problemTooMany, quoted,
} from './read-problems.ts'
import { SeenKeys } from './seen-keys.ts'
import { SeriesKeys } from './series-keys.ts'
import { SeriesRow } from './series-row.ts'
import { Tally } from './tally.ts'

const tab = 9, lineFeed = 10, carriageReturn = 13, space = 32, comma = 44, colon = 58, atSign = 64, smallA = 97, smallZ = 122, bar = 124
const unknown = reasonNumber('unknown')
const confidential = reasonNumber('confidential')
const latin = new TextDecoder('latin1')

/** True for a first line whose first cell ends with \TIME_PERIOD or \time. */
export const isEurostatTsvHeader = (line: string): boolean => /^[^\t]+\\(TIME_PERIOD|time) *\t/.test(line)

export const readEurostatTsv: BatchReader = async function* (bytes, ask) {
  const breath = new Breath(ask.signal)
  let table: TsvTable | null = null
  try {
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
  } catch (problem) {
    throw placedLine(problem, (table?.line ?? 0) + 1)
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
  /** the bytes of the last key up to its last code */
  private readonly leading = new Uint8Array(256)
  private leadingLength = 1
  private readonly keys: SeriesKeys
  private readonly seen: SeenKeys
  private readonly tally = new Tally()
  /** the line read last, counted from 1 */
  line = 1
  private column = 1
  private flag = 0
  private readonly number = newNumber()

  constructor(header: Header, ask: ReadAsk) {
    this.header = header
    this.ask = ask
    this.books = header.dimensions.map((name) => new CodeBook(ask.want[name], ask.limits))
    this.row = new SeriesRow(this.flagBook)
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
  /** Reads the codes up to the first tab and gives its place. Mostly all but the last are those of the row before. */
  private readKey(bytes: Uint8Array, from: number): number {
    const { leading } = this
    let alike = 0
    while (alike < this.leadingLength && bytes[from + alike] === leading[alike]) alike += 1
    const known = alike === this.leadingLength
    const place = this.readCodes(bytes, known ? from + alike : from, known ? this.ids.length - 1 : 0)
    if (place < 0) throw this.raggedKey(bytes, from)
    if (!known) {
      this.leadingLength = Math.min(this.span.from - from, leading.length)
      leading.set(bytes.subarray(from, from + this.leadingLength))
      // A key longer than the memory for it is read anew in every row.
      if (this.span.from - from > leading.length) leading[0] = tab
    }
    return place
  }
  /** Reads the codes from the given dimension on; the place of the tab or line feed after them, −1 when their number is wrong. */
  private readCodes(bytes: Uint8Array, from: number, first: number): number {
    const { books, ids, span } = this
    span.bytes = bytes
    let start = from
    let hash = 0
    let dimension = first
    for (let place = from; ; place++) {
      const byte = bytes[place] as number
      if (byte !== comma && byte !== tab && byte !== lineFeed) { hash = hashStep(hash, byte); continue }
      const book = books[dimension]
      if (book === undefined) return -1
      span.from = start
      span.to = place
      span.hash = hash
      // Every cell may end with a space, the key cell too.
      if (byte !== comma && place > start && bytes[place - 1] === space) { span.to -= 1; hashSpan(span) }
      if (span.to === start) throw problemNoCode({}, this.header.dimensions[dimension] as string)
      ids[dimension] = book.find(span)
      dimension += 1
      if (byte !== comma) return dimension === books.length ? place : -1
      start = place + 1
      hash = 0
    }
  }
  /** Reads the cells after the key and gives the place after the line. */
  private readCells(bytes: Uint8Array, from: number): number {
    const { row, number } = this
    const { places } = this.header
    row.begin(places.length)
    const { values, base, flags, reasons } = row
    let place = from
    let decimals = 0
    let plainMissing = 0
    for (let column = 0; column < places.length; column++) {
      if (bytes[place] !== tab) throw this.wrongCell(bytes, from, { start: place, cell: column })
      const start = place + 1
      const slot = places[column] as number
      const isMissing = bytes[start] === colon
      if (isMissing) {
        place = start + 1
        values[base + slot] = Number.NaN
      } else {
        place = readNumber(bytes, start, number)
        if (place < 0) throw this.wrongCell(bytes, from, { start, cell: column + 1 })
        values[base + slot] = number.value
        if (number.decimals > decimals) decimals = number.decimals
      }
      // Most cells end with a space and nothing more.
      if (bytes[place] === space && bytes[place + 1] === tab) {
        place += 1
        flags[slot] = 0
        reasons[slot] = isMissing ? unknown : 0
        if (isMissing) plainMissing += 1
      } else {
        place = this.readEnd(bytes, place)
        if (place < 0) throw this.wrongCell(bytes, from, { start, cell: column + 1 })
        this.mark(slot, isMissing ? 'missing' : 'value')
      }
    }
    if (bytes[place] === tab) throw this.wrongCell(bytes, from, { start: place, cell: places.length })
    row.decimals = decimals
    row.missing += plainMissing
    this.tally.missing[unknown] = (this.tally.missing[unknown] as number) + plainMissing
    return bytes[place] === carriageReturn ? place + 2 : place + 1
  }
  /** Reads what follows the number or colon: a space, flag letters, a mark of confidentiality, a space. Gives the place of the
   *  tab or line end after it, −1 when there is something else; the flag's number is left in `flag`. */
  private readEnd(bytes: Uint8Array, from: number): number {
    const { flagBook } = this
    let place = bytes[from] === space ? from + 1 : from
    const letters = place
    while ((bytes[place] as number) >= smallA && (bytes[place] as number) <= smallZ) place += 1
    this.flag = place === letters ? 0
      : place === letters + 1 ? flagBook.ofLetter(bytes[letters] as number)
      : flagBook.of(latin.decode(bytes.subarray(letters, place)))
    // @NOTE How tables show CONF_STATUS since 2025 is not documented; clients report flag and status in one text ("|C", "@C").
    if ((bytes[place] === atSign || bytes[place] === bar) && isConfidentialStatus(String.fromCharCode(bytes[place + 1] as number))) {
      this.flag = flagBook.of(withConfidential(flagBook.texts[this.flag] as string))
      place += 2
    }
    if (bytes[place] === space) place += 1
    const end = bytes[place]
    return end === tab || end === lineFeed || (end === carriageReturn && bytes[place + 1] === lineFeed) ? place : -1
  }
  /** Writes flag and reason of a cell that may have a flag. A number that came with the mark of confidentiality is not kept. */
  private mark(slot: number, what: 'value' | 'missing'): void {
    const { row, tally, flag } = this
    const reasonOfFlag = this.flagBook.reasons[flag] as number
    const reason = what === 'missing' || reasonOfFlag === confidential ? reasonOfFlag : 0
    row.flags[slot] = flag
    row.reasons[slot] = reason
    if (flag !== 0) row.flagged += 1
    if (reason === 0) return
    row.values[row.base + slot] = Number.NaN
    row.missing += 1
    tally.missing[reason] = (tally.missing[reason] as number) + 1
    if (flag !== 0) tally.flaggedMissing += 1
  }
  private close(batch: SeriesBlock[]): void {
    const { ids, tally, keys } = this
    const known = this.seen.note(ids, this.row.fingerprint())
    tally.cells += this.row.length
    tally.values += this.row.length - this.row.missing
    tally.flagged += this.row.flagged
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
  private wrongCell(bytes: Uint8Array, keyEnd: number, { start, cell }: { readonly start: number; readonly cell: number }): unknown {
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
