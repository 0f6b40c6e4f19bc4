// Rows of a long table that wait until their series is whole: four numbers and a value each, in chunks.
const chunkBits = 13
const chunkRows = 1 << chunkBits

type Chunk = {
  readonly series: Int32Array
  readonly period: Int32Array
  readonly value: Float64Array
  /** flag number << 8 | reason << 5 | decimals */
  readonly marks: Int32Array
  readonly line: Int32Array
}
const newChunk = (): Chunk => ({
  series: new Int32Array(chunkRows), period: new Int32Array(chunkRows), value: new Float64Array(chunkRows),
  marks: new Int32Array(chunkRows), line: new Int32Array(chunkRows),
})
export type Row = { series: number; period: number; value: number; flag: number; reason: number; decimals: number; line: number }
export const newRow = (): Row => ({ series: 0, period: 0, value: 0, flag: 0, reason: 0, decimals: 0, line: 0 })
/** What a row keeps of decimals: more are written as the text has them but shown with so many at most. */
export const mostDecimals = 31

export class RowStore {
  length = 0
  private readonly chunks: Chunk[] = []

  add(row: Row): void {
    const at = this.length & (chunkRows - 1)
    if (at === 0 && this.chunks.length <= this.length >>> chunkBits) this.chunks.push(newChunk())
    const chunk = this.chunks[this.length >>> chunkBits] as Chunk
    chunk.series[at] = row.series
    chunk.period[at] = row.period
    chunk.value[at] = row.value
    chunk.marks[at] = (row.flag << 8) | (row.reason << 5) | Math.min(row.decimals, mostDecimals)
    chunk.line[at] = row.line
    this.length += 1
  }
  /** Fills `row` with the row at the place. */
  get(place: number, row: Row): void {
    const chunk = this.chunks[place >>> chunkBits] as Chunk
    const at = place & (chunkRows - 1)
    const marks = chunk.marks[at] as number
    row.series = chunk.series[at] as number
    row.period = chunk.period[at] as number
    row.value = chunk.value[at] as number
    row.flag = marks >>> 8
    row.reason = (marks >>> 5) & 7
    row.decimals = marks & mostDecimals
    row.line = chunk.line[at] as number
  }
  /** The places of all rows ordered by series, within a series as they came; and where each series begins. */
  bySeries(series: number): { readonly order: Int32Array; readonly starts: Int32Array } {
    const starts = new Int32Array(series + 1)
    const seriesAt = (place: number): number => (this.chunks[place >>> chunkBits] as Chunk).series[place & (chunkRows - 1)] as number
    for (let place = 0; place < this.length; place++) {
      const next = seriesAt(place) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let at = 0; at < series; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number)
    const free = starts.slice()
    const order = new Int32Array(this.length)
    for (let place = 0; place < this.length; place++) {
      const at = seriesAt(place)
      const to = free[at] as number
      order[to] = place
      free[at] = to + 1
    }
    return { order, starts }
  }
  /** Forgets the rows; the first chunk is used again. */
  clear(): void {
    this.chunks.length = Math.min(this.chunks.length, 1)
    this.length = 0
  }
}
