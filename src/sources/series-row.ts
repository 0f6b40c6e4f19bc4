// One series while it is being read, and its block when it is whole. Blocks share what is alike: one array for "no flags",
// one for each frequent pattern of missing values, one buffer for the values of many series.
import type { Missing, SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { FlagBook } from './flags.ts'
import { reasonAt, reasonNumber } from './flags.ts'

const unknown = reasonNumber('unknown')
const bufferLength = 16 * 1024
const sharedPatterns = 4096

export class SeriesRow {
  /** the cells' values begin at `base`: this is the buffer out of which blocks are cut */
  values = new Float64Array(bufferLength)
  base = 0
  /** numbers of the flag book; 0 is none */
  flags = new Int32Array(64)
  /** numbers of the reasons; 0 is a value */
  reasons = new Uint8Array(64)
  length = 0
  decimals = 0
  flagged = 0
  missing = 0
  private words = new Int32Array(this.values.buffer)
  private readonly book: FlagBook
  private readonly noFlags = new Map<number, readonly string[]>()
  private readonly noneMissing = new Map<number, readonly null[]>()
  private readonly patterns = new Map<number, readonly (Missing | null)[]>()

  constructor(book: FlagBook) {
    this.book = book
  }
  /** Makes room for so many cells. Their contents are those of an earlier row: the reader sets every one. */
  begin(length: number): void {
    this.length = length
    this.decimals = 0
    this.flagged = 0
    this.missing = 0
    if (this.base + length > this.values.length) {
      this.values = new Float64Array(Math.max(bufferLength, length))
      this.words = new Int32Array(this.values.buffer)
      this.base = 0
    }
    if (length > this.flags.length) {
      const size = Math.max(length, this.flags.length * 2)
      this.flags = new Int32Array(size)
      this.reasons = new Uint8Array(size)
    }
  }
  /** A number that two rows of equal values, flags and reasons share and two others hardly ever. */
  fingerprint(): number {
    const { words, flags, reasons, length, base } = this
    let print = 0x811c9dc5 | 0
    for (let at = 0; at < length; at++) {
      const word = 2 * (base + at)
      print = Math.imul(print ^ (words[word] as number), 0x01000193)
      print = Math.imul(print ^ (words[word + 1] as number) ^ ((flags[at] as number) << 4) ^ (reasons[at] as number), 0x01000193)
    }
    return print ^ (print >>> 15)
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
    const values = new Float64Array(this.values.buffer, this.base * 8, this.length)
    this.base += this.length
    return values
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
