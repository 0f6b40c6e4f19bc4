// Questions about benchmarks. Lines are made once for an edition, a region and its peers; a tick changes only the score.
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf, directionOf } from '#areas/evidence/indicators/read/headlines.ts'
import { type Credit, domains, type Indicator } from '#areas/evidence/indicators/rules.ts'
import { freshnessOf } from '#areas/evidence/indicators/rules/freshness.ts'
import { hasValues } from '#areas/evidence/indicators/rules/series.ts'
import { listRegionSets, findRegionSet } from '#areas/evidence/regions/read.ts'
import { ancestorAt, findRegion, homeOf, lineOf as lineAbove, listWithin } from '#areas/evidence/regions/rules.ts'
import type { Benchmark, BenchmarkChoice, BenchmarkLine, NoLine, PeersFrom } from './rules.ts'
import { queryOf } from './rules/choice.ts'
import { lineOf, sharedPeriod } from './rules/lines.ts'

/** undefined: the set that is named is not there. */
export const findBenchmark = async (reader: Reader, { choice, now }: { readonly choice: BenchmarkChoice; readonly now: Date }): Promise<Benchmark | undefined> => {
  const basis = await getBasis(reader)
  const set = choice.set === null ? undefined : await findRegionSet(reader, { number: choice.set })
  if (choice.set !== null && set === undefined) return undefined
  const { atlas } = basis
  const home = homeOf(atlas)
  const choices = listWithin(atlas, ancestorAt(atlas, home.code, 'country')?.code ?? home.code, home.level)
  const region = choices.find((one) => one.code === (choice.region ?? set?.region)) ?? home
  const asked = (set?.regions ?? choice.peers).flatMap((code) => { const found = findRegion(atlas, code); return found && found.level === region.level && found.code !== region.code ? [found] : [] })
  const peers = asked.length > 0 ? asked : choices.filter((one) => one.code !== region.code)
  const from: PeersFrom = set && asked.length > 0 ? { kind: 'set', set } : asked.length > 0 ? { kind: 'chosen' } : { kind: 'country' }
  return basis.kept(`benchmark ${queryOf({ ...choice, without: [] })}`, now, async () => ({ ...(await makeLines(reader, basis, { region, peers, now })), home, from, choices, sets: await listRegionSets(reader) }))
}

const makeLines = async (reader: Reader, basis: Basis, { region, peers, now }: { readonly region: Region; readonly peers: readonly Region[]; readonly now: Date }) => {
  const indicators = [...basis.indicators.values()].filter((indicator) => !indicator.hidden)
    .sort((a, b) => domains.indexOf(a.domain) - domains.indexOf(b.domain) || (a.headline ?? 999) - (b.headline ?? 999))
  await basis.load(reader, indicators.map((indicator) => indicator.key))
  const lines: BenchmarkLine[] = [], without: NoLine[] = []
  for (const indicator of indicators) {
    const made = makeLine(basis, indicator, { region, peers, now })
    if ('why' in made) without.push(made)
    else lines.push(made)
  }
  return { region, peers, lines, without, credits: distinct(lines.flatMap((line) => line.credits)) }
}
const makeLine = (basis: Basis, indicator: Indicator, { region, peers, now }: { readonly region: Region; readonly peers: readonly Region[]; readonly now: Date }): BenchmarkLine | NoLine => {
  const own = basis.seriesOf(indicator.key, region)
  if (own === undefined || !hasValues(own)) {
    const isAbove = lineAbove(basis.atlas, region.code).some((above) => above.code !== region.code && hasValues(basis.seriesOf(indicator.key, above)))
    return { indicator, why: isAbove ? 'level' : own === undefined || own.periods.length === 0 ? 'noFigures' : 'own' }
  }
  const beside = peers.map((peer) => ({ region: peer, series: basis.seriesOf(indicator.key, peer) }))
  const period = sharedPeriod(own, beside.map((peer) => peer.series))
  if (period === null) return { indicator, why: 'peers' }
  const line = lineOf({ indicator, direction: directionOf(basis, indicator), own, period, peers: beside })
  if (line === null) return { indicator, why: 'own' }
  const { yearsOld, isOld } = freshnessOf(period, now)
  return { ...line, freshness: { yearsOld, isOld }, credits: creditsOf(basis, indicator.key) }
}
const distinct = (credits: readonly Credit[]): readonly Credit[] => [...new Map(credits.map((credit) => [credit.dataset, credit])).values()]
