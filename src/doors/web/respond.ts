// Values become answers here: a screen in its frame, a file, a redirect, an error page. Nothing is asked of the database any more.
import type { Context } from 'hono'
import type { FileAnswer, Screen, See } from '#kernel/answer.ts'
import type { Markup } from '#ui/jsx/jsx-runtime.ts'
import { type Bilingual, otherLanguage, type Language } from '#kernel/language.ts'
import { visitor, type Who } from '#kernel/who.ts'
import { isWorthSqueezing, squeeze, squeezeFor, type Squeezed } from './compress.ts'
import type { Door } from './door.ts'
import { errorScreen, type ErrorStatus } from './errors.tsx'
import { disposition, pictureHeaders, safeHeaders, type Safe } from './headers.ts'
import { toBytes } from './page-bytes.ts'
import { isAskedByProgram, openHeaders, problemOf } from './programs.ts'
import { headerOf, pathOf, type CookieName } from './request.ts'

/** One request on its way through the door. */
export type Knock = {
  readonly c: Context
  readonly door: Door
  readonly language: Language
  readonly number: string
  readonly at: Date
  readonly who: Who
  readonly session: string | null
  readonly notice: string | null
  /** Set-Cookie values that go out with whatever is answered */
  readonly cookies: string[]
}
export const html = 'text/html; charset=utf-8'
const safeByUrl = new Map<string | null, Safe>()
/** The same object for all answers: Node copies plain objects fastest. */
export const safeFor = (door: Door): Safe => {
  let safe = safeByUrl.get(door.site.url)
  if (safe === undefined) safeByUrl.set(door.site.url, safe = safeHeaders(door.site.url))
  return safe
}

/** Absolute addresses are built on the public address; without one, on what this browser called us. */
export const originOf = ({ c, door }: Knock): string => {
  if (door.site.url !== null) return door.site.url
  const { url } = c.req.raw
  return url.slice(0, url.indexOf('/', url.indexOf('//') + 2))
}
const frame = (knock: Knock, screen: Screen): Markup => {
  const { door, language, who, notice } = knock
  const { path, query } = pathOf(knock.c.req.raw.url)
  const bare = path.replace(/^\/(?:bg|en)(?=\/|$)/, '') || '/'
  return door.frame(screen, { language, path: bare + query, who, notice, origin: originOf(knock) })
}

/** Private answers are never kept by anybody; a visitor's page may be kept, but is asked for again. */
export const keepingOf = (knock: Knock): Safe =>
  knock.who === visitor && knock.session === null
    ? { 'Cache-Control': 'no-cache', Vary: 'Cookie, Accept-Encoding' }
    : { 'Cache-Control': 'private, no-store', Vary: 'Cookie, Accept-Encoding' }

export type Sent = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array }

/** The last step of every answer but the kept ones: squeeze, cookies, length. */
export const send = async (knock: Knock, { status, headers, body }: Sent): Promise<Response> => {
  const how: Squeezed | null = squeezeFor(headerOf(knock.c, 'accept-encoding'))
  const type = headers['Content-Type'] ?? ''
  const size = typeof body === 'string' ? body.length : body.byteLength
  const squeezed = how !== null && isWorthSqueezing(type, size)
  const bytes = squeezed ? await squeeze(typeof body === 'string' ? Buffer.from(body) : body, how, 'once') : body
  return respond(knock.cookies, { status, headers: squeezed ? { ...headers, 'Content-Encoding': how } : headers, body: bytes })
}
/** Plain objects keep Node's fast path; cookies need several headers of one name. */
export const respond = (cookies: readonly string[], { status, headers, body }: Sent): Response => {
  const content = status === 304 || status === 303 || status === 204 ? null : (body as string | Uint8Array<ArrayBuffer>)
  if (cookies.length === 0) return new Response(content, { status, headers })
  const all = new Headers(headers)
  for (const cookie of cookies) all.append('Set-Cookie', cookie)
  return new Response(content, { status, headers: all })
}

export const screenSent = (knock: Knock, screen: Screen, typedTime?: string): Sent => ({
  status: screen.status ?? 200,
  headers: { ...safeFor(knock.door), ...keepingOf(knock), 'Content-Type': html, 'Content-Language': knock.language },
  body: toBytes(knock.door.seal.seal(frame(knock, screen), knock.at, typedTime)),
})

export const fileSent = (knock: Knock, file: FileAnswer): Sent => ({
  status: 200,
  headers: {
    ...safeFor(knock.door), ...keepingOf(knock), 'Content-Type': file.mediaType,
    'Content-Disposition': disposition(file.name, file.inline === true ? 'inline' : 'attachment'),
    ...(isAskedByProgram(knock.c) ? openHeaders : {}),
    ...(file.picture === 'yes' ? { ...pictureHeaders, 'Cache-Control': knock.who === visitor ? 'public, max-age=31536000, immutable' : 'private, max-age=3600' } : {}),
  },
  body: typeof file.bytes === 'object' && 'stored' in file.bytes ? '' : file.bytes,
})

export const redirect = (knock: Knock, path: string): Response =>
  respond(knock.cookies, { status: 303, headers: { ...safeFor(knock.door), 'Cache-Control': 'no-store', Location: toLocation(path) }, body: '' })
/** A path of ours may hold Cyrillic; what is encoded already stays so. A line end would split the header, a backslash is a slash to browsers. */
const toLocation = (path: string): string =>
  path.toWellFormed().replace(/[\u0000-\u001f\u007f\\]/g, '').replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part))
export const seeOther = (knock: Knock, see: See): Response => {
  if (see.notice !== undefined) knock.cookies.push(cookie(knock.door, 'posoka_notice', see.notice, 60))
  return redirect(knock, `/${knock.language}${see.path === '/' ? '' : see.path}`)
}

/** On https a cookie's name binds it to this host: neither a neighbour's site nor plain http can set one for us. */
export const cookie = (door: Door, name: CookieName, value: string, seconds: number): string => {
  const isHttps = door.site.url?.startsWith('https://') === true
  return `${isHttps ? '__Host-' : ''}${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
}

export const errorAnswer = (knock: Knock, asked: ErrorStatus | 409, more: { readonly wait?: number; readonly says?: Bilingual; readonly signIn?: string; readonly typed?: Readonly<Record<string, readonly string[]>> } = {}): Promise<Response> => {
  if (isAskedByProgram(knock.c)) {
    return send(knock, {
      status: asked, body: problemOf(knock.c, { status: asked, number: knock.number, ...more }),
      headers: { ...safeFor(knock.door), ...openHeaders, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...(more.wait === undefined ? {} : { 'Retry-After': String(more.wait) }) },
    })
  }
  const status = asked === 409 ? 400 : asked
  const screen = errorScreen(status, { language: knock.language, number: knock.number, email: knock.door.site.email, ...more })
  const sent = screenSent(knock, screen)
  return send(knock, {
    ...sent,
    headers: { ...sent.headers, 'Cache-Control': 'no-store', ...(more.wait === undefined ? {} : { 'Retry-After': String(more.wait) }) },
  })
}
/** Someone who switched the language on purpose is remembered for a year. */
export const rememberLanguage = (knock: Pick<Knock, 'c' | 'door' | 'language'>): string | null => {
  const from = headerOf(knock.c, 'referer')
  if (from === undefined) return null
  const other = otherLanguage(knock.language)
  const { path } = pathOf(from)
  return path === `/${other}` || path.startsWith(`/${other}/`) ? cookie(knock.door, 'posoka_language', knock.language, 31_536_000) : null
}
