// The door itself on a store of the test's own: what comes in, what goes out, whatever is sent.
import { describe, expect, test } from 'vitest'
import { typedOne, type Asked, type GetAnswer } from '#kernel/answer.ts'
import { not, ok } from '#kernel/result.ts'
import { page } from '#store/visit.ts'
import { makeApp, type AppParts } from './app.ts'
import { makeBuckets } from './buckets.ts'
import type { WebPage, WebStore } from './door.ts'
import { makeLog } from './log.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { testFrame, testSecret } from './test-app.ts'
import { cookiesOf, postForm } from './test-forms.ts'

const open = permissions['public.read']
const screen = (title: string, body: unknown): GetAnswer => ({ kind: 'screen', title, says: title, crumbs: [], body: body as string })
const asking = (asked: Asked): GetAnswer => screen('Питане', (
  <form method="post">
    {asked.problems.map((each) => <p class="problem">{each.text.bg}</p>)}
    <textarea name="words">{typedOne(asked.typed, 'words')}</textarea>
  </form>
))
let beat = 1
let written: string[] = []
const state = { reading: 0, readings: 0, roles: [] as string[], fresh: [] as string[] }
const store = {
  reading: async (ask: (reader: object) => Promise<unknown>, how: { as: string; fresh: string }) => {
    state.reading++; state.readings++; state.roles.push(how.as); state.fresh.push(how.fresh)
    try { await new Promise((done) => { setImmediate(done) }); return await ask({}) } finally { state.reading-- }
  },
  writing: async (act: (writer: object) => Promise<unknown>) => { const answer = await act({}); beat++; return answer },
  pulse: async () => String(beat),
  files: { read: async function* () { yield new TextEncoder().encode('кирилица') } },
} as unknown as WebStore

const pages: readonly WebPage[] = [
  page({ path: '/', may: open, sameForAll: true, get: () => screen('Начало', <h1>{`Удар ${beat}`}</h1>) }),
  page({ path: '/lazy', may: open, get: () => { const Body = () => { if (state.reading > 0) throw new Error('rendered inside the transaction'); return <p>после</p> }; return screen('Късно', { toString: () => String(<Body />) }) } }),
  page({ path: '/ask', may: open, get: (_visit, asked) => asking(asked), accepts: (typed) => (typedOne(typed, 'words') === '' ? not([{ field: 'words', text: { bg: 'Напишете нещо.', en: 'Write something.' } }]) : ok(typedOne(typed, 'words'))), post: async (_visit, words) => { written.push(words as string); return { kind: 'see', path: '/ask', notice: 'people_notice_saved' } } }),
  page({ path: '/boom', may: open, get: () => { throw new Error('secret-of-the-house postgres://u:pw@h/db x@y.bg') } }),
  page({ path: '/away', may: open, get: () => { throw Object.assign(new Error('x'), { code: '57P03' }) } }),
  page({ path: '/lost', may: open, get: () => { throw Object.assign(new Error('no such thing'), { name: 'NotFound' }) } }),
  page({ path: '/gone', may: open, get: () => ({ kind: 'gone' }) }),
  page({ path: '/file', may: open, languageFree: true, get: () => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'таблица";\r\nX: 1.csv', bytes: '1,2' }) }),
  page({ path: '/stored', may: open, languageFree: true, get: () => ({ kind: 'file', mediaType: 'text/plain', name: 'a.txt', bytes: { stored: 'f'.repeat(64), size: 16 } }) }),
  page({ path: '/things/:key', may: open, get: (_visit, asked) => screen('Нещо', <p>{asked.params.key ?? ''} {asked.query.get('q') ?? ''}</p>) }),
  page({ path: '/things/new', may: open, get: () => screen('Ново', 'ново') }),
  page({ path: '/staff', may: permissions['evidence.import'], get: (_visit, asked) => asking(asked), accepts: (typed) => ok(typedOne(typed, 'words')), post: async () => ({ kind: 'see', path: '/' }) }),
]
const made = (parts: Partial<AppParts> = {}) => {
  let text = ''
  const log = makeLog((line) => { text += line })
  return { app: makeApp({ store, pages, frame: testFrame, secret: testSecret, log, ...parts }), log: () => { log.flush(); return text } }
}
const { app } = made()
const later = { clock: () => new Date(Date.now() + 60_000) }
/** Opens now, sends a minute later: no person is quicker than three seconds. */
const send = async (fields: Record<string, string | Blob>, how: Parameters<typeof postForm>[3] = {}, path = '/bg/ask') => {
  const opened = await (await app.request(path)).text()
  const time = /name="form_time" value="([^"]*)"/.exec(opened)?.[1] ?? ''
  return postForm(made(later).app, path, { form_time: time, ...fields }, how)
}

