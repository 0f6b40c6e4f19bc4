// The first set-up and Settings through the web door: five steps, two administrators at once, an emblem, a test letter.
import { SMTPServer } from 'smtp-server'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { prepareSettings } from '#areas/people/settings/commands.ts'
import { findMailboxAccess, getSettings } from '#areas/people/settings/read.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import { visitor } from '#kernel/who.ts'
import { openPost, type Post } from '#sources/post.ts'
import { rows } from '#store/ask.ts'
import { listActs } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { readJson } from '#test/pack.ts'
import { starter } from '#test/starter.ts'
import { openFace } from './face.ts'
import { makeFrame } from './frame.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const home = parseHomeRegion(JSON.stringify(readJson('packs/BG344/region.json')))
await prepareSettings(store, { home, email: 'from-the-environment@example.bg' })
const face = await openFace({ store, home, frameOf: ({ home: shown, emblem }) => makeFrame({
  product: { bg: 'Посока', en: 'Posoka' }, region: shown.names.title, mark: { tiles: [[0, 0]], pointing: [0, 0] }, contact: { email: shown.contact.email, body: shown.body.name }, emblem, source: null,
  funding: shown.funding === null ? null : { statement: shown.funding.statement, says: shown.funding.sentence }, assets: { style: '/assets/main.css', islands: {} }, navigation: [], footer: [], phase: null,
}) })
const open = (at: Store, person: { name: string; email: string; role: 'administrator' | 'analyst' | 'coordinator' | 'owner' | 'investment' | 'trainer' }) => at.writing(async (writer) => {
  const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
  if (!opened.ok) throw new Error(opened.problem.text.en)
  return opened.value
})
/** The post of the running test: another one for each kind of mail server. */
let post: Post = { deliver: async () => ({ state: 'kept', result: 'aa-people.testLetter.txt' }), forget: async () => {}, close: () => {} }
const { app, signedInAs, log } = testApp(store, { open, more: () => publicPages(), frame: face.frame, refresh: face.refresh, post: { deliver: (letter) => post.deliver(letter), forget: async () => {}, close: () => {} } })
const admin = await signedInAs('administrator', 'Мария Петрова')
const other = await signedInAs('administrator', 'Иван Иванов')
const textOf = async (path: string, cookie = admin.cookie): Promise<string> => (await app.request(path, { headers: { cookie } })).text()
const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const body = { name_bg: 'Община Липова', name_en: 'Municipality of Lipova', department_bg: '', department_en: '', alternative_bg: '', alternative_en: '' }
const send = (step: string, fields: Record<string, string | Blob>, cookie = admin.cookie) => postForm(app, `/bg/people/settings/${step}`, fields, { cookie })
const settings = () => store.reading(getSettings)

