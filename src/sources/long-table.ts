// Tables with one row per value (SDMX-CSV, the institute's files, plain tables): from bytes to the rows of series. What the
// columns mean and how a value is written is told by each format; here is what they have in common.
import type { FileFacts } from '#kernel/observation.ts'
import type { Span } from './code-book.ts'
import { CodeBook, hashSpan, newSpan } from './code-book.ts'
import { CsvRecord } from './csv-record.ts'
import { FlagBook, isConfidentialStatus, reasonNumber, withConfidential } from './flags.ts'
import { wholeLines } from './lines.ts'
import { PeriodBook } from './period-book.ts'
import type { Batches, ReadAsk } from './reading.ts'
import { Breath } from './reading.ts'
import {
  placed, placedLine, problemCell, problemColumnTwice, problemEmpty, problemEncoding, problemHeader, problemNoCode, problemRagged, quoted,
} from './read-problems.ts'
import { newRow } from './row-store.ts'
import { SeriesBuilder } from './series-builder.ts'
import { Tally } from './tally.ts'

/** What a value cell says. `reason` 0 is a value; `signed`: the cell says itself why it is missing. */
export type ValueCell = { value: number; decimals: number; reason: number; flags: string; signed: boolean }
/** Reads the cell in the span; the byte after it belongs to no number. */
export type ValueReader = (span: Span, cell: ValueCell) => 'read' | 'unreadable'

export type TableColumns = {
  readonly format: string
  /** `column` counts from 0; a dimension without a column has one code for the whole file */
  readonly dimensions: readonly ({ readonly name: string } & ({ readonly column: number } | { readonly code: string }))[]
  readonly period: number
  readonly value: number
  /** −1 where there is no such column */
  readonly flag: number
  readonly confidential: number
  readonly stamp: number
  readonly readValue: ValueReader
  /** the text of a flag cell as letters; undefined when it is none */
  readonly flagLetters: (text: string) => string | undefined
}
export type TableShape = {
  readonly separator: number
  /** lines before the header */
  readonly skip: number
  readonly toColumns: (header: readonly string[]) => TableColumns
}
const space = 32
const confidential = reasonNumber('confidential')
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads a whole long table. */
export async function* readLongTable(bytes: AsyncIterable<Uint8Array>, shape: TableShape, ask: ReadAsk): Batches {
  const breath = new Breath(ask.signal)
  const head = new TableHead(shape)
  let table: LongTable | null = null
  try {
    for await (const piece of wholeLines(bytes, { quoting: 'csv', limits: ask.limits })) {
      let from = 0
      if (table === null) {
        from = head.read(piece.bytes, piece.to)
        if (head.columns === null) continue
        table = new LongTable(head, ask)
      }
      table.read(piece.bytes, from, piece.to)
      for (const batch of table.builder.takeWhole()) {
        if (batch.length > 0) yield batch
        await breath.take()
      }
      await breath.take()
    }
  } catch (problem) {
    throw placedLine(problem, (table?.lines ?? head.lines) + 1)
  }
  if (table === null) throw problemEmpty()
  for (const batch of table.builder.finish()) {
    if (batch.length > 0) yield batch
    await breath.take()
  }
  return table.facts()
}

/** The first record that counts: the names of the columns. */
class TableHead {
  columns: TableColumns | null = null
  width = 0
  lines = 0
  readonly record: CsvRecord
  private readonly shape: TableShape
  constructor(shape: TableShape) {
    this.shape = shape
    this.record = new CsvRecord(shape.separator)
  }
  /** Gives the place after the header. */
  read(bytes: Uint8Array, to: number): number {
    let from = 0
    while (from < to) {
      this.record.forget()
      this.lines += 1
      const next = this.record.split(bytes, from, to)
      this.lines += this.record.innerLines
      const { count, starts, ends } = this.record
      from = next
      if (this.lines <= this.shape.skip || (count === 1 && ends[0] === starts[0])) continue
      const names = Array.from({ length: count }, (_, cell) => this.name(bytes.subarray(starts[cell], ends[cell])))
      names.forEach((name, cell) => { if (name !== '' && names.indexOf(name) < cell) throw problemColumnTwice(name, { line: this.lines }) })
      this.width = count
      this.columns = this.shape.toColumns(names)
      this.record.forget()
      return from
    }
    return from
  }
  private name(bytes: Uint8Array): string {
    let text: string
    try {
      text = decoder.decode(bytes).trim()
    } catch {
      throw problemEncoding({ line: this.lines })
    }
    if (/[\u0000-\u001f]/.test(text) || text === '__proto__') {
      throw problemHeader({ bg: `„${quoted(text)}“ не е име на колона.`, en: `"${quoted(text)}" is no name of a column.` }, { line: this.lines })
    }
    return text
  }
}

