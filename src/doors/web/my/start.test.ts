// The start page: each role sees what waits for it and what others changed, and nothing that it may not open.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { changesSince } from '#areas/people/accounts/rules.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { noteDelivery, writeDownLetter } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from '../participation-pages.ts'
import { testApp } from '../test-app.ts'
import { minePages } from './mine-pages.ts'
import { postForm } from '../test-forms.ts'

const store = await testStore({ seed: starter })
let now = new Date()
const later = (minutes: number): void => { now = new Date(now.getTime() + minutes * 60_000) }
const { app, signedInAs } = testApp(store, {
  clock: () => now, more: (desk) => [...participationPages(desk.origin), ...minePages(desk)],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const startOf = async (cookie: string): Promise<string> => (await app.request('/bg/my', { headers: { cookie } })).text()
const waitingIn = (html: string): string => /<section[^>]*id="waiting"[\s\S]*?<\/section>/.exec(html)?.[0] ?? /id="waiting"[\s\S]*?id="changed"/.exec(html)?.[0] ?? ''
const changedIn = (html: string): string => /id="changed"[\s\S]*?id="next"/.exec(html)?.[0] ?? ''
const roles = ['administrator', 'analyst', 'coordinator', 'owner', 'investment', 'trainer'] as const
const people = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await signedInAs(role, `Лице ${role}`)] as const)))
const cookieOf = (role: (typeof roles)[number]): string => people[role]?.cookie ?? ''

test.each(roles)('%s is greeted by name, and an empty page says what will stand here', async (role) => {
  const html = await startOf(cookieOf(role))
  expect(html).toContain(`Здравейте, Лице ${role}`)
  // what the analyses of the starter pack suggest waits from the first day for those who write findings
  if (role === 'administrator') expect(waitingIn(html)).toContain('Остават 5 стъпки от настройването')
  else if (role === 'analyst' || role === 'coordinator') expect(waitingIn(html)).toContain('/bg/strategy/findings/suggestions')
  else expect(waitingIn(html)).toMatch(/Нищо не ви чака[\s\S]*Тук ще стоят/)
})
test.each(roles)('every link on the start page of %s opens for them', async (role) => {
  const links = [...(await startOf(cookieOf(role))).matchAll(/href="(\/bg\/[^"#]*)"/g)].map(([, href = '']) => href).filter((href) => /\/(my|people|office|participation)/.test(href))
  expect(links.length).toBeGreaterThan(1)
  for (const href of new Set(links)) expect((await app.request(href, { headers: { cookie: cookieOf(role) } })).status, href).toBeLessThan(400)
})

describe('what waits', () => {
  test('a held vintage and a failed fetch wait for those who import, a letter given up for the administrator, a draft for those who write news', async () => {
    await store.writing(async (writer) => {
      await rows(writer, sql`update evidence.vintage set state = 'held' where number = (select max(number) from evidence.vintage)`)
      await rows(writer, sql`update evidence.dataset set last_tried_at = now(), last_problem = ${JSON.stringify({ bg: 'Източникът не отговори.', en: 'The source did not answer.' })}::jsonb where code = (select min(code) from evidence.dataset)`)
      await rows(writer, sql`update evidence.edition set number = number + 1`).catch(() => {})
      const id = await writeDownLetter(writer, { key: 'k', kind: 'people.signIn', to: 'x@lipova.example', subject: 'с', body: 'т', language: 'bg' })
      await noteDelivery(writer, id, { state: 'failed', result: '550' })
      await openAccount({ who: visitor, writer, now }, { name: 'Поканен Колега', email: 'invited@lipova.example', role: 'owner', language: 'bg' })
      await writePost({ who: visitor, language: 'bg', now, writer }, { words: { datedOn: '2026-11-25', title: { bg: 'Недописана', en: '' }, text: { bg: '', en: '' }, picture: null }, does: 'save' })
    })
    const seen = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, waitingIn(await startOf(cookieOf(role)))] as const)))
    const whoSees = (words: string): readonly string[] => roles.filter((role) => seen[role]?.includes(words))
    expect(whoSees('Задържано издание')).toEqual(['administrator', 'analyst'])
    expect(whoSees('Източникът не отговори.')).toEqual(['administrator', 'analyst'])
    expect(whoSees('1 писмо не е доставено')).toEqual(['administrator'])
    expect(whoSees('Чернова на новина: Недописана')).toEqual(['administrator', 'coordinator'])
    expect(whoSees('Неизползвана покана: Поканен Колега')).toEqual(['administrator'])
  })
})

describe('what changed', () => {
  test('shows the acts of others in words, without one’s own and without comings and goings', async () => {
    const html = changedIn(await startOf(cookieOf('trainer')))
    expect(html).toContain('Написана е новина')
    expect(html).toContain('Недописана')
    expect(html).not.toMatch(/people\.|participation\.|Вход</)
    await postForm(app, '/bg/participation/news/new', { version: '0', does: 'save', dated_on: '25.11.2026', title_bg: 'От координатора' }, { cookie: cookieOf('coordinator') })
    expect(changedIn(await startOf(cookieOf('coordinator')))).not.toContain('От координатора')
    expect(changedIn(await startOf(cookieOf('owner')))).toContain('От координатора')
  })
  test('tells of people only those who may read the trail', async () => {
    await postForm(app, '/bg/people/settings/contact', { does: 'skip' }, { cookie: cookieOf('administrator') })
    const other = await signedInAs('administrator', 'Втори администратор')
    expect(changedIn(await startOf(other.cookie))).toContain('оставена за после')
    expect(changedIn(await startOf(cookieOf('analyst')))).not.toContain('оставена за после')
  })
  test('begins where the visit before ended, and a reload does not empty it', () => {
    const at = (minutes: number): Date => new Date(Date.parse('2026-11-25T08:00:00Z') + minutes * 60_000)
    expect(changesSince(undefined, at(0))).toEqual(new Date(at(0).getTime() - 7 * 86_400_000))
    expect(changesSince({ seenAt: at(0), beforeAt: null }, at(600))).toEqual(at(0))
    expect(changesSince({ seenAt: at(600), beforeAt: at(0) }, at(605))).toEqual(at(0))
  })
  test('is noted by looking: an hour later the old changes are not new any more', async () => {
    const person = await signedInAs('trainer', 'Редовен читател')
    later(1)
    expect(changedIn(await startOf(person.cookie))).toContain('Написана е новина')
    expect(changedIn(await startOf(person.cookie))).toContain('Написана е новина')
    later(61)
    expect(changedIn(await startOf(person.cookie))).toContain('Оттогава никой друг не е променял нищо')
  })
})
