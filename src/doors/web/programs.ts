// Addresses for programs: readable from every site, limited per address, and what is wrong is said as JSON in plain words.
// Which addresses there are stands with their topic; here is only how they are answered.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type Bilingual, isLanguage, type Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { bucketKey, type Buckets, makeBuckets } from './buckets.ts'
import { type ErrorStatus, wordsOf } from './errors.tsx'
import { addressOf, headerOf, pathOf, preferredLanguage } from './request.ts'

export const isForPrograms = (path: string): boolean => path === '/api' || path.startsWith('/api/')
export const isAskedByProgram = (c: Context): boolean => isForPrograms(pathOf(c.req.raw.url).path)

/** Reading is open to scripts of every site; nothing of ours is sent along, so nothing can be taken. */
export const openHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After', 'Cross-Origin-Resource-Policy': 'cross-origin',
}
export const preflightHeaders: Readonly<Record<string, string>> = {
  ...openHeaders, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS', 'Access-Control-Allow-Headers': 'If-None-Match, Accept, Accept-Language', 'Access-Control-Max-Age': '86400',
}

export type ProgramLimits = { readonly programs: Buckets; readonly feeds: Buckets }
type Size = { readonly holds: number; readonly perMinute: number }
export const makeProgramLimits = (of: { readonly programs: Size; readonly feeds: Size }): ProgramLimits => ({ programs: makeBuckets(of.programs), feeds: makeBuckets(of.feeds) })
/** 0 when there is room, else the seconds to wait. A feed has a lid of its own: its readers ask all day. */
export const waitOf = (c: Context, door: { readonly limits: ProgramLimits; readonly site: { readonly proxies: readonly string[] } }, at: Date): number => {
  const { path } = pathOf(c.req.raw.url)
  return door.limits[path.endsWith('.atom') ? 'feeds' : 'programs'].take(bucketKey(addressOf(c, door.site.proxies)), at.getTime())
}

/** The language of the question, else of the program: whoever reads a problem is a person. */
const languageOf = (c: Context): Language => {
  const { query } = pathOf(c.req.raw.url)
  const asked = new URLSearchParams(query).get('language') ?? undefined
  return isLanguage(asked) ? asked : preferredLanguage(undefined, headerOf(c, 'accept-language'))
}
/** RFC 9457, with the number under which our log knows the request. */
export const problemOf = (c: Context, about: { readonly status: ErrorStatus | 409; readonly number: string; readonly says?: Bilingual; readonly wait?: number }): string => {
  const language = languageOf(c)
  const say = speak(language)
  const { status, number, says, wait } = about
  const words = status === 409 ? { title: say.web_error_409_title(), happened: '', advice: '' } : wordsOf(status, say)
  const detail = says?.[language] ?? (status === 404 ? say.web_api_404() : [words.happened, words.advice].join(' '))
  return JSON.stringify({ type: 'about:blank', title: words.title, status, detail: wait === undefined ? detail : `${detail} ${say.web_error_wait({ seconds: wait })}`, reference: number })
}

/** By content: the same in every process and after every restart. */
export const tagOf = (bytes: Uint8Array): string => `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
/** `If-None-Match` may name several, or everything. */
export const isKnown = (sent: string | undefined, tag: string | undefined): boolean =>
  sent !== undefined && tag !== undefined && (sent.trim() === '*' || sent.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, '')))
