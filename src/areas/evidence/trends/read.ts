// Questions about trends. Reads what the indicators keep in memory for an edition; the mathematics is in stats, its use in rules/.
import { hasFlag } from '#kernel/observation.ts'
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf, directionOf, listPeers, shownFor } from '#areas/evidence/indicators/read/headlines.ts'
import { type Caveat, domains, type Indicator } from '#areas/evidence/indicators/rules.ts'
import { hasValues } from '#areas/evidence/indicators/rules/series.ts'
import { getPeers } from '#areas/evidence/peers/read.ts'
import { choiceOf as peerChoiceOf } from '#areas/evidence/peers/rules/choice.ts'
import { ancestorAt, findRegion, homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import type { Field, NoTrend, Trend, TrendChoice } from './rules.ts'
import { numberOf, queryOf } from './rules/choice.ts'
import { boundsOf, courseOf, paceOf } from './rules/course.ts'
import { pointsOf, stretchOf } from './rules/stretch.ts'
import { type Other, targetHelp } from './rules/target.ts'
import { togetherOf } from './rules/together.ts'

export const getTrend = async (reader: Reader, asked: { readonly choice: TrendChoice; readonly now: Date }): Promise<Trend | NoTrend> => {
  const basis = await getBasis(reader), { choice } = asked
  const home = homeOf(basis.atlas), region = choice.region === null ? home : findRegion(basis.atlas, choice.region)
  if (region === undefined || region.level === 'eu') return { kind: 'unknown', what: 'region', asked: choice.region ?? '' }
  const indicator = choice.indicator === null ? await firstIndicator(reader, basis, { home, now: asked.now }) : basis.indicators.get(choice.indicator)
  if (indicator === undefined) return { kind: 'unknown', what: 'indicator', asked: choice.indicator ?? '' }
  return basis.kept(`trend ${indicator.key} ${queryOf({ ...choice, region: region.code })}`, asked.now, () => makeTrend(reader, basis, { ...asked, home, region, indicator }))
}

/** The caveat that a price, not people, moves this region's value. */
const priceOf = (indicator: Indicator, region: Region): Caveat | null =>
  indicator.caveats.find((caveat) => caveat.kind === 'price' && (caveat.regions === null || caveat.regions.includes(region.code))) ?? null
const listed = (basis: Basis): readonly Indicator[] => [...basis.indicators.values()].filter((indicator) => !indicator.hidden)

/** Of the headline figures the one with the longest unbroken course at home, so that the page opens with something to see. */
const firstIndicator = (reader: Reader, basis: Basis, { home, now }: { readonly home: Region; readonly now: Date }): Promise<Indicator | undefined> =>
  basis.kept('first trend', now, async () => {
    const heads = listed(basis).filter((indicator) => indicator.headline !== null).sort((a, b) => domains.indexOf(a.domain) - domains.indexOf(b.domain) || (a.headline ?? 0) - (b.headline ?? 0))
    await basis.load(reader, heads.map((indicator) => indicator.key))
    const lengthOf = (indicator: Indicator): number => {
      const series = basis.seriesOf(indicator.key, home), price = priceOf(indicator, home)
      return series === undefined || price !== null || directionOf(basis, indicator) === 'neither' ? 0 : stretchOf(series, indicator.caveats, null).points.length
    }
    return heads.reduce<Indicator | undefined>((best, one) => (best === undefined || lengthOf(one) > lengthOf(best) ? one : best), undefined)
  })

type Making = { readonly choice: TrendChoice; readonly now: Date; readonly home: Region; readonly region: Region; readonly indicator: Indicator }
const makeTrend = async (reader: Reader, basis: Basis, { choice, now, home, region, indicator }: Making): Promise<Trend> => {
  const indicators = listed(basis)
  await basis.load(reader, [indicator.key, ...indicators.map((one) => one.key)])
  const { shown, series } = shownFor(basis, indicator.key, region)
  const price = priceOf(indicator, shown), stretch = stretchOf(hasValues(series ?? undefined) ? series : null, indicator.caveats, price)
  const direction = directionOf(basis, indicator), pace = paceOf(indicator.unit)
  const union = ancestorAt(basis.atlas, shown.code, 'eu')
  const everywhere = union === undefined ? [] : othersOf(basis, indicator, listWithin(basis.atlas, union.code, shown.level))
  const atHome = othersOf(basis, indicator, listPeers(basis, shown))
  const bounds = boundsOf(indicator.unit, [...everywhere, ...atHome].flatMap((other) => pointsOf(other.series).map((point) => point.value)))
  const course = courseOf(stretch, bounds, choice.years)
  const start = stretch.end === null ? stretch.points.at(-1) : undefined
  const others = start === undefined ? [] : await fieldOf(reader, basis, { among: choice.among, shown, indicator, now, everywhere, atHome })
  const sign = (direction === 'neither' ? indicator.direction : direction) === 'less' ? -1 : 1
  const country = ancestorAt(basis.atlas, home.code, 'country')
  const districts = country === undefined ? [] : listWithin(basis.atlas, country.code, 'nuts3')
  return {
    home, region, shown, indicator, direction, pace, series: series ?? null, stretch, price, bounds, ...course,
    target: start === undefined || others.length === 0 ? null
      : targetHelp({ start, years: choice.years, among: choice.among, others, caveats: indicator.caveats, pace, direction: sign, bounds, best: bestOf(everywhere, sign, direction === 'neither' ? 'neither' : 'judged'), target: numberOf(choice.target) }),
    together: togetherOf(othersOf(basis, indicator, districts), indicator.caveats),
    credits: creditsOf(basis, indicator.key), yearNow: now.getUTCFullYear(), choice: { ...choice, indicator: indicator.key, region: region.code },
    choices: {
      regions: [...(country === undefined ? [] : [country, ...districts]), ...listWithin(basis.atlas, home.code, 'municipality')],
      indicators: indicators.filter((one) => hasValues(shownFor(basis, one.key, home).series ?? undefined)).map((one) => ({ key: one.key, domain: one.domain, indicator: one })),
    },
  }
}
const othersOf = (basis: Basis, indicator: Indicator, regions: readonly Region[]): readonly Other[] =>
  regions.flatMap((region) => {
    const series = basis.seriesOf(indicator.key, region)
    return series === undefined || !hasValues(series) ? [] : [{ region, series, price: priceOf(indicator, region) }]
  })
type Asking = { readonly among: Field; readonly shown: Region; readonly indicator: Indicator; readonly now: Date; readonly everywhere: readonly Other[]; readonly atHome: readonly Other[] }
const fieldOf = async (reader: Reader, basis: Basis, { among, shown, now, everywhere, atHome }: Asking): Promise<readonly Other[]> => {
  const without = (all: readonly Other[]): readonly Other[] => all.filter((other) => other.region.code !== shown.code)
  if (among === 'union') return without(everywhere)
  if (among === 'country' || shown.level !== homeOf(basis.atlas).level) return without(atHome)
  const peers = await getPeers(reader, { choice: peerChoiceOf(new URLSearchParams({ region: shown.code })), now })
  const codes = new Set(peers.list.map((peer) => peer.region.code))
  return everywhere.filter((other) => codes.has(other.region.code))
}
/** The best newest value of such regions in the Union: no target is set beyond what anybody has. Not for what is neither good nor bad. */
const bestOf = (everywhere: readonly Other[], sign: 1 | -1, judged: 'judged' | 'neither'): number | null => {
  const newest = everywhere.flatMap((other) => pointsOf(other.series).findLast((point) => !hasFlag(point.flags, 'u'))?.value ?? [])
  if (judged === 'neither' || newest.length < 20) return null
  return newest.reduce((best, one) => (one * sign > best * sign ? one : best))
}
