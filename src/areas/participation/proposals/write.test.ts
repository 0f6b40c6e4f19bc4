// Acts on contributions over a real database.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { oneRow, rows } from '#store/ask.ts'
import { countByState, findContribution, findWhole, listSteps } from './read.ts'
import { countAll, countByPlace } from './read/counts.ts'
import { listContributions } from './read/list.ts'
import type { ContributionId } from './rules.ts'
import { heapOf, type Act } from './rules/arrows.ts'
import { changePublicText, confirmContribution, moveContribution, withdrawContribution } from './write.ts'
import { setDecision } from './write/outcome.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit, standing } = await makeActs(store, now)
const coordinator = { who: staff('coordinator') }

test('a proposal gets its number at once, waits for its author, then for a moderator, and only then is public', async () => {
  const author = await person('ivan@example.bg', 'Иван Петров')
  const { id, number, state } = await submit({ title: 'Работилница за младежи', text: 'Да се открие работилница за младежи в Казанлък.', author, name: 'Иван Петров', choice: 'initials', topics: ['skills'], assurance: 'unconfirmed' })
  expect([number, state]).toEqual(['2026-0001', 'awaitingConfirmation'])
  expect(await act((visit) => confirmContribution(visit, id))).toEqual({ ok: true, number, state: 'inModeration' })
  expect(await act((visit) => confirmContribution(visit, id))).toEqual({ ok: true, number, state: 'inModeration' })
  expect(await store.reading((reader) => listContributions(reader, { limit: 10 }))).toEqual([])
  expect(await store.reading(async (reader) => (await findContribution(reader, number))?.text)).toBe('')
  expect(await act((visit) => moveContribution(visit, { id, act: 'publish' }), coordinator)).toMatchObject({ ok: true, state: 'published' })
  const [listed] = await store.reading((reader) => listContributions(reader, { limit: 10, topic: 'skills' }))
  expect(listed).toMatchObject({ number, title: 'Работилница за младежи', authorShown: 'И. П.', topics: ['skills'] })
  expect((await store.reading((reader) => listSteps(reader, id))).map(({ kind }) => kind)).toEqual(['received', 'confirmed', 'published'])
})

test('PR3 an author withdraws before the answer: the number stays, the words are nowhere; after the answer it is refused', async () => {
  const { id, number } = await submit({ title: 'Оттегля се', text: 'Този текст ще бъде оттеглен от автора си.' })
  await act((visit) => moveContribution(visit, { id, act: 'publish' }), coordinator)
  expect(await act((visit) => withdrawContribution(visit, { id }))).toMatchObject({ ok: true, state: 'withdrawn' })
  expect(await store.reading((reader) => findWhole(reader, number), { as: 'staff' })).toMatchObject({ number, titleReceived: '', textReceived: '', titleNow: '', textNow: '', title: '', text: '' })
  const answered = await submit({ title: 'С отговор', text: 'На това предложение вече е отговорено.' })
  await act((visit) => moveContribution(visit, { id: answered.id, act: 'publish' }), coordinator)
  expect(await act((visit) => setDecision(visit, { id: answered.id, decision: 'accepted', says: { bg: 'Приема се.', en: 'Accepted.' } }), coordinator)).toMatchObject({ ok: true, state: 'answered' })
  expect(await act((visit) => withdrawContribution(visit, { id: answered.id }))).toEqual({ ok: false, why: 'notAllowed' })
})

test('G2 the database refuses to overwrite what was received; a public change is a version with who, when and why', async () => {
  const { id } = await submit({ title: 'Както дойде', text: 'Текстът, както дойде, с телефон 0888 123 456.' })
  await expect(store.writing((writer) => rows(writer, sql`update participation.contribution set text_received = 'друго' where id = ${id}`))).rejects.toThrow(/never overwritten/)
  await expect(store.writing((writer) => rows(writer, sql`update participation.contribution set number = '2026-9999' where id = ${id}`))).rejects.toThrow()
  await act((visit) => changePublicText(visit, { id, title: 'Както дойде', text: 'Текстът, както дойде, с телефон [заличени лични данни].', why: 'лични данни' }), coordinator)
  const whole = await store.reading((reader) => findWhole(reader, id), { as: 'staff' })
  expect(whole).toMatchObject({ textReceived: 'Текстът, както дойде, с телефон 0888 123 456.', textNow: 'Текстът, както дойде, с телефон [заличени лични данни].' })
  const versions = await store.reading((reader) => rows(reader, sql<{ version: number; text: string; why: string; byAccount: string | null }>`select version, text, why, by_account from participation.contribution_version where contribution = ${id} order by version`), { as: 'staff' })
  expect(versions.map(({ version, why, byAccount }) => [version, why, byAccount])).toEqual([[1, '', null], [2, 'лични данни', coordinator.who.account]])
})

