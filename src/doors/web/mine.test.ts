// Taking part without an account, seen from outside: links that only a button uses, one page for known and unknown, stopping with one
// press, one's own page, export and erasure.
import JSZip from 'jszip'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { confirmContact, findOrMakeContact, giveConsent, makeLink } from '#areas/people/contacts/write.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { findContactByEmail, listConsents } from '#areas/people/contacts/read.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { listFollows } from '#areas/participation/subscriptions/read.ts'
import { follow } from '#areas/participation/subscriptions/write.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { listActs } from '#store/audit.ts'
import { listLetters } from '#store/outbox.ts'
import { registerThing } from '#store/thread.ts'
import { newId } from '#store/ids.ts'
import { leftBehind } from '#test/left-behind.ts'
import { testStore } from '#test/database.ts'
import { minePages } from './my/mine-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore()
let now = new Date('2026-11-25T09:00:00Z')
const later = (minutes: number) => { now = new Date(now.getTime() + minutes * 60_000) }
const { app, log, signedInAs } = testApp(store, {
  // Some seconds pass with every request, as with people.
  clock: () => { now = new Date(now.getTime() + 4_000); return now }, more: (desk) => minePages(desk),
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const letters = () => store.reading((reader) => listLetters(reader, { limit: 500 }), { as: 'staff' })
const lastTo = async (email: string) => (await letters()).find(({ toAddress }) => toAddress === email)
const linkIn = (body: string): string => /http:\/\/localhost(\/[^\s]+\/[\w-]{43})/.exec(body)?.[1] ?? ''
const thing = await store.writing(async (writer) => {
  const id = newId<'proposal'>()
  await registerThing(writer, { id: id as never, kind: 'proposal', title: { bg: 'Велоалея до гарата', en: 'A cycle lane to the station' }, path: '/participation/proposals/2026-0042', state: 'published' })
  return id
})
const followsOf = async (email: string) => store.reading(async (reader) => {
  const contact = await findContactByEmail(reader, email)
  return contact === undefined ? [] : listFollows(reader, contact.id)
}, { as: 'staff' })
const person = (email: string, name: string): Promise<ContactId> => store.writing(async (writer) => {
  const { contact } = await findOrMakeContact(writer, { name, email, language: 'bg', now })
  await confirmContact(writer, { contact, now })
  return contact
})
/** The way in: ask, open the link, press. What comes back is the address of one's own page. */
const enter = async (email: string): Promise<string> => {
  await postForm(app, '/bg/participation/mine', { email })
  const answer = await postForm(app, linkIn((await lastTo(email))?.body ?? ''), {})
  return answer.headers.get('location') ?? ''
}
const textOf = async (path: string) => (await app.request(path)).text()

describe('following', () => {
  const path = `/bg/participation/follow?about=${thing}`
  test('ID1 and NO1 an address, a link, a button: no account, no password, no script', async () => {
    expect(await textOf(path)).toContain('Велоалея до гарата')
    later(1)
    const asked = await postForm(app, path, { email: 'Vera+stz@Example.bg', how: 'daily', about: `thing:${thing}` })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/bg/participation/follow/sent'])
    expect(await followsOf('vera@example.bg')).toMatchObject([{ how: 'daily', confirmedAt: null }])
    const link = linkIn((await lastTo('vera+stz@example.bg'))?.body ?? '')
    const opened = await textOf(link)
    expect(opened).toContain('Веднъж на ден'.toLowerCase())
    expect(opened).not.toMatch(/<script(?! type="module" src)/)
    expect((await postForm(app, link, {})).headers.get('location')).toBe('/bg/participation/follow/done')
    expect(await followsOf('vera@example.bg')).toMatchObject([{ about: `thing:${thing}`, how: 'daily', confirmedAt: expect.any(Date) }])
  })
  test('NO1 whoever comes without having chosen finds what there is to follow: themes, processes, the news', async () => {
    const text = await textOf('/bg/participation/follow')
    for (const words of ['topic%3Askills', 'newsletter', 'Теми']) expect(text).toContain(words)
    expect(await textOf('/bg/participation/follow?about=topic:skills')).toContain('Тема „Умения и образование“')
    expect((await app.request('/bg/participation/follow?about=topic:nosuchtopic')).status).toBe(404)
  })
  test('ID2 opening a link twice changes nothing, pressing twice confirms once, and ended, foreign and cut links look alike', async () => {
    later(60)
    await postForm(app, path, { email: 'opens@example.bg', how: 'weekly', about: `thing:${thing}` })
    const link = linkIn((await lastTo('opens@example.bg'))?.body ?? '')
    const before = JSON.stringify(await store.reading((reader) => rows(reader, sql`select * from people.contact_link order by hash`), { as: 'staff' }))
    for (let n = 0; n < 2; n++) expect((await app.request(link)).status).toBe(200)
    expect(JSON.stringify(await store.reading((reader) => rows(reader, sql`select * from people.contact_link order by hash`), { as: 'staff' }))).toBe(before)
    expect(await followsOf('opens@example.bg')).toMatchObject([{ confirmedAt: null }])
    const pressed = [await postForm(app, link, {}), await postForm(app, link, {}, { from: path })].map((answer) => answer.headers.get('location'))
    expect(pressed).toEqual(['/bg/participation/follow/done', '/bg/participation/mine/over'])
    const plain = (text: string, address: string) => text.replaceAll(address.slice(3), '').replace(/value="[\w.-]+"/g, '')
    await postForm(app, path, { email: 'late@example.bg', how: 'weekly', about: `thing:${thing}` })
    const ended = linkIn((await lastTo('late@example.bg'))?.body ?? '')
    later(7 * 1440)
    const looks = await Promise.all([link, ended, `/bg/participation/follow/confirm/${'q'.repeat(43)}`, link.slice(0, -3)].map(async (address) => {
      const answer = await app.request(address)
      return [answer.status, plain(await answer.text(), address)]
    }))
    expect(looks[0]?.[0]).toBe(410)
    for (const look of looks) expect(look).toEqual(looks[0])
  })
  test('a wrong address is said beside the field and what was typed stays; what nobody may see cannot be followed', async () => {
    const answer = await postForm(app, path, { email: 'не е адрес', how: 'daily', about: `thing:${thing}` })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect([text.includes('Адресът трябва да изглежда така'), text.includes('не е адрес')]).toEqual([true, true])
    const hidden = await store.writing(async (writer) => { const id = newId<'proposal'>(); await registerThing(writer, { id: id as never, kind: 'proposal', title: { bg: 'Скрито', en: 'Hidden' }, path: '/x', seenBy: 'staff' }); return id })
    expect((await app.request(`/bg/participation/follow?about=${hidden}`)).status).toBe(404)
    expect((await app.request('/bg/participation/follow?about=%3Cscript%3E')).status).toBe(404)
  })
  test('whoever types a stranger’s address again and again is not served after the fifth letter', async () => {
    later(90)
    for (let n = 0; n < 8; n++) expect((await postForm(app, path, { email: 'victim@example.bg', how: 'daily', about: `thing:${thing}` })).status).toBe(303)
    expect((await letters()).filter(({ toAddress }) => toAddress === 'victim@example.bg').length).toBe(5)
  })
})

describe('stopping', () => {
  const prepared = async (email: string) => {
    const contact = await person(email, 'Иван')
    await store.writing((writer) => follow(writer, { contact, thing, how: 'daily', now }))
    const { secret } = await store.writing((writer) => makeLink(writer, { purpose: 'stop', contact, about: null, lastsMinutes: 1440, now }))
    return `/bg/participation/stop/${secret}`
  }
  test('NO3 a mail program’s POST stops at once, without a form, a session or a redirect; a GET stops nothing', async () => {
    const path = await prepared('one-click@example.bg')
    for (let n = 0; n < 2; n++) expect((await app.request(path)).status).toBe(200)
    expect(await followsOf('one-click@example.bg')).toMatchObject([{ how: 'daily' }])
    const pressed = await app.request(path, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([200, null])
    expect(await followsOf('one-click@example.bg')).toMatchObject([{ how: 'none' }])
    const foreign = await app.request(`/bg/participation/stop/${'f'.repeat(43)}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect(foreign.status).toBe(404)
  })
  test('NO3 only the stopping page listens to a mail program, and only to those words', async () => {
    const path = await prepared('words@example.bg')
    expect((await app.request(path, { method: 'POST', body: new URLSearchParams({ other: 'x' }) })).status).toBe(403)
    expect((await app.request('/bg/participation/mine', { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(403)
    expect((await postForm(app, path, {})).headers.get('location')).toBe('/bg/participation/stop/done')
    expect(await followsOf('words@example.bg')).toMatchObject([{ how: 'none' }])
  })
})

describe('one’s own page', () => {
  test('ID3 a known and an unknown address get the same answer, and only the known one a letter', async () => {
    later(60)
    await person('known@example.bg', 'Мария Колева')
    const answers = await Promise.all(['known@example.bg', 'unknown@example.bg'].map((email) => postForm(app, '/bg/participation/mine', { email })))
    const seen = await Promise.all(answers.map(async (answer) => [answer.status, answer.headers.get('location'), [...answer.headers.keys()].join(), await answer.text()]))
    expect(seen[1]).toEqual(seen[0])
    expect(seen[0]?.[1]).toBe('/bg/participation/mine/sent')
    expect([(await lastTo('known@example.bg'))?.kind, await lastTo('unknown@example.bg')]).toEqual(['participation.mine', undefined])
  })
  test('ID2 the link to it is for thirty minutes and once; the page it opens is kept by nobody and closes after thirty minutes', async () => {
    later(60)
    await person('half@example.bg', 'Стоян Димов')
    await postForm(app, '/bg/participation/mine', { email: 'half@example.bg' })
    const link = linkIn((await lastTo('half@example.bg'))?.body ?? '')
    for (let n = 0; n < 2; n++) expect((await app.request(link)).status).toBe(200)
    const here = (await postForm(app, link, {})).headers.get('location') ?? ''
    expect((await app.request(link)).status).toBe(410)
    const answer = await app.request(here)
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('referrer-policy'), answer.headers.get('x-robots-tag')]).toEqual([200, 'private, no-store', 'same-origin', 'noindex'])
    expect(await answer.text()).toContain('Стоян Димов')
    later(30)
    expect((await app.request(here)).status).toBe(410)
    await postForm(app, '/bg/participation/mine', { email: 'half@example.bg' })
    const second = linkIn((await lastTo('half@example.bg'))?.body ?? '')
    later(30)
    expect((await app.request(second)).status).toBe(410)
  })
  test('ST2 people see, correct and withdraw by a link: one purpose at a time, with scripts off', async () => {
    later(60)
    const contact = await person('sees@example.bg', 'Петя Ненова')
    for (const purpose of ['newsletter', 'panel'] as const) await store.writing((writer) => giveConsent(writer, { contact, purpose, how: 'paper', proof: 'лист 12 от работилницата', now }))
    for (const each of ['newsletter', thing]) await store.writing((writer) => follow(writer, { contact, thing: each, how: 'weekly', now }))
    const here = await enter('sees@example.bg')
    const text = await textOf(here)
    for (const words of ['Петя Ненова', 'Новини по пощата', 'Покани за анкети', 'лист 12 от работилницата', 'Велоалея до гарата']) expect(text).toContain(words)
    const consents = await store.reading((reader) => listConsents(reader, contact), { as: 'staff' })
    expect((await postForm(app, here, { does: 'withdraw', consent: consents.find(({ purpose }) => purpose === 'newsletter')?.id ?? '' })).status).toBe(303)
    expect((await store.reading((reader) => listConsents(reader, contact), { as: 'staff' })).map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt !== null])).toEqual([['newsletter', true], ['panel', false]])
    const follows = await followsOf('sees@example.bg')
    expect((await postForm(app, here, { does: 'how', follow: follows.find(({ about }) => about.startsWith('thing'))?.id ?? '', how: 'atOnce' })).status).toBe(303)
    expect((await followsOf('sees@example.bg')).find(({ about }) => about.startsWith('thing'))?.how).toBe('atOnce')
    expect((await postForm(app, here, { does: 'correct', name: 'Петя Илиева', language: 'en', choice: '' })).status).toBe(303)
    expect(await store.reading((reader) => findContactByEmail(reader, 'sees@example.bg'), { as: 'staff' })).toMatchObject({ name: 'Петя Илиева', language: 'en' })
    const wrong = await postForm(app, here, { does: 'correct', name: 'x'.repeat(300), language: 'bg', choice: '' })
    expect([wrong.status, (await wrong.text()).includes('до 200 знака')]).toEqual([400, true])
  })
  test('a key to one page opens no other person’s entries', async () => {
    later(60)
    const mine = await person('mine@example.bg', 'Аз'), other = await person('other@example.bg', 'Друг')
    const followed = await store.writing((writer) => follow(writer, { contact: other, thing, how: 'daily', now }))
    await store.writing((writer) => giveConsent(writer, { contact: other, purpose: 'panel', how: 'web', now }))
    const [consent] = await store.reading((reader) => listConsents(reader, other), { as: 'staff' })
    const here = await enter('mine@example.bg')
    await postForm(app, here, { does: 'how', follow: followed, how: 'none' })
    await postForm(app, here, { does: 'withdraw', consent: consent?.id ?? '' })
    expect((await followsOf('other@example.bg'))[0]?.how).toBe('daily')
    expect((await store.reading((reader) => listConsents(reader, other), { as: 'staff' }))[0]?.withdrawnAt).toBeNull()
    expect(mine).not.toBe(other)
  })
})

const left = async (pattern: RegExp) => (await leftBehind(store, pattern)).found
describe('export and erasure', () => {
  test('GD3 the export is a ZIP of JSON and CSV with everything; after the erasure a search over all tables finds neither name nor address', async () => {
    later(60)
    const contact = await person('zlatka.erased@example.bg', 'Златка Заличимова')
    await store.writing((writer) => giveConsent(writer, { contact, purpose: 'publishName', how: 'web', proof: 'Златка Заличимова е съгласна', now }))
    await store.writing((writer) => follow(writer, { contact, thing, how: 'daily', now }))
    const here = await enter('zlatka.erased@example.bg')
    const asked = await postForm(app, here, { does: 'export' })
    const file = await app.request(asked.headers.get('location') ?? '')
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([200, 'application/zip', 'private, no-store'])
    const zip = await JSZip.loadAsync(await file.arrayBuffer())
    const json = JSON.parse(await zip.file('posoka.json')?.async('string') ?? '{}')
    expect(json['people.contacts'].contact[0]).toMatchObject({ name: 'Златка Заличимова', email: 'zlatka.erased@example.bg' })
    expect(json['people.contacts'].letters.length).toBeGreaterThan(0)
    expect(json['participation.subscriptions'].follows).toMatchObject([{ about: `thing:${thing}`, how: 'daily' }])
    expect(await zip.file('csv/people.contacts.consents.csv')?.async('string')).toContain('publishName')
    // No link in it could be used by whoever finds the file.
    expect(JSON.stringify(json)).not.toMatch(/[\w-]{43}/)

    expect((await left(/zlatka\.erased|Заличимова/)).length).toBeGreaterThan(2)
    expect((await postForm(app, `${here}/erase`, {})).status).toBe(400)
    const done = await postForm(app, `${here}/erase`, { sure: 'yes' })
    expect(done.headers.get('location')).toMatch(/^\/bg\/participation\/erased\/[0-9a-f-]{36}$/)
    expect(await leftBehind(store, /zlatka\.erased|Заличимова/i)).toEqual({ found: [], signs: expect.any(Number) })
    expect((await app.request(here)).status).toBe(410)
    const proof = await app.request(done.headers.get('location') ?? '')
    expect([proof.status, (await proof.text()).includes('Това е доказателството')]).toEqual([200, true])
  })
  test('GD3 an erasure while an export is being read: the export is whole, and nothing is left behind', async () => {
    later(60)
    const contact = await person('during@example.bg', 'Дамян Дюлгеров')
    const here = await enter('during@example.bg')
    const { gatherPerson } = await import('#areas/people/privacy/read/gather.ts')
    const { erasePerson } = await import('#areas/people/privacy/write.ts')
    const { personalParts } = await import('./my/personal-parts.ts')
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const erased = begun.then(() => store.writing((writer) => erasePerson({ writer, now, by: 'person' }, { contact, parts: personalParts })))
    const { entries } = await store.reading(async (reader) => {
      await rows(reader, sql`select 1`)
      begin()
      await erased
      return gatherPerson(reader, { contact, parts: personalParts })
    }, { as: 'staff' })
    expect(entries.find(({ path }) => path === 'posoka.json')?.bytes).toContain('Дамян Дюлгеров')
    expect(await erased).toMatch(/^[0-9a-f-]{36}$/)
    expect((await app.request(`${here}/posoka.zip`)).status).toBe(410)
    expect(await left(/during@|Дюлгеров/)).toEqual([])
  })
})
describe('the data-protection officer', () => {
  test('GD2 the register of processing is printed from what the system does and what the body wrote; periods show what they would clear', async () => {
    const admin = await signedInAs('administrator')
    const text = await (await app.request('/bg/office/privacy', { headers: { cookie: admin.cookie } })).text()
    for (const words of ['Регистър на дейностите по обработване', 'Предложения и обществени обсъждания', 'Сурови писма по електронната поща: 180 дни', 'Основание', 'Длъжностно лице още не е посочено', 'Администратор']) expect(text.replace('На какво основание', 'Основание')).toContain(words)
    expect((await postForm(app, '/bg/office/privacy/period/people.links', { kind: 'people.links', days: '10' }, { cookie: admin.cookie })).status).toBe(303)
    expect(await (await app.request('/bg/office/privacy', { headers: { cookie: admin.cookie } })).text()).toContain('10 дни (наш срок)')
    const wrong = await postForm(app, '/bg/office/privacy/period/people.links', { kind: 'people.links', days: 'много' }, { cookie: admin.cookie })
    expect([wrong.status, (await wrong.text()).includes('цяло число дни')]).toEqual([400, true])
    // What the forms promise may be shortened and not lengthened.
    const promised = '/bg/office/privacy/period/people.silent'
    const longer = await postForm(app, promised, { kind: 'people.silent', days: '3000' }, { cookie: admin.cookie })
    expect([longer.status, (await longer.text()).includes('Формулярите обещават най-много 1826 дни')]).toEqual([400, true])
    expect((await postForm(app, promised, { kind: 'people.silent', days: '1000' }, { cookie: admin.cookie })).status).toBe(303)
    for (const role of ['coordinator', 'analyst'] as const) expect((await app.request('/bg/office/privacy', { headers: { cookie: (await signedInAs(role)).cookie } })).status).toBe(403)
  })
  test('GD3 a request on paper is carried out by an administrator, with a proof and a line in the trail', async () => {
    const admin = await signedInAs('administrator')
    const contact = await person('on-paper@example.bg', 'Хартия Писмова')
    expect(await (await app.request('/bg/office/privacy?q=Писмова', { headers: { cookie: admin.cookie } })).text()).toContain(`/bg/office/privacy/erase/${contact}`)
    const path = `/bg/office/privacy/erase/${contact}`
    expect((await postForm(app, path, {}, { cookie: admin.cookie })).status).toBe(400)
    const done = await postForm(app, path, { sure: 'yes' }, { cookie: admin.cookie })
    expect(done.headers.get('location')).toMatch(/^\/bg\/participation\/erased\//)
    expect(await left(/on-paper@|Писмова/)).toEqual([])
    const acts = await store.reading((reader) => listActs(reader, { act: 'people.contact.erase', limit: 1 }), { as: 'staff' })
    expect(acts).toMatchObject([{ who: admin.id, thing: done.headers.get('location')?.slice(-36) }])
  })
  test('GD2 the forms that ask for an address say why, on what ground, who sees it, how long, which rights and whom to ask, and never ask for an ЕГН', async () => {
    for (const path of ['/bg/participation/mine', `/bg/participation/follow?about=${thing}`]) {
      const text = await textOf(path)
      for (const words of ['Защо ги искаме', 'На какво основание', 'Кой ги вижда', 'Докога се пазят', 'Вашите права', 'Длъжностно лице', 'ЕГН']) expect([path, text.includes(words)]).toEqual([path, true])
      expect(text).not.toMatch(/name="egn"|label[^>]*>[^<]*ЕГН/)
    }
  })
})

test('no secret, address or name is in the log', () => {
  const text = log()
  expect(text.split('\n').length).toBeGreaterThan(50)
  expect(text).not.toMatch(/example\.bg|Златка|Петя|[\w-]{43}/)
})
