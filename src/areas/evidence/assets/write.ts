// Acts on the register: enter, change, publish, review, withdraw, import, count. What was saved once stays in the history.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findAsset, findCount, listKeys } from './read.ts'
import { type Asset, type AssetKind, assetPath, assetsPath, type AssetState, type AssetWords, gapsPath } from './rules.ts'
import type { AssetCount } from './rules/gaps.ts'
import type { AssetTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<AssetTables>()
const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато пишехте, друг колега промени този запис. Вашите думи са в полетата; неговите са в историята. Ако натиснете още веднъж, остават вашите.',
    en: 'While you were writing, a colleague changed this entry. Your words are in the fields; theirs are in the history. If you press once more, yours stay.',
  },
}
const columnsOf = ({ kind, name, says, municipality, place, owner, website, publicContact, source, sourceAddress, asOf, illustrative }: AssetWords) => ({
  kind, nameBg: name.bg, nameEn: name.en, saysBg: says.bg, saysEn: says.en, municipality, place, ownerBg: owner.bg, ownerEn: owner.en, website, publicContact, source, sourceAddress, asOfOn: asOf, illustrative: illustrative === 'yes',
})
const wordsOf = ({ kind, name, says, municipality, place, owner, website, publicContact, source, sourceAddress, asOf, illustrative }: AssetWords): AssetWords =>
  ({ kind, name, says, municipality, place, owner, website, publicContact, source, sourceAddress, asOf, illustrative })
const searchText = ({ says, owner, place }: AssetWords) => ({ bg: [says.bg, owner.bg, place].join(' '), en: [says.en, owner.en, place].join(' ') })
/** A thing has a title in both languages, also while nobody has translated it. */
const titleOf = ({ name }: AssetWords) => ({ bg: name.bg, en: name.en || name.bg })

type Keeping = { readonly asset: Ref<'asset'>; readonly version: number; readonly state: AssetState; readonly words: AssetWords; readonly why?: string }
const keepVersion = async (visit: WriteVisit, { asset, version, state, words, why = '' }: Keeping): Promise<void> => {
  await tables(visit).insertInto('evidence.assetVersion').values({ asset, version, state, content: JSON.stringify(wordsOf(words)), why, savedBy: visit.who.account, savedAt: visit.now }).execute()
}
const hold = async (visit: WriteVisit, number: number): Promise<(Asset & { readonly savedBy: string | null }) | undefined> => {
  const row = await tables(visit).selectFrom('evidence.asset').select(['id', 'savedBy']).where('number', '=', number).forUpdate().executeTakeFirst()
  const asset = row && (await findAsset(visit.writer.reader, { number, who: 'staff' }))
  return asset && { ...asset, savedBy: row.savedBy }
}
/** What it takes before everyone may read it. */
export const lacksForPublishing = ({ name, owner }: AssetWords): readonly Problem[] => [
  ...(name.en === '' ? [{ field: 'name_en', text: { bg: 'Напишете и името на английски: страницата е на двата езика.', en: 'Write the name in English too: the page is in both languages.' } }] : []),
  ...(owner.bg === '' || owner.en === '' ? [{ field: owner.bg === '' ? 'owner_bg' : 'owner_en', text: { bg: 'Напишете кой е собственикът или операторът, на двата езика.', en: 'Write who owns or runs it, in both languages.' } }] : []),
]

/** One entry, whatever way it came: the form, a file and the pack go through here. */
export const insertAsset = async (visit: WriteVisit, { words, key = null, state = 'draft' }: { readonly words: AssetWords; readonly key?: string | null; readonly state?: 'draft' | 'published' }): Promise<number> => {
  const id = newId<'asset'>()
  await registerThing(visit.writer, { id, kind: 'asset', title: titleOf(words), path: assetsPath, state, seenBy: state === 'published' ? 'everyone' : 'staff', text: searchText(words) })
  const { number } = await tables(visit).insertInto('evidence.asset').values({
    id, key, state, ...columnsOf(words), version: 1, reviewedVersion: null, reviewedBy: null, reviewedAt: null, withdrawnWhy: null, savedBy: visit.who.account, publishedAt: state === 'published' ? visit.now : null, changedAt: visit.now,
  }).returning('number').executeTakeFirstOrThrow()
  await renameThing(visit.writer, { id, path: assetPath(number) })
  await keepVersion(visit, { asset: id, version: 1, state, words })
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.asset.enter', thing: id, after: { number, state, ...wordsOf(words), ...(key === null ? {} : { key }) } })
  return number
}
export const enterAsset = async (visit: WriteVisit, { words }: { readonly words: AssetWords }): Promise<PostAnswer> =>
  see(assetPath(await insertAsset(visit, { words })), 'evidence_notice_asset_saved')

