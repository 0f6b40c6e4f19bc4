// Fills gaps in a table of regions × indicators, and says how each was filled. Never across years: see panel-imputation. Never silently:
// every filled cell is listed. Columns of indicators are not to be imputed where they are somebody's headline figure.
import { quantileOf, sortedOf } from '../quantile.ts'
import { extremesOf, meanOf } from '../mean-and-deviation.ts'
import { type Columns, columnAt } from './screening.ts'
import { imputeChained } from './chained-imputation.ts'

export type Imputation =
  | { readonly kind: 'none' }
  | { readonly kind: 'mean' | 'median' }
  /** of the region's group */
  | { readonly kind: 'group-mean' | 'group-median' }
  /** the region's own level in the same pillar */
  | { readonly kind: 'row-mean' }
  /** one draw of chained equations: a factor of uncertainty, never a published value */
  | { readonly kind: 'chained'; readonly seed: number; readonly rounds: number }
export type ImputedCell = { readonly row: number; readonly column: number; readonly value: number; readonly how: Exclude<Imputation['kind'], 'none'> }
export type Imputed = { readonly values: Float64Array; readonly cells: readonly ImputedCell[] }
export type ImputationAround = {
  /** one per region, for the group kinds */
  readonly groups: readonly string[]
  /** one per indicator: indicators of one pillar have the same, for the row mean */
  readonly pillars: readonly string[]
  readonly directions: ArrayLike<number>
}

/** mean, median: of the observed values of the column, or of the region's group in it · row mean: the pillar's indicators with their
 *  directions on 0–1, the mean of the region's own, scaled back. Nothing observed to take it from: stays a gap. A mean shrinks the
 *  spread. Source: OECD/JRC Handbook 2008, Becker et al. (COINr). Worked: column 1, –, 5 by mean → 3. */
export const impute = (table: Columns, how: Imputation, around: ImputationAround): Imputed => {
  const values = table.values.slice()
  if (how.kind === 'none') return { values, cells: [] }
  const kind = how.kind
  const cells: ImputedCell[] = []
  const fill = (row: number, column: number, value: number): void => {
    if (!Number.isFinite(value)) return
    values[column * table.rows + row] = value
    cells.push({ row, column, value, how: kind })
  }
  if (how.kind === 'row-mean') fillFromRow(table, around, fill)
  else if (how.kind === 'chained') {
    const drawn = imputeChained(table, { seed: how.seed, rounds: how.rounds })
    forGaps(table, (row, column) => fill(row, column, drawn[column * table.rows + row] as number))
  } else {
    const middle = how.kind === 'mean' || how.kind === 'group-mean' ? meanOf : (x: Float64Array): number => quantileOf(sortedOf(x), 0.5)
    const isByGroup = how.kind === 'group-mean' || how.kind === 'group-median'
    for (let column = 0; column < table.columns; column += 1) {
      const x = columnAt(table, column)
      const known = new Map<string, number>()
      for (let row = 0; row < table.rows; row += 1) {
        if (!Number.isNaN(x[row])) continue
        const group = isByGroup ? (around.groups[row] ?? '') : ''
        let guess = known.get(group)
        if (guess === undefined) { guess = middle(isByGroup ? x.filter((_, at) => (around.groups[at] ?? '') === group) : x); known.set(group, guess) }
        fill(row, column, guess)
      }
    }
  }
  return { values, cells }
}

const forGaps = ({ values, rows, columns }: Columns, each: (row: number, column: number) => void): void => {
  for (let column = 0; column < columns; column += 1) for (let row = 0; row < rows; row += 1) {
    if (Number.isNaN(values[column * rows + row])) each(row, column)
  }
}

/** From what is observed only: a value filled in does not serve for the next. */
const fillFromRow = (table: Columns, { pillars, directions }: ImputationAround, fill: (row: number, column: number, value: number) => void): void => {
  const ends = Array.from({ length: table.columns }, (_, column) => extremesOf(columnAt(table, column)))
  const up = (column: number): boolean => (directions[column] ?? 1) >= 0
  const scaled = (row: number, column: number): number => {
    const { min, max } = ends[column] as { min: number; max: number }
    const part = ((table.values[column * table.rows + row] as number) - min) / (max - min)
    return up(column) ? part : 1 - part
  }
  forGaps(table, (row, column) => {
    const { n, min, max } = ends[column] as { n: number; min: number; max: number }
    if (n === 0) return
    let sum = 0, count = 0
    for (let other = 0; other < table.columns; other += 1) {
      if (other === column || pillars[other] !== pillars[column]) continue
      const part = scaled(row, other)
      if (Number.isFinite(part)) { sum += part; count += 1 }
    }
    if (count > 0) fill(row, column, up(column) ? min + sum / count * (max - min) : max - sum / count * (max - min))
  })
}
