// Did the treated change more than the others, once every region and every year has its own level? And were they parallel before?
// One treated region: the clustered error is far too small, so the permutation p is the one to read.
import { randomFrom } from '../random.ts'
import type { Value } from '../reason.ts'
import { finiteOr } from '../series.ts'
import type { Panel } from '../sigma-convergence.ts'
import { placeOf } from './design.ts'
import { type Correction, panelRegression } from './panel-regression.ts'

/** The first treated year of each treated region, as a place in the row. */
export type Start = { readonly row: number; readonly first: number }
export type DifferenceInDifferences = {
  readonly effect: Value
  readonly error: Value
  readonly plainError: Value
  readonly p: Value
  /** p of the same regression with regions in the place of the treated where nothing happened */
  readonly permutationP: Value
  readonly placebos: readonly number[]
  readonly cells: number
}
type Options = { readonly correction?: Correction; readonly draws?: number; readonly seed?: number; readonly permutations?: 'yes' | 'no' }

const needStarts = ({ rows, columns }: Panel, starts: readonly Start[]): void => {
  if (starts.some(({ row, first }) => !(row >= 0 && row < rows && first >= 0 && first <= columns)) || new Set(starts.map(({ row }) => row)).size !== starts.length) throw new RangeError('each treated region is one row of the table, with the place of its first treated year')
}
const treatment = ({ rows, columns }: Panel, starts: readonly Start[]): Float64Array => {
  const d = new Float64Array(rows * columns)
  for (const { row, first } of starts) d.fill(1, row * columns + first, (row + 1) * columns)
  return d
}
const rowsOf = ({ values, columns }: Panel, rows: readonly number[]): Panel =>
  ({ values: Float64Array.from(rows.flatMap((row) => Array.from(values.subarray(row * columns, (row + 1) * columns)))), rows: rows.length, columns })

/** y_it = α_i + λ_t + τD_it. `regions`: the rows that take part (all where absent). Permutation: each untreated region once in the place of one
 *  treated, seeded draws of as many for several; p = rank of |τ| ÷ (J + 1). Undefined as panelRegression says; under eight untreated regions no
 *  permutation p ('too-few'). Worked: treated 1 → 4, others 1 → 2: τ = 2. Source: any textbook. */
export const differenceInDifferences = (whole: Panel, starts: readonly Start[], { correction = 'cr1', draws = 500, seed = 1, permutations = 'yes' }: Options = {}): DifferenceInDifferences => {
  needStarts(whole, starts)
  const fit = panelRegression(whole, [treatment(whole, starts)], correction)
  if (typeof fit === 'string') return { effect: fit, error: fit, plainError: fit, p: fit, permutationP: fit, placebos: [], cells: 0 }
  const others = Array.from({ length: whole.rows }, (_, i) => i).filter((i) => !starts.some(({ row }) => row === i)), untreated = rowsOf(whole, others)
  const placebos = permutations === 'no' || others.length <= starts.length ? [] : chosenOf(others.length, starts, { draws, seed }).flatMap((chosen) => {
    const found = panelRegression(untreated, [treatment(untreated, chosen)], 'none')
    return typeof found === 'string' ? [] : [found.coefficients[0] as number]
  })
  const effect = fit.coefficients[0] as number
  return {
    effect: finiteOr(effect, 'out-of-domain'), error: finiteOr(fit.errors[0] as number, 'too-few'), plainError: finiteOr(fit.plainErrors[0] as number, 'too-few'), p: finiteOr(fit.p[0] as number, 'constant'),
    placebos, permutationP: placebos.length < 8 ? 'too-few' : placeOf(Math.abs(effect), placebos.map(Math.abs)).p, cells: fit.cells,
  }
}
const chosenOf = (count: number, starts: readonly Start[], { draws, seed }: { readonly draws: number; readonly seed: number }): Start[][] => {
  const only = starts[0]
  if (starts.length === 1 && only) return Array.from({ length: count }, (_, row) => [{ row, first: only.first }])
  const random = randomFrom(seed)
  return Array.from({ length: draws }, () => {
    const left = Array.from({ length: count }, (_, i) => i)
    return starts.map(({ first }) => ({ row: left.splice(random.whole(left.length), 1)[0] as number, first }))
  })
}

export type EventStudy = { readonly effects: readonly { readonly year: number; readonly effect: Value; readonly error: Value; readonly p: Value }[]; readonly cells: number }

/** The same with one coefficient per year before and after the start; the last year before it is 0. Undefined: nobody untreated and one common
 *  start ('constant'). Source: any textbook. */
export const eventStudy = (panel: Panel, starts: readonly Start[], correction: Correction = 'cr1'): EventStudy => {
  needStarts(panel, starts)
  const years = [...new Set(starts.flatMap(({ first }) => Array.from({ length: panel.columns }, (_, t) => t - first)))].sort((a, b) => a - b)
  const asked = years.filter((year) => year !== -1), regressors = asked.map((year) => {
    const d = new Float64Array(panel.rows * panel.columns)
    for (const { row, first } of starts) if (first + year >= 0 && first + year < panel.columns) d[row * panel.columns + first + year] = 1
    return d
  })
  const fit = starts.length === 0 ? 'no-data' : panelRegression(panel, regressors, correction)
  if (typeof fit === 'string') return { effects: years.map((year) => ({ year, effect: fit, error: fit, p: fit })), cells: 0 }
  return {
    cells: fit.cells, effects: years.map((year) => {
      const at = asked.indexOf(year)
      return at < 0 ? { year, effect: 0, error: 0, p: 1 }
        : { year, effect: finiteOr(fit.coefficients[at] as number, 'out-of-domain'), error: finiteOr(fit.errors[at] as number, 'too-few'), p: finiteOr(fit.p[at] as number, 'constant') }
    }),
  }
}
