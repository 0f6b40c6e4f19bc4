// Which indicators repeat each other and which pull apart: all correlations of a table, with a word where one needs a look.
import { type Correlation, type CorrelationKind, type CorrelationTest, correlation } from '../correlation.ts'
import { extremesOf, deviationOf, meanOf } from '../mean-and-deviation.ts'
import { ranksOf } from '../ranks.ts'
import { tTwoSided } from '../distributions.ts'
import type { Reason, Value } from '../reason.ts'

type Table = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export type CorrelationFlag = 'redundant' | 'conflict'
export type CorrelationTable = {
  /** columns × columns, as a list of rows */
  readonly r: readonly (readonly Value[])[]
  readonly p: readonly (readonly Value[])[]
  readonly n: readonly (readonly number[])[]
  /** pairs of one group only, the first before the second */
  readonly flags: readonly { readonly first: number; readonly second: number; readonly value: number; readonly flag: CorrelationFlag }[]
}
export const flagDefaults = { redundant: 0.9, conflict: -0.4 } as const

/** Pairwise complete; flags above 0.9 (redundant) and below −0.4 (conflict) inside a group. The diagonal is 1 where a column has spread.
 *  Source: Becker et al. (COINr), OECD/JRC Handbook step 4. Worked: as `correlation`. */
export const correlations = (table: Table, { kind, groups, redundant, conflict, test = 't' }: { readonly kind: CorrelationKind; /** one per column; absent: one group */ readonly groups: readonly string[] | null; readonly redundant: number; readonly conflict: number; readonly test?: CorrelationTest }): CorrelationTable => {
  const { values, rows, columns } = table
  const own = Array.from({ length: columns }, (_, column) => Float64Array.from({ length: rows }, (__, row) => values[row * columns + column] as number))
  const isWhole = own.every((x) => !x.some(Number.isNaN))
  const quick = isWhole && kind !== 'kendall' && rows >= 3 ? standardised(own, kind) : null
  const cells: Correlation[][] = own.map(() => [])
  for (let a = 0; a < columns; a += 1) for (let b = a; b < columns; b += 1) {
    const one = quick === null ? correlation(own[a] as Float64Array, own[b] as Float64Array, kind, test) : product(quick[a] ?? 'constant', quick[b] ?? 'constant', rows)
    const cell = a === b && typeof one.value === 'number' ? { value: 1, p: 0, n: one.n } : one
    const first = cells[a] as Correlation[], second = cells[b] as Correlation[]
    first[b] = cell
    second[a] = cell
  }
  const flags = cells.flatMap((row, first) => row.flatMap(({ value }, second): CorrelationTable['flags'] => {
    if (second <= first || typeof value !== 'number' || (groups !== null && groups[first] !== groups[second])) return []
    return value > redundant ? [{ first, second, value, flag: 'redundant' }] : value < conflict ? [{ first, second, value, flag: 'conflict' }] : []
  }))
  return { r: cells.map((row) => row.map(({ value }) => value)), p: cells.map((row) => row.map(({ p }) => p)), n: cells.map((row) => row.map(({ n }) => n)), flags }
}

/** Without gaps each column is standardised once, not once per pair. */
const standardised = (own: readonly Float64Array[], kind: CorrelationKind): readonly (Float64Array | Reason)[] => own.map((raw) => {
  const x = kind === 'spearman' ? ranksOf(raw, { ties: 'mean', first: 'lowest' }) : raw
  const { min, max } = extremesOf(x)
  if (min === max) return 'constant'
  const mean = meanOf(x), s = deviationOf(x, 'population')
  return x.map((one) => one / s - mean / s)
})
const product = (x: Float64Array | Reason, y: Float64Array | Reason, n: number): Correlation => {
  if (typeof x === 'string') return { value: x, p: x, n }
  if (typeof y === 'string') return { value: y, p: y, n }
  let sum = 0, a = 0, b = 0
  for (let i = 0; i < n; i += 1) { const u = x[i] as number, v = y[i] as number; sum += u * v; a += u * u; b += v * v }
  const r = Math.max(-1, Math.min(1, sum / Math.sqrt(a * b)))
  return { value: r, p: tTwoSided(Math.abs(r) === 1 ? Number.POSITIVE_INFINITY : r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2), n }
}

export type ParentCorrelation = { readonly key: string; readonly parent: string; /** 1: the group it stands in; 2: the one above */ readonly above: 1 | 2; readonly value: Value; readonly flag: 'weak' | 'dominant' | null }
/** Every indicator and group with what it stands in and what that stands in: below 0.3 it says little of it, above 0.92 it is nearly the
 *  same. `scores` by key, of the same regions in the same order. Source: Becker et al. (COINr). */
export const parentCorrelations = (nodes: readonly { readonly key: string; readonly parent: string | null; readonly scores: Float64Array }[], { kind = 'pearson', weak = 0.3, dominant = 0.92 }: { readonly kind?: CorrelationKind; readonly weak?: number; readonly dominant?: number } = {}): readonly ParentCorrelation[] => {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  return nodes.flatMap(({ key, parent, scores }) => {
    const first = parent === null ? undefined : byKey.get(parent), second = first === undefined || first.parent === null ? undefined : byKey.get(first.parent)
    return [first, second].flatMap((node, at): ParentCorrelation[] => {
      if (node === undefined) return []
      const { value } = correlation(scores, node.scores, kind)
      const flag = typeof value !== 'number' ? null : value < weak ? 'weak' : value > dominant ? 'dominant' : null
      return [{ key, parent: node.key, above: at === 0 ? 1 : 2, value, flag }]
    })
  })
}
