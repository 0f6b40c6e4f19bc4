// An index in which the weakest pillar holds the others back (the family of GEI, REDI and EIDES), step by step. Not for pillars below 0.
import { extremesOf, meanOf } from '../mean-and-deviation.ts'
import { quantileOf, sortedOf } from '../quantile.ts'
import { codeOf, type Reason, type Reasons, type Value } from '../reason.ts'

export type BottleneckOptions = {
  /** each pillar is cut at this quantile; null: not at all */
  readonly cap: number | null
  /** h = b + scale·(1 − e^(−steepness·(y − b))) */
  readonly scale: number
  readonly steepness: number
  /** one per pillar: the sub-index it belongs to */
  readonly subindices: readonly string[]
  /** whose minimum is the bottleneck */
  readonly over: 'all' | 'subindex'
}
export const bottleneckDefaults: Omit<BottleneckOptions, 'subindices'> = { cap: 0.95, scale: 1, steepness: 1, over: 'all' }

type Table = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export type Penalised = {
  readonly caps: readonly Value[]
  /** regions × pillars, row-major: capped and divided by the maximum; averages equalised; penalised */
  readonly capped: Float64Array
  readonly equalised: Float64Array
  readonly penalised: Float64Array
  readonly powers: readonly Value[]
  readonly targetMean: Value
  readonly subindices: readonly { readonly key: string; readonly scores: Float64Array; readonly unpenalised: Float64Array }[]
  readonly scores: Float64Array
  readonly unpenalised: Float64Array
  readonly why: Reasons
  /** per region the column of its lowest y, the first of equals; −1 where there is none */
  readonly bottlenecks: Int32Array
}

/** (1) cap at the 95th percentile; (2) x = z ÷ max; (3) y = x^k with k so that every pillar has the mean of the pillar means; (4)
 *  h = b + 1 − e^(−(y − b)), b the region's lowest y; (5) sub-index 100·mean of its h, index the mean of the sub-indices. Scores 0–100.
 *  A region without a pillar: 'no-data', no penalty. A pillar below 0: 'out-of-domain'; of nothing but 0: 'zero-denominator'; whose mean no
 *  k can move: 'no-convergence' — then nobody has an index. Source: Ács, Rappai and Szerb 2011; Szerb et al. 2013.
 *  Worked: y = (0, 1) → h = (0, 0.6321206). */
export const penaltyForBottleneck = (table: Table, options: BottleneckOptions): Penalised => {
  const { values, rows, columns } = table
  if (values.length !== rows * columns || options.subindices.length !== columns) throw new Error(`penalty for bottleneck: ${values.length} values, ${rows} regions, ${columns} pillars, ${options.subindices.length} sub-indices named`)
  const pillars = Array.from({ length: columns }, (_, column) => capPillar(Float64Array.from({ length: rows }, (__, row) => values[row * columns + column] as number), options.cap))
  const means = pillars.map(({ x }) => meanOf(x))
  const targetMean = means.some(Number.isNaN) ? Number.NaN : means.reduce((all, one) => all + one, 0) / columns
  const powers = pillars.map(({ x, problem }): Value => problem ?? powerFor(x, targetMean))
  const capped = new Float64Array(rows * columns), equalised = new Float64Array(rows * columns).fill(Number.NaN)
  pillars.forEach(({ x }, column) => {
    const k = powers[column]
    for (let row = 0; row < rows; row += 1) {
      capped[row * columns + column] = x[row] as number
      if (typeof k === 'number') equalised[row * columns + column] = (x[row] as number) ** k
    }
  })
  const problem = powers.find((one): one is Reason => typeof one !== 'number') ?? null
  const rest = indexOf({ values: equalised, rows, columns }, options, problem)
  return { caps: pillars.map(({ cap }) => cap), capped, equalised, powers, targetMean: problem ?? targetMean, ...rest }
}

