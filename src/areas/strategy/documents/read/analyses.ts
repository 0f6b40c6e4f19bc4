// What the analyses of evidence say of the home region, as they stand: asked with what their own pages take first.
import type { Reader } from '#store/handle.ts'
import { listAnalyses } from '#areas/evidence/analyses/read.ts'
import { findBenchmark } from '#areas/evidence/benchmarks/read.ts'
import { findIndex } from '#areas/evidence/indices/read.ts'
import type { RegionReport } from '#areas/evidence/indicators/rules/report.ts'
import { getPeers } from '#areas/evidence/peers/read.ts'
import { firstChoice } from '#areas/evidence/peers/rules/choice.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { lineOf } from '#areas/evidence/regions/rules.ts'
import { getSpecialisation } from '#areas/evidence/specialisation/read.ts'
import { noChoice } from '#areas/evidence/specialisation/rules.ts'
import { getTrend } from '#areas/evidence/trends/read.ts'
import { fewestPoints, firstHorizon, type Trend } from '#areas/evidence/trends/rules.ts'
import type { Analyses, StateIndex } from '../rules/analyses.ts'

export const findAnalyses = async (reader: Reader, { report, now }: { readonly report: RegionReport; readonly now: Date }): Promise<Analyses> => {
  const [peers, benchmark, specialisation, indices] = await Promise.all([
    getPeers(reader, { choice: firstChoice, now }), findBenchmark(reader, { choice: { region: null, set: null, peers: [], without: [] }, now }), getSpecialisation(reader, { choice: noChoice, now }), findIndices(reader),
  ])
  return { peers, benchmark: benchmark ?? null, specialisation, indices, trends: await findTrends(reader, { report, now }) }
}
const findIndices = async (reader: Reader): Promise<readonly StateIndex[]> => {
  const [published, atlas] = await Promise.all([listAnalyses(reader, { kind: 'index', who: 'everyone' }), getAtlas(reader)])
  const line = lineOf(atlas, atlas.home).map(({ code }) => code)
  const found = await Promise.all(published.map(async ({ key }) => (key === null ? undefined : findIndex(reader, { key, who: 'everyone' }))))
  return found.flatMap((one): readonly StateIndex[] => {
    if (one === undefined || one.index.shown.result === null) return []
    const codes = one.index.shown.inputs.regions.map(({ code }) => code)
    const own = line.find((code) => codes.includes(code))
    return own === undefined ? [] : [{ index: one.index, outcome: one.index.shown.result, intervals: one.intervals, row: codes.indexOf(own), home: atlas.home }]
  })
}
/** Of the headline figures that are the region's own: those with a course long enough to be looked at. */
const findTrends = async (reader: Reader, { report, now }: { readonly report: RegionReport; readonly now: Date }): Promise<readonly Trend[]> => {
  const trends: Trend[] = []
  for (const { headline } of report.chapters.flatMap(({ lines }) => lines)) {
    if (headline.isOfHigherLevel || headline.place?.direction === 'neither') continue
    const trend = await getTrend(reader, { choice: { indicator: headline.indicator.key, region: null, years: firstHorizon, among: 'country', target: '' }, now })
    if (!('kind' in trend) && trend.price === null && trend.stretch.points.length >= fewestPoints) trends.push(trend)
  }
  return trends
}
