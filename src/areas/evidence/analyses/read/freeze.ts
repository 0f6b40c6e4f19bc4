// Takes the figures of today out of the shelf, so that an analysis keeps them: one period for each indicator, every region's
// value, flag or reason, and what there was before where it is missing.
import { comparePeriods, type Period, yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { findRegion } from '#areas/evidence/regions/rules.ts'
import { periodOf } from '#areas/evidence/comparisons/rules.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { directionOf } from '#areas/evidence/indicators/read/headlines.ts'
import type { Indicator, Series } from '#areas/evidence/indicators/rules.ts'
import { breaksOf, cellAt } from '#areas/evidence/indicators/rules/series.ts'
import type { FrozenIndicator, FrozenVintage, Inputs } from '../rules.ts'

/** How far back an earlier value is looked for. */
const mostYearsBack = 10

export type FreezeAsked = {
  readonly keys: readonly string[]
  readonly regions: readonly string[]
  /** this period for all, or for each the newest that four in five of the regions have */
  readonly period?: Period
}
export type Frozen = { readonly inputs: Inputs; readonly vintages: readonly FrozenVintage[]; readonly unknown: readonly string[] }

/** Codes and keys nobody knows are left out and named. */
export const freezeInputs = async (reader: Reader, asked: FreezeAsked): Promise<Frozen> => {
  const basis = await getBasis(reader)
  const regions = asked.regions.flatMap((code) => findRegion(basis.atlas, code) ?? [])
  const indicators = asked.keys.flatMap((key) => basis.indicators.get(key) ?? [])
  await basis.load(reader, indicators.map((indicator) => indicator.key))
  const frozen = indicators.map((indicator) => freezeOne(basis, indicator, { regions, period: asked.period }))
  const datasets = [...new Set(indicators.flatMap((indicator) => datasetsOf(basis, indicator.key)))]
  return {
    inputs: { regions: regions.map(({ code, name, level }) => ({ code, name, level })), indicators: frozen },
    vintages: currentVintages(basis, datasets),
    unknown: [...asked.keys.filter((key) => !basis.indicators.has(key)), ...asked.regions.filter((code) => findRegion(basis.atlas, code) === undefined)],
  }
}

const freezeOne = (basis: Basis, indicator: Indicator, at: { regions: readonly Region[]; period: Period | undefined }): FrozenIndicator => {
  const series = at.regions.map((region) => basis.seriesOf(indicator.key, region) ?? null)
  const period = at.period ?? periodOf(series)
  const cells = series.map((one) => cellAt(one, period ?? ('' as Period)))
  return {
    key: indicator.key, version: indicator.version, name: indicator.name, shortName: indicator.shortName, unit: indicator.unit, decimals: indicator.decimals,
    direction: directionOf(basis, indicator), period, vintages: [...new Set(series.flatMap((one) => one?.vintages ?? []))],
    values: cells.map((cell) => cell.value), flags: cells.map((cell) => cell.flags), missing: cells.map((cell) => cell.missing),
    earlier: series.map((one, place) => (period === null || cells[place]?.missing === null ? null : earlierOf(one, indicator, period))),
  }
}
/** Never across a break: what was measured otherwise is no guess for what is missing. */
const earlierOf = (series: Series | null, indicator: Indicator, period: Period): { period: Period; value: number } | null => {
  if (series === null) return null
  const cuts = breaksOf(series, indicator.caveats).map((cut) => cut.before)
  for (let place = series.periods.length - 1; place >= 0; place--) {
    const earlier = series.periods[place] as Period
    if (comparePeriods(earlier, period) >= 0 || series.missing[place] !== null) continue
    const isParted = cuts.some((cut) => comparePeriods(cut, earlier) > 0 && comparePeriods(cut, period) <= 0)
    return isParted || yearOf(period) - yearOf(earlier) > mostYearsBack ? null : { period: earlier, value: series.values[place] as number }
  }
  return null
}

const datasetsOf = (basis: Basis, key: string): readonly string[] => basis.leavesOf(key).flatMap((leaf) => { const dataset = basis.selectionOf(leaf)?.dataset; return dataset === undefined ? [] : [dataset] })
export const currentVintages = (basis: Basis, datasets: readonly string[]): readonly FrozenVintage[] =>
  [...new Set(datasets)].flatMap((code) => {
    const dataset = basis.shelf.datasets.get(code), vintage = basis.shelf.current.get(code)
    return dataset && vintage ? [{ dataset: code, number: vintage.number, title: dataset.title, source: dataset.source, licence: { name: dataset.licence.name, address: dataset.licence.address }, asOf: vintage.asOf, dateFrom: vintage.dateFrom }] : []
  })
