// Questions about the register: what everyone may read is what was published; staff read drafts and history too.
import type { Selectable } from 'kysely'
import type { Reader } from '#store/handle.ts'
import type { Ref } from '#kernel/thread.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf } from '#areas/evidence/indicators/read/headlines.ts'
import type { Credit } from '#areas/evidence/indicators/rules.ts'
import type { Region } from '#kernel/region.ts'
import type { Asset, AssetKind, AssetVersion, AssetWords } from './rules.ts'
import type { AssetCount } from './rules/gaps.ts'
import type { AssetTables } from './tables.ts'

type For = { readonly who: 'everyone' | 'staff' }
const ask = (reader: Reader) => reader.withTables<AssetTables>()
const columns = [
  'id', 'number', 'key', 'state', 'kind', 'nameBg', 'nameEn', 'saysBg', 'saysEn', 'municipality', 'place', 'ownerBg', 'ownerEn', 'website', 'publicContact', 'source', 'sourceAddress', 'asOfOn', 'illustrative',
  'version', 'reviewedVersion', 'reviewedAt', 'withdrawnWhy', 'publishedAt', 'changedAt',
] as const
type Row = Pick<Selectable<AssetTables['evidence.asset']>, (typeof columns)[number]>
const toAsset = ({ nameBg, nameEn, saysBg, saysEn, ownerBg, ownerEn, asOfOn, illustrative, ...row }: Row): Asset =>
  ({ ...row, name: { bg: nameBg, en: nameEn }, says: { bg: saysBg, en: saysEn }, owner: { bg: ownerBg, en: ownerEn }, asOf: asOfOn, illustrative: illustrative ? 'yes' : 'no' })
const assets = (reader: Reader, { who }: For) => {
  const all = ask(reader).selectFrom('evidence.asset').select(columns)
  return who === 'staff' ? all : all.where('state', '=', 'published')
}
const order = new Intl.Collator('bg')
export const listAssets = async (reader: Reader, asked: For): Promise<readonly Asset[]> =>
  (await assets(reader, asked).execute()).map(toAsset).sort((a, b) => order.compare(a.name.bg, b.name.bg) || a.number - b.number)
export const findAsset = async (reader: Reader, { number, ...asked }: For & { readonly number: number }): Promise<Asset | undefined> => {
  const row = await assets(reader, asked).where('number', '=', number).executeTakeFirst()
  return row && toAsset(row)
}
/** A number that everyone cannot see: taken back, or never there. */
export const isWithdrawn = async (reader: Reader, { number }: { readonly number: number }): Promise<boolean> =>
  (await ask(reader).selectFrom('evidence.asset').select('id').where('number', '=', number).where('state', '=', 'withdrawn').executeTakeFirst()) !== undefined
export const listKeys = async (reader: Reader): Promise<ReadonlySet<string>> =>
  new Set((await ask(reader).selectFrom('evidence.asset').select('key').where('key', 'is not', null).execute()).map(({ key }) => key as string))
/** Staff only: the newest first. */
export const listVersions = async (reader: Reader, asset: Ref<'asset'>): Promise<readonly AssetVersion[]> =>
  (await ask(reader).selectFrom('evidence.assetVersion').select(['version', 'state', 'content', 'why', 'savedAt']).where('asset', '=', asset).orderBy('version', 'desc').execute())
    .map(({ content, ...row }) => ({ ...row, words: content as AssetWords }))

export type DraftRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> }
export const findDraft = async (reader: Reader, id: string): Promise<{ readonly id: string; readonly name: string; readonly rows: readonly DraftRow[] } | undefined> => {
  const row = await ask(reader).selectFrom('evidence.assetDraft').select(['id', 'name', 'content']).where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, name: row.name, rows: (row.content as { readonly rows: readonly DraftRow[] }).rows }
}
export const listCounts = async (reader: Reader): Promise<readonly AssetCount[]> =>
  (await ask(reader).selectFrom('evidence.assetCount').select(['kind', 'counts', 'asOfOn', 'source', 'sourceAddress', 'illustrative', 'version']).execute())
    .map(({ asOfOn, illustrative, counts, ...row }) => ({ ...row, counts: counts as Record<string, number>, asOf: asOfOn, illustrative: illustrative ? 'yes' : 'no' }))
export const findCount = async (reader: Reader, kind: AssetKind): Promise<AssetCount | undefined> => (await listCounts(reader)).find((one) => one.kind === kind)

/** People of each region in the newest year that has them, and whose figures they are. */
export const getPeople = async (reader: Reader, regions: readonly Region[]): Promise<{ readonly people: ReadonlyMap<string, number>; readonly credits: readonly Credit[]; readonly year: string | null }> => {
  const basis = await getBasis(reader)
  await basis.load(reader, ['ctx.pop'])
  if (!basis.indicators.has('ctx.pop')) return { people: new Map(), credits: [], year: null }
  const people = new Map<string, number>()
  let year: string | null = null
  for (const region of regions) {
    const series = basis.seriesOf('ctx.pop', region)
    const at = series?.missing.lastIndexOf(null) ?? -1
    const value = at < 0 ? undefined : series?.values[at]
    if (value === undefined || value === null || Number.isNaN(value)) continue
    people.set(region.code, value)
    year = series?.periods[at] ?? year
  }
  return { people, credits: creditsOf(basis, 'ctx.pop'), year }
}
