// reading and writing: the only two ways to the database. Short, one moment each, never one inside the other.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Language } from '#kernel/language.ts'
import { StoreConnection, transactionOn } from './connection.ts'
import type { Reader, Writer } from './handle.ts'
import { lockNumbers } from './lock-numbers.ts'
import { publicRole, type PublicRights } from './public-role.ts'
import { beatOf, slotFor } from './pulse.ts'

/** A transaction inside a transaction would wait for itself: ten at once on a pool of ten never end. So it is refused. */
const inside = new AsyncLocalStorage<{ open: boolean }>()
const alone = async <T>(work: () => Promise<T>): Promise<T> => {
  if (inside.getStore()?.open) throw new Error('a transaction was asked for inside a transaction; hand its reader or writer on instead')
  const mark = { open: true }
  try {
    return await inside.run(mark, work)
  } finally {
    mark.open = false
  }
}

export type ReadingHow = {
  /** whose eyes: 'public' reads through a role that cannot select identities */
  readonly as?: 'public' | 'staff'
  readonly language?: Language
}
export type WritingHow = {
  readonly language?: Language
  /** for what a door writes on its own (a session renewed, a request counted): not an act, so the pulse stays;
   *  writers of one row wait for each other instead of starting again */
  readonly quiet?: 'yes'
}

// One message opens the transaction, and its select is the first query: after it nobody can switch back to writing.
const opening = (language: Language, role: string): string =>
  `begin isolation level repeatable read read only; select set_config('posoka.language', '${language}', true), set_config('role', '${role}', true)`

/** A server to read from, with its pulse. */
export type ReadSide = { readonly pool: pg.Pool; readonly pulse: () => Promise<string>; readonly rights: PublicRights }

/** The transaction is opened by the first question: what is answered from memory costs none. */
export const readOn = async <T>({ pool, pulse, rights }: ReadSide, ask: (reader: Reader) => Promise<T>, how: ReadingHow): Promise<T> =>
  alone(async () => {
    const isPublic = how.as !== 'staff'
    const role = isPublic && rights.by === 'role' ? publicRole : 'none'
    const hidden = isPublic && rights.by === 'store' ? rights.hidden : []
    let opened: Promise<unknown> | undefined
    const open = async (): Promise<pg.PoolClient> => {
      const client = await pool.connect()
      // Sent, not awaited: the first question travels right behind it. Were it refused, so would be all that follows.
      opened = client.query(opening(how.language ?? 'bg', role))
      opened.catch(() => {})
      return client
    }
    const connection = new StoreConnection({ open, hidden, pulse })
    try {
      const answer = await ask(transactionOn(connection, 'sideBySide') as unknown as Reader)
      await opened
      return answer
    } finally {
      connection.end()
      if (connection.isOpen()) connection.client().then(leave, () => {})
    }
  })
/** The answer need not wait for the end of a transaction that changed nothing. */
const leave = (client: pg.PoolClient): void => {
  client.query('commit').then(() => client.release(), (error) => client.release(error))
}

const mostTries = 14
/** From the third try on, those who lost wait for each other instead of losing to each other again: fifty who want the same row
 *  are then fifty one after the other, in all processes of the database. */
const triesAlone = 2
const mayTryAgain = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string } | null)?.code ?? '')

export const writeOn = async <T>(pool: pg.Pool, act: (writer: Writer) => Promise<T>, how: WritingHow): Promise<T> => {
  for (let tries = 1; ; tries++) {
    const hooks: (() => void | Promise<void>)[] = []
    try {
      const answer = await alone(() => writeOnce(pool, act, { ...how, hooks, turn: tries > triesAlone ? 'wait' : 'none' }))
      for (const hook of hooks) await inside.exit(async () => { await hook() }).catch(tellHook)
      return answer
    } catch (error) {
      if (!mayTryAgain(error) || tries === mostTries) throw error
      await pause(Math.random() * 10 * 2 ** Math.min(tries, 4))
    }
  }
}

/** Without what it was about: a message may quote a person's words. */
const tellHook = (error: unknown): void => {
  const { name = typeof error, code = null } = (error ?? {}) as { name?: string; code?: string | null }
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', failure: name, code, message: 'a hook after the commit' }))
}

const writeOnce = async <T>(pool: pg.Pool, act: (writer: Writer) => Promise<T>, how: WritingHow & { hooks: (() => void | Promise<void>)[]; turn: 'none' | 'wait' }): Promise<T> => {
  const client = await pool.connect()
  const connection = new StoreConnection({ open: async () => client })
  let broken: Error | undefined
  try {
    // Before the transaction, whose view of the data begins with its first statement: what was waited for must be in it.
    if (how.turn === 'wait') await client.query(`select pg_advisory_lock(${lockNumbers.tryAgain})`)
    const level = how.quiet ? 'read committed' : 'repeatable read'
    // The slot is for tables of counters, which triggers keep: acts of one process write rows of their own there.
    await client.query(`begin isolation level ${level}; select set_config('posoka.language', '${how.language ?? 'bg'}', true), set_config('posoka.slot', '${slotFor(client)}', true)`)
    const transaction = transactionOn(connection, 'oneByOne')
    const writer: Writer = Object.assign(transaction, {
      reader: transaction as unknown as Reader,
      afterCommit: (hook: () => void | Promise<void>) => { hooks.push(hook) },
    })
    const { hooks } = how
    const answer = await act(writer)
    connection.end()
    // One message: where the first statement fails, the second is not reached.
    const ended: pg.QueryResult | readonly pg.QueryResult[] = await client.query(how.quiet ? 'commit' : `${beatOf(client)}; commit`)
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and somebody swallowed the error.
    if ([ended].flat().at(-1)?.command === 'ROLLBACK') throw new Error('a statement of this act failed and its error was swallowed: nothing was saved')
    return answer
  } catch (error) {
    connection.end()
    await client.query('rollback').catch((cause: Error) => { broken = cause })
    throw error
  } finally {
    if (how.turn === 'wait' && broken === undefined) await client.query(`select pg_advisory_unlock(${lockNumbers.tryAgain})`).catch((cause: Error) => { broken = cause })
    client.release(broken)
  }
}
