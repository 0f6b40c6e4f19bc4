// A page is read here: permission, one read-only transaction, then rendering after it is closed. Kept pages are answered first.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { nothingTyped, type ArchiveAnswer, type Asked, type DocumentAnswer, type FileAnswer, type GetAnswer, type StoredFile, type Typed } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/result.ts'
import { mayDo } from '#kernel/who.ts'
import { zipOf } from '#ui/documents/zip-of.ts'
import { squeeze, squeezeFor } from './compress.ts'
import type { Door, WebPage } from './door.ts'
import { failed } from './failures.ts'
import { timeField } from './form-seal.ts'
import { freshnessOf, isPlainVisitor, knock, logged, noticeShown, plainKnock } from './knock.ts'
import type { KeptPage, Squeezed } from './page-cache.ts'
import { toPng } from './png.ts'
import { isAskedByProgram, isForPrograms, isKnown, openHeaders, tagOf, waitOf } from './programs.ts'
import { headerOf, pathOf } from './request.ts'
import { errorAnswer, fileSent, originOf, redirect, rememberLanguage, respond, safeFor, screenSent, seeOther, send, type Knock, type Sent } from './respond.ts'

export const getHandler = (door: Door, page: WebPage, language: Language) => {
  const route = page.path
  return async (c: Context): Promise<Response> => {
    const began = performance.now()
    if (isForPrograms(route)) {
      const asking = plainKnock(c, door, language)
      const wait = waitOf(c, door, asking.at)
      if (wait > 0) {
        logged(asking, { route, status: 429, began })
        return errorAnswer(asking, 429, { wait })
      }
    }
    const cookies = headerOf(c, 'cookie')
    if (page.sameForAll === true && isPlainVisitor(cookies)) {
      const plain = plainKnock(c, door, language)
      try {
        const { response, kept } = await keptAnswer(plain, page)
        logged(plain, { route, status: response.status, began, ...(kept ? { kept } : {}) })
        return response
      } catch (failure) { return loggedFailure(plain, failure, { route, began }) }
    }
    const at = plainKnock(c, door, language)
    try {
      const who = await knock(c, door, language)
      const response = await ordinaryAnswer(who, page)
      logged(who, { route, status: response.status, began })
      return response
    } catch (failure) { return loggedFailure(at, failure, { route, began }) }
  }
}
export const loggedFailure = async (at: Knock, failure: unknown, { route, began }: { route: string; began: number }): Promise<Response> => {
  const response = await failed(at, failure)
  logged(at, { route, status: response.status, began })
  return response
}

const ordinaryAnswer = async (at: Knock, page: WebPage): Promise<Response> => {
  if (!mayDo(at.who, page.may)) return refusedAnswer(at)
  const answer = await askPage(at, page, {})
  await page.note?.({ store: at.door.store, who: at.who, now: at.at })
  return behindLink(page, await answered(at, answer))
}
/** What a secret in the address opens is kept by no browser, proxy or search engine. */
/** The referrer stays within our own pages as everywhere: without any, a browser posts the form with the origin "null" and is refused. */
export const behindLink = (page: WebPage, response: Response): Response => {
  if (page.behindLink !== undefined) for (const [name, value] of [['Cache-Control', 'private, no-store'], ['X-Robots-Tag', 'noindex']] as const) response.headers.set(name, value)
  return response
}
/** Without an account: the way in. With one: a plain no. */
export const refusedAnswer = (at: Knock): Promise<Response> | Response => {
  if (at.who.account !== null) return errorAnswer(at, 403)
  const { path, query } = pathOf(at.c.req.raw.url)
  const next = path.startsWith(`/${at.language}`) && at.c.req.method === 'GET' ? `?next=${encodeURIComponent(path + query)}` : ''
  return redirect(at, `/${at.language}/sign-in${next}`)
}

