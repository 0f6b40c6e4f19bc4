// Signing in and out, invitations, sessions, erasure: through the real router on a real database.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { makeFirstLink, signInByPassword } from '#areas/people/accounts/commands/sign-in.ts'
import { visitor } from '#kernel/who.ts'
import { sealAudit, verifyAudit } from '#store/audit-chain.ts'
import { rows } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { testApp } from './test-app.ts'
import { cookiesOf, postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const open: Parameters<typeof testApp>[1]['open'] = async (at, person) =>
  at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  })
let now = new Date()
const later = (minutes: number): void => { now = new Date(now.getTime() + minutes * 60_000) }
const { app, desk, log, signedInAs } = testApp(store, { open, clock: () => now })
const letters = () => store.reading((reader) => listLetters(reader, { limit: 100 }), { as: 'staff' })
const linkIn = (body: string): string => /https?:\/\/[^/]+(\/\S+)/.exec(body)?.[1] ?? ''
const good = 'три жълти лодки на язовира'

test('the link on the console makes the first administrator, once', async () => {
  const token = await makeFirstLink(store, now)
  const path = `/bg/sign-in/first/${token}`
  expect((await app.request(path)).status).toBe(200)
  const first = await postForm(app, path, { name: 'Мария Петрова', email: 'Maria@Lipova.example' })
  expect([first.status, first.headers.get('location')]).toEqual([303, '/bg/people/settings'])
  const my = await app.request('/bg/my', { headers: { cookie: cookiesOf(first) } })
  expect(my.status).toBe(200)
  expect(await my.text()).toContain('Мария Петрова')
  const again = await postForm(app, path, { name: 'Друг', email: 'other@lipova.example' })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Връзката не важи')
  expect(await makeFirstLink(store, now)).toBeUndefined()
})

describe('a link in a letter', () => {
  test('known and unknown addresses get the same answer, and only the known one a letter', async () => {
    const before = (await letters()).length
    const known = await postForm(app, '/bg/sign-in', { email: 'MARIA@lipova.example' })
    const unknown = await postForm(app, '/bg/sign-in', { email: 'nobody@lipova.example' })
    expect([known.status, known.headers.get('location')]).toEqual([unknown.status, unknown.headers.get('location')])
    const after = await letters()
    expect(after.length).toBe(before + 1)
    expect(after[0]).toMatchObject({ toAddress: 'maria@lipova.example', kind: 'people.signIn' })
  })
  test('opening it changes nothing, the button signs in, and it works once', async () => {
    const path = linkIn((await letters())[0]?.body ?? '')
    for (let times = 0; times < 2; times++) {
      const opened = await app.request(path)
      expect(opened.status).toBe(200)
      expect(opened.headers.getSetCookie()).toEqual([])
    }
    const [one, two] = await Promise.all([postForm(app, path, {}), postForm(app, path, {})])
    expect([one.status, two.status].sort()).toEqual([303, 400])
    const used = await postForm(app, path, {})
    const foreign = await postForm(app, `/bg/sign-in/link/${'x'.repeat(43)}`, {})
    expect((await used.text()).includes('Връзката не важи')).toBe(true)
    expect(foreign.status).toBe(used.status)
  })
  test('an expired link looks like a used one', async () => {
    await postForm(app, '/en/sign-in', { email: 'maria@lipova.example' })
    const path = linkIn((await letters())[0]?.body ?? '')
    later(31)
    const late = await postForm(app, path, {})
    expect(late.status).toBe(400)
    expect(late.headers.getSetCookie().join()).not.toContain('posoka_session')
  })
  test('whoever was sent to sign in comes back to the page they wanted', async () => {
    const refused = await app.request('/bg/people')
    expect(refused.headers.get('location')).toBe('/bg/sign-in?next=%2Fbg%2Fpeople')
    await postForm(app, '/bg/sign-in', { email: 'maria@lipova.example', next: '/bg/people' })
    const entered = await postForm(app, linkIn((await letters())[0]?.body ?? ''), {})
    expect(entered.headers.get('location')).toBe('/bg/people')
  })
  test.each(['https://evil.example', '//evil.example', '/bg//evil.example', '/bg/../x', '/bg/a\nb'])('a way on to %j is forgotten', async (next) => {
    await postForm(app, '/bg/sign-in', { email: 'maria@lipova.example', next })
    later(20)
    const body = (await letters())[0]?.body ?? ''
    expect(body).not.toContain('evil')
    expect(linkIn(body)).not.toContain('next=')
  })
})

