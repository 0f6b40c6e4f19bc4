import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { legalSteps, type Ref, type ThingKind, thingKinds } from '#kernel/thread.ts'
import { testStore } from '#test/database.ts'
import { rows } from './ask.ts'
import { newId } from './ids.ts'
import { endLink, findThing, linkThings, type NewLink, registerThing, renameThing, type SeenBy, walkThread } from './thread.ts'

const store = await testStore()
const add = async <Kind extends ThingKind>(kind: Kind, title: string, seenBy: SeenBy = 'everyone'): Promise<{ kind: Kind; id: Ref<Kind> }> => {
  const id = newId<Kind>()
  await store.writing((writer) => registerThing(writer, { id, kind, title: { bg: title, en: `${title} (en)` }, path: `/${kind}/${id}`, seenBy }))
  return { kind, id }
}
const join = (link: NewLink) => store.writing((writer) => linkThings(writer, link))
const walk = async (from: string, toward: 'earlier' | 'later', who: SeenBy = 'everyone') =>
  (await store.reading((reader) => walkThread(reader, { from, toward, who }))).map(({ thing, distance, says }) => `${distance} ${says} ${thing.title.bg}`)

test('the kinds and the steps of the database are those of the kernel', async () => {
  const kinds = await store.reading((reader) => rows(reader, sql<{ kind: string }>`select kind from store.thing_kind`))
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([...thingKinds].sort())
  const steps = await store.reading((reader) => rows(reader, sql<{ l: string; s: string; e: string }>`select later_kind as l, says as s, earlier_kind as e from store.step`))
  expect(steps.map(({ l, s, e }) => `${l} ${s} ${e}`).sort()).toEqual(legalSteps.map((step) => step.join(' ')).sort())
})

const [proposal, finding, objective, measure] = [await add('proposal', 'Предложение'), await add('finding', 'Извод'), await add('objective', 'Цел'), await add('measure', 'Мярка')]
await join({ later: finding, says: 'restsOn', earlier: proposal, reason: 'казаха го трима', by: null })
await join({ later: objective, says: 'answers', earlier: finding, by: null })
await join({ later: measure, says: 'serves', earlier: objective, by: null })
await join({ later: measure, says: 'takesUp', earlier: proposal, by: null })

test('from a citizen\'s proposal the thread leads to the measure, and back', async () => {
  expect(await walk(proposal.id, 'later')).toEqual(['1 restsOn Извод', '1 takesUp Мярка', '2 answers Цел', '3 serves Мярка'])
  expect(await walk(measure.id, 'earlier')).toEqual(['1 serves Цел', '1 takesUp Предложение', '2 answers Извод', '3 restsOn Предложение'])
})

test('the same link twice is one link; another passage is another link', async () => {
  const [report, target] = [await add('report', 'Отчет'), await add('target', 'Целева стойност')]
  const link: NewLink = { later: report, says: 'reportsOn', earlier: target, by: null }
  await join(link)
  await join(link)
  await join({ ...link, passage: { quote: 'ред 4' } })
  expect(await walk(report.id, 'earlier')).toHaveLength(2)
})

test('a step that is not in the table is refused by type, by the store and by the database', async () => {
  const wrong = { later: proposal, says: 'serves', earlier: measure, by: null } as unknown as NewLink
  // @ts-expect-error a proposal serves nothing
  const typed: NewLink = { later: proposal, says: 'serves', earlier: measure, by: null }
  expect(typed).toBeDefined()
  await expect(join(wrong)).rejects.toThrow('no step')
  await expect(store.writing((writer) => rows(writer, sql`insert into store.link (id, later, later_kind, says, earlier, earlier_kind)
    values (${newId()}, ${proposal.id}, 'proposal', 'serves', ${measure.id}, 'measure')`))).rejects.toMatchObject({ code: '23503' })
})

test('a reference to one kind is not taken for another', () => {
  // @ts-expect-error a proposal is no figure
  const link: NewLink = { later: finding, says: 'restsOn', earlier: { kind: 'figure', id: proposal.id }, by: null }
  expect(link).toBeDefined()
})

test('a link that ended is not walked any more, and stays on record', async () => {
  const [course, other] = [await add('course', 'Курс'), await add('finding', 'Друг извод')]
  await join({ later: course, says: 'preparesFor', earlier: other, by: null })
  const [made] = await store.reading((reader) => walkThread(reader, { from: course.id, toward: 'earlier', who: 'everyone' }))
  await store.writing((writer) => endLink(writer, { id: made?.link ?? '', by: null, why: 'отпадна' }))
  expect(await walk(course.id, 'earlier')).toEqual([])
  expect(await store.reading((reader) => rows(reader, sql`select ended_why from store.link where id = ${made?.link}`))).toEqual([{ endedWhy: 'отпадна' }])
})

test('what only staff may see is neither shown to everyone nor walked through', async () => {
  const [hidden, open] = [await add('objective', 'Скрита цел', 'staff'), await add('measure', 'Явна мярка')]
  await join({ later: hidden, says: 'answers', earlier: finding, by: null })
  await join({ later: open, says: 'serves', earlier: hidden, by: null })
  const activity = await add('activity', 'Явна дейност')
  await join({ later: activity, says: 'carriesOut', earlier: open, by: null })
  expect(await walk(open.id, 'earlier')).toEqual([])
  expect(await walk(activity.id, 'earlier')).toEqual(['1 carriesOut Явна мярка'])
  expect(await walk(open.id, 'earlier', 'staff')).toEqual(['1 serves Скрита цел', '2 answers Извод', '3 restsOn Предложение'])
})

test('a thing is renamed in the act that changes its owner; what was not said stays', async () => {
  await store.writing((writer) => renameThing(writer, { id: measure.id, state: 'running', title: { bg: 'Нова мярка', en: 'New measure' } }))
  expect(await store.reading((reader) => findThing(reader, measure.id))).toMatchObject({ title: { bg: 'Нова мярка' }, state: 'running', path: `/measure/${measure.id}`, kind: 'measure' })
  await expect(store.writing((writer) => renameThing(writer, { id: newId<'measure'>(), state: 'running' }))).rejects.toThrow('no thing')
})
