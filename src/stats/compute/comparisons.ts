// Comparisons in pairs as they come in: a square table, half of it, or the list of a questionnaire, always made into a whole square.
import { WrongInput } from './entry.ts'

type Cells = readonly (readonly (number | null)[])[]
/** How far a value and its counterpart may be from each other's reverse, as people write 0.33 for a third. */
const looseness = 0.02

/** Row-major, NaN where nobody answered. One side of a pair is enough; the diagonal may be left out. */
export const toComparisons = (cells: Cells, key: string): { readonly values: Float64Array; readonly n: number } => {
  const n = cells.length
  const values = new Float64Array(n * n).fill(Number.NaN)
  cells.forEach((row, at) => { if (row.length !== n) throw new WrongInput(`${key}: row ${at + 1} has ${row.length} values, a square of ${n} is needed`) })
  for (let row = 0; row < n; row += 1) {
    const own = cells[row]?.[row] ?? 1
    if (own !== 1) throw new WrongInput(`${key}: row ${row + 1} compares an item with itself; the diagonal is 1`)
    values[row * n + row] = 1
    for (let column = row + 1; column < n; column += 1) {
      const there = cells[row]?.[column] ?? null, back = cells[column]?.[row] ?? null
      for (const one of [there, back]) if (one !== null && !(one > 0)) throw new WrongInput(`${key}: a comparison is above 0, not ${one}`)
      if (there !== null && back !== null && Math.abs(there * back - 1) > looseness) throw new WrongInput(`${key}: row ${row + 1}, column ${column + 1} is ${there}, but its counterpart is ${back} and not 1 ÷ ${there}`)
      // The one above 1 is the one that was said; the other may be rounded.
      const said = there !== null && (back === null || there >= 1) ? there : back === null ? Number.NaN : 1 / back
      values[row * n + column] = said
      values[column * n + row] = 1 / said
    }
  }
  return { values, n }
}

/** A questionnaire's list, the pairs (1,2), (1,3) … (2,3) …: 5 = the second matters five times more, −5 = the first does, 1 or −1 = alike. */
export const toSquare = (answers: readonly (number | null)[], key: string): Cells => {
  const n = (1 + Math.sqrt(1 + 8 * answers.length)) / 2
  if (!Number.isInteger(n)) throw new WrongInput(`${key}: ${answers.length} answers are not all pairs of any number of items`)
  let next = 0
  const cells = Array.from({ length: n }, () => new Array<number | null>(n).fill(null))
  for (let row = 0; row < n; row += 1) for (let column = row + 1; column < n; column += 1) {
    const one = answers[next++] ?? null
    if (one !== null && Math.abs(one) < 1) throw new WrongInput(`${key}: answer ${next} is ${one}; the scale is 1 to 9 and −1 to −9`)
    if (one !== null) (cells[row] as (number | null)[])[column] = one < 0 ? -one : 1 / one
  }
  return cells
}