test('a letter takes as long to ask for whether anybody lives at the address or not', async () => {
  const slow = testApp(store, { open, clock: () => now, answerMs: 150 }).app
  const time = async (email: string): Promise<number> => {
    const began = performance.now()
    await postForm(slow, '/bg/sign-in', { email }, { address: '203.0.113.99' })
    return performance.now() - began
  }
  later(24 * 60)
  const times = [await time('maria@lipova.example'), await time('nobody@lipova.example'), await time('maria@lipova.example'), await time('nobody@lipova.example')]
  expect(Math.min(...times)).toBeGreaterThanOrEqual(145)
})

describe('limits', () => {
  test('one address that asks too often is stopped; another one is not', async () => {
    later(24 * 60)
    const ask = (address: string, n: number) => postForm(app, '/bg/sign-in', { email: `someone${n}@lipova.example` }, { address })
    let stopped: Response | undefined
    for (let n = 0; n < 25 && stopped === undefined; n++) { const response = await ask('203.0.113.5', n); if (response.status !== 303) stopped = response }
    expect(stopped?.status).toBe(429)
    expect(await stopped?.text()).toContain('Твърде много опити')
    expect((await ask('203.0.113.6', 99)).status).toBe(303)
  }, 60_000)
  test('too many letters to one person stop silently', async () => {
    later(24 * 60)
    const before = (await letters()).length
    for (let n = 0; n < 8; n++) expect((await postForm(app, '/bg/sign-in', { email: 'maria@lipova.example' }, { address: `203.0.113.${20 + n}` })).status).toBe(303)
    expect((await letters()).length - before).toBe(5)
  })
  test('guessing one person’s password is stopped from whatever address, and the letter still comes', async () => {
    later(24 * 60)
    const statuses: number[] = []
    for (let n = 0; n < 10; n++) statuses.push((await postForm(app, '/bg/sign-in/password', { email: 'maria@lipova.example', password: `a wrong guess ${n}` }, { address: `198.51.100.${n}` })).status)
    expect(statuses.slice(0, 8)).toEqual(Array(8).fill(400))
    expect(statuses.slice(8)).toEqual([429, 429])
    const before = (await letters()).length
    await postForm(app, '/bg/sign-in', { email: 'maria@lipova.example' }, { address: '198.51.100.77' })
    expect((await letters()).length).toBe(before + 1)
  })
})

