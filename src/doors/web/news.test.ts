// News through the web door: drafts, publishing in both languages, pictures, the feed, search, and who may do what.
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openAccount, setStanding } from '#areas/people/accounts/write.ts'
import type { AccountId } from '#kernel/who.ts'
import { visitor } from '#kernel/who.ts'
import { findThings } from '#store/search.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const { app, signedInAs } = testApp(store, {
  more: (desk) => [...publicPages(), ...participationPages(desk.origin)],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const { cookie } = await signedInAs('coordinator')
const words = { dated_on: '25.11.2026', title_bg: 'Среща с предприемачи', title_en: 'A meeting with entrepreneurs', text_bg: 'На срещата дойдоха 40 души.\n\nСнимки: https://lipova.example/a.', text_en: 'Forty people came.', alternative_bg: '', alternative_en: '' }
const create = (fields: Record<string, string | Blob>) => postForm(app, '/bg/participation/news/new', { ...words, version: '0', ...fields }, { cookie })
const change = (number: number, fields: Record<string, string | Blob>, who = cookie) => postForm(app, `/bg/participation/news/${number}/change`, { ...words, ...fields }, { cookie: who })
const textOf = async (path: string, who?: string): Promise<string> => (await app.request(path, { headers: who === undefined ? {} : { cookie: who } })).text()
const numberIn = (response: Response): number => Number(/news\/(\d+)/.exec(response.headers.get('location') ?? '')?.[1])
const versionOf = async (number: number): Promise<string> => /name="version" value="(\d+)"/.exec(await textOf(`/bg/participation/news/${number}/change`, cookie))?.[1] ?? ''
const search = async (sought: string, who: 'everyone' | 'staff') => (await store.reading((reader) => findThings(reader, { words: sought, language: 'bg', limit: 5, who }), { as: 'staff' })).found.map(({ title }) => title)

const part = (name: string, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length); head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const size = Buffer.alloc(13)
size.writeUInt32BE(30); size.writeUInt32BE(20, 4)
const png = new Blob([new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), part('IHDR', size), part('tEXt', Buffer.from('Author\0somebody')), part('IDAT', deflateSync(Buffer.alloc(9))), part('IEND', Buffer.alloc(0))]))], { type: 'text/html' })

test('without news the page says what will stand here', async () => {
  expect(await textOf('/bg/participation/news')).toContain('Още няма новини')
  expect(await textOf('/bg')).not.toContain('id="news"')
})

describe('a draft', () => {
  let number = 0
  test('may be in one language, and only colleagues see and find it', async () => {
    const saved = await create({ title_en: '', text_en: '', title_bg: 'Чернова за липите', does: 'save' })
    expect(saved.status).toBe(303)
    number = numberIn(saved)
    expect((await app.request(`/bg/participation/news/${number}`)).status).toBe(404)
    expect(await textOf('/bg/participation/news')).not.toContain('Чернова за липите')
    expect(await textOf('/bg/participation/news', cookie)).toContain('Чернова за липите')
    expect(await search('липите', 'everyone')).toEqual([])
    expect(await search('липите', 'staff')).toEqual(['Чернова за липите'])
    expect(await textOf('/bg/participation/news/feed.atom')).not.toContain('липите')
  })
  test('is not published in half: what is missing is said beside its field, and what was typed stays', async () => {
    const refused = await change(number, { version: '1', does: 'publish', title_en: '', text_en: '', text_bg: 'Думи, които остават.' })
    expect(refused.status).toBe(400)
    const html = await refused.text()
    expect(html).toContain('напишете заглавие на английски')
    expect(html).toContain('Думи, които остават.')
    expect((await app.request(`/bg/participation/news/${number}`)).status).toBe(404)
  })
  test('is published whole: page, list, home page, feed and search have it in both languages', async () => {
    expect((await change(number, { version: '1', does: 'publish' })).headers.get('location')).toBe(`/bg/participation/news/${number}`)
    const page = await textOf(`/bg/participation/news/${number}`)
    expect(page).toContain('<h1')
    expect(page).toContain('Среща с предприемачи')
    expect(page).toContain('href="https://lipova.example/a"')
    expect(await textOf(`/en/participation/news/${number}`)).toContain('Forty people came.')
    expect(await textOf('/bg')).toContain('Среща с предприемачи')
    expect(await search('предприемачи', 'everyone')).toContain('Среща с предприемачи')
    for (const [language, title] of [['bg', 'Среща с предприемачи'], ['en', 'A meeting with entrepreneurs']] as const) {
      const feed = await app.request(`/${language}/participation/news/feed.atom`)
      expect(feed.headers.get('content-type')).toMatch(/^application\/atom\+xml/)
      const text = await feed.text()
      expect(text).toContain(`<title>${title}</title>`)
      expect(text).toContain(`http://localhost/${language}/participation/news/${number}`)
      expect(await textOf(`/${language}`)).toContain(`type="application/atom+xml"`)
    }
  })
  test('is not sent again to a feed reader that has it, however often it asks', async () => {
    const feed = await app.request('/bg/participation/news/feed.atom')
    const known = { 'if-none-match': feed.headers.get('etag') ?? '' }
    for (let asked = 0; asked < 20; asked++) expect((await app.request('/bg/participation/news/feed.atom', { headers: known })).status).toBe(304)
    await create({ does: 'publish', title_bg: 'Още една', title_en: 'One more' })
    expect((await app.request('/bg/participation/news/feed.atom', { headers: known })).status).toBe(200)
  })
  test('that was published and withdrawn is gone for visitors, with its reason for colleagues', async () => {
    expect((await change(number, { version: await versionOf(number), does: 'withdraw', why: '' })).status).toBe(400)
    expect((await change(number, { version: await versionOf(number), does: 'withdraw', why: 'грешна дата' })).status).toBe(303)
    expect((await app.request(`/bg/participation/news/${number}`)).status).toBe(410)
    expect(await textOf(`/bg/participation/news/${number}`, cookie)).toContain('грешна дата')
    expect(await search('предприемачи', 'everyone')).not.toContain('Среща с предприемачи')
  })
})

