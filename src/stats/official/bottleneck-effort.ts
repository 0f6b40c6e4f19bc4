// Where the next unit of effort belongs: the least that has to be added, always to the weakest pillar, until the index is so much higher.
// A reading of the index, not a forecast of what policy brings.
import { type BottleneckOptions, indexOf } from './penalty-for-bottleneck.ts'
import type { Reason } from '../reason.ts'

export type EffortPlan = {
  /** per pillar, in units of y (0…1) */
  readonly added: Float64Array
  readonly total: number
  readonly before: number
  readonly after: number
  readonly reached: boolean
}
/** Adds `unit` to the currently lowest y (the first of equals) until the index is `rise` higher (0.1: 10 %), or no pillar below `ceiling`
 *  is left: then `reached` is false. A missing pillar: 'no-data'; an index of 0: 'zero-denominator'.
 *  Source: Ács, Rappai and Szerb 2011. Worked: reference case of Greece, +10 % → 0.1218, all of it to one pillar. */
export const bottleneckEffort = (y: Float64Array, options: Pick<BottleneckOptions, 'scale' | 'steepness' | 'subindices' | 'over'> & { readonly rise: number; readonly unit: number; readonly ceiling: number }): EffortPlan | Reason => {
  const { rise, unit, ceiling } = options
  const columns = y.length
  if (!(unit > 0)) throw new Error(`bottleneck effort: a unit of ${unit}`)
  if (columns === 0 || y.some(Number.isNaN)) return 'no-data'
  const now = y.slice()
  const scoreOf = scorer(columns, options)
  const before = scoreOf(now)
  if (!(before > 0)) return 'zero-denominator'
  const units = new Float64Array(columns)
  const goal = before * (1 + rise)
  const most = Math.ceil(columns * Math.max(1, ceiling) / unit) + columns
  let after = before
  for (let step = 0; after < goal && step < most; step += 1) {
    let lowest = 0
    for (let column = 1; column < columns; column += 1) if ((now[column] as number) < (now[lowest] as number)) lowest = column
    if ((now[lowest] as number) >= ceiling) break
    units[lowest] = (units[lowest] as number) + 1
    now[lowest] = (y[lowest] as number) + (units[lowest] as number) * unit
    after = scoreOf(now)
  }
  const added = units.map((count) => count * unit)
  return { added, total: added.reduce((all, one) => all + one, 0), before, after, reached: after >= goal }
}

/** The index of one region, without anything being set aside at each step. */
const scorer = (columns: number, options: Pick<BottleneckOptions, 'scale' | 'steepness' | 'subindices' | 'over'>): ((y: Float64Array) => number) => {
  if (options.over === 'subindex') return (y) => indexOf({ values: y, rows: 1, columns }, options).scores[0] as number
  const keys = [...new Set(options.subindices)]
  const share = options.subindices.map((name) => 100 / keys.length / options.subindices.filter((one) => one === name).length)
  return (y) => {
    let b = Number.POSITIVE_INFINITY, sum = 0
    for (let column = 0; column < columns; column += 1) if ((y[column] as number) < b) b = y[column] as number
    for (let column = 0; column < columns; column += 1) sum += (share[column] as number) * (b + options.scale * (1 - Math.exp(-options.steepness * ((y[column] as number) - b))))
    return sum
  }
}