describe('passwords', () => {
  test('a password is chosen, signs in, and its change ends the other sessions', async () => {
    const person = await signedInAs('analyst', 'Иван Иванов')
    const other = person.cookie
    for (const [password, words] of [['кратка', 'поне 15 знака'], ['password2024!!!', 'всеки би опитал'], ['Иван Иванов Иван', 'вашето име'], ['qwertyuiopasdfgh', 'съседни клавиши'], ['абвабвабвабвабвабв', 'повтаря']] as const) {
      const refused = await postForm(app, '/bg/my/password', { password }, { cookie: person.cookie })
      expect(refused.status, password).toBe(400)
      const text = await refused.text()
      expect(text).toContain(words)
      expect(text).not.toContain(password)
    }
    expect((await postForm(app, '/bg/my/password', { password: good }, { cookie: person.cookie })).status).toBe(303)
    const signedIn = await postForm(app, '/bg/sign-in/password', { email: person.email, password: good })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/bg/my'])
    const cookie = cookiesOf(signedIn)
    const wrongCurrent = await postForm(app, '/bg/my/password', { current: 'не е тази парола', password: `${good} и една` }, { cookie })
    expect(wrongCurrent.status).toBe(400)
    expect((await postForm(app, '/bg/my/password', { current: good, password: `${good} и една` }, { cookie })).status).toBe(303)
    expect((await app.request('/bg/my', { headers: { cookie } })).status).toBe(200)
    expect((await app.request('/bg/my', { headers: { cookie: other } })).status).toBe(303)
    expect((await postForm(app, '/bg/sign-in/password', { email: person.email, password: good })).status).toBe(400)
  })
  test('for an unknown address a password is checked all the same, so that it takes as long', async () => {
    const real = await desk.library()
    const checked: string[] = []
    const counting = { ...desk, library: async () => ({ ...real, verify: (password: string, hash: string) => { checked.push(hash); return real.verify(password, hash) } }) }
    const asker = { who: visitor, language: 'bg', now, address: '192.0.2.1', session: null } as const
    const known = await signInByPassword(counting, asker, { email: 'analyst1@lipova.example', password: 'not the right one', next: null })
    const unknown = await signInByPassword(counting, asker, { email: 'nobody-at-all@lipova.example', password: 'not the right one', next: null })
    expect(unknown).toEqual(known)
    expect(checked.length).toBe(2)
    expect(new Set(checked.map((hash) => hash.length)).size).toBe(1)
  })
})

describe('sessions', () => {
  test('a session ended elsewhere is over at the next request', async () => {
    const person = await signedInAs('coordinator')
    const second = cookiesOf(await enter(person.email))
    expect((await app.request('/bg/my', { headers: { cookie: person.cookie } })).status).toBe(200)
    expect((await postForm(app, '/bg/my/sessions', { session: 'others' }, { cookie: second, from: '/bg/my' })).status).toBe(303)
    const over = await app.request('/bg/my', { headers: { cookie: person.cookie } })
    expect([over.status, over.headers.get('location')]).toEqual([303, '/bg/sign-in?next=%2Fbg%2Fmy'])
    expect(over.headers.getSetCookie().join()).toMatch(/posoka_session=;.*Max-Age=0/)
    expect((await app.request('/bg/my', { headers: { cookie: second } })).status).toBe(200)
  })
  test('signing out ends it on the server, not only in the browser', async () => {
    const { cookie } = await signedInAs('trainer')
    const out = await postForm(app, '/bg/sign-out', {}, { cookie })
    expect(out.status).toBe(303)
    expect((await app.request('/bg/my', { headers: { cookie } })).status).toBe(303)
  })
  test('a session that is used is prolonged by the door, in a small act of its own; one that is over is nobody', async () => {
    const person = await signedInAs('trainer')
    const ends = (days: number) => store.writing((writer) => rows(writer, sql`update people.session set expires_at = clock_timestamp() + ${days} * interval '1 day' where user_id = ${person.id}`), { quiet: 'yes' })
    const left = async () => (await store.reading((reader) => rows(reader, sql<{ days: number }>`select extract(epoch from expires_at - clock_timestamp()) / 86400 as days from people.session where user_id = ${person.id}`), { as: 'staff' }))[0]?.days ?? 0
    await ends(6.5)
    const young = await app.request('/bg/my', { headers: { cookie: person.cookie } })
    expect([young.headers.getSetCookie(), Math.round(await left() * 2) / 2]).toEqual([[], 6.5])
    await ends(5)
    const old = await app.request('/bg/my', { headers: { cookie: person.cookie } })
    expect(old.status).toBe(200)
    expect(old.headers.getSetCookie().join()).toMatch(/^posoka_session=[^;]{40,}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await left()).toBeGreaterThan(6.9)
    expect((await app.request('/bg/my', { headers: { cookie: cookiesOf(old) } })).status).toBe(200)
    await ends(-1)
    expect((await app.request('/bg/my', { headers: { cookie: person.cookie } })).status).toBe(303)
  })
  test('on https the session’s cookie is bound to the host', async () => {
    const secure = testApp(store, { open, clock: () => now, site: { url: 'https://posoka.example', proxies: [], email: null } })
    const { cookie } = await secure.signedInAs('trainer')
    expect(cookie).toMatch(/^__Host-posoka_session=/)
    expect((await secure.app.request('https://posoka.example/bg/my', { headers: { cookie } })).status).toBe(200)
    expect((await app.request('/bg/my', { headers: { cookie } })).status).toBe(303)
  })
  test('a forged or changed cookie is nobody', async () => {
    const { cookie } = await signedInAs('trainer')
    for (const bad of [`${cookie.slice(0, -6)}AAAAA=`, 'posoka_session=x', 'posoka_session=', 'posoka_session=%00', `posoka_session=${'a'.repeat(4000)}`])
      expect((await app.request('/bg/my', { headers: { cookie: bad } })).status, bad.slice(0, 40)).toBe(303)
  })
  const enter = async (email: string): Promise<Response> => {
    await postForm(app, '/bg/sign-in', { email })
    return postForm(app, linkIn((await letters())[0]?.body ?? ''), {})
  }
})

