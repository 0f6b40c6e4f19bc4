// The terminal's words for many datasets: fetch all that have no figures, look for news of those in use. Ctrl-C stops between two
// batches; what was fetched stays, and the same command goes on with the rest.
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Command, CommandAnswer, CommandContext } from '#store/command.ts'
import { done, failed } from '#store/command.ts'
import { readSettings } from '#store/settings.ts'
import { thisProcess } from '#store/this-process.ts'
import { findHome } from '#areas/evidence/regions/read.ts'
import { listDatasets } from '../read.ts'
import { findLastRun } from '../read/source-checks.ts'
import { sayFound } from '../rules/source-check-words.ts'
import type { NewSourceCheck, RunKind } from '../rules/source-checks.ts'
import { listMissing, listWatched } from '../rules/source-checks.ts'
import { askToStop, openRun } from '../write/source-checks.ts'
import { readCheckBook } from './check-book.ts'
import { getFetcher } from './fetching.ts'
import { workOnRun } from './work-run.ts'

const text = (bg: string, en: string): Bilingual => ({ bg, en })
const line = (check: Pick<NewSourceCheck, 'dataset' | 'result' | 'vintage' | 'problem'>, language: Language): string => `${check.dataset.padEnd(24)} ${sayFound(check, language)}`

const work = async (context: CommandContext, kind: RunKind): Promise<CommandAnswer> => {
  const { store, language, signal, now } = context
  const say = speak(language)
  if (!(await store.reading(findHome, { as: 'staff' }))) return failed('unavailable', say.evidence_import_no_pack())
  const rows = await store.reading(listDatasets, { as: 'staff', fresh: 'primary' })
  const datasets = (kind === 'missing' ? listMissing(rows) : listWatched(rows)).map((row) => row.dataset.code)
  if (datasets.length === 0) return done([kind === 'missing' ? say.evidence_fetch_none_missing() : say.evidence_fetch_none_watched()], { kind, datasets: [] })
  // A run that was cut off is gone on with; the new question follows at the next call.
  await store.writing((writer) => openRun(writer, { kind, datasets, askedBy: 'command', account: null, now: now() }))
  const bar = context.bar({ label: say.evidence_fetch_bar(), unit: say.evidence_fetch_bar_unit(), total: datasets.length })
  const end = await workOnRun(store, {
    fetcher: getFetcher(readSettings(process.env)), book: await readCheckBook(findCheckout()), now, here: thisProcess, signal,
    onItem: ({ place, of, check }) => { bar.of(of); bar.reach(check ? place : place - 1); if (check) context.say(line(check, language)) },
  }).finally(() => bar.end())
  if (end === 'elsewhere') return failed('refused', say.evidence_fetch_elsewhere())
  // What the person at the terminal breaks off shall not go on behind their back.
  if (end === 'interrupted') await store.writing((writer) => askToStop(writer, { account: null, now: now() }))
  const run = await store.reading(findLastRun, { as: 'staff', fresh: 'primary' })
  const checks = (run?.items ?? []).flatMap((item) => item.check ?? [])
  const count = (result: NewSourceCheck['result']): number => checks.filter((check) => check.result === result).length
  const summary = say.evidence_fetch_summary({ fresh: String(count('new')), same: String(count('nothingNew') + count('older')), held: String(count('held')), refused: String(count('refused')), failed: String(count('failed') + count('busy')) })
  const value = { kind, end, checks: checks.map(({ dataset, result, vintage, stamp, problem }) => ({ dataset, result, vintage, stamp, problem: problem?.[language] ?? null })) }
  if (end === 'interrupted') signal.throwIfAborted()
  const isWell = end === 'done' && count('failed') + count('busy') + count('refused') === 0
  return { exit: isWell ? 'done' : 'refused', lines: [summary], value }
}

export const fetchCommands: readonly Command[] = [
  {
    name: 'datasets fetch', says: text('изтегля всички набори, които още нямат стойности', 'fetch every dataset that has no figures yet'),
    examples: ['posoka datasets fetch'], run: (context) => work(context, 'missing'),
  },
  {
    name: 'datasets news', says: text('проверява при източниците за по-ново издание на наборите, които се ползват', 'look at the sources for news of the datasets in use'),
    examples: ['posoka datasets news'], run: (context) => work(context, 'news'),
  },
]