test('G2 the role of public pages cannot read what was received, who wrote it, or an earlier wording', async () => {
  for (const column of ['text_received', 'title_received', 'author', 'entered_by', 'source_file', 'text', 'marks'])
    await expect(store.reading((reader) => rows(reader, sql`select ${sql.ref(column)} from participation.contribution`))).rejects.toThrow(/permission denied/)
  await expect(store.reading((reader) => rows(reader, sql`select text from participation.contribution_version`))).rejects.toThrow(/permission denied/)
  await expect(store.reading((reader) => rows(reader, sql`select contact from participation.support`))).rejects.toThrow(/permission denied/)
})

/** Totals and places as pages show them, against a count of the rows. */
const expectTally = async (): Promise<void> => {
  const [shown, places] = await store.reading((reader) => Promise.all([countAll(reader), countByPlace(reader)]))
  const all = await store.reading((reader) => rows(reader, sql<{ state: string; channel: string; municipality: string | null; kind: string; decision: string | null }>`select state, channel, municipality, kind, decision from participation.contribution`))
  const count = (of: (row: (typeof all)[number]) => boolean): number => all.filter(of).length
  const heaps = ['open', 'answered', 'merged', 'withdrawn', 'notPublished'] as const
  expect(shown).toMatchObject({ received: all.length, ...Object.fromEntries(heaps.map((heap) => [heap, count(({ state }) => heapOf(state as never) === heap)])), accepted: count(({ decision }) => decision === 'accepted' || decision === 'acceptedInPart') })
  expect(Object.fromEntries(shown.byChannel.map((each) => [each.channel, each.count]))).toEqual(Object.fromEntries([...Map.groupBy(all, ({ channel }) => channel)].map(([channel, some]) => [channel, some.length])))
  const listed = all.filter(({ state, kind, municipality }) => ['published', 'underConsideration', 'answered', 'outcomeKnown'].includes(state) && ['proposal', 'statement'].includes(kind) && municipality !== null)
  expect(Object.fromEntries(places.map((each) => [each.municipality, each.count]))).toEqual(Object.fromEntries([...Map.groupBy(listed, ({ municipality }) => municipality ?? '')].map(([municipality, some]) => [municipality, some.length])))
}
test('G4 nothing falls out: after any sequence of acts, received = open + answered + merged + withdrawn + not published', async () => {
  const acts: readonly Act[] = ['confirm', 'publish', 'refuse', 'consider', 'answer', 'outcome', 'merge', 'unmerge', 'withdraw']
  let seed = 20261125
  const draw = (below: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * below) }
  const of = async () => store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from participation.contribution`))
  const first = (await of())?.n ?? 0
  const ids: ContributionId[] = []
  for (let at = 0; at < 12; at++) ids.push((await submit({ text: `Предложение за пътя към село ${at} и неговия мост.`, assurance: at % 3 === 0 ? 'unconfirmed' : 'email', author: await person(`walk${at}@example.bg`) })).id)
  let moved = 0
  for (let step = 0; step < 150; step++) {
    const id = ids[draw(ids.length)], into = ids[draw(ids.length)]
    if (id === undefined || into === undefined || id === into) continue
    const name = acts[draw(acts.length)] ?? 'publish'
    const before = await store.reading((reader) => findWhole(reader, id), { as: 'staff' })
    const done = await act((visit) => moveContribution(visit, { id, act: name, owner: draw(2) === 0 ? 'yes' : 'no', ...(name === 'merge' ? { into } : {}), ...(name === 'unmerge' ? { to: 'published' as const } : {}), ...(name === 'refuse' ? { reason: 'offTopic' } : {}) }), draw(4) === 0 ? {} : coordinator)
    const after = await store.reading((reader) => findWhole(reader, id), { as: 'staff' })
    if (done.ok) moved++
    else expect(after).toEqual(before)
  }
  expect(moved).toBeGreaterThan(20)
  const counts = await store.reading((reader) => countByState(reader, standing.id))
  const inHeap = (heap: ReturnType<typeof heapOf>): number => counts.filter(({ state }) => heapOf(state) === heap).reduce((sum, { count }) => sum + count, 0)
  expect(inHeap('open') + inHeap('answered') + inHeap('merged') + inHeap('withdrawn') + inHeap('notPublished')).toBe(first + ids.length)
  // The numbers that pages show are kept in the acts: after all of this, and after a pile written by one statement and a row that goes, they are what a recount finds.
  await store.writing((writer) => rows(writer, sql`update participation.contribution set municipality = (array['SZR31', 'SZR12', null])[1 + length(text) % 3] where id = any(${ids}::uuid[])`))
  await expectTally()
})

test('numbers of a year run on without a double, however many come at once', async () => {
  const many = await Promise.all(Array.from({ length: 20 }, (_, at) => submit({ text: `Едновременно предложение номер ${at} за нещо полезно.` }, new Date('2027-01-01T08:00:00Z'))))
  expect(new Set(many.map(({ number }) => number)).size).toBe(20)
  expect(many.every(({ number }) => /^2027-00\d\d$/.test(number))).toBe(true)
  await expectTally()
  expect((await submit({ text: 'Последната минута на старата година в София.' }, new Date('2026-12-31T21:59:59Z'))).number).toMatch(/^2026-/)
  expect((await submit({ text: 'Първата минута на новата година в София.' }, new Date('2026-12-31T22:00:00Z'))).number).toMatch(/^2027-/)
})
