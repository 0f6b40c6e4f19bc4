// The register on a real database: entered once, merged only when asked, invited without those who objected.
import { describe, expect, test } from 'vitest'
import type { AccountId, Who } from '#kernel/who.ts'
import { newId } from '#store/ids.ts'
import { registerThing } from '#store/thread.ts'
import { testStore } from '#test/database.ts'
import { wordsOf } from './forms.ts'
import { countInvited, findStakeholder, listHeard, listRatings, listStakeholders } from './read.ts'
import { readRows, toRows } from './rules/file.ts'
import type { StakeholderWords } from './rules.ts'
import { changeStakeholder, enterStakeholder, importStakeholders, inviteStakeholders, keepStakeholderDraft, mergeStakeholders, noteObjection, rateStakeholder } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const clerk: Who = { role: 'coordinator', account: newId<'account'>() as AccountId, name: 'Петя', duties: new Set() }
const act = <T>(does: (visit: Parameters<typeof enterStakeholder>[0]) => Promise<T>) => store.writing((writer) => does({ writer, who: clerk, language: 'bg', now }))
const read = <T>(ask: Parameters<typeof store.reading<T>>[0]) => store.reading(ask, { as: 'staff' })
const words = (name: string, more: Partial<StakeholderWords> = {}): StakeholderWords => ({
  kind: 'organisation', name: { bg: name, en: '' }, person: '', email: null, telephone: '', companyNumber: null, activityCode: '', website: '', sector: 'business', secondLevel: '', municipality: 'SZR31', language: 'bg', channel: 'email', source: 'списък', verifiedOn: '2026-11-01', note: '', ...more,
})
const enter = async (name: string, more: Partial<StakeholderWords> = {}): Promise<string> => {
  const answer = await act((visit) => enterStakeholder(visit, { words: words(name, more), anyway: 'yes' }))
  if (answer.kind !== 'see') throw new Error(JSON.stringify(answer))
  return answer.path.split('/').at(-1) ?? ''
}

