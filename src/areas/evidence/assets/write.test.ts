// Acts on the register on a real database.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { PostAnswer } from '#kernel/answer.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { findThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { testStore } from '#test/database.ts'
import { prepareAssets, takeInAssets } from './commands.ts'
import { findAsset, findDraft, isWithdrawn, listAssets, listCounts, listVersions } from './read.ts'
import type { AssetWords } from './rules.ts'
import { changeAsset, enterAsset, importAssets, insertAsset, publishAsset, reviewAsset, saveCount, withdrawAsset } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T09:00:00Z')
const personOf = (last: string): Who => ({ role: 'analyst', account: `0197a000-0000-7000-8000-00000000000${last}` as AccountId, name: 'Анна', duties: new Set() })
const anna = personOf('1'), boyan = personOf('2')
const act = <T>(what: (visit: WriteVisit) => Promise<T>, who: Who = anna): Promise<T> => store.writing((writer) => what({ who, writer, now, language: 'bg' }))
const words = (over: Partial<AssetWords> = {}): AssetWords => ({
  kind: 'park', name: { bg: 'Парк Липова', en: 'Lipova Park' }, says: { bg: 'Зона с готови терени.', en: 'A zone with ready plots.' }, municipality: null, place: '', owner: { bg: 'Община Липова', en: 'Municipality of Lipova' }, website: '', publicContact: '',
  source: 'решение на съвета', sourceAddress: '', asOf: '2026-11-01', illustrative: 'no', ...over,
})
const numberIn = (answer: PostAnswer): number => Number(answer.kind === 'see' ? answer.path.split('/').at(-1) : Number.NaN)
const publicly = <T>(what: (reader: Parameters<typeof listAssets>[0]) => Promise<T>): Promise<T> => store.reading(what)
const enter = async (over: Partial<AssetWords> = {}): Promise<number> => numberIn(await act((visit) => enterAsset(visit, { words: words(over) })))

