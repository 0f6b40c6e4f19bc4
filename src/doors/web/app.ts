// Makes the application out of a list of pages. Every route has one handler and no chain before it: that is the fast way.
import { Hono } from 'hono'
import { limits } from '#areas/evidence/open-data/rules.ts'
import { languages, type Language } from '#kernel/language.ts'
import { visitor } from '#kernel/who.ts'
import { makeBuckets, type Buckets } from './buckets.ts'
import type { Door, Sessions, Site, WebPage, WebStore } from './door.ts'
import { noAssets, type Assets } from './assets.ts'
import { openDocumentDesk, type DocumentDesk } from './documents/desk.ts'
import type { Frame } from './frame.ts'
import { makeFormSeal } from './form-seal.ts'
import { getHandler } from './get.ts'
import { describeFailure, makeLog, makeNumbers, type Log } from './log.ts'
import { makeMeters } from './meters.ts'
import { makePageCache, type PageCache } from './page-cache.ts'
import { lostHandler, openRoutes } from './open-routes.ts'
import { postHandler } from './post.ts'
import { makeProgramLimits, type ProgramLimits } from './programs.ts'
import { html, respond, safeFor } from './respond.ts'

export type AppParts = {
  readonly store: WebStore
  readonly pages: readonly WebPage[]
  readonly frame: Frame
  /** brings the frame up to date before a page is drawn */
  readonly refresh?: () => Promise<void>
  /** signs form times; the sessions have their own */
  readonly secret: string
  readonly sessions?: Sessions
  readonly site?: Site
  readonly assets?: Assets
  readonly cache?: PageCache
  readonly buckets?: Buckets
  readonly together?: Door['together']
  readonly gauges?: Door['gauges']
  readonly metricsFor?: Door['metricsFor']
  readonly isDraining?: Door['isDraining']
  readonly limits?: ProgramLimits
  readonly log?: Log
  readonly clock?: () => Date
  readonly documents?: DocumentDesk
}
const nobody: Sessions = { find: async () => ({ who: visitor, id: null, renew: [] }), start: async () => [], end: async () => [] }
/** Forms that one person or one address may send, in each process and in all together. */
export const formBucket = { holds: 60, perMinute: 30 } as const
const silent: Log = makeLog(() => {})

export const makeApp = (parts: AppParts): Hono => {
  const door: Door = {
    store: parts.store,
    sessions: parts.sessions ?? nobody,
    site: parts.site ?? { url: null, proxies: [], email: null },
    frame: parts.frame,
    refresh: parts.refresh ?? (async () => {}),
    assets: parts.assets ?? noAssets,
    cache: parts.cache ?? makePageCache(),
    buckets: parts.buckets ?? makeBuckets(formBucket),
    limits: parts.limits ?? makeProgramLimits(limits),
    seal: makeFormSeal(parts.secret),
    together: parts.together ?? (async () => 0),
    log: parts.log ?? silent,
    meters: makeMeters(),
    gauges: parts.gauges ?? (async () => []),
    metricsFor: parts.metricsFor ?? 'local',
    isDraining: parts.isDraining ?? (() => false),
    numbers: makeNumbers(),
    clock: parts.clock ?? (() => new Date()),
    documents: parts.documents ?? openDocumentDesk(),
  }
  const app = new Hono()
  for (const page of inOrder(parts.pages)) {
    for (const { path, language } of addressesOf(page)) {
      app.get(path, getHandler(door, page, language))
      if (page.post !== undefined || page.command !== undefined) app.post(path, postHandler(door, page, language))
    }
  }
  for (const [path, handler] of openRoutes(door)) app.get(path, handler)
  const lost = lostHandler(door, (method, path) => app.router.match(method, path)[0].length > 0)
  app.notFound(lost)
  // Even the error page failed: a page that needs nothing, with the number under which the log knows it.
  app.onError((failure) => {
    const number = door.numbers.next()
    door.log.fault({ number, status: 500, ...describeFailure(failure) })
    return respond([], { status: 500, headers: { ...safeFor(door), 'Content-Type': html, 'Cache-Control': 'no-store' }, body: lastResort(number) })
  })
  return app
}

const lastResort = (number: string): string =>
  `<!doctype html><html lang="bg"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>500</title></head><body><h1>Нещо се счупи при нас</h1><p>Опитайте отново след минута. Номер за справка: ${number}.</p><div lang="en"><h2>Something broke on our side</h2><p>Try again in a minute. Reference number: ${number}.</p></div><p><a href="/bg">Начало</a> · <a href="/en" lang="en">Home</a></p></body></html>`

/** A page stands under both languages, or once where the address is the same for all. */
export const addressesOf = (page: WebPage): readonly { readonly path: string; readonly language: Language }[] =>
  page.languageFree === true
    ? [{ path: page.path, language: 'bg' }]
    : languages.map((language) => ({ path: `/${language}${page.path === '/' ? '' : page.path}`, language }))

/** The router takes the first that fits: written-out parts before parts that may be anything. */
const inOrder = (pages: readonly WebPage[]): readonly WebPage[] => {
  const shape = (page: WebPage): string => page.path.split('/').map((part) => (part.startsWith(':') ? '1' : part.includes('*') ? '2' : '0')).join('')
  return [...pages].sort((a, b) => (shape(a) < shape(b) ? -1 : shape(a) > shape(b) ? 1 : 0))
}
