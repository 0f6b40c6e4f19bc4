// Who knocks, for the web door: finds the session behind a cookie, begins and ends sessions. The accounts library does the work.
import type { AccountId, Who } from '#kernel/who.ts'
import { visitor } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import { findPerson } from '../read.ts'
import { deviceOf } from '../rules.ts'
import { endSessions } from '../write.ts'
import { forgetExpired } from '../write/attempts.ts'
import { openLibrary, type Library, type LibraryParts } from '../write/library.ts'

/** Opened once, on first use, and shared by sign-in and sessions. */
export type LazyLibrary = () => Promise<Library>
export const lazyLibrary = (parts: LibraryParts): LazyLibrary => {
  let opened: Promise<Library> | undefined
  return () => (opened ??= openLibrary(parts))
}

/** What nobody needs any more: called by the clock once a day. */
export const forgetOld = async (store: Store, now: Date): Promise<void> => { await store.writing((writer) => forgetExpired({ writer, now }), { quiet: 'yes' }) }

type Found = { readonly who: Who; readonly id: string | null; readonly renew: readonly string[] }
export const makeSessions = ({ store, library }: { store: Store; library: LazyLibrary }) => ({
  find: async (cookies: string): Promise<Found> => {
    const accounts = await library()
    const found = await accounts.find(cookies)
    if ('stale' in found) return { who: visitor, id: null, renew: found.stale }
    const person = await store.reading((reader) => findPerson(reader, { id: found.account }), { as: 'staff', fresh: 'primary' })
    // An account without a role, or whose access has ended, is nobody: also when its session was overlooked.
    if (person?.role == null || person.endedAt !== null) return { who: visitor, id: null, renew: accounts.forget() }
    const renew = found.due === 'yes' ? await accounts.prolong(cookies) : []
    return { who: { role: person.role, account: person.id, name: person.name, duties: new Set(person.duties) }, id: found.session, renew }
  },
  start: async (account: string, about: { readonly device: string }): Promise<readonly string[]> => {
    const id = account as AccountId
    const cookies = await (await library()).begin(id, { device: deviceOf(about.device) })
    await store.writing((writer) => recordAct(writer, { who: id, act: 'people.session.begin', thing: id }), { quiet: 'yes' })
    return cookies
  },
  end: async (session: string, who: Who): Promise<readonly string[]> => {
    const { account } = who
    if (account !== null) await store.writing((writer) => endSessions({ who, writer, now: new Date() }, { account, only: session }), { quiet: 'yes' })
    return (await library()).forget()
  },
})
