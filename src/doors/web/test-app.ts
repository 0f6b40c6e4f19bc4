// An application on a real store for tests: accounts and office, a frame of an invented region, a log that can be read.
// For tests only; the server never imports it.
import type { Hono } from 'hono'
import { lazyLibrary, makeSessions } from '#areas/people/accounts/commands/sessions.ts'
import type { Role } from '#kernel/who.ts'
import type { Store } from '#store/store.ts'
import { makeApp, type AppParts } from './app.ts'
import { makeBuckets } from './buckets.ts'
import { makeFrame } from './frame.ts'
import { makeLog } from './log.ts'
import { footer, navigation } from './navigation.ts'
import { staffPages, type StaffDesk } from './staff-pages.ts'
import type { Post } from '#sources/post.ts'
import { cookiesOf } from './test-forms.ts'
import type { WebPage } from './door.ts'

export const testSecret = 'a-secret-known-to-tests-only-0123456789'
export const testFrame = makeFrame({
  product: { bg: 'Посока', en: 'Posoka' }, region: { bg: 'Област Липова', en: 'Lipova District' }, mark: { tiles: [[0, 0], [1, 0]], pointing: [1, 0] },
  contact: { email: 'posoka@lipova.example', body: { bg: 'Община Липова', en: 'Municipality of Lipova' } }, emblem: null, source: null, funding: null,
  assets: { style: '/assets/main.css', islands: {} }, navigation, footer, phase: null,
})

export type TestApp = {
  readonly app: Hono
  readonly desk: StaffDesk
  readonly pages: readonly WebPage[]
  readonly log: () => string
  /** the cookie of a new session of a new person with this role */
  readonly signedInAs: (role: StaffRole, name?: string) => Promise<{ readonly cookie: string; readonly id: string; readonly email: string }>
}
type StaffRole = Exclude<Role, 'visitor'>
type How = Partial<AppParts> & {
  /** the product's own patience where a test is about time */
  readonly answerMs?: number
  /** where letters go that a page sends itself */
  readonly post?: Post
  /** makes an account; the test hands in the act, because a door may not see it */
  readonly open: (store: Store, person: { readonly name: string; readonly email: string; readonly role: StaffRole }) => Promise<string>
  /** pages beside those of accounts and office */
  readonly more?: (desk: StaffDesk) => readonly WebPage[]
}
const keptPost: Post = { deliver: async () => ({ state: 'kept', result: 'kept.txt' }), forget: async () => {}, close: () => {} }
export const testApp = (store: Store, how: How): TestApp => {
  let text = ''
  const log = makeLog((line) => { text += line })
  const origin = how.site?.url ?? 'http://localhost'
  const library = lazyLibrary({ store, secret: testSecret, origin })
  const desk: StaffDesk = { store, library, secret: testSecret, origin, answerMs: how.answerMs ?? 5, key: async () => Buffer.alloc(32, 7), post: how.post ?? keptPost }
  const sessions = makeSessions({ store, library })
  const { open, more, answerMs: _, post: __, ...parts } = how
  const pages = [...staffPages(desk), ...(more?.(desk) ?? [])]
  const app = makeApp({ store, pages, frame: testFrame, secret: testSecret, sessions, log, buckets: makeBuckets({ holds: 1000, perMinute: 1000 }), ...parts })
  let count = 0
  return {
    app, desk, pages,
    log: () => { log.flush(); return text },
    signedInAs: async (role, name = `Петя ${role}`) => {
      const email = `${role}${++count}@lipova.example`
      const id = await open(store, { name, email, role })
      const cookies = await sessions.start(id, { device: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })
      return { cookie: cookiesOf({ headers: { getSetCookie: () => cookies } } as unknown as Response), id, email }
    },
  }
}
