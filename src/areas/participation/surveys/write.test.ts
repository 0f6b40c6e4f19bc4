// Surveys on a real database: frozen questions, links, quotas, reminders, and what the database cannot tell in an anonymous one.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { visitor } from '#kernel/who.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import { newId } from '#store/ids.ts'
import type { StakeholderWords } from '#areas/participation/stakeholders/rules.ts'
import { insertStakeholder, noteObjection } from '#areas/participation/stakeholders/write.ts'
import { findOrMakeContact, giveConsent } from '#areas/people/contacts/write.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { rows } from '#store/ask.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import { testStore } from '#test/database.ts'
import { surveyPart } from './commands/personal-part.ts'
import { surveysJob } from './commands.ts'
import { findDraft, findSurvey, listInvitations, listResponses } from './read.ts'
import { example } from './rules/example.cases.ts'
import type { SurveyFace } from './rules/survey.ts'
import { dropDraft, enterSheet, keepAnswer, sendOff, shuffleAnswers, startAnswering } from './write/answering.ts'
import { invitePanel, invitePeople, remindPeople } from './write/inviting.ts'
import { changeQuestions, changeSurvey, closeSurvey, makeSurvey, openSurvey } from './write/making.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00+02:00')
const places = ['SZR31']
const clerk: Who = { role: 'coordinator', account: newId<'account'>() as AccountId, name: 'Петя', duties: new Set() }
const acting = <T>(act: (visit: WriteVisit) => Promise<T>, at = now, language: Language = 'bg'): Promise<T> => store.writing((writer: Writer) => act({ who: visitor, language, now: at, writer }), { language })
const face: SurveyFace = { title: { bg: 'Проба', en: 'Trial' }, says: { bg: '', en: '' }, anonymous: 'yes', access: 'open', results: 'public', opensAt: null, closesAt: null, asksSector: 'yes', quotas: {}, sizes: {} }
const from = { body: { bg: 'Община Липова', en: 'Municipality of Lipova' }, origin: 'https://posoka.lipova.example', email: null }
let count = 0
const opened = async (more: Partial<SurveyFace> = {}, questions = example) => {
  const title = { bg: `Проба ${++count}`, en: `Trial ${count}` }
  await acting((visit) => makeSurvey(visit, { face: { ...face, ...more, title }, questions }))
  await acting((visit) => openSurvey(visit, { slug: `trial-${count}`, version: 1 }))
  return surveyOf(`trial-${count}`)
}
const surveyOf = async (slug: string) => {
  const survey = await store.reading((reader) => findSurvey(reader, slug), { as: 'staff' })
  if (survey === undefined) throw new Error(`no survey ${slug}`)
  return survey
}
type Opened = Awaited<ReturnType<typeof opened>>
const start = async (survey: Opened, { by = null, sector = null }: { by?: string | null; sector?: 'business' | null } = {}) => {
  const started = await acting((visit) => startAnswering(visit, { survey, sector, by }))
  if (started.kind !== 'started') throw new Error(started.kind)
  return started.secret
}
const fill = async (secret: string) => {
  for (const [key, answer] of [['q1', { codes: ['2'] }], ['q3', { number: 4 }], ['q4', { rows: { 1: '1', 2: '2' } }]] as const) await acting((visit) => keepAnswer(visit, { secret, key, answer, places }))
}
const responsesOf = (survey: Opened) => store.reading((reader) => listResponses(reader, survey.id))

