// Means that punish an unbalanced profile, so that a strong pillar cannot hide a weak one: Mazziotta–Pareto, and its adjusted form, which
// is comparable over years. “After” the authors until their notation has been compared.
import { type Deviation, deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import { codeOf, type Reason, type Reasons } from '../reason.ts'
import { aggregate } from './aggregation.ts'

type Table = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export type ParetoOptions = { readonly directions: readonly (1 | -1)[]; readonly measures: 'good' | 'bad'; readonly leastShare: number }
export type Pareto = {
  /** as the table: around 100 */
  readonly normalised: Float64Array
  readonly means: Float64Array
  readonly spreads: Float64Array
  readonly scores: Float64Array
  readonly why: Reasons
  readonly flags: readonly (Reason | null)[]
}

/** z = 100 + 10·d·(x − x̄)/σ; M and S the mean and the deviation of the region's own z; score = M − S·(S/M), with a plus sign where the
 *  index measures something bad. Both deviations ÷ n unless said. A constant indicator does not count; gaps drop out; M ≤ 0 'not-positive'.
 *  Source: Mazziotta and Pareto 2016. Worked: (1, 4), (3, 2), both upward → z 90, 110 and 110, 90: M 100, S 10, score 99. */
export const mazziottaPareto = ({ values, rows, columns }: Table, { directions, measures, leastShare, deviation = 'population' }: ParetoOptions & { readonly deviation?: Deviation }): Pareto => {
  const normalised = new Float64Array(values.length).fill(Number.NaN)
  const flags = Array.from({ length: columns }, (_, column): Reason | null => {
    const x = Float64Array.from({ length: rows }, (__, row) => values[row * columns + column] as number)
    const { n, min, max } = extremesOf(x)
    if (n === 0) return 'no-data'
    if (min === max) return 'constant'
    const mean = meanOf(x), s = deviationOf(x, deviation)
    for (let row = 0; row < rows; row += 1) { const z = 100 + 10 * (directions[column] as number) * ((x[row] as number) / s - mean / s); if (Number.isFinite(z)) normalised[row * columns + column] = z }
    return null
  })
  return penalised({ values: normalised, rows, columns }, { measures, leastShare, flags, deviation })
}

/** One table per year, one after another; `references` per indicator. Inf and Sup over all regions and years; Δ = (Sup − Inf)/2;
 *  r = 60·(x − (Ref − Δ))/(2Δ) + 70, for less-is-better 200 − r; score as above, per year. The reference itself gets 100. Without a
 *  reference the mean of the first year is taken. Worked: Inf 0, Sup 20, Ref 10: x = 15 → 115. */
export const adjustedMazziottaPareto = ({ values, years, rows, columns }: Table & { readonly years: number }, { directions, measures, leastShare, references, bounds }: ParetoOptions & { readonly references: Float64Array; readonly bounds?: readonly (readonly [number, number] | null)[] }): Pareto & { readonly references: Float64Array } => {
  const normalised = new Float64Array(values.length).fill(Number.NaN), used = references.slice()
  const flags = Array.from({ length: columns }, (_, column): Reason | null => {
    const x = Float64Array.from({ length: years * rows }, (__, row) => values[row * columns + column] as number)
    const found = extremesOf(x), given = bounds?.[column] ?? null
    if (found.n === 0) return 'no-data'
    const [min, max] = given ?? [found.min, found.max]
    if (!(max > min)) return 'constant'
    const reference = Number.isNaN(references[column]) ? meanOf(x.subarray(0, rows)) : (references[column] as number)
    if (Number.isNaN(reference)) return 'no-data'
    used[column] = reference
    const half = max / 2 - min / 2
    for (let row = 0; row < x.length; row += 1) { const r = 100 + 30 * (directions[column] as number) * (((x[row] as number) - reference) / half); if (Number.isFinite(r)) normalised[row * columns + column] = r }
    return null
  })
  return { ...penalised({ values: normalised, rows: years * rows, columns }, { measures, leastShare, flags, deviation: 'population' }), references: used }
}

const penalised = ({ values, rows, columns }: Table, { measures, leastShare, flags, deviation }: { readonly measures: 'good' | 'bad'; readonly leastShare: number; readonly flags: readonly (Reason | null)[]; readonly deviation: Deviation }): Pareto => {
  const counted = flags.flatMap((flag, column) => (flag === null ? [column] : []))
  const block = new Float64Array(rows * counted.length)
  counted.forEach((column, at) => { for (let row = 0; row < rows; row += 1) block[row * counted.length + at] = values[row * columns + column] as number })
  const means = new Float64Array(rows), spreads = new Float64Array(rows)
  const mute = new Uint8Array(rows).fill(codeOf(flags.find((flag): flag is Reason => flag !== null) ?? 'no-data'))
  const base = counted.length === 0 ? { scores: new Float64Array(rows).fill(Number.NaN), why: mute }
    : aggregate({ values: block, rows, columns: counted.length }, { weights: new Float64Array(counted.length).fill(1), how: { kind: 'mazziotta-pareto', measures }, leastShare })
  for (let row = 0; row < rows; row += 1) {
    const own = block.subarray(row * counted.length, (row + 1) * counted.length)
    means[row] = meanOf(own)
    // the deviation inside a region is of the same kind as over regions; with one value there is none
    spreads[row] = deviationOf(own, extremesOf(own).n < 2 ? 'population' : deviation)
    if (deviation === 'sample' && !Number.isNaN(base.scores[row])) {
      const penalty = (spreads[row] as number) ** 2 / (means[row] as number)
      base.scores[row] = (means[row] as number) + (measures === 'good' ? -penalty : penalty)
    }
  }
  return { normalised: values, means, spreads, scores: base.scores, why: base.why, flags }
}