describe('colleagues', () => {
  test('an invitation gives a role; the role changes; access ends with its sessions', async () => {
    const admin = await signedInAs('administrator')
    const invited = await postForm(app, '/bg/people/invite', { name: 'Нов Колега', email: 'new@lipova.example', role: 'analyst', language: 'en' }, { cookie: admin.cookie })
    expect(invited.status).toBe(303)
    const [letter] = await letters()
    expect(letter).toMatchObject({ kind: 'people.invitation', language: 'en', toAddress: 'new@lipova.example' })
    const entered = cookiesOf(await postForm(app, linkIn(letter?.body ?? ''), {}))
    expect((await app.request('/en/people', { headers: { cookie: entered } })).status).toBe(403)
    const id = letter?.account
    const path = `/bg/people/${id}`
    expect((await postForm(app, path, { does: 'standing', role: 'coordinator', duties: 'moderator' }, { cookie: admin.cookie })).status).toBe(303)
    expect((await app.request('/en/people', { headers: { cookie: entered } })).status).toBe(200)
    expect((await postForm(app, path, { does: 'end', why: 'напусна' }, { cookie: admin.cookie })).status).toBe(303)
    expect((await app.request('/en/my', { headers: { cookie: entered } })).status).toBe(303)
    expect((await letters())[0]?.kind).toBe('people.ended')
  })
  test('an administrator sees where a colleague is signed in, and ends it for a laptop that was lost', async () => {
    const admin = await signedInAs('administrator'), person = await signedInAs('trainer')
    const path = `/bg/people/${person.id}`
    expect(await (await app.request(path, { headers: { cookie: admin.cookie } })).text()).toContain('Firefox, Windows')
    expect((await postForm(app, path, { does: 'sessions' }, { cookie: admin.cookie })).status).toBe(303)
    expect((await app.request('/bg/my', { headers: { cookie: person.cookie } })).status).toBe(303)
    expect(await (await app.request(path, { headers: { cookie: admin.cookie } })).text()).toContain('Няма отворени сесии')
  })
  test('the last administrator cannot go', async () => {
    const admins = await store.reading((reader) => rows(reader, sql<{ account: string }>`select account from people.role where role = 'administrator' order by given_at`), { as: 'staff' })
    const admin = await signedInAs('administrator')
    for (const { account } of admins) expect((await postForm(app, `/bg/people/${account}`, { does: 'standing', role: 'trainer' }, { cookie: admin.cookie })).status).toBe(303)
    for (const [path, fields] of [[`/bg/people/${admin.id}`, { does: 'standing', role: 'trainer' }], ['/bg/my/leave', { sure: 'yes' }]] as const) {
      const refused = await postForm(app, path, fields, { cookie: admin.cookie })
      expect(refused.status).toBe(400)
      expect(await refused.text()).toContain('последният администратор')
    }
  })
  test.each([
    ['a name with a line end', { name: 'Иван\r\nBcc: all@example.bg' }, 'на един ред'],
    ['a long name', { name: 'я'.repeat(5000) }, 'най-много 120'],
    ['no name', { name: '   ' }, 'Напишете име'],
    ['an address that is none', { email: 'a@b' }, 'трябва да изглежда така'],
    ['two addresses', { email: 'a@example.bg,b@example.bg' }, 'трябва да изглежда така'],
    ['an address with a header', { email: 'a@example.bg\nBcc: x@example.bg' }, 'трябва да изглежда така'],
    ['a role that is none', { role: 'root' }, 'Изберете роля'],
  ])('%s is refused beside its field, and what was typed stays', async (_what, bad, words) => {
    const admin = await signedInAs('administrator')
    const answer = await postForm(app, '/bg/people/invite', { name: 'Някой', email: 'typed-before@lipova.example', role: 'analyst', ...bad }, { cookie: admin.cookie })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toContain(words)
    if (!('email' in bad)) expect(text).toContain('typed-before@lipova.example')
    expect((await letters()).some((letter) => letter.toAddress === 'typed-before@lipova.example')).toBe(false)
  })
  test('markup in a name is only text, on pages and in letters', async () => {
    const admin = await signedInAs('administrator', '<script>alert(1)</script>')
    const list = await (await app.request('/bg/people', { headers: { cookie: admin.cookie } })).text()
    expect(list).not.toContain('<script>alert')
    expect(list).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

test('a person is erased: nothing of them is found, and the trail still verifies', async () => {
  const admin = await signedInAs('administrator')
  await postForm(app, '/bg/people/invite', { name: 'Заличима Персона', email: 'erase-me@lipova.example', role: 'analyst' }, { cookie: admin.cookie })
  const cookie = cookiesOf(await postForm(app, linkIn((await letters())[0]?.body ?? ''), {}))
  const own = await (await app.request('/bg/my/data.json', { headers: { cookie } })).json() as { person: { id: string; email: string }; acts: unknown[] }
  const keyOf = async () => (await store.reading((reader) => rows(reader, sql<{ alive: boolean }>`select key is not null as alive from store.audit_key where account = ${own.person.id}`), { as: 'staff' }))[0]?.alive
  expect(await keyOf()).toBe(true)
  expect(own.person.email).toBe('erase-me@lipova.example')
  expect(own.acts.length).toBeGreaterThan(0)
  expect((await postForm(app, '/bg/my/leave', {}, { cookie })).status).toBe(400)
  expect((await postForm(app, '/bg/my/leave', { sure: 'yes' }, { cookie })).status).toBe(303)
  expect(await keyOf()).toBe(false)
  const everything = await store.reading(async (reader) => {
    const tables = await rows(reader, sql<{ name: string }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('people', 'store', 'graphile_worker') and table_type = 'BASE TABLE'`)
    let text = ''
    for (const { name } of tables) text += JSON.stringify(await rows(reader, sql`select t::text as row from ${sql.raw(name)} t`))
    return text
  }, { as: 'staff' })
  expect(everything.length).toBeGreaterThan(10_000)
  expect(everything).not.toMatch(/erase-me|Заличима/)
  await sealAudit(store)
  expect((await verifyAudit(store)).breaks).toEqual([])
})

test('no secret, address or name is in the log', () => {
  const text = log()
  expect(text.split('\n').length).toBeGreaterThan(100)
  expect(text).not.toMatch(/lipova\.example|Мария|Заличима|a-secret-known|лодки|posoka_session|203\.0\.113|198\.51\.100/)
  expect(text).not.toMatch(/sign-in\/(link|first)\/[A-Za-z0-9_-]{43}/)
})