describe('SU1 from draft to answers', () => {
  test('SU1 frozen with the first answer: an edit is refused by the act and by the database itself', async () => {
    const survey = await opened()
    await fill(await start(survey))
    const refused = await acting((visit) => changeQuestions(visit, { slug: survey.slug, version: survey.version, act: { does: 'drop', key: 'q1' } }))
    expect(refused.kind).toBe('problems')
    await expect(store.writing((writer) => rows(writer, sql`update participation.survey set questions = '[]' where id = ${survey.id}`))).rejects.toMatchObject({ code: '23514' })
    await expect(store.writing((writer) => rows(writer, sql`update participation.survey set anonymous = false where id = ${survey.id}`))).rejects.toMatchObject({ code: '23514' })
    expect((await acting((visit) => changeSurvey(visit, { slug: survey.slug, version: survey.version, face: { ...survey, title: { bg: 'Друго име', en: 'Another name' } } }))).kind).toBe('see')
  })
  test('SU1 save and go on by link: what was answered stands there, what does not fit is told and not kept', async () => {
    const survey = await opened()
    const secret = await start(survey)
    await fill(secret)
    expect((await acting((visit) => keepAnswer(visit, { secret, key: 'q3', answer: { number: 9 }, places }))).kind).toBe('misfit')
    expect((await store.reading((reader) => findDraft(reader, secret)))?.answers).toMatchObject({ q1: { codes: ['2'] }, q3: { number: 4 } })
    expect(await store.reading((reader) => findDraft(reader, 'x'.repeat(43)))).toBeUndefined()
    await acting((visit) => dropDraft(visit, { secret }))
    expect((await acting((visit) => sendOff(visit, { secret }))).kind).toBe('gone')
  })
  test('SU1 clerk entry gives the same codes as the web', async () => {
    const survey = await opened()
    const secret = await start(survey, { sector: 'business' })
    await fill(secret)
    expect((await acting((visit) => sendOff(visit, { secret }))).kind).toBe('sent')
    expect((await acting((visit) => enterSheet(visit, { survey, answers: { q1: { codes: ['2'] }, q3: { number: 4 }, q4: { rows: { 1: '1', 2: '2' } } }, sector: 'business', language: 'bg', places }))).kind).toBe('entered')
    const [a, b] = await responsesOf(survey)
    expect(a?.answers).toEqual(b?.answers)
    expect(new Set([a?.channel, b?.channel])).toEqual(new Set(['web', 'paper']))
    expect((await acting((visit) => enterSheet(visit, { survey, answers: { q1: { codes: ['2'] }, q2: { codes: ['1'] } }, sector: null, language: 'bg', places }))).kind, 'not asked after "no"').toBe('misfit')
  })
  test('a must is not left out, and a closed survey takes no answer; what was left half-way counts as that', async () => {
    const survey = await opened()
    const secret = await start(survey)
    await acting((visit) => keepAnswer(visit, { secret, key: 'q1', answer: { codes: ['1'] }, places }))
    expect(await acting((visit) => sendOff(visit, { secret }))).toEqual({ kind: 'lacks', keys: ['q4'] })
    await start(survey) // opened the first page and left
    const later = new Date(now.getTime() + 60_000)
    await acting((visit) => closeSurvey(visit, { slug: survey.slug, version: survey.version }), later)
    expect((await responsesOf(survey)).map(({ complete }) => complete)).toEqual(['no'])
    expect((await acting((visit) => startAnswering(visit, { survey: { ...survey, closesAt: later }, sector: null, by: null }), later)).kind).toBe('closed')
  })
})

test('a group that is full takes no more: of ten at once for six places six count, the others are kept', async () => {
  const survey = await opened({ quotas: { business: 6 } })
  const secrets = await Promise.all(Array.from({ length: 8 }, () => start(survey, { sector: 'business' })))
  for (const secret of secrets) await fill(secret)
  const sent = await Promise.all(secrets.map((secret) => acting((visit) => sendOff(visit, { secret }))))
  expect(sent.map(({ kind }) => kind)).toEqual(secrets.map(() => 'sent'))
  expect((await responsesOf(survey)).filter(({ beyondQuota }) => beyondQuota === 'no')).toHaveLength(6)
  expect((await acting((visit) => startAnswering(visit, { survey, sector: 'business', by: null }))).kind).toBe('full')
})