const capPillar = (z: Float64Array, share: number | null): { readonly x: Float64Array; readonly cap: Value; readonly problem: Reason | null } => {
  const { n, min, max } = extremesOf(z)
  const nothing = (problem: Reason) => ({ x: new Float64Array(z.length).fill(Number.NaN), cap: problem, problem })
  if (n === 0) return nothing('no-data')
  if (min < 0) return nothing('out-of-domain')
  const cap = share === null ? max : quantileOf(sortedOf(z), share)
  if (!(cap > 0)) return nothing('zero-denominator')
  return { x: z.map((one) => (Number.isNaN(one) ? one : Math.min(one, cap) / cap)), cap, problem: null }
}

/** k with mean(x^k) = target; the mean falls as k grows. Halved on a logarithmic scale until it cannot be halved. */
const powerFor = (x: Float64Array, target: number): Value => {
  if (Number.isNaN(target)) return 'no-data'
  let n = 0
  for (const one of x) if (!Number.isNaN(one)) n += 1
  const meanAt = (k: number): number => {
    let sum = 0
    for (const one of x) if (!Number.isNaN(one)) sum += one ** k
    return sum / n
  }
  if (Math.abs(meanAt(1) - target) < 1e-15) return 1
  let low = Math.log(1e-9), high = Math.log(1e9)
  if (meanAt(Math.exp(low)) < target - 1e-12 || meanAt(Math.exp(high)) > target + 1e-12) return 'no-convergence'
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (meanAt(Math.exp(middle)) > target) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** Steps 4 and 5 on equalised pillars (0…1, row-major): the penalty, the sub-indices and the index. */
export const indexOf = ({ values: y, rows, columns }: Table, { scale, steepness, subindices: names, over }: Pick<BottleneckOptions, 'scale' | 'steepness' | 'subindices' | 'over'>, problem: Reason | null = null): Pick<Penalised, 'penalised' | 'subindices' | 'scores' | 'unpenalised' | 'why' | 'bottlenecks'> => {
  const keys = [...new Set(names)]
  const of = names.map((name) => keys.indexOf(name))
  const penalised = new Float64Array(rows * columns).fill(Number.NaN)
  const subindices = keys.map((key) => ({ key, scores: new Float64Array(rows).fill(Number.NaN), unpenalised: new Float64Array(rows).fill(Number.NaN) }))
  const scores = new Float64Array(rows).fill(Number.NaN), unpenalised = scores.slice(), why = new Uint8Array(rows), bottlenecks = new Int32Array(rows).fill(-1)
  for (let row = 0; row < rows; row += 1) {
    const own = y.subarray(row * columns, (row + 1) * columns)
    if (problem !== null || own.some(Number.isNaN) || columns === 0) { why[row] = codeOf(problem ?? 'no-data'); continue }
    const lowest = keys.map((_, group) => own.reduce((least, one, column) => (over === 'all' || of[column] === group ? Math.min(least, one) : least), Number.POSITIVE_INFINITY))
    let at = 0
    for (let column = 0; column < columns; column += 1) {
      const b = lowest[of[column] as number] as number
      if ((own[column] as number) < (own[at] as number)) at = column
      penalised[row * columns + column] = b + scale * (1 - Math.exp(-steepness * ((own[column] as number) - b)))
    }
    bottlenecks[row] = at
    const count = new Float64Array(keys.length)
    for (const { scores: one, unpenalised: other } of subindices) { one[row] = 0; other[row] = 0 }
    for (let column = 0; column < columns; column += 1) {
      const group = of[column] as number, into = subindices[group] as { scores: Float64Array; unpenalised: Float64Array }
      into.scores[row] = (into.scores[row] as number) + 100 * (penalised[row * columns + column] as number)
      into.unpenalised[row] = (into.unpenalised[row] as number) + 100 * (own[column] as number)
      count[group] = (count[group] as number) + 1
    }
    let sum = 0, plain = 0
    subindices.forEach((into, group) => {
      into.scores[row] = (into.scores[row] as number) / (count[group] as number)
      into.unpenalised[row] = (into.unpenalised[row] as number) / (count[group] as number)
      sum += into.scores[row] as number
      plain += into.unpenalised[row] as number
    })
    scores[row] = sum / keys.length
    unpenalised[row] = plain / keys.length
  }
  return { penalised, subindices, scores, unpenalised, why, bottlenecks }
}
