// Moderation over a real database: what is decided, who learns of it, what nobody may read afterwards.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { typedOne } from '#kernel/answer.ts'
import { exampleFrom } from '#kernel/letter.ts'
import { visitor, type AccountId, type Who } from '#kernel/who.ts'
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { makeProcess, prepareStanding } from '#areas/participation/processes/write.ts'
import { findHandled, listInbox } from '#areas/participation/proposals/read/inbox.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { listContributions } from '#areas/participation/proposals/read/list.ts'
import { contributionKinds } from '#areas/participation/proposals/rules.ts'
import { suspicions } from '#areas/participation/proposals/rules/suspicion.ts'
import { submitContribution, type NewContribution } from '#areas/participation/proposals/write.ts'
import { rows } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { findThings } from '#store/search.ts'
import type { WriteVisit } from '#store/visit.ts'
import { testStore } from '#test/database.ts'
import { moderationPart } from './commands/personal-part.ts'
import { handlingForm, judgeForm, reportForm } from './forms.ts'
import { countReview, listDecisions, listFlags, listLog, listObjections } from './read.ts'
import { logCsv, reasonNames } from './rules.ts'
import { decide, decideMany, judge, object, report } from './write.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const person = (name: string, last: string): Who => ({ role: 'coordinator', account: `00000000-0000-7000-8000-00000000000${last}` as AccountId, name, duties: new Set() })
const [maria, petya] = [person('Мария', '1'), person('Петя', '2')]
const act = <T>(work: (visit: WriteVisit) => Promise<T>, who: Who = maria, at = now): Promise<T> => store.writing((writer) => work({ writer, who, language: 'bg', now: at }))
const staff = <T>(ask: Parameters<typeof store.reading<T>>[0]): Promise<T> => store.reading(ask, { as: 'staff' })
await act(({ writer }) => prepareStanding(writer, now))
const standing = await store.reading((reader) => findProcess(reader, { slug: 'standing', who: 'everyone' }))
if (standing === undefined) throw new Error('the standing invitation is not there')

let count = 0
const submit = (more: Partial<NewContribution> & { readonly email?: string }) => act(async (visit) => {
  const email = more.email ?? `author${++count}@example.bg`
  const { contact } = await findOrMakeContact(visit.writer, { name: 'Иван Петров', email, language: 'bg', now })
  return submitContribution(visit, { kind: 'proposal', channel: 'web', process: standing.id, language: 'bg', assurance: 'email', title: 'Работилница за младежи', text: `Да се открие работилница номер ${count} за младежи в Казанлък.`, author: contact, name: 'Иван Петров', choice: 'initials', ...more })
}, visitor)
const typed = (fields: Record<string, string>) => ({ text: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), files: {} })
const does = async (number: string, fields: Record<string, string>, who: Who = maria) => {
  const it = await staff((reader) => findHandled(reader, { number }))
  const input = handlingForm(typed({ version: String(it?.version), state: it?.state ?? '', ...fields }))
  return input.ok ? act((visit) => decide(visit, { number, from: exampleFrom, input: input.value }), who) : { kind: 'problems' as const, problems: input.problem }
}
const lettersTo = async (email: string) => (await staff((reader) => listLetters(reader, { limit: 200 }))).filter(({ toAddress }) => toAddress === email)
const secretIn = (body: string): string => /objection\/([\w-]{43})/.exec(body)?.[1] ?? ''
const shownText = (number: string) => store.reading(async (reader) => (await findContribution(reader, number))?.text)

