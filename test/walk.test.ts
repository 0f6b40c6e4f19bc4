// The walk that proves participation as a whole: the same wish comes by five ways and its opposite by a sixth; they are confirmed,
// looked at, laid together, answered, reported, given an outcome and told; then one author is erased and no count changes.
import { expect, test } from 'vitest'
import { finaliseReport } from '#areas/participation/reply-reports/commands.ts'
import { findReport } from '#areas/participation/reply-reports/read.ts'
import { draftAnswer, publishAnswer } from '#areas/participation/answers/write.ts'
import { findConsultation, findDraft, listAnchors, listConsultationFiles, listDraftSuccessors } from '#areas/participation/consultations/read.ts'
import type { Fields } from '#areas/participation/consultations/rules.ts'
import { carry } from '#areas/participation/consultations/rules/carry.ts'
import { openConsultation, prepareConsultation, publishDraft } from '#areas/participation/consultations/write.ts'
import { submitComment } from '#areas/participation/consultations/write/comment.ts'
import { cutIntoBlocks } from '#areas/participation/texts/rules/cut.ts'
import { makeText, saveText } from '#areas/participation/texts/write.ts'
import { takeIn } from '#areas/participation/correspondence/commands/take-in.ts'
import { merge } from '#areas/participation/grouping/write.ts'
import { readPortalRows } from '#areas/participation/intake/rules/portal.ts'
import { makeSheet, typeLetter, typeNotes } from '#areas/participation/intake/write.ts'
import { takeRows } from '#areas/participation/intake/write/drafts.ts'
import { findSheet } from '#areas/participation/intake/read.ts'
import { decide } from '#areas/participation/moderation/write.ts'
import { makeProcess } from '#areas/participation/processes/write.ts'
import { findContribution, findWhole, listSteps } from '#areas/participation/proposals/read.ts'
import { useVoice } from '#areas/participation/proposals/write/voice.ts'
import { recordOutcome } from '#areas/participation/proposals/write/outcome.ts'
import { supportContribution } from '#areas/participation/proposals/write/support.ts'
import { erasePerson } from '#areas/people/privacy/write.ts'
import { personalParts } from '#doors/web/my/personal-parts.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { mailDesk, uploaded } from '#test/mail-desk.ts'
import { makeActs, staff } from '#test/participation.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z'), later = new Date('2026-12-31T10:00:00Z')
const { act, person, submit } = await makeActs(store, now)
const clerk = { who: staff('coordinator', 1) }
const from = { body: { bg: 'Община Липова', en: 'Municipality of Lipova' }, origin: 'https://posoka.lipova.example', email: 'posoka@lipova.example' }
const read = <T>(ask: Parameters<typeof store.reading<T>>[0]) => store.reading(ask, { as: 'staff', fresh: 'primary' })
const of = async (number: string) => { const found = await read((reader) => findWhole(reader, number)); if (found === undefined) throw new Error(`no ${number}`); return found }
const wish = 'Да се открие лаборатория за роботика в старата фабрика, за да учат младите на място.'
const masked = `${wish} Пишете ми на [заличени лични данни].`
/** As an old mail program writes: eight bits a letter, and it says so. */
const inWindows1251 = ({ from: sender, subject, text }: { readonly from: string; readonly subject: string; readonly text: string }): Buffer => {
  const bytes = (words: string): Buffer => Buffer.from([...words].map((sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))))
  return Buffer.concat([Buffer.from(`From: ${sender}\r\nTo: <p@lipova.example>\r\nSubject: =?windows-1251?B?${bytes(subject).toString('base64')}?=\r\nDate: Tue, 24 Nov 2026 11:00:00 +0200\r\nMessage-ID: <walk@abv.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`), bytes(text), Buffer.from('\r\n')])
}
const slug = 'proekt-na-strategiya', draftText = '# Цели\n\nРайонът ще строи школа за млади хора.\n\nПарите идват от три програми.'
const fields: Fields = {
  level: 'municipal', actType: 'Ненормативен акт', policyArea: 'Регионална политика', institution: 'Община Липова', unit: 'отдел „Инвестиции“', registrationNumber: '', programme: '',
  title: { bg: 'Проект на стратегия', en: 'Draft strategy' }, says: { bg: 'Какво предлагаме.', en: 'What we propose.' }, ways: { bg: 'Тук, по пощата, на място.', en: 'Here, by post, in person.' }, contacts: 'ivan@lipova.example', shortTermReason: { bg: '', en: '' }, opensOn: '2026-11-25', closesOn: '2026-12-28',
}
/** The button behind the link of the last letter to an address. */
const press = async (email: string): Promise<void> => {
  const letter = (await read((reader) => listLetters(reader, { limit: 100 }))).find(({ toAddress }) => toAddress === email)
  const secret = /\/confirm\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
  expect(await act((visit) => useVoice(visit, { secret, from })), email).toMatchObject({ ok: true })
}
const counts = () => read((reader) => rows<Record<string, number>>(reader, sql`
  select count(*)::int as received, count(*) filter (where state = 'merged')::int as merged, sum(supports)::int as supports, count(*) filter (where decision is not null)::int as answered from participation.contribution`))