describe('SU2 personal links', () => {
  const letters = () => store.reading((reader) => rows(reader, sql<{ kind: string; toAddress: string; body: string }>`select kind, to_address, body from store.letter order by posted_at`), { as: 'staff' })
  const secretIn = (body: string): string => /\/by\/([A-Za-z0-9_-]{43})/.exec(body)?.[1] ?? ''
  const people = [{ email: 'ivan@firma.example', name: 'Иван', sector: 'business' as const }, { email: 'Ivan+x@firma.example', name: 'Иван', sector: 'business' as const }, { email: 'ana@shkola.example', name: null, sector: 'education' as const }]
  test('SU2 one address, one link, one answer; the link is used up and says so', async () => {
    const survey = await opened({ access: 'links' })
    expect(await acting((visit) => invitePeople(visit, { survey, people, from }))).toEqual({ invited: 2, already: 1, objected: 0 })
    expect(await acting((visit) => invitePeople(visit, { survey, people, from }))).toEqual({ invited: 0, already: 3, objected: 0 })
    const by = secretIn((await letters()).find(({ toAddress }) => toAddress === 'ivan@firma.example')?.body ?? '')
    expect((await acting((visit) => startAnswering(visit, { survey, sector: null, by: null }))).kind).toBe('linkNeeded')
    const secret = await start(survey, { by }), again = await start(survey, { by })
    await fill(secret); await fill(again)
    expect((await acting((visit) => sendOff(visit, { secret }))).kind).toBe('sent')
    expect((await acting((visit) => sendOff(visit, { secret: again }))).kind).toBe('used')
    expect((await responsesOf(survey)).map(({ sector }) => sector)).toEqual(['business'])
    expect((await store.reading((reader) => listInvitations(reader, survey.id), { as: 'staff' })).map(({ sector, answered }) => [sector, answered])).toEqual([['business', 'yes'], ['education', 'no']])
  })
  test('SU2 at most two reminders, only to who has not answered, and the database refuses a third', async () => {
    const survey = await opened({ access: 'links' })
    await acting((visit) => invitePeople(visit, { survey, people: people.slice(2), from }))
    const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
    const before = (await letters()).length
    const reminded = []
    for (const n of [1, 4, 5, 8, 12, 16]) reminded.push(await acting((visit) => remindPeople(visit, { survey, from }), day(n)))
    expect(reminded).toEqual([0, 1, 0, 1, 0, 0])
    expect((await letters()).length - before).toBe(2)
    await expect(store.writing((writer) => rows(writer, sql`update participation.survey_invitation set reminders = 3 where survey = ${survey.id}`))).rejects.toMatchObject({ code: '23514' })
  })
})

test('SU2 a panel by group: organisations of the register and people who agreed; not who objected, not another group, not a person who was never asked', async () => {
  const survey = await opened({ access: 'links' })
  const entry = (name: string, email: string, more: Partial<StakeholderWords> = {}): StakeholderWords => ({ kind: 'organisation', name: { bg: name, en: '' }, person: '', email, telephone: '', companyNumber: null, activityCode: '', website: '', sector: 'finance', secondLevel: '', municipality: null, language: 'bg', channel: 'email', source: 'списък', verifiedOn: '2026-11-01', note: '', ...more })
  const enter = (words: StakeholderWords) => acting((visit) => insertStakeholder(visit, words))
  await enter(entry('Банка', 'bank@lipova.example'))
  await enter(entry('Училище', 'school@lipova.example', { sector: 'education' }))
  const objector = await enter(entry('Каса', 'kasa@lipova.example'))
  await acting((visit) => noteObjection({ ...visit, who: clerk }, { id: objector, does: 'object' }))
  await enter(entry('Човек без съгласие', 'person@lipova.example', { kind: 'person' }))
  await enter(entry('Човек със съгласие', 'agreed@lipova.example', { kind: 'person' }))
  const { contact } = await acting((visit) => findOrMakeContact(visit.writer, { name: null, email: 'agreed@lipova.example', language: 'bg', now }))
  await acting((visit) => giveConsent(visit.writer, { contact, purpose: 'panel', how: 'paper', now }))
  expect(await acting((visit) => invitePanel(visit, { survey, sector: 'finance', from }))).toEqual({ invited: 2 })
  const letters = await store.reading((reader) => rows(reader, sql<{ toAddress: string }>`select to_address from store.letter where kind = 'participation.surveyInvitation' and to_address in ('bank@lipova.example', 'school@lipova.example', 'kasa@lipova.example', 'person@lipova.example', 'agreed@lipova.example') order by 1`), { as: 'staff' })
  expect(letters.map(({ toAddress }) => toAddress)).toEqual(['agreed@lipova.example', 'bank@lipova.example'])
})