describe('the five steps', () => {
  test('begin with the first and say that each may wait', async () => {
    const html = await textOf('/bg/people/settings')
    expect(html).toContain('Да подготвим системата')
    expect(html).toContain('/bg/people/settings/body')
    expect(html.match(/>предстои</g)).toHaveLength(5)
    expect(await textOf('/bg/people/settings/body')).toMatch(/1 от 5|Стъпка 1/)
  })
  test('show what the region’s pack and the environment say until something is written', async () => {
    expect((await settings()).body.name.bg).toBe(home.body.name.bg)
    expect((await settings()).contact.email).toBe('from-the-environment@example.bg')
    expect(await textOf('/bg/people/settings/contact')).toContain('value="from-the-environment@example.bg"')
  })
  test('lead from one to the next, and one that is put off is found again', async () => {
    const saved = await send('body', { ...body, version: '0' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/bg/people/settings/contact'])
    const skipped = await send('contact', { does: 'skip', email: 'half written' })
    expect(skipped.headers.get('location')).toBe('/bg/people/settings/mailbox')
    const list = await textOf('/bg/people/settings')
    expect(list).toContain('Продължете: Поща и пробно писмо')
    expect(list).toContain('>за после<')
    expect((await settings()).contact.email).toBe('from-the-environment@example.bg')
  })
  test('show the new name on every page, in both languages, at once', async () => {
    const page = await app.request('/bg/project')
    expect(await page.text()).toContain('Община Липова')
    expect(await (await app.request('/en/project')).text()).toContain('Municipality of Lipova')
  })
  test('end with the fifth, and are settings from then on', async () => {
    for (const step of ['mailbox', 'funding']) expect((await send(step, { does: 'skip' })).status).toBe(303)
    expect((await send('colleagues', { does: 'invite', name: '', email: 'x', role: '' })).status).toBe(400)
    const invited = await send('colleagues', { does: 'invite', name: 'Петя Илиева', email: 'petya@lipova.example', role: 'coordinator', language: 'bg' })
    expect(invited.headers.get('location')).toBe('/bg/people/settings/colleagues')
    expect(await textOf('/bg/people/settings/colleagues')).toContain('Петя Илиева')
    const done = await send('colleagues', { does: 'done' })
    expect(done.headers.get('location')).toBe('/bg/people/settings')
    expect(await textOf('/bg/people/settings')).not.toContain('Да подготвим')
    expect(await textOf('/bg/people/settings/contact')).not.toContain('value="skip"')
  })
  test('leave their trace in the audit trail, without the officer’s name', async () => {
    const html = await textOf('/bg/people/settings/contact')
    const saved = await send('contact', { version: versionIn(html), email: 'pid@lipova.example', phone: '042 111', address_bg: 'ул. „Първа“ 1', address_en: '', officer_name: 'Тайна Особа', officer_email: 'dpo@lipova.example', officer_phone: '' })
    expect(saved.headers.get('location')).toBe('/bg/people/settings')
    const acts = await store.reading((reader) => listActs(reader, { act: 'people.settings', limit: 20 }), { as: 'staff' })
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['people.settings.body', 'people.settings.contact', 'people.settings.skip']))
    expect(acts[0]?.after).toMatchObject({ email: 'pid@lipova.example', officer: 'set' })
    expect(JSON.stringify(acts)).not.toMatch(/Тайна|dpo@/)
    const privacy = await (await app.request('/bg/privacy')).text()
    expect(privacy).toContain('Тайна Особа')
    expect(privacy).toContain('mailto:dpo@lipova.example')
    expect(privacy).toContain('mailto:pid@lipova.example')
  })
  test('turn the funding block off and on', async () => {
    const version = versionIn(await textOf('/bg/people/settings/funding'))
    expect(await (await app.request('/bg/privacy')).text()).toContain('Финансирано от Европейския съюз')
    expect((await send('funding', { version, shown: 'no' })).status).toBe(303)
    expect(await (await app.request('/bg/privacy')).text()).not.toContain('Финансирано от Европейския съюз')
    const wrong = await send('funding', { version: '1', shown: 'yes', programme_bg: 'Инструмент', programme_en: '', sentence_bg: 'Платено.', sentence_en: 'Paid.' })
    expect(wrong.status).toBe(400)
    const text = await wrong.text()
    expect(text).toContain('Напишете програмата на английски')
    expect(text).toContain('value="Инструмент"')
  })
})

