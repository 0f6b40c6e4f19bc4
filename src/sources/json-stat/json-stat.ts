// JSON-stat 2.0 in its two dialects: Eurostat's (sparse values, flags beside) and the institute's (dense values with null, often
// wrapped in {"dataset": …}). The text is held whole, but its lists are walked as bytes and the event loop gets its turns.
import type { FileFacts, SeriesBlock } from '#kernel/observation.ts'
import { CodeBook } from '../code-book.ts'
import { reasonNumber } from '../flags.ts'
import type { BatchReader, ReadAsk } from '../reading.ts'
import { Breath } from '../reading.ts'
import { problemFileTooLarge, problemJson, problemSizes } from '../read-problems.ts'
import { SeriesKeys } from '../series-keys.ts'
import { SeriesRow } from '../series-row.ts'
import { Tally } from '../tally.ts'
import { signMark, StatDocument } from './document.ts'
import { JsonScan } from './json-scan.ts'
import type { Shape } from './shape.ts'
import { parseShape } from './shape.ts'

const unknown = reasonNumber('unknown')
const confidential = reasonNumber('confidential')
const batchCells = 32 * 1024

export const readJsonStat: BatchReader = async function* (bytes, ask) {
  const breath = new Breath(ask.signal)
  const { text, length } = await collect(bytes, ask.limits.json)
  const found = new StatDocument(new JsonScan(text, length), breath)
  await found.read()
  if (!found.hasValues) throw found.refusal()
  const table = new StatTable(found, ask)
  await table.orderEntries(breath)
  for (const batch of table.blocks()) {
    if (batch.length > 0) yield batch
    await breath.take()
  }
  return table.facts()
}
const collect = async (bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ readonly text: Uint8Array; readonly length: number }> => {
  let text = new Uint8Array(256 * 1024)
  let length = 0
  for await (const chunk of bytes) {
    if (length + chunk.length > limit) throw problemFileTooLarge(limit)
    if (length + chunk.length >= text.length) {
      const wider = new Uint8Array(Math.max(text.length * 2, length + chunk.length + 1))
      wider.set(text.subarray(0, length))
      text = wider
    }
    text.set(chunk, length)
    length += chunk.length
  }
  text[length] = 0
  return { text, length }
}

class StatTable {
  private readonly shape: Shape
  private readonly found: StatDocument
  private readonly books: readonly CodeBook[]
  private readonly tally = new Tally()

  constructor(found: StatDocument, ask: ReadAsk) {
    this.found = found
    this.shape = parseShape(found.parts, ask.limits)
    this.books = this.shape.dimensions.map(({ name, codes }) => {
      const book = new CodeBook(ask.want[name], ask.limits)
      for (const code of codes) book.findText(code)
      return book
    })
    this.tally.stamp = typeof found.parts.updated === 'string' ? found.parts.updated : null
  }
  facts(): FileFacts {
    const { shape } = this
    return this.tally.toFacts({
      format: 'json-stat',
      dimensions: shape.dimensions.map(({ name }) => name),
      codes: shape.dimensions.map(({ codes }) => codes),
      periods: shape.periods,
    })
  }
  /** Places become: number of the series × number of periods + place of the period. */
  async orderEntries(breath: Breath): Promise<void> {
    const { stride, places, cells } = this.shape
    const { values, statuses, dense, denseStatuses } = this.found
    for (const length of [dense, denseStatuses]) {
      if (length >= 0 && length !== cells) {
        throw problemSizes({ bg: `JSON-stat: размерите дават ${cells} клетки, а има ${length}.`, en: `JSON-stat: the sizes make ${cells} cells, but there are ${length}.` })
      }
    }
    const count = places.length
    const move = (at: number): number => {
      if (at >= cells) {
        throw problemSizes({ bg: `JSON-stat: размерите дават ${cells} клетки, а има стойност с номер ${at}.`, en: `JSON-stat: the sizes make ${cells} cells, but there is a value numbered ${at}.` })
      }
      const after = at % stride
      const rest = (at - after) / stride
      const period = rest % count
      return (((rest - period) / count) * stride + after) * count + (places[period] as number)
    }
    for (const entries of [values, statuses]) {
      const twice = await entries.order(move, breath)
      if (twice !== null) throw problemJson({ bg: 'JSON-stat: една и съща клетка стои два пъти.', en: 'JSON-stat: the same cell stands twice.' })
    }
  }
  *blocks(): Generator<readonly SeriesBlock[], void> {
    const { shape, found, tally } = this
    const { values, statuses } = found
    const count = shape.periods.length
    const row = new SeriesRow(found.flags)
    const keys = new SeriesKeys(shape.dimensions.map(({ name }) => name), this.books)
    const ids = new Int32Array(shape.dimensions.length)
    let batch: SeriesBlock[] = []
    let value = 0
    let status = 0
    while (value < values.length || status < statuses.length) {
      const series = Math.floor(Math.min(
        value < values.length ? (values.at[value] as number) : Infinity,
        status < statuses.length ? (statuses.at[status] as number) : Infinity,
      ) / count)
      const first = series * count
      row.begin(count)
      const flagOfAll = (found.parts.statusOfAll as number | undefined) ?? 0
      row.values.fill(Number.NaN, row.base, row.base + count)
      row.reasons.fill(unknown, 0, count)
      row.flags.fill(0, 0, count)
      for (; value < values.length && (values.at[value] as number) < first + count; value++) {
        const place = (values.at[value] as number) - first
        const mark = values.marks[value] as number
        row.values[row.base + place] = values.what[value] as number
        row.reasons[place] = mark > 100 ? signMark - mark : 0
        row.flags[place] = flagOfAll
        if (mark <= 100 && mark > row.decimals) row.decimals = mark
      }
      for (; status < statuses.length && (statuses.at[status] as number) < first + count; status++) {
        row.flags[(statuses.at[status] as number) - first] = statuses.what[status] as number
      }
      this.settle(row)
      tally.series += 1
      this.toIds(series, ids)
      if (keys.isWanted(ids)) batch.push(row.toBlock(keys.make(ids), shape.periods))
      // Counted in cells: a few codes and many periods make a table far larger than its text.
      if ((tally.series * count) % batchCells < count) { yield batch; batch = [] }
    }
    tally.cells = shape.cells
    const notServed = reasonNumber('notServed')
    tally.missing[notServed] = shape.cells - tally.series * count
    yield batch
  }
  /** Reasons by flags, and the counts. */
  private settle(row: SeriesRow): void {
    const { tally } = this
    const { reasons } = this.found.flags
    for (let place = 0; place < row.length; place++) {
      const flag = row.flags[place] as number
      const own = row.reasons[place] as number
      const ofFlag = reasons[flag] as number
      // A number that came with the mark of confidentiality is not kept: it was not meant to be shown.
      const reason = ofFlag === confidential ? confidential : own === unknown ? ofFlag : own
      if (flag !== 0) { row.flagged += 1; tally.flagged += 1 }
      row.reasons[place] = reason
      if (reason === 0) { tally.values += 1; continue }
      row.values[row.base + place] = Number.NaN
      row.missing += 1
      tally.missing[reason] = (tally.missing[reason] as number) + 1
      if (flag !== 0 || own !== unknown) tally.flaggedMissing += 1
    }
  }
  private toIds(series: number, ids: Int32Array): void {
    let rest = series
    for (let at = ids.length - 1; at >= 0; at--) {
      const size = this.shape.dimensions[at]?.codes.length ?? 1
      ids[at] = rest % size
      rest = Math.floor(rest / size)
    }
  }
}
