// The nouns of comparisons: chosen regions by chosen indicators, each cell with whose value it is. Pure: how the choice stands in
// the address, which period is compared, what may be said of it in one sentence. Not the words on the screen.
import type { Period } from '#kernel/period.ts'
import { comparePeriods, parsePeriod } from '#kernel/period.ts'
import { type Level, levels, type Region } from '#kernel/region.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import { type Credit, type Direction, domains, type Indicator, type Series } from '#areas/evidence/indicators/rules.ts'
import { isRankable, rankStandings } from '#areas/evidence/indicators/rules/place.ts'
import { cellAt } from '#areas/evidence/indicators/rules/series.ts'
import type { RegionSet } from '#areas/evidence/regions/rules.ts'

export const looks = ['table', 'charts'] as const
export type Look = (typeof looks)[number]
/** What was asked for by address. An empty list: nothing was chosen, the page shows what one would ask first. */
export type Choice = {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  /** null: for each indicator the newest that most of the regions have */
  readonly period: Period | null
  readonly look: Look | null
  /** key of the indicator that orders the regions; with a minus: the other way round */
  readonly order: string | null
}

export type ComparedCell = {
  /** the region that was asked for */
  readonly region: Region
  /** whose value it is: the region itself, or the nearest above it when only that one has values */
  readonly of: Region
  readonly series: Series | null
  readonly cell: Cell
  /** cases behind a value that is kept back because they are few; else null */
  readonly cases: number | null
}
export type ComparedIndicator = {
  readonly indicator: Indicator
  readonly direction: Direction
  /** null: no region has a value in any period */
  readonly period: Period | null
  /** in the order of the regions */
  readonly cells: readonly ComparedCell[]
  readonly credits: readonly Credit[]
}
export type Preset = {
  readonly name: 'districts' | 'above' | 'municipalities' | 'set'
  readonly regions: readonly string[]
  readonly indicators: readonly string[]
  /** the saved set that it offers; else null */
  readonly set: RegionSet | null
}
export type Compared = {
  readonly home: Region
  readonly regions: readonly Region[]
  readonly indicators: readonly ComparedIndicator[]
  /** periods that may be asked for, newest first */
  readonly periods: readonly Period[]
  /** asked for and known to nobody here */
  readonly unknown: readonly string[]
  /** asked for beyond what one page holds */
  readonly tooMany: { readonly regions: number; readonly indicators: number }
  readonly isChosen: 'asked' | 'first'
  readonly choices: { readonly regions: readonly Region[]; readonly indicators: readonly Indicator[] }
  readonly presets: readonly Preset[]
}

export const comparisonsPath = '/evidence/comparisons'
export const mostRegions = 60
export const mostIndicators = 40

const listed = (query: URLSearchParams, names: readonly string[]): readonly string[] =>
  [...new Set(names.flatMap((name) => query.getAll(name)).flatMap((text) => text.split(',')).map((text) => text.trim().slice(0, 100)).filter((text) => text !== ''))]