type Changed = { readonly words: AssetWords; readonly state: AssetState; readonly why?: string; readonly act: 'change' | 'publish' | 'withdraw' }
const change = async (visit: WriteVisit, before: Asset, { words, state, why = '', act }: Changed): Promise<void> => {
  const version = before.version + 1
  await tables(visit).updateTable('evidence.asset').set({
    ...columnsOf(words), state, version, savedBy: visit.who.account, changedAt: visit.now, withdrawnWhy: state === 'withdrawn' ? why : null, publishedAt: state === 'published' ? (before.publishedAt ?? visit.now) : before.publishedAt,
  }).where('id', '=', before.id).execute()
  await renameThing(visit.writer, { id: before.id, title: titleOf(words), text: searchText(words), state, seenBy: state === 'published' ? 'everyone' : 'staff' })
  await keepVersion(visit, { asset: before.id, version, state, words, why })
  await recordAct(visit.writer, { who: visit.who.account, act: `evidence.asset.${act}`, thing: before.id, before: { state: before.state, ...wordsOf(before) }, after: { number: before.number, state, ...wordsOf(words) }, ...(why === '' ? {} : { why }) })
}
/** A published entry stays whole: what it would lack is said, and nothing is saved. */
export const changeAsset = async (visit: WriteVisit, { number, version, words, why }: { readonly number: number; readonly version: number; readonly words: AssetWords; readonly why: string }): Promise<PostAnswer> => {
  const before = await hold(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  const lacks = before.state === 'published' ? lacksForPublishing(words) : []
  if (lacks.length > 0) return problems(lacks)
  if (JSON.stringify(wordsOf(before)) !== JSON.stringify(wordsOf(words))) await change(visit, before, { words, state: before.state === 'withdrawn' ? 'draft' : before.state, why, act: 'change' })
  return see(assetPath(number), 'evidence_notice_asset_saved')
}
type Acting = { readonly number: number; readonly version: number; readonly why: string }
export const publishAsset = async (visit: WriteVisit, { number, version }: Acting): Promise<PostAnswer> => {
  const before = await hold(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  const lacks = lacksForPublishing(before)
  if (lacks.length > 0) return problems(lacks.map(({ text }) => ({ field: '', text })))
  if (before.state !== 'published') await change(visit, before, { words: before, state: 'published', act: 'publish' })
  return see(assetPath(number), 'evidence_notice_asset_published')
}
/** Somebody else than who saved these words has compared them with the source. */
export const reviewAsset = async (visit: WriteVisit, { number, version }: Acting): Promise<PostAnswer> => {
  const before = await hold(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  if (before.savedBy !== null && before.savedBy === visit.who.account) return problems([{ field: '', text: { bg: 'Прегледа го друг, не който го е записал. Помолете колега.', en: 'Somebody else than who saved it reviews it. Ask a colleague.' } }])
  await tables(visit).updateTable('evidence.asset').set({ reviewedVersion: version, reviewedBy: visit.who.account, reviewedAt: visit.now }).where('id', '=', before.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.asset.review', thing: before.id, after: { number, version } })
  return see(assetPath(number), 'evidence_notice_asset_reviewed')
}
/** It keeps its number and its words for colleagues; everybody else learns that it was taken back. */
export const withdrawAsset = async (visit: WriteVisit, { number, version, why }: Acting): Promise<PostAnswer> => {
  const before = await hold(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  if (before.state !== 'withdrawn') await change(visit, before, { words: before, state: 'withdrawn', why, act: 'withdraw' })
  return see(assetPath(number), 'evidence_notice_asset_withdrawn')
}

export const keepAssetDraft = async (visit: WriteVisit, { name, rows }: { readonly name: string; readonly rows: readonly unknown[] }): Promise<string> => {
  const id = newId<'asset'>()
  await tables(visit).deleteFrom('evidence.assetDraft').where('madeAt', '<', new Date(visit.now.getTime() - 7 * 86_400_000)).execute()
  await tables(visit).insertInto('evidence.assetDraft').values({ id, name, content: JSON.stringify({ rows }), madeBy: visit.who.account, madeAt: visit.now }).execute()
  return id
}
/** A whole file or nothing: an entry that fails takes the others with it, because they are one act. All are drafts. */
export const importAssets = async (visit: WriteVisit, { draft, rows }: { readonly draft: string; readonly rows: readonly AssetWords[] }): Promise<PostAnswer> => {
  for (const words of rows) await insertAsset(visit, { words })
  await tables(visit).deleteFrom('evidence.assetDraft').where('id', '=', draft).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.asset.import', after: { entered: rows.length } })
  return see(assetsPath, 'evidence_notice_asset_imported')
}
/** The pack's facts, once each: what a person changed or withdrew is not brought back. */
export const enterFromPack = async (visit: WriteVisit, entries: readonly { readonly key: string; readonly words: AssetWords }[]): Promise<number> => {
  const known = await listKeys(visit.writer.reader)
  const fresh = entries.filter(({ key }) => !known.has(key))
  for (const { key, words } of fresh) await insertAsset(visit, { words, key, state: 'published' })
  return fresh.length
}

export const saveCount = async (visit: WriteVisit, { kind, ...input }: Omit<AssetCount, 'version'> & { readonly kind: AssetKind; readonly version: number }): Promise<PostAnswer> => {
  const before = await findCount(visit.writer.reader, kind)
  if ((before?.version ?? 0) !== input.version) return problems([conflict])
  const row = { counts: JSON.stringify(input.counts), asOfOn: input.asOf, source: input.source, sourceAddress: input.sourceAddress, illustrative: input.illustrative === 'yes', version: input.version + 1, savedBy: visit.who.account, changedAt: visit.now }
  await tables(visit).insertInto('evidence.assetCount').values({ kind, ...row }).onConflict((on) => on.column('kind').doUpdateSet(row)).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.asset.count', ...(before === undefined ? {} : { before: { ...before } }), after: { kind, counts: input.counts, asOf: input.asOf, source: input.source } })
  return see(gapsPath, 'evidence_notice_asset_counted')
}
