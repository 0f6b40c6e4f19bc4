// Answers over a real database: what cannot be published, one act for a group, different people, versions, letters, what is unanswered.
import { expect, test } from 'vitest'
import { nothingTyped } from '#kernel/answer.ts'
import { exampleFrom } from '#kernel/letter.ts'
import { makeProcess } from '#areas/participation/processes/write.ts'
import { listParts } from '#areas/participation/grouping/read.ts'
import { merge, split } from '#areas/participation/grouping/write.ts'
import { findContribution, listSteps } from '#areas/participation/proposals/read.ts'
import { countUnanswered, listUnanswered } from '#areas/participation/proposals/read/answerable.ts'
import { moveContribution, withdrawContribution } from '#areas/participation/proposals/write.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { draftForm } from './forms.ts'
import { findAnswer, listAnswersOf, listPublicAnswers } from './read.ts'
import { daysLeft, decisions, parseCitations, type AnswerId, type DraftInput } from './rules.ts'
import { approveAnswer, changeDraft, draftAnswer, dropDraft, publishAnswer } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit } = await makeActs(store, now)
const clerk = { who: staff('coordinator', 1) }, colleague = { who: staff('coordinator', 2) }
const from = exampleFrom
let count = 0
const published = async (given: Partial<Parameters<typeof submit>[0]> = {}) => {
  const author = await person(`author${++count}@example.bg`, `Автор ${count}`)
  const it = await submit({ title: `Предложение ${count}`, text: `Текст на предложение номер ${count}, достатъчно дълъг.`, author, name: `Автор ${count}`, choice: 'initials', ...given })
  if (it.state !== 'published') await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), clerk)
  return it
}
const input = (numbers: readonly string[], fields: Readonly<Record<string, string>> = {}): DraftInput => {
  const made = draftForm({ ...nothingTyped, text: Object.fromEntries(Object.entries({ decision: 'acceptedInPart', reason_bg: 'Влиза в мярка 2.3.', unit: 'Отдел „Развитие“', decided_on: '24.11.2026', numbers: numbers.join(' '), ...fields }).map(([field, value]) => [field, [value]])) })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}
const draft = async (numbers: readonly string[], fields: Readonly<Record<string, string>> = {}, by = clerk): Promise<AnswerId> => {
  const made = await act((visit) => draftAnswer(visit, input(numbers, fields)), by)
  if (made.id === undefined) throw new Error(JSON.stringify(made))
  return made.id
}
const publish = (id: AnswerId, by = clerk, version = 1) => act((visit) => publishAnswer(visit, { id, version, from }), by)
const fieldsOf = (answer: Awaited<ReturnType<typeof publish>>): readonly string[] => (answer.kind === 'problems' ? answer.problems.map(({ field }) => field) : [])
const lettersTo = async (email: string) => (await store.reading((reader) => listLetters(reader, { limit: 500 }), { as: 'staff' })).filter((letter) => letter.toAddress === email && letter.kind === 'participation.answered')

test('AN1 the five decisions have their official words', () => {
  expect(Object.values(decisions).map(({ bg }) => bg)).toEqual(['приема се', 'приема се частично', 'не се приема', 'извън обхвата', 'вече е отразено'])
})
test('AN1 without a reason, a unit or a living link an answer is a draft and cannot be published', async () => {
  const { number, id: contribution } = await published()
  const noReason = await draft([number], { reason_bg: '' })
  expect(fieldsOf(await publish(noReason))).toEqual(['reason_bg'])
  expect(await act((visit) => changeDraft(visit, { id: noReason, version: 1, input: input([number], { unit: '' }) }), clerk)).toMatchObject({ kind: 'see' })
  expect(fieldsOf(await publish(noReason, clerk, 2))).toEqual(['unit'])
  for (const dead of ['2026-9999', 'no-such-indicator', '77/1']) {
    const { version } = (await store.reading((reader) => findAnswer(reader, noReason), { as: 'staff' })) ?? { version: 0 }
    await act((visit) => changeDraft(visit, { id: noReason, version, input: input([number], { citations: dead }) }), clerk)
    expect([dead, fieldsOf(await publish(noReason, clerk, version + 1))]).toEqual([dead, ['citations']])
  }
  expect(await store.reading((reader) => listPublicAnswers(reader, contribution))).toEqual([])
  const other = await published()
  await act((visit) => changeDraft(visit, { id: noReason, version: 5, input: input([number], { citations: other.number }) }), clerk)
  expect(await publish(noReason, clerk, 6)).toMatchObject({ kind: 'see' })
  const [answer] = await store.reading((reader) => listPublicAnswers(reader, contribution))
  expect(answer).toMatchObject({ decision: 'acceptedInPart', unit: 'Отдел „Развитие“', decidedOn: '2026-11-24', number: 1, cited: [{ cited: other.number, path: `/participation/proposals/${other.number}` }] })
  expect(await store.reading((reader) => findContribution(reader, number))).toMatchObject({ state: 'answered', decision: 'acceptedInPart' })
})
test('AN1 a link is read as people write it', () => {
  expect(parseCitations('2026-0042\nhttps://x.bg/bg/evidence/indicators/gdp?y=1, /participation/texts/3/blocks/12')).toEqual([{ kind: 'proposal', cited: '2026-0042' }, { kind: 'indicator', cited: 'gdp' }, { kind: 'block', cited: '3/12' }])
})
test('AN1 the database keeps a published answer as it is and takes none without a reason', async () => {
  const { number } = await published()
  const id = await draft([number])
  await publish(id)
  await expect(store.writing((writer) => rows(writer, sql`update participation.answer set reason_bg = 'друго' where id = ${id}`))).rejects.toThrow(/not changed/)
  const empty = await draft([(await published()).number], { reason_bg: '' })
  await expect(store.writing((writer) => rows(writer, sql`update participation.answer set state = 'published', published_at = now() where id = ${empty}`))).rejects.toThrow(/check/)
})

