// How alike two divisions of the same people are, beyond chance: 1 the same, about 0 unrelated. The names of the groups do not matter.
import type { Value } from '../reason.ts'

export type RandIndex = { readonly index: Value; readonly counted: number; /** n_ij, rows by the first division's groups, columns by the second's */ readonly table: readonly (readonly number[])[]; readonly firstGroups: readonly string[]; readonly secondGroups: readonly string[] }

/** [ΣC(n_ij,2) − E] ÷ [½(ΣC(a_i,2) + ΣC(b_j,2)) − E] with E = ΣC(a_i,2)·ΣC(b_j,2) ÷ C(N,2) (Hubert and Arabie 1985, Journal of Classification 2,
 *  193–218). Both trivial (one group, or everybody alone): 1. People without a group in either division (null) are not counted.
 *  Undefined: nobody counted, `too-few`. Worked: 1 1 1 2 2 2 and 1 1 2 2 3 3 → 0.2424. */
export const adjustedRandIndex = (first: readonly (string | number | null)[], second: readonly (string | number | null)[]): RandIndex => {
  if (first.length !== second.length) throw new RangeError('both divisions are of the same people')
  const rows = new Map<string, number>(), columns = new Map<string, number>()
  const pairs: (readonly [number, number])[] = []
  first.forEach((one, at) => {
    const other = second[at] ?? null
    if (one === null || other === null) return
    pairs.push([place(rows, String(one)), place(columns, String(other))])
  })
  const table = Array.from({ length: rows.size }, () => new Array<number>(columns.size).fill(0))
  for (const [row, column] of pairs) (table[row] as number[])[column] = (table[row]?.[column] ?? 0) + 1
  const a = table.map(sum), b = Array.from({ length: columns.size }, (_, at) => sum(table.map((row) => row[at] as number)))
  const both = sum(table.flat().map(twos)), ofFirst = sum(a.map(twos)), ofSecond = sum(b.map(twos)), all = twos(pairs.length)
  const expected = all === 0 ? 0 : (ofFirst * ofSecond) / all
  const most = (ofFirst + ofSecond) / 2
  const index: Value = pairs.length === 0 ? 'too-few' : most === expected ? 1 : (both - expected) / (most - expected)
  return { index, counted: pairs.length, table, firstGroups: [...rows.keys()], secondGroups: [...columns.keys()] }
}
const place = (places: Map<string, number>, name: string): number => { const found = places.get(name) ?? places.size; places.set(name, found); return found }
const twos = (n: number): number => (n * (n - 1)) / 2
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
