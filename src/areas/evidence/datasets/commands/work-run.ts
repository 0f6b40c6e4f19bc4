// Works on the open run, dataset by dataset: claims it, says how far it is, notes what each look found, stops when asked. A run
// whose worker was killed is taken over where it was. Sources that keep lists are asked for the list once.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bilingual } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Fetcher } from '#sources/fetch-file.ts'
import { FetchProblem } from '#sources/fetch/fetch-problem.ts'
import { bringInventory, codeAt, type Patience } from '#sources/releases/bring-release.ts'
import { dayOfChange, type Listed } from '#sources/releases/inventory.ts'
import { isPassing } from '#sources/releases/release-problems.ts'
import type { Standing } from '#store/this-process.ts'
import { findDatasetByCode, listDatasets, type DatasetRow } from '../read.ts'
import { findOpenRun, isStopAsked, listKnownStamps, listOpenItems, type OpenRun } from '../read/source-checks.ts'
import type { CheckBook } from '../rules/check-cross.ts'
import type { NewSourceCheck } from '../rules/source-checks.ts'
import { isNews } from '../rules/source-checks.ts'
import { isDead } from '../write/clear-dead.ts'
import { claimRun, endItem, endRun, giveBackRun, noteAlive, noteItem } from '../write/source-checks.ts'
import { bringDataset, foundBy, type Retry } from './bring-dataset.ts'
import type { ImportAt, ImportStore } from './import-ask.ts'

export type RunWork = {
  readonly fetcher: Fetcher
  readonly book: CheckBook
  readonly now: () => Date
  readonly here: Standing
  readonly signal: AbortSignal
  readonly retry?: Retry
  readonly patience?: Patience
  /** for a terminal's bar */
  readonly onItem?: (at: { readonly place: number; readonly of: number; readonly dataset: string; readonly check: NewSourceCheck | null }) => void
}
export type RunEnd = 'none' | 'elsewhere' | 'done' | 'stopped' | 'interrupted'
const lookEveryMs = 1_000
/** A host that failed so many datasets in a row is left alone for the rest of the run. */
const mostSilence = 3
/** a sign of life every quarter of a minute: silence for two minutes hands the run to another worker */
const looksPerSign = 15

export const workOnRun = async (store: ImportStore, work: RunWork): Promise<RunEnd> => {
  const run = await store.reading(findOpenRun, { as: 'staff', fresh: 'primary' })
  if (!run) return 'none'
  const { host, process, seenAt } = run
  if (host !== null && process !== null && seenAt !== null && !isDead({ host, process, seenAt }, { now: work.now(), here: work.here })) return 'elsewhere'
  const isOurs = await store.writing((writer) => claimRun(writer, { run: run.number, host: work.here.host, process: work.here.process, now: work.now(), from: { host, process } }), { quiet: 'yes' })
  return isOurs ? new Working(store, { work, run }).go() : 'elsewhere'
}

