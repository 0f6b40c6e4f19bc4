// What the analyses say of the home region, as suggestions and the current-state report take it. Pure.
import type { IndexOutcome, IndexPage, Intervals } from '#areas/evidence/indices/rules.ts'
import { namingOf } from '#areas/evidence/indices/rules/naming.ts'
import { type NodePlace, profileOf } from '#areas/evidence/indices/rules/profile.ts'
import type { Trend } from '#areas/evidence/trends/rules.ts'

/** A published index with the row of the home region, or of the one above it that is in the index. */
export type HomeIndex = { readonly index: IndexPage; readonly outcome: IndexOutcome; readonly intervals: Intervals | null; readonly row: number; readonly home: string }
/** Whether its score may bear its name for that region; what is not whole judges nobody. */
export const isWholeIndex = (one: HomeIndex): boolean => namingOf(one.index.shown.record, one.outcome, one.row).isWhole
/** The pillars of an index, the nearest to the front first; those without a place are left out. */
export const pillarsIn = (one: HomeIndex): readonly (NodePlace & { readonly place: number })[] =>
  profileOf({ framework: one.index.shown.record, outcome: one.outcome, inputs: one.index.shown.inputs, intervals: one.intervals }, one.row).nodes
    .flatMap((node) => (node.key === one.outcome.root || node.place === null ? [] : [{ ...node, place: node.place }])).toSorted((a, b) => a.place / a.of - b.place / b.of)
/** Whether a course that the Mann–Kendall test finds goes the better way; null where it finds none. */
export const wayOf = ({ course, direction }: Pick<Trend, 'course' | 'direction'>): 'better' | 'worse' | null =>
  (direction === 'neither' || (course !== 'up' && course !== 'down') ? null : (course === 'up') === (direction === 'more') ? 'better' : 'worse')
