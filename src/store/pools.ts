// The pools of connections and what arrives through them: how types are read, how long anything may take.
import pg from 'pg'
import type { Address } from './launcher/address.ts'

const oid = { int8: 20, date: 1082, numeric: 1700, int8Array: 1016, float4Array: 1021, float8Array: 1022, int2Array: 1005, int4Array: 1007 } as const

/** Counts and cents fit; anything larger would silently change and is refused instead. */
const readWhole = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`the database gave ${text}, too large for a number; ask for it as text`)
  return value
}
/** {1.5,NULL,NaN}: numbers hold no comma, brace or quote, so no general parser is needed. One dimension only. */
const readNumbers = (text: string): readonly (number | null)[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map((part) => (part === 'NULL' ? null : Number(part)))

const ours = new Map<number, (text: string) => unknown>([
  [oid.int8, readWhole],
  // @NOTE a day stays text: pg would make it midnight in the server's own time zone
  [oid.date, (text) => text],
  // money is whole cents (bigint), so a numeric is a statistic and may be a double
  [oid.numeric, Number],
  ...[oid.int8Array, oid.float4Array, oid.float8Array, oid.int2Array, oid.int4Array].map((array) => [array, readNumbers] as const),
])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(id)) || pg.types.getTypeParser(id, format)) as pg.CustomTypesConfig['getTypeParser'],
}

type PoolHow = { readonly max: number; readonly options?: string; readonly pipeline?: boolean; readonly plainTypes?: boolean; readonly connectWithinMs?: number }
export const openPool = (address: Address, how: PoolHow): pg.Pool => {
  const pool = new pg.Pool({
    ...address,
    application_name: 'posoka',
    max: how.max,
    // Waiting for a free connection without limit hides the mistake that used them all up.
    connectionTimeoutMillis: how.connectWithinMs ?? 10_000,
    idleTimeoutMillis: 60_000,
    ...(how.options ? { options: how.options } : {}),
    ...(how.pipeline ? { pipeline: true } : {}),
    ...(how.plainTypes ? {} : { types }),
  })
  // A connection that breaks while idle reports here; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    if (how.pipeline) sendTogether(client)
  })
  return pool
}

type Stream = { write: (...message: unknown[]) => boolean; cork: () => void; uncork: () => void }
/** What is asked in one turn of the event loop travels in one message: opening a reading and its first question are one write,
 *  and a write costs more than what is in it. */
const sendTogether = (client: pg.PoolClient): void => {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection
  const write = stream.write.bind(stream)
  let gathering = false
  stream.write = (...message) => {
    if (!gathering) {
      gathering = true
      stream.cork()
      process.nextTick(() => { gathering = false; stream.uncork() })
    }
    return write(...message)
  }
}
