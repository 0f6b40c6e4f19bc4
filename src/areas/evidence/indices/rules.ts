// The nouns of indices: a framework (a tree of groups and indicators with every step written out), and what came of it for each region.
// The computing is stats/composite-index; what is shown of a score, and what it may be called, is rules/naming.ts.
import type { Bilingual } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import type { Reason } from '#stats/reason.ts'
import type { IndexSteps } from '#stats/composite/index-record.ts'
import type { Flag, Kept } from '#stats/composite/screening.ts'
import type { AnalysisPage } from '#areas/evidence/analyses/rules.ts'

/** Exactly one has no parent: the index. Those right below it are its pillars. */
export type Group = { readonly key: string; readonly parent: string | null; readonly name: Bilingual; readonly weight: number }
export type Leaf = { readonly indicator: string; readonly parent: string; readonly weight: number; readonly direction: 1 | -1 }
export type Framework = {
  readonly format: 1
  /** of the regions: every value is of this level, never of one above */
  readonly level: Level
  readonly regions: readonly string[]
  /** pid: the index of entrepreneurship, innovation and digitalisation, which has its name only where every pillar suffices */
  readonly called: 'pid' | 'own'
  readonly groups: readonly Group[]
  readonly indicators: readonly Leaf[]
  /** a missing value may be the region's own of so many years before; 0: never */
  readonly carryYears: number
  readonly steps: IndexSteps
  /** of the intervals of ranks */
  readonly runs: number
  readonly seed: number
}

/** What a cell became; the first five as stats/composite-index numbers them. */
export const cellKinds = ['missing', 'observed', 'imputed', 'treated', 'excluded', 'carried'] as const
export type CellKind = (typeof cellKinds)[number]
export type NodeOutcome = {
  readonly key: string
  /** one per region; null with its reason beside it */
  readonly scores: readonly (number | null)[]
  readonly why: readonly (Reason | null)[]
  readonly ranks: readonly (number | null)[]
}
export type IndicatorOutcome = {
  readonly key: string
  readonly flags: readonly Flag[]
  readonly present: number
  readonly treatment: 'none' | 'untouched' | 'winsorised' | 'transformed' | 'untestable'
  readonly before: { readonly skewness: number | null; readonly kurtosis: number | null } | null
  readonly after: { readonly skewness: number | null; readonly kurtosis: number | null } | null
  readonly mute: Reason | null
}
/** All of it is plain JSON, and all of it comes from the framework and the frozen figures. Rows are regions, columns are `keys`. */
export type IndexOutcome = {
  /** indicators that were computed with, in this order */
  readonly keys: readonly string[]
  /** wanted, and no region has a figure */
  readonly without: readonly string[]
  /** groups that nothing is left of */
  readonly empty: readonly string[]
  readonly root: string
  readonly nodes: readonly NodeOutcome[]
  readonly cells: readonly (readonly number[])[]
  readonly normalised: readonly (readonly (number | null)[])[]
  readonly indicators: readonly IndicatorOutcome[]
  readonly filled: readonly { readonly region: string; readonly indicator: string; readonly value: number; readonly how: string; readonly period: string | null }[]
  readonly treated: readonly { readonly region: string; readonly indicator: string; readonly before: number; readonly after: number }[]
  readonly weights: readonly { readonly key: string; readonly share: number | null; readonly effective: number | null }[]
  readonly imputedShare: readonly (number | null)[]
  readonly screened: readonly { readonly kept: boolean; readonly because: Kept; readonly present: number }[]
  readonly correlations: {
    readonly r: readonly (readonly (number | null)[])[]
    readonly flags: readonly { readonly first: string; readonly second: string; readonly value: number; readonly flag: 'redundant' | 'conflict' }[]
    readonly withParent: readonly { readonly key: string; readonly parent: string; readonly r: number | null }[]
  }
  readonly alpha: readonly { readonly group: string; readonly value: number | null; readonly n: number }[]
  /** mean shift of places where this one does not count */
  readonly leaveOneOut: readonly { readonly key: string; readonly kind: 'indicator' | 'group'; readonly shift: number | null; readonly largest: { readonly region: string; readonly from: number; readonly to: number } | null }[]
  /** null: fewer than two pillars, so none can hold another back */
  readonly bottleneck: Bottleneck | null
  /** absent in versions saved before it was computed */
  readonly diagnosis?: Diagnosis
}
export type Diagnosis = {
  readonly components: { readonly explained: readonly number[]; readonly dimensions: number } | null
  /** what principal components would suggest; shown, never used */
  readonly pcaWeights: readonly { readonly key: string; readonly weight: number }[] | null
  /** weight stated, share of the correlation with the index, and the weight under which the two would be alike */
  readonly pillars: readonly { readonly key: string; readonly stated: number; readonly real: number; readonly balanced: number }[] | null
}
export type Bottleneck = {
  readonly pillars: readonly string[]
  /** 0…1, averages of the pillars made equal; null: the region lacks a pillar */
  readonly equalised: readonly (readonly (number | null)[])[]
  readonly lowest: readonly (string | null)[]
  /** 0–100, with the penalty and without */
  readonly penalised: readonly (number | null)[]
  readonly unpenalised: readonly (number | null)[]
  /** share of the least effort for 10 per cent more that belongs to each pillar */
  readonly effort: readonly (readonly { readonly pillar: string; readonly share: number }[] | null)[]
}

export type RankIntervalRow = { readonly nominal: number | null; readonly mean: number | null; readonly median: number | null; readonly low: number | null; readonly high: number | null; readonly runs: number }
/** What a run of the intervals gives: of the index, and of each pillar. */
export type Intervals = {
  readonly nodes: readonly { readonly key: string; readonly regions: readonly RankIntervalRow[]; readonly steadyPairs: number | null }[]
  readonly runs: number
  readonly factors: readonly { readonly name: string; readonly total: number | null; readonly first: number | null }[]
}
export type IndexPage = AnalysisPage<Framework, IndexOutcome>

export const indicesPath = '/evidence/indices'
export const indexPath = (key: string): string => `${indicesPath}/${key}`
export const childrenOf = (framework: Pick<Framework, 'groups'>, parent: string | null): readonly Group[] => framework.groups.filter((group) => group.parent === parent)
export const rootOf = (framework: Pick<Framework, 'groups'>): Group => {
  const [root] = childrenOf(framework, null)
  if (root === undefined) throw new Error('a framework without a root')
  return root
}
export const pillarsOf = (framework: Pick<Framework, 'groups'>): readonly Group[] => childrenOf(framework, rootOf(framework).key)
/** The indicators of a group and of all below it. */
export const leavesUnder = (framework: Pick<Framework, 'groups' | 'indicators'>, key: string): readonly Leaf[] =>
  [...framework.indicators.filter((leaf) => leaf.parent === key), ...childrenOf(framework, key).flatMap((group) => leavesUnder(framework, group.key))]
