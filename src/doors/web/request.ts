// What a request says about itself, read the cheap way: Node's own parsed headers when there are any, the Request in tests.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { isLanguage, type Language } from '#kernel/language.ts'

type Bound = { incoming?: IncomingMessage }
export const headerOf = (c: Context, name: Lowercase<string>): string | undefined => {
  const incoming = (c.env as Bound | undefined)?.incoming
  if (incoming === undefined) return c.req.raw.headers.get(name) ?? undefined
  const value = (incoming.headers as IncomingHttpHeaders)[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** The client's address. A proxy's word counts only when the connection comes from a configured proxy. */
export const addressOf = (c: Context, proxies: readonly string[]): string => {
  const incoming = (c.env as Bound | undefined)?.incoming
  // Without a connection (app.request in tests) the address is named by the test itself.
  const said = incoming === undefined ? c.req.raw.headers.get('x-test-address') : incoming.socket.remoteAddress
  const near = (said ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  if (!proxies.includes(near)) return near
  const far = (headerOf(c, 'x-forwarded-for') ?? '').split(',').map((part) => part.trim()).reverse().find((part) => !proxies.includes(part))
  return far !== undefined && /^[0-9a-fA-F.:]+$/.test(far) ? far : near
}

/** A program of this machine itself: nobody's word was passed on, and it did not ask for the public address. */
export const isNear = (c: Context, site: { readonly url: string | null }): boolean => {
  const passedOn = (['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'] as const).some((name) => headerOf(c, name) !== undefined)
  const isPublic = site.url !== null && headerOf(c, 'host') === new URL(site.url).host
  return !passedOn && !isPublic && /^(127\.|::1$)/.test(addressOf(c, []))
}

/** The door's own cookies; the session's belongs to the accounts. */
export type CookieName = 'posoka_language' | 'posoka_notice' | 'posoka_wrote'
export const cookieOf = (cookies: string | undefined, name: CookieName): string | undefined => {
  if (cookies === undefined) return undefined
  for (const part of cookies.split(';')) {
    const at = part.indexOf('=')
    const found = at > 0 ? part.slice(0, at).trim() : ''
    if (found === name || found === `__Host-${name}`) return part.slice(at + 1).trim()
  }
  return undefined
}

/** The language a visitor reads best: an earlier choice, else the browser's list, else Bulgarian. */
export const preferredLanguage = (cookies: string | undefined, accepts: string | undefined): Language => {
  const chosen = cookieOf(cookies, 'posoka_language')
  if (isLanguage(chosen)) return chosen
  const wishes = (accepts ?? '').split(',').map((part, place) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined)
    return { tag: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight), place }
  }).filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight || a.place - b.place)
  const best = wishes.map((wish) => wish.tag).find((tag) => isLanguage(tag))
  return isLanguage(best) ? best : 'bg'
}

/** The path and query of an address, without parsing what does not need parsing. */
export const pathOf = (url: string): { readonly path: string; readonly query: string } => {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const rest = start < 0 ? '/' : url.slice(start)
  const hash = rest.indexOf('#')
  const clean = hash < 0 ? rest : rest.slice(0, hash)
  const mark = clean.indexOf('?')
  return mark < 0 ? { path: clean, query: '' } : { path: clean.slice(0, mark), query: clean.slice(mark) }
}

/** Forms come from our own pages only. Every browser of the last years says the origin with a post; silence is refused. */
export const isOwnOrigin = (c: Context, url: string | null): boolean => {
  const origin = headerOf(c, 'origin')
  if (origin === undefined) return headerOf(c, 'sec-fetch-site') === 'same-origin'
  if (url !== null) return origin === url
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === (headerOf(c, 'host') ?? new URL(c.req.url).host)
}
