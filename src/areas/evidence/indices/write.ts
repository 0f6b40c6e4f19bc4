// Acts on indices: make one, save a changed framework, accept newer figures, ask for the intervals. Saving computes: a version always has
// its outcome and its method note beside it.
import { notFound, type PostAnswer, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { askRun, stopRun } from '#areas/evidence/analyses/write/runs.ts'
import { type Acting, publishAnalysis, type SavedAnalysis, saveAnalysis, saveVersion } from '#areas/evidence/analyses/write.ts'
import { findAnalysis, findLastRun, findVersion } from '#areas/evidence/analyses/read.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import type { FrozenVintage, Inputs } from '#areas/evidence/analyses/rules.ts'
import type { WriteVisit } from '#store/visit.ts'
import { figurePath } from '#areas/evidence/figures/rules.ts'
import { pinFigure } from '#areas/evidence/figures/write.ts'
import { findIndex, intervalsWork, renewIndex } from './read.ts'
import { type Framework, type IndexOutcome, indexPath } from './rules.ts'
import { computeIndex } from './rules/compute.ts'
import { countRepetitions } from './rules/intervals.ts'
import { methodNote } from './rules/method-note.ts'
import { toPinnedIndex } from './rules/pin.ts'

type Made = { readonly record: Framework; readonly inputs: Inputs; readonly vintages: readonly FrozenVintage[]; readonly result: IndexOutcome | null; readonly note: Bilingual }
const make = (framework: Framework, frozen: { readonly inputs: Inputs; readonly vintages: readonly FrozenVintage[] }): Made => {
  const result = computeIndex(framework, frozen.inputs)
  return { record: framework, inputs: frozen.inputs, vintages: frozen.vintages, result, note: methodNote({ framework, inputs: frozen.inputs, outcome: result }) }
}
const freeze = (at: Acting, framework: Framework) => freezeInputs(at.writer.reader, { keys: framework.indicators.map((leaf) => leaf.indicator), regions: framework.regions })

export type NewIndex = { readonly key: string; readonly title: Bilingual; readonly framework: Framework; readonly why: string }
/** 'taken': the word in the address is another's. The intervals are asked for at once. */
export const makeIndex = async (at: Acting, index: NewIndex): Promise<(SavedAnalysis & { readonly has: 'result' | 'nothing' }) | 'taken'> => {
  if ((await findAnalysis(at.writer.reader, { key: index.key })) !== undefined) return 'taken'
  const made = make(index.framework, await freeze(at, index.framework))
  const saved = await saveAnalysis(at, { kind: 'index', key: index.key, path: indexPath(index.key), title: index.title, why: index.why, ...made })
  await askIntervals(at, { saved, made })
  return { ...saved, has: made.result === null ? 'nothing' : 'result' }
}
const askIntervals = async (at: Acting, { saved, made }: { readonly saved: SavedAnalysis; readonly made: Pick<Made, 'record' | 'inputs' | 'result'> }): Promise<void> => {
  if (made.result !== null) await askRun(at, { analysis: saved, version: saved.version, what: intervalsWork, parameters: { runs: made.record.runs, seed: made.record.seed }, of: countRepetitions(made.record, made.inputs) })
}

const conflict: PostAnswer = problems([{ field: '', text: {
  bg: 'Докато правехте промените, друг колега записа нова версия. Вашите думи са в полетата; ако натиснете бутона още веднъж, остават вашите.',
  en: 'While you were making changes, a colleague saved a newer version. Your words are in the fields; if you press the button once more, yours stay.',
} }])
type Changing = { readonly key: string; readonly from: number; readonly title: Bilingual; readonly framework: Framework; readonly why: string }
/** Figures stay those that were frozen, but for indicators and regions that were not there: those are frozen anew, all of them together. */
export const changeIndex = async (visit: WriteVisit, change: Changing): Promise<PostAnswer> => {
  const before = await findAnalysis(visit.writer.reader, { key: change.key })
  if (before === undefined || before.kind !== 'index') return notFound
  const last = await findVersion<Framework, IndexOutcome>(visit.writer.reader, { analysis: before, version: before.version })
  const known = new Set(last?.inputs.indicators.map((one) => one.key))
  const isHeld = last !== undefined && change.framework.indicators.every((leaf) => known.has(leaf.indicator)) && change.framework.regions.join() === last.inputs.regions.map((region) => region.code).join()
  const made = make(change.framework, isHeld && last !== undefined ? last : await freeze(visit, change.framework))
  const saved = await saveVersion(visit, { number: before.number, from: change.from, title: change.title, why: change.why, ...made })
  if (saved === 'none') return notFound
  if (saved === 'conflict') return conflict
  await askIntervals(visit, { saved, made })
  return see(indexPath(change.key), made.result === null ? 'evidence_notice_index_nothing' : 'evidence_notice_index_saved')
}

/** The figures of today become those of a new version, which waits to be published. */
export const acceptNewer = async (visit: WriteVisit, { key, from }: { readonly key: string; readonly from: number }): Promise<PostAnswer> => {
  const before = await findAnalysis(visit.writer.reader, { key })
  const last = before && await findVersion<Framework, IndexOutcome>(visit.writer.reader, { analysis: before, version: before.version })
  if (before === undefined || last === undefined) return notFound
  const made = make(last.record, await renewIndex(visit.writer.reader, last.record, last.inputs))
  const saved = await saveVersion(visit, { number: before.number, from, title: before.title, why: visit.language === 'bg' ? 'По-нови данни' : 'Newer data', ...made })
  if (saved === 'none') return notFound
  if (saved === 'conflict') return see(indexPath(key), 'evidence_notice_analysis_conflict')
  await askIntervals(visit, { saved, made })
  return see(indexPath(key), 'evidence_notice_index_renewed')
}

/** What the asked version says of a region becomes a figure with a number of its own. */
const pinRegion = async (visit: WriteVisit, { key, version, region }: Pick<Press, 'key' | 'version' | 'region'>): Promise<PostAnswer> => {
  const found = await findIndex(visit.writer.reader, { key, version, who: 'staff' })
  const row = found?.index.shown.inputs.regions.findIndex((one) => one.code === region) ?? -1
  const outcome = found?.index.shown.result ?? null
  const pinned = found === undefined || outcome === null || row === -1 ? undefined : toPinnedIndex(found.index, { outcome, intervals: found.intervals, row })
  if (found === undefined || pinned === undefined) return notFound
  const figure = await pinFigure(visit, { about: found.index.id, kind: 'analysis', ...pinned })
  return see(figurePath(figure.number), figure.is === 'new' ? 'evidence_notice_pinned' : 'evidence_notice_pinned_before')
}

export type Press = { readonly key: string; readonly does: 'publish' | 'intervals' | 'stop' | 'accept' | 'pin'; readonly version: number; readonly region: string }
/** Buttons on the page of an index. */
export const pressOnIndex = async (visit: WriteVisit, { key, does, version, region }: Press): Promise<PostAnswer> => {
  if (does === 'accept') return acceptNewer(visit, { key, from: version })
  if (does === 'pin') return pinRegion(visit, { key, version, region })
  const analysis = await findAnalysis(visit.writer.reader, { key })
  if (analysis === undefined || analysis.kind !== 'index') return notFound
  const path = indexPath(key)
  if (does === 'publish') {
    const done = await publishAnalysis(visit, { number: analysis.number, version })
    return done === 'none' ? notFound : see(path, { published: 'evidence_notice_analysis_published', conflict: 'evidence_notice_analysis_conflict', noResult: 'evidence_notice_analysis_no_result' }[done])
  }
  if (does === 'stop') {
    const run = await findLastRun(visit.writer.reader, { analysis, version: analysis.version, what: intervalsWork })
    const stopped = run === undefined ? 'none' : await stopRun(visit, { run: run.number })
    return see(path, stopped === 'none' ? 'evidence_notice_run_ended' : 'evidence_notice_run_stopping')
  }
  const last = await findVersion<Framework, IndexOutcome>(visit.writer.reader, { analysis, version: analysis.version })
  if (last === undefined) return notFound
  await askIntervals(visit, { saved: { id: analysis.id, number: analysis.number, version: analysis.version }, made: { record: last.record, inputs: last.inputs, result: last.result } })
  return see(path, 'evidence_notice_run_begun')
}
