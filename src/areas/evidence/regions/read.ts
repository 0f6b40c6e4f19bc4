// Questions about regions. What is decoded once is kept in memory under the edition of evidence, never longer.
import type { HomeRegion } from '#kernel/home.ts'
import type { NutsVersion, Region } from '#kernel/region.ts'
import { keptUntilAct, prepared } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { RegionTables } from './tables.ts'
import type { Atlas, CodeSets, RegionChange, RegionSet } from './rules.ts'
import { listWithin, makeAtlas } from './rules.ts'

/** Changes with every act that changes a page of evidence; two databases never share one. */
export type Edition = string & { readonly __edition: true }
const askEdition = prepared<{ edition: Edition }>(
  `select (select oid from pg_database where datname = current_database()) || ':' || number as edition from evidence.edition`,
)
const editions = new WeakMap<object, Promise<Edition>>()
/** One reading sees one moment, so it asks once. An act may change the edition in its own transaction and asks every time. */
export const getEdition = (reader: Reader): Promise<Edition> => {
  if ('afterCommit' in reader) return freshEdition(reader)
  const there = editions.get(reader)
  if (there) return there
  const asking = editionUntilAct(reader)
  editions.set(reader, asking)
  return asking
}
const freshEdition = async (reader: Reader): Promise<Edition> => {
  const [row] = await askEdition(reader, [])
  if (!row) throw new Error('evidence.edition is empty')
  return row.edition
}
const editionUntilAct = keptUntilAct(freshEdition)

/** Keeps what `make` gives for as long as the edition stays. Callers at the same moment share one making; when that fails,
 *  each makes its own. Never for what differs between people. */
export const keptPerEdition = <T>(make: (reader: Reader, edition: Edition) => Promise<T>): ((reader: Reader, edition: Edition) => Promise<T>) => {
  const kept = new Map<Edition, Promise<T>>()
  return async (reader, edition) => {
    const there = kept.get(edition)
    if (there) return there.catch(() => make(reader, edition))
    const making = make(reader, edition)
    kept.set(edition, making)
    making.catch(() => kept.delete(edition))
    // The newest few only: an older one belongs to a reading that began before the last act, or to another database.
    for (const old of kept.keys()) if (kept.size > 3) kept.delete(old)
    return making
  }
}

type RegionRow = { code: string; version: NutsVersion; level: Region['level']; nsi: string | null; parent: string | null; nameBg: string; nameEn: string }
const toRegion = (row: RegionRow): Region => ({
  code: row.code, version: row.version, level: row.level, parent: row.parent, nsi: row.nsi, name: { bg: row.nameBg, en: row.nameEn },
})

export const getAtlasOf = keptPerEdition(async (reader): Promise<Atlas> => {
  const db = reader.withTables<RegionTables>()
  const home = await db.selectFrom('evidence.home').select(['code', 'version']).executeTakeFirst()
  if (!home) throw new Error('no region pack has been loaded into this database yet')
  const [regions, changes] = await Promise.all([
    db.selectFrom('evidence.region').select(['code', 'version', 'level', 'nsi', 'parent', 'nameBg', 'nameEn']).where('version', '=', home.version).execute(),
    listChanges(reader),
  ])
  return makeAtlas({ version: home.version, home: home.code, regions: regions.map(toRegion), changes })
})
/** The regions of the version that pages show, and where we are at home. */
export const getAtlas = async (reader: Reader): Promise<Atlas> => getAtlasOf(reader, await getEdition(reader))

export const listChanges = (reader: Reader): Promise<readonly RegionChange[]> =>
  reader.withTables<RegionTables>().selectFrom('evidence.regionChange').select(['version', 'fromCode', 'toCode', 'kind']).orderBy('number').execute()

export type Home = { readonly code: string; readonly version: NutsVersion; readonly pack: string; readonly packSha256: string; readonly packAsOf: string; readonly packLoadedAt: Date; readonly catalogueSha256: string }
export const findHome = (reader: Reader): Promise<Home | undefined> =>
  reader.withTables<RegionTables>().selectFrom('evidence.home').select(['code', 'version', 'pack', 'packSha256', 'packAsOf', 'packLoadedAt', 'catalogueSha256']).executeTakeFirst()

/** Every code of every version: by them an import finds which version a file means. */
export const listCodeSets = async (reader: Reader): Promise<CodeSets> => {
  const rows = await reader.withTables<RegionTables>().selectFrom('evidence.region').select(['code', 'version']).where('level', '<>', 'municipality').execute()
  const sets = new Map<NutsVersion, Set<string>>()
  for (const { code, version } of rows) {
    const set = sets.get(version) ?? new Set<string>()
    sets.set(version, set.add(code))
  }
  return sets
}
/** The statistical institute's code → ours, in the version shown: SZR → BG344. Both SOF and SFO are called Sofia. */
export const listInstituteCodes = async (reader: Reader, version: NutsVersion): Promise<ReadonlyMap<string, string>> => {
  const rows = await reader.withTables<RegionTables>().selectFrom('evidence.region').select(['code', 'nsi']).where('version', '=', version).where('nsi', 'is not', null).execute()
  return new Map(rows.map(({ code, nsi }) => [nsi as string, code]))
}

const getHomeOf = keptPerEdition(async (reader): Promise<HomeRegion> => {
  const row = await reader.withTables<RegionTables>().selectFrom('evidence.home').select('description').executeTakeFirst()
  if (!row?.description) throw new Error('no region pack has been loaded into this database yet')
  return row.description
})
/** How the home region is named and described. */
export const getHomeRegion = async (reader: Reader): Promise<HomeRegion> => getHomeOf(reader, await getEdition(reader))
/** The municipalities of the home region, in the order of their Bulgarian names: what a form offers as a place. */
export const listMunicipalities = async (reader: Reader): Promise<readonly Region[]> => {
  const [atlas, home] = await Promise.all([getAtlas(reader), getHomeRegion(reader)])
  return listWithin(atlas, home.code, 'municipality')
}

const listSetsOf = keptPerEdition(async (reader): Promise<readonly RegionSet[]> => {
  const rows = await reader.withTables<RegionTables>().selectFrom('evidence.regionSet')
    .select(['number', 'region', 'nameBg', 'nameEn', 'regions', 'recipe', 'vintages', 'state', 'madeAt']).orderBy('number').execute()
  return rows.map(({ nameBg, nameEn, ...row }) => ({ ...row, name: { bg: nameBg, en: nameEn } }))
})
/** Sets of regions that may be chosen by name, oldest first. */
export const listRegionSets = async (reader: Reader): Promise<readonly RegionSet[]> =>
  (await listSetsOf(reader, await getEdition(reader))).filter((set) => set.state === 'current')
/** Also one that is no longer offered: an address that named it still opens. */
export const findRegionSet = async (reader: Reader, asked: { readonly number: number }): Promise<RegionSet | undefined> =>
  (await listSetsOf(reader, await getEdition(reader))).find((set) => set.number === asked.number)
