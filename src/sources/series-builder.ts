// Makes blocks out of the rows of a long table. Rows wait until it is clear how the file is ordered: when it has been sorted by
// series for long enough, blocks leave one by one; else they leave at the end of the file, or the file is refused as too large.
import type { SeriesBlock } from '#kernel/observation.ts'
import type { CodeBook } from './code-book.ts'
import type { FlagBook } from './flags.ts'
import { KeyTable } from './key-table.ts'
import type { ReadLimits } from './limits.ts'
import type { PeriodBook } from './period-book.ts'
import { problemDuplicate, problemTooMany, problemUnsorted } from './read-problems.ts'
import type { Row } from './row-store.ts'
import { newRow, RowStore } from './row-store.ts'
import { SeriesKeys } from './series-keys.ts'
import { SeriesRow } from './series-row.ts'
import type { Tally } from './tally.ts'

const batchSeries = 512

export type BuilderParts = {
  readonly names: readonly string[]
  readonly books: readonly CodeBook[]
  readonly periods: PeriodBook
  readonly flags: FlagBook
  readonly tally: Tally
  readonly limits: ReadLimits
}
export class SeriesBuilder {
  private readonly parts: BuilderParts
  private readonly keys: SeriesKeys
  private readonly cells: SeriesRow
  private readonly table = new KeyTable()
  private readonly store = new RowStore()
  private mode: 'waiting' | 'scattered' | 'streaming' = 'waiting'
  /** the codes of each waiting series, one after the other; while streaming only of the present one */
  private seriesIds = new Int32Array(1024)
  private series = -1
  private waitingSeries = 0
  private ready: SeriesBlock[] = []
  private readonly row = newRow()
  private readonly other = newRow()
  private places = new Int32Array(64)
  private numbers = new Int32Array(64)