describe('addresses', () => {
  test.each([
    ['/', 'bg', '/bg'], ['/', 'en-GB,en;q=0.9,bg;q=0.8', '/en'], ['/', 'de,fr;q=0.9', '/bg'], ['/', 'en;q=0,bg', '/bg'], ['/', '', '/bg'],
    ['/ask', 'en', '/en/ask'], ['/bg/', 'en', '/bg'], ['/en/ask/?q=1', 'bg', '/en/ask?q=1'],
  ])('%s in a browser of “%s” leads to %s', async (path, accepts, wanted) => {
    const response = await app.request(path, { headers: { 'accept-language': accepts } })
    expect([response.status, response.headers.get('location')]).toEqual([303, wanted])
  })
  test('who switched the language by the link is remembered', async () => {
    const response = await app.request('/en', { headers: { referer: 'http://localhost/bg' } })
    const cookie = cookiesOf(response)
    expect(cookie).toBe('posoka_language=en')
    expect((await app.request('/', { headers: { cookie, 'accept-language': 'bg' } })).headers.get('location')).toBe('/en')
    expect((await app.request('/en', { headers: { referer: 'http://localhost/en/ask' } })).headers.getSetCookie()).toEqual([])
  })
  test('a written-out address comes before one that may be anything', async () => {
    expect(await (await app.request('/bg/things/new')).text()).toContain('ново')
    expect(await (await app.request('/bg/things/other')).text()).toContain('other')
  })
  test.each(['/bg/things/%00', '/bg/things/a%00b?q=1', '/bg/things/%E0%A4%A', '/bg/things/x?q=%00%FF', '/bg/../../etc/passwd', '/bg/things/<script>', `/bg/${'a/'.repeat(300)}`])('%s is answered, not broken', async (path) => {
    const response = await app.request(path)
    expect([200, 303, 404]).toContain(response.status)
    expect(await response.text()).not.toContain('<script>')
  })
})

