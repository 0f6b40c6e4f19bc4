// Rows of evidence.series in PostgreSQL's binary COPY format: no number becomes text and back. The format is fixed by
// PostgreSQL's documentation of COPY; arrays as in its array_send. Bytes only, nothing is sent from here.
import type { Missing, SeriesBlock } from '#kernel/observation.ts'
import { hasAnyFlag, writeMissing } from './coding.ts'

const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const trailer = Buffer.from([0xff, 0xff])
const columns = 8
const oid = { float8: 701, text: 25 } as const
const chunkSize = 256 * 1024
const mostFree = 16

const viewOf = (buffer: Buffer): DataView => new DataView(buffer.buffer, buffer.byteOffset, buffer.length)

export type SeriesRow = Pick<SeriesBlock, 'values' | 'flags' | 'missing' | 'decimals'> & {
  readonly vintage: number
  readonly selection: number
  readonly region: string
  readonly axis: number
}

/** Fill it with rows, take the chunks, fill it again. */
export class SeriesCopy {
  private buffer: Buffer = Buffer.allocUnsafeSlow(chunkSize)
  private view = viewOf(this.buffer)
  private at = 0
  private full: Buffer[] = []
  private readonly free: Buffer[] = []
  rows = 0
  private missingText = new WeakMap<readonly (Missing | null)[], string>()
  private lastMissing: readonly (Missing | null)[] = []
  private lastMissingText: string | null = null

  constructor() {
    this.put(header)
  }
  add(row: SeriesRow): void {
    const { values, flags } = row
    this.room(96 + row.region.length * 4 + values.length * 12)
    this.int16(columns)
    this.field32(row.vintage)
    this.field32(row.selection)
    this.text(row.region)
    this.field16(row.axis)
    this.field16(Math.min(row.decimals, 15))
    this.int32(20 + values.length * 12)
    this.arrayHead(oid.float8, values.length)
    let to = this.at
    const { view } = this
    for (let at = 0; at < values.length; at++) {
      view.setInt32(to, 8)
      view.setFloat64(to + 4, values[at] as number)
      to += 12
    }
    this.at = to
    if (hasAnyFlag(flags)) this.textArray(flags)
    else { this.room(4); this.int32(-1) }
    const missing = this.spelled(row.missing)
    if (missing === null) { this.room(4); this.int32(-1) } else { this.room(8 + missing.length); this.text(missing) }
    this.rows += 1
  }
  /** Everything added since the last time, whole. */
  take(): readonly Uint8Array[] {
    this.put(trailer)
    const chunks = [...this.full, this.buffer.subarray(0, this.at)]
    this.renew(chunkSize)
    this.full = []
    this.rows = 0
    this.put(header)
    return chunks
  }
  /** Chunks that have been sent: their memory is written over. A large file is copied in the memory of a few batches. */
  giveBack(chunks: readonly Uint8Array[]): void {
    for (const { buffer, byteOffset } of chunks) if (byteOffset === 0 && buffer.byteLength === chunkSize && this.free.length < mostFree) this.free.push(Buffer.from(buffer))
  }
  /** Readers share one array for the same pattern: it is spelled once. */
  private spelled(missing: readonly (Missing | null)[]): string | null {
    if (missing === this.lastMissing) return this.lastMissingText
    const known = this.missingText.get(missing)
    const text = known ?? writeMissing(missing) ?? ''
    if (known === undefined && Object.isFrozen(missing)) this.missingText.set(missing, text)
    this.lastMissing = missing
    this.lastMissingText = text === '' ? null : text
    return this.lastMissingText
  }
  private textArray(texts: readonly string[]): void {
    let size = 20
    for (const text of texts) size += 4 + Buffer.byteLength(text)
    this.room(size + 4)
    this.int32(size)
    this.arrayHead(oid.text, texts.length)
    for (const text of texts) this.text(text)
  }
  private arrayHead(type: number, length: number): void {
    this.int32(1)
    this.int32(0)
    this.int32(type)
    this.int32(length)
    this.int32(1)
  }
  private field32(value: number): void {
    this.int32(4)
    this.int32(value)
  }
  private field16(value: number): void {
    this.int32(2)
    this.int16(value)
  }
  private text(text: string): void {
    const length = this.buffer.write(text, this.at + 4)
    this.int32(length)
    this.at += length
  }
  private int32(value: number): void {
    this.view.setInt32(this.at, value)
    this.at += 4
  }
  private int16(value: number): void {
    this.view.setInt16(this.at, value)
    this.at += 2
  }
  private put(bytes: Buffer): void {
    this.room(bytes.length)
    this.at += bytes.copy(this.buffer, this.at)
  }
  private room(size: number): void {
    if (this.at + size <= this.buffer.length) return
    if (this.at > 0) this.full.push(this.buffer.subarray(0, this.at))
    this.renew(Math.max(chunkSize, size))
  }
  private renew(size: number): void {
    this.buffer = (size === chunkSize ? this.free.pop() : undefined) ?? Buffer.allocUnsafeSlow(size)
    this.view = viewOf(this.buffer)
    this.at = 0
  }
}
