// A composite index as a record: the framework and every step with every parameter. The same record gives the same index again, and it
// is what the method note is written from. No values of regions here.
import type { Aggregation } from './aggregation.ts'
import type { Imputation } from './imputation.ts'
import type { Normalisation } from './normalisation.ts'
import { type Treatment, treatmentDefaults } from './outlier-treatment.ts'
import { type Screening, screeningDefaults } from './screening.ts'

export type IndicatorNode = {
  readonly key: string
  readonly parent: string
  readonly weight: number
  readonly direction: 1 | -1
  /** key of a denominator of the same year, and per how many of its unit */
  readonly denominator: string | null
  readonly factor: number
  /** in the indicator's own unit (after denomination), for the normalisations that ask for them */
  readonly goalposts: readonly [number, number] | null
  readonly target: number | null
  readonly reference: number | null
}
/** Exactly one group has no parent: the index. */
export type GroupNode = { readonly key: string; readonly parent: string | null; readonly weight: number }

export type IndexSteps = {
  readonly imputation: Imputation
  /** `counts`: whether a filled gap counts as present when regions are screened */
  readonly screening: Screening & { readonly counts: 'observed' | 'imputed' }
  readonly treatment: Treatment | null
  readonly normalisation: Normalisation
  readonly weighting: 'stated' | 'equal'
  /** from the lowest groups upward; the last holds for all above */
  readonly aggregation: readonly Aggregation[]
  /** a group needs this share of what is below it, per region */
  readonly leastShare: number
  /** indicators or groups that do not count: their weight is 0, nothing else changes */
  readonly leftOut: readonly string[]
}
export type IndexRecord = { readonly indicators: readonly IndicatorNode[]; readonly groups: readonly GroupNode[]; readonly steps: IndexSteps }

/** What a person decides; all else is filled in by `indexRecord`. */
export type RecordDraft = {
  readonly indicators: readonly (Pick<IndicatorNode, 'key' | 'parent'> & { readonly [K in keyof IndicatorNode]?: IndicatorNode[K] | undefined })[]
  readonly groups: readonly (Pick<GroupNode, 'key'> & { readonly parent?: string | null | undefined; readonly weight?: number | undefined })[]
  readonly steps?: { readonly [K in keyof IndexSteps]?: IndexSteps[K] | undefined } | undefined
}

/** With every default written out: no imputation; 2/3 of the observed values; treatment by 2 / 3.5; stated weights; arithmetic mean up to
 *  the groups below the index and geometric above; min-max up to 100, from 0, or from 1 where a mean needs values above 0; half of a group. */
export const indexRecord = ({ indicators, groups, steps = {} }: RecordDraft): IndexRecord => {
  const whole = {
    indicators: indicators.map((one): IndicatorNode => ({
      key: one.key, parent: one.parent, weight: one.weight ?? 1, direction: one.direction ?? 1, denominator: one.denominator ?? null, factor: one.factor ?? 1,
      goalposts: one.goalposts ?? null, target: one.target ?? null, reference: one.reference ?? null,
    })),
    groups: groups.map((one): GroupNode => ({ key: one.key, parent: one.parent ?? null, weight: one.weight ?? 1 })),
  }
  const height = recordProblem({ ...whole, steps: null }) === null ? Math.max(0, ...levelsOf(whole).values()) : 1
  const aggregation = steps.aggregation ?? [...Array.from({ length: Math.max(1, height - 1) }, () => ({ kind: 'arithmetic' } as const)), ...(height > 1 ? [{ kind: 'geometric' } as const] : [])]
  const needsPositive = aggregation.some(({ kind }) => kind === 'geometric' || kind === 'harmonic')
  return {
    ...whole,
    steps: {
      imputation: steps.imputation ?? { kind: 'none' }, screening: steps.screening ?? { ...screeningDefaults, counts: 'observed' },
      treatment: steps.treatment === undefined ? treatmentDefaults : steps.treatment,
      normalisation: steps.normalisation ?? { kind: 'min-max', lower: needsPositive ? 1 : 0, upper: 100 },
      weighting: steps.weighting ?? 'stated', aggregation, leastShare: steps.leastShare ?? 0.5, leftOut: steps.leftOut ?? [],
    },
  }
}

/** 1 for a group of indicators only; a group above groups is one higher than the highest of them. */
export const levelsOf = ({ groups, indicators }: Pick<IndexRecord, 'groups' | 'indicators'>): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>()
  const below = Map.groupBy(groups.filter(({ parent }) => parent !== null), ({ parent }) => parent as string)
  const hasOwn = new Set(indicators.map(({ parent }) => parent))
  const levelOf = (key: string): number => {
    const known = levels.get(key)
    if (known !== undefined) return known
    const level = (below.get(key) ?? []).reduce((most, child) => Math.max(most, 1 + levelOf(child.key)), hasOwn.has(key) ? 1 : 0)
    levels.set(key, level)
    return level
  }
  for (const { key } of groups) levelOf(key)
  return levels
}

export type RecordProblem = { readonly kind: 'no-indicators' | 'no-root' | 'two-roots' | 'unknown-parent' | 'circle' | 'empty-group' | 'same-key' | 'negative-weight'; readonly key: string }
/** What keeps a record from being computed, with the key it is about; null where nothing does. */
export const recordProblem = ({ indicators, groups }: Pick<IndexRecord, 'groups' | 'indicators'> & { readonly steps?: unknown }): RecordProblem | null => {
  if (indicators.length === 0) return { kind: 'no-indicators', key: '' }
  const roots = groups.filter(({ parent }) => parent === null)
  const keys = new Set<string>(), known = new Map(groups.map((group) => [group.key, group]))
  for (const { key, weight } of [...groups, ...indicators]) {
    if (keys.has(key)) return { kind: 'same-key', key }
    if (!(weight >= 0 && Number.isFinite(weight))) return { kind: 'negative-weight', key }
    keys.add(key)
  }
  for (const { key, parent } of [...groups, ...indicators]) if (parent !== null && !known.has(parent)) return { kind: 'unknown-parent', key }
  for (const { key } of groups) {
    let at = known.get(key)
    for (let steps = 0; at !== undefined && at.parent !== null; steps += 1) {
      if (steps > groups.length) return { kind: 'circle', key }
      at = known.get(at.parent)
    }
  }
  if (roots.length !== 1) return { kind: roots.length === 0 ? 'no-root' : 'two-roots', key: roots[1]?.key ?? '' }
  const parents = new Set([...groups, ...indicators].map(({ parent }) => parent))
  const empty = groups.find(({ key }) => !parents.has(key))
  return empty === undefined ? null : { kind: 'empty-group', key: empty.key }
}
