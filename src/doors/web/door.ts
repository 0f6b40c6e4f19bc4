// What the web door is made of, as one value handed to its parts. No behaviour here.
import type { Asked, PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Who } from '#kernel/who.ts'
import type { Settings } from '#store/settings.ts'
import type { Store } from '#store/store.ts'
import type { Page } from '#store/visit.ts'
import type { Assets } from './assets.ts'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import type { DocumentDesk } from './documents/desk.ts'
import type { Buckets } from './buckets.ts'
import type { Frame } from './frame.ts'
import type { FormSeal } from './form-seal.ts'
import type { Log, Numbers } from './log.ts'
import type { Gauge, Meters } from './meters.ts'
import type { PageCache } from './page-cache.ts'
import type { ProgramLimits } from './programs.ts'

/** The store as pages need it; a test may bring a smaller one. */
export type WebStore = Pick<Store, 'reading' | 'writing' | 'pulse' | 'files'>

/** A cookie that leads nowhere gives the visitor, without a session, and the cookie that takes it away. */
export type Session = { readonly who: Who; readonly id: string | null; readonly renew: readonly string[] }
/** How the door learns who knocks. Made by the accounts; values of `Set-Cookie` come back ready. */
export type Sessions = {
  readonly find: (cookies: string) => Promise<Session>
  readonly start: (account: string, about: { readonly device: string }) => Promise<readonly string[]>
  readonly end: (session: string, who: Who) => Promise<readonly string[]>
}

/** What a post that runs as a command gets: the store itself, because it does slow work outside transactions. */
export type CommandVisit = {
  readonly store: WebStore
  readonly who: Who
  readonly language: Language
  readonly now: Date
  readonly session: string | null
  /** the client's address, for rate limits only; never stored as it is */
  readonly address: string
  /** a document as the bytes of a file, written in a thread */
  readonly paper: (document: Document, format: DocumentFormat) => Promise<Uint8Array>
}
/** A session may begin or end with the answer; the door sets the cookie. */
export type CommandAnswer = PostAnswer & {
  readonly session?: { readonly starts: string } | { readonly ends: string }
  /** for problems: 429 when it was too often */
  readonly status?: 400 | 429
}
/** A page whose post is a command. `quick` spares buttons and password managers the three seconds. */
export type WebPage = Page & {
  readonly command?: (visit: CommandVisit, value: never, asked: Asked) => Promise<CommandAnswer>
  readonly quick?: 'yes'
  /** what a look at the page leaves behind; the door writes it in a small act of its own, after the page was read */
  readonly note?: (visit: Pick<CommandVisit, 'store' | 'who' | 'now'>) => Promise<void>
}

export type Door = {
  readonly store: WebStore
  readonly sessions: Sessions
  readonly site: Site
  readonly frame: Frame
  readonly refresh: () => Promise<void>
  readonly assets: Assets
  readonly cache: PageCache
  readonly buckets: Buckets
  /** the same count, together with the other processes of this database; seconds to wait */
  readonly together: (of: string, now: Date) => Promise<number>
  readonly limits: ProgramLimits
  readonly seal: FormSeal
  readonly log: Log
  readonly meters: Meters
  readonly gauges: () => Promise<readonly Gauge[]>
  readonly metricsFor: Settings['metrics']
  /** told to stop: balancers should look elsewhere */
  readonly isDraining: () => boolean
  readonly numbers: Numbers
  readonly clock: () => Date
  readonly documents: DocumentDesk
}
/** What of the settings the pages need. */
export type Site = {
  readonly url: string | null
  readonly proxies: readonly string[]
  /** where people write to; null until it is entered */
  readonly email: string | null
}
