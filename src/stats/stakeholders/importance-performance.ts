// Where to act first: what people find important beside how well it is done. Several crosses are drawn, because items move with the cross.
import { tTwoSided } from '../distributions.ts'
import { quantileOf, sortedOf } from '../quantile.ts'
import type { Value } from '../reason.ts'
import { type Answers, columnOf, deviationOf, finite, leastPeople, meanOf, needShape } from './answers.ts'
import { holm } from './holm.ts'

export type Field = 'keep-up' | 'concentrate-here' | 'possible-overkill' | 'low-priority'
export type Cross = { readonly importance: Value; readonly performance: Value }
type Fields = { readonly means: Field | null; readonly medians: Field | null; readonly middle: Field | null }
export type ImportanceItem = {
  readonly importance: Value; readonly performance: Value; readonly importanceMedian: Value; readonly performanceMedian: Value
  /** people who rated both */
  readonly pairs: number; /** mean of importance − performance of those */ readonly gap: Value; readonly deviation: Value
  readonly t: Value; readonly degrees: number; readonly p: Value; readonly pHolm: Value
  /** the item's field under each cross */
  readonly field: Fields; readonly moves: boolean
  /** the other reading: above the line importance = performance there is something to do */
  readonly diagonal: 'improve' | 'keep' | null
}
export type ImportancePerformance = { readonly crosses: { readonly means: Cross; readonly medians: Cross; readonly middle: Cross }; readonly items: readonly ImportanceItem[] }

/** Fields after Martilla and James 1977 (Journal of Marketing 41, 77–79): important and well done keep up, important and badly done concentrate
 *  here, unimportant and well done possible overkill, neither low priority; on the line counts as high. Crosses: means of the items' means,
 *  medians of the items' means, middle of the scale. Gap = mean of I − P of the people who rated both, paired t with n − 1, Holm over the items.
 *  Both tables have the same people and items. Undefined: under `least` ratings `too-few`; differences all equal: no t, `constant`.
 *  Worked: I 5 4 5, P 3 3 2 → gap 2, deviation 1, t = 3.464, p = 0.0742. */
export const importancePerformance = (importance: Answers, performance: Answers, { lowest = 1, highest = 5, least = leastPeople }: { readonly lowest?: number; readonly highest?: number; readonly least?: number } = {}): ImportancePerformance => {
  needShape(importance)
  needShape(performance)
  if (importance.rows !== performance.rows || importance.columns !== performance.columns) throw new RangeError('both tables have the same people and items')
  const { rows, columns } = importance
  const sides = Array.from({ length: columns }, (_, at) => ({ i: columnOf(importance, at), p: columnOf(performance, at), d: differencesOf({ importance, performance, rows, columns }, at) }))
  const places = sides.map(({ i, p }) => ({ i: i.length < least || i.length === 0 ? null : meanOf(i), p: p.length < least || p.length === 0 ? null : meanOf(p) }))
  const crossOf = (centre: (sorted: Float64Array) => number): Cross => {
    const side = (key: 'i' | 'p'): Value => { const known = places.map((one) => one[key]).filter((one) => one !== null); return known.length === 0 ? 'no-data' : finite(centre(sortedOf(Float64Array.from(known)))) }
    return { importance: side('i'), performance: side('p') }
  }
  const middle = (lowest + highest) / 2
  const crosses = { means: crossOf(meanOf), medians: crossOf((sorted) => quantileOf(sorted, 0.5)), middle: { importance: middle, performance: middle } }
  const tests = sides.map(({ d }) => testOf(d, least))
  const corrected = holm(Float64Array.from(tests, ({ p }) => (typeof p === 'number' ? p : Number.NaN)))
  return {
    crosses,
    items: sides.map(({ i, p, d }, at): ImportanceItem => {
      const place = places[at] as { i: number | null; p: number | null }, tested = tests[at] as ReturnType<typeof testOf>
      const field: Fields = { means: fieldIn(place, crosses.means), medians: fieldIn(place, crosses.medians), middle: fieldIn(place, crosses.middle) }
      const why = (side: Float64Array): Value => (side.length === 0 ? 'no-data' : 'too-few')
      return {
        importance: place.i === null ? why(i) : finite(place.i), performance: place.p === null ? why(p) : finite(place.p),
        importanceMedian: place.i === null ? why(i) : quantileOf(sortedOf(i), 0.5), performanceMedian: place.p === null ? why(p) : quantileOf(sortedOf(p), 0.5),
        pairs: d.length, ...tested, pHolm: typeof tested.p === 'number' ? corrected[at] as number : tested.p,
        field, moves: new Set(Object.values(field)).size > 1,
        diagonal: place.i === null || place.p === null ? null : place.i > place.p ? 'improve' : 'keep',
      }
    }),
  }
}

const differencesOf = ({ importance, performance, rows, columns }: { readonly importance: Answers; readonly performance: Answers; readonly rows: number; readonly columns: number }, at: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => (importance.values[row * columns + at] as number) - (performance.values[row * columns + at] as number)).filter((one) => !Number.isNaN(one))

const testOf = (differences: Float64Array, least: number): Pick<ImportanceItem, 'gap' | 'deviation' | 't' | 'degrees' | 'p'> => {
  const n = differences.length, degrees = Math.max(0, n - 1)
  if (n < least || n === 0) { const why = n === 0 ? 'no-data' as const : 'too-few' as const; return { gap: why, deviation: why, t: why, degrees, p: why } }
  const gap = meanOf(differences), deviation = deviationOf(differences)
  if (n < 2) return { gap: finite(gap), deviation: 'too-few', t: 'too-few', degrees, p: 'too-few' }
  if (deviation === 0) return { gap: finite(gap), deviation: 0, t: 'constant', degrees, p: 'constant' }
  const t = gap / (deviation / Math.sqrt(n))
  return Number.isFinite(t) ? { gap: finite(gap), deviation: finite(deviation), t, degrees, p: tTwoSided(t, degrees) } : { gap: finite(gap), deviation: finite(deviation), t: 'out-of-domain', degrees, p: 'out-of-domain' }
}
const fieldIn = ({ i, p }: { readonly i: number | null; readonly p: number | null }, { importance, performance }: Cross): Field | null => {
  if (i === null || p === null || typeof importance !== 'number' || typeof performance !== 'number') return null
  return i >= importance ? (p >= performance ? 'keep-up' : 'concentrate-here') : p >= performance ? 'possible-overkill' : 'low-priority'
}
