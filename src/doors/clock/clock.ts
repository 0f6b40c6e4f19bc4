// The clock: runs jobs inside the server's process. Delivers letters, chains the audit trail, calls the daily jobs that areas
// hand in. Holds no policy: what is due and what follows is decided where the job comes from.
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run } from 'graphile-worker'
import type { Post } from '#sources/post.ts'
import { askedJob } from '#store/jobs.ts'
import { deliverLetterJob, forgetLettersJob, mostDeliveries } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { nextDaily, type TimeOfDay } from './calendar.ts'
import { deliverLetter, forgetLetters, NotNow } from './deliver.ts'
import { keepSealing } from './sealing.ts'

export type DailyJob = {
  /** one word per job, for ever: 'evidence.refresh' */
  readonly name: string
  /** in Sofia */
  readonly at: TimeOfDay
  /** the signal is given when the product stops: what takes long ends then, and goes on at the next start */
  readonly run: (store: Store, now: Date, signal: AbortSignal) => Promise<void>
}
/** Work that an act asked for by `askJob`. Begun at every start as well: what was cut off goes on. */
export type AskedJob = Pick<DailyJob, 'name' | 'run'>
export type ClockParts = {
  readonly store: Store
  readonly post: Post
  readonly daily?: readonly DailyJob[]
  readonly asked?: readonly AskedJob[]
  readonly tell?: (text: string) => void
  readonly now?: () => Date
}
export type Clock = { /** ends what is under way, begins nothing new */ readonly stop: () => Promise<void> }

type Pool = ReturnType<Store['poolForClockOnly']>
const dailyJob = 'daily'

export const startClock = async (parts: ClockParts): Promise<Clock> => {
  const closing = new AbortController()
  const erased: AskedJob = { name: forgetLettersJob, run: (store) => forgetLetters({ store, post: parts.post }) }
  const all = { daily: [], closing: closing.signal, tell: () => {}, now: () => new Date(), ...parts, asked: [...(parts.asked ?? []), erased] }
  const pool = all.store.poolForClockOnly()
  await requeueLetters(pool)
  for (const job of all.daily) await schedule(pool, { job, now: all.now(), mode: 'preserve_run_at' })
  for (const job of all.asked) await pool.query('select graphile_worker.add_job($1, json_build_object(\'name\', $2::text), max_attempts => 5, job_key => $3)', [askedJob, job.name, `asked:${job.name}`])
  let stopping = false
  let runner = await startRunner(pool, all)
  // A runner that loses the database ends; it is started anew until somebody stops the clock.
  const kept = (async () => {
    for (;;) {
      await runner.promise.catch((error: Error) => all.tell(`jobs stopped: ${error.message}`))
      if (stopping) return
      await pause(2_000)
      const again = await startRunner(pool, all).catch((error: Error) => { all.tell(`jobs cannot start: ${error.message}`) })
      if (again) runner = again
      if (stopping) await runner.stop().catch(() => {})
    }
  })()
  const stopSealing = keepSealing(all.store, all.tell)
  return {
    stop: async () => {
      stopping = true
      closing.abort()
      await runner.stop().catch(() => {})
      await kept
      await stopSealing()
      all.post.close()
    },
  }
}

type AllParts = Required<ClockParts> & { readonly closing: AbortSignal }

const startRunner = (pgPool: Pool, parts: AllParts): Promise<Runner> => run({
  pgPool,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 5_000,
  parsedCronItems: [],
  logger: new Logger(() => (level, text, meta) => {
    if (level === 'error' && !(meta?.error instanceof NotNow)) parts.tell(text)
  }),
  taskList: {
    [deliverLetterJob]: async (payload, { job }) => {
      await deliverLetter({ store: parts.store, post: parts.post, id: (payload as { letter: string }).letter, attempt: job.attempts })
    },
    [dailyJob]: async (payload) => {
      const job = parts.daily.find((one) => one.name === (payload as { name: string }).name)
      // A job that this version no longer has ends here.
      if (!job) return
      // The next day first: a job that fails today must not be the last of its kind.
      await schedule(pgPool, { job, now: parts.now(), mode: 'replace' })
      await job.run(parts.store, parts.now(), parts.closing)
    },
    [askedJob]: async (payload) => {
      await parts.asked.find((one) => one.name === (payload as { name: string }).name)?.run(parts.store, parts.now(), parts.closing)
    },
  },
})

/** One waiting entry per job. Preserved at a start: what came due while the product was off is made up for, once. */
const schedule = async (pool: Pool, plan: { job: DailyJob; now: Date; mode: 'preserve_run_at' | 'replace' }): Promise<void> => {
  await pool.query(
    'select graphile_worker.add_job($1, json_build_object(\'name\', $2::text), run_at => $3, max_attempts => 5, job_key => $4, job_key_mode => $5)',
    [dailyJob, plan.job.name, nextDaily(plan.now, plan.job.at), `daily:${plan.job.name}`, plan.mode],
  )
}

/** Letters without a job: after a restore from a backup, jobs do not come along. */
const requeueLetters = async (pool: Pool): Promise<void> => {
  await pool.query(`
    select graphile_worker.add_job($1, json_build_object('letter', l.id::text), job_key => 'letter:' || l.id, max_attempts => $2)
    from store.letter l where l.state = 'waiting' and not exists (select from graphile_worker.jobs j where j.key = 'letter:' || l.id)`, [deliverLetterJob, mostDeliveries])
}
