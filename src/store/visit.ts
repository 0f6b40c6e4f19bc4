// What a door hands in, and the little `page` that names a page's parts. A page is a value; a door knows what to do with it.
import type { Asked, GetAnswer, PostAnswer, Typed } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import type { Permission, Who } from '#kernel/who.ts'
import type { Reader, Writer } from './handle.ts'

type Standing = { readonly who: Who; readonly language: Language; readonly now: Date }
export type ReadVisit = Standing & { readonly reader: Reader }
/** A post may use the questions of `read` with `visit.writer.reader`. */
export type WriteVisit = Standing & { readonly writer: Writer }

export type Accepts<T> = (typed: Typed) => Result<T, readonly Problem[]>

// biome-ignore lint/suspicious/noExplicitAny: a list of pages holds pages of every input
export type Page<T = any> = {
  /** without the language: '/evidence/indicators/:key' */
  readonly path: string
  readonly may: Permission
  readonly get: (visit: ReadVisit, asked: Asked) => Promise<GetAnswer> | GetAnswer
  /** who may post, when it differs from who may read */
  readonly mayPost?: Permission
  readonly accepts?: Accepts<T>
  readonly post?: (visit: WriteVisit, value: T, asked: Asked) => Promise<PostAnswer>
  /** the answer is the same for every visitor without a cookie until the next act changes something */
  readonly sameForAll?: boolean
  /** what its post writes nobody but its sender sees before a link or a colleague confirms it: pages kept in memory stay, and acts
   *  that want one row wait for each other instead of starting again */
  readonly quiet?: 'yes'
  /** for a JSON answer: the names of all fields it may hold, as `series[].values`; one that is not here fails the policy test */
  readonly fields?: readonly string[]
  /** the address ends in a secret that was sent to one person: read as staff read, because the person's own things are in people;
   *  answered without being kept by anybody. 'oneClick': a mail program may post without having opened the page (RFC 8058) */
  readonly behindLink?: 'yes' | 'oneClick'
  /** addresses that are the same in both languages (files, feeds) stand without /bg, /en */
  readonly languageFree?: boolean
}
/** Gives the parts of a page their types; what comes out is the same value. */
// biome-ignore lint/suspicious/noExplicitAny: a list of pages holds pages of every input
export const page = <T = never>(parts: Page<T>): Page<any> => parts

/** One thing that waits for a person: what it is, what to do, and where. Paths are without the language. */
export type Waiting = { readonly name: string; readonly says?: string; readonly path: string; readonly urgent?: 'yes' }
/** What a topic has waiting, for those who may deal with it; the start page asks every topic that gives one. */
export type WaitingOf = { readonly may: Permission; readonly list: (visit: ReadVisit) => Promise<readonly Waiting[]> }
