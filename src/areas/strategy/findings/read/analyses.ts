// Indices and courses of the home region, asked as their own pages ask them.
import type { Reader } from '#store/handle.ts'
import { listAnalyses } from '#areas/evidence/analyses/read.ts'
import { findIndex } from '#areas/evidence/indices/read.ts'
import type { Headline } from '#areas/evidence/indicators/rules.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { lineOf } from '#areas/evidence/regions/rules.ts'
import { getTrend } from '#areas/evidence/trends/read.ts'
import { fewestPoints, firstHorizon, type Trend } from '#areas/evidence/trends/rules.ts'
import type { HomeIndex } from '../rules/analyses.ts'

export const listHomeIndices = async (reader: Reader): Promise<readonly HomeIndex[]> => {
  const [published, atlas] = await Promise.all([listAnalyses(reader, { kind: 'index', who: 'everyone' }), getAtlas(reader)])
  const line = lineOf(atlas, atlas.home).map(({ code }) => code)
  const found: HomeIndex[] = []
  for (const { key } of published) {
    const one = key === null ? undefined : await findIndex(reader, { key, who: 'everyone' })
    if (one === undefined || one.index.shown.result === null) continue
    const codes = one.index.shown.inputs.regions.map(({ code }) => code)
    const own = line.find((code) => codes.includes(code))
    if (own !== undefined) found.push({ index: one.index, outcome: one.index.shown.result, intervals: one.intervals, row: codes.indexOf(own), home: atlas.home })
  }
  return found
}
/** Of those figures that are the region's own: the ones with a course long enough to be looked at, and no price that moves it. */
export const listHomeTrends = async (reader: Reader, { headlines, now }: { readonly headlines: readonly Headline[]; readonly now: Date }): Promise<readonly Trend[]> => {
  const trends: Trend[] = []
  for (const headline of headlines) {
    if (headline.newest === null || headline.isOfHigherLevel || headline.place?.direction === 'neither') continue
    const trend = await getTrend(reader, { choice: { indicator: headline.indicator.key, region: null, years: firstHorizon, among: 'country', target: '' }, now })
    if (!('kind' in trend) && trend.price === null && trend.stretch.points.length >= fewestPoints) trends.push(trend)
  }
  return trends
}
