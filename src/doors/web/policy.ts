// The policy table over the router: every route with the line that allows it, read off the router itself, and printed.
// Decides nothing: who may do what stands in people/roles/rules.
import type { Hono } from 'hono'
import { listPolicy, permissionOf } from '#areas/people/roles/read.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { roles, type Permission, type Role } from '#kernel/who.ts'
import { addressesOf } from './app.ts'
import type { WebPage } from './door.ts'
import { openPaths } from './open-routes.ts'

export type Route = { readonly method: 'GET' | 'POST'; readonly path: string; readonly language: Language; readonly permission: Permission; readonly page: WebPage | null }
export type RouterPolicy = {
  readonly routes: readonly Route[]
  /** routes of the router that no line allows: there must be none */
  readonly without: readonly string[]
  /** lines of the table that no route names */
  readonly idle: readonly string[]
}

export const policyOf = (app: Pick<Hono, 'routes'>, pages: readonly WebPage[]): RouterPolicy => {
  const table = new Set(listPolicy())
  const byAddress = new Map(pages.flatMap((page) => addressesOf(page).map((address) => [address.path, { page, language: address.language }] as const)))
  const open = permissionOf('public.read')
  const routes: Route[] = []
  const without: string[] = []
  for (const { method, path } of app.routes) {
    const found = byAddress.get(path)
    const permission = found === undefined
      ? ((openPaths as readonly string[]).includes(path) && method === 'GET' ? open : undefined)
      : method === 'POST' ? (found.page.mayPost ?? found.page.may) : found.page.may
    if ((method !== 'GET' && method !== 'POST') || permission === undefined || !table.has(permission)) without.push(`${method} ${path}`)
    else routes.push({ method, path, language: found?.language ?? 'bg', permission, page: found?.page ?? null })
  }
  const named = new Set(routes.map(({ permission }) => permission))
  return { routes, without, idle: listPolicy().filter((each) => !named.has(each)).map((each) => each.name) }
}

const roleHeads: Readonly<Record<Role, string>> = {
  visitor: 'visitor', administrator: 'administrator', analyst: 'analyst', coordinator: 'coordinator', owner: 'owner of measures', investment: 'investment officer', trainer: 'trainer',
}
/** A page of both languages is one line; what every role may do says so in one word. */
export const printPolicy = ({ routes }: RouterPolicy): string => {
  const says = (text: Bilingual): string => text.en
  const mark = (permission: Permission): string => roles.map((role) => (permission.roles.has(role) ? '●' : permission.withDuty?.roles.has(role) === true ? '○' : '·')).join(' | ')
  const lines = routes.filter(({ language, page }) => language === 'bg' || page?.languageFree === true)
    .map((route) => ({ ...route, shown: route.page === null || route.page.languageFree === true ? route.path : route.path.replace(/^\/bg/, '/{bg,en}') }))
    .sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.method < b.method ? -1 : 1))
  return `${[
    '# Who may do what', '',
    'Printed from the router and from `src/areas/people/roles/rules.ts` by `npm run check -- --draw`; do not edit. A test compares it with both, and tries every route as every role.', '',
    '## The lines of the policy table', '',
    `| line | what it allows | ${roles.map((role) => roleHeads[role]).join(' | ')} |`, `|---|---|${roles.map(() => ':-:|').join('')}`,
    ...listPolicy().map((each) => `| \`${each.name}\` | ${says(each.says)} | ${mark(each)} |`), '',
    '○: once the duty is assigned to the person.', '',
    '## Every route', '',
    `| route | method | line | ${roles.map((role) => roleHeads[role]).join(' | ')} |`, `|---|---|---|${roles.map(() => ':-:|').join('')}`,
    ...lines.map((line) => `| \`${line.shown}\` | ${line.method} | \`${line.permission.name}\` | ${mark(line.permission)} |`), '',
    '## Fields of JSON answers', '',
    ...lines.flatMap(({ shown, page }) => (page?.fields === undefined ? [] : [`- \`${shown}\`: ${page.fields.map((field) => `\`${field}\``).join(' ')}`])),
  ].join('\n').trimEnd()}\n`
}

/** Names of all fields in a JSON answer: `series[].values[]`. Names that are themselves data are declared as `x.*`, a part that
 *  is shown whole as `x.**`; a text in both languages is one field. */
export const fieldsOf = (value: unknown, declared: readonly string[]): readonly string[] => {
  const found = new Set<string>()
  const walk = (at: unknown, path: string): void => {
    if (Array.isArray(at)) { for (const each of at) walk(each, `${path}[]`); return }
    if (typeof at !== 'object' || at === null || declared.includes(`${path}.**`) || Object.keys(at).sort().join() === 'bg,en') return
    for (const [key, inner] of Object.entries(at)) {
      const star = path === '' ? '*' : `${path}.*`
      const name = declared.includes(star) ? star : path === '' ? key : `${path}.${key}`
      found.add(name)
      walk(inner, name)
    }
  }
  walk(value, '')
  return [...found].sort()
}