test('two administrators at once: the second sees what the first saved, and nothing is lost in silence', async () => {
  const version = versionIn(await textOf('/bg/people/settings/body'))
  expect((await send('body', { ...body, version, name_en: 'First municipality' })).status).toBe(303)
  const late = await send('body', { ...body, version, name_en: 'Second municipality', department_bg: 'отдел „Втори“' }, other.cookie)
  expect(late.status).toBe(400)
  const html = await late.text()
  expect(html).toContain('друг администратор записа същата страница')
  expect(html).toContain('Записано междувременно')
  expect(html).toContain('First municipality')
  expect(html).toContain('value="Second municipality"')
  expect(html).toContain('value="отдел „Втори“"')
  expect((await settings()).body.name.en).toBe('First municipality')
  // Pressed again with what was seen: the second one's words stay, and the trail holds both.
  expect((await send('body', { ...body, version: versionIn(html), name_en: 'Second municipality' }, other.cookie)).status).toBe(303)
  expect((await settings()).body.name.en).toBe('Second municipality')
})
test('of two who save at the same moment exactly one is told of the other', async () => {
  const version = versionIn(await textOf('/bg/people/settings/body'))
  const answers = await Promise.all([send('body', { ...body, version, name_en: 'One' }), send('body', { ...body, version, name_en: 'Other' }, other.cookie)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
})

describe('the emblem', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
  const save = async (file: Blob, more: Record<string, string> = {}) => send('body', { ...body, version: versionIn(await textOf('/bg/people/settings/body')), alternative_bg: 'Липа над две вълни', alternative_en: 'A linden above two waves', emblem: file, ...more })
  test.each([
    ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', /съдържа скрипт/],
    ['a handler', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>', /съдържа скрипт \(onload\)/],
    ['a foreign document', '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>', /чужд документ/],
    ['an address elsewhere', '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/a.png"/></svg>', /извън себе си/],
  ])('that is an SVG with %s is refused beside its field, and what was typed stays', async (_what, text, words) => {
    const refused = await save(new Blob([text], { type: 'image/svg+xml' }), { department_bg: 'отдел, който остава' })
    expect(refused.status).toBe(400)
    const html = await refused.text()
    expect(html).toMatch(words)
    expect(html).toContain('value="отдел, който остава"')
    expect((await settings()).body.emblem).toBeNull()
  })
  test('without words for people who cannot see it is refused', async () => {
    expect(await (await save(new Blob([drawing]), { alternative_bg: '' })).text()).toContain('Напишете какво представлява гербът')
  })
  test('is shown on every page, served so that it can do nothing, and gone when it is removed', async () => {
    expect((await save(new Blob([drawing], { type: 'text/html' }))).status).toBe(303)
    const html = await (await app.request('/bg/privacy')).text()
    const address = /src="(\/emblem\/[0-9a-f]{64})" alt="Липа над две вълни"/.exec(html)?.[1] ?? ''
    const file = await app.request(address)
    expect(await file.text()).toBe(drawing)
    expect(file.headers.get('content-type')).toBe('image/svg+xml')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox/)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect((await app.request(`/emblem/${'0'.repeat(64)}`)).status).toBe(404)
    await send('body', { ...body, version: versionIn(await textOf('/bg/people/settings/body')), remove: 'yes' })
    expect(await (await app.request('/bg/privacy')).text()).not.toContain('/emblem/')
    expect((await app.request(address)).status).toBe(404)
  })
})

describe('a test letter', () => {
  const closing: (() => void)[] = []
  afterAll(() => { for (const close of closing) close() })
  const smtp = async (judge: (to: string, done: (error?: Error) => void) => void): Promise<Post> => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onRcptTo: (address, _session, done) => judge(address.address, done), onData: (stream, _session, done) => { stream.resume(); stream.on('end', () => done(null, 'accepted as 42')) } })
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
    closing.push(() => server.close(() => {}))
    const { port } = server.server.address() as { port: number }
    return openPost({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'posoka@lipova.example', folder: '/nowhere' })
  }
  const sendTo = async (to: string): Promise<string> => {
    const sent = await postForm(app, '/bg/people/settings/mailbox/test-letter', { to }, { cookie: admin.cookie, from: '/bg/people/settings/mailbox' })
    return sent.status === 303 ? textOf(sent.headers.get('location') ?? '') : sent.text()
  }
  test('that has no mail server to go to is kept as a file, and the page says which', async () => {
    const html = await sendTo('maria@lipova.example')
    expect(html).toContain('Писмото е записано във файл')
    expect(html).toContain('aa-people.testLetter.txt')
  })
  test('that is taken shows the server’s own answer', async () => {
    post = await smtp((_to, done) => done())
    const html = await sendTo('maria@lipova.example')
    expect(html).toContain('Писмото до maria@lipova.example е предадено')
    expect(html).toContain('accepted as 42')
  })
  test('that bounces shows the server’s sentence', async () => {
    post = await smtp((to, done) => done(Object.assign(new Error(`5.1.1 no such user here: ${to}`), { responseCode: 550 })))
    const html = await sendTo('nobody@lipova.example')
    expect(html).toContain('Писмото до nobody@lipova.example не беше прието')
    expect(html).toContain('5.1.1 no such user here: nobody@lipova.example')
    const [letter] = await store.reading((reader) => rows(reader, sql<{ state: string }>`select state from store.letter order by posted_at desc limit 1`), { as: 'staff' })
    expect(letter?.state).toBe('failed')
  })
  test('to a server that does not answer says so', async () => {
    post = openPost({ smtpUrl: 'smtp://127.0.0.1:1', from: 'posoka@lipova.example', folder: '/nowhere' })
    expect(await sendTo('maria@lipova.example')).toMatch(/не беше прието[\s\S]*ECONNREFUSED/)
  })
  test('to no address is asked for again', async () => { expect(await sendTo('not an address')).toContain('Имейлът трябва да изглежда така') })
})