class Working {
  private readonly store: ImportStore
  private readonly work: RunWork
  private readonly run: OpenRun
  private readonly stopping = new AbortController()
  private rows: ReadonlyMap<string, DatasetRow> = new Map()
  private stamps: ReadonlyMap<string, string> = new Map()
  private readonly silence = new Map<string, { readonly times: number; readonly problem: Bilingual }>()
  private readonly lists = new Map<string, ReadonlyMap<string, Listed> | FetchProblem>()
  constructor(store: ImportStore, { work, run }: { work: RunWork; run: OpenRun }) {
    this.store = store
    this.work = work
    this.run = run
  }
  async go(): Promise<RunEnd> {
    const { store, work, run } = this
    const signal = AbortSignal.any([work.signal, this.stopping.signal])
    const items = await store.reading((reader) => listOpenItems(reader, run.number), { as: 'staff', fresh: 'primary' })
    this.rows = new Map((await store.reading(listDatasets, { as: 'staff', fresh: 'primary' })).map((row) => [row.dataset.code, row]))
    this.stamps = await store.reading(listKnownStamps, { as: 'staff', fresh: 'primary' })
    const watching = new AbortController()
    const watch = this.watch(watching.signal)
    try {
      for (const [at, item] of items.entries()) {
        if (await store.reading((reader) => isStopAsked(reader, run.number), { as: 'staff', fresh: 'primary' })) return await this.end('stopped')
        signal.throwIfAborted()
        work.onItem?.({ place: at + 1, of: items.length, dataset: item.dataset, check: null })
        const check = await this.look(item, signal)
        await store.writing((writer) => endItem(writer, { run: run.number, place: item.place, check }))
        work.onItem?.({ place: at + 1, of: items.length, dataset: item.dataset, check })
      }
      return await this.end('done')
    } catch (problem) {
      if (this.stopping.signal.aborted && !work.signal.aborted) return await this.end('stopped')
      await store.writing((writer) => giveBackRun(writer, run.number), { quiet: 'yes' })
      if (work.signal.aborted) return 'interrupted'
      throw problem
    } finally {
      watching.abort()
      await watch
    }
  }
  private async end(state: 'done' | 'stopped'): Promise<'done' | 'stopped'> {
    await this.store.writing((writer) => endRun(writer, { run: this.run.number, state, now: this.work.now() }))
    return state
  }
  /** A large file is given up in the middle when a person says stop, not after it. */
  private async watch(signal: AbortSignal): Promise<void> {
    for (let looks = 1; !signal.aborted; looks++) {
      await pause(lookEveryMs, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      const asked = await this.store.reading((reader) => isStopAsked(reader, this.run.number), { as: 'staff', fresh: 'primary' }).catch(() => false)
      if (asked) this.stopping.abort(new Error('stopped'))
      if (looks % looksPerSign === 0) await this.store.writing((writer) => noteAlive(writer, { run: this.run.number, now: this.work.now() }), { quiet: 'yes' }).catch(() => {})
    }
  }

  private async look(item: { place: number; dataset: string }, signal: AbortSignal): Promise<NewSourceCheck> {
    const { store, work, run } = this
    const dataset = await store.reading((reader) => findDatasetByCode(reader, item.dataset), { as: 'staff', fresh: 'primary' })
    const about = (found: Pick<NewSourceCheck, 'result' | 'vintage' | 'problem'>, stamp: string | null): NewSourceCheck =>
      ({ dataset: item.dataset, lookedAt: work.now(), askedBy: run.askedBy, stamp, ...found })
    if (!dataset?.download) return about({ result: 'busy', vintage: null, problem: null }, null)
    const current = this.rows.get(item.dataset)?.current ?? null
    const listed = run.kind === 'news' && dataset.source === 'eurostat' ? await this.listedFor(dataset.download, signal) : null
    if (listed instanceof FetchProblem) return about({ result: 'failed', vintage: null, problem: listed.text }, null)
    if (listed && !isNews({ stamp: listed.changed, day: dayOfChange(listed.changed ?? '') }, { stamp: this.stamps.get(item.dataset) ?? null, current })) {
      return about({ result: 'nothingNew', vintage: current?.number ?? null, problem: null }, listed.changed)
    }
    const host = new URL(dataset.download).host
    const silent = this.silence.get(host)
    if (silent && silent.times >= mostSilence) return about({ result: 'failed', vintage: null, problem: silent.problem }, null)
    const note = this.noter(item.place)
    note({ step: 'keeping', bytesRead: 0, bytesInAll: 0, seriesStored: 0 })
    const brought = await bringDataset(store, {
      dataset, fetcher: work.fetcher, book: work.book, now: work.now, by: run.account as AccountId | null, signal, onProgress: note,
      ...(work.retry ? { retry: work.retry } : {}), ...(work.patience ? { patience: work.patience } : {}),
    })
    await note.settled()
    if (brought.kind === 'failed' && brought.how !== null && isPassing(brought.how)) this.silence.set(host, { times: (silent?.times ?? 0) + 1, problem: brought.problem })
    else this.silence.delete(host)
    const found = foundBy(brought)
    return about(found, found.result === 'failed' ? null : (listed?.changed ?? (brought.kind === 'answered' ? brought.mark : null)))
  }
  /** What the list says of one dataset; the list itself is brought once per run. Null: it is not listed, so it has to be looked at. */
  private async listedFor(address: string, signal: AbortSignal): Promise<Listed | FetchProblem | null> {
    const base = new URL(address).host
    const code = codeAt(address)
    let list = this.lists.get(base)
    if (list === undefined) {
      const codes = new Set([...this.rows.values()].flatMap((row) => (row.dataset.download === null ? [] : [codeAt(row.dataset.download) ?? ''])))
      list = await bringInventory(this.work.fetcher, { address, codes, signal }).catch((problem: unknown) => { if (problem instanceof FetchProblem) return problem; throw problem })
      this.lists.set(base, list)
    }
    return list instanceof FetchProblem ? list : (code === undefined ? null : (list.get(code) ?? null))
  }
  /** Says how far an item is, once a second at most; what is said must not fail the work. */
  private noter(place: number) {
    let last = 0
    let saying: Promise<unknown> = Promise.resolve()
    const note = (at: ImportAt): void => {
      const now = Date.now()
      if (now - last < lookEveryMs) return
      last = now
      saying = this.store.writing((writer) => noteItem(writer, { run: this.run.number, place, bytesRead: at.bytesRead, bytesInAll: at.bytesInAll, now: this.work.now() }), { quiet: 'yes' }).catch(() => {})
    }
    return Object.assign(note, { settled: async () => { await saying } })
  }
}
