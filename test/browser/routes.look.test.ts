// Every GET route of the router itself: what it sends, read as text in both languages, and how it stands in a real browser.
// A route without a sample fails, so that no page is ever left out. Links are followed in pages.test.ts, not here.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseHomeRegion } from '#kernel/home.ts'
import { languages } from '#kernel/language.ts'
import { makeApp } from '#doors/web/app.ts'
import type { WebStore } from '#doors/web/door.ts'
import { allPages } from '#doors/web/pages.ts'
import { testFrame } from '#doors/web/test-app.ts'
import { readJson } from '#test/pack.ts'
import { administrator, appAddress, openPage } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import type { StaffDesk } from '#doors/web/staff-pages.ts'

const address = appAddress()
const staff = administrator()
const home = parseHomeRegion(JSON.stringify(readJson('packs/BG344/region.json')))
// Only its list of routes is read: nothing is asked of it, so it needs neither a store nor a desk.
const router = makeApp({ store: {} as WebStore, pages: allPages({ desk: {} as StaffDesk, home, email: null }), frame: testFrame, secret: 'a-secret-that-signs-nothing-here-00000' })
const routes = [...new Set(router.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]

const textOf = async (path: string, cookie = ''): Promise<{ status: number; type: string; text: string }> => {
  const answer = await fetch(address + path, { redirect: 'manual', headers: { cookie, accept: 'text/html' } })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
}
/** A letter to look at: somebody who works here has asked for a sign-in link. */
const askForLink = async (): Promise<void> => {
  const form = await textOf('/bg/sign-in')
  await new Promise((resume) => setTimeout(resume, 3_300)) // what comes sooner is taken for a machine's
  const body = new URLSearchParams({ form_time: /name="form_time" value="([^"]*)"/.exec(form.text)?.[1] ?? '', form_website: '', email: 'maria@example.bg' })
  await fetch(`${address}/bg/sign-in`, { method: 'POST', redirect: 'manual', body, headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' } })
}
await askForLink()
const firstLink = async (path: string, pattern: RegExp): Promise<string> => pattern.exec((await textOf(path, staff)).text)?.[1] ?? 'none'

/** What a parameter may be, by the route it stands in; several where the kinds of pages differ. */
const samples: readonly { readonly route: RegExp; readonly of: Readonly<Record<string, readonly string[]>> }[] = [
  { route: /\/evidence\/indicators\/:key$/, of: { key: ['ent.stock', 'ctx.pop', 'ctx.unemp', 'ctx.gdp.recent', 'inn.gerd', 'ctx.wage', 'dig.ai', 'ctx.emprate'] } },
  { route: /\/evidence\/indicators\/:key\//, of: { key: ['ent.stock'] } },
  { route: /\/evidence\/regions\/:code\/document\/:chapter/, of: { code: ['BG344'], chapter: ['economy', 'missing'] } },
  { route: /\/evidence\/regions\/:code/, of: { code: ['SZR23', 'BG341'] } },
  { route: /\/api\/indicators\/:key/, of: { key: ['ent.stock'] } },
  // A fresh product has no draft of a table and nothing that is counted by hand: so its pages say.
  { route: /\/evidence\/tables\/drafts\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/evidence\/counts\/:key/, of: { key: ['x.nothing'] } },
  { route: /\/evidence\/datasets\/:code$/, of: { code: ['nsi-1169', 'isoc_r_eb_ain2'] } },
  { route: /\/evidence\/datasets\/:code\/import/, of: { code: ['isoc_r_eb_ain2'] } },
  // Nothing has been kept as a figure yet: the page that says so is looked at, and what would be kept.
  { route: /\/evidence\/indices\/:key/, of: { key: ['districts', 'conditions', 'planning-regions'] } },
  // No set of peers has been saved: a journey saves one.
  { route: /\/evidence\/peers\/sets\/:number/, of: { number: ['1'] } },
  { route: /\/evidence\/figures\/:number/, of: { number: ['1'] } },
  { route: /\/evidence\/analyses\/:number/, of: { number: ['1'] } },
  // The pack's first entry; no kind has been counted in every district, so the form of its counts is empty.
  { route: /\/evidence\/assets\/:number/, of: { number: ['1'] } },
  { route: /\/evidence\/assets\/gaps\/:kind/, of: { kind: ['park'] } },
  { route: /\/evidence\/assets\/import\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/catalogue\/:chart/, of: { chart: [await firstLink('/bg/catalogue', /\/catalogue\/([a-z-]+)"/)] } },
  { route: /\/evidence\/datasets\/:code\/vintages\/:number/, of: { code: ['nsi-1169'], number: [await firstLink('/bg/evidence/datasets/nsi-1169', /vintages\/(\d+)"/)] } },
  { route: /\/people\/:id/, of: { id: [await firstLink('/bg/people', /\/people\/([0-9a-f-]{36})"/)] } },
  { route: /\/office\/letters\/:id/, of: { id: [await firstLink('/bg/office/letters', /\/office\/letters\/([0-9a-f-]{36})"/)] } },
  { route: /\/sign-in\/(first|link)\/:token/, of: { token: ['a-token-that-was-never-given'] } },
  // A fresh product has no emblem and no news: the pages that say so are looked at.
  { route: /\/emblem\/:hash/, of: { hash: ['0'.repeat(64)] } },
  // No letter has come to a fresh product: the page that says so is looked at, and the list that is empty.
  { route: /\/participation\/mail\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'], position: ['1'] } },
  { route: /\/participation\/news\/:number/, of: { number: ['1'], hash: ['0'.repeat(64)] } },
  // Nothing has been typed in yet; a journey types a letter, a sheet and a table and looks at them.
  { route: /\/participation\/intake\/paper\/:number/, of: { number: ['2026-9999'], hash: ['0'.repeat(64)] } },
  { route: /\/participation\/intake\/sheets\/:code/, of: { code: ['ABCDE'], hash: ['0'.repeat(64)] } },
  { route: /\/participation\/intake\/files\/new\/:kind/, of: { kind: ['table', 'polis', 'decidim', 'portalCsv'] } },
  { route: /\/participation\/intake\/(files|conversations)\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'], file: ['votes.csv'] } },
  { route: /\/participation\/processes\/:slug\/decidim/, of: { slug: ['standing'] } },
  // A fresh product has no meeting; a journey makes one and looks at it.
  { route: /\/participation\/events\/:number/, of: { number: ['9999'], hash: ['0'.repeat(64)], file: ['agenda.pdf'] } },
  // An entry and a draft of the register that are not there: so their pages say.
  { route: /\/participation\/stakeholders\/(import\/)?:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/participation\/events\/place\/:secret/, of: { secret: ['a-link-that-was-never-sent'] } },
  // Nothing waits in a fresh product: a text that is not there says so; a journey looks at one that is.
  { route: /\/participation\/surveys\/:slug/, of: { slug: ['no-such-survey'], secret: ['a-link-that-was-never-sent'], key: ['q1'] } },
  { route: /\/participation\/inbox\/:number/, of: { number: ['2026-9999'] } },
  { route: /\/participation\/inbox\/objections\/:decision/, of: { decision: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/participation\/report\/:number/, of: { number: ['2026-9999'] } },
  { route: /\/participation\/objection\/:secret/, of: { secret: ['a-link-that-was-never-sent'] } },
  // A fresh product has no text and no consultation: so their pages say; a journey opens one and looks at it.
  // a number no journey reaches while these run: what a text looks like is seen by its own journey
  { route: /\/participation\/texts\/:number/, of: { number: ['9999'], block: ['1'], from: ['1'] } },
  { route: /\/participation\/consultations\/:slug/, of: { slug: ['no-such-consultation'], block: ['1'], id: ['00000000-0000-7000-8000-000000000001'] } },
  // No edition of the report is out, and nobody writes it yet: so its pages say.
  { route: /\/strategy\/current-state\/(draft|texts)\/:chapter/, of: { chapter: ['people'] } },
  { route: /\/strategy\/current-state\/:number/, of: { number: ['9999'], chapter: ['people'] } },
  // Nothing has been concluded in a fresh product: the pages that say so are looked at.
  { route: /\/strategy\/(findings|challenges)\/:number/, of: { number: ['1'] } },
  // Nobody has proposed anything to a fresh product: so the pages of a number say; a journey proposes and looks at them.
  { route: /\/participation\/proposals\/:number/, of: { number: ['2026-9999'], id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/participation\/(proposals\/(review|draft)|confirm)\/:secret/, of: { secret: ['a-link-that-was-never-sent'] } },
  { route: /\/participation\/processes\/:slug/, of: { slug: ['standing'] } },
  { route: /\/participation\/answers\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/participation\/(reports|you-said)\/:slug/, of: { slug: ['standing'], version: ['1'] } },
  // Nobody has asked for a link in a fresh product, and nobody was erased: the pages say that the link is over.
  { route: /\/participation\/(follow\/confirm|stop|mine(\/open)?)\/:secret/, of: { secret: ['a-link-that-was-never-sent'] } },
  { route: /\/participation\/erased\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/office\/privacy\/erase\/:id/, of: { id: ['00000000-0000-7000-8000-000000000001'] } },
  { route: /\/office\/privacy\/period\/:kind/, of: { kind: ['people.links'] } },
  { route: /\/assets\/:file/, of: { file: [await firstLink('/bg', /href="\/assets\/([^"]+\.css)"/)] } },
]
const pathsOf = (route: string): readonly string[] => {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  if (names.length === 0) return [route]
  const sample = samples.find((one) => one.route.test(route))
  return names.reduce<readonly string[]>((paths, name) => paths.flatMap((path) => (sample?.of[name] ?? []).map((value) => path.replace(`:${name}`, value))), [route])
}
/** Routes that lead on by themselves: to a visitor's language, from a place that only takes posts. */
const leadsElsewhere = new Set(['/', '/bg/my/sessions', '/en/my/sessions', ...['bg', 'en'].flatMap((language) => ['people/settings/mailbox/test-letter', 'participation/inbox/objections', 'participation/events/9999/feedback', 'participation/consultations/new', 'participation/inbox/2026-9999/merge', 'evidence/analyses/1', ...['districts', 'conditions', 'planning-regions'].map((key) => `evidence/indices/${key}/desk`)].map((path) => `/${language}/${path}`))])
/** The name of whoever is signed in stands in the frame as it was typed; so does, among colleagues, the title that somebody gave a proposal. */
const typedNames = /Мария Петрова|Мостът[^<"]*/g

/** Shows every part in every state, names of programs included; it is for builders, and heavier than a page may be. */
const isCatalogue = (path: string): boolean => /^\/(bg|en)\/catalogue(\/|$)/.test(path)

const visible = (html: string): string =>
  html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ')

type Seen = { readonly path: string; readonly html: string; readonly cookies: string }
const pages: Seen[] = []
const broken: string[] = []
const see = async (path: string): Promise<Seen | null> => {
  const asVisitor = await textOf(path)
  const cookies = asVisitor.status === 303 || asVisitor.status === 403 ? staff : ''
  const { status, type, text } = cookies === '' ? asVisitor : await textOf(path, cookies)
  // a token that was never given, and a letter nobody sent, are answered with a page that says so
  if (status >= 500 || (status >= 300 && status < 400 && !leadsElsewhere.has(path))) broken.push(`${status} ${path}`)
  return type.startsWith('text/html') && text !== '' ? { path, html: text, cookies } : null
}
const paths = routes.flatMap(pathsOf)
// four at a time: the server and its database share the two cores
for (let at = 0; at < paths.length; at += 4) pages.push(...(await Promise.all(paths.slice(at, at + 4).map(see))).filter((seen) => seen !== null))

describe('the router', () => {
  test('has a sample for every route', () => {
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.filter((route) => pathsOf(route).length === 0)).toEqual([])
    expect(samples.flatMap(({ of }) => Object.values(of).flat()).filter((value) => value === 'none')).toEqual([])
  })
  test('answers every one, and never with a fault', () => {
    expect(broken).toEqual([])
    expect(pages.length).toBeGreaterThan(60)
  })
})

describe('what every page sends', () => {
  test('is in its language, with one h1, a title and a sentence about itself', () => {
    for (const { path, html } of pages) {
      const language = path.split('/')[1] === 'en' ? 'en' : 'bg'
      expect(/<html[^>]*\slang="(\w+)"/.exec(html)?.[1], path).toBe(language)
      expect(html.match(/<h1[\s>]/g)?.length, path).toBe(1)
      expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]?.trim(), path).toBeTruthy()
      expect(/<meta name="description" content="([^"]*)"/.exec(html)?.[1]?.trim(), path).toBeTruthy()
    }
  })
  test('says nothing that only a program would say', () => {
    for (const { path, html } of pages) {
      if (isCatalogue(path)) continue
      expect(visible(html).match(/\b(undefined|NaN|null|\[object [A-Z]\w+\])\b|(?<![\w.])(ui|web|people|evidence|kernel)_[a-z]+_[a-z_]+/g), path).toBeNull()
    }
  })
  test('speaks one language: no Bulgarian letters in the English words of the frame', () => {
    for (const { path, html } of pages) {
      if (!path.startsWith('/en')) continue
      const frame = html.replace(/<main[\s\S]*<\/main>/, '').replace(typedNames, '').replace(/<[^>]*\blang="bg"[^>]*>[^<]*<\/[a-z]+>/g, '')
      expect(visible(frame).match(/[А-Яа-я]{3,}/g)?.filter((word) => word !== 'Български') ?? [], path).toEqual([])
    }
  })
  test('weighs at most 30 KB as HTML, 10 KB as scripts and 30 KB as style, compressed', async () => {
    const weights = new Map<string, number>()
    const weigh = async (file: string): Promise<number> => {
      const known = weights.get(file)
      if (known !== undefined) return known
      const bytes = gzipSync(await (await fetch(address + file)).arrayBuffer(), { level: 9 }).length
      weights.set(file, bytes)
      return bytes
    }
    const sum = async (files: readonly (string | undefined)[]): Promise<number> => (await Promise.all(files.map((file) => weigh(file ?? '')))).reduce((all, each) => all + each, 0)
    for (const { path, html } of pages) {
      if (!isCatalogue(path)) expect(gzipSync(html).length, path).toBeLessThanOrEqual(30_000)
      expect(await sum([...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, file]) => file)), path).toBeLessThanOrEqual(10_000)
      expect(await sum([...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, file]) => file)), path).toBeLessThanOrEqual(30_000)
    }
  })
})

const shown = pages.filter(({ path }) => few(['bg'], [...languages]).includes(path.split('/')[1] ?? ''))
describe.each(few([['on', 1280]] as const, [['on', 1280], ['off', 1280], ['on', 390], ['off', 390], ['on', 320]] as const))('in a browser with scripts %s at %i pixels', (scripts, width) => {
  test.each(shown)('$path', async ({ path, cookies }) => {
    const opened = await openPage({ path, cookies, scripts, width, window: 'kept' })
    await opened.page.setViewportSize({ width, height: 900 })
    await opened.check()
    // the full run looks at each width whole
    if (isFull) return
    await opened.page.setViewportSize({ width: 390, height: 900 })
    await opened.checkFit()
  })
})
