// Which list of periods a series is over: most series of a file share one.
import type { SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'

/** The lists of periods that series of a vintage share, each with a number. */
export class Axes {
  private readonly numbers = new Map<string, number>()
  private readonly byArray = new WeakMap<readonly Period[], number>()
  private fresh: { number: number; periods: readonly Period[] }[] = []
  /** `known`: those the vintage has already */
  constructor(known: readonly { readonly number: number; readonly periods: readonly Period[] }[] = []) {
    for (const { number, periods } of known) this.numbers.set(periods.join(), number)
  }
  numberOf(block: Pick<SeriesBlock, 'periods'>): number {
    const known = this.byArray.get(block.periods)
    if (known !== undefined) return known
    const text = block.periods.join()
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(text, number)
      this.fresh.push({ number, periods: block.periods })
    }
    this.byArray.set(block.periods, number)
    return number
  }
  takeNew(): readonly { number: number; periods: readonly Period[] }[] {
    const { fresh } = this
    this.fresh = []
    return fresh
  }
}