test('MO1 a first text waits for a look and is public only after it; its author is told', async () => {
  const { number, state } = await submit({ email: 'first@example.bg' })
  expect(state).toBe('inModeration')
  expect((await staff((reader) => listInbox(reader, { states: ['inModeration'], limit: 10 }))).map((one) => [one.number, one.isFirst])).toEqual([[number, true]])
  expect(await does(number, { does: 'publish' })).toMatchObject({ kind: 'see' })
  expect(await shownText(number)).toContain('работилница')
  expect((await lettersTo('first@example.bg')).map(({ kind }) => kind)).toEqual(['participation.published'])
})
test('RR1 a letter that names no call is given to the one it answers, late where it came after its end; a comment on a passage and what is answered stay', async () => {
  const call = { kind: 'call' as const, state: 'published' as const, title: { bg: 'Покана за младежи', en: 'Call for young people' }, says: { bg: 'Какво?', en: 'What?' }, opensAt: new Date('2026-11-01T00:00:00+02:00'), anonymousAllowed: false, counts: 'email' as const, moderation: 'after' as const, answersByOthers: false, keepsText: true, unit: 'Отдел „Младежи“', dueDays: 30 }
  await act((visit) => makeProcess(visit, { ...call, slug: 'open-call', closesAt: new Date('2026-12-20T00:00:00+02:00') }))
  await act((visit) => makeProcess(visit, { ...call, slug: 'past-call', closesAt: new Date('2026-11-20T00:00:00+02:00') }))
  const { number } = await submit({ channel: 'email' })
  expect(await does(number, { does: 'assign', process: 'no-such-call' })).toMatchObject({ kind: 'problems', problems: [{ field: 'process' }] })
  expect(await does(number, { does: 'assign', process: 'open-call' })).toMatchObject({ kind: 'see' })
  expect(await staff((reader) => findHandled(reader, { number }))).toMatchObject({ processTitle: { bg: 'Покана за младежи' }, late: false, dueOn: '2026-12-25' })
  const more = await submit({ channel: 'email' })
  await act((visit) => decideMany(visit, { input: { does: 'assign', numbers: [number, more.number], unit: '', topic: '', process: 'past-call' }, from: exampleFrom, back: '/' }))
  for (const each of [number, more.number]) expect(await staff((reader) => findHandled(reader, { number: each }))).toMatchObject({ late: true })
  const comment = await submit({ kind: 'blockComment' })
  expect(await does(comment.number, { does: 'assign', process: 'open-call' })).toMatchObject({ kind: 'problems', problems: [{ field: 'process' }] })
})
test('MO2 without a reason nothing is refused; with one the author learns reason, passage and the way to object', async () => {
  const { number } = await submit({ email: 'refused@example.bg' })
  expect(await does(number, { does: 'refuse' })).toMatchObject({ kind: 'problems', problems: [{ field: 'reason' }] })
  expect(await does(number, { does: 'refuse', reason: 'dislike' })).toMatchObject({ kind: 'problems' })
  expect(await does(number, { does: 'refuse', reason: 'advertising', passage: 'работилница' })).toMatchObject({ kind: 'see' })
  const [letter] = await lettersTo('refused@example.bg')
  expect(letter?.body).toContain('Причина: реклама.')
  expect(letter?.body).toContain('„работилница“')
  expect(secretIn(letter?.body ?? '')).toHaveLength(43)
  expect(await staff((reader) => findHandled(reader, { number }))).toMatchObject({ state: 'notPublished' })
})
test('MO2 the database itself takes no refusal without a reason, and no judge who decided first', async () => {
  const { id } = await submit({})
  const insert = (more: string) => act(async ({ writer }) => { await rows(writer, sql.raw(`insert into participation.moderation (id, contribution, act, kind, state_before, at, ${more.split('|')[0]}) values (gen_random_uuid(), '${id}', 'refused', 'proposal', 'inModeration', now(), ${more.split('|')[1]})`)) })
  await expect(insert('by_account|null')).rejects.toThrow(/check/)
  const self = `'${maria.account}'`
  await expect(insert(`reason, by_account, objected_at, objection, judged_at, outcome, judged_by|'test', ${self}, now(), 'x', now(), 'upheld', ${self}`)).rejects.toThrow(/check/)
})
test('MO2 an objection is judged by another person: who decided cannot; accepted, the text appears and both outcomes are told', async () => {
  const { number, id } = await submit({ email: 'objects@example.bg' })
  await does(number, { does: 'refuse', reason: 'offTopic' }, maria)
  const secret = secretIn((await lettersTo('objects@example.bg'))[0]?.body ?? '')
  expect(await act((visit) => object(visit, { secret: 'x'.repeat(43), text: 'чужд', path: '/x' }), visitor)).toEqual({ kind: 'notFound' })
  expect(await act((visit) => object(visit, { secret, text: 'По темата е: говоря за младежите.', path: '/x' }), visitor)).toEqual({ kind: 'see', path: '/x' })
  expect(await act((visit) => object(visit, { secret, text: 'още веднъж', path: '/x' }), visitor)).toEqual({ kind: 'notFound' })
  const [decision] = await staff(listObjections)
  expect(decision).toMatchObject({ contribution: id, objection: 'По темата е: говоря за младежите.' })
  const verdict = judgeForm(typed({ outcome: 'reversed', why: 'Наистина е по темата.' }))
  if (!verdict.ok || decision === undefined) throw new Error('no verdict')
  expect(await act((visit) => judge(visit, { id: decision.id, from: exampleFrom, input: verdict.value }), maria)).toMatchObject({ kind: 'problems' })
  expect(await staff((reader) => findHandled(reader, { number }))).toMatchObject({ state: 'notPublished' })
  expect(await act((visit) => judge(visit, { id: decision.id, from: exampleFrom, input: verdict.value }), petya)).toMatchObject({ kind: 'see' })
  expect(await shownText(number)).toContain('работилница')
  expect(await act((visit) => judge(visit, { id: decision.id, from: exampleFrom, input: verdict.value }), petya)).toMatchObject({ kind: 'problems' })
  expect((await lettersTo('objects@example.bg')).map(({ kind }) => kind).sort()).toEqual(['participation.moderated', 'participation.objectionJudged'])
  expect(judgeForm(typed({ outcome: 'upheld', why: '' })).ok).toBe(false)
})
test('MO3 the public log says date, kind, reason and outcome, and holds no text, name or number', async () => {
  const { number } = await submit({ title: 'Тайното заглавие', text: 'Тайният текст на Желязко Липов, който не се публикува.' })
  await does(number, { does: 'refuse', reason: 'insult', passage: 'Желязко Липов', says: 'Думи до автора' })
  const lines = await store.reading((reader) => listLog(reader, { limit: 100 }))
  expect(lines[0]).toEqual({ at: now, kind: 'proposal', act: 'refused', reason: 'insult', outcome: null })
  expect(lines.map(({ outcome }) => outcome)).toContain('reversed')
  const csv = logCsv(lines, 'bg')
  expect(csv.split('\r\n')[0]).toBe('\ufeffдата,вид,решение,причина,възражение')
  expect(csv).toContain('2026-11-25,Предложение,не е публикувано,обида или омраза,')
  for (const hidden of ['Тайно', 'Тайният', 'Желязко', 'Думи', 'Мария', number]) expect(csv).not.toContain(hidden)
  await expect(store.reading((reader) => staffColumns(reader))).rejects.toThrow(/permission denied/)
  expect((await store.reading((reader) => findThings(reader, { words: 'Желязко', language: 'bg', limit: 5, who: 'everyone' }))).found).toEqual([])
})
const staffColumns = (reader: Parameters<typeof listDecisions>[0]) => rows(reader, sql`select passage, objection from participation.moderation`)

