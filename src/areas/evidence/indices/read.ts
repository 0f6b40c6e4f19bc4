// Questions about indices: one with its version, its intervals and what newer figures would change; the official indices beside it.
import type { Reader } from '#store/handle.ts'
import { findAnalysisPage, findDoneRun, findLastRun, listNewerVintages } from '#areas/evidence/analyses/read.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import type { FrozenVintage, Inputs, Run } from '#areas/evidence/analyses/rules.ts'
import { changesBetween, type InputChanges, type NewerVintage } from '#areas/evidence/analyses/rules/changes.ts'
import type { Framework, IndexOutcome, IndexPage, Intervals } from './rules.ts'
import { computeIndex } from './rules/compute.ts'

export const intervalsWork = 'intervals'

export type FoundIndex = {
  readonly index: IndexPage
  readonly intervals: Intervals | null
  readonly run: Run | null
  readonly newer: readonly NewerVintage[]
}
export const findIndex = async (reader: Reader, asked: { readonly key: string; readonly version?: number; readonly who: 'everyone' | 'staff' }): Promise<FoundIndex | undefined> => {
  const index = await findAnalysisPage<Framework, IndexOutcome>(reader, { key: asked.key, who: asked.who, ...(asked.version === undefined ? {} : { version: asked.version }) })
  if (index === undefined || index.kind !== 'index') return undefined
  const at = { analysis: index, version: index.shown.version, what: intervalsWork }
  const [done, last, newer] = await Promise.all([findDoneRun<Intervals>(reader, at), findLastRun(reader, at), listNewerVintages(reader, index.shown)])
  return { index, intervals: done?.result ?? null, run: last ?? null, newer }
}

export type Renewal = { readonly inputs: Inputs; readonly vintages: readonly FrozenVintage[]; readonly outcome: IndexOutcome | null; readonly changes: InputChanges }
/** The same framework on the figures of today, and how they differ. Nothing of it is kept. */
export const renewIndex = async (reader: Reader, framework: Framework, before: Inputs): Promise<Renewal> => {
  const { inputs, vintages } = await freezeInputs(reader, { keys: framework.indicators.map((leaf) => leaf.indicator), regions: framework.regions })
  return { inputs, vintages, outcome: computeIndex(framework, inputs), changes: changesBetween(before, inputs) }
}
