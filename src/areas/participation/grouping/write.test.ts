// Merging, undoing and splitting over a real database: nothing lost, nothing left behind.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { draftAnswer, publishAnswer } from '#areas/participation/answers/write.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { exampleFrom } from '#kernel/letter.ts'
import { makeActs, staff } from '#test/participation.ts'
import type { ContributionId } from '#areas/participation/proposals/rules.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { listArguments, listMergedInto } from '#areas/participation/proposals/read/voices.ts'
import { recount } from '#areas/participation/proposals/write/merging.ts'
import { giveArgument, settleArgument, supportContribution, withdrawSupport } from '#areas/participation/proposals/write/support.ts'
import { rows } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { splitForm } from './forms.ts'
import { listAlike, listCampaigns, listMerged, listParts } from './read.ts'
import { isWholeAnswered } from './rules.ts'
import { gather, merge, split, undo } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit } = await makeActs(store, now)
const clerk = staff('coordinator')
const from = exampleFrom
let count = 0
/** published, by a person of its own, with these supporters */
const published = async (supporters: readonly string[] = [], text = `Предложение номер ${++count} за нещо съвсем различно: ${'абвгдежзик'.charAt(count % 10).repeat(5)}.`) => {
  const author = await person(`author${++count}@example.bg`, 'Иван Петров')
  const { id, number, state } = await submit({ title: `Предложение ${count}`, text, author, name: 'Иван Петров', choice: 'initials' })
  if (state !== 'published') await act((visit) => moveContribution(visit, { id, act: 'publish' }), { who: clerk })
  for (const each of supporters) { const contact = await person(`${each}@example.bg`); await act((visit) => supportContribution(visit, { id, contact, assurance: 'email' })) }
  return { id, number }
}
type It = { readonly id: ContributionId; readonly number: string }
const into = (member: It, target: It) => act((visit) => merge(visit, { member: member.number, target: target.number, why: '', from }), { who: clerk })
const apart = (member: It) => act((visit) => undo(visit, { member: member.number, from }), { who: clerk })
/** Everything a merge might touch. What tells only that somebody was here is left out: version and time of the last change. */
const everything = (): Promise<readonly unknown[]> => store.reading((reader) => rows(reader, sql`
  select to_jsonb(c) - 'version' - 'changed_at' - 'undone_at' as it from participation.contribution c
  union all select to_jsonb(s) from participation.support s union all select to_jsonb(s) from participation.support_count s where voices > 0 union all select to_jsonb(a) from participation.argument a
  union all select to_jsonb(f) from participation.follow f union all select to_jsonb(t) from participation.contribution_topic t union all select to_jsonb(v) from participation.contribution_version v
  union all select to_jsonb(s) from participation.contribution_step s where not s.hidden
  union all select jsonb_build_object('id', t.id, 'state', t.state, 'title', t.title_bg, 'seen', t.seen_by) from store.thing t order by 1`), { as: 'staff' })
const supportsOf = async ({ id }: It): Promise<number> => (await store.reading((reader) => rows(reader, sql<{ n: number }>`select supports as n from participation.contribution where id = ${id}`)))[0]?.n ?? -1

