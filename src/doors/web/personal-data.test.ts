// Erasure, export and periods over every topic that keeps something of a person, on one database.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveConsent, makeLink } from '#areas/people/contacts/write.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { makeRemoveFilesJob, makeRetentionJob } from '#areas/people/privacy/commands.ts'
import { listRuns, listRequests } from '#areas/people/privacy/read.ts'
import { gatherPerson } from '#areas/people/privacy/read/gather.ts'
import { erasePerson, listPeriods, setPeriod } from '#areas/people/privacy/write.ts'
import { follow } from '#areas/participation/subscriptions/write.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { supportContribution } from '#areas/participation/proposals/write/support.ts'
import { rows } from '#store/ask.ts'
import { newId } from '#store/ids.ts'
import { registerThing } from '#store/thread.ts'
import { leftBehind } from '#test/left-behind.ts'
import { makeActs, staff } from '#test/participation.ts'
import { testStore } from '#test/database.ts'
import { personalParts, retentionParts } from './my/personal-parts.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
const { act, person, submit, standing } = await makeActs(store, now)
const run = (statement: ReturnType<typeof sql>) => store.writing((writer) => rows(writer, statement as never))
const days = (count: number, from = now) => new Date(from.getTime() + count * 86_400_000)
const event = newId<'event'>(), survey = newId<'surveyResult'>()
await store.writing(async (writer) => {
  await registerThing(writer, { id: event as never, kind: 'event', title: { bg: 'Работилница', en: 'Workshop' }, path: '/participation/events/1' })
  await registerThing(writer, { id: survey as never, kind: 'surveyResult', title: { bg: 'Анкета', en: 'Survey' }, path: '/participation/surveys/a' })
  await rows(writer, sql`insert into participation.event (id, code, kind, state, title_bg, title_en, starts_at, ends_at, changed_at) values (${event}, 'ABCD', 'workshop', 'draft', 'Работилница', 'Workshop', ${days(-10)}, ${days(-9)}, ${now})`)
})
const mail = async (contact: { readonly email: string; readonly name: string }, contribution: string | null): Promise<string> => {
  const raw = await store.files.keep(Buffer.from(`From: ${contact.name} <${contact.email}>\n\nПоздрави, ${contact.name}`))
  await run(sql`insert into participation.mail (id, raw, raw_size, door, arrived_at, message_id, from_email, from_key, from_name, subject, text, language, state, contribution)
    values (${newId<'link'>()}, ${raw.sha256}, ${raw.size}, 'imap', ${now}, ${`${contact.email}-1@mail`}, ${contact.email}, ${contact.email}, ${contact.name}, ${`От ${contact.name}`}, 'Предлагам.', 'bg', ${contribution === null ? 'settled' : 'contribution'}, ${contribution})`)
  return raw.sha256
}

