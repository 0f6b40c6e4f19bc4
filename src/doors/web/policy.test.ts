// Who may do what, over the real router: no route without a line of the policy table, and every route tried as every role.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { prepareAssets } from '#areas/evidence/assets/commands.ts'
import { loadStarter } from '#areas/evidence/indicators/commands/load-starter.ts'
import { saveRegionSet } from '#areas/evidence/regions/write.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { staffRoles } from '#areas/people/roles/rules.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import { visitor, type Role } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { findCheckout } from '#store/checkout.ts'
import { page } from '#store/visit.ts'
import { testStore } from '#test/database.ts'
import { makeWorld } from '#test/participation-world.ts'
import { makeApp } from './app.ts'
import { allPages } from './pages.ts'
import { fieldsOf, policyOf, printPolicy, type Route } from './policy.ts'
import { staffPages } from './staff-pages.ts'
import { testApp, testFrame, testSecret } from './test-app.ts'
import { postForm } from './test-forms.ts'

/** The pages of the evidence need the region they speak of. */
const checkout = findCheckout()
const store = await testStore({ seed: { name: 'starter_world', make: async (at) => {
  await loadStarter(at, { checkout, packFolder: join(checkout, 'packs/BG344'), now: new Date() })
  await prepareAssets(at, { packFolder: join(checkout, 'packs/BG344'), now: new Date() })
  await at.writing((writer) => saveRegionSet({ who: visitor, now: new Date(), writer }, { region: 'BG344', name: { bg: 'Сходни', en: 'Alike' }, regions: ['BG341'], recipe: 'first', vintages: [] }))
  const words = { datedOn: '2026-11-25', title: { bg: 'Новина', en: 'News' }, text: { bg: 'Текст.', en: 'Text.' }, picture: null }
  await at.writing((writer) => writePost({ who: visitor, language: 'bg', now: new Date(), writer }, { words, does: 'publish' }))
  await makeWorld(at, new Date())
} } })
const home = parseHomeRegion(readFileSync(join(checkout, 'packs/BG344/region.json'), 'utf8'))
const { app, pages, signedInAs } = testApp(store, {
  more: (desk) => { const staff = new Set(staffPages(desk).map(({ path }) => path)); return allPages({ desk, home, email: null }).filter(({ path }) => !staff.has(path)) },
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const policy = policyOf(app, pages)

test('every route of the router has a line in the policy table, and every line a route', () => {
  expect(policy.without).toEqual([])
  expect(policy.idle).toEqual([])
  expect(policy.routes.length).toBeGreaterThan(50)
})
test('a route that was only added to the router would be found, and so would a page with a permission of its own', () => {
  const own = { name: 'nobody.wrote.this', roles: new Set<Role>(['visitor']), says: { bg: '', en: '' } }
  const strange = page({ path: '/strange', may: own, get: () => ({ kind: 'notFound' }) })
  const other = makeApp({ store, pages: [strange], frame: testFrame, secret: testSecret })
  other.get('/api/hidden', (c) => c.json({}))
  other.delete('/bg/strange', (c) => c.text(''))
  expect(policyOf(other, [strange]).without).toEqual(expect.arrayContaining(['GET /bg/strange', 'GET /en/strange', 'GET /api/hidden', 'DELETE /bg/strange']))
})
test('docs/policy.md says what the router says', () => {
  const file = join(checkout, 'docs/policy.md')
  const printed = printPolicy(policy)
  if (process.env.POSOKA_DRAW === '1') writeFileSync(file, printed)
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(printed)
})

/** A place for every part of a path that may be anything: a thing that exists, so that a page is really drawn. */
const [indicator, vintage, contribution, event] = await store.reading(async (reader) => {
  const rowsOf = <T>(text: string) => rows<T>(reader, sql.raw<T>(text))
  return [
    (await rowsOf<{ key: string }>('select indicator.key from evidence.indicator order by indicator.key limit 1'))[0],
    (await rowsOf<{ dataset: string; number: number }>('select dataset, number from evidence.vintage order by number limit 1'))[0],
    (await rowsOf<{ number: string }>('select number from participation.contribution where shown order by number limit 1'))[0],
    (await rowsOf<{ number: number }>('select number from participation.event order by number limit 1'))[0],
  ]
}, { as: 'staff' })
const filled = (path: string): string => path
  .replace(/sign-in\/(link|first)\/:token/, `sign-in/$1/${'t'.repeat(43)}`).replace('/regions/:code', '/regions/BG344')
  .replace('/news/:number', '/news/1').replace('/events/:number', `/events/${event?.number}`).replace(/\/participation\/(?!news|events)(.*):number/, `/participation/$1${contribution?.number}`)
  .replace('/surveys/:slug', '/surveys/trial').replace('/consultations/:slug', '/consultations/plan').replace('/processes/:slug', '/processes/standing').replace('/you-said/:slug', '/you-said/plan').replace(/\/reports\/:slug$/, '/reports/plan').replace(':block', '1').replace(':file', 'agenda.pdf').replace('/:code', `/${vintage?.dataset}`).replace(':number', String(vintage?.number)).replace(':key', indicator?.key ?? '')
  .replace(':chart', 'line-chart').replace(/:id\b/, '00000000-0000-7000-8000-000000000000')

test('pages with parts that may be anything are tried with things that exist', async () => {
  expect([indicator?.key, vintage?.dataset].every((each) => each !== undefined)).toBe(true)
  const paths = policy.routes.filter(({ method, path, permission }) => method === 'GET' && permission.roles.has('visitor') && !path.includes('/sign-in/') && !path.includes(':secret')).map(({ path }) => filled(path))
  const statuses = await Promise.all(paths.map(async (path) => [path, (await app.request(path)).status] as const))
  // A secret is sent to one person: nobody else can try it. Assets come from the build, nobody has sent a file or finalised a reply report, the pack keeps no raw file, and figures about the server are for neighbours only: nothing else may be missing.
  expect(statuses.filter(([path, status]) => status === 404 && !/^\/assets|^\/emblem|\/picture\/|\/file$|\/files?\/|\/reports\/:slug\/|^\/metrics$/.test(path))).toEqual([])
})

describe('every route as every role', () => {
  const who: readonly Role[] = ['visitor', ...staffRoles]
  test.each(who)('%s', async (role) => {
    const wrong: string[] = []
    let tried = 0
    const come = async (): Promise<string | undefined> => (role === 'visitor' ? undefined : (await signedInAs(role)).cookie)
    // Reading ends nobody: one person asks all the pages, several at once. Acts like signing out or leaving do, so for those everybody comes anew.
    const reader = await come()
    const work = policy.routes.values()
    await Promise.all(Array.from({ length: 6 }, async () => {
      for (const route of work) {
        const response = await knock(route, route.method === 'GET' && !route.path.endsWith('/sign-out') ? reader : await come())
        tried++
        const verdict = judge(route, role, response)
        if (verdict !== null) wrong.push(`${route.method} ${route.path}: ${verdict}`)
      }
    }))
    expect(wrong).toEqual([])
    expect(tried).toBe(policy.routes.length)
  }, 180_000)
})

const knock = (route: Route, cookie: string | undefined): Promise<Response> => {
  const path = filled(route.path)
  const how = cookie === undefined ? {} : { cookie }
  return route.method === 'GET' ? Promise.resolve(app.request(path, { headers: how })) : postForm(app, path, {}, how)
}
const judge = ({ permission }: Route, role: Role, response: Response): string | null => {
  const toSignIn = response.status === 303 && /^\/(bg|en)\/sign-in(\?|$)/.test(response.headers.get('location') ?? '')
  if (response.status >= 500) return `broke with ${response.status}`
  if (permission.roles.has(role)) return response.status === 403 || toSignIn ? `refused with ${response.status}, though ${role} may` : null
  if (role === 'visitor') return toSignIn ? null : `answered ${response.status} instead of leading to sign-in`
  return response.status === 403 ? null : `answered ${response.status}, though ${role} may not`
}

describe('fields of JSON answers', () => {
  test('every JSON answer holds declared fields only', async () => {
    const wrong: string[] = []
    for (const route of policy.routes.filter(({ method, path }) => method === 'GET' && (path.endsWith('.json') || path === '/api' || path.startsWith('/api/')))) {
      if (route.page?.fields === undefined) { wrong.push(`${route.path} declares no fields`); continue }
      const { cookie } = await signedInAs('administrator')
      const response = await app.request(filled(route.path), { headers: { cookie } })
      if (response.headers.get('content-type')?.includes('json') !== true) continue
      const { fields } = route.page
      wrong.push(...fieldsOf(await response.json(), fields).filter((field) => !fields.includes(field)).map((field) => `${route.path}: ${field}`))
    }
    expect(wrong).toEqual([])
  })
  test('a new field would be found, in lists and inside others', () => {
    expect(fieldsOf({ a: 1, list: [{ b: { c: null } }, { d: [] }] }, ['a'])).toEqual(['a', 'list', 'list[].b', 'list[].b.c', 'list[].d'])
    expect(fieldsOf({ BG344: { value: 1 } }, ['*', '*.value'])).toEqual(['*', '*.value'])
    expect(fieldsOf({ name: { bg: 'а', en: 'a' }, from: { any: { thing: 1 } } }, ['from.**'])).toEqual(['from', 'name'])
  })
})