test('ME2 supporters of the whole are the union of persons: who supported both is one', async () => {
  const [one, other] = [await published(['a', 'b', 'c']), await published(['b', 'c', 'd', 'e'])]
  expect(await into(other, one)).toMatchObject({ kind: 'see' })
  expect(await supportsOf(one)).toBe(5)
})
test('ME2 in whatever order three are merged, the whole counts the same', async () => {
  const orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]] as const
  const sizes: number[] = []
  for (const order of orders) {
    const three = [await published(['f', 'g']), await published(['g', 'h']), await published(['h', 'i', 'f'])]
    const target = await published(['j'])
    for (const index of order) await into(three[index] as It, target)
    sizes.push(await supportsOf(target))
  }
  expect(sizes).toEqual([5, 5, 5])
})
test('ME2 undoing restores exactly: states, voices, arguments, followers, timelines, search', async () => {
  const [one, other] = [await published(['k', 'l']), await published(['l', 'm'])]
  const contact = await person('argues@example.bg')
  const given = await act((visit) => giveArgument(visit, { id: other.id, side: 'for', text: 'Така е по-безопасно за децата.', language: 'bg', contact, name: null, choice: 'citizen', confirmed: 'yes' }))
  await act((visit) => settleArgument(visit, { argument: given.ok ? (given.argument ?? '') : '', to: 'published' }), { who: clerk })
  await act(async ({ writer }) => { await recount(writer, one.id); await recount(writer, other.id) })
  const before = await everything()
  await into(other, one)
  expect(await everything()).not.toEqual(before)
  // The whole shows the arguments and the co-authors of what was merged into it.
  expect((await store.reading((reader) => listArguments(reader, one.id))).map(({ text }) => text)).toEqual(['Така е по-безопасно за децата.'])
  expect(await store.reading((reader) => listMergedInto(reader, one.id))).toEqual([expect.objectContaining({ number: other.number, authorShown: 'И. П.' })])
  await apart(other)
  expect(await everything()).toEqual(before)
})
test('ME2 a merge of a merge is undone from either end, and each time everything is as it was', async () => {
  const [a, b, c] = [await published(['n', 'o']), await published(['o', 'p']), await published(['p', 'q', 'n'])]
  await act(async ({ writer }) => { for (const { id } of [a, b, c]) await recount(writer, id) })
  const apartAll = await everything()
  await into(b, a)
  const twoTogether = await everything()
  await into(a, c)
  expect(await supportsOf(c)).toBe(4)
  expect((await store.reading((reader) => listMerged(reader, c.id))).map(({ number }) => number).sort()).toEqual([a.number, b.number].sort())
  await apart(a)
  expect(await everything()).toEqual(twoTogether)
  await into(a, c)
  await apart(b)
  expect([await supportsOf(b), await supportsOf(c)]).toEqual([2, 4])
  await apart(a)
  expect(await everything()).toEqual(apartAll)
})
test('ME2 a voice taken back under a merged one leaves the whole', async () => {
  const [one, other] = [await published(['r']), await published(['s', 't'])]
  await into(other, one)
  expect(await supportsOf(one)).toBe(3)
  const contact = await person('s@example.bg')
  await act((visit) => withdrawSupport(visit, { id: other.id, contact }))
  expect(await supportsOf(one)).toBe(2)
})
test('ME2 nothing is merged with itself, in a circle, twice, or before it is public; and it is said why', async () => {
  const [a, b] = [await published(), await published()]
  const waiting = await submit({ text: 'Още непрегледано предложение за нещо.', author: await person('w@example.bg') })
  await into(b, a)
  for (const [member, target] of [[a, a], [a, b], [b, a], [waiting, a], [a, waiting], [a, { id: a.id, number: '2026-9999' }]] as const) {
    expect(await into(member, target), `${member.number} into ${target.number}`).toMatchObject({ kind: 'problems', problems: [{ field: 'target' }] })
  }
})
test('ME2 authors of merged texts are told once, with the way to object, and stay readable under their numbers', async () => {
  const [one, other] = [await published(), await published()]
  await into(other, one)
  const letters = (await store.reading((reader) => listLetters(reader, { limit: 200 }), { as: 'staff' })).filter(({ body, kind }) => kind === 'participation.moderated' && body.includes(other.number))
  expect(letters).toHaveLength(1)
  expect(letters[0]?.body).toContain(`/participation/proposals/${one.number}`)
  expect(letters[0]?.body).toMatch(/objection\/[\w-]{43}/)
  const [shown] = await store.reading((reader) => rows(reader, sql<{ textPublic: string; shown: boolean }>`select text_public, shown from participation.contribution where id = ${other.id}`))
  expect(shown).toMatchObject({ shown: true })
  expect(shown?.textPublic).not.toBe('')
  // The author of the whole hears of it too, once, however many are laid to it.
  await into(await published(), one)
  const grouped = (await store.reading((reader) => listLetters(reader, { limit: 200 }), { as: 'staff' })).filter(({ kind, body }) => kind === 'participation.grouped' && body.includes(one.number))
  expect(grouped).toHaveLength(1)
  expect(grouped[0]?.body).toContain(`/participation/report/${one.number}`)
})
test('ME2 many are laid together or none', async () => {
  const [target, one] = [await published(), await published()]
  const waiting = await submit({ text: 'И това още не е прегледано от никого.', author: await person('w2@example.bg') })
  const before = await everything()
  expect(await act((visit) => gather(visit, { members: [one.number, waiting.number], target: target.number, why: '', from }), { who: clerk })).toMatchObject({ kind: 'problems' })
  expect(await everything()).toEqual(before)
})
test('ME3 parts quote the original word for word, its voices stay with it, and it is answered only when all parts are', async () => {
  const whole = await published(['x', 'y'], 'Искам пейки в парка. Искам и осветление на алеята до училището.')
  const parsed = splitForm({ text: { title_1: ['Пейки'], quote_1: ['Искам пейки в парка.'], title_2: ['Осветление'], quote_2: ['Искам и осветление на алеята  до училището.'] }, files: {} })
  if (!parsed.ok) throw new Error('the split is whole')
  const wrong = { parts: [{ title: 'Пейки', quote: 'Искам пейки' }, { title: 'Чуждо', quote: 'думи, които ги няма' }] }
  expect(await act((visit) => split(visit, { number: whole.number, input: wrong }), { who: clerk })).toMatchObject({ kind: 'problems', problems: [{ field: 'quote_2' }] })
  expect(await act((visit) => split(visit, { number: whole.number, input: parsed.value }), { who: clerk })).toMatchObject({ kind: 'see' })
  const parts = await store.reading((reader) => listParts(reader, whole.id))
  expect(parts.map(({ title, state }) => [title, state])).toEqual([['Пейки', 'published'], ['Осветление', 'published']])
  expect(await supportsOf(whole)).toBe(2)
  expect(await Promise.all(parts.map(({ part, number }) => supportsOf({ id: part as ContributionId, number })))).toEqual([0, 0])
  const [one, other] = parts
  expect(isWholeAnswered(parts)).toBe(false)
  expect(isWholeAnswered([{ ...(one as typeof parts[0] & object), state: 'answered' }, other as typeof parts[0] & object])).toBe(false)
  expect(isWholeAnswered(parts.map((part) => ({ ...part, state: 'answered' })))).toBe(true)
  expect(await act((visit) => split(visit, { number: whole.number, input: parsed.value }), { who: clerk })).toMatchObject({ kind: 'problems' })
})
test('ME1 what says the same is offered across channels, the likest first, and merged by nobody but a person', async () => {
  const text = 'Да се изгради велоалея от парк Загорка до гарата, защото децата карат по пътното платно.'
  const web = await published([], text)
  const letter = await submit({ channel: 'paper', assurance: 'staff', text: `Уважаеми господин управител,\nда се изгради велоалея от парк Загорка до гарата, понеже децата карат по пътното платно.\nС уважение,\nжител`, author: null })
  const found = await store.reading((reader) => listAlike(reader, { text: `Предложение\n${text}`, not: web.id, least: 0.6, most: 5 }), { as: 'staff' })
  expect(found[0]).toMatchObject({ number: letter.number, channel: 'paper' })
  expect(await supportsOf(web)).toBe(0)
})
test('ME4 fifty letters of a campaign are one cluster of fifty persons, laid together in one act, answered by one answer, with fifty notices', async () => {
  const text = 'Настояваме да спрете плана за кариера край село Енина. Прахът ще покрие розовите градини, а камионите ще минават през центъра на селото.'
  const letters: It[] = []
  for (let index = 0; index < 50; index++) letters.push(await published([], `Уважаеми господин управител,\n${text}\nС уважение,\nжител ${index}`))
  const [campaign, ...others] = await store.reading((reader) => listCampaigns(reader, { since: new Date('2026-11-01'), least: 5 }), { as: 'staff' })
  expect([campaign?.members.length, campaign?.persons, others.length]).toEqual([50, 50, 0])
  const [first, ...rest] = letters as [It, ...It[]]
  expect(await act((visit) => gather(visit, { members: rest.map(({ number }) => number), target: first.number, why: 'кампания', from }), { who: clerk })).toMatchObject({ kind: 'see' })
  const told = (await store.reading((reader) => listLetters(reader, { limit: 1000 }), { as: 'staff' })).filter(({ kind, body }) => kind === 'participation.moderated' && body.includes(`/participation/proposals/${first.number}`))
  expect(new Set(told.map(({ toAddress }) => toAddress)).size).toBe(49)
  // One answer to all of them: written once, published in one act, and each of the fifty hears of it by a letter of their own.
  const words = { decision: 'notAccepted' as const, reason: { bg: 'Планът за кариерата не е в обхвата на документа.', en: '' }, unit: 'Отдел „Развитие“', decidedOn: '2026-11-24', place: '', whyChanged: '', citations: [] }
  const { id } = await act((visit) => draftAnswer(visit, { words, numbers: [first.number], additions: new Map() }), { who: clerk })
  if (id === undefined) throw new Error('there is no draft')
  expect(await act((visit) => publishAnswer(visit, { id, version: 1, from }), { who: clerk })).toMatchObject({ kind: 'see' })
  const answered = (await store.reading((reader) => listLetters(reader, { limit: 1000 }), { as: 'staff' })).filter(({ kind }) => kind === 'participation.answered')
  expect([answered.length, new Set(answered.map(({ toAddress }) => toAddress)).size, answered.every(({ body }) => body.includes('Планът за кариерата'))]).toEqual([50, 50, true])
  expect((await store.reading((reader) => findContribution(reader, first.number)))?.state).toBe('answered')
  const [answers] = await store.reading((reader) => rows(reader, sql<{ n: number }>`select count(*) as n from participation.answer`), { as: 'staff' })
  expect(answers?.n).toBe(1)
})