test('AN2 thirty contributions are answered in one act, each with its addition, every sender told once, the merged ones too', async () => {
  const many: Awaited<ReturnType<typeof published>>[] = []
  for (let at = 0; at < 30; at += 1) many.push(await published())
  const laid = await published()
  await act((visit) => merge(visit, { member: laid.number, target: many[0]?.number ?? '', why: 'същото', from }), clerk)
  const first = many[0] as (typeof many)[number], second = many[1] as (typeof many)[number]
  const id = await draft(many.map(({ number }) => number), { [`addition_bg_${second.number}`]: 'За вашата улица: през 2027 г.' })
  expect(await publish(id)).toMatchObject({ kind: 'see' })
  const answers = await store.reading((reader) => listAnswersOf(reader, { contributions: many.map(({ id: one }) => one) }))
  expect(answers.length).toBe(30)
  expect(answers.every(({ reason, decision }) => reason.bg === 'Влиза в мярка 2.3.' && decision === 'acceptedInPart')).toBe(true)
  expect(answers.filter(({ addition }) => addition.bg !== '').map(({ contribution }) => contribution)).toEqual([second.id])
  const letters = (await store.reading((reader) => listLetters(reader, { limit: 500 }), { as: 'staff' })).filter(({ kind, key }) => kind === 'participation.answered' && key.includes(id))
  expect(letters.length).toBe(31)
  expect(new Set(letters.map(({ toAddress }) => toAddress)).size).toBe(31)
  expect(letters.filter(({ body }) => body.includes('За вашата улица'))).toHaveLength(1)
  const ofLaid = letters.find(({ subject }) => subject.includes(laid.number))
  expect(ofLaid?.body).toContain(first.number)
  expect(ofLaid?.body).toContain('приема се частично')
  expect(ofLaid?.body).toContain('Влиза в мярка 2.3.')
})
test('AN2 where the process asks for it, whoever drafts neither approves nor publishes', async () => {
  const process = await act((visit) => makeProcess(visit, { slug: 'four-eyes', kind: 'call', state: 'published', title: { bg: 'Четири очи', en: 'Four eyes' }, says: { bg: '', en: '' }, opensAt: new Date('2026-11-01T00:00:00Z'), closesAt: new Date('2026-12-31T22:00:00Z'), anonymousAllowed: false, counts: 'email', moderation: 'before', answersByOthers: true, keepsText: true, unit: 'Развитие', dueDays: 60 }), clerk)
  const { number } = await published({ process })
  const id = await draft([number])
  expect(await publish(id)).toMatchObject({ kind: 'problems' })
  expect(await publish(id, colleague)).toMatchObject({ kind: 'problems' })
  expect(await act((visit) => approveAnswer(visit, { id, version: 1 }), clerk)).toMatchObject({ kind: 'problems' })
  expect(await act((visit) => approveAnswer(visit, { id, version: 1 }), colleague)).toMatchObject({ kind: 'see' })
  expect(await publish(id, clerk, 2)).toMatchObject({ kind: 'problems' })
  // Changing what was approved makes it a draft again, of whoever changed it.
  await act((visit) => changeDraft(visit, { id, version: 2, input: input([number], { reason_bg: 'Други думи.' }) }), colleague)
  expect(await publish(id, clerk, 3)).toMatchObject({ kind: 'problems' })
  await act((visit) => approveAnswer(visit, { id, version: 3 }), clerk)
  expect(await publish(id, clerk, 4)).toMatchObject({ kind: 'see' })
})
test('AN2 two clerks at once: the second is told, keeps the words, and no answer is lost', async () => {
  const { number, id: contribution } = await published()
  const [one, two] = await Promise.all([act((visit) => draftAnswer(visit, input([number], { reason_bg: 'Първи.' })), clerk), act((visit) => draftAnswer(visit, input([number], { reason_bg: 'Втори.' })), colleague)])
  expect([one.kind, two.kind].sort()).toEqual(['problems', 'see'])
  const refused = one.kind === 'problems' ? one : two
  expect(refused.kind === 'problems' && refused.problems[0]?.text.bg).toContain(number)
  const id = (one.id ?? two.id) as AnswerId
  const both = await Promise.all([publish(id), publish(id, colleague)])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['problems', 'see'])
  expect((await store.reading((reader) => listPublicAnswers(reader, contribution))).length).toBe(1)
  expect((await act((visit) => changeDraft(visit, { id, version: 1, input: input([number]) }), colleague)).kind).toBe('problems')
})
test('AN2 what is withdrawn or unpublished cannot be answered, and a dropped draft frees its contributions', async () => {
  const gone = await published()
  await act((visit) => withdrawContribution(visit, { id: gone.id }))
  expect(await act((visit) => draftAnswer(visit, input([gone.number])), clerk)).toMatchObject({ kind: 'problems', problems: [{ field: 'numbers' }] })
  const { number } = await published()
  const id = await draft([number])
  expect(await act((visit) => dropDraft(visit, { id, version: 1 }), clerk)).toMatchObject({ kind: 'see' })
  expect(await draft([number], {}, colleague)).not.toBe(id)
})

