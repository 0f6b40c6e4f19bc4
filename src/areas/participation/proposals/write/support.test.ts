// Voices and arguments over a real database.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeProcess } from '#areas/participation/processes/write.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { findContribution } from '../read.ts'
import { moveContribution, submitContribution } from '../write.ts'
import { listVoiceCounts } from '../read/voices.ts'
import { giveArgument, noteUnconfirmedSupport, settleArgument, supportContribution, withdrawSupport } from './support.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit, standing } = await makeActs(store, now)
const published = async () => {
  const it = await submit({ title: 'За подкрепа', text: `Да се построи алея за велосипеди до гарата ${Math.random()}.` })
  await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), { who: staff('coordinator') })
  return it
}
const supports = async (number: string): Promise<number | undefined> => store.reading(async (reader) => (await findContribution(reader, number))?.supports)

test('ID5 one confirmed address is one voice: A.B+x@… and a.b@… count once, however often', async () => {
  const { id, number } = await published()
  const [one, other] = [await person('A.B+x@example.bg'), await person('a.b@example.bg')]
  expect(one).toBe(other)
  for (const contact of [one, other, one]) await act((visit) => supportContribution(visit, { id, contact, assurance: 'email' }))
  expect(await supports(number)).toBe(1)
})
test('ID4 thirty who ask for a link at once are thirty unconfirmed voices, and none is told that something failed', async () => {
  const { id, number } = await published()
  const contacts = await Promise.all(Array.from({ length: 30 }, (_, at) => person(`atonce${at}@example.bg`)))
  await Promise.all(contacts.map((contact) => store.writing((writer) => noteUnconfirmedSupport({ writer, who: visitor, language: 'bg', now }, { id, contact }), { quiet: 'yes' })))
  expect(await store.reading((reader) => listVoiceCounts(reader, id))).toEqual([{ assurance: 'unconfirmed', voices: 30 }])
  expect(await supports(number)).toBe(0)
})
test('ID4 an unconfirmed voice is kept and never counts; the counts per level are public', async () => {
  const { id, number } = await published()
  const [one, paper] = [await person('one@example.bg'), await person('two@example.bg')]
  await act((visit) => supportContribution(visit, { id, contact: one, assurance: 'unconfirmed' }))
  await act((visit) => supportContribution(visit, { id, contact: paper, assurance: 'inPerson', how: 'paper' }))
  expect(await supports(number)).toBe(1)
  const levels = await store.reading((reader) => rows(reader, sql<{ assurance: string; voices: number }>`select assurance, voices from participation.support_count where contribution = ${id} order by assurance`))
  expect(levels).toEqual([{ assurance: 'inPerson', voices: 1 }, { assurance: 'unconfirmed', voices: 1 }])
})
test('PR2 two tabs support at the same time: it counts once; taken back it counts no more', async () => {
  const { id, number } = await published()
  const contact = await person('tabs@example.bg')
  await Promise.all([1, 2].map(() => act((visit) => supportContribution(visit, { id, contact, assurance: 'email' }))))
  expect(await supports(number)).toBe(1)
  await act((visit) => withdrawSupport(visit, { id, contact }))
  expect(await supports(number)).toBe(0)
  await act((visit) => supportContribution(visit, { id, contact, assurance: 'email' }))
  expect(await supports(number)).toBe(1)
})
test('GD4 a person who is erased leaves the count as it was, and nothing that leads to them', async () => {
  const { id, number } = await published()
  const contact = await person('erased@example.bg')
  await act((visit) => supportContribution(visit, { id, contact, assurance: 'email' }))
  await store.writing((writer) => rows(writer, sql`delete from people.contact where id = ${contact}`))
  const another = await person('stays@example.bg')
  await act((visit) => supportContribution(visit, { id, contact: another, assurance: 'email' }))
  expect(await supports(number)).toBe(2)
})
test('a vote after the end is refused, and says so; so is one for what is one’s own', async () => {
  const process = await act((visit) => makeProcess(visit, { slug: 'ended', kind: 'call', state: 'published', title: { bg: 'Покана', en: 'Call' }, says: { bg: 'Какво', en: 'What' }, opensAt: new Date('2026-11-01T00:00:00+02:00'), closesAt: new Date('2026-11-26T00:00:00+02:00'), anonymousAllowed: true, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: true, unit: '', dueDays: 60 }))
  const author = await person('own@example.bg'), contact = await person('late@example.bg')
  const it = await act((visit) => submitContribution(visit, { kind: 'proposal', channel: 'web', process, language: 'bg', assurance: 'email', title: 'В срок', text: 'Предложение, дадено в срока на поканата.', author }))
  await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), { who: staff('coordinator') })
  expect(await act((visit) => supportContribution(visit, { id: it.id, contact, assurance: 'email' }), { at: new Date('2026-11-25T21:59:59Z') })).toMatchObject({ ok: true })
  expect(await act((visit) => supportContribution(visit, { id: it.id, contact, assurance: 'email' }), { at: new Date('2026-11-25T22:00:00Z') })).toEqual({ ok: false, why: 'closed' })
  expect(await act((visit) => supportContribution(visit, { id: it.id, contact: author, assurance: 'email' }))).toEqual({ ok: false, why: 'own' })
  await expect(act((visit) => submitContribution(visit, { kind: 'proposal', channel: 'web', process, language: 'bg', assurance: 'email', title: 'Късно', text: 'Предложение след края на поканата.', author }), { at: new Date('2026-11-25T22:00:00Z') })).rejects.toThrow()
  const late = await act((visit) => submitContribution(visit, { kind: 'proposal', channel: 'post', process, language: 'bg', assurance: 'staff', title: 'Късно', text: 'Писмо, получено след края на поканата.', author: null }), { at: new Date('2026-11-26T08:00:00Z') })
  expect(late.late).toBe(true)
})
test('an argument is public only after a person looked at it, and is counted then', async () => {
  const { id, number } = await published()
  const contact = await person('argues@example.bg', 'Петя Ненова')
  const given = await act((visit) => giveArgument(visit, { id, side: 'against', text: 'Скъпо е и зимата няма да се ползва.', language: 'bg', contact, name: 'Петя Ненова', choice: 'name', confirmed: 'yes' }))
  if (!given.ok) throw new Error(given.why)
  expect(await store.reading(async (reader) => (await findContribution(reader, number))?.argumentsAgainst)).toBe(0)
  await act((visit) => settleArgument(visit, { argument: given.argument ?? '', to: 'published' }), { who: staff('coordinator') })
  expect(await store.reading(async (reader) => (await findContribution(reader, number))?.argumentsAgainst)).toBe(1)
  await act((visit) => settleArgument(visit, { argument: given.argument ?? '', to: 'hidden', why: 'offTopic' }), { who: staff('coordinator') })
  expect(await store.reading(async (reader) => (await findContribution(reader, number))?.argumentsAgainst)).toBe(0)
  expect(standing.slug).toBe('standing')
})
