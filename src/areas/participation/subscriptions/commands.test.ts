// Notices and digests over a real database: who hears of what and when, nothing twice, one press stops it.
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveConsent, confirmContact, findOrMakeContact, withdrawConsent } from '#areas/people/contacts/write.ts'
import { getContact, listConsents } from '#areas/people/contacts/read.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { visitor } from '#kernel/who.ts'
import { openPost } from '#sources/post.ts'
import { rows } from '#store/ask.ts'
import { listLetters, postLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { makeDigestJob, makeNoticesJob } from './commands.ts'
import { listFollows } from './read.ts'
import { type How, hows, isWeeklyDue, mostBounces } from './rules.ts'
import { noticeLetter } from './rules/letters.ts'
import { exampleFrom } from '#kernel/letter.ts'
import { follow, followByDefault, noteBounce, stopNotices, tellFollowers, unfollow } from './write.ts'

const store = await testStore()
const origin = 'https://posoka.lipova.example'
const notices = makeNoticesJob({ origin }), digests = makeDigestJob({ origin })
/** A Wednesday morning; each test has a week of its own. */
let week = 0
const start = () => new Date(Date.parse('2026-11-25T08:00:00Z') + 7 * 86_400_000 * week++)
const after = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000)
let people = 0
const person = (now: Date, email = `one${++people}@lipova.example`): Promise<ContactId> => store.writing(async (writer) => {
  const { contact } = await findOrMakeContact(writer, { name: null, email, language: 'bg', now })
  await confirmContact(writer, { contact, now })
  return contact
})
const thing = () => `00000000-0000-7000-8000-${String(++people).padStart(12, '0')}`
const happens = (about: string, now: Date, says = 'Нещо се случи', more: { readonly except?: ContactId; readonly alsoAbout?: readonly string[] } = {}) =>
  store.writing((writer) => tellFollowers(writer, { about, kind: 'changed', says: { bg: says, en: says }, path: '/participation', now, ...more }))
const lettersTo = async (contact: ContactId, at: Pick<Store, 'reading'> = store) => at.reading(async (reader) => {
  const email = (await getContact(reader, contact))?.email
  return (await listLetters(reader, { limit: 500 })).filter(({ toAddress }) => toAddress === email)
}, { as: 'staff' })

