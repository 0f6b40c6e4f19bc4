// One draw of multiple imputation by chained equations: each column with gaps is regressed on the most related others, and the gaps get
// the prediction plus a drawn error. Only to show what a guess costs; never the published value.
import { deviationOf, meanOf } from '../mean-and-deviation.ts'
import { randomFrom } from '../random.ts'
import { correlation } from '../correlation.ts'
import { type Columns, columnAt } from './screening.ts'
import { solveSymmetric } from './symmetric-solve.ts'

const mostPredictors = 5
/** Starts from column means; in each round and for each column with gaps: least squares on up to five columns with the largest |r|,
 *  prediction + e·s, e drawn from the standard normal, s the residual deviation. Column-major out; a column without any value stays a
 *  gap; one with under five gets its mean. The same seed gives the same bytes. Source: van Buuren and Groothuis-Oudshoorn 2011
 *  (J. Stat. Softw. 45/3). */
export const imputeChained = (table: Columns, { seed, rounds }: { readonly seed: number; readonly rounds: number }): Float64Array => {
  const { rows, columns } = table
  const values = table.values.slice()
  const draw = randomFrom(seed)
  const gaps: number[][] = []
  for (let column = 0; column < columns; column += 1) {
    const x = columnAt(table, column), mean = meanOf(x)
    const own: number[] = []
    for (let row = 0; row < rows; row += 1) if (Number.isNaN(x[row])) { own.push(row); values[column * rows + row] = mean }
    gaps.push(own)
  }
  const predictors = gaps.map((own, column) => (own.length === 0 || own.length > rows - 5 ? [] : closest(table, column)))
  for (let round = 0; round < rounds; round += 1) for (let column = 0; column < columns; column += 1) {
    const others = predictors[column] as number[]
    if (others.length > 0) redraw({ values, rows }, { column, others, gaps: gaps[column] as number[], normal: () => normal(draw.next(), draw.next()) })
  }
  return values
}
/** Box and Muller 1958. */
const normal = (u: number, v: number): number => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)

const closest = (table: Columns, column: number): number[] => {
  const found: { other: number; r: number }[] = []
  for (let other = 0; other < table.columns; other += 1) {
    if (other === column) continue
    const { value } = correlation(columnAt(table, column), columnAt(table, other), 'pearson')
    if (typeof value === 'number' && Math.abs(value) > 0.1) found.push({ other, r: Math.abs(value) })
  }
  const most = Math.min(mostPredictors, Math.floor((table.rows - 2) / 3))
  return found.sort((a, b) => b.r - a.r || a.other - b.other).slice(0, Math.max(0, most)).map(({ other }) => other)
}

const redraw = ({ values, rows }: { readonly values: Float64Array; readonly rows: number }, { column, others, gaps, normal: next }: { readonly column: number; readonly others: readonly number[]; readonly gaps: readonly number[]; readonly normal: () => number }): void => {
  const y = values.subarray(column * rows, (column + 1) * rows)
  const isGap = new Uint8Array(rows)
  for (const row of gaps) isGap[row] = 1
  const seen = y.filter((_, row) => isGap[row] === 0)
  const scales = others.map((other) => {
    const x = values.subarray(other * rows, (other + 1) * rows)
    return { x, mean: meanOf(x), s: deviationOf(x, 'population') || 1 }
  })
  const k = others.length + 1
  const left = new Float64Array(k * k), right = new Float64Array(k)
  const own = meanOf(seen), s = deviationOf(seen, 'population') || 1
  const at = (row: number): Float64Array => Float64Array.from([1, ...scales.map(({ x, mean, s: by }) => ((x[row] as number) - mean) / by)])
  for (let row = 0; row < rows; row += 1) {
    if (isGap[row] === 1) continue
    const terms = at(row), target = ((y[row] as number) - own) / s
    for (let i = 0; i < k; i += 1) {
      right[i] = (right[i] as number) + (terms[i] as number) * target
      for (let j = 0; j < k; j += 1) left[i * k + j] = (left[i * k + j] as number) + (terms[i] as number) * (terms[j] as number)
    }
  }
  // a hair of ridge: columns may repeat each other
  for (let i = 1; i < k; i += 1) left[i * k + i] = (left[i * k + i] as number) + 1e-6 * rows
  const b = solveSymmetric(left, right)
  if (b === null) return
  const fitted = (row: number): number => at(row).reduce((all, term, i) => all + term * (b[i] as number), 0)
  let rest = 0
  for (let row = 0; row < rows; row += 1) if (isGap[row] === 0) rest += (((y[row] as number) - own) / s - fitted(row)) ** 2
  const error = Math.sqrt(rest / Math.max(1, seen.length - k))
  for (const row of gaps) { const drawn = own + s * (fitted(row) + error * next()); if (Number.isFinite(drawn)) y[row] = drawn }
}
