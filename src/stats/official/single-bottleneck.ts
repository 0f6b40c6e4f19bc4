// One named pillar as the ceiling of all others (say co-operation of small firms): what exceeds it counts less. Not the weakest pillar.
import { codeOf, type Reasons } from '../reason.ts'

/** `values` regions × pillars, row-major, on 0…1; `ceiling` the column. h = c + 1 − e^(−(y − c)) where y > c, else y; c itself stays.
 *  A missing value keeps its gap; without c: the whole region 'no-data'. Source: Salazar-Elena and Zabala-Iturriagagoitia, Cotec 2021,
 *  72–73. Worked: c = 0.2, y = 0.7 and 0.1 → 0.2 + 1 − e^(−0.5) = 0.5934693, 0.1. */
export const singleBottleneck = ({ values, rows, columns }: { readonly values: Float64Array; readonly rows: number; readonly columns: number }, ceiling: number): { readonly values: Float64Array; readonly why: Reasons } => {
  if (!(Number.isInteger(ceiling) && ceiling >= 0 && ceiling < columns)) throw new Error(`single bottleneck: there is no pillar ${ceiling} of ${columns}`)
  const h = new Float64Array(values.length).fill(Number.NaN), why = new Uint8Array(values.length)
  for (let row = 0; row < rows; row += 1) {
    const c = values[row * columns + ceiling] as number
    for (let column = 0; column < columns; column += 1) {
      const y = values[row * columns + column] as number, at = row * columns + column
      const one = y > c ? c + 1 - Math.exp(-(y - c)) : y
      if (Number.isNaN(c) || !Number.isFinite(one)) why[at] = codeOf('no-data')
      else h[at] = one
    }
  }
  return { values: h, why }
}