test('MO4 what is masked is absent from page, list, search and letters, and nothing else of the words is changed', async () => {
  const { number } = await submit({ email: 'masked@example.bg', title: 'Осветление в парка', text: 'Съседът Желю Желев, тел. 0888 765 432, също иска осветление в парка.' })
  const it = await staff((reader) => findHandled(reader, { number }))
  expect(it?.marks).toContain('personalData')
  const masked = 'Съседът [заличени лични данни], тел. [заличени лични данни], също иска осветление в парка.'
  expect(await does(number, { does: 'mask', public_title: 'Осветление в парка', public_text: masked.replace('също', 'не'), mask_reason: 'othersData' })).toMatchObject({ kind: 'problems', problems: [{ field: 'public_text' }] })
  expect(await does(number, { does: 'mask', public_title: 'Осветление в парка', public_text: it?.text ?? '', mask_reason: 'othersData' })).toMatchObject({ kind: 'problems', problems: [{ field: 'public_text' }] })
  expect(await does(number, { does: 'mask', public_title: 'Осветление в парка', public_text: masked, mask_reason: 'othersData' })).toMatchObject({ kind: 'see' })
  expect(await shownText(number)).toBe(masked)
  const listed = await store.reading((reader) => listContributions(reader, { limit: 50 }))
  const letters = await lettersTo('masked@example.bg')
  expect(letters.map(({ kind }) => kind)).toEqual(['participation.moderated'])
  for (const hidden of ['Желю', '0888']) {
    expect(JSON.stringify(listed)).not.toContain(hidden)
    expect(JSON.stringify(letters)).not.toContain(hidden)
    expect((await store.reading((reader) => findThings(reader, { words: hidden, language: 'bg', limit: 5, who: 'everyone' }))).found).toEqual([])
  }
  expect((await staff((reader) => findHandled(reader, { number })))?.textReceived).toContain('Желю Желев')
  await expect(store.reading((reader) => rows(reader, sql`select text_received from participation.contribution`))).rejects.toThrow(/permission denied/)
})
test('MO5 personal data found in a text stop it until a person has looked, also of somebody known', async () => {
  const email = 'known@example.bg'
  const first = await submit({ email })
  await does(first.number, { does: 'publish' })
  expect((await submit({ email, text: 'Още едно предложение за пейки в градинката.' })).state).not.toBe('awaitingConfirmation')
  const hinted = await submit({ email, text: 'Обадете се на майка ми на 042 614 614 за подробности.' })
  expect(hinted.state).toBe('inModeration')
  expect((await staff((reader) => findHandled(reader, { number: hinted.number })))?.marks).toContain('personalData')
})
test('MO6 a report on every kind of contribution reaches the queue, and looking at it empties the queue', async () => {
  for (const kind of contributionKinds) {
    const { number, id } = await submit({ kind })
    await does(number, { does: 'publish' })
    const input = reportForm(typed({ reason: 'insult', says: 'второто изречение' }))
    if (!input.ok) throw new Error('the report is whole')
    await act((visit) => report(visit, { contribution: id, argument: null, input: input.value, path: '/x' }), visitor)
    expect((await staff(listFlags)).map((flag) => [flag.contribution, flag.reason]), kind).toEqual([[id, 'insult']])
    expect(await staff(countReview)).toMatchObject({ flags: 1 })
    await does(number, { does: 'settle' })
    expect(await staff(listFlags)).toEqual([])
  }
  expect(reportForm(typed({ says: 'без причина' })).ok).toBe(false)
  expect(reasonNames).toHaveLength(8)
})
test('SP2 nothing suspicious is dropped: it waits in the queue with its reason, also from somebody known', async () => {
  const email = 'suspect@example.bg'
  await does((await submit({ email })).number, { does: 'publish' })
  const { number, state } = await submit({ email, title: 'Иван <script>alert(1)</script>', text: 'Купете тук https://a.example https://b.example https://c.example https://d.example https://e.example евтино и бързо' })
  expect(state).toBe('inModeration')
  const [row] = await staff((reader) => listInbox(reader, { states: ['inModeration'], limit: 50 })).then((all) => all.filter((one) => one.number === number))
  expect(row?.marks.filter((mark) => mark in suspicions)).toEqual(['links', 'code'])
})
test('two clerks at once on one text: the second is told, and both decisions are in sight', async () => {
  const { number } = await submit({})
  const it = await staff((reader) => findHandled(reader, { number }))
  const opened = { version: String(it?.version), state: it?.state ?? '' }
  const both = await Promise.allSettled([does(number, { ...opened, does: 'publish' }, maria), does(number, { ...opened, does: 'refuse', reason: 'test' }, petya)])
  const answers = both.map((one) => (one.status === 'fulfilled' ? one.value.kind : String(one.reason)))
  expect(answers.sort()).toEqual(['problems', 'see'])
  expect((await staff((reader) => listDecisions(reader, it?.id as Parameters<typeof listDecisions>[1]))).length).toBe(1)
})
test('an author who is erased leaves a line in the log and no word in it', async () => {
  const { number } = await submit({ email: 'erased@example.bg' })
  await does(number, { does: 'note', note: 'Познавам автора Иван Петров.' })
  await does(number, { does: 'refuse', reason: 'unlawful', passage: 'работилница', says: 'Думи до Иван' })
  const author = await act(({ writer }) => findOrMakeContact(writer, { name: null, email: 'erased@example.bg', language: 'bg', now }))
  const before = (await store.reading((reader) => listLog(reader, { limit: 500 }))).length
  await act((visit) => moderationPart.erase(visit.writer, { contact: author.contact, name: 'Иван Петров', email: 'erased@example.bg', now }))
  const all = await staff((reader) => rows(reader, sql`select to_jsonb(m) as it from participation.moderation m join participation.contribution c on c.id = m.contribution where c.number = ${number} union all select to_jsonb(n) from participation.staff_note n join participation.contribution c on c.id = n.contribution where c.number = ${number}`))
  expect(JSON.stringify(all)).not.toMatch(/Иван|работилница/)
  expect((await store.reading((reader) => listLog(reader, { limit: 500 }))).length).toBe(before)
})
test('bad input: a choice that is none is told beside its field and nothing typed is lost', () => {
  const fields = typed({ does: 'refuse', says: 'дълги думи' })
  const parsed = handlingForm(fields)
  expect(parsed.ok ? [] : parsed.problem.map(({ field }) => field)).toEqual(['reason'])
  expect(typedOne(fields, 'says')).toBe('дълги думи')
})
