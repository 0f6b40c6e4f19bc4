// What every question of effect has in common: a table Y[N × T], who is treated, from which year on, and who may be compared with.
import { needPanel, type Panel } from '../sigma-convergence.ts'

/** Pre-periods and donors below which a synthetic control is flagged; peers below which no p is given. */
export const enough = { periods: 8, donors: 10, peers: 8 } as const

export type OneTreated = {
  readonly panel: Panel
  /** the row of the treated region */
  readonly treated: number
  /** the place of the first treated year, T0 (so many years lie before) */
  readonly first: number
  /** rows that may be compared with; all others where absent */
  readonly donors?: readonly number[]
}
export const rowOf = ({ values, columns }: Panel, row: number): Float64Array => values.subarray(row * columns, (row + 1) * columns)
export const needDesign = ({ panel, treated, first, donors = [] }: OneTreated): void => {
  needPanel(panel)
  const isRow = (one: number): boolean => Number.isInteger(one) && one >= 0 && one < panel.rows
  if (!isRow(treated) || !donors.every(isRow)) throw new RangeError(`the treated region and the donors must be rows of the table, 0 to ${panel.rows - 1}`)
  if (donors.includes(treated) || new Set(donors).size !== donors.length) throw new RangeError('the treated region is no donor, and no donor counts twice')
  if (!Number.isInteger(first) || first < 1 || first >= panel.columns) throw new RangeError(`the first treated year must be a place from 1 to ${panel.columns - 1}`)
}
/** Donors with every year, and those left out for a gap. */
export const wholeDonors = ({ panel, treated, donors }: OneTreated): { readonly kept: readonly number[]; readonly without: readonly number[] } => {
  const asked = donors ?? Array.from({ length: panel.rows }, (_, i) => i).filter((i) => i !== treated)
  const isWhole = (row: number): boolean => rowOf(panel, row).every(Number.isFinite)
  return { kept: asked.filter(isWhole), without: asked.filter((row) => !isWhole(row)) }
}
/** Place of `own` among all when the largest comes first; ties take the worse place, so a p is never flattered. p = rank ÷ (J + 1). */
export const placeOf = (own: number, others: readonly number[]): { readonly rank: number; readonly p: number } => {
  const rank = 1 + others.filter((one) => one >= own).length
  return { rank, p: rank / (others.length + 1) }
}