  constructor(parts: BuilderParts) {
    this.parts = parts
    this.keys = new SeriesKeys(parts.names, parts.books)
    this.cells = new SeriesRow(parts.flags)
  }
  /** The rows that follow belong to the series with these codes. */
  begin(ids: Int32Array, line: number): void {
    const next = this.table.count
    const isNew = this.table.note(ids, next) === 'new'
    if (isNew && next >= this.parts.limits.series) throw problemTooMany('series', this.parts.limits.series, { line })
    if (this.mode === 'streaming') {
      if (!isNew) throw problemUnsorted({ line })
      this.flushPresent()
      this.seriesIds.set(ids)
      return
    }
    if (!isNew) {
      this.mode = 'scattered'
      this.series = this.table.known
      return
    }
    this.series = next
    this.waitingSeries = next + 1
    const from = next * ids.length
    if (from + ids.length > this.seriesIds.length) {
      const wider = new Int32Array(Math.max(this.seriesIds.length * 2, from + ids.length))
      wider.set(this.seriesIds)
      this.seriesIds = wider
    }
    this.seriesIds.set(ids, from)
  }
  add(row: Row): void {
    if (this.store.length >= this.parts.limits.waitingRows) throw problemUnsorted({ line: row.line })
    row.series = this.series
    this.store.add(row)
  }
  /** Blocks that are whole already; to be asked for between two pieces of the file. */
  *takeWhole(): Generator<readonly SeriesBlock[], void> {
    const { trustRows } = this.parts.limits
    if (this.mode === 'streaming') yield* this.takeReady()
    else if (this.mode === 'waiting' && this.store.length >= trustRows && this.store.length >= 2 * this.waitingSeries) {
      const last = this.waitingSeries - 1
      const rest = yield* this.drain(last)
      const width = this.parts.names.length
      this.seriesIds.copyWithin(0, last * width, (last + 1) * width)
      this.mode = 'streaming'
      this.series = 0
      for (const row of rest) this.add(row)
    }
  }
  /** All that still waits, at the end of the file. */
  *finish(): Generator<readonly SeriesBlock[], void> {
    this.parts.tally.series = this.table.count
    if (this.mode === 'streaming') {
      this.flushPresent()
      yield* this.takeReady()
    } else yield* this.drain(this.waitingSeries)
  }
  private *takeReady(): Generator<readonly SeriesBlock[], void> {
    const { ready } = this
    this.ready = []
    if (ready.length > 0) yield ready
  }
  /** The first `count` of the waiting series; gives back the rows of the others. */
  private *drain(count: number): Generator<readonly SeriesBlock[], readonly Row[]> {
    const width = this.parts.names.length
    const { order, starts } = this.store.bySeries(this.waitingSeries)
    let batch: SeriesBlock[] = []
    for (let series = 0; series < count; series++) {
      const from = starts[series] as number
      const length = (starts[series + 1] as number) - from
      this.makeRoom(length)
      for (let at = 0; at < length; at++) this.places[at] = order[from + at] as number
      const block = this.build(this.seriesIds.subarray(series * width, (series + 1) * width), length)
      if (block !== null) batch.push(block)
      if (series % batchSeries === batchSeries - 1) { yield batch; batch = [] }
    }
    if (batch.length > 0) yield batch
    const rest = Array.from(order.subarray(starts[count] as number), (place) => {
      const row = newRow()
      this.store.get(place, row)
      return row
    })
    this.store.clear()
    return rest
  }
  private flushPresent(): void {
    const { length } = this.store
    if (length === 0) return
    this.makeRoom(length)
    for (let at = 0; at < length; at++) this.places[at] = at
    const block = this.build(this.seriesIds.subarray(0, this.parts.names.length), length)
    if (block !== null) this.ready.push(block)
    this.store.clear()
  }
  /** One series out of the first `length` places; null when nobody wants it. Equal rows are dropped, different ones refused. */
  private build(ids: Int32Array, length: number): SeriesBlock | null {
    const { store, places, numbers, row, other, cells } = this
    const { periods, tally } = this.parts
    this.sortPlaces(length)
    cells.begin(length)
    let kept = 0
    let decimals = 0
    for (let at = 0; at < length; at++) {
      store.get(places[at] as number, row)
      if (kept > 0 && numbers[kept - 1] === row.period) {
        store.get(places[at - 1] as number, other)
        if (!Object.is(other.value, row.value) || other.flag !== row.flag || other.reason !== row.reason) {
          throw problemDuplicate({ line: row.line }, `${this.keys.spell(ids)} · ${periods.periods[row.period]}`)
        }
        tally.duplicates += 1
        continue
      }
      numbers[kept] = row.period
      cells.values[cells.base + kept] = row.value
      cells.flags[kept] = row.flag
      cells.reasons[kept] = row.reason
      if (row.flag !== 0) cells.flagged += 1
      if (row.reason !== 0) cells.missing += 1
      if (row.decimals > decimals) decimals = row.decimals
      kept += 1
    }
    if (!this.keys.isWanted(ids)) return null
    cells.length = kept
    cells.decimals = decimals
    return cells.toBlock(this.keys.make(ids), periods.share(numbers, kept))
  }
  private sortPlaces(length: number): void {
    const { store, places, row } = this
    const { periods } = this.parts
    let last = -Infinity
    let sorted = true
    for (let at = 0; at < length && sorted; at++) {
      store.get(places[at] as number, row)
      const rank = periods.rank(row.period)
      if (rank < last) sorted = false
      last = rank
    }
    if (sorted) return
    const rankAt = (place: number): number => { store.get(place, row); return periods.rank(row.period) }
    const list = Array.from(places.subarray(0, length), (place) => ({ place, rank: rankAt(place) }))
    list.sort((a, b) => a.rank - b.rank || a.place - b.place)
    list.forEach(({ place }, at) => { places[at] = place })
  }
  private makeRoom(length: number): void {
    if (length <= this.places.length) return
    const size = Math.max(length, this.places.length * 2)
    this.places = new Int32Array(size)
    this.numbers = new Int32Array(size)
  }
}
