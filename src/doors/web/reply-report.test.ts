// Answers and the reply report through the web door, without scripts: from proposals of every channel to frozen files, the fate on the page,
// „you said, we did“. The files are written by the real writers.
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { draftAnswer, publishAnswer } from '#areas/participation/answers/write.ts'
import { merge } from '#areas/participation/grouping/write.ts'
import { makeProcess } from '#areas/participation/processes/write.ts'
import { listSteps } from '#areas/participation/proposals/read.ts'
import type { Contribution } from '#areas/participation/proposals/rules.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { recordOutcome } from '#areas/participation/proposals/write/outcome.ts'
import { findFinal, listEnded } from '#areas/participation/reply-reports/read.ts'
import { headlineOf } from '#areas/participation/reply-reports/rules.ts'
import { exampleFrom } from '#kernel/letter.ts'
import type { Ref } from '#kernel/thread.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { newId } from '#store/ids.ts'
import { linkThings, registerThing, walkThread } from '#store/thread.ts'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const now = new Date()
const day = 86_400_000
const { act, submit, person } = await makeActs(store, now)
const clerk = { who: staff('coordinator') }
const { app, signedInAs, log } = testApp(store, {
  more: (desk) => participationPages(desk.origin),
  open: (at, someone) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...someone, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const { cookie: coordinator } = await signedInAs('coordinator')
const get = async (path: string, cookie?: string): Promise<{ readonly status: number; readonly text: string }> => { const answer = await app.request(path, { headers: cookie === undefined ? {} : { cookie } }); return { status: answer.status, text: await answer.text() } }
const process = (slug: string, given: { readonly opensAt?: Date; readonly closesAt?: Date } = {}) => act((visit) => makeProcess(visit, {
  slug, kind: 'call', state: 'published', title: { bg: `Покана ${slug}`, en: `Call ${slug}` }, says: { bg: '', en: '' }, opensAt: new Date(now.getTime() - 40 * day), closesAt: new Date(now.getTime() - 5 * day),
  anonymousAllowed: true, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: true, unit: 'Отдел „Развитие“', dueDays: 60, ...given,
}), clerk)
let people = 0
/** Received within the term, published now. */
const published = async (of: Contribution['process'], given: Partial<Parameters<typeof submit>[0]> = {}) => {
  const author = await person(`sender${++people}@example.bg`, 'Иван Петров')
  const it = await submit({ process: of, title: `Предложение ${people}`, text: `Думи на предложение ${people}.`, author, name: 'Иван Петров', choice: 'initials', receivedOn: new Date(now.getTime() - 20 * day).toISOString().slice(0, 10), ...given }, new Date(now.getTime() - 20 * day))
  if (it.state !== 'published') await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), { ...clerk, at: new Date(now.getTime() - 19 * day) })
  return it
}
const answer = async (numbers: readonly string[], decision: 'accepted' | 'notAccepted' | 'acceptedInPart' = 'accepted', reason = 'Влиза в мярка 2.3.', whyChanged = '') => {
  const drafted = await act((visit) => draftAnswer(visit, { numbers, additions: new Map(), words: { decision, reason: { bg: reason, en: '' }, unit: 'Отдел „Развитие“', decidedOn: '', place: 'мярка 2.3', whyChanged, citations: [] } }), clerk)
  const { id } = drafted
  if (id === undefined) throw new Error(JSON.stringify(drafted))
  expect(await act((visit) => publishAnswer(visit, { id, version: 1, from: exampleFrom }), clerk)).toMatchObject({ kind: 'see' })
}
const finalise = (slug: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> => postForm(app, `/bg/participation/reports/${slug}/draft`, { why: '', columns: 'author text place', ...fields }, { cookie: coordinator, from: '/bg/participation/answers/templates' })
const fileOf = async (slug: string, version: number, format: string, language = 'bg'): Promise<Uint8Array> => new Uint8Array(await (await app.request(`/${language}/participation/reports/${slug}/${version}/report.${format}`)).arrayBuffer())
const insideOf = (pdf: Uint8Array): string => {
  let text = Buffer.from(pdf).toString('latin1')
  for (const found of text.matchAll(/stream\r?\n/g)) { try { text += inflateSync(Buffer.from(pdf).subarray(found.index + found[0].length)).toString('latin1') } catch { /* no packed part */ } }
  return text
}

test('RR2 an unanswered proposal blocks the report and is named; nothing is kept', async () => {
  const of = await process('blocked')
  const [one, two] = [await published(of), await published(of)]
  await answer([one.number])
  expect((await get('/bg/participation/reports/blocked/draft')).status).not.toBe(200)
  const shown = await get('/bg/participation/reports/blocked/draft', coordinator)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Едно предложение няма решение или мотиви')
  expect(shown.text).not.toContain('Направете справката окончателна</button>')
  const refused = await finalise('blocked')
  expect(refused.status).toBe(400)
  const said = await refused.text()
  expect(said).toContain(`Без решение или мотиви са: ${two.number}.`)
  expect(await store.reading((reader) => findFinal(reader, { process: of, version: 1 }))).toBeUndefined()
}, 60_000)

test('RR1, RR3 and RR5 the report is the same in page, Word, PDF/UA and CSV, frozen with the hash of each file; a correction is version 2 with its reason', async () => {
  const of = await process('strategy')
  const first = await published(of, { title: 'Алея до гарата', text: 'Да се направи алея.\nИ осветление.' })
  const second = await published(of, { channel: 'paper', title: '=Сума', text: '<script>alert(1)</script> #read("/etc/passwd")' })
  const third = await published(of, { channel: 'email', author: null, name: null, choice: 'citizen' })
  const laid = await published(of)
  await act((visit) => merge(visit, { member: laid.number, target: first.number, why: '', from: exampleFrom }), clerk)
  await submit({ process: of, text: 'Дойде след края на срока, на хартия.', channel: 'paper' })
  const bad = await submit({ process: of, text: 'Това е обида към човек и не се публикува.' }, new Date(now.getTime() - 20 * day))
  await act((visit) => moveContribution(visit, { id: bad.id, act: 'refuse', reason: 'insult' }), clerk)
  await answer([first.number, second.number], 'acceptedInPart')
  await answer([third.number], 'notAccepted', 'Не е в нашите правомощия.')
  const done = await finalise('strategy')
  expect(done.status, log()).toBe(303)
  const kept = await store.reading((reader) => findFinal(reader, { process: of, version: 1 }))
  expect(kept).toMatchObject({ version: 1, kind: 'report', rows: 3, received: 4 })
  expect(kept?.files.length).toBe(8)
  for (const file of kept?.files ?? []) {
    const bytes = await fileOf('strategy', 1, file.format, file.language)
    expect([file.format, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.format, file.sha256])
  }
  const page = await get('/bg/participation/reports/strategy')
  expect(page.text).toContain('Приети изцяло, частично или вече отразени: 2 от 3.')
  const html = new TextDecoder().decode(await fileOf('strategy', 1, 'html')), csv = new TextDecoder().decode(await fileOf('strategy', 1, 'csv'))
  const word = await (await JSZip.loadAsync(await fileOf('strategy', 1, 'docx'))).file('word/document.xml')?.async('string') ?? ''
  const pdf = insideOf(await fileOf('strategy', 1, 'pdf'))
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  // one line of heads and one for each row
  expect([...pdf.matchAll(/\/S ?\/TR\b/g)].length).toBe(4)
  expect([...html.matchAll(/<tr>/g)].length).toBe(4)
  expect([...word.matchAll(/<w:tr>/g)].length).toBe(4)
  expect([...page.text.matchAll(/id="row-/g)].length).toBe(3)
  expect(csv.trimEnd().split('\r\n').length).toBe(4)
  for (const text of [page.text, html, word, csv]) {
    for (const part of [first.number, second.number, third.number, laid.number, 'приема се частично', 'не се приема', 'Не е в нашите правомощия.', 'И. П.', 'физическо лице']) expect(text).toContain(part)
    if (text !== csv) expect(text).not.toContain('<script>alert')
    expect(text).not.toContain(bad.number)
    expect(text).not.toContain('Иван Петров')
  }
  for (const text of [page.text, html]) for (const part of ['обида или омраза', 'Постъпили след срока', '4 предложения']) expect(text).toContain(part)

  const before = await fileOf('strategy', 1, 'pdf')
  await answer([third.number], 'accepted', 'Намерихме начин.', 'Бюджетът се промени.')
  expect((await finalise('strategy')).status).toBe(400)
  expect((await finalise('strategy', { why: 'Отговорът на едно предложение се промени.' })).status).toBe(303)
  expect(Buffer.compare(before, await fileOf('strategy', 1, 'pdf'))).toBe(0)
  const latest = await get('/bg/participation/reports/strategy'), old = await get('/bg/participation/reports/strategy/1')
  expect(latest.text).toContain('Намерихме начин.')
  expect(latest.text).toContain('Отговорът на едно предложение се промени.')
  expect(old.text).toContain('Не е в нашите правомощия.')
  expect(old.text).toContain('Това е по-стара версия')
  await expect(store.writing((writer) => rows(writer, sql`update participation.reply_report set why = 'x' where process = ${of}`))).rejects.toThrow(/corrected by a new version/)
  await expect(store.writing((writer) => rows(writer, sql`delete from participation.reply_report_file`))).rejects.toThrow(/corrected by a new version/)
}, 120_000)

test('RR4 with nothing received the notice of none is made, in every form', async () => {
  const of = await process('silent')
  expect((await finalise('silent')).status, log()).toBe(303)
  expect(await store.reading((reader) => findFinal(reader, { process: of, version: 1 }))).toMatchObject({ kind: 'none', rows: 0 })
  const page = await get('/bg/participation/reports/silent')
  expect(page.text).toContain('Съобщение, че няма постъпили предложения')
  expect(page.text).toContain('Проверени са всички начини за подаване')
  expect(new TextDecoder().decode(await fileOf('silent', 1, 'html', 'en'))).toContain('no proposals or comments were received')
}, 60_000)

test('RR6 the public headline counts ended processes with and without a report, and the days', async () => {
  await process('still-open', { closesAt: new Date(now.getTime() + 5 * day) })
  const ended = await store.reading((reader) => listEnded(reader, { now }))
  expect(ended.map(({ slug }) => slug).sort()).toEqual(['blocked', 'silent', 'strategy'])
  expect(headlineOf(ended)).toMatchObject({ ended: 3, withReport: 2, without: 1 })
  expect(ended.find(({ slug }) => slug === 'strategy')?.days).toBeGreaterThanOrEqual(4)
  const page = await get('/bg/participation/reports')
  expect(page.text).toContain('без справка')
  expect((await finalise('still-open')).status).toBe(400)
})

test('WB1 a proposal that was fully played shows its steps in order, each dated, on its one address', async () => {
  const of = await process('fate')
  const it = await published(of, { assurance: 'email' }), other = await published(of)
  await act((visit) => merge(visit, { member: other.number, target: it.number, why: '', from: exampleFrom }), clerk)
  await answer([it.number])
  for (const [kind, path] of [['takenUp', '/strategy/measures/23'], ['budgeted', '/strategy/budget/7'], ['progress', '/monitoring/progress/1'], ['done', '/monitoring/reports/2027']] as const)
    await act((visit) => recordOutcome(visit, { id: it.id, kind, says: { bg: `Стъпка ${kind}`, en: `Step ${kind}` }, path }), clerk)
  const steps = await store.reading((reader) => listSteps(reader, it.id))
  expect(steps.map(({ kind }) => kind)).toEqual(['received', 'published', 'grouped', 'answered', 'takenUp', 'budgeted', 'progress', 'done'])
  expect(steps.every(({ at }, index) => index === 0 || at >= (steps[index - 1]?.at ?? at))).toBe(true)
  const page = await get(`/bg/participation/proposals/${it.number}`)
  expect(page.status).toBe(200)
  for (const part of ['Стъпка takenUp', 'Стъпка budgeted', 'Стъпка progress', 'Стъпка done', 'приема се', 'Влиза в мярка 2.3.', '/bg/strategy/measures/23']) expect(page.text).toContain(part)
  const merged = await get(`/bg/participation/proposals/${other.number}`)
  expect(merged.status).toBe(200)
  expect(merged.text).toContain(it.number)
  expect(merged.text).toContain('Влиза в мярка 2.3.')
})
test('WB2 later areas write what became of it, and the chain runs back from the measure to the same numbers', async () => {
  const of = await process('backwards')
  const many = [await published(of), await published(of), await published(of)]
  const measures = [newId<'measure'>(), newId<'measure'>()]
  const takes = [[0, 0], [0, 1], [1, 1], [1, 2]] as const
  await act(async (visit) => {
    for (const [at, id] of measures.entries()) await registerThing(visit.writer, { id, kind: 'measure', title: { bg: `Мярка ${at}`, en: `Measure ${at}` }, path: `/strategy/measures/${at}`, state: 'current', seenBy: 'everyone' })
    for (const [measure, proposal] of takes) {
      await linkThings(visit.writer, { later: { kind: 'measure', id: measures[measure] as (typeof measures)[number] }, says: 'takesUp', earlier: { kind: 'proposal', id: (many[proposal] as (typeof many)[number]).id as Ref<'proposal'> }, by: null })
      await recordOutcome(visit, { id: (many[proposal] as (typeof many)[number]).id, kind: 'takenUp', says: { bg: `Мярка ${measure}`, en: `Measure ${measure}` }, path: `/strategy/measures/${measure}` })
    }
  }, clerk)
  const forwards = new Set<string>(), backwards = new Set<string>()
  for (const one of many) for (const found of await store.reading((reader) => walkThread(reader, { from: one.id, toward: 'later', who: 'everyone' }))) forwards.add(`${found.thing.path} ${one.number}`)
  for (const [at, id] of measures.entries()) for (const found of await store.reading((reader) => walkThread(reader, { from: id, toward: 'earlier', who: 'everyone' }))) backwards.add(`/strategy/measures/${at} ${found.thing.path.split('/').at(-1)}`)
  expect([...forwards].sort()).toEqual([...backwards].sort())
  expect(forwards.size).toBe(takes.length)
})
test('WB3 „you said, we did“ per process and overall has the sums of the report, as page and as CSV', async () => {
  const csv = await (await app.request('/bg/participation/you-said/strategy/answers.csv')).text()
  const decisions = csv.trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[3])
  expect(decisions.filter((one) => one === 'приема се частично').length).toBe(2)
  expect(decisions.filter((one) => one === 'приема се').length).toBe(1)
  const of = await store.reading((reader) => rows(reader, sql<{ id: string }>`select id from participation.process where slug = 'strategy'`))
  const report = await store.reading((reader) => findFinal(reader, { process: of[0]?.id ?? '', version: 2 }))
  expect(report?.content.byDecision.reduce((sum, { count }) => sum + count, 0)).toBe(decisions.length)
  const page = await get('/bg/participation/you-said/strategy')
  expect(page.text).toContain('Казахте – направихме')
  expect(page.text).toContain('Влиза в мярка 2.3.')
  const overall = await (await app.request('/en/participation/you-said/answers.csv')).text()
  expect(overall.trimEnd().split('\r\n').length).toBeGreaterThan(decisions.length)
  expect((await get('/en/participation/you-said')).text).toContain('You said – we did')
})
test('AN1, AN2 and AN3 through the forms: the desk names what waits, a group is answered in one act, both versions stand on the page', async () => {
  const of = await process('desk')
  const [one, two] = [await published(of), await published(of)]
  const desk = await get('/bg/participation/answers', coordinator)
  expect(desk.text).toContain(one.number)
  expect(desk.text).toContain('остават')
  expect((await get('/bg/my', coordinator)).status).toBe(200)
  const empty = await postForm(app, '/bg/participation/answers/new', { numbers: `${one.number} ${two.number}`, reason_bg: 'Запазени думи.' }, { cookie: coordinator })
  expect(empty.status).toBe(400)
  expect(await empty.text()).toContain('Запазени думи.')
  const drafted = await postForm(app, `/bg/participation/answers/new?numbers=${one.number}`, { numbers: `${one.number} ${two.number}`, decision: 'outOfScope', reason_bg: 'Решава го общината.', unit: 'Развитие', decided_on: '' }, { cookie: coordinator })
  expect(drafted.status).toBe(303)
  const path = new URL(drafted.headers.get('location') ?? '', 'http://localhost').pathname
  expect((await get(path, coordinator)).text).toContain('Публикувайте и уведомете подателите')
  expect((await postForm(app, path, { does: 'publish', version: '1' }, { cookie: coordinator })).status).toBe(303)
  for (const { number } of [one, two]) expect((await get(`/bg/participation/proposals/${number}`)).text).toContain('Решава го общината.')
  await answer([one.number], 'accepted', 'Общината се съгласи.', 'Ново решение на общината.')
  const page = await get(`/bg/participation/proposals/${one.number}`)
  for (const part of ['Общината се съгласи.', 'Решава го общината.', 'Ново решение на общината.', 'Предишен отговор № 1']) expect(page.text).toContain(part)
  expect((await get('/bg/participation/answers')).status).not.toBe(200)
})
