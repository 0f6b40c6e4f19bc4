// Whether reads may go to the replica: it answers, it has our tables, and it is no more than a few seconds behind.
// Looks every second; what changes is said once. Not who reads where: that is store.ts.
import type pg from 'pg'
import type { Bilingual } from '#kernel/language.ts'

/** 'follows': read from it; 'behind' and 'away': everything is read from the primary. */
export type ReplicaState = 'follows' | 'behind' | 'away'
export type Replica = {
  readonly state: () => ReplicaState
  /** after the first look; until then it counts as away */
  readonly settled: Promise<void>
  /** a reading found it gone before the next look did */
  readonly missed: () => void
  readonly stop: () => Promise<void>
}
export type ReplicaParts = {
  readonly primary: pg.Pool
  readonly replica: pg.Pool
  readonly tell: (text: Bilingual) => void
  readonly everyMs?: number
  /** shorter than the time for which somebody who has just written reads from the primary (doors/web/knock.ts) */
  readonly mostLagMs?: number
}

const says: Readonly<Record<ReplicaState, Bilingual>> = {
  follows: { bg: 'Копието на базата следва основната: четенето минава през него.', en: 'The replica follows the primary database: reads go to it.' },
  behind: { bg: 'Копието на базата изостава: засега се чете от основната.', en: 'The replica has fallen behind: for now everything is read from the primary database.' },
  away: { bg: 'Копието на базата не отговаря: засега се чете от основната.', en: 'The replica does not answer: for now everything is read from the primary database.' },
}

type Stand = { readonly beat: number; readonly migrations: number }
const question = 'select (select sum(beat) from store.pulse)::float8 as beat, (select count(*) from store.migration)::float8 as migrations'
const answerWithinMs = 2_000

/** Asked with a limit of our own: a server that hangs answers neither yes nor no. */
const askStand = (pool: pg.Pool): Promise<Stand> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => { timer = setTimeout(() => fail(new Error('no answer in time')), answerWithinMs) })
  const asked = pool.query<Stand>(question).then(({ rows: [row] }) => row ?? { beat: 0, migrations: 0 })
  asked.catch(() => {})
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

export const watchReplica = ({ primary, replica, tell, everyMs = 1_000, mostLagMs = 5_000 }: ReplicaParts): Replica => {
  const clients = new Set<pg.PoolClient>()
  replica.on('connect', (client) => { clients.add(client) })
  replica.on('remove', (client) => { clients.delete(client) })
  let state: ReplicaState | undefined
  /** what the primary had reached, and when we knew it; the newest beat the replica must have by now is the last one old enough */
  let reached: { readonly at: number; readonly beat: number }[] = []

  const turn = (next: ReplicaState): void => {
    if (next === state) return
    const isExpected = state === undefined && next === 'follows'
    state = next
    // What still waits for an answer of a silent server would wait for ever: cut off, it is asked of the primary.
    if (next === 'away') for (const client of clients) streamOf(client).destroy()
    if (!isExpected) tell(says[next])
  }
  const look = async (): Promise<void> => {
    const own = await askStand(primary).catch(() => undefined)
    // Without the primary nothing can be compared; the replica alone may still answer what people read.
    if (own === undefined) return
    const at = performance.now()
    const far = await askStand(replica).catch(() => undefined)
    if (far === undefined) return turn('away')
    reached.push({ at, beat: own.beat })
    const due = reached.findLast((one) => one.at <= at - mostLagMs)
    reached = reached.filter((one) => one.at > at - mostLagMs || one === due)
    turn(far.migrations !== own.migrations || (due !== undefined && far.beat < due.beat) ? 'behind' : 'follows')
  }

  let stopped = false
  let wake = (): void => {}
  const settled = look()
  const watching = (async () => {
    await settled
    while (!stopped) {
      await new Promise<void>((resume) => { wake = resume; setTimeout(resume, everyMs).unref() })
      if (!stopped) await look().catch(() => {})
    }
  })()
  return { state: () => state ?? 'away', settled, missed: () => turn('away'), stop: async () => { stopped = true; wake(); await watching } }
}
const streamOf = (client: pg.PoolClient) => (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream

/** Reading failed because the server is not there, not because of what was asked. */
export const isConnectionLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (typeof code === 'string' && /^(E[A-Z]+|08\w{3}|57P0[123])$/.test(code)) || /timeout|terminated|connection/i.test(error.message)
}