describe('every answer', () => {
  test.each(['/bg', '/en/none', '/bg/ask', '/bg/boom', '/file', '/stored', '/healthz', '/robots.txt', '/.well-known/security.txt', '/favicon.ico', '/assets/none.css', '/'])('%s carries the headers that protect', async (path) => {
    const { headers } = await app.request(path)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'same-origin'])
    expect(headers.get('strict-transport-security')).toBeNull()
  })
  test('on https it asks for https for ever after, and cookies are Secure', async () => {
    const { app: secure } = made({ site: { url: 'https://posoka.example', proxies: [], email: null }, ...later })
    expect((await secure.request('/bg')).headers.get('strict-transport-security')).toBe('max-age=31536000')
    const opened = await (await app.request('/bg/ask')).text()
    const time = /name="form_time" value="([^"]*)"/.exec(opened)?.[1] ?? ''
    const answer = await secure.request('/bg/ask', { method: 'POST', headers: { origin: 'https://posoka.example' }, body: new URLSearchParams({ words: 'а', form_time: time, form_website: '' }) })
    expect(answer.status).toBe(303)
    expect(answer.headers.getSetCookie().length).toBe(2)
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/^__Host-posoka_\w+=\w+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    expect(await (await secure.request('/bg/ask', { headers: { cookie: cookiesOf(answer) } })).text()).toContain('Записано.')
  })
  test('a page is drawn after its transaction is closed', async () => {
    expect((await app.request('/bg/lazy')).status).toBe(200)
  })
  test('a visitor reads with the eyes of the public', async () => {
    state.roles = []
    await app.request('/bg/lazy')
    expect(state.roles).toEqual(['public'])
  })
  test('a file name can hold Cyrillic, but no header', async () => {
    const { headers } = await app.request('/file')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="_X_ 1.csv"; filename*=UTF-8''%D1%82%D0%B0%D0%B1%D0%BB%D0%B8%D1%86%D0%B0%22%3BX%3A%201.csv`)
    expect(headers.get('x')).toBeNull()
  })
  test('a kept file is streamed', async () => {
    const response = await app.request('/stored')
    expect([response.headers.get('content-length'), await response.text()]).toEqual(['16', 'кирилица'])
  })
  test('what can be squeezed is squeezed as the browser asks', async () => {
    for (const [accepts, wanted] of [['br, gzip', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['identity', null], ['', null]] as const)
      for (const path of ['/bg', '/bg/ask']) expect((await app.request(path, { headers: { 'accept-encoding': accepts } })).headers.get('content-encoding'), `${path} ${accepts}`).toBe(wanted)
  })
  test('HEAD is GET without the page', async () => {
    const response = await app.request('/bg', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('pages that are the same for all', () => {
  test('they are kept until the pulse moves, and an act is seen at the next request', async () => {
    const { app: fresh } = made()
    const before = state.readings
    for (let n = 0; n < 5; n++) await fresh.request('/bg')
    expect(state.readings - before).toBe(1)
    beat++
    expect(await (await fresh.request('/bg')).text()).toContain(`Удар ${beat}`)
    expect(state.readings - before).toBe(2)
  })
  test('twenty who come at once are drawn one page', async () => {
    beat++
    const before = state.readings
    await Promise.all(Array.from({ length: 20 }, () => app.request('/bg')))
    expect(state.readings - before).toBe(1)
  })
  test('who has the newest page gets 304; who has an older one gets the page', async () => {
    const etag = (await app.request('/bg')).headers.get('etag') ?? ''
    expect((await app.request('/bg', { headers: { 'if-none-match': etag } })).status).toBe(304)
    beat++
    expect((await app.request('/bg', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
  test('who has just written reads from the primary, and no kept page', async () => {
    state.fresh = []
    await app.request('/bg', { headers: { cookie: 'posoka_wrote=1' } })
    await app.request('/bg/lazy')
    expect(state.fresh).toEqual(['primary', 'any'])
  })
})

test('a page asked for under a false host is not kept for anybody else', async () => {
  const { app: own } = made()
  const forged = await (await own.request('http://evil.example/bg')).text()
  expect(forged).toContain('evil.example')
  expect(await (await own.request('/bg')).text()).not.toContain('evil.example')
  const { app: settled } = made({ site: { url: 'https://posoka.example', proxies: [], email: null } })
  expect(await (await settled.request('http://evil.example/bg')).text()).not.toContain('evil.example')
})

describe('forms', () => {
  test('a form from our own page is written, and a notice is shown once', async () => {
    written = []
    const answer = await send({ words: 'първи\r\nред' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/bg/ask'])
    expect(written).toEqual(['първи\nред'])
    const cookie = cookiesOf(answer)
    const shown = await app.request('/bg/ask', { headers: { cookie } })
    expect(await shown.text()).toContain('Записано.')
    expect(cookiesOf(shown, cookie)).not.toContain('notice')
  })
  test('a notice that is none of our words says nothing', async () => {
    for (const notice of ['web_notice_<script>', 'toString', 'people_notice_nothing', 'web_error_wait', '__proto__'])
      expect(await (await app.request('/bg/lazy', { headers: { cookie: `posoka_notice=${notice}` } })).text()).not.toContain('p-notice-title')
  })
  test('what is wrong is said, and what was typed stays, as text', async () => {
    const answer = await send({ words: '', other: 'x' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Напишете нещо.')
    const markup = await postForm(app, '/bg/ask', { words: '</textarea><script>alert(1)</script>' })
    expect(markup.status).toBe(400)
    const text = await markup.text()
    expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(text).not.toContain('<script>alert')
  })
  test.each([
    ['quicker than three seconds', { }, 'необичайно бързо'],
    ['with the hidden field filled', { form_website: 'http://spam.example' }, 'поле, което хората не виждат'],
    ['with a time of its own making', { form_time: 'zzzzzz.AAAAAAAAAAAAAAAAAAAAAA' }, 'не можа да бъде разпознат'],
    ['without a time', { form_time: '' }, 'не можа да бъде разпознат'],
  ])('a form that comes %s is shown again with its words', async (_what, fields, words) => {
    written = []
    const answer = await postForm(app, '/bg/ask', { words: 'не се губи', ...fields })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toContain(words)
    expect(text).toContain('не се губи')
    expect(written).toEqual([])
  })
  test('a form of 25 hours is shown again with its words; one of 23 hours is taken', async () => {
    for (const [hours, status] of [[25, 400], [23, 303]] as const) {
      const opened = await (await app.request('/bg/ask')).text()
      const time = /name="form_time" value="([^"]*)"/.exec(opened)?.[1] ?? ''
      const answer = await postForm(made({ clock: () => new Date(Date.now() + hours * 3_600_000) }).app, '/bg/ask', { words: 'дълго', form_time: time })
      expect(answer.status).toBe(status)
      if (status === 400) expect(await answer.text()).toContain('дълго')
    }
  })
  test.each([
    ['another site', { origin: 'https://evil.example' }], ['nowhere', { origin: 'null' }], ['silence', { origin: '' }],
    ['a name that only begins like ours', { origin: 'http://localhost.evil.example' }], ['another port', { origin: 'http://localhost:81' }],
  ])('a form from %s is refused with 403', async (_what, headers) => {
    written = []
    const answer = await send({ words: 'чуждо' }, { headers })
    expect(answer.status).toBe(403)
    expect(written).toEqual([])
  })
  test('too much is 413, whether it is said beforehand or not', async () => {
    const body = new ReadableStream({ pull(controller) { controller.enqueue(new TextEncoder().encode('words='.padEnd(65_536, 'а'))) } })
    const endless = await app.request('/bg/ask', { method: 'POST', body, duplex: 'half', headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' } } as RequestInit)
    expect(endless.status).toBe(413)
    const said = await app.request('/bg/ask', { method: 'POST', body: 'words=x', headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', 'content-length': '900000000' } })
    expect(said.status).toBe(413)
    expect(await said.text()).toContain('Изпратеното е твърде голямо')
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(9 * 1024 * 1024)]))
    const whole = new Response(form)
    const headers = { origin: 'http://localhost', 'content-type': whole.headers.get('content-type') ?? '' }
    expect((await app.request('/bg/ask', { method: 'POST', headers, body: await whole.arrayBuffer() })).status).toBe(413)
  })
  test.each([['application/json', '{"words":"x"}'], ['text/plain', 'words=x'], ['multipart/form-data', 'words=x'], ['multipart/form-data; boundary=x', '--x\r\nbroken'], ['', 'words=x']])('a body of “%s” is no form: 400', async (type, body) => {
    expect((await app.request('/bg/ask', { method: 'POST', body, headers: { origin: 'http://localhost', 'content-type': type } })).status).toBe(400)
  })
  test('a flood from one address is slowed with 429, another address is not; a forged proxy header changes nothing', async () => {
    const { app: slow } = made({ buckets: makeBuckets({ holds: 3, perMinute: 1 }) })
    const from = (address: string, headers = {}) => postForm(slow, '/bg/ask', { words: 'пак' }, { address, headers })
    for (let n = 0; n < 3; n++) expect((await from('203.0.113.1')).status).toBe(400)
    const stopped = await from('203.0.113.1', { 'x-forwarded-for': '203.0.113.77' })
    expect([stopped.status, Number(stopped.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await stopped.text()).toContain('пак')
    expect((await from('203.0.113.2')).status).toBe(400)
    const { app: behind } = made({ buckets: makeBuckets({ holds: 1, perMinute: 1 }), site: { url: null, proxies: ['10.0.0.1'], email: null } })
    const through = (far: string) => postForm(behind, '/bg/ask', { words: 'а' }, { address: '10.0.0.1', headers: { 'x-forwarded-for': far } })
    expect([(await through('203.0.113.1')).status, (await through('203.0.113.2')).status, (await through('203.0.113.2')).status, (await through('198.51.100.9, 203.0.113.2')).status]).toEqual([400, 400, 429, 429])
  })
  test('who was signed out while writing gets the words back, and the way in', async () => {
    const answer = await postForm(app, '/bg/staff', { words: 'дълъг текст', password: 'не се показва' }, { from: '/bg/ask' })
    expect(answer.status).toBe(403)
    const text = await answer.text()
    expect(text).toContain('дълъг текст')
    expect(text).not.toContain('не се показва')
    expect(text).toContain('href="/bg/sign-in"')
  })
  test('a form to a page that only shows is 405', async () => {
    const answer = await postForm(app, '/bg/lazy', { a: '1' }, { from: '/bg/ask' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('error pages', () => {
  const at = [['/bg/none', 404], ['/en/none', 404], ['/bg/lost', 404], ['/bg/gone', 410], ['/en/gone', 410], ['/bg/boom', 500], ['/en/boom', 500], ['/bg/away', 503], ['/en/away', 503]] as const
  test.each(at)('%s is %i: what happened, what to do, search, and a number that is in the log', async (path, status) => {
    const { app: own, log } = made()
    const response = await own.request(path)
    expect(response.status).toBe(status)
    const text = await response.text()
    expect(text).toContain(`<html lang="${path.slice(1, 3)}">`)
    expect(text).toMatch(/role="search"/)
    const number = /<code>([0-9A-Z-]{10})<\/code>/.exec(text)?.[1] ?? ''
    const line = log().split('\n').filter((each) => each.includes(`"number":"${number}"`)).map((each) => JSON.parse(each) as { status?: number })
    expect(line.some((each) => each.status === status)).toBe(true)
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '30' : null)
  })
  test('a mistake of ours is told to the log without what it was about, and to nobody else', async () => {
    const { app: own, log } = made()
    const text = await (await own.request('/bg/boom')).text()
    expect(text).not.toMatch(/secret-of|postgres|u:pw|x@y\.bg/)
    expect(log()).toContain('app.test.tsx')
    expect(log()).not.toMatch(/u:pw|x@y\.bg/)
  })
  test('when even the error page fails, a page that needs nothing answers, with its number in the log', async () => {
    const { app: broken, log } = made({ frame: () => { throw new Error('the frame is broken') } })
    const response = await broken.request('/bg/lazy')
    const text = await response.text()
    expect([response.status, response.headers.get('x-content-type-options')]).toEqual([500, 'nosniff'])
    expect(log()).toContain(`"number":"${/number: ([\dA-Z-]{10})/.exec(text)?.[1]}","status":500`)
    expect(log()).toContain('the frame is broken')
  })
  test('no query, address or strange path is in the log', async () => {
    const { app: own, log } = made()
    await own.request('/bg/things/maria@example.bg?mail=maria@example.bg&token=abc')
    await own.request('/bg/none/maria@example.bg')
    expect(log()).not.toMatch(/maria|token|abc/)
  })
})