describe('the mailbox’s password', () => {
  const box = { address: 'predlozhenia@lipova.example', host: 'imap.lipova.example', port: '993', security: 'tls', user_name: 'predlozhenia', folder: 'INBOX' }
  test('is kept encrypted, opens with the key of the data folder, and is shown and logged nowhere', async () => {
    const missing = await send('mailbox', { ...box, version: '0', password: '' })
    expect(await missing.text()).toContain('Напишете паролата на пощата')
    expect((await send('mailbox', { ...box, version: '0', password: 'много-тайна-парола' })).status).toBe(303)
    const key = Buffer.alloc(32, 7)
    expect(await store.reading((reader) => findMailboxAccess(reader, { key }), { as: 'staff' })).toMatchObject({ host: 'imap.lipova.example', password: 'много-тайна-парола' })
    await expect(store.reading((reader) => findMailboxAccess(reader, { key: Buffer.alloc(32, 8) }), { as: 'staff' })).rejects.toThrow()
    const page = await textOf('/bg/people/settings/mailbox')
    expect(page).toContain('Паролата е записана')
    const refused = await send('mailbox', { ...box, version: '1', host: 'https://imap', password: 'друга-тайна' })
    const everything = await store.reading((reader) => rows(reader, sql`select (select string_agg(t::text, '') from people.mailbox t) as box, (select string_agg(t::text, '') from store.audit t) as audit`), { as: 'staff' })
    expect(`${page}${await refused.text()}${JSON.stringify(everything)}${log()}`).not.toMatch(/много-тайна|друга-тайна/)
  })
  test('stays when the field is left empty', async () => {
    expect((await send('mailbox', { ...box, version: '1', folder: 'Предложения', password: '' })).status).toBe(303)
    expect(await store.reading((reader) => findMailboxAccess(reader, { key: Buffer.alloc(32, 7) }), { as: 'staff' })).toMatchObject({ folder: 'Предложения', password: 'много-тайна-парола' })
  })
})
test('nobody but an administrator opens a page of settings', async () => {
  for (const role of ['analyst', 'coordinator', 'owner', 'investment', 'trainer'] as const) {
    const { cookie } = await signedInAs(role)
    for (const step of ['', '/body', '/contact', '/mailbox', '/funding', '/colleagues']) expect((await app.request(`/bg/people/settings${step}`, { headers: { cookie } })).status, `${role} ${step}`).toBe(403)
  }
})