type Again = { readonly typed?: Typed; readonly problems?: readonly Problem[]; readonly status?: 400 | 429; /** what will be kept under this pulse must have seen its acts */ readonly notBefore?: string }
export const askPage = async (at: Knock, page: WebPage, { typed = nothingTyped, problems = [], notBefore }: Again): Promise<GetAnswer> => {
  const asked: Asked = { ...askedOf(at.c), origin: originOf(at), typed, problems, notice: at.notice, session: at.session }
  const { who, language, at: now } = at
  await at.door.refresh()
  if (hasNul(asked)) return { kind: 'notFound' }
  return at.door.store.reading(async (reader) => page.get({ who, language, now, reader }, asked), {
    as: who.account === null && page.behindLink === undefined ? 'public' : 'staff',
    fresh: problems.length > 0 ? 'primary' : freshnessOf(at.c),
    ...(notBefore === undefined ? {} : { notBefore }),
    language,
  })
}
export const askedOf = (c: Context): Pick<Asked, 'params' | 'query'> => {
  const { query } = pathOf(c.req.raw.url)
  return { params: c.req.param() as Record<string, string>, query: new URLSearchParams(query.replaceAll('%00', '')) }
}
/** PostgreSQL cannot even compare such a text; no address of ours has one. */
const hasNul = ({ params }: Pick<Asked, 'params'>): boolean => Object.values(params).some((value) => value.includes('\0'))

