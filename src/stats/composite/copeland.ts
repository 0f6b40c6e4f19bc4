// Who beats whom on more weight of indicators: an order without any offsetting. A score says wins minus losses, not a distance.
import { codeOf, type Reasons } from '../reason.ts'

export type Copeland = {
  /** wins minus losses, per region */
  readonly scores: Float64Array
  readonly why: Reasons
  /** share of the pairs that can be compared in which one side has every indicator */
  readonly dominance: number
  /** row-major rows × rows: c_il + c_li = 1; NaN on the diagonal and where a pair has no indicator in common */
  readonly outranking: Float64Array
}
type Table = { readonly values: Float64Array; readonly rows: number; readonly columns: number }

/** c_il = (Σw where i beats l + ½Σw of ties) ÷ Σw of indicators both have; score = how often c > ½ − how often c < ½. A pair without a
 *  common indicator (or with weight 0 in common) is passed over; a region without any pair: 'not-connected'; without values: 'no-data'.
 *  Source: OECD/JRC Handbook 2008, after Copeland 1951. Worked: (3, 1), (2, 2), (1, 3), weights 2, 1 → 2, 0, −2. */
export const copeland = ({ values, rows, columns }: Table, weights: Float64Array): Copeland => {
  const scores = new Float64Array(rows), why = new Uint8Array(rows)
  const outranking = new Float64Array(rows * rows).fill(Number.NaN)
  const met = new Int32Array(rows), has = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) if (!Number.isNaN(values[row * columns + column])) has[row] = 1
  let pairs = 0, dominated = 0
  for (let i = 0; i < rows; i += 1) for (let l = i + 1; l < rows; l += 1) {
    let win = 0, loss = 0, tie = 0
    for (let j = 0; j < columns; j += 1) {
      const a = values[i * columns + j] as number, b = values[l * columns + j] as number, w = weights[j] as number
      if (a > b) win += w
      else if (a < b) loss += w
      else if (a === b) tie += w
    }
    const whole = win + loss + tie
    if (whole === 0) continue
    const c = (win + tie / 2) / whole
    outranking[i * rows + l] = c
    outranking[l * rows + i] = 1 - c
    pairs += 1
    met[i] = (met[i] as number) + 1
    met[l] = (met[l] as number) + 1
    if (win === whole || loss === whole) dominated += 1
    // Compared as sums of weights: the quotient may round past one half.
    const sign = Math.abs(win - loss) <= 1e-12 * whole ? 0 : win > loss ? 1 : -1
    scores[i] = (scores[i] as number) + sign
    scores[l] = (scores[l] as number) - sign
  }
  for (let row = 0; row < rows; row += 1) if (met[row] === 0) { scores[row] = Number.NaN; why[row] = codeOf(has[row] === 1 ? 'not-connected' : 'no-data') }
  return { scores, why, dominance: pairs === 0 ? Number.NaN : dominated / pairs, outranking }
}