test('WB1 five ways say the same and a sixth the opposite: each is confirmed, masked, laid together, answered, reported, given an outcome and told, and erasing one author changes no count', { timeout: 120_000 }, async () => {
  // A draft is laid open for thirty days.
  const text = await act((visit) => makeText(visit, { title: { bg: 'Стратегия', en: 'Strategy' }, language: 'bg', state: 'current', blocks: cutIntoBlocks(draftText) }), clerk)
  await act((visit) => prepareConsultation(visit, { text: text.id, fields }), clerk)
  expect((await act((visit) => openConsultation(visit, { slug }), clerk)).kind).toBe('see')
  const consultation = await read((reader) => findConsultation(reader, { slug, who: 'everyone' }))
  if (consultation === undefined) throw new Error('no consultation')
  const process = consultation.id
  // Six ways in: on a paragraph of the draft, by e-mail, on paper, on a note at a meeting, through the national portal; and the opposite.
  const petar = await person('petar@example.bg', 'Петър Илиев')
  const said = await act((visit) => submitComment(visit, { slug, block: 2, quote: 'Районът ще строи школа за млади хора.', says: `${wish} Пишете ми на ana@example.bg.`, wording: '', name: 'Ана Тодорова', email: 'ana@example.bg', choice: 'name', authorKind: 'person', entered: null, from }))
  if (!said.ok) throw new Error(JSON.stringify(said))
  const web = await of(said.number)
  const ana = web.author
  if (ana === null) throw new Error('the comment has no author')
  const mailed = await takeIn(mailDesk(store), [uploaded(inWindows1251({ from: 'Zhelyo <zhelyo@abv.example>', subject: 'Лаборатория', text: wish }))])
  expect(mailed.kept.length).toBe(1)
  const paper = await act((visit) => typeLetter(visit, { scan: null, paper: { process, channel: 'post', title: 'Лаборатория', text: wish, author: 'Стоян Колев', organisation: 'no', consent: 'none', municipality: null, sector: null, datedOn: '2026-11-20', receivedOn: '2026-11-24', registryNumber: 'ВХ-12', illegible: 'no', inPerson: 'no' } }), clerk)
  const made = await act((visit) => makeSheet(visit, { code: null, process, title: 'Среща в Казанлък', heldOn: '2026-11-24', place: '', municipality: null, language: 'bg', questions: [{ position: 1, words: 'Какво липсва?' }] }), clerk)
  if (made === 'code taken') throw new Error(made)
  const sheet = await read((reader) => findSheet(reader, made.code))
  if (sheet === undefined) throw new Error('no sheet')
  await act((visit) => typeNotes(visit, { sheet, question: 1, notes: [{ line: 1, text: wish, dots: 7 }] }), clerk)
  const portal = readPortalRows([['КОМЕНТАРИ КЪМ ОБЩЕСТВЕНА КОНСУЛТАЦИЯ'], ['Коментар', 'Автор', 'Дата'], [wish, 'Анонимен', '24.11.2026']])
  if (!portal.ok) throw new Error(JSON.stringify(portal.problem))
  await act((visit) => takeRows(visit, { kind: 'portalCsv', process, rows: portal.value.rows, sha256: null, language: 'bg' }), clerk)
  const against = await submit({ process, title: 'Не на лабораторията', text: 'Не откривайте лаборатория: парите трябват за пътя до болницата.', author: petar, name: 'Петър Илиев', choice: 'initials' })

  // Confirmed, looked at, one masked. A letter names no call: whoever reads it says which one it answers.
  await press('ana@example.bg')
  const [byMail] = await read((reader) => rows<{ number: string; text: string }>(reader, sql`select number, text from participation.contribution where channel = 'email'`))
  if (byMail === undefined) throw new Error('the letter became nothing')
  expect(byMail.text).toBe(wish)
  await press('zhelyo@abv.example')
  const { version, state } = await of(byMail.number)
  expect((await act((visit) => decide(visit, { number: byMail.number, from, input: { does: 'assign', version, state, unit: '', topics: [], process: slug } }), clerk)).kind).toBe('see')
  const all = await read((reader) => rows<{ number: string; state: string; channel: string }>(reader, sql`select number, state, channel from participation.contribution where process = ${process} order by number`))
  expect(all.map(({ channel }) => channel).sort()).toEqual(['email', 'event', 'portalCsv', 'post', 'web', 'web'])
  for (const { number } of all) {
    const it = await of(number)
    if (it.state !== 'inModeration') continue
    const input = number === web.number
      ? { does: 'mask' as const, version: it.version, state: it.state, title: it.titleNow.replace('ana@example.bg', '[заличени лични данни]'), text: masked, reason: 'othersData' as const, says: null }
      : { does: 'publish' as const, version: it.version, state: it.state }
    const answer = await act((visit) => decide(visit, { number, from, input }), clerk)
    expect([answer.kind, JSON.stringify(answer)]).toEqual(['see', JSON.stringify(answer)])
  }
  const shown = await store.reading((reader) => findContribution(reader, web.number))
  expect(shown?.text).toBe(masked)
  expect(JSON.stringify(shown)).not.toContain('ana@example.bg')

  // Laid together with their voices.
  const friends = await Promise.all(['f1@example.bg', 'f2@example.bg', 'f3@example.bg'].map((email) => person(email)))
  for (const contact of friends.slice(0, 2)) await act((visit) => supportContribution(visit, { id: web.id, contact, assurance: 'email' }))
  for (const contact of friends.slice(1)) await act((visit) => supportContribution(visit, { id: paper.id, contact, assurance: 'email' }))
  const members = all.map(({ number }) => number).filter((number) => number !== web.number && number !== against.number)
  for (const member of members) expect((await act((visit) => merge(visit, { member, target: web.number, why: 'същото', from }), clerk)).kind, member).toBe('see')
  const whole = await of(web.number)
  // f1, f2 and f3 once each; the authors of what was laid to it stand behind it too, where they are known.
  expect(whole.supports).toBeGreaterThanOrEqual(3)

  // Not final while one lacks an answer; then answered, one in part and one not.
  const institution = (await read(getSettings)).body.name
  const desk = { store, ...clerk, language: 'bg' as const, now: later, paper: async () => new TextEncoder().encode('%PDF-walk') }
  expect((await finaliseReport(desk, { slug, input: { why: '', columns: [] as never } })).kind).toBe('problems')
  const words = { reason: { bg: 'Ще бъде открита през 2028 г.', en: '' }, unit: 'отдел „Инвестиции“', decidedOn: '2026-12-22', place: '', whyChanged: '', citations: [] }
  for (const [number, decision] of [[web.number, 'acceptedInPart'], [against.number, 'notAccepted']] as const) {
    const drafted = await act((visit) => draftAnswer(visit, { words: { ...words, decision }, numbers: [number], additions: new Map() }), { ...clerk, at: later })
    if (drafted.id === undefined) throw new Error(JSON.stringify(drafted))
    const { id } = drafted
    const published = await act((visit) => publishAnswer(visit, { id, version: 1, from }), { ...clerk, at: later })
    expect([published.kind, published.kind === 'problems' ? published.problems : []]).toEqual(['see', []])
  }
  const final = await finaliseReport(desk, { slug, input: { why: '', columns: [] as never } })
  expect([final.kind, final.kind === 'problems' ? final.problems : []]).toEqual(['see', []])
  const report = await read((reader) => findReport(reader, { slug, who: 'staff', institution, columns: [] as never }))
  const table = JSON.stringify(report)
  for (const { number } of all) expect(table, number).toContain(number)
  expect(table).not.toContain('ana@example.bg')

  // Six received, one row for five of them and one for the other; a second version of the draft comes below.
  expect(report?.report.rows.map(({ number, merged }) => [number, merged.length])).toEqual([[web.number, 4], [against.number, 0]])

  // The file of the report stands in the list for the national portal; the mended draft says what became of the paragraph, and its author hears of it.
  expect((await read((reader) => listConsultationFiles(reader, process))).filter(({ kind }) => kind === 'replyReport').length).toBe(1)
  await act((visit) => saveText(visit, { number: text.number, beganFrom: 1, why: '', source: draftText.replace('школа за млади хора', 'лаборатория по роботика за млади хора') }), { ...clerk, at: later })
  expect((await act((visit) => publishDraft(visit, { slug, says: { bg: 'Приетото е отразено.', en: 'What was accepted is in.' } }), { ...clerk, at: later })).kind).toBe('see')
  const [first, second, anchors, successors] = await read(async (reader) => [await findDraft(reader, { id: process, draft: 1 }), await findDraft(reader, { id: process, draft: 2 }), await listAnchors(reader, process), await listDraftSuccessors(reader, { id: process, from: 1, to: 2 })] as const)
  const carried = anchors.map((anchor) => carry(anchor, { before: first?.blocks ?? [], after: second?.blocks ?? [], successors }))
  expect(carried.map(({ place, passage }) => [place, passage.kind])).toEqual([['changed', 'changed']])
  const [notice] = await read((reader) => rows<{ about: readonly string[] }>(reader, sql`select about from participation.notice where kind = 'changed'`))
  expect(notice?.about).toContain(`thing:${web.id}`)

  // What became of it, told to each author once.
  await act((visit) => recordOutcome(visit, { id: web.id, kind: 'takenUp', says: { bg: 'Мярка 2.3: лаборатория', en: 'Measure 2.3: laboratory' }, path: '/participation' }), { ...clerk, at: later })
  const steps = (await store.reading((reader) => listSteps(reader, web.id))).map(({ kind }) => kind)
  for (const kind of ['received', 'confirmed', 'published', 'answered', 'takenUp']) expect(steps).toContain(kind)
  const letters = await read((reader) => listLetters(reader, { limit: 500 }))
  expect(letters.filter(({ toAddress, kind }) => toAddress === 'ana@example.bg' && /answer/i.test(kind)).length).toBe(1)
  expect(letters.filter(({ toAddress, kind }) => toAddress === 'petar@example.bg' && /answer/i.test(kind)).length).toBe(1)

  // One author goes; nothing is counted otherwise.
  const before = await counts()
  expect(await store.writing((writer) => erasePerson({ writer, now: later, by: 'person' }, { contact: ana, parts: personalParts }))).toBeDefined()
  expect(await counts()).toEqual(before)
  expect((await store.reading((reader) => findContribution(reader, web.number)))?.authorShown).toBeNull()
})

