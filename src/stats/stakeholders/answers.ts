// Answers of people to items, as the methods of this folder take them. Not a place for a method.
import type { Value } from '../reason.ts'

/** Row-major, one row per person, one column per item; NaN = no answer. */
export type Answers = { readonly values: Float64Array; readonly rows: number; readonly columns: number }

/** Under so many answers nothing is shown of them (methods.md 6): a person could be told from the rest. */
export const leastPeople = 5

export const needShape = ({ values, rows, columns }: Answers): void => {
  if (values.length !== rows * columns) throw new RangeError(`${values.length} values are not ${rows} rows of ${columns}`)
}
/** What people said of one item, without the silent ones. */
export const columnOf = ({ values, rows, columns }: Answers, at: number): Float64Array => {
  const column = new Float64Array(rows)
  let n = 0
  for (let row = 0; row < rows; row += 1) {
    const one = values[row * columns + at] as number
    if (!Number.isNaN(one)) column[n++] = one
  }
  return column.slice(0, n)
}
/** A number beyond what the machine can write is no result. */
export const finite = (one: number): Value => (Number.isFinite(one) ? one : 'out-of-domain')
export const meanOf = (values: Float64Array): number => values.reduce((all, one) => all + one, 0) / values.length
/** n − 1 below the line; 0 exactly where all are equal. */
export const deviationOf = (values: Float64Array): number => {
  if (values.every((one) => one === values[0])) return values.length < 2 ? Number.NaN : 0
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((all, one) => all + (one - mean) ** 2, 0) / (values.length - 1))
}
