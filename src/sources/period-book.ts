// The periods of a file as small numbers, whatever their spelling, and the arrays of periods that many series share.
import type { Period } from '#kernel/period.ts'
import { daysOf, parsePeriod } from '#kernel/period.ts'
import type { Span } from './code-book.ts'
import { CodeBook } from './code-book.ts'
import type { ReadLimits } from './limits.ts'
import { problemPeriod } from './read-problems.ts'

const sharedSets = 4096

export class PeriodBook {
  readonly periods: Period[] = []
  private readonly spellings: CodeBook
  private readonly numberOf: number[] = []
  private readonly known = new Map<Period, number>()
  private readonly ranks: number[] = []
  private readonly sets = new Map<number, { readonly numbers: Int32Array; readonly periods: readonly Period[] }>()

  constructor(limits: ReadLimits) {
    this.spellings = new CodeBook(undefined, limits)
  }
  /** The number of the period spelled in the span; throws when it is none. */
  find(span: Span): number {
    const spelling = this.spellings.find(span)
    return this.numberOf[spelling] ?? this.learn(spelling, this.spellings.code(spelling))
  }
  findText(text: string): number {
    const spelling = this.spellings.findText(text)
    return this.numberOf[spelling] ?? this.learn(spelling, text)
  }
  /** Grows with time; of two that begin together the shorter comes first. */
  rank(number: number): number {
    return this.ranks[number] as number
  }
  /** One frozen array for the same numbers in the same order. */
  share(numbers: Int32Array, length: number): readonly Period[] {
    let hash = length
    for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (numbers[at] as number)) | 0
    const known = this.sets.get(hash)
    if (known !== undefined && isAlike(known.numbers, numbers, length)) return known.periods
    const own = numbers.slice(0, length)
    const periods = Object.freeze(Array.from(own, (number) => this.periods[number] as Period))
    if (known === undefined && this.sets.size < sharedSets) this.sets.set(hash, { numbers: own, periods })
    return periods
  }
  private learn(spelling: number, text: string): number {
    const period = parsePeriod(text)
    if (period === undefined) throw problemPeriod({}, text)
    let number = this.known.get(period)
    if (number === undefined) {
      number = this.periods.length
      this.periods.push(period)
      this.known.set(period, number)
      this.ranks.push(rankOf(period))
    }
    this.numberOf[spelling] = number
    return number
  }
}
const rankOf = (period: Period): number => {
  const { first, last } = daysOf(period)
  return Number(first.replaceAll('-', '')) * 1e8 + Number(last.replaceAll('-', ''))
}
const isAlike = (known: Int32Array, numbers: Int32Array, length: number): boolean => {
  if (known.length !== length) return false
  for (let at = 0; at < length; at++) if (known[at] !== numbers[at]) return false
  return true
}