test('two colleagues at once: the second sees the words of the first', async () => {
  const number = numberIn(await create({ does: 'publish' }))
  const version = await versionOf(number)
  expect((await change(number, { version, does: 'save', title_bg: 'Първото заглавие' })).status).toBe(303)
  const late = await change(number, { version, does: 'save', title_bg: 'Второто заглавие' })
  expect(late.status).toBe(400)
  const html = await late.text()
  expect(html).toContain('друг колега записа')
  expect(html).toContain('Първото заглавие')
  expect(html).toContain('value="Второто заглавие"')
})

describe('a picture', () => {
  test('needs words before it is published, is served as what it is and without what a program wrote into it', async () => {
    const refused = await create({ does: 'publish', picture: png })
    expect(await refused.text()).toContain('Напишете какво се вижда на снимката')
    const number = numberIn(await create({ does: 'publish', picture: png, alternative_bg: 'Хора в зала', alternative_en: 'People in a hall' }))
    const html = await textOf(`/bg/participation/news/${number}`)
    const address = new RegExp(`src="(/participation/news/${number}/picture/[0-9a-f]{64})" alt="Хора в зала" width="30" height="20"`).exec(html)?.[1] ?? ''
    const file = await app.request(address)
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([200, 'image/png', 'nosniff'])
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).not.toContain('Author')
    await change(number, { version: await versionOf(number), does: 'withdraw', why: 'сгрешена' })
    expect((await app.request(address)).status).toBe(404)
  })
  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', /трябва да е JPEG или PNG/], ['a page', '<!doctype html><script>alert(1)</script>', /не е картинка|не може да бъде приет/], ['half a PNG', '\u0089PNG', /не е картинка/],
  ])('that is %s is refused, and nothing half-written stays', async (_what, text, says) => {
    const before = (await textOf('/bg/participation/news', cookie)).match(/<li/g)?.length
    const refused = await create({ does: 'publish', picture: new Blob([text]), alternative_bg: 'а', alternative_en: 'a' })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toMatch(says)
    expect((await textOf('/bg/participation/news', cookie)).match(/<li/g)?.length).toBe(before)
  })
})

describe('who may write', () => {
  test('an administrator and a coordinator, and an editor by duty; nobody else', async () => {
    for (const role of ['administrator', 'coordinator', 'analyst', 'owner', 'investment', 'trainer'] as const) {
      const person = await signedInAs(role)
      const may = role === 'administrator' || role === 'coordinator'
      expect((await app.request('/bg/participation/news/new', { headers: { cookie: person.cookie } })).status, role).toBe(may ? 200 : 403)
      if (role !== 'analyst' && role !== 'trainer') continue
      await store.writing((writer) => setStanding({ who: { account: null, name: '' }, writer, now: new Date() }, { id: person.id as AccountId, role, duties: role === 'analyst' ? ['editor'] : [] }))
      expect((await app.request('/bg/participation/news/new', { headers: { cookie: person.cookie } })).status, `${role} with a duty`).toBe(role === 'analyst' ? 200 : 403)
    }
  })
  test('markup in a title is only text, also in the feed', async () => {
    const number = numberIn(await create({ does: 'publish', title_bg: '<script>alert(1)</script> & „липи“' }))
    expect(await textOf(`/bg/participation/news/${number}`)).not.toContain('<script>alert')
    expect(await textOf('/bg/participation/news/feed.atom')).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt; &amp; „липи“</title>')
  })
  test.each([['31.02.2026'], ['вчера'], ['']])('a day that is none (%j) is asked for again', async (day) => {
    const refused = await create({ does: 'save', dated_on: day })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('Напишете деня така')
  })
})
