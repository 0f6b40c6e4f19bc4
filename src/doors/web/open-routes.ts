// The few addresses that are not pages: the root, assets, readiness, and what machines look for by custom. All open to everybody.
import type { Context } from 'hono'
import { isLanguage, type Language } from '#kernel/language.ts'
import { squeezeFor } from './compress.ts'
import type { Door } from './door.ts'
import { findIcon, iconPaths, manifest, manifestPath } from './icons.ts'
import { plainKnock, logged } from './knock.ts'
import { isForPrograms, preflightHeaders } from './programs.ts'
import { headerOf, isNear, pathOf, preferredLanguage } from './request.ts'
import { errorAnswer, respond, safeFor } from './respond.ts'

type Handler = (c: Context) => Response | Promise<Response>
export const openPaths = ['/', '/assets/:file', '/healthz', '/metrics', '/robots.txt', '/.well-known/security.txt', manifestPath, ...iconPaths] as const

export const openRoutes = (door: Door): readonly (readonly [(typeof openPaths)[number], Handler])[] => {
  const text = (body: string, type = 'text/plain; charset=utf-8'): Response =>
    respond([], { status: 200, headers: { ...safeFor(door), 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' }, body })
  return [
    ['/', (c) => respond([], {
      status: 303, body: '',
      headers: { ...safeFor(door), Location: `/${preferredLanguage(headerOf(c, 'cookie'), headerOf(c, 'accept-language'))}`, Vary: 'Accept-Language, Cookie', 'Cache-Control': 'no-cache' },
    })],
    ['/assets/:file', (c) => {
      const file = c.req.param('file') ?? ''
      const asset = door.assets.find(file)
      if (asset === undefined) return errorAnswer(plainKnock(c, door, 'bg'), 404)
      const how = squeezeFor(headerOf(c, 'accept-encoding'))
      const twin = how === null ? null : asset[how]
      return respond([], {
        status: 200, body: twin ?? asset.plain,
        headers: {
          ...safeFor(door), 'Content-Type': asset.mediaType, 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding',
          ...(twin !== null && how !== null ? { 'Content-Encoding': how } : {}),
        },
      })
    }],
    ['/healthz', async (c) => {
      const headers = { ...safeFor(door), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
      if (door.isDraining()) return respond([], { status: 503, headers, body: 'stopping\n' })
      try { await door.store.pulse(); return respond([], { status: 200, headers, body: 'ready\n' }) }
      catch { logged(plainKnock(c, door, 'en'), { route: '/healthz', status: 503, began: performance.now() }); return respond([], { status: 503, headers: { ...headers, 'Retry-After': '5' }, body: 'not ready\n' }) }
    }],
    ['/metrics', async (c) => {
      if (door.metricsFor === 'off' || (door.metricsFor === 'local' && !isNear(c, door.site))) return errorAnswer(plainKnock(c, door, 'bg'), 404)
      const headers = { ...safeFor(door), 'Content-Type': 'application/openmetrics-text; version=1.0.0; charset=utf-8', 'Cache-Control': 'no-store' }
      return respond([], { status: 200, headers, body: door.meters.print(await door.gauges()) })
    }],
    ['/robots.txt', () => text('User-agent: *\nDisallow: /bg/sign-in\nDisallow: /en/sign-in\nDisallow: /bg/my\nDisallow: /en/my\nAllow: /\n')],
    ['/.well-known/security.txt', () => text(securityText(door))],
    [manifestPath, () => text(manifest, 'application/manifest+json; charset=utf-8')],
    ...iconPaths.map((path) => [path, () => {
      const { type, bytes } = findIcon(path)
      return respond([], { status: 200, headers: { ...safeFor(door), 'Content-Type': type, 'Cache-Control': 'public, max-age=86400' }, body: bytes })
    }] as const),
  ]
}

/** RFC 9116; the date is always some months ahead, because the installation is looked after as long as it answers. */
const securityText = (door: Door): string => {
  const until = new Date(door.clock().getTime() + 180 * 86_400_000).toISOString().slice(0, 10)
  const contact = door.site.email === null ? `${door.site.url ?? 'http://localhost'}/bg/project` : `mailto:${door.site.email}`
  return `Contact: ${contact}\nExpires: ${until}T00:00:00Z\nPreferred-Languages: bg, en\n${door.site.url === null ? '' : `Canonical: ${door.site.url}/.well-known/security.txt\n`}`
}

/** Nothing at this address: a slash too much, a language left out, a form to a page that only shows, or truly nothing. */
export const lostHandler = (door: Door, fits: (method: string, path: string) => boolean) => async (c: Context): Promise<Response> => {
  const began = performance.now()
  const { path, query } = pathOf(c.req.raw.url)
  // A script of another site asks first whether it may send what makes an answer short.
  if (c.req.method === 'OPTIONS' && isForPrograms(path)) return respond([], { status: 204, headers: { ...safeFor(door), ...preflightHeaders }, body: '' })
  const first = path.split('/')[1]
  const language: Language = isLanguage(first) ? first : preferredLanguage(headerOf(c, 'cookie'), headerOf(c, 'accept-language'))
  const at = plainKnock(c, door, language)
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const moved = !isRead ? undefined
    : path.length > 1 && path.endsWith('/') && fits('GET', path.replace(/\/+$/, '')) ? path.replace(/\/+$/, '')
    : !isLanguage(first) && fits('GET', `/${language}${path}`) ? `/${language}${path}` : undefined
  if (moved !== undefined) {
    logged(at, { route: 'moved', status: 303, began })
    return respond([], { status: 303, headers: { ...safeFor(door), Location: moved + query, 'Cache-Control': 'no-cache', Vary: 'Accept-Language, Cookie' }, body: '' })
  }
  const status = !isRead && fits('GET', path) ? 405 : 404
  const response = await errorAnswer(at, status)
  if (status === 405) response.headers.set('Allow', 'GET, HEAD')
  logged(at, { route: 'none', status, began })
  return response
}
