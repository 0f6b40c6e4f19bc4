// Acts on contributions over a real database.
import { expect, test } from 'vitest'
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { visitor, type AccountId, type Who } from '#kernel/who.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import { testStore } from '#test/database.ts'
import { findContribution, findWhole, listSteps } from './read.ts'
import { listContributions } from './read/list.ts'
import { confirmContribution, moveContribution, submitContribution, withdrawContribution } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
export const coordinator: Who = { role: 'coordinator', account: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'Мария', duties: new Set() }
const act = <T>(work: (visit: WriteVisit) => Promise<T>, { who = visitor, at = now }: { readonly who?: Who; readonly at?: Date } = {}): Promise<T> =>
  store.writing((writer: Writer) => work({ writer, who, language: 'bg', now: at }))
await act(({ writer }) => prepareStanding(writer, now))
const standing = await store.reading((reader) => findProcess(reader, { slug: 'standing', who: 'everyone' }))
if (standing === undefined) throw new Error('the standing invitation is not there')
const proposal = { kind: 'proposal', channel: 'web', process: standing.id, language: 'bg', assurance: 'unconfirmed' } as const

test('a proposal gets its number at once, waits for its author, then for a moderator, and only then is public', async () => {
  const { submitted, contact } = await act(async (visit) => {
    const { contact } = await findOrMakeContact(visit.writer, { name: 'Иван Петров', email: 'ivan@example.bg', language: 'bg', now })
    return { contact, submitted: await submitContribution(visit, { ...proposal, title: 'Работилница за младежи', text: 'Да се открие работилница за младежи в Казанлък.', author: contact, name: 'Иван Петров', choice: 'initials', topics: ['skills'] }) }
  })
  expect(submitted.number).toBe('2026-0001')
  expect(submitted.state).toBe('awaitingConfirmation')
  expect(contact).toBeDefined()
  expect(await act((visit) => confirmContribution(visit, submitted.id))).toEqual({ ok: true, number: '2026-0001', state: 'inModeration' })
  expect(await store.reading((reader) => listContributions(reader, { limit: 10 }))).toEqual([])
  expect(await store.reading(async (reader) => (await findContribution(reader, '2026-0001'))?.text)).toBe('')
  expect(await act((visit) => moveContribution(visit, { id: submitted.id, act: 'publish' }), { who: coordinator })).toMatchObject({ ok: true, state: 'published' })
  const [listed] = await store.reading((reader) => listContributions(reader, { limit: 10, topic: 'skills' }))
  expect(listed).toMatchObject({ number: '2026-0001', title: 'Работилница за младежи', authorShown: 'И. П.', topics: ['skills'] })
  expect((await store.reading((reader) => listSteps(reader, submitted.id))).map(({ kind }) => kind)).toEqual(['received', 'confirmed', 'published'])
})

test('PR3 an author withdraws before the answer: the number stays, the words are nowhere', async () => {
  const { id, number } = await act((visit) => submitContribution(visit, { ...proposal, assurance: 'email', title: 'Оттегля се', text: 'Този текст ще бъде оттеглен от автора си.', author: null }))
  await act((visit) => moveContribution(visit, { id, act: 'publish' }), { who: coordinator })
  expect(await act((visit) => withdrawContribution(visit, { id }))).toMatchObject({ ok: true, state: 'withdrawn' })
  expect(await store.reading((reader) => findWhole(reader, number), { as: 'staff' })).toMatchObject({ number, titleReceived: '', textReceived: '', titleNow: '', textNow: '', title: '', text: '' })
})
