// What a page about a file calls things: indicators by the name their newest version has, regions by theirs. Codes are for programs.
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import type { Names } from '../rules.ts'

/** The indicators stand on datasets and not the other way about, so their names are asked of the database and nothing is imported. */
export const listNames = async (reader: Reader, keys: readonly string[]): Promise<Names> => {
  const [atlas, found] = await Promise.all([
    getAtlas(reader),
    rows(reader, sql<{ key: string; bg: string; en: string }>`select i.key, v.name_bg as bg, v.name_en as en from evidence.indicator i
      join evidence.indicator_version v on v.indicator = i.id and v.version = i.version where i.key = any(${[...new Set(keys)]}::text[])`),
  ])
  return {
    indicators: new Map(found.map(({ key, bg, en }) => [key, { bg, en }])),
    regions: new Map([...atlas.regions.values()].map((region) => [region.code, region.name])),
  }
}