describe('SU3 anonymous', () => {
  test('SU3 no path from an answer to a link or a person: over all keys and columns', async () => {
    const survey = await opened({ access: 'links' })
    await acting((visit) => invitePeople(visit, { survey, people: Array.from({ length: 6 }, (_, at) => ({ email: `p${at}@lipova.example`, name: `Човек ${at}`, sector: 'ngo' as const })), from }))
    const bodies = await store.reading((reader) => rows(reader, sql<{ body: string }>`select body from store.letter where to_address like 'p_@lipova.example'`), { as: 'staff' })
    for (const { body } of bodies.slice(0, 4)) { const secret = await start(survey, { by: /\/by\/([A-Za-z0-9_-]{43})/.exec(body)?.[1] ?? '' }); await fill(secret); await acting((visit) => sendOff(visit, { secret })) }
    // 1. Keys: the answers point to their survey and to nothing else, and nothing but the table for surveys that name people points to them.
    const keys = await store.reading((reader) => rows(reader, sql<{ here: string; there: string }>`select conrelid::regclass::text as here, confrelid::regclass::text as there from pg_constraint where contype = 'f' and (conrelid = 'participation.survey_response'::regclass or confrelid = 'participation.survey_response'::regclass)`), { as: 'staff' })
    expect(keys.map(({ here, there }) => `${here} ${there}`).sort()).toEqual(['participation.survey_response participation.survey', 'participation.survey_response_of participation.survey_response'])
    expect(await store.reading((reader) => rows(reader, sql`select * from participation.survey_response_of`), { as: 'staff' })).toEqual([])
    // 2. Columns: no value of an answer's row that tells it from another stands in any other table.
    const responses = await store.reading((reader) => rows(reader, sql<Record<string, unknown>>`select id::text, place::text from participation.survey_response where survey = ${survey.id}`), { as: 'staff' })
    const columns = await store.reading((reader) => rows(reader, sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('people', 'participation', 'store', 'evidence') and table_name <> 'survey_response'`), { as: 'staff' })
    for (const { name } of columns) {
      const hits = await store.reading((reader) => rows(reader, sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)} t where ${sql.join(responses.flatMap((row) => [sql`position(${row.id} in t::text) > 0`, sql`position(${row.place} in t::text) > 0`]), sql` or `)}`), { as: 'staff' })
      expect(hits[0]?.n, name).toBe(0)
    }
    // 3. Time: neither an answer nor a used link keeps one; the random number of an answer is none of those that tell the time.
    const typed = await store.reading((reader) => rows(reader, sql<{ type: string }>`select data_type as type from information_schema.columns where table_schema = 'participation' and table_name in ('survey_response', 'survey_invitation', 'survey_draft')`), { as: 'staff' })
    expect(typed.filter(({ type }) => /time/.test(type))).toEqual([])
    expect(responses.every(({ id }) => String(id)[14] === '4')).toBe(true)
    // 4. The half-way answers that knew the link are gone, and the trail has no act of who answered.
    expect(await store.reading((reader) => rows(reader, sql`select * from participation.survey_draft where survey = ${survey.id}`), { as: 'staff' })).toEqual([])
    expect((await store.reading((reader) => rows(reader, sql<{ act: string }>`select act from store.audit where thing = ${survey.id}`), { as: 'staff' })).map(({ act }) => act).filter((act) => /answer|send/.test(act))).toEqual([])
  })
  test('SU3 the order is random and drawn anew, and the rows then bear the mark of one act', async () => {
    const survey = await opened()
    for (let at = 0; at < 12; at += 1) { const secret = await start(survey); await fill(secret); await acting((visit) => sendOff(visit, { secret })) }
    const order = async () => (await responsesOf(survey)).map(({ id }) => id)
    const before = await order()
    await store.writing((writer) => shuffleAnswers(writer))
    expect(await order()).not.toEqual(before)
    expect(new Set(await order())).toEqual(new Set(before))
    expect(await store.reading((reader) => rows(reader, sql`select distinct xmin::text from participation.survey_response where survey = ${survey.id}`), { as: 'staff' })).toHaveLength(1)
  })
  test('SU3 the database refuses to tie an anonymous answer to a link', async () => {
    const survey = await opened({ access: 'links' })
    await acting((visit) => invitePeople(visit, { survey, people: [{ email: 'tie@lipova.example', name: null, sector: null }], from }))
    const secret = await start({ ...survey, access: 'open' }); await fill(secret); await acting((visit) => sendOff(visit, { secret }))
    await expect(store.writing((writer) => rows(writer, sql`insert into participation.survey_response_of select r.id, i.id from participation.survey_response r, participation.survey_invitation i where r.survey = ${survey.id} and i.survey = ${survey.id}`))).rejects.toMatchObject({ code: '23514' })
  })
  test('a survey that names people keeps whose answer it is, out of sight of public pages', async () => {
    const survey = await opened({ anonymous: 'no', access: 'links' })
    await acting((visit) => invitePeople(visit, { survey, people: [{ email: 'known@lipova.example', name: 'Петя', sector: null }], from }))
    const [letter] = await store.reading((reader) => rows(reader, sql<{ body: string }>`select body from store.letter where to_address = 'known@lipova.example'`), { as: 'staff' })
    const secret = await start(survey, { by: /\/by\/([A-Za-z0-9_-]{43})/.exec(letter?.body ?? '')?.[1] ?? '' })
    await fill(secret); await acting((visit) => sendOff(visit, { secret }))
    expect(await store.reading((reader) => rows(reader, sql`select * from participation.survey_response_of`), { as: 'staff' })).toHaveLength(1)
    await expect(store.reading((reader) => rows(reader, sql`select * from participation.survey_response_of`))).rejects.toMatchObject({ code: '42501' })
    await expect(store.reading((reader) => rows(reader, sql`select contact from participation.survey_invitation`))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('what goes', () => {
  test('a survey ended by the clock keeps what was left half-way, and the night job may run twice', async () => {
    const survey = await opened({ closesAt: new Date('2026-11-26T00:00:00+02:00') })
    const secret = await start(survey)
    await acting((visit) => keepAnswer(visit, { secret, key: 'q1', answer: { codes: ['1'] }, places }))
    await surveysJob(store, now)
    expect(await responsesOf(survey)).toEqual([])
    const later = new Date('2026-11-26T03:25:00+02:00')
    await surveysJob(store, later)
    await surveysJob(store, later)
    expect((await responsesOf(survey)).map(({ complete, answers }) => [complete, answers])).toEqual([['no', { q1: { codes: ['1'] } }]])
  })
  test('an erased person leaves the count of who was invited and of what was answered', async () => {
    const survey = await opened({ anonymous: 'no', access: 'links' })
    await acting((visit) => invitePeople(visit, { survey, people: [{ email: 'gone@lipova.example', name: 'Вера', sector: 'media' }], from }))
    const [letter] = await store.reading((reader) => rows(reader, sql<{ body: string }>`select body from store.letter where to_address = 'gone@lipova.example'`), { as: 'staff' })
    const secret = await start(survey, { by: /\/by\/([A-Za-z0-9_-]{43})/.exec(letter?.body ?? '')?.[1] ?? '' })
    await fill(secret); await acting((visit) => sendOff(visit, { secret }))
    const contact = (await store.reading((reader) => listInvitations(reader, survey.id), { as: 'staff' }))[0]?.contact as ContactId
    expect((await store.reading((reader) => surveyPart.gather(reader, contact), { as: 'staff' })).tables[0]?.rows).toMatchObject([{ answered: true }])
    const tied = () => store.reading((reader) => rows(reader, sql`select * from participation.survey_response_of o join participation.survey_invitation i on i.id = o.invitation where i.survey = ${survey.id}`), { as: 'staff' })
    expect(await tied()).toHaveLength(1)
    await store.writing((writer) => surveyPart.erase(writer, { contact, name: 'Вера', email: 'gone@lipova.example', now }))
    expect(await tied()).toEqual([])
    expect(await responsesOf(survey)).toHaveLength(1)
    expect((await store.reading((reader) => listInvitations(reader, survey.id), { as: 'staff' })).map(({ contact: who, answered }) => [who, answered])).toEqual([[null, 'yes']])
    expect(await acting((visit) => remindPeople(visit, { survey, from }), new Date(now.getTime() + 9 * 86_400_000))).toBe(0)
  })
})