test('AN3 a changed answer is a new version with its reason; the old one stays on the page, and the sender hears of both', async () => {
  const it = await published()
  const email = `author${count}@example.bg`
  await publish(await draft([it.number]))
  const without = await draft([it.number], { decision: 'accepted', reason_bg: 'Намерени са средства.' })
  expect(fieldsOf(await publish(without))).toEqual(['why_changed'])
  await act((visit) => changeDraft(visit, { id: without, version: 1, input: input([it.number], { decision: 'accepted', reason_bg: 'Намерени са средства.', why_changed: 'Бюджетът беше променен.' }) }), clerk)
  expect(await publish(without, clerk, 2)).toMatchObject({ kind: 'see' })
  const versions = await store.reading((reader) => listPublicAnswers(reader, it.id))
  expect(versions.map(({ number, decision }) => [number, decision])).toEqual([[2, 'accepted'], [1, 'acceptedInPart']])
  expect(await store.reading((reader) => findContribution(reader, it.number))).toMatchObject({ decision: 'accepted', state: 'answered' })
  expect((await store.reading((reader) => listSteps(reader, it.id))).map(({ kind }) => kind).slice(-2)).toEqual(['answered', 'answerChanged'])
  expect((await lettersTo(email)).map(({ subject }) => subject).sort()).toEqual([`Отговор на предложение ${it.number}: приема се частично`, `Променен отговор на предложение ${it.number}`])
})
test('AN3 the start page knows what is unanswered: the oldest first, by unit, late or due, two months from receipt', async () => {
  const process = await act((visit) => makeProcess(visit, { slug: 'figures', kind: 'call', state: 'published', title: { bg: 'Числа', en: 'Figures' }, says: { bg: '', en: '' }, opensAt: new Date('2026-01-01T00:00:00Z'), closesAt: new Date('2026-12-31T22:00:00Z'), anonymousAllowed: true, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: true, unit: 'Транспорт', dueDays: 60 }), clerk)
  const old = await published({ process, receivedOn: '2026-08-01' }), young = await published({ process, receivedOn: '2026-11-20' }), middle = await published({ process, receivedOn: '2026-10-10' })
  const done = await published({ process, receivedOn: '2026-07-01' })
  await publish(await draft([done.number]))
  const found = await store.reading((reader) => listUnanswered(reader, { process, limit: 10 }), { as: 'staff' })
  expect(found.map(({ number }) => number)).toEqual([old.number, middle.number, young.number])
  expect(found[0]).toMatchObject({ dueOn: '2026-09-30' })
  expect(daysLeft('2026-09-30', '2026-11-25')).toBe(-56)
  expect(await store.reading((reader) => countUnanswered(reader, { process, today: '2026-11-25' }), { as: 'staff' })).toEqual([{ unit: 'Транспорт', count: 3, late: 1, oldest: '2026-08-01', nextDue: '2026-09-30' }])
})
test('ME3 a whole that was split is answered only when each part is, before it or in the same act', async () => {
  const { number, id } = await published({ text: 'Искам пейки в парка. Искам и чешма до площадката.' })
  await act((visit) => split(visit, { number, input: { parts: [{ title: 'Пейки', quote: 'Искам пейки в парка.' }, { title: 'Чешма', quote: 'Искам и чешма до площадката.' }] } }), clerk)
  const [first, second] = (await store.reading((reader) => listParts(reader, id))).map((part) => part.number)
  expect(fieldsOf(await publish(await draft([number])))).toEqual(['numbers'])
  expect(await publish(await draft([first ?? '']))).toMatchObject({ kind: 'see' })
  const own = await draft([second ?? ''])
  expect(await act((visit) => dropDraft(visit, { id: own, version: 1 }), clerk)).toMatchObject({ kind: 'see' })
})
