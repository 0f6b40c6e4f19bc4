// Nouns of looking for news at the sources: one look, a run over many datasets, and what is due.
import type { Bilingual } from '#kernel/language.ts'
import type { Dataset, Vintage } from '../rules.ts'
import { isOlder } from '../rules.ts'

export type AskedBy = 'clock' | 'person' | 'command'
export type CheckFound = 'new' | 'held' | 'refused' | 'older' | 'nothingNew' | 'busy' | 'failed'
/** One look at a source. */
export type SourceCheck = {
  readonly number: number
  readonly dataset: string
  readonly lookedAt: Date
  readonly askedBy: AskedBy
  readonly result: CheckFound
  readonly stamp: string | null
  readonly vintage: number | null
  readonly problem: Bilingual | null
}
export type NewSourceCheck = Omit<SourceCheck, 'number'>

export type RunKind = 'missing' | 'news'
export type RunState = 'waiting' | 'running' | 'done' | 'stopped'
export type FetchItem = { readonly place: number; readonly dataset: string; readonly state: 'waiting' | 'running' | 'done'; readonly bytesRead: number; readonly bytesInAll: number; readonly check: SourceCheck | null }
export type FetchRun = {
  readonly number: number
  readonly kind: RunKind
  readonly state: RunState
  readonly askedBy: AskedBy
  readonly askedAt: Date
  readonly endedAt: Date | null
  readonly stopAsked: boolean
  readonly items: readonly FetchItem[]
}
export const isOpen = (run: Pick<FetchRun, 'state'>): boolean => run.state === 'waiting' || run.state === 'running'

type Row = { readonly dataset: Pick<Dataset, 'code' | 'download'>; readonly current: unknown; readonly held: number; readonly indicators: readonly string[] }
/** Without figures, wanted by an indicator, to be had from a machine, and not waiting for a person already. */
export const listMissing = <R extends Row>(rows: readonly R[]): readonly R[] =>
  rows.filter((row) => row.current === null && row.held === 0 && row.dataset.download !== null && row.indicators.length > 0)
/** In use and to be had from a machine. */
export const listWatched = <R extends Row>(rows: readonly R[]): readonly R[] => rows.filter((row) => row.current !== null && row.dataset.download !== null)

/** Whether what the source lists is newer than what is known. Without a mark of its own an earlier look is no help: then the day
 *  of the last change is held against the day the vintage is of. Unknown: it has to be fetched to be known. */
export const isNews = (listed: { readonly stamp: string | null; readonly day: string | undefined }, known: { readonly stamp: string | null; readonly current: Pick<Vintage, 'asOf'> | null }): boolean => {
  if (known.current === null || listed.stamp === null) return true
  if (known.stamp !== null) return listed.stamp !== known.stamp
  return listed.day === undefined || isOlder(known.current.asOf, listed.day)
}

export const fetchingPath = '/evidence/fetching'
/** The job that works on the open run. */
export const fetchJob = 'evidence.fetch'
