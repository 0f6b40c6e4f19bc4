// Does the spread between regions shrink? One number a year, its trend, and a test of the first year against the last.
// Not the same question as β: the poor may catch up while shocks keep the spread wide.
import { fAbove, tTwoSided } from './distributions.ts'
import { lineOf } from './least-squares.ts'
import { mannKendall } from './mann-kendall.ts'
import { reasonAt, type Value, valuesOf, codeOf } from './reason.ts'
import { deviationOf, meanOf } from './series.ts'

/** Y[n × T], one row per region, NaN = missing. */
export type Panel = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export type SpreadMeasure = 'log-deviation' | 'variation'
/** beyond −1 sd, up to −1, within ± ½, up to +1, beyond +1 */
export type Band = 'far-below' | 'below' | 'middle' | 'above' | 'far-above'

export const needPanel = ({ values, rows, columns }: Panel): void => {
  if (values.length !== rows * columns) throw new RangeError(`a table of ${rows} rows and ${columns} columns has ${rows * columns} cells, not ${values.length}`)
}
/** The rows without a gap: the spread of other regions every year would be no course. */
export const completeRows = (panel: Panel): number[] => {
  needPanel(panel)
  return Array.from({ length: panel.rows }, (_, i) => i).filter((i) => panel.values.subarray(i * panel.columns, (i + 1) * panel.columns).every((one) => !Number.isNaN(one)))
}
export const columnOf = ({ values, columns }: Panel, rows: readonly number[], column: number): Float64Array =>
  Float64Array.from(rows, (i) => values[i * columns + column] as number)

export type SigmaConvergence = {
  readonly spread: readonly Value[]
  /** of the spread on time */
  readonly trend: { readonly slope: Value; readonly slopeError: Value; readonly p: Value; readonly mannKendallP: Value }
  /** F = variance of the first year ÷ variance of the last (of ln y, or of y ÷ ȳ); p two-sided, and of a smaller spread at the end */
  readonly test: { readonly f: Value; readonly pTwoSided: Value; readonly pShrinking: Value; readonly degrees: number }
  /** one word per region and year, against the mean and sd of that year; null where the region stayed out */
  readonly bands: readonly (readonly (Band | null)[])[]
  readonly used: readonly number[]
}

const bandOf = (z: number): Band => (z < -1 ? 'far-below' : z < -0.5 ? 'below' : z <= 0.5 ? 'middle' : z <= 1 ? 'above' : 'far-above')

/** Spread per year: sd of ln y (needs y > 0, 'not-positive') or sd ÷ mean ('zero-denominator' at mean 0); under two regions 'too-few'.
 *  Only regions with every year count unless `available`. Worked: 1, 4 then 2, 2 → sd of ln y 0.980 then 0 (sample).
 *  Sources: Barro and Sala-i-Martin 1992; the bands after convergEU `scoreb_yrs`. */
export const sigmaConvergence = (panel: Panel, options: { readonly measure?: SpreadMeasure; readonly less?: 0 | 1; readonly times?: Float64Array; readonly available?: boolean } = {}): SigmaConvergence => {
  const { measure = 'log-deviation', less = 1, times, available = false } = options
  needPanel(panel)
  const all = Array.from({ length: panel.rows }, (_, i) => i), used = available ? all : completeRows(panel)
  const spread = new Float64Array(panel.columns), why = new Uint8Array(panel.columns)
  const bands = all.map(() => Array.from({ length: panel.columns }, (): Band | null => null))
  const scaled: Float64Array[] = []
  for (let t = 0; t < panel.columns; t += 1) {
    const rows = used.filter((i) => !Number.isNaN(panel.values[i * panel.columns + t]))
    const column = columnOf(panel, rows, t), mean = meanOf(column), sd = deviationOf(column, less)
    if (sd > 0) rows.forEach((i, at) => { (bands[i] as (Band | null)[])[t] = bandOf(((column[at] as number) - mean) / sd) })
    spread[t] = Number.NaN
    scaled.push(new Float64Array(0))
    if (rows.length < 2) { why[t] = codeOf(rows.length === 0 ? 'no-data' : 'too-few'); continue }
    if (measure === 'log-deviation' && !column.every((one) => one > 0)) { why[t] = codeOf('not-positive'); continue }
    if (measure === 'variation' && mean === 0) { why[t] = codeOf('zero-denominator'); continue }
    const seen = measure === 'log-deviation' ? column.map(Math.log) : column.map((one) => one / mean)
    scaled[t] = seen
    spread[t] = deviationOf(seen, less)
    if (!Number.isFinite(spread[t])) { spread[t] = Number.NaN; why[t] = codeOf('out-of-domain') }
  }
  return { spread: valuesOf(spread, why), trend: trendOf(spread, times), test: testOf(scaled[0], scaled.at(-1), reasonAt(why, 0)), bands, used }
}

const trendOf = (spread: Float64Array, times?: Float64Array): SigmaConvergence['trend'] => {
  const at = Array.from(spread, (_, t) => t).filter((t) => !Number.isNaN(spread[t]))
  const x = Float64Array.from(at, (t) => times?.[t] ?? t), y = Float64Array.from(at, (t) => spread[t] as number)
  const mannKendallP = mannKendall({ times: x, values: y }).p
  const fit = at.length < 2 ? 'too-few' : lineOf(x, y)
  if (typeof fit === 'string') return { slope: fit, slopeError: fit, p: fit, mannKendallP }
  const slope = fit.coefficients[1] as number, error = fit.errors[1] as number
  if (fit.degrees < 1) return { slope, slopeError: 'too-few', p: 'too-few', mannKendallP }
  return { slope, slopeError: error, p: error > 0 ? tTwoSided(slope / error, fit.degrees) : 'constant', mannKendallP }
}
const testOf = (first: Float64Array | undefined, last: Float64Array | undefined, why: Value | null): SigmaConvergence['test'] => {
  const degrees = Math.max(0, (first?.length ?? 0) - 1)
  if (first === undefined || last === undefined || first.length < 2 || last.length < 2) { const none = why ?? 'too-few'; return { f: none, pTwoSided: none, pShrinking: none, degrees } }
  const below = deviationOf(last) ** 2
  if (!(below > 0)) return { f: 'zero-denominator', pTwoSided: 'zero-denominator', pShrinking: 'zero-denominator', degrees }
  const f = deviationOf(first) ** 2 / below, above = fAbove(f, first.length - 1, last.length - 1)
  return { f, pTwoSided: Math.min(1, 2 * Math.min(above, 1 - above)), pShrinking: above, degrees }
}