test('GD3 the export holds mail, scans, votes and sign-ups; after the erasure a search over database and files finds nothing, and every count is as it was', async () => {
  const who = { email: 'everywhere@example.bg', name: 'Евдокия Навсякъдова' }
  const contact = await person(who.email, who.name)
  const other = await submit({ title: 'Чуждо', text: 'Да се ремонтира мостът над Сазлийка до есента.', author: await person('other@example.bg', 'Друг') })
  await act((visit) => moveContribution(visit, { id: other.id, act: 'publish' }), { who: staff('coordinator') })
  const own = await submit({ title: 'Мое', text: 'Да се отвори лаборатория за батерии в Раднево.', author: contact, name: who.name, choice: 'name' })
  await act((visit) => moveContribution(visit, { id: own.id, act: 'publish' }), { who: staff('coordinator') })
  await act((visit) => supportContribution(visit, { id: other.id, contact, assurance: 'email' }))
  const scan = await store.files.keep(Buffer.from(`снимка на писмо, подпис: ${who.name}`))
  const paper = await submit({ title: 'На хартия', text: 'Повече пейки в парка пред болницата, моля.', channel: 'paper', assurance: 'staff', author: contact, name: who.name, source: scan.sha256 })
  await run(sql`insert into participation.paper (contribution, registry_number, scan, scan_type, scan_size, consent, typed_at) values (${paper.id}, 'РД-12', ${scan.sha256}, 'image/png', ${scan.size}, 'publishName', ${now})`)
  await store.writing((writer) => giveConsent(writer, { contact, purpose: 'publishName', how: 'paper', proof: `подписано от ${who.name}`, proofFile: scan.sha256, now }))
  const raw = await mail(who, own.id)
  await run(sql`insert into participation.event_sign_up (id, event, contact, organisation, people, state, needs, at) values (${newId<'link'>()}, ${event}, ${contact}, ${`Сдружение на ${who.name}`}, 2, 'confirmed', 'рампа', ${now})`)
  await run(sql`insert into participation.stakeholder (id, kind, contact, sector, source, verified_on, note, made_at, changed_at) values (${newId<'link'>()}, 'person', ${contact}, 'citizens', ${`визитка на ${who.name}`}, '2026-11-01', ${`познава се с ${who.name}`}, ${now}, ${now})`)

  const { entries } = await store.reading((reader) => gatherPerson(reader, { contact, parts: personalParts }), { as: 'staff' })
  const json = JSON.parse(String(entries[0]?.bytes)) as Record<string, Record<string, readonly Record<string, unknown>[]>>
  expect(json['participation.correspondence']?.letters).toMatchObject([{ subject: `От ${who.name}` }])
  expect(json['participation.intake']?.papers).toMatchObject([{ registryNumber: 'РД-12' }])
  expect(json['participation.proposals']?.supports).toMatchObject([{ number: other.number }])
  expect(json['participation.events']?.signUps).toMatchObject([{ needs: 'рампа', people: 2 }])
  expect(entries.flatMap(({ bytes }) => (typeof bytes === 'string' ? [] : [bytes.stored]))).toEqual(expect.arrayContaining([raw, scan.sha256]))
  for (const { path } of entries) expect(path).toMatch(/^[^/.][^/]*(?:\/[^/.][^/]*)*$/)

  const counts = () => store.reading((reader) => rows(reader, sql`select (select count(*) from participation.contribution) as received, (select sum(supports) from participation.contribution) as supports,
    (select sum(people) from participation.event_sign_up where state = 'confirmed') as places, (select count(*) from participation.stakeholder) as register, (select count(*) from participation.mail) as letters`), { as: 'staff' })
  const before = await counts()
  expect((await leftBehind(store, /Навсякъдова|everywhere@/i)).found.length).toBeGreaterThanOrEqual(6)
  const proof = await store.writing((writer) => erasePerson({ writer, now, by: 'person' }, { contact, parts: personalParts }))
  await makeRemoveFilesJob({ personal: personalParts })(store)
  expect((await leftBehind(store, /Навсякъдова|everywhere@/i)).found).toEqual([])
  expect([await store.files.find(raw), await store.files.find(scan.sha256)]).toEqual([undefined, undefined])
  expect(await counts()).toEqual(before)
  const [request] = await store.reading((reader) => listRequests(reader, { limit: 1 }), { as: 'staff' })
  expect(request).toMatchObject({ id: proof, kind: 'erasure', askedBy: 'person' })
  expect(JSON.stringify(request)).not.toMatch(new RegExp(`Навсякъдова|everywhere|${contact}`))
})