test('G1 every door leads through the one act: the same words by each way are the same row but for the way', async () => {
  const process = await act((visit) => makeProcess(visit, {
    slug: 'doors', kind: 'call', state: 'published', title: { bg: 'Покана', en: 'Call' }, says: { bg: 'Какво', en: 'What' }, opensAt: new Date('2026-11-01T00:00:00+02:00'), closesAt: new Date('2026-12-20T00:00:00+02:00'),
    anonymousAllowed: true, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: true, unit: '', dueDays: 60,
  }), clerk)
  const words = 'Да се засадят липи край болницата; да се полива и през август.'
  await submit({ process, title: words, text: words, author: null, assurance: 'unconfirmed' })
  await act((visit) => typeLetter(visit, { scan: null, paper: { process, channel: 'paper', title: words, text: words, author: null, organisation: 'no', consent: 'none', municipality: null, sector: null, datedOn: null, receivedOn: '2026-11-25', registryNumber: '', illegible: 'no', inPerson: 'no' } }), clerk)
  const made = await act((visit) => makeSheet(visit, { code: null, process, title: 'Среща', heldOn: '2026-11-25', place: '', municipality: null, language: 'bg', questions: [{ position: 1, words: 'Какво липсва?' }] }), clerk)
  const sheet = made === 'code taken' ? undefined : await read((reader) => findSheet(reader, made.code))
  if (sheet === undefined) throw new Error('no sheet')
  await act((visit) => typeNotes(visit, { sheet, question: 1, notes: [{ line: 1, text: words, dots: 0 }] }), clerk)
  const portal = readPortalRows([['Коментар', 'Автор', 'Дата'], [words, 'Анонимен', '25.11.2026']])
  if (!portal.ok) throw new Error(JSON.stringify(portal.problem))
  await act((visit) => takeRows(visit, { kind: 'portalCsv', process, rows: portal.value.rows, sha256: null, language: 'bg' }), clerk)
  const found = await read((reader) => rows<{ channel: string; text: string; received: string; language: string; state: string; authorKind: string; version: number; supports: number; due: string; steps: string }>(reader, sql`
    select channel, text_received as received, text, language, state, author_kind, version, supports, due_on::text as due, (select string_agg(kind, ' ' order by at, id) from participation.contribution_step s where s.contribution = c.id) as steps
    from participation.contribution c where process = ${process} order by channel`))
  expect(found.map(({ channel }) => channel)).toEqual(['event', 'paper', 'portalCsv', 'web'])
  const { channel: _, ...same } = found[0] ?? { channel: '' }
  for (const { channel, ...row } of found) expect(row, channel).toEqual(same)
  expect(same).toMatchObject({ received: words, text: words, language: 'bg', state: 'inModeration', authorKind: 'person', version: 1, supports: 0, steps: 'received' })
})