class LongTable {
  readonly builder: SeriesBuilder
  private readonly columns: TableColumns
  private readonly width: number
  private readonly record: CsvRecord
  private readonly books: readonly CodeBook[]
  /** column of each dimension, −1 for one with a single code */
  private readonly columnOf: Int32Array
  private readonly ids: Int32Array
  private readonly periods: PeriodBook
  private readonly flags = new FlagBook()
  private readonly flagTexts: CodeBook
  private readonly flagOfText: number[] = []
  private readonly statusTexts: CodeBook
  private readonly tally = new Tally()
  private readonly span = newSpan()
  private readonly cell: ValueCell = { value: 0, decimals: 0, reason: 0, flags: '', signed: false }
  private readonly row = newRow()
  /** lines read so far */
  lines: number
  private begun = false
  /** of the row read last: the number of the flag in its own column, and what its confidentiality status says */
  private textFlag = 0
  private isConfidential = false
  /** the column being read, counted from 1, for the place of a problem */
  private column = 0

  constructor(head: TableHead, ask: ReadAsk) {
    const columns = head.columns as TableColumns
    this.columns = columns
    this.width = head.width
    this.record = head.record
    this.lines = head.lines
    const { dimensions } = columns
    this.books = dimensions.map(({ name }) => new CodeBook(ask.want[name], ask.limits))
    this.columnOf = Int32Array.from(dimensions, (dimension) => ('column' in dimension ? dimension.column : -1))
    this.ids = Int32Array.from(dimensions, (dimension, at) => ('code' in dimension ? (this.books[at] as CodeBook).findText(dimension.code) : 0))
    this.periods = new PeriodBook(ask.limits)
    this.flagTexts = new CodeBook(undefined, ask.limits)
    this.statusTexts = new CodeBook(undefined, ask.limits)
    this.builder = new SeriesBuilder({
      names: dimensions.map(({ name }) => name), books: this.books, periods: this.periods, flags: this.flags,
      tally: this.tally, limits: ask.limits,
    })
  }
  facts(): FileFacts {
    return this.tally.toFacts({
      format: this.columns.format,
      dimensions: this.columns.dimensions.map(({ name }) => name),
      codes: this.books.map((book) => book.codes),
      periods: this.periods.periods,
    })
  }
  read(bytes: Uint8Array, from: number, to: number): void {
    const { record } = this
    let next = from
    // The bytes of the piece before are no longer there to be compared with.
    record.forget()
    try {
      while (next < to) {
        const at = next
        this.column = 0
        this.lines += 1
        next = record.split(bytes, at, to)
        if (record.count === 1 && this.width > 1 && next - at <= 2) { record.forget(); continue }
        if (record.count !== this.width) throw problemRagged({}, { found: record.count, expected: this.width })
        this.readRecord(bytes)
        this.lines += record.innerLines
      }
    } catch (problem) {
      throw placed(problem, this.column > 0 ? { line: this.lines, column: this.column } : { line: this.lines })
    }
  }
  private readRecord(bytes: Uint8Array): void {
    const { record, columnOf, ids, span, row, columns } = this
    const alike = this.begun ? record.alike : 0
    span.bytes = bytes
    row.line = this.lines
    let sameSeries = this.begun
    for (let at = 0; at < columnOf.length; at++) {
      const column = columnOf[at] as number
      if (column < alike) continue
      this.take(column)
      if (span.to === span.from) throw problemNoCode({}, (columns.dimensions[at] as { name: string }).name)
      hashSpan(span)
      const id = (this.books[at] as CodeBook).find(span)
      if (id !== ids[at]) { ids[at] = id; sameSeries = false }
    }
    if (!sameSeries) this.builder.begin(ids, this.lines)
    if (columns.period >= alike) {
      this.take(columns.period)
      hashSpan(span)
      row.period = this.periods.find(span)
    }
    if (columns.value >= alike || columns.flag >= alike || columns.confidential >= alike) this.readValue(alike)
    this.count()
    this.builder.add(row)
    if (!this.begun && columns.stamp >= 0) {
      this.take(columns.stamp)
      this.tally.stamp = new TextDecoder().decode(bytes.subarray(span.from, span.to)) || null
    }
    this.begun = true
  }
  /** Value, flag and confidentiality of the row; a cell alike to the one above is read again from the text above. */
  private readValue(alike: number): void {
    const { columns, cell, row, span, flags } = this
    if (columns.value >= alike) {
      this.take(columns.value)
      cell.decimals = 0
      cell.reason = 0
      cell.flags = ''
      cell.signed = false
      if (columns.readValue(span, cell) === 'unreadable') throw problemCell({}, this.spanText())
    }
    if (columns.flag >= alike) {
      this.take(columns.flag)
      this.textFlag = span.to === span.from ? 0 : this.findFlag()
    }
    if (columns.confidential >= alike) {
      this.take(columns.confidential)
      hashSpan(span)
      this.isConfidential = isConfidentialStatus(this.statusTexts.code(this.statusTexts.find(span)))
    }
    let flag = this.textFlag
    if (cell.flags !== '') flag = flags.of(merged(flags.texts[flag] as string, cell.flags))
    if (this.isConfidential) flag = flags.of(withConfidential(flags.texts[flag] as string))
    const reasonOfFlag = flags.reasons[flag] as number
    row.flag = flag
    row.value = cell.value
    row.decimals = cell.decimals
    row.reason = 0
    // A number that came with the mark of confidentiality is not kept: it was not meant to be shown.
    if (reasonOfFlag === confidential) row.reason = confidential
    else if (cell.reason !== 0) row.reason = cell.signed ? cell.reason : reasonOfFlag
    if (row.reason !== 0) { row.value = Number.NaN; row.decimals = 0 }
  }
  private count(): void {
    const { tally, row } = this
    tally.cells += 1
    if (row.flag !== 0) tally.flagged += 1
    if (row.reason === 0) { tally.values += 1; return }
    tally.missing[row.reason] = (tally.missing[row.reason] as number) + 1
    if (row.flag !== 0 || this.cell.signed) tally.flaggedMissing += 1
  }
  private findFlag(): number {
    hashSpan(this.span)
    const text = this.flagTexts.find(this.span)
    const known = this.flagOfText[text]
    if (known !== undefined) return known
    const letters = this.columns.flagLetters(this.flagTexts.code(text))
    if (letters === undefined) throw problemCell({}, this.flagTexts.code(text))
    const flag = this.flags.of(letters)
    this.flagOfText[text] = flag
    return flag
  }
  /** Sets the span to a cell, without spaces around it. */
  private take(column: number): void {
    const { span, record } = this
    let from = record.starts[column] as number
    let to = record.ends[column] as number
    while (from < to && span.bytes[from] === space) from += 1
    while (to > from && span.bytes[to - 1] === space) to -= 1
    span.from = from
    span.to = to
    this.column = column + 1
  }
  private spanText(): string {
    return new TextDecoder().decode(this.span.bytes.subarray(this.span.from, this.span.to))
  }
}
const merged = (flags: string, more: string): string => [...more].reduce((all, letter) => (all.includes(letter) ? all : all + letter), flags)
/** Flags as Eurostat writes them: small letters side by side. */
export const smallLetters = (text: string): string | undefined => (/^[a-z]{1,12}$/.test(text) ? text : undefined)