/** The form sends one field for each level and domain; a link says the same as one list of regions and one of indicators. */
export const choiceOf = (query: URLSearchParams): Choice => {
  const order = query.get('order') ?? ''
  return {
    indicators: listed(query, ['indicators', ...domains]),
    regions: listed(query, ['regions', ...levels]),
    period: parsePeriod(query.get('period') ?? '') ?? null,
    look: looks.find((look) => look === query.get('look')) ?? null,
    order: /^-?[A-Za-z][\w.-]{0,99}$/.test(order) ? order : null,
  }
}
export const isFromForm = (query: URLSearchParams): boolean => [...levels, ...domains, 'sent'].some((name) => query.has(name))
/** The short address of a choice: what can be sent in a letter. */
export const queryOf = (choice: Partial<Choice>): string => {
  const parts = [
    ...(choice.regions?.length ? [`regions=${choice.regions.map(encodeURIComponent).join(',')}`] : []),
    ...(choice.indicators?.length ? [`indicators=${choice.indicators.map(encodeURIComponent).join(',')}`] : []),
    ...(choice.period ? [`period=${encodeURIComponent(choice.period)}`] : []),
    ...(choice.look ? [`look=${choice.look}`] : []),
    ...(choice.order ? [`order=${encodeURIComponent(choice.order)}`] : []),
  ]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
export const addressOf = (choice: Partial<Choice>): string => `${comparisonsPath}${queryOf(choice)}`

/** The newest period that at least four in five of the regions with any value have; where there is none, the newest with a value.
 *  Worked: of ten regions nine have 2024 and ten 2023: 2024. Of two regions one has 2024 and both 2023: 2023. */
export const periodOf = (series: readonly (Series | null)[]): Period | null => {
  const counts = new Map<Period, number>()
  let withValues = 0
  for (const one of series) {
    if (!one?.missing.includes(null)) continue
    withValues += 1
    one.periods.forEach((period, at) => { if (one.missing[at] === null) counts.set(period, (counts.get(period) ?? 0) + 1) })
  }
  const newestFirst = [...counts.keys()].sort((a, b) => comparePeriods(b, a))
  return newestFirst.find((period) => (counts.get(period) ?? 0) >= withValues * 0.8) ?? newestFirst[0] ?? null
}

export const cellOf = (at: { region: Region; shown: Region; series: Series | null; period: Period | null }): ComparedCell => {
  const cell: Cell = at.period === null ? { value: null, flags: '', missing: 'notServed' } : cellAt(at.series, at.period)
  const cases = at.series?.cases?.[at.period === null ? -1 : at.series.periods.indexOf(at.period)]
  return { region: at.region, of: at.shown, series: at.series, cell, cases: cell.missing !== 'unreliable' || cases === undefined || Number.isNaN(cases) ? null : cases }
}

/** Regions in the order that was asked for: by one indicator's value, those without it last. */
export const orderOf = (compared: Pick<Compared, 'regions' | 'indicators'>, order: string | null): readonly number[] => {
  const places = compared.regions.map((_, at) => at)
  const column = compared.indicators.find((one) => one.indicator.key === order?.replace(/^-/, ''))
  if (column === undefined) return places
  const sign = order?.startsWith('-') ? 1 : -1
  const valueAt = (at: number): number | null => column.cells[at]?.cell.value ?? null
  return places.sort((a, b) => {
    const x = valueAt(a), y = valueAt(b)
    return x === null || y === null ? Number(x === null) - Number(y === null) : sign * (x - y)
  })
}

export type Told =
  /** on the better side of the field, over the indicators that say which side is better */
  | { readonly kind: 'half'; readonly region: Region; readonly level: Level; readonly better: number; readonly of: number; readonly among: number }
  /** better than one other region */
  | { readonly kind: 'against'; readonly region: Region; readonly other: Region; readonly better: number; readonly of: number }
  | { readonly kind: 'none' }
const leastField = 5
/** One or two indicators are no picture of a region. */
const leastJudged = 3

/** What is said above the table. Counted are only own, rankable values of one level, and only where a direction is better. */
export const tellOf = (compared: Pick<Compared, 'home' | 'regions' | 'indicators'>): Told => {
  const { regions, indicators } = compared
  const region = regions.find((one) => one.code === compared.home.code)
  if (region === undefined) return { kind: 'none' }
  const judged = indicators.filter((one) => one.direction !== 'neither')
  const alike = regions.filter((one) => one.level === region.level)
  if (alike.length >= leastField) {
    let better = 0, of = 0, among = 0
    for (const { indicator, direction, cells } of judged) {
      const own = cells.filter((cell) => cell.region.level === region.level && cell.of.code === cell.region.code)
      const ranked = rankStandings(own.map(({ region: at, cell }) => ({ region: at, cell, cases: null })), { direction, decimals: indicator.decimals }).filter((standing) => standing.place !== null)
      const place = ranked.find((standing) => standing.region.code === region.code)?.place
      if (place == null || ranked.length < leastField) continue
      of += 1
      among = Math.max(among, ranked.length)
      if (place <= ranked.length / 2) better += 1
    }
    return of < leastJudged ? { kind: 'none' } : { kind: 'half', region, level: region.level, better, of, among }
  }
  const other = regions.find((one) => one.level === 'country' && one.code !== region.code) ?? regions.find((one) => one.code !== region.code)
  if (other === undefined) return { kind: 'none' }
  let better = 0, of = 0
  for (const { direction, cells } of judged) {
    const mine = cells.find((cell) => cell.region.code === region.code), theirs = cells.find((cell) => cell.region.code === other.code)
    if (!mine || !theirs || mine.of.code !== region.code || theirs.of.code !== other.code || !isRankable(mine.cell) || !isRankable(theirs.cell)) continue
    of += 1
    if (direction === 'more' ? (mine.cell.value ?? 0) > (theirs.cell.value ?? 0) : (mine.cell.value ?? 0) < (theirs.cell.value ?? 0)) better += 1
  }
  return of < leastJudged ? { kind: 'none' } : { kind: 'against', region, other, better, of }
}

export const countFilled = (compared: Pick<Compared, 'regions' | 'indicators'>): { readonly filled: number; readonly of: number; readonly higher: number } => {
  const cells = compared.indicators.flatMap((one) => one.cells)
  return {
    filled: cells.filter((cell) => cell.cell.missing === null).length, of: cells.length,
    higher: cells.filter((cell) => cell.cell.missing === null && cell.of.code !== cell.region.code).length,
  }
}
