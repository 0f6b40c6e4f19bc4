// The other doors over a real database: letters, sheets, files, the portal (a server of the test), conversations.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { findProcess } from '#areas/participation/processes/read.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { findContribution, findWhole } from '#areas/participation/proposals/read.ts'
import type { UploadedFile } from '#kernel/answer.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import type { WriteVisit } from '#store/visit.ts'
import { openFetcher } from '#sources/fetch-file.ts'
import { testStore } from '#test/database.ts'
import { takeInFile, takeInLetter, takeInNotes, takeInPortal } from './commands.ts'
import { findConversation, findDraft, findPaper, findSheet, listConversations, listSheetNotes } from './read.ts'
import type { Draft, NewPaper } from './rules.ts'
import { parseNotes } from './rules/notes.ts'
import { portalExample } from './rules/portal.cases.ts'
import { toPolisFile, writtenFiles } from './rules/polis/write.ts'
import { judgeRows, readTableRows } from './rules/table.ts'
import { checkLetter, makeSheet } from './write.ts'
import { takeConversation, takeDraftRows } from './write/drafts.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const clerk: Who = { role: 'analyst', account: '00000000-0000-7000-8000-0000000000c1' as AccountId, name: 'Деловодителка Станка Писарова', duties: new Set() }
const second: Who = { ...clerk, account: '00000000-0000-7000-8000-0000000000c2' as AccountId, name: 'Друга' }
const asker = { store, who: clerk, language: 'bg' as const, now }
const act = <T>(work: (visit: WriteVisit) => Promise<T>, who: Who = clerk): Promise<T> => store.writing((writer) => work({ writer, who, language: 'bg', now }))
await act(({ writer }) => prepareStanding(writer, now))
const process = (await store.reading((reader) => findProcess(reader, { slug: 'standing', who: 'everyone' })))?.id
if (process === undefined) throw new Error('no standing process')
const staff = <T>(ask: Parameters<typeof store.reading<T>>[0]): Promise<T> => store.reading(ask, { as: 'staff' })
const count = async (): Promise<number> => (await staff((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from participation.contribution`)))[0]?.n ?? 0
const file = (name: string, text: string | Uint8Array): UploadedFile => ({ name, mediaType: 'x', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text })
const letter: NewPaper = { process, channel: 'paper', title: '', text: 'Моля да се възстанови автобусът до село Енина.', author: 'Гена Христова Тонева', organisation: 'no', consent: 'none', municipality: null, sector: 'citizens', datedOn: '2026-11-20', receivedOn: '2026-11-23', registryNumber: '94-00-117', illegible: 'yes', inPerson: 'no' }
const pdf = file('сканирано.pdf', '%PDF-1.7 ...')
const numberOf = (answer: { kind: string; path?: string }): string => new URL(`http://x${answer.path ?? ''}`).searchParams.get('after') ?? ''

test('PA1 a letter keeps its scan, the date on it, its registry number and that some of it cannot be read; another than the typist checks it', async () => {
  const number = numberOf(await takeInLetter(asker, { paper: letter, file: pdf }) as { kind: string; path: string })
  const paper = await staff((reader) => findPaper(reader, number))
  expect(paper).toMatchObject({ datedOn: '2026-11-20', registryNumber: '94-00-117', illegible: true, typedBy: clerk.account, checkedBy: null, scan: { mediaType: 'application/pdf' }, receivedOn: '2026-11-23' })
  expect(await act((visit) => checkLetter(visit, number))).toBe('not yours')
  expect(await act((visit) => checkLetter(visit, number), second)).toBe('checked')
  expect(await act((visit) => checkLetter(visit, number), second)).toBe('not yours')
  expect(await staff((reader) => findWhole(reader, number))).toMatchObject({ channel: 'paper', state: 'inModeration', enteredBy: clerk.account, checkedBy: second.account, sourceFile: paper?.scan?.sha256 })
  const refused = await takeInLetter(asker, { paper: letter, file: file('писмо.pdf', 'MZ not a scan') })
  expect(refused).toMatchObject({ kind: 'problems', problems: [{ field: 'scan' }] })
  await expect(store.reading((reader) => rows(reader, sql`select scan from participation.paper`))).rejects.toMatchObject({ code: '42501' })
})
test('PA2 the clerk is never the author; a name is shown only with consent on the paper, which is kept with its scan', async () => {
  const without = numberOf(await takeInLetter(asker, { paper: letter, file: pdf }) as { kind: string; path: string })
  const withConsent = numberOf(await takeInLetter(asker, { paper: { ...letter, consent: 'publishName' }, file: pdf }) as { kind: string; path: string })
  const [anonymous, named, whole] = await Promise.all([store.reading((reader) => findContribution(reader, without)), store.reading((reader) => findContribution(reader, withConsent)), staff((reader) => findWhole(reader, withConsent))])
  expect([anonymous?.authorShown, named?.authorShown]).toEqual([null, 'Гена Христова Тонева'])
  expect(whole?.author).not.toBe(clerk.account)
  const consents = await staff((reader) => rows<{ how: string; proofFile: string }>(reader, sql`select how, proof_file from people.contact_consent where contact = ${whole?.author ?? null}`))
  expect(consents).toEqual([{ how: 'paper', proofFile: whole?.sourceFile }])
  // Everything any public page can read of it, and everything the database holds outside the trail and people's accounts.
  const open = await store.reading((reader) => rows<{ all: string }>(reader, sql`select coalesce(string_agg(number || ' ' || coalesce(author_shown, '') || ' ' || title_public || ' ' || text_public, ' '), '') as all from participation.contribution`))
  expect(open[0]?.all).not.toContain('Писарова')
  expect(open[0]?.all).not.toContain(String(clerk.account))
  for (const column of ['entered_by', 'checked_by']) await expect(store.reading((reader) => rows(reader, sql`select ${sql.ref(column)} from participation.contribution`))).rejects.toMatchObject({ code: '42501' })
})
test('PA3 sixty notes are typed at once under a question; dots counted by hand are a total of their own and never support', async () => {
  const made = await act((visit) => makeSheet(visit, { code: null, process, title: 'Работилница в Казанлък', heldOn: '2026-11-10', place: 'Казанлък', municipality: null, language: 'bg', questions: [{ position: 1, words: 'Какво липсва?' }, { position: 2, words: 'Какво да спрем?' }] }))
  if (made === 'code taken') throw new Error('a new code was taken')
  const typed = parseNotes(Array.from({ length: 60 }, (_, at) => `Бележка номер ${at + 1}${at < 10 ? ' | 3' : ''}`).join('\n'))
  if (!typed.ok) throw new Error('the notes were not read')
  const before = await count()
  expect(await takeInNotes(asker, { code: made.code, input: { does: 'notes', question: 1, notes: typed.value } })).toMatchObject({ kind: 'see', path: expect.stringContaining('typed=60&dots=30') })
  const sheet = await staff((reader) => findSheet(reader, made.code))
  const notes = await staff((reader) => listSheetNotes(reader, sheet?.id ?? ('' as never)))
  expect([await count() - before, notes.length, notes.reduce((sum, { dots }) => sum + dots, 0), notes.reduce((sum, { supports }) => sum + supports, 0)]).toEqual([60, 60, 30, 0])
  expect(await staff((reader) => findWhole(reader, notes[0]?.number ?? ''))).toMatchObject({ kind: 'eventNote', channel: 'event', receivedOn: '2026-11-10', author: null, countedSupports: 3, supports: 0 })
  expect(await takeInNotes(asker, { code: made.code, input: { does: 'notes', question: 9, notes: typed.value } })).toMatchObject({ problems: [{ field: 'question' }] })
  expect(await act((visit) => makeSheet(visit, { code: made.code, process, title: 'X', heldOn: '2026-11-10', place: '', municipality: null, language: 'bg', questions: [{ position: 1, words: 'Y' }] }))).toBe('code taken')
})

const draftOf = async (answer: { kind: string; path?: string }): Promise<Draft> => {
  const draft = await staff((reader) => findDraft(reader, answer.path?.split('/').at(-1) ?? ''))
  if (draft === undefined) throw new Error(`no draft: ${JSON.stringify(answer)}`)
  return draft
}
const words = { municipalities: [], sectors: [], topics: [], today: '2026-11-25' }
const judged = (draft: Draft) => draft.content.is === 'sheet' && draft.mapping !== null ? judgeRows(readTableRows(draft.content.rows, { mapping: draft.mapping, words })) : draft.content.is === 'rows' ? judgeRows(draft.content) : judgeRows({ rows: [], problems: [] })
const take = async (draft: Draft) => { const rows = judged(draft); return rows.ok ? act((visit) => takeDraftRows(visit, { draft, rows: rows.value })) : rows.problem }
const table = (bad: 'bad' | 'good') => `Дата;Автор;Предложение\n${Array.from({ length: 50 }, (_, at) => `${bad === 'bad' && at === 35 ? '45.10.2026' : `${String((at % 28) + 1).padStart(2, '0')}.10.2026`};Автор ${at};Предложение номер ${at} за областта`).join('\n')}`

test('PA4 with a bad row 37 nothing is stored and row 37 is named; mended, all come; a second import changes nothing', async () => {
  const before = await count()
  const bad = await take(await draftOf(await takeInFile(asker, { kind: 'table', input: { process, files: [file('t.csv', table('bad'))] } }) as never))
  expect(Array.isArray(bad) && bad[0]?.text.bg).toContain('ред 37')
  expect(await count()).toBe(before)
  const good = () => takeInFile(asker, { kind: 'table', input: { process, files: [file('t.csv', table('good'))] } })
  const draft = await draftOf(await good() as never)
  expect(await take(draft)).toEqual({ taken: 50, already: 0 })
  await expect(take(draft)).rejects.toThrow('somebody else')
  expect(await count()).toBe(before + 50)
  expect(await take(await draftOf(await good() as never))).toEqual({ taken: 0, already: 50 })
  expect(await count()).toBe(before + 50)
})

type Behaviour = { answer: unknown; status?: number; raw?: string }
const behaves: Behaviour = { answer: [] }
const asked: number[] = []
const server = createServer((_, response) => {
  asked.push(Date.now())
  response.writeHead(behaves.status ?? 200, { 'content-type': 'application/json' }).end(behaves.raw ?? JSON.stringify(behaves.answer))
}).listen(0, '127.0.0.1')
await new Promise<void>((done) => { server.once('listening', done) })
afterAll(() => { server.close() })
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
const how = { home: `http://${host}`, client: 'x', fetcher: openFetcher({ client: 'test (test@example.bg)', allow: [host], pace: { gapMs: 1_000, patienceMs: 5_000 } }) }
const portal = () => takeInPortal(asker, { input: { process, consultation: 8256 }, how })

test('NP3 twelve comments by file and the same twelve by interface are twelve', async () => {
  const { csv, answer } = portalExample()
  const before = await count()
  expect(await take(await draftOf(await takeInFile(asker, { kind: 'portalCsv', input: { process, files: [file('komentari.csv', csv)] } }) as never))).toEqual({ taken: 12, already: 0 })
  behaves.answer = answer
  expect(await take(await draftOf(await portal() as never))).toEqual({ taken: 0, already: 12 })
  expect(await count()).toBe(before + 12)
})
test('NP2 an error under HTTP 200 is an error and keeps nothing; a shrunken answer is told and deletes nothing; a second lies between two asks', async () => {
  const before = await count()
  behaves.answer = { error: 'No such consultation' }
  expect(await portal()).toMatchObject({ kind: 'problems', problems: [{ field: 'consultation', text: { en: expect.stringContaining('No such consultation') } }] })
  behaves.raw = '<html>maintenance</html>'
  expect(await portal()).toMatchObject({ kind: 'problems', problems: [{ field: 'consultation' }] })
  delete behaves.raw
  behaves.answer = portalExample().answer.slice(0, 9)
  const draft = await draftOf(await portal() as never)
  expect(draft.content.is === 'rows' && draft.content.notes[0]?.en).toContain('3 fewer')
  expect(await take(draft)).toEqual({ taken: 0, already: 9 })
  expect(await count()).toBe(before)
  expect(Math.min(...asked.slice(1).map((at, index) => at - (asked[index] ?? 0)))).toBeGreaterThanOrEqual(950)
})
test('EX3 proposals of Decidim have the author the file names, never who brought it; their support is counted apart', async () => {
  const csv = 'id;title/bg;body/bg;author/name;votes;published_at;url\n1;Стажове в Decidim;Да има стажове за всички;Елена Дончева;41;2026-04-01;https://x.example/1\n'
  await take(await draftOf(await takeInFile(asker, { kind: 'decidim', input: { process, files: [file('p.csv', csv)] } }) as never))
  const [found] = await staff((reader) => rows<{ number: string }>(reader, sql`select number from participation.contribution where title = 'Стажове в Decidim'`))
  const whole = await staff((reader) => findWhole(reader, found?.number ?? ''))
  expect(whole).toMatchObject({ authorShown: 'Е. Д.', enteredBy: clerk.account, supports: 0, countedSupports: 41, channel: 'import', receivedOn: '2026-04-01' })
})
test('EX1 EX2 a Polis set becomes statements that wait for a moderator, its votes are kept, and it is given out again', async () => {
  const at = 1_700_000_000_000
  const conversation = {
    topic: 'Умения', address: '', description: '', statements: [0, 1, 2].map((number) => ({ number, at, author: 0, moderated: 1 as const, text: `Твърдение номер ${number}`, seed: 'no' as const, meta: 'no' as const })),
    votes: Array.from({ length: 60 }, (_, voter) => ({ statement: voter % 3, voter, vote: 1 as const, at })), participants: Array.from({ length: 60 }, (_, number) => ({ number, group: number % 2 })),
  }
  const files = writtenFiles.map((name) => file(`${name}.csv`, toPolisFile({ ...conversation, votes: [...conversation.votes].sort((a, b) => a.statement - b.statement || a.voter - b.voter) }, name)))
  const draft = await draftOf(await takeInFile(asker, { kind: 'polis', input: { process, files } }) as never)
  if (draft.content.is !== 'conversation') throw new Error('no conversation')
  const { content } = draft
  const { id, taken } = await act((visit) => takeConversation(visit, { draft, conversation: content.conversation }))
  expect(taken).toBe(3)
  expect(await staff((reader) => listConversations(reader))).toMatchObject([{ id, topic: 'Умения', statements: 3, votes: 60, voters: 60 }])
  const back = await staff((reader) => findConversation(reader, id))
  expect([back?.votes.length, back?.participants.length, back?.statements.map(({ text }) => text)]).toEqual([60, 60, ['', '', '']])
  expect((await staff((reader) => rows<{ kind: string; state: string }>(reader, sql`select distinct kind, state from participation.contribution where kind = 'statement'`)))).toEqual([{ kind: 'statement', state: 'inModeration' }])
  await expect(store.reading((reader) => rows(reader, sql`select * from participation.vote`))).rejects.toMatchObject({ code: '42501' })
})