test('every table that points to a person is known to a part: one that is new fails here until somebody says how it is erased', async () => {
  const pointing = await store.reading((reader) => rows(reader, sql<{ name: string }>`
    select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'people.contact'::regclass order by 1`), { as: 'staff' })
  expect(pointing.map(({ name }) => name)).toEqual([
    'participation.argument', 'participation.bounce', 'participation.contribution', 'participation.event_sign_up', 'participation.follow', 'participation.notice_letter',
    'participation.stakeholder', 'participation.support', 'participation.survey_invitation', 'people.contact_consent', 'people.contact_link',
  ])
})
test('GD1 names and addresses are in tables that the role of public pages cannot read: permission denied', async () => {
  const contact = await person('closed@example.bg', 'Затворена')
  await submit({ title: 'Затворено', text: 'Текст, който чака преглед и не е публичен още.', author: contact, name: 'Затворена' })
  const closed = async (statement: string): Promise<string> => store.reading(async (reader) => { await rows(reader, sql.raw(statement)); return 'read' }).catch((error: { code?: string }) => error.code ?? 'failed')
  for (const table of ['people.contact', 'people.contact_consent', 'people.contact_link', 'people.organisation', 'people.privacy_request', 'participation.follow', 'participation.notice', 'participation.notice_letter', 'participation.support', 'participation.mail', 'participation.stakeholder', 'participation.event_sign_up', 'store.letter'])
    expect([table, await closed(`select 1 from ${table}`)]).toEqual([table, '42501'])
  for (const column of ['author', 'text_received', 'title_received', 'text', 'entered_by', 'source_file']) expect([column, await closed(`select ${column} from participation.contribution`)]).toEqual([column, '42501'])
  expect(await closed('select contact from participation.survey_invitation')).toBe('42501')
  expect(await closed('select number, title_public, text_public from participation.contribution')).toBe('read')
})