/** What a page gave becomes an answer; the database is not needed any more. */
export const answered = async (at: Knock, given: GetAnswer, again: Again = {}): Promise<Response> => {
  const answer = given.kind === 'document' ? await written(at, given) : given.kind === 'archive' ? await packed(at, given) : given
  const sent = toSent(at, answer, again)
  if (sent instanceof Response || sent instanceof Promise) return sent
  return 'stored' in sent ? streamed(at, sent.stored, sent.headers) : send(at, sent)
}
/** A document becomes a file here: the reading is closed, and a thread does the work. */
const written = async (at: Knock, answer: DocumentAnswer): Promise<FileAnswer> => ({
  kind: 'file', mediaType: documentTypes[answer.format], name: `${answer.name}.${answer.format}`,
  bytes: await at.door.documents.write(answer.document, { format: answer.format, origin: at.door.site.url ?? '', bring: (sha256) => at.door.store.files.read(sha256) }),
})
const documentTypes = {
  pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const packed = async (at: Knock, { name, entries }: ArchiveAnswer): Promise<FileAnswer> => {
  const { files } = at.door.store
  const brought = await Promise.all(entries.map(async ({ path, bytes }) => ({ path, bytes: typeof bytes === 'string' ? bytes : (await files.find(bytes.stored)) === undefined ? null : await wholeOf(files.read(bytes.stored)) })))
  return { kind: 'file', mediaType: 'application/zip', name, bytes: await zipOf(brought) }
}
const wholeOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
const toSent = (at: Knock, answer: Exclude<GetAnswer, DocumentAnswer | ArchiveAnswer>, again: Again): Sent | Response | Promise<Response> | { stored: string; headers: Record<string, string> } => {
  switch (answer.kind) {
    case 'notFound': return errorAnswer(at, 404)
    case 'gone': return errorAnswer(at, 410)
    case 'unfit': return errorAnswer(at, answer.status, { says: answer.says })
    case 'see': return seeOther(at, answer)
    case 'picture': return fileSent(at, { kind: 'file', mediaType: 'image/png', name: null, inline: true, bytes: toPng(answer.picture) })
    case 'file': return isStored(answer.bytes)
      ? { stored: answer.bytes.stored, headers: { ...fileSent(at, { ...answer, bytes: '' }).headers, 'Content-Length': String(answer.bytes.size) } }
      : fileSent(at, answer)
    case 'screen': {
      noticeShown(at)
      const screen = again.status === undefined ? answer : { ...answer, status: again.status }
      return screenSent(at, screen, again.typed?.text[timeField]?.[0])
    }
  }
}
const isStored = (bytes: FileAnswer['bytes']): bytes is StoredFile => typeof bytes === 'object' && 'stored' in bytes
const streamed = (at: Knock, sha256: string, headers: Record<string, string>): Response => {
  const chunks = at.door.store.files.read(sha256)
  const body = Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>
  return new Response(body, { status: 200, headers: { ...headers, 'X-Content-Type-Options': 'nosniff' } })
}

// Pages that are the same for all.
/** One per process: after a restart, or with another build, no browser's copy counts. */
const boot = Math.random().toString(36).slice(2, 8)
let hourChecked = 0
let hour = ''
/** Pages speak of „more than three years old": the time is part of what they depend on, by the hour. */
const thisHour = (at: Date): string => {
  if (at.getTime() - hourChecked > 30_000 || at.getTime() < hourChecked) { hourChecked = at.getTime(); hour = at.toISOString().slice(0, 13) }
  return hour
}

const keptAnswer = async (at: Knock, page: WebPage): Promise<{ response: Response; kept?: 'yes' }> => {
  const { c, door } = at
  if (!mayDo(at.who, page.may)) return { response: await refusedAnswer(at) }
  const reached = await door.store.pulse()
  const pulse = `${reached}.${thisHour(at.at)}`
  const etag = `W/"${boot}.${pulse}"`
  const remembered = rememberLanguage(at)
  if (headerOf(c, 'if-none-match') === etag && remembered === null)
    return { response: respond([], { status: 304, headers: { ...safeFor(door), ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Cookie, Accept-Encoding' }, body: '' }), kept: 'yes' }
  const { path, query } = pathOf(c.req.raw.url)
  // Without a public address the page says the host it was asked by: that may be anything, so it is part of the key.
  const key = `${door.site.url === null ? originOf(at) : ''}${path}${query}`
  const found = door.cache.find(key, pulse)
  if (found) return { response: await keptSent(at, found, remembered), kept: 'yes' }

  let mine: GetAnswer | undefined
  const made = await door.cache.once(key, pulse, async () => {
    mine = await askPage(at, page, { notBefore: reached })
    return keepable(at, mine, { pulse, etag })
  })
  if (made === null) return { response: await answered(at, mine ?? await askPage(at, page, {})) }
  door.cache.keep(key, made)
  return { response: await keptSent(at, made, remembered) }
}
const keepable = async (at: Knock, given: GetAnswer, { pulse, etag }: { pulse: string; etag: string }): Promise<KeptPage | null> => {
  const answer = given.kind === 'document' ? await written(at, given) : given.kind === 'archive' ? await packed(at, given) : given
  if (answer.kind !== 'screen' && answer.kind !== 'file' && answer.kind !== 'picture') return null
  if (answer.kind === 'screen' && (answer.status ?? 200) !== 200) return null
  const sent = toSent(at, answer, {})
  if (sent instanceof Response || sent instanceof Promise || 'stored' in sent) return null
  const bytes = typeof sent.body === 'string' ? Buffer.from(sent.body) : sent.body
  return { pulse, status: 200, headers: { ...sent.headers, ETag: isAskedByProgram(at.c) ? tagOf(bytes) : etag }, bytes, squeezed: new Map() }
}
const worthEffort = 5
const squeezed = async (page: KeptPage, how: 'br' | 'gzip', effort: 'once' | 'kept'): Promise<Squeezed> => {
  const twin = { bytes: await squeeze(page.bytes, how, effort), headers: { ...page.headers, 'Content-Encoding': how }, uses: effort === 'once' ? 0 : worthEffort }
  page.squeezed.set(how, twin)
  return twin
}
const keptSent = async (at: Knock, page: KeptPage, remembered: string | null): Promise<Response> => {
  const cookies = remembered === null ? [] : [remembered]
  if (isAskedByProgram(at.c) && isKnown(headerOf(at.c, 'if-none-match'), page.headers.ETag)) return respond(cookies, { status: 304, headers: { ...safeFor(at.door), ...openHeaders, ETag: page.headers.ETag ?? '', 'Cache-Control': 'no-cache', Vary: 'Cookie, Accept-Encoding' }, body: '' })
  const how = squeezeFor(headerOf(at.c, 'accept-encoding'))
  if (how === null || page.bytes.byteLength < 1000) return respond(cookies, { status: 200, headers: page.headers, body: page.bytes })
  const twin = page.squeezed.get(how) ?? await squeezed(page, how, 'once')
  // While acts follow each other no page is kept for long: only one that is asked for again and again is worth the effort.
  if (++twin.uses === worthEffort) await squeezed(page, how, 'kept')
  return respond(cookies, { status: 200, headers: twin.headers, body: twin.bytes })
}
