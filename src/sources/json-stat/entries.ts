// Values or flags of a JSON-stat data set as pairs (place in the table, what stands there), ordered by place. Sparse and dense
// lists come to the same pairs: a null in a dense list is what an absent key is in a sparse one.
import type { Breath } from '../reading.ts'

export const turnEntries = 20_000

export class Entries {
  length = 0
  at = new Float64Array(1024)
  what = new Float64Array(1024)
  /** of a value: its decimals; or 255 − the number of a reason, when it is a sign for a missing value */
  marks = new Uint8Array(1024)

  add(entry: { readonly at: number; readonly what: number; readonly mark: number }): void {
    if (this.length === this.at.length) this.widen()
    this.at[this.length] = entry.at
    this.what[this.length] = entry.what
    this.marks[this.length] = entry.mark
    this.length += 1
  }
  /** Moves every entry to the place that `move` gives it, then puts them in order. Gives the place that is taken twice, if any. */
  async order(move: (at: number) => number, breath: Breath): Promise<number | null> {
    const { at, length } = this
    let sorted = true
    for (let entry = 0; entry < length; entry++) {
      at[entry] = move(at[entry] as number)
      if (entry > 0 && (at[entry] as number) <= (at[entry - 1] as number)) sorted = false
      if (entry % turnEntries === 0) await breath.take()
    }
    if (sorted) return null
    const order = Uint32Array.from({ length }, (_, entry) => entry).sort((a, b) => (at[a] as number) - (at[b] as number))
    this.at = Float64Array.from(order, (entry) => at[entry] as number)
    const { what, marks } = this
    this.what = Float64Array.from(order, (entry) => what[entry] as number)
    this.marks = Uint8Array.from(order, (entry) => marks[entry] as number)
    for (let entry = 1; entry < length; entry++) if (this.at[entry] === this.at[entry - 1]) return this.at[entry] as number
    return null
  }
  private widen(): void {
    const size = this.at.length * 2
    const wider = <T extends Float64Array | Uint8Array>(made: T, old: T): T => { made.set(old as never); return made }
    this.at = wider(new Float64Array(size), this.at)
    this.what = wider(new Float64Array(size), this.what)
    this.marks = wider(new Uint8Array(size), this.marks)
  }
}
