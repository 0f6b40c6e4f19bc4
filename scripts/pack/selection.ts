// Which regions and which years of a wanted series go into the pack.
import { members } from './regions.ts'
import type { Wanted } from './catalogue.ts'
import { nextYear, trimmed } from './series-file.ts'
import type { PackRow } from './series-file.ts'

/** One series as a source serves it, whatever the format. */
export type Served = { readonly key: Readonly<Record<string, string>>; readonly geo: string; readonly periods: readonly string[]; readonly cells: readonly string[]; readonly decimals: number }

/** What finding peers needs of every district of the Union: size, age, wealth, density of enterprises, births, size classes. */
const peerKeys: ReadonlySet<string> = new Set([
  'ctx.pop.jan', 'ctx.young.number', 'ctx.working.number', 'ctx.old.number', 'ctx.pop.grp', 'ctx.y2024', 'ctx.y2529', 'ctx.y3034',
  'ctx.gdp', 'ctx.gdp.pps', 'ctx.gdp.total', 'ent.number', 'ent.number.none', 'ent.number.micro', 'ent.number.ten', 'ent.employed', 'ent.birth', 'ent.survive',
])
/** Themes that are not published by district: their regions of the Union are there to compare with. */
const atHigherLevel = /^(inn\.|dig\.|ctx\.(neet|secondary|firstjob)$)/
const yearsOfOthers = 5

export const matches = (wanted: Wanted, key: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted.filter).every(([dimension, code]) => key[dimension] === undefined || key[dimension] === code)

/** 'all': the whole series · 'late': its last five years · 'no'. Bulgaria, the Union and its countries come whole. */
export const shareOf = (wanted: Wanted, geo: string, codes: ReadonlySet<string>): 'all' | 'late' | 'no' => {
  if (geo === 'EU27_2020' || members[geo]) return 'all'
  if (!codes.has(geo) || !members[geo.slice(0, 2)]) return 'no'
  if (geo.startsWith('BG')) return 'all'
  if (geo.length === 4) return atHigherLevel.test(wanted.key) ? 'late' : 'no'
  return geo.length === 5 && peerKeys.has(wanted.key) ? 'late' : 'no'
}
const hasValue = (cell: string): boolean => /^-?\d/.test(cell)

/** The row of the pack; undefined where the series says nothing. Others than Bulgaria's lose their empty ends as well. */
export const toRow = (wanted: Wanted, served: Served, how: { region: string; version: string; share: 'all' | 'late' }): PackRow | undefined => {
  const first = served.periods[0]
  if (first === undefined) return undefined
  const whole: PackRow = { key: wanted.key, region: how.region, version: how.version, first, decimals: served.decimals, cells: served.cells }
  if (how.share === 'all') return served.cells.some(hasValue) || served.cells.some((cell) => cell.length > 1) ? trimmed(whole, nextYear) : undefined
  const newest = served.cells.findLastIndex(hasValue)
  if (newest < 0) return undefined
  const from = Math.max(0, newest - yearsOfOthers + 1)
  const cells = served.cells.slice(from, newest + 1).map((cell) => (cell === ':' ? '~' : cell))
  const late = trimmed({ ...whole, first: served.periods[from] as string, cells }, nextYear)
  return late && { ...late, cells: late.cells.map((cell) => (cell === '~' ? ':' : cell)) }
}
