// One series while it is being read, and its block when it is whole. Blocks share what is alike: one array for "no flags",
// one for each frequent pattern of missing values, one buffer for the values of many series.
import type { Missing, SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { FlagBook } from './flags.ts'
import { reasonAt, reasonNumber } from './flags.ts'

const unknown = reasonNumber('unknown')
const bufferLength = 4096
const sharedPatterns = 4096

export class SeriesRow {
  values: Float64Array
  /** numbers of the flag book; 0 is none */
  flags: Int32Array
  /** numbers of the reasons; 0 is a value */
  reasons: Uint8Array
  length: number
  decimals = 0
  flagged = 0
  missing = 0
  private readonly book: FlagBook
  private buffer = new Float64Array(0)
  private used = 0
  private readonly noFlags = new Map<number, readonly string[]>()
  private readonly noneMissing = new Map<number, readonly null[]>()
  private readonly patterns = new Map<number, readonly (Missing | null)[]>()

  constructor(book: FlagBook, length = 0) {
    this.book = book
    this.length = length
    this.values = new Float64Array(Math.max(length, 64))
    this.flags = new Int32Array(Math.max(length, 64))
    this.reasons = new Uint8Array(Math.max(length, 64))
  }
  /** Forgets the cells; what counts is set anew by the reader, cell by cell. */
  begin(length: number): void {
    this.length = length
    this.decimals = 0
    this.flagged = 0
    this.missing = 0
    if (length <= this.values.length) return
    const size = Math.max(length, this.values.length * 2)
    this.values = new Float64Array(size)
    this.flags = new Int32Array(size)
    this.reasons = new Uint8Array(size)
  }
  toBlock(key: Readonly<Record<string, string>>, periods: readonly Period[]): SeriesBlock {
    return {
      key,
      periods,
      values: this.takeValues(),
      decimals: this.decimals,
      flags: this.flagged === 0 ? this.withoutFlags() : this.takeFlags(),
      missing: this.missing === 0 ? this.withoutMissing() : this.takeMissing(),
    }
  }
  private takeValues(): Float64Array {
    const { length, values } = this
    if (this.used + length > this.buffer.length) {
      this.buffer = new Float64Array(Math.max(bufferLength, length))
      this.used = 0
    }
    const { buffer, used } = this
    for (let at = 0; at < length; at++) buffer[used + at] = values[at] as number
    this.used = used + length
    return new Float64Array(buffer.buffer, used * 8, length)
  }
  private withoutFlags(): readonly string[] {
    let none = this.noFlags.get(this.length)
    if (none === undefined) {
      none = Object.freeze(new Array<string>(this.length).fill(''))
      this.noFlags.set(this.length, none)
    }
    return none
  }
  private takeFlags(): readonly string[] {
    const flags: string[] = []
    const { texts } = this.book
    for (let at = 0; at < this.length; at++) flags.push(texts[this.flags[at] as number] as string)
    return flags
  }
  private withoutMissing(): readonly null[] {
    let none = this.noneMissing.get(this.length)
    if (none === undefined) {
      none = Object.freeze(new Array<null>(this.length).fill(null))
      this.noneMissing.set(this.length, none)
    }
    return none
  }
  private takeMissing(): readonly (Missing | null)[] {
    const pattern = this.patternOfUnknown()
    if (pattern === null) return this.spellMissing()
    const known = this.patterns.get(pattern)
    if (known !== undefined) return known
    const made = Object.freeze(this.spellMissing())
    if (this.patterns.size < sharedPatterns) this.patterns.set(pattern, made)
    return made
  }
  private spellMissing(): (Missing | null)[] {
    const missing: (Missing | null)[] = []
    for (let at = 0; at < this.length; at++) missing.push(reasonAt(this.reasons[at] as number))
    return missing
  }
  /** Which cells are missing as bits, when there are few cells and every reason is "unknown"; the length is part of it. */
  private patternOfUnknown(): number | null {
    if (this.length > 29) return null
    let bits = 1
    for (let at = 0; at < this.length; at++) {
      const reason = this.reasons[at] as number
      if (reason !== 0 && reason !== unknown) return null
      bits = (bits << 1) | (reason === 0 ? 0 : 1)
    }
    return bits
  }
}