test('GD5 each kind goes when its period is over and not a moment before; the log has numbers and no content', async () => {
  const contact = await person('kept@example.bg', 'Кръстина Пазена')
  const { contact: never } = await store.writing((writer) => findOrMakeContact(writer, { name: 'Никога Непотвърдена', email: 'never@example.bg', language: 'bg', now }))
  await submit({ title: 'Непотвърдено', text: 'Предложение, което никой не потвърди с писмото си.', author: never, name: 'Никога Непотвърдена', assurance: 'unconfirmed' })
  const { contact: onPaper } = await store.writing((writer) => findOrMakeContact(writer, { name: 'На Хартия', email: 'paper@example.bg', language: 'bg', now }))
  const paper = await submit({ title: 'Писмо', text: 'Писмо на хартия, на което още се дължи отговор.', channel: 'paper', assurance: 'staff', author: onPaper, name: 'На Хартия' })
  await store.writing((writer) => makeLink(writer, { purpose: 'mine', contact, about: null, lastsMinutes: 1, now }))
  const raw = await mail({ email: 'kept@example.bg', name: 'Кръстина Пазена' }, null)
  const scan = await store.files.keep(Buffer.from('снимка на лист'))
  await run(sql`insert into participation.paper (contribution, scan, scan_type, scan_size, typed_at) values (${paper.id}, ${scan.sha256}, 'image/png', ${scan.size}, ${now})`)
  await run(sql`insert into participation.event_sign_up (id, event, contact, people, state, needs, at) values (${newId<'link'>()}, ${event}, ${contact}, 1, 'confirmed', 'жестов превод', ${now})`)
  await run(sql`insert into participation.draft (hash, language, fields, made_at) values (${createHash('sha256').update('d').digest()}, 'bg', '{"text": "неизпратено"}', ${now})`)
  await run(sql`insert into people.attempt (key, tokens, at) values (${createHash('sha256').update('a').digest()}, 1, ${now})`)

  const dueAt = async (at: Date): Promise<Readonly<Record<string, number>>> => Object.fromEntries((await store.reading((reader) => listPeriods(reader, { parts: retentionParts, now: at }), { as: 'staff' })).map(({ kind, due }) => [kind, due]))
  const length = Object.fromEntries(retentionParts.map(({ kind, days: each }) => [kind, each]))
  for (const kind of ['people.links', 'people.unconfirmed', 'people.attempts', 'participation.rawMail', 'participation.scans', 'participation.drafts', 'participation.accessNeeds']) {
    const begins = kind === 'participation.accessNeeds' ? days(-9) : now
    const just = days(length[kind] ?? 0, begins)
    expect([kind, (await dueAt(new Date(just.getTime() - 1000)))[kind]]).toEqual([kind, 0])
    expect([kind, ((await dueAt(new Date(just.getTime() + 3_600_000)))[kind] ?? 0) > 0]).toEqual([kind, true])
  }
  // The dry run changed nothing.
  expect((await leftBehind(store, /неизпратено|Непотвърдена|жестов превод/)).found.length).toBeGreaterThan(2)

  const far = days(1100)
  await makeRetentionJob({ retention: retentionParts })(store, far)
  await makeRemoveFilesJob({ personal: personalParts })(store)
  expect((await leftBehind(store, /неизпратено|Непотвърдена|never@|жестов превод|Предложение, което никой/)).found).toEqual([])
  expect([await store.files.find(raw), await store.files.find(scan.sha256)]).toEqual([undefined, undefined])
  expect(await store.reading((reader) => getContact(reader, onPaper), { as: 'staff' })).toMatchObject({ name: 'На Хартия' })
  expect(await store.reading((reader) => getContact(reader, contact as ContactId), { as: 'staff' })).toMatchObject({ name: 'Кръстина Пазена' })
  const runs = await store.reading((reader) => listRuns(reader, { limit: 50 }), { as: 'staff' })
  expect(runs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['people.links', 'people.unconfirmed', 'participation.rawMail', 'participation.scans', 'participation.accessNeeds']))
  expect(Object.keys(runs[0] ?? {}).sort()).toEqual(['at', 'cleared', 'kind', 'olderThan'])
  expect(Object.values(await dueAt(far)).every((due) => due === 0)).toBe(true)
  expect(standing.slug).toBe('standing')
})
test('GD5 five years after the end of the last thing they took part in, name and address go; words and counts stay; who follows a theme stays', async () => {
  const gone = await person('gone@example.bg', 'Отдавна Участвала'), follows = await person('follows@example.bg', 'Още Следящ'), supports = await person('supports@example.bg', 'Само Подкрепила')
  const theirs = await submit({ title: 'Старо', text: 'Да се засадят липи край пътя. Отдавна Участвала.', author: gone, name: 'Отдавна Участвала', choice: 'name' })
  await act((visit) => moveContribution(visit, { id: theirs.id, act: 'publish' }), { who: staff('coordinator') })
  await act((visit) => supportContribution(visit, { id: theirs.id, contact: supports, assurance: 'email' }))
  await act((visit) => follow(visit.writer, { contact: follows, thing: 'topic:skills', now }))
  const run = (at: Date) => makeRetentionJob({ retention: retentionParts })(store, at)
  const namesOf = () => store.reading(async (reader) => [(await getContact(reader, gone))?.name, (await getContact(reader, supports))?.name, (await getContact(reader, follows))?.name], { as: 'staff' })
  await run(days(1825))
  expect(await namesOf()).toEqual(['Отдавна Участвала', 'Само Подкрепила', 'Още Следящ'])
  await run(days(1827))
  expect(await namesOf()).toEqual([undefined, undefined, 'Още Следящ'])
  const it = await store.reading((reader) => findContribution(reader, theirs.number))
  expect([it?.authorShown, it?.supports, it?.text]).toEqual([null, 1, 'Да се засадят липи край пътя. [заличено име].'])
  expect((await leftBehind(store, /Отдавна Участвала|gone@|Само Подкрепила|supports@/)).found).toEqual([])
})
test('GD5 the body may set a period of its own, and the job keeps to it', async () => {
  const contact = await person('period@example.bg', 'Период')
  await store.writing((writer) => makeLink(writer, { purpose: 'mine', contact, about: null, lastsMinutes: 1, now: days(2000) }))
  const due = async () => (await store.reading((reader) => listPeriods(reader, { parts: retentionParts, now: days(2003) }), { as: 'staff' })).find(({ kind }) => kind === 'people.links')
  expect(await due()).toMatchObject({ days: 30, isOwn: 'no', due: 0 })
  await store.writing((writer) => setPeriod({ writer, now, account: null }, { kind: 'people.links', days: 2 }))
  expect(await due()).toMatchObject({ days: 2, isOwn: 'yes', due: 1 })
})
