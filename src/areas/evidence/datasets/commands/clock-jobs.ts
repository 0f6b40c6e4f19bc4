// What the clock does for datasets: once a day it looks for news at the sources of what is in use, and it works on runs that a
// person asked for. Both are the same work on the same open run.
import type { Fetcher } from '#sources/fetch-file.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Store } from '#store/store.ts'
import { thisProcess } from '#store/this-process.ts'
import { listDatasets } from '../read.ts'
import { listWatched } from '../rules/source-checks.ts'
import { openRun } from '../write/source-checks.ts'
import { readCheckBook } from './check-book.ts'
import { workOnRun } from './work-run.ts'

export const makeFetchJob = (fetcher: Fetcher) => async (store: Store, _now: Date, signal: AbortSignal): Promise<void> => {
  await workOnRun(store, { fetcher, book: await readCheckBook(findCheckout()), now: () => new Date(), here: thisProcess, signal })
}

/** A run that is still under way is gone on with; the news wait for the next day. */
export const makeNewsJob = (fetcher: Fetcher) => async (store: Store, now: Date, signal: AbortSignal): Promise<void> => {
  const datasets = listWatched(await store.reading(listDatasets, { as: 'staff', fresh: 'primary' })).map((row) => row.dataset.code)
  if (datasets.length > 0) await store.writing((writer) => openRun(writer, { kind: 'news', datasets, askedBy: 'clock', account: null, now }))
  await makeFetchJob(fetcher)(store, now, signal)
}
