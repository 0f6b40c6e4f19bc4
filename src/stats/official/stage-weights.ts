// Weights that follow the stage of development, so that a poor region is not judged on innovation alone (the idea of RCI 2.0).
import { codeOf, type Reasons } from '../reason.ts'

export type Stages = {
  /** GDP per head in per cent of the EU: below the first, between, above the last */
  readonly cuts: readonly number[]
  /** one row per stage, one weight per sub-index */
  readonly weights: readonly (readonly number[])[]
}
/** After RCI 2.0 (2022): basic, efficiency, innovation. */
export const stages2022: Stages = { cuts: [75, 100], weights: [[0.3, 0.5, 0.2], [0.25, 0.5, 0.25], [0.2, 0.5, 0.3]] }
export type Staged = {
  /** 0 is the lowest; −1 where GDP is missing */
  readonly stages: Int32Array
  /** regions × sub-indices, row-major */
  readonly weights: Float64Array
  readonly scores: Float64Array
  readonly why: Reasons
}

/** A region on the upper cut belongs to the stage below it, on a lower cut to the stage above (75–100 holds both its ends). Score
 *  Σw·sub-index ÷ Σw; a missing sub-index or GDP: 'no-data'. Source: RCI 2.0 (2022), read from secondary pages: “after RCI”.
 *  Worked: GDP 60, sub-indices 40, 50, 20 → 0.3·40 + 0.5·50 + 0.2·20 = 41. */
export const stageWeights = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, gdp: Float64Array, { cuts, weights }: Stages = stages2022): Staged => {
  if (values.length !== rows * columns || gdp.length !== rows || weights.length !== cuts.length + 1 || weights.some((row) => row.length !== columns)) throw new Error(`stage weights: ${rows} regions × ${columns}, ${gdp.length} values of GDP, ${weights.length} stages for ${cuts.length} cuts`)
  const stages = new Int32Array(rows).fill(-1), own = new Float64Array(rows * columns).fill(Number.NaN)
  const scores = new Float64Array(rows).fill(Number.NaN), why = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const level = gdp[row] as number
    if (Number.isNaN(level)) { why[row] = codeOf('no-data'); continue }
    // the last cut is passed from above only: 100 is still the middle stage
    const stage = cuts.filter((cut, at) => (at === cuts.length - 1 && at > 0 ? level > cut : level >= cut)).length
    stages[row] = stage
    let sum = 0, whole = 0
    for (let column = 0; column < columns; column += 1) {
      const w = weights[stage]?.[column] as number
      own[row * columns + column] = w
      sum += w * (values[row * columns + column] as number)
      whole += w
    }
    if (Number.isFinite(sum / whole)) scores[row] = sum / whole
    else why[row] = codeOf(whole === 0 ? 'zero-denominator' : 'no-data')
  }
  return { stages, weights: own, scores, why }
}

/** The regions nearest in GDP per head, nearest first; equals by place in the list. Worked: own 100; 90, 104, 150 → second, first, third. */
export const nearestInGdp = (gdp: Float64Array, own: number, count: number): readonly number[] => {
  const here = gdp[own] as number
  if (Number.isNaN(here)) return []
  return Array.from(gdp, (_, at) => at).filter((at) => at !== own && !Number.isNaN(gdp[at]))
    .sort((a, b) => Math.abs((gdp[a] as number) - here) - Math.abs((gdp[b] as number) - here) || a - b).slice(0, count)
}