test.each(['thing', 'block', 'topic', 'municipality'] as const)('NO1 whoever follows a %s hears at once, daily, weekly or not at all, as they chose', async (kind) => {
  const now = start()
  const about = kind === 'thing' ? thing() : kind === 'block' ? `block:${thing()}` : kind === 'topic' ? 'topic:skills' : 'municipality:SZR31'
  const who = new Map<How, ContactId>()
  for (const how of hows) {
    const contact = await person(now)
    await store.writing((writer) => follow(writer, { contact, thing: about, how, now }))
    who.set(how, contact)
  }
  const count = async () => Promise.all(hows.map(async (how) => (await lettersTo(who.get(how) as ContactId)).length))
  await happens(about, after(now, 1))
  await notices(store, after(now, 1))
  expect(await count()).toEqual([1, 0, 0, 0])
  await digests(store, after(now, 22))
  expect(await count()).toEqual([1, 1, 0, 0])
  await digests(store, after(now, 5 * 24))
  expect(await count()).toEqual([1, 1, 1, 0])
  await digests(store, after(now, 12 * 24))
  expect(await count()).toEqual([1, 1, 1, 0])
  const [daily] = await lettersTo(who.get('daily') as ContactId)
  expect(daily).toMatchObject({ kind: 'participation.digest', subject: 'Едно ново нещо днес', headers: { unsubscribe: expect.stringMatching(/^https:\/\/posoka\.lipova\.example\/bg\/participation\/stop\/[\w-]{43}$/) } })
  expect(daily?.body).toContain('Нещо се случи')
})
test('NO1 by default one follows what is one’s own, not what one did oneself, and a choice of none stays', async () => {
  const now = start()
  const own = thing(), other = thing()
  const author = await person(now)
  await store.writing((writer) => followByDefault(writer, { contact: author, thing: own, now }))
  await happens(other, after(now, 1))
  await happens(own, after(now, 1), 'от самия автор', { except: author })
  await notices(store, after(now, 1))
  expect(await lettersTo(author)).toEqual([])
  await happens(own, after(now, 2), 'получи отговор')
  await notices(store, after(now, 2))
  expect((await lettersTo(author)).map(({ subject }) => subject)).toEqual(['получи отговор'])
  await store.writing((writer) => stopNotices(writer, { contact: author }))
  await store.writing((writer) => followByDefault(writer, { contact: author, thing: own, now }))
  await happens(own, after(now, 3), 'още нещо')
  await notices(store, after(now, 3))
  expect((await lettersTo(author)).length).toBe(1)
  await store.writing((writer) => unfollow(writer, { contact: author, thing: own }))
  expect(await store.reading((reader) => listFollows(reader, author), { as: 'staff' })).toEqual([])
})
test('NO1 what happened before one followed is not told, nor to an address nobody confirmed', async () => {
  const now = start(), about = thing()
  const late = await person(now), typed = await person(now)
  await happens(about, now)
  await store.writing((writer) => follow(writer, { contact: late, thing: about, now: after(now, 1) }))
  await store.writing((writer) => follow(writer, { contact: typed, thing: about, now: after(now, -1), confirmed: 'no' }))
  await notices(store, after(now, 2))
  expect([await lettersTo(late), await lettersTo(typed)]).toEqual([[], []])
})
test('NO2 a digest has the newest first, nothing twice, and an empty one is not sent', async () => {
  const now = start(), about = thing(), process = thing()
  const contact = await person(now)
  for (const each of [about, process]) await store.writing((writer) => follow(writer, { contact, thing: each, how: 'daily', now }))
  await digests(store, after(now, 1))
  expect(await lettersTo(contact)).toEqual([])
  for (const [hour, says] of [[2, 'събитие А'], [3, 'събитие Б'], [4, 'събитие В']] as const) await happens(about, after(now, hour), says, { alsoAbout: [process] })
  await digests(store, after(now, 22))
  await digests(store, after(now, 22))
  await happens(about, after(now, 23), 'четвърто')
  await digests(store, after(now, 46))
  const [second, first, ...none] = await lettersTo(contact)
  expect(none).toEqual([])
  expect(first?.body.match(/събитие [А-В]/g)).toEqual(['събитие В', 'събитие Б', 'събитие А'])
  expect([second?.body.includes('четвърто'), /събитие/.test(second?.body ?? '')]).toEqual([true, false])
})
test('NO2 two runs at the same time write one letter, and a run that dies before its commit leaves none behind', async () => {
  const now = start(), about = thing()
  const contact = await person(now)
  await store.writing((writer) => follow(writer, { contact, thing: about, now }))
  await happens(about, after(now, 1))
  const dying: Pick<Store, 'reading' | 'writing'> = {
    reading: store.reading,
    writing: (act, how) => store.writing(async (writer) => { await act(writer); throw new Error('killed before the commit') }, how),
  }
  await expect(notices(dying, after(now, 1))).rejects.toThrow('killed')
  expect(await lettersTo(contact)).toEqual([])
  await Promise.all([notices(store, after(now, 1)), notices(store, after(now, 1))])
  expect((await lettersTo(contact)).length).toBe(1)
})
test('NO2 three letters that come back stop the mail, each counted once; a confirmed address begins anew', async () => {
  const now = start(), about = thing()
  const contact = await person(now)
  await store.writing((writer) => follow(writer, { contact, thing: about, now }))
  const back = (key: string) => store.writing((writer) => noteBounce(writer, { contact, key, now }))
  for (let n = 0; n < mostBounces - 1; n++) { await back(`${contact} ${n}`); await back(`${contact} ${n}`) }
  await happens(about, after(now, 1))
  await notices(store, after(now, 1))
  expect((await lettersTo(contact)).length).toBe(1)
  // The third is a refusal of the mail server itself, found in the outbox.
  await store.writing((writer) => rows(writer, sql`update store.letter set state = 'failed', settled_at = ${after(now, 1)} where to_address = (select email from people.contact where id = ${contact})`))
  await happens(about, after(now, 2))
  await notices(store, after(now, 2))
  await notices(store, after(now, 3))
  expect((await lettersTo(contact)).length).toBe(1)
  expect(await store.reading((reader) => getContact(reader, contact), { as: 'staff' })).toMatchObject({ bounces: mostBounces, mailStoppedAt: after(now, 2) })
  await store.writing((writer) => confirmContact(writer, { contact, now: after(now, 4) }))
  await happens(about, after(now, 5))
  await notices(store, after(now, 5))
  expect((await lettersTo(contact)).length).toBe(2)
})
test('NO2 a weekly letter goes on Monday in the region, and what has waited a week does not wait for another', () => {
  const now = new Date('2026-11-30T05:30:00Z')
  expect(isWeeklyDue({ weekday: 'Mon', oldest: now, now })).toBe(true)
  expect(isWeeklyDue({ weekday: 'Tue', oldest: new Date('2026-11-24T05:30:01Z'), now })).toBe(false)
  expect(isWeeklyDue({ weekday: 'Tue', oldest: new Date('2026-11-23T05:30:00Z'), now })).toBe(true)
})
test('ST2 a consent withdrawn for the newsletter stops the newsletter and nothing else', async () => {
  const now = start(), about = thing()
  const contact = await person(now)
  for (const purpose of ['newsletter', 'panel'] as const) await store.writing((writer) => giveConsent(writer, { contact, purpose, how: 'web', proof: 'отметнато във формуляра', now }))
  for (const each of ['newsletter', about]) await store.writing((writer) => follow(writer, { contact, thing: each, how: 'daily', now }))
  const publish = (day: number) => store.writing((writer) => writePost({ who: visitor, language: 'bg', now: after(now, day * 24), writer }, { words: { datedOn: '2026-11-25', title: { bg: `Новина от ден ${day}`, en: `News of day ${day}` }, text: { bg: 'Текст.', en: 'Text.' }, picture: null }, does: 'publish' }))
  await publish(1)
  await digests(store, after(now, 25))
  expect((await lettersTo(contact))[0]?.body).toContain('Новина от ден 1')
  const consents = await store.reading((reader) => listConsents(reader, contact), { as: 'staff' })
  expect(consents.map(({ purpose, how, proof }) => [purpose, how, proof])).toEqual([['newsletter', 'web', 'отметнато във формуляра'], ['panel', 'web', 'отметнато във формуляра']])
  await store.writing((writer) => withdrawConsent(writer, { contact, id: consents.find(({ purpose }) => purpose === 'newsletter')?.id ?? '', now: after(now, 26) }))
  await publish(2)
  await happens(about, after(now, 48), 'следеното се промени')
  await digests(store, after(now, 49))
  const [last] = await lettersTo(contact)
  expect([last?.body.includes('следеното се промени'), last?.body.includes('Новина от ден 2')]).toEqual([true, false])
  expect((await store.reading((reader) => listConsents(reader, contact), { as: 'staff' })).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose)).toEqual(['panel'])
})

