// Whole panels of series (one selection in one vintage, all regions), decoded once and kept: what a vintage says never changes.
import type { Period } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { prepared } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { Edition } from '#areas/evidence/regions/read.ts'
import type { Run } from '../rules/arithmetic.ts'
import { readMissing } from '../rules/coding.ts'

export type Panel = {
  readonly vintage: number
  readonly selection: number
  readonly nutsVersion: NutsVersion
  readonly runs: ReadonlyMap<string, Run>
}
export type PanelWish = { readonly vintage: number; readonly selection: number }

type Row = {
  vintage: number; selection: number; region: string; decimals: number; axis: number
  cellValues: readonly number[]; flags: readonly string[] | null; missing: string | null
}
const askSeries = prepared<Row>(`
  select s.vintage, s.selection, s.region, s.decimals, s.axis, s.cell_values, s.flags, s.missing
  from unnest($1::int[], $2::int[]) as wish (vintage, selection)
  join evidence.series s on s.vintage = wish.vintage and s.selection = wish.selection`)
const askAxes = prepared<{ vintage: number; number: number; periods: readonly Period[]; nutsVersion: NutsVersion | null }>(`
  select a.vintage, a.number, a.periods, v.nuts_version from evidence.axis a join evidence.vintage v on v.number = a.vintage where a.vintage = any($1::int[])`)

const noFlags = new Map<number, readonly string[]>()
const emptyFlags = (length: number): readonly string[] => {
  let flags = noFlags.get(length)
  if (!flags) noFlags.set(length, (flags = Object.freeze(new Array<string>(length).fill(''))))
  return flags
}
export const decodeRun = (row: Pick<Row, 'cellValues' | 'flags' | 'missing' | 'decimals'>, periods: readonly Period[]): Run => ({
  periods,
  values: Float64Array.from(row.cellValues),
  flags: row.flags ?? emptyFlags(periods.length),
  missing: readMissing(row.missing, periods.length),
  decimals: row.decimals,
})

/** Always from the database. */
export const readPanels = async (reader: Reader, wishes: readonly PanelWish[]): Promise<readonly Panel[]> => {
  if (wishes.length === 0) return []
  const vintages = [...new Set(wishes.map((wish) => wish.vintage))]
  const [series, axes] = await Promise.all([
    askSeries(reader, [wishes.map((wish) => wish.vintage), wishes.map((wish) => wish.selection)]),
    askAxes(reader, [vintages]),
  ])
  const axisOf = new Map(axes.map((axis) => [`${axis.vintage}:${axis.number}`, axis]))
  const panels = new Map(wishes.map((wish) => [`${wish.vintage}:${wish.selection}`, { ...wish, nutsVersion: '2024' as NutsVersion, runs: new Map<string, Run>() }]))
  for (const row of series) {
    const panel = panels.get(`${row.vintage}:${row.selection}`)
    const axis = axisOf.get(`${row.vintage}:${row.axis}`)
    if (!panel || !axis) continue
    if (axis.nutsVersion) panel.nutsVersion = axis.nutsVersion
    panel.runs.set(row.region, decodeRun(row, axis.periods))
  }
  return [...panels.values()]
}

/** Cells kept in memory: 8 million are some 80 MB, more than a region's whole catalogue holds. */
const mostCells = 8_000_000
const kept = new Map<string, { readonly panel: Panel; readonly cells: number }>()
let cells = 0
const cellsOf = (panel: Panel): number => {
  let count = 1
  for (const run of panel.runs.values()) count += run.values.length
  return count
}
const keep = (key: string, panel: Panel): void => {
  const size = cellsOf(panel)
  kept.set(key, { panel, cells: size })
  cells += size
  for (const [oldest, { cells: freed }] of kept) {
    if (cells <= mostCells) break
    kept.delete(oldest)
    cells -= freed
  }
}

/** From memory where it was decoded before. An empty panel is only believed within its edition: it may still be filled. */
export const getPanels = async (reader: Reader, edition: Edition, wishes: readonly PanelWish[]): Promise<readonly Panel[]> => {
  const database = edition.slice(0, edition.indexOf(':'))
  const keyOf = (wish: PanelWish): string => `${database}:${wish.vintage}:${wish.selection}`
  const found = new Map<string, Panel>()
  const wanted: PanelWish[] = []
  for (const wish of wishes) {
    const key = keyOf(wish)
    const there = kept.get(key) ?? kept.get(`${key}:${edition}`)
    if (there) found.set(key, there.panel)
    else wanted.push(wish)
  }
  for (const panel of await readPanels(reader, wanted)) {
    const key = keyOf(panel)
    found.set(key, panel)
    keep(panel.runs.size > 0 ? key : `${key}:${edition}`, panel)
  }
  return wishes.map((wish) => found.get(keyOf(wish)) as Panel)
}
