// One dataset from its source, with patience: fetched by the source's rules, imported like any file, and tried again a few times
// where the source was only busy. Says what the look found; a failure is an answer here, not an exception.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bilingual } from '#kernel/language.ts'
import { ReadProblem } from '#kernel/observation.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { isNutsVersion } from '#kernel/region.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Fetcher } from '#sources/fetch-file.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import { bringNsiCodes } from '#sources/releases/bring-codes.ts'
import { bringRelease, type Patience } from '#sources/releases/bring-release.ts'
import { isPassing } from '#sources/releases/release-problems.ts'
import { findRawFile } from '../read.ts'
import type { CheckBook } from '../rules/check-cross.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import type { CheckFound } from '../rules/source-checks.ts'
import type { Dataset } from '../rules.ts'
import { noteFailure } from '../write.ts'
import type { ImportAsk, ImportAt, ImportStore } from './import-ask.ts'
import { importFile } from './import-file.ts'

/** How often and how long a source that is only busy is asked again. A longer Retry-After is obeyed by not asking. */
export type Retry = { readonly tries: number; readonly firstMs: number; readonly longestMs: number }
export const retryByDefault: Retry = { tries: 3, firstMs: 10_000, longestMs: 5 * 60_000 }

export type BringAsk = {
  readonly dataset: Dataset
  readonly fetcher: Fetcher
  readonly book: CheckBook
  readonly now: () => Date
  readonly by?: AccountId | null
  readonly signal?: AbortSignal
  readonly retry?: Retry
  readonly patience?: Patience
  readonly onProgress?: (at: ImportAt) => void
}
export type Brought =
  | { readonly kind: 'answered'; readonly end: ImportEnd; readonly mark: string | null }
  | { readonly kind: 'failed'; readonly problem: Bilingual; readonly how: FetchProblem | null }

export const bringDataset = async (store: ImportStore, ask: BringAsk): Promise<Brought> => {
  const { tries, firstMs, longestMs } = ask.retry ?? retryByDefault
  for (let turn = 1; ; turn++) {
    try {
      return await bringOnce(store, ask)
    } catch (problem) {
      ask.signal?.throwIfAborted()
      if (!(problem instanceof FetchProblem) && !(problem instanceof ReadProblem)) throw problem
      const wait = problem instanceof FetchProblem && isPassing(problem) ? Math.max(firstMs * 2 ** (turn - 1), (problem.again ?? 0) - Date.now()) : Infinity
      if (turn >= tries || wait > longestMs) {
        await store.writing((writer) => noteFailure(writer, { dataset: ask.dataset.code, problem: problem.text, now: ask.now() }))
        return { kind: 'failed', problem: problem.text, how: problem instanceof FetchProblem ? problem : null }
      }
      await pause(wait, undefined, ask.signal ? { signal: ask.signal } : {}).catch(() => ask.signal?.throwIfAborted())
    }
  }
}

const bringOnce = async (store: ImportStore, ask: BringAsk): Promise<Brought> => {
  const { dataset, signal } = ask
  const stop = signal ? { signal } : {}
  const codeLists = dataset.source === 'nsi' ? await listsOf(ask, dataset.download ?? '') : undefined
  const file = await bringRelease(ask.fetcher, { address: dataset.download ?? '', ...stop, ...(ask.patience ? { patience: ask.patience } : {}) })
  const how = {
    dataset: dataset.code, fileName: file.fileName ?? dataset.code, origin: 'fetch', address: file.address,
    book: ask.book, now: ask.now, by: ask.by ?? null, ...stop, ...(codeLists ? { codeLists } : {}), ...(ask.onProgress ? { onProgress: ask.onProgress } : {}),
  } as const
  const first = await importFile(store, { ...how, bytes: file.bytes })
  const closest = closestVersion(first)
  const end = closest === null || first.kind !== 'settled' ? first : await readAgain(store, { ...how, nutsVersion: closest }, first.vintage) ?? first
  return { kind: 'answered', end, mark: file.etag ?? file.lastModified }
}

/** Files of the sources mix codes of several NUTS versions, and nobody is there to state one: the closest is taken, which makes the
 *  vintage wait for a person, who sees what is not of it. */
const closestVersion = (end: ImportEnd): NutsVersion | null => {
  if (end.kind !== 'settled' || end.state !== 'refused') return null
  const stops = end.report.remarks.filter((remark) => remark.result === 'stop')
  const closest = String(stops[0]?.facts.closest ?? '')
  return stops.length === 1 && stops[0]?.says === 'noVersionFits' && isNutsVersion(closest) ? closest : null
}
const readAgain = async (store: ImportStore, how: Omit<ImportAsk, 'bytes'>, vintage: number): Promise<ImportEnd | null> => {
  const kept = await store.reading((reader) => findRawFile(reader, { code: how.dataset, number: vintage }), { as: 'staff', fresh: 'primary' })
  return kept ? importFile(store, { ...how, bytes: store.files.read(kept.sha256) }) : null
}

/** Lists that do not come are no reason to leave the figures. */
const listsOf = async (ask: BringAsk, address: string) => bringNsiCodes(ask.fetcher, { address, ...(ask.signal ? { signal: ask.signal } : {}) }).catch((problem: unknown) => {
  if (problem instanceof FetchProblem || problem instanceof ReadProblem) return undefined
  throw problem
})

/** What the look found, in one word, with the vintage it is about. */
export const foundBy = (brought: Brought): { readonly result: CheckFound; readonly vintage: number | null; readonly problem: Bilingual | null } => {
  if (brought.kind === 'failed') return { result: 'failed', vintage: null, problem: brought.problem }
  const { end } = brought
  switch (end.kind) {
    case 'settled': return { result: ({ current: 'new', held: 'held', superseded: 'older', refused: 'refused', arriving: 'busy' } as const)[end.state], vintage: end.vintage, problem: null }
    case 'same': return { result: end.state === 'held' ? 'held' : 'nothingNew', vintage: end.vintage, problem: null }
    case 'busy': case 'noDataset': return { result: 'busy', vintage: null, problem: null }
  }
}