/** A mail server of a few words, to see what really leaves. */
const listen = async () => {
  const mails: { envelope: string; text: string }[] = []
  const server = createServer((socket) => {
    let envelope = '', text = '', inData = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('utf8').split('\r\n')) {
        if (inData) { if (line === '.') { inData = false; mails.push({ envelope, text }); text = ''; socket.write('250 ok\r\n') } else text += `${line}\n` }
        else if (/^MAIL/i.test(line)) { envelope = line; socket.write('250 ok\r\n') }
        else if (/^DATA/i.test(line)) { inData = true; socket.write('354 go\r\n') }
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else if (line !== '') socket.write('250 ok\r\n')
      }
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return { mails, url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, close: () => new Promise((done) => server.close(done)) }
}
test('NO3 and EM3 a notice that leaves says how it stops with one press, that a machine wrote it, and has the same Message-ID when it goes out again', async () => {
  const { mails, url, close } = await listen()
  const post = openPost({ smtpUrl: url, from: 'posoka@lipova.example', folder: '/nowhere' })
  try {
    const letter = noticeLetter({ to: { email: 'petya@lipova.example', language: 'bg', name: 'Петя' }, from: exampleFrom, key: 'participation.notice:1:2', stop: 's'.repeat(43), happened: { says: { bg: 'Получи отговор.', en: 'Answered.' }, path: '/participation/proposals/2026-0042', at: new Date() } })
    // Sent, and killed before it was noted: it goes out once more.
    for (let n = 0; n < 2; n++) expect((await post.deliver(letter)).state).toBe('sent')
    const heads = mails.map(({ text }) => text.replace(/\n[ \t]+/g, ' '))
    expect(heads[0]).toContain(`List-Unsubscribe: <https://posoka.lipova.example/bg/participation/stop/${'s'.repeat(43)}>`)
    expect(heads[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    expect(heads[0]).toMatch(/^Auto-Submitted: auto-generated$/m)
    const ids = heads.map((text) => /^Message-ID: (<.+>)$/im.exec(text)?.[1])
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@lipova\.example>$/)
    expect(ids[1]).toBe(ids[0])
    // An automatic answer to a letter has nobody on its envelope: nothing can answer it.
    await post.deliver({ ...letter, key: 'another', headers: { automatic: 'replied', inReplyTo: 'abc@abv.bg' } })
    expect(mails[2]?.envelope).toMatch(/^MAIL FROM:<>/i)
    expect(mails[2]?.text).toMatch(/^Auto-Submitted: auto-replied$/m)
  } finally { post.close(); await close() }
})
test('a letter posted twice under one key is one letter', async () => {
  const letter = noticeLetter({ to: { email: 'key@lipova.example', language: 'bg', name: null }, from: exampleFrom, key: 'once', stop: 's'.repeat(43), happened: { says: { bg: 'а', en: 'a' }, path: '/', at: new Date() } })
  expect([await store.writing((writer) => postLetter(writer, letter)), await store.writing((writer) => postLetter(writer, letter))]).toEqual(['posted', 'already'])
})
