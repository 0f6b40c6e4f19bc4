// Scores of official indices for the home region's line: those that come with datasets, and those that analysts entered.
import type { Reader } from '#store/handle.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { findRegion, lineOf } from '#areas/evidence/regions/rules.ts'
import { findSeries } from '#areas/evidence/indicators/read.ts'
import { asIndicators, orderScores, type PublishedScore, scaleOf } from '../rules/official.ts'
import type { IndexTables } from '../tables.ts'

export const listPublished = async (reader: Reader): Promise<readonly PublishedScore[]> => orderScores([...(await listFromDatasets(reader)), ...(await listEntered(reader))])

export const listEntered = async (reader: Reader): Promise<readonly PublishedScore[]> => {
  const [atlas, found] = await Promise.all([getAtlas(reader), reader.withTables<IndexTables>().selectFrom('evidence.publishedScore')
    .select(['number', 'indexName', 'edition', 'region', 'score', 'decimals', 'scaleBg', 'scaleEn', 'sourceBg', 'sourceEn', 'address']).where('withdrawnAt', 'is', null).orderBy('number').execute()])
  return found.flatMap((row): PublishedScore[] => {
    const region = findRegion(atlas, row.region)
    return region === undefined ? [] : [{
      number: row.number, index: row.indexName, edition: row.edition, region: { code: region.code, name: region.name, level: region.level }, score: row.score, decimals: row.decimals,
      scale: { bg: row.scaleBg, en: row.scaleEn }, source: { bg: row.sourceBg, en: row.sourceEn }, address: row.address, indicator: null,
    }]
  })
}
/** Of the regions above the home region, in every edition there is. */
const listFromDatasets = async (reader: Reader): Promise<readonly PublishedScore[]> => {
  const atlas = await getAtlas(reader)
  const line = lineOf(atlas, atlas.home)
  const all = await Promise.all(asIndicators.map(async ({ index, key }) => {
    const found = await findSeries(reader, { key, regions: line.map((region) => region.code) })
    return (found?.series ?? []).flatMap((series) => series.periods.flatMap((period, at): PublishedScore[] => {
      const region = findRegion(atlas, series.region), value = series.values[at]
      if (found === undefined || region === undefined || value === undefined || Number.isNaN(value)) return []
      const credit = found.credits[0]
      return [{
        number: null, index, edition: period, region: { code: region.code, name: region.name, level: region.level }, score: value, decimals: found.indicator.decimals, scale: scaleOf(index) ?? found.indicator.unit.label,
        source: credit?.title ?? found.indicator.name, address: `/evidence/indicators/${key}`, indicator: key,
      }]
    }))
  }))
  return all.flat()
}
