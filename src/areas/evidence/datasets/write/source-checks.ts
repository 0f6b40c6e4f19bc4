// Acts on looks at the sources: ask for a run, claim it, say how far it is, note what a look found, stop.
import { sql } from 'kysely'
import type { PostAnswer } from '#kernel/answer.ts'
import { problems, see } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { askJob } from '#store/jobs.ts'
import type { WriteVisit } from '#store/visit.ts'
import { listDatasets } from '../read.ts'
import type { AskedBy, NewSourceCheck, RunKind } from '../rules/source-checks.ts'
import { fetchingPath, fetchJob, listMissing, listWatched } from '../rules/source-checks.ts'
import type { DatasetTables } from '../tables.ts'

export type NewRun = { readonly kind: RunKind; readonly datasets: readonly string[]; readonly askedBy: AskedBy; readonly account: AccountId | null; readonly now: Date }
/** The number of the run, or 'open' where one is under way: the sources are asked for one thing at a time. */
export const openRun = async (writer: Writer, run: NewRun): Promise<number | 'open'> => {
  const db = writer.withTables<DatasetTables>()
  const open = await db.selectFrom('evidence.fetchRun').select('number').where('state', 'in', ['waiting', 'running']).executeTakeFirst()
  if (open) return 'open'
  const { number } = await db.insertInto('evidence.fetchRun').values({
    kind: run.kind, state: 'waiting', askedBy: run.askedBy, askedAt: run.now, account: run.account, endedAt: null, host: null, process: null, seenAt: null,
  }).returning('number').executeTakeFirstOrThrow()
  await db.insertInto('evidence.fetchItem').values(run.datasets.map((dataset, at) => ({ run: number, place: at + 1, dataset, state: 'waiting', sourceCheck: null }))).execute()
  if (run.askedBy === 'person') await recordAct(writer, { who: run.account, act: 'evidence.fetch.ask', after: { run: number, kind: run.kind, datasets: run.datasets.length } })
  if (run.askedBy !== 'command') await askJob(writer, fetchJob)
  return number
}

type Worker = { readonly host: string; readonly process: number }
/** True for one worker only: whoever read the run as it stands now. */
export const claimRun = async (writer: Writer, claim: Worker & { readonly run: number; readonly now: Date; readonly from: { readonly host: string | null; readonly process: number | null } }): Promise<boolean> => {
  const taken = await writer.withTables<DatasetTables>().updateTable('evidence.fetchRun').set({ state: 'running', host: claim.host, process: claim.process, seenAt: claim.now })
    .where('number', '=', claim.run).where('state', 'in', ['waiting', 'running']).where('host', 'is not distinct from', claim.from.host).where('process', 'is not distinct from', claim.from.process)
    .returning('number').executeTakeFirst()
  return taken !== undefined
}
/** A worker that is shut down gives the run back; the next one goes on where it was. */
export const giveBackRun = async (writer: Writer, run: number): Promise<void> => {
  await writer.withTables<DatasetTables>().updateTable('evidence.fetchRun').set({ state: 'waiting', host: null, process: null, seenAt: null }).where('number', '=', run).where('state', '=', 'running').execute()
}
/** While nothing else is to be said: the worker lives. */
export const noteAlive = async (writer: Writer, at: { readonly run: number; readonly now: Date }): Promise<void> => {
  await writer.withTables<DatasetTables>().updateTable('evidence.fetchRun').set({ seenAt: at.now }).where('number', '=', at.run).where('state', '=', 'running').execute()
}
export const endRun = async (writer: Writer, end: { readonly run: number; readonly state: 'done' | 'stopped'; readonly now: Date }): Promise<void> => {
  await writer.withTables<DatasetTables>().updateTable('evidence.fetchRun').set({ state: end.state, endedAt: end.now, host: null, process: null, seenAt: null }).where('number', '=', end.run).where('state', 'in', ['waiting', 'running']).execute()
}
export const noteItem = async (writer: Writer, at: { readonly run: number; readonly place: number; readonly bytesRead: number; readonly bytesInAll: number; readonly now: Date }): Promise<void> => {
  const db = writer.withTables<DatasetTables>()
  await db.updateTable('evidence.fetchItem').set({ state: 'running', bytesRead: at.bytesRead, bytesInAll: at.bytesInAll }).where('run', '=', at.run).where('place', '=', at.place).execute()
  await db.updateTable('evidence.fetchRun').set({ seenAt: at.now }).where('number', '=', at.run).where('state', '=', 'running').execute()
}
export const endItem = async (writer: Writer, end: { readonly run: number; readonly place: number; readonly check: NewSourceCheck }): Promise<void> => {
  const sourceCheck = await noteCheck(writer, end.check)
  await writer.withTables<DatasetTables>().updateTable('evidence.fetchItem').set({ state: 'done', sourceCheck }).where('run', '=', end.run).where('place', '=', end.place).execute()
}

const keptChecks = 400
export const noteCheck = async (writer: Writer, check: NewSourceCheck): Promise<number> => {
  const db = writer.withTables<DatasetTables>()
  const { number } = await db.insertInto('evidence.sourceCheck').values({ ...check, problem: check.problem && JSON.stringify(check.problem) }).returning('number').executeTakeFirstOrThrow()
  await rows(writer, sql`delete from evidence.source_check where dataset = ${check.dataset} and number <= (
    select number from evidence.source_check where dataset = ${check.dataset} order by number desc offset ${keptChecks} limit 1)`)
  return number
}

/** A button that asks for a run, or stops the one under way. */
export const fetchByPage = async (visit: WriteVisit, what: RunKind | 'stop'): Promise<PostAnswer> => {
  const { writer, now, who } = visit
  if (what === 'stop') return (await askToStop(writer, { account: who.account, now })) === 'none' ? see(fetchingPath, 'evidence_notice_fetch_ended') : see(fetchingPath, 'evidence_notice_fetch_stopping')
  const rows = await listDatasets(writer.reader)
  const datasets = (what === 'missing' ? listMissing(rows) : listWatched(rows)).map((row) => row.dataset.code)
  if (datasets.length === 0) return problems([{ field: '', text: what === 'missing' ? { bg: speak('bg').evidence_fetch_none_missing(), en: speak('en').evidence_fetch_none_missing() } : { bg: speak('bg').evidence_fetch_none_watched(), en: speak('en').evidence_fetch_none_watched() } }])
  const run = await openRun(writer, { kind: what, datasets, askedBy: 'person', account: who.account, now })
  return see(fetchingPath, run === 'open' ? 'evidence_notice_fetch_open' : 'evidence_notice_fetch_begun')
}

/** A waiting run stops at once, a running one before its next dataset. */
export const askToStop = async (writer: Writer, from: { readonly account: AccountId | null; readonly now: Date }): Promise<'stopped' | 'none'> => {
  const db = writer.withTables<DatasetTables>()
  const run = await db.updateTable('evidence.fetchRun').set({ stopAsked: true }).where('state', 'in', ['waiting', 'running']).returning(['number', 'state']).executeTakeFirst()
  if (!run) return 'none'
  if (run.state === 'waiting') await endRun(writer, { run: run.number, state: 'stopped', now: from.now })
  await recordAct(writer, { who: from.account, act: 'evidence.fetch.stop', after: { run: run.number } })
  return 'stopped'
}
