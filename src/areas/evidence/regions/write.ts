// Acts on regions: they come with a pack and are never deleted, because series name them.
import { sql } from 'kysely'
import type { HomeRegion } from '#kernel/home.ts'
import type { NutsVersion, Region } from '#kernel/region.ts'
import { rows } from '#store/ask.ts'
import { recordAct } from '#store/audit.ts'
import { copyInto } from '#store/copy.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { RegionChange, RegionSet } from './rules.ts'
import type { RegionTables } from './tables.ts'

/** New ones are added, known ones get their name and parent anew. */
export const loadRegions = async (writer: Writer, regions: readonly Region[]): Promise<void> => {
  await rows(writer, sql`create temporary table arriving_region (like evidence.region) on commit drop`)
  await copyInto(writer, {
    table: 'arriving_region', columns: ['code', 'version', 'level', 'nsi', 'parent', 'name_bg', 'name_en'],
    rows: regions.map((region) => [region.code, region.version, region.level, region.nsi, region.parent, region.name.bg, region.name.en]),
  })
  await rows(writer, sql`
    insert into evidence.region (code, version, level, nsi, parent, name_bg, name_en)
    select code, version, level, nsi, parent, name_bg, name_en from arriving_region
    on conflict (code, version) do update set level = excluded.level, nsi = excluded.nsi, parent = excluded.parent, name_bg = excluded.name_bg, name_en = excluded.name_en`)
}

export const loadChanges = async (writer: Writer, changes: readonly RegionChange[]): Promise<void> => {
  if (changes.length === 0) return
  const db = writer.withTables<RegionTables>()
  await db.deleteFrom('evidence.regionChange').execute()
  await copyInto(writer, {
    table: 'evidence.region_change', columns: ['version', 'from_code', 'to_code', 'kind'],
    rows: changes.map((change) => [change.version, change.fromCode, change.toCode, change.kind]),
  })
}

export type SettledHome = {
  readonly code: string
  readonly version: NutsVersion
  readonly pack: string
  readonly packSha256: string
  readonly packAsOf: string
  readonly catalogueSha256: string
  readonly now: Date
}
/** Which region this installation is about, and which pack and catalogue it has read. */
export const settleHome = async (writer: Writer, home: SettledHome): Promise<void> => {
  const { now, ...stays } = home
  await writer.withTables<RegionTables>().insertInto('evidence.home')
    .values({ ...stays, packLoadedAt: now, catalogueReadAt: now })
    .onConflict((conflict) => conflict.column('onlyRow').doUpdateSet({ ...stays, packLoadedAt: now, catalogueReadAt: now }))
    .execute()
}
export const noteCatalogue = async (writer: Writer, read: { readonly sha256: string; readonly now: Date }): Promise<void> => {
  await writer.withTables<RegionTables>().updateTable('evidence.home').set({ catalogueSha256: read.sha256, catalogueReadAt: read.now }).execute()
}

/** The pack's region.json, already checked by parseHomeRegion. */
export const describeHome = async (writer: Writer, home: HomeRegion): Promise<void> => {
  await writer.withTables<RegionTables>().updateTable('evidence.home').set({ description: JSON.stringify(home) }).execute()
}

export type NewRegionSet = Pick<RegionSet, 'region' | 'name' | 'regions' | 'recipe' | 'vintages'>
/** 'taken': another set that is offered has one of the two names. */
export const saveRegionSet = async ({ writer, who, now }: Pick<WriteVisit, 'writer' | 'who' | 'now'>, set: NewRegionSet): Promise<number | 'taken'> => {
  const db = writer.withTables<RegionTables>()
  const named = await db.selectFrom('evidence.regionSet').select('number').where('state', '=', 'current')
    .where((eb) => eb.or([eb(eb.fn('lower', ['nameBg']), '=', set.name.bg.toLowerCase()), eb(eb.fn('lower', ['nameEn']), '=', set.name.en.toLowerCase())])).executeTakeFirst()
  if (named) return 'taken'
  const { number } = await db.insertInto('evidence.regionSet').values({
    region: set.region, nameBg: set.name.bg, nameEn: set.name.en, regions: [...set.regions], recipe: set.recipe, vintages: [...set.vintages],
    state: 'current', madeAt: now, madeBy: who.account, retiredAt: null,
  }).returning('number').executeTakeFirstOrThrow()
  await recordAct(writer, { who: who.account, act: 'evidence.set.save', after: { number, name: set.name.bg, regions: set.regions.join(' '), recipe: set.recipe } })
  return number
}
/** No longer offered. Its page and what names it stay. false: it was retired already, or never there. */
export const retireRegionSet = async ({ writer, who, now }: Pick<WriteVisit, 'writer' | 'who' | 'now'>, asked: { readonly number: number }): Promise<'retired' | 'gone'> => {
  const done = await writer.withTables<RegionTables>().updateTable('evidence.regionSet').set({ state: 'retired', retiredAt: now })
    .where('number', '=', asked.number).where('state', '=', 'current').returning('number').executeTakeFirst()
  if (done) await recordAct(writer, { who: who.account, act: 'evidence.set.retire', after: { number: done.number } })
  return done ? 'retired' : 'gone'
}
