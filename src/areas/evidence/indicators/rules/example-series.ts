// Indicators and series in short, for the tests of this topic only.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Limits } from '#areas/evidence/datasets/rules.ts'
import type { Run } from '#areas/evidence/datasets/rules/arithmetic.ts'
import { parsePackCells } from '#areas/evidence/datasets/rules/coding.ts'
import type { Definition, Indicator, IndicatorUnit } from '../rules.ts'
import type { Sources } from './derive.ts'

const none = { bg: '–', en: '–' }
export const exampleIndicator = (key: string, from: Definition, unit: Partial<IndicatorUnit> = {}): Indicator => ({
  id: key as Indicator['id'], key, version: 1, domain: 'people', name: none, shortName: none, subject: null, definition: none, decimals: 1, direction: 'more', from, level: 'nuts3',
  unit: { id: 'u', label: none, scale: 1, currency: null, percent: false, ...unit }, caveats: [], headline: null, hidden: false, load: { words: none, command: null }, reasonWithoutFigures: null, definedBy: 'catalogue',
})
/** Cells in the grammar of the packs: 8300 9.2b :c */
export const exampleRun = (cells: string, first = 2020): Run => {
  const parsed = parsePackCells(cells)
  if ('badCell' in parsed) throw new Error(cells)
  return { ...parsed, periods: parsed.flags.map((_, at) => String(first + at) as Period) }
}
export const exampleRegion = (code: string, level: Region['level'] = 'nuts3'): Region => ({ code, version: '2024', level, parent: null, nsi: null, name: { bg: code, en: code } })

type Stored = { readonly cells: string; readonly unit?: Partial<IndicatorUnit>; readonly limits?: Partial<Limits>; readonly siblings?: readonly string[] }
/** Every key of `stored` is a direct indicator with these cells; `derived` rest on them. */
export const exampleSources = (stored: Readonly<Record<string, Stored>>, derived: readonly Indicator[] = []): Sources => ({
  indicator: (key) => derived.find((one) => one.key === key) ?? (stored[key] ? exampleIndicator(key, { kind: 'direct', dataset: 'd', filter: {} }, stored[key].unit?.currency === 'BGN' ? { ...stored[key].unit, currency: 'EUR' } : (stored[key].unit ?? {})) : undefined),
  stored: (key) => (stored[key] ? { run: exampleRun(stored[key].cells), unit: { id: 'u', scale: 1, currency: null, percent: false, ...stored[key].unit }, vintage: key.length, nutsVersion: '2021' } : undefined),
  limits: (key) => (stored[key] ? { adds: 'no', whole: 'no', low: null, high: null, ...stored[key].limits } : undefined),
  siblings: (key) => stored[key]?.siblings ?? [],
})