describe('an entry', () => {
  test('ST1 without a sector or a source is refused at the field', () => {
    const wrong = (cells: Record<string, string>) => { const read = wordsOf(cells); return read.ok ? [] : read.problem.map(({ field }) => field) }
    expect(wrong({ kind: 'organisation', name_bg: 'А', source: 'сайт', verified_on: '25.11.2026' })).toEqual(['sector'])
    expect(wrong({ kind: 'organisation', name_bg: 'А', sector: 'business', verified_on: '25.11.2026' })).toEqual(['source'])
    expect(wrong({ kind: 'organisation', name_bg: 'А', sector: 'business', source: 'сайт', verified_on: '31.11.2026', company_number: '000817779', email: 'x@' })).toEqual(['verified_on', 'email', 'company_number'])
  })
  test('ST5 that resembles another is asked about, and entered when the clerk says so', async () => {
    await enter('„Марица машини“ ООД')
    const again = await act((visit) => enterStakeholder(visit, { words: words('МАРИЦА МАШИНИ ЕООД'), anyway: 'no' }))
    expect(again).toMatchObject({ kind: 'problems', problems: [{ field: 'name_bg' }] })
    expect((await act((visit) => enterStakeholder(visit, { words: words('МАРИЦА МАШИНИ ЕООД'), anyway: 'yes' }))).kind).toBe('see')
  })
  test('ST1 the same company number is entered once', async () => {
    await enter('Първа', { companyNumber: '000817778' })
    expect(await act((visit) => enterStakeholder(visit, { words: words('Съвсем друга', { companyNumber: '000817778' }), anyway: 'yes' }))).toMatchObject({ kind: 'problems', problems: [{ field: 'company_number' }] })
  })
  test('is not changed over a colleague’s change', async () => {
    const id = await enter('За промяна')
    expect((await act((visit) => changeStakeholder(visit, { id, version: 1, words: words('Променена') }))).kind).toBe('see')
    expect((await act((visit) => changeStakeholder(visit, { id, version: 1, words: words('Друга промяна') }))).kind).toBe('problems')
    expect((await read((reader) => findStakeholder(reader, id)))?.name.bg).toBe('Променена')
  })
})
test('ST5 two entries become one only when asked: ratings and invitations go along, and an objection holds', async () => {
  const [one, two] = [await enter('Клъстер Загоре'), await enter('Клъстер Загора')]
  const about = newId<'event'>()
  await act(async ({ writer }) => registerThing(writer, { id: about, kind: 'event', title: { bg: 'С', en: 'M' }, path: '/participation/events/99' }))
  const both = (await read((reader) => listStakeholders(reader))).filter(({ id }) => id === one || id === two)
  await act((visit) => inviteStakeholders(visit, { about, stakeholders: both }))
  await act((visit) => rateStakeholder(visit, { id: one, rating: { issue: 'innovation', interest: 5, influence: 2, reason: 'води проекти' } }))
  await act((visit) => noteObjection(visit, { id: one, does: 'object' }))
  await act((visit) => mergeStakeholders(visit, { id: one, into: two }))
  const stays = await read((reader) => findStakeholder(reader, two))
  expect([(await read((reader) => findStakeholder(reader, one)))?.mergedInto, stays?.objectedAt]).toEqual([two, now])
  expect((await read((reader) => listRatings(reader, { issue: 'innovation' }))).map(({ stakeholder, interest }) => [stakeholder, interest])).toEqual([[two, 5]])
  expect(await read((reader) => countInvited(reader, about))).toBe(1)
  expect(await act((visit) => mergeStakeholders(visit, { id: one, into: two }))).toEqual({ kind: 'notFound' })
})
test('ST5 who objected is in no list of invitations, and nobody is invited twice', async () => {
  const [one, two] = [await enter('Кани ме', { sector: 'media' }), await enter('Не ме кани', { sector: 'media' })]
  await act((visit) => noteObjection(visit, { id: two, does: 'object' }))
  const about = newId<'event'>()
  await act(async ({ writer }) => registerThing(writer, { id: about, kind: 'event', title: { bg: 'С', en: 'M' }, path: '/participation/events/98' }))
  const media = await read((reader) => listStakeholders(reader, { sector: 'media' }))
  expect(await act((visit) => inviteStakeholders(visit, { about, stakeholders: media }))).toBe(1)
  expect(await act((visit) => inviteStakeholders(visit, { about, stakeholders: media }))).toBe(0)
  expect(media.map(({ id }) => id)).toContain(one)
  expect(await read((reader) => listHeard(reader, { who: 'staff' }))).toContainEqual({ step: 'invited', sector: 'media', municipality: 'SZR31', people: 1 })
  expect((await store.reading((reader) => listHeard(reader, { who: 'everyone' }))).filter(({ step }) => step === 'invited')).toEqual([])
})
test('ST3 a rating is out of reach for whoever reads public pages', async () => {
  await expect(store.reading((reader) => listRatings(reader))).rejects.toMatchObject({ code: '42501' })
  await expect(store.reading((reader) => listStakeholders(reader))).rejects.toMatchObject({ code: '42501' })
})
test('ST5 a file goes in whole, and comes out as it went in', async () => {
  const given = readRows([['Списък на фирмите'], ['Име', 'Сектор', 'Община', 'Имейл', 'Източник', 'Проверен на', 'Вид'], ['Пекарна Роза', 'Бизнес', 'SZR12', 'roza@example.bg', 'КЗК', '01.11.2026', 'Организация'], ['', '', '', '', '', '', ''], ['Иван Петров', 'Граждани', 'SZR12', '', 'среща', '2.11.2026', 'лице']])
  if (!given.ok) throw new Error(given.problem.en)
  expect(given.value.map(({ row, cells }) => [row, cells.sector, cells.kind])).toEqual([[3, 'business', 'organisation'], [5, 'citizens', 'person']])
  const rows = given.value.map(({ cells }) => { const read = wordsOf(cells); if (!read.ok) throw new Error(read.problem[0]?.text.en); return { words: read.value, does: 'new' as const } })
  const draft = await act((visit) => keepStakeholderDraft(visit, { name: 'фирми.xlsx', rows: given.value }))
  await act((visit) => importStakeholders(visit, { rows, draft }))
  const entered = (await read((reader) => listStakeholders(reader, { municipality: 'SZR12' })))
  expect(entered.map(({ name, kind, email }) => [name.bg, kind, email])).toEqual([['Иван Петров', 'person', null], ['Пекарна Роза', 'organisation', 'roza@example.bg']])
  const back = readRows(toRows(entered))
  expect(back.ok ? back.value.map(({ cells }) => { const read = wordsOf(cells); return read.ok ? read.value : read.problem }) : back.problem).toEqual(entered.map(({ id: _, version: _v, objectedAt: _o, mergedInto: _m, contact: _c, organisation: _g, ...rest }) => rest))
  expect(readRows([['Име', 'Град'], ['А', 'Б']]).ok).toBe(false)
})
