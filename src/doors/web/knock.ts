// Who knocks: reads the cookies, asks for the session only when there is one, and writes the line in the log at the end.
import type { Context } from 'hono'
import type { Language } from '#kernel/language.ts'
import { visitor } from '#kernel/who.ts'
import type { Door } from './door.ts'
import { cookieOf, headerOf } from './request.ts'
import { cookie, rememberLanguage, type Knock } from './respond.ts'

/** A visitor who carries none of these gets the same page as everybody: the kept one. */
export const isPlainVisitor = (cookies: string | undefined): boolean =>
  cookies === undefined || !(cookies.includes('posoka_session') || cookies.includes('posoka_notice') || cookies.includes('posoka_wrote'))

export const plainKnock = (c: Context, door: Door, language: Language): Knock => ({
  c, door, language, number: door.numbers.next(), at: door.clock(), who: visitor, session: null, notice: null, cookies: [],
})

export const knock = async (c: Context, door: Door, language: Language): Promise<Knock> => {
  const plain = plainKnock(c, door, language)
  const cookies = headerOf(c, 'cookie')
  const remembered = rememberLanguage(plain)
  if (remembered !== null) plain.cookies.push(remembered)
  if (isPlainVisitor(cookies)) return plain
  const session = cookies?.includes('posoka_session') ? await door.sessions.find(cookies) : undefined
  if (session) plain.cookies.push(...session.renew)
  const notice = cookieOf(cookies, 'posoka_notice')
  return {
    ...plain,
    who: session?.who ?? visitor,
    session: session?.id ?? null,
    notice: notice !== undefined && /^[a-z]+_notice_\w{1,60}$/.test(notice) ? notice : null,
  }
}
/** The notice is shown once: the answer that shows it also takes it away. */
export const noticeShown = (knock: Knock): void => {
  if (knock.notice !== null) knock.cookies.push(cookie(knock.door, 'posoka_notice', '', 0))
}
/** After a post one reads from the primary for some seconds: else people do not find what they sent. */
export const wroteNow = (knock: Knock): void => { knock.cookies.push(cookie(knock.door, 'posoka_wrote', '1', 10)) }
export const freshnessOf = (c: Context): 'primary' | 'any' => (headerOf(c, 'cookie')?.includes('posoka_wrote=1') ? 'primary' : 'any')

export const logged = (knock: Knock, { route, status, began, kept }: { route: string; status: number; began: number; kept?: 'yes' }): void => {
  const { number, door, language, who } = knock
  const { method } = knock.c.req
  const ms = Math.round((performance.now() - began) * 10) / 10
  door.meters.count({ route, method, status, ms, kept: kept ?? 'no' })
  door.log.note({ number, method, route, language, status, role: who.role, ms, ...(kept === undefined ? {} : { kept }) })
}
