// Traits of regions on one scale, column by column: 0 to 1, or in standard deviations. Not directed: more is not better here.
import { magnitudeOf } from './magnitude.ts'

export type TraitTable = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
/** `left`: false where a column says nothing: no value, one value, all equal; its cells keep 0 where a value was. */
export type Scaled = TraitTable & { readonly left: readonly boolean[] }
export type Deviation = 'sample' | 'population'

export const columnOf = ({ values, rows, columns }: TraitTable, column: number): Float64Array => {
  const own = new Float64Array(rows)
  for (let row = 0; row < rows; row++) own[row] = values[row * columns + column] as number
  return own
}
const scale = (table: TraitTable, toScale: (present: Float64Array) => ((value: number) => number) | null): Scaled => {
  const { rows, columns } = table
  if (table.values.length !== rows * columns) throw new RangeError(`${table.values.length} values for ${rows} × ${columns}`)
  const values = new Float64Array(rows * columns)
  const left: boolean[] = []
  for (let column = 0; column < columns; column++) {
    const own = columnOf(table, column)
    const to = toScale(own.filter((one) => !Number.isNaN(one)))
    left.push(to !== null)
    for (let row = 0; row < rows; row++) {
      const one = own[row] as number
      values[row * columns + column] = Number.isNaN(one) ? Number.NaN : to === null ? 0 : to(one)
    }
  }
  return { values, rows, columns, left }
}

/** (x − min) ÷ (max − min) over all regions, in own unit → 0…1; NaN stays. Halved first where the range is beyond what a number holds.
 *  Worked: 10, 20, 40 → 0, 1/3, 1. */
export const toUnitRange = (table: TraitTable): Scaled => scale(table, (present) => {
  const low = present.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), high = present.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (!(high > low)) return null
  return Number.isFinite(high - low) ? (value) => (value - low) / (high - low) : (value) => (value / 2 - low / 2) / (high / 2 - low / 2)
})

/** (x − mean) ÷ standard deviation over all regions; NaN stays. `sample` divides by n − 1, `population` by n.
 *  Worked: 1, 2, 3 → −1, 0, 1 (sample). */
export const toDeviations = (table: TraitTable, deviation: Deviation = 'sample'): Scaled => scale(table, (present) => {
  const n = present.length
  const most = magnitudeOf(present)
  const first = present[0]
  if (n < 2 || present.every((one) => one === first)) return null
  const mean = present.reduce((a, b) => a + b / most, 0) / n
  const spread = Math.sqrt(present.reduce((a, b) => a + (b / most - mean) ** 2, 0) / (deviation === 'sample' ? n - 1 : n))
  return spread > 0 ? (value) => (value / most - mean) / spread : null
})