test('a draft is for colleagues; published, everybody reads it and the search finds it; every step stays in the history', async () => {
  const number = await enter()
  expect(await publicly((reader) => findAsset(reader, { number, who: 'everyone' }))).toBeUndefined()
  expect(await act((visit) => publishAsset(visit, { number, version: 1, why: '' }))).toMatchObject({ kind: 'see' })
  const asset = await publicly((reader) => findAsset(reader, { number, who: 'everyone' }))
  expect(asset).toMatchObject({ state: 'published', version: 2, reviewedVersion: null })
  expect(await publicly((reader) => findThing(reader, asset?.id ?? ''))).toMatchObject({ kind: 'asset', seenBy: 'everyone', path: `/evidence/assets/${number}`, title: { en: 'Lipova Park' } })
  await act((visit) => changeAsset(visit, { number, version: 2, words: words({ place: 'Липова' }), why: 'адресът е известен' }))
  await act((visit) => withdrawAsset(visit, { number, version: 3, why: 'закрит' }))
  expect(await publicly((reader) => findAsset(reader, { number, who: 'everyone' }))).toBeUndefined()
  expect(await publicly((reader) => isWithdrawn(reader, { number }))).toBe(true)
  const versions = await store.reading((reader) => listVersions(reader, asset?.id as never), { as: 'staff' })
  expect(versions.map(({ version, state, why }) => [version, state, why])).toEqual([[4, 'withdrawn', 'закрит'], [3, 'published', 'адресът е известен'], [2, 'published', ''], [1, 'draft', '']])
  const acts = await store.reading((reader) => rows<{ act: string }>(reader, sql`select act from store.audit where thing = ${asset?.id} order by id`), { as: 'staff' })
  expect(acts.map((one) => one.act)).toEqual(['evidence.asset.enter', 'evidence.asset.publish', 'evidence.asset.change', 'evidence.asset.withdraw'])
})
test('without a name in English or an owner nothing is published, and what lacks is said', async () => {
  const number = await enter({ name: { bg: 'Лаборатория', en: '' }, owner: { bg: '', en: '' } })
  expect(await act((visit) => publishAsset(visit, { number, version: 1, why: '' }))).toMatchObject({ kind: 'problems', problems: [{}, {}] })
  expect(await publicly((reader) => findAsset(reader, { number, who: 'everyone' }))).toBeUndefined()
})
test('it is reviewed by somebody else than who saved it, and a change asks for a new review', async () => {
  const number = await enter()
  expect(await act((visit) => reviewAsset(visit, { number, version: 1, why: '' }))).toMatchObject({ kind: 'problems' })
  expect(await act((visit) => reviewAsset(visit, { number, version: 1, why: '' }), boyan)).toMatchObject({ kind: 'see' })
  const seen = () => store.reading((reader) => findAsset(reader, { number, who: 'staff' }), { as: 'staff' })
  expect(await seen()).toMatchObject({ version: 1, reviewedVersion: 1 })
  await act((visit) => changeAsset(visit, { number, version: 1, words: words({ place: 'друго' }), why: '' }))
  expect(await seen()).toMatchObject({ version: 2, reviewedVersion: 1 })
})
test('of two who save at once the second is told, and nothing is lost', async () => {
  const number = await enter()
  await act((visit) => changeAsset(visit, { number, version: 1, words: words({ place: 'едно' }), why: '' }))
  expect(await act((visit) => changeAsset(visit, { number, version: 1, words: words({ place: 'друго' }), why: '' }), boyan)).toMatchObject({ kind: 'problems' })
  expect(await store.reading((reader) => findAsset(reader, { number, who: 'staff' }), { as: 'staff' })).toMatchObject({ place: 'едно', version: 2 })
})
test('the public sees neither who saved nor who reviewed, nor rows of files that wait', async () => {
  for (const asked of [sql`select saved_by from evidence.asset`, sql`select reviewed_by from evidence.asset`, sql`select * from evidence.asset_draft`, sql`select saved_by from evidence.asset_version`]) await expect(publicly((reader) => rows(reader, asked))).rejects.toMatchObject({ code: '42501' })
})
test('a file enters whole or not at all: it waits as a draft, then its rows are drafts of the register', async () => {
  const bytes = new TextEncoder().encode('Вид;Име;Източник;Към дата\nклъстер;Клъстер А;среща;01.02.2026\nхъб или инкубатор;Хъб Б;сайт;2026-02-02\n')
  const answer = await takeInAssets({ store, who: anna, language: 'bg', now }, { name: 'assets.csv', mediaType: 'text/csv', bytes })
  const id = answer.kind === 'see' ? (answer.path.split('/').at(-1) ?? '') : ''
  const draft = await store.reading((reader) => findDraft(reader, id), { as: 'staff' })
  expect(draft?.rows.map(({ row, cells }) => [row, cells.kind, cells.name_bg])).toEqual([[2, 'cluster', 'Клъстер А'], [3, 'hub', 'Хъб Б']])
  const before = (await store.reading((reader) => listAssets(reader, { who: 'staff' }), { as: 'staff' })).length
  const bad = { ...words(), municipality: 'x'.repeat(99) }
  await expect(act((visit) => importAssets(visit, { draft: id, rows: [words(), bad] }))).rejects.toThrow()
  expect((await store.reading((reader) => listAssets(reader, { who: 'staff' }), { as: 'staff' })).length).toBe(before)
  await act((visit) => importAssets(visit, { draft: id, rows: [words({ kind: 'cluster' }), words({ kind: 'hub' })] }))
  const after = await store.reading((reader) => listAssets(reader, { who: 'staff' }), { as: 'staff' })
  expect([after.length, after.filter(({ kind, state }) => kind === 'hub' && state === 'draft').length]).toEqual([before + 2, 1])
  expect(await store.reading((reader) => findDraft(reader, id), { as: 'staff' })).toBeUndefined()
})
test('a file that is none, or without heads, is refused with a sentence beside the field', async () => {
  const send = (bytes: Uint8Array) => takeInAssets({ store, who: anna, language: 'bg', now }, { name: 'x.xlsx', mediaType: 'application/octet-stream', bytes })
  expect(await send(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ kind: 'problems', problems: [{ field: 'file' }] })
  expect(await send(new TextEncoder().encode('a;b\n1;2\n'))).toMatchObject({ kind: 'problems', problems: [{ field: 'file', text: { bg: expect.stringContaining('Вид') } }] })
})
test('the pack’s facts are entered once: what a person withdrew does not come back', async () => {
  const load = () => prepareAssets(store, { packFolder: 'packs/BG344', now })
  expect((await load())?.en).toMatch(/^Register of assets: 7 entries/)
  expect(await load()).toBeNull()
  const [first] = (await publicly((reader) => listAssets(reader, { who: 'everyone' }))).filter(({ key }) => key !== null)
  await act((visit) => withdrawAsset(visit, { number: first?.number ?? 0, version: first?.version ?? 0, why: 'невярно' }))
  expect(await load()).toBeNull()
  expect((await publicly((reader) => listAssets(reader, { who: 'everyone' }))).map(({ key }) => key)).not.toContain(first?.key)
})
test('counts of a kind are kept with their source, and the newer takes the place of the older', async () => {
  const count = { kind: 'park' as const, counts: { BG344: 1, BG341: 0 }, asOf: '2026-01-01', source: 'регистър', sourceAddress: '', illustrative: 'no' as const }
  expect(await act((visit) => saveCount(visit, { ...count, version: 0 }))).toMatchObject({ kind: 'see' })
  expect(await act((visit) => saveCount(visit, { ...count, counts: { BG344: 2 }, version: 0 }))).toMatchObject({ kind: 'problems' })
  expect(await act((visit) => saveCount(visit, { ...count, counts: { BG344: 2 }, version: 1 }))).toMatchObject({ kind: 'see' })
  expect(await publicly(listCounts)).toEqual([{ ...count, counts: { BG344: 2 }, version: 2 }])
})
test('an entry is registered as a thing before anything points at it', async () => {
  const number = await act((visit) => insertAsset(visit, { words: words(), state: 'published' }))
  expect((await publicly((reader) => findAsset(reader, { number, who: 'everyone' })))?.publishedAt).toEqual(now)
})
