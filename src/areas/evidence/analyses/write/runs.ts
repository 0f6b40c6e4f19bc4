// Acts on runs: ask for one, claim it, say how far it is, end it, stop it.
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { askJob } from '#store/jobs.ts'
import { type Analysis, analysisJob } from '../rules.ts'
import type { AnalysisTables } from '../tables.ts'
import type { Acting } from '../write.ts'

const db = (writer: Writer) => writer.withTables<AnalysisTables>()
export type NewRun = {
  readonly analysis: Pick<Analysis, 'id'>
  readonly version: number
  /** which work, by the name its worker is known under: intervals */
  readonly what: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** how many repetitions */
  readonly of: number
}
/** The number of the run, or 'open' where the same work is under way. */
export const askRun = async (at: Acting, run: NewRun): Promise<number | 'open'> => {
  const open = await db(at.writer).selectFrom('evidence.analysisRun').select('number').where('analysis', '=', run.analysis.id).where('version', '=', run.version).where('what', '=', run.what)
    .where('state', 'in', ['waiting', 'running']).executeTakeFirst()
  if (open) return 'open'
  const { number } = await db(at.writer).insertInto('evidence.analysisRun').values({
    analysis: run.analysis.id, version: run.version, what: run.what, parameters: JSON.stringify(run.parameters), state: 'waiting', ofAll: run.of,
    askedBy: at.who.account, askedAt: at.now, endedAt: null, host: null, process: null, seenAt: null, result: null, problem: null,
  }).returning('number').executeTakeFirstOrThrow()
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.run', thing: run.analysis.id, after: { run: number, version: run.version, what: run.what } })
  await askJob(at.writer, analysisJob)
  return number
}
/** A waiting run stops at once, a running one as soon as its worker looks. */
export const stopRun = async (at: Acting, { run }: { readonly run: number }): Promise<'stopped' | 'none'> => {
  const found = await db(at.writer).updateTable('evidence.analysisRun').set({ stopAsked: true }).where('number', '=', run).where('state', 'in', ['waiting', 'running']).returning(['analysis', 'state']).executeTakeFirst()
  if (!found) return 'none'
  if (found.state === 'waiting') await endRun(at.writer, { run, now: at.now, end: { state: 'stopped' } })
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.stop', thing: found.analysis, after: { run } })
  return 'stopped'
}

type Standing = { readonly host: string; readonly process: number }
/** True for one worker only: whoever read the run as it stands now. */
export const claimRun = async (writer: Writer, claim: Standing & { readonly run: number; readonly now: Date; readonly from: { readonly host: string | null; readonly process: number | null } }): Promise<boolean> =>
  (await db(writer).updateTable('evidence.analysisRun').set({ state: 'running', host: claim.host, process: claim.process, seenAt: claim.now, done: 0 })
    .where('number', '=', claim.run).where('state', 'in', ['waiting', 'running']).where('host', 'is not distinct from', claim.from.host).where('process', 'is not distinct from', claim.from.process)
    .returning('number').executeTakeFirst()) !== undefined
export const giveBackRun = async (writer: Writer, run: number): Promise<void> => {
  await db(writer).updateTable('evidence.analysisRun').set({ state: 'waiting', host: null, process: null, seenAt: null }).where('number', '=', run).where('state', '=', 'running').execute()
}
export const noteRun = async (writer: Writer, at: { readonly run: number; readonly done: number; readonly now: Date }): Promise<void> => {
  await db(writer).updateTable('evidence.analysisRun').set({ done: at.done, seenAt: at.now }).where('number', '=', at.run).where('state', '=', 'running').execute()
}
export type RunEnd = { readonly state: 'done'; readonly result: unknown; readonly done: number } | { readonly state: 'stopped' } | { readonly state: 'failed'; readonly problem: string }
export const endRun = async (writer: Writer, { run, now, end }: { readonly run: number; readonly now: Date; readonly end: RunEnd }): Promise<void> => {
  await db(writer).updateTable('evidence.analysisRun').set({
    state: end.state, endedAt: now, host: null, process: null, seenAt: null,
    result: end.state === 'done' ? JSON.stringify(end.result) : null, problem: end.state === 'failed' ? end.problem.slice(0, 2000) : null, ...(end.state === 'done' ? { done: end.done } : {}),
  }).where('number', '=', run).where('state', 'in', ['waiting', 'running']).execute()
}
