// How sure the places are: the index and every pillar run many times with the decisions turned that could have been others, and which of
// those decisions matters. Long work: it is done in a thread.
import { rankIntervals } from '#stats/composite/rank-intervals.ts'
import type { Factor } from '#stats/composite/factors.ts'
import type { IndexRecord } from '#stats/composite/index-record.ts'
import type { IndexData } from '#stats/composite/index-stages.ts'
import { sensitivity } from '#stats/composite/sensitivity.ts'
import type { Value } from '#stats/reason.ts'
import type { Inputs } from '#areas/evidence/analyses/rules.ts'
import type { Framework, Intervals } from '../rules.ts'
import { type Computable, toComputable } from './compute.ts'

/** rows of the quasi-random design for the importance of each decision */
const designSize = 64
export const factorNames = ['treatment', 'normalisation', 'weights', 'aggregation', 'leaveOneOut', 'imputation'] as const
export type FactorName = (typeof factorNames)[number]

/** What could have been decided otherwise. Gaps are a factor only where there are some. */
export const factorsOf = (record: IndexRecord, data: IndexData): readonly { readonly name: FactorName; readonly factor: Factor }[] => {
  const { steps } = record
  return [
    { name: 'treatment', factor: { kind: 'treatment', choices: ['treated', 'untreated'] } },
    { name: 'normalisation', factor: { kind: 'normalisation', choices: [steps.normalisation, steps.normalisation.kind === 'rank' ? { kind: 'min-max', lower: 1, upper: 100 } : { kind: 'rank' }] } },
    { name: 'weights', factor: { kind: 'weights', levels: [0, 1, 2], spread: 0.25 } },
    { name: 'aggregation', factor: { kind: 'aggregation', choices: [steps.aggregation, [{ kind: 'arithmetic' }]] } },
    { name: 'leaveOneOut', factor: { kind: 'leave-one-out', of: 'indicators' } },
    ...(data.values.some(Number.isNaN) ? [{ name: 'imputation' as const, factor: { kind: 'imputation' as const, choices: [steps.imputation, steps.imputation.kind === 'median' ? { kind: 'none' as const } : { kind: 'median' as const }] } }] : []),
  ]
}
/** A part of the tree as an index of its own. */
const partOf = ({ record, data }: Computable, key: string): { readonly record: IndexRecord; readonly data: IndexData } => {
  const keys = new Set([key])
  for (let grew = true; grew;) { grew = false; for (const group of record.groups) if (group.parent !== null && keys.has(group.parent) && !keys.has(group.key)) { keys.add(group.key); grew = true } }
  const columns = record.indicators.flatMap((leaf, column) => (keys.has(leaf.parent) ? [column] : []))
  const n = data.regions.length, m = record.indicators.length, q = columns.length
  return {
    record: { ...record, groups: record.groups.filter((group) => keys.has(group.key)).map((group) => (group.key === key ? { ...group, parent: null } : group)), indicators: record.indicators.filter((_, column) => columns.includes(column)) },
    data: { ...data, values: Float64Array.from({ length: n * q }, (_, at) => data.values[Math.floor(at / q) * m + (columns[at % q] as number)] as number) },
  }
}
const orNull = (value: Value | number): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** How many repetitions there are in all, for whoever asks for the run. */
export const countRepetitions = (framework: Framework, inputs: Inputs): number => {
  const computable = toComputable(framework, inputs)
  return computable === null ? 1 : nodesOf(computable).length * framework.runs + designSize * (factorsOf(computable.record, computable.data).length + 2)
}
/** The index, and its pillars where it has several. */
const nodesOf = ({ record }: Computable): readonly string[] => {
  const root = record.groups.find((group) => group.parent === null)?.key ?? ''
  const pillars = record.groups.filter((group) => group.parent === root).map((group) => group.key)
  return pillars.length === 1 ? pillars : [root, ...pillars]
}
/** `tell` hears the repetitions done. The same framework, figures and seed give the same bytes. */
export const computeIntervals = (framework: Framework, inputs: Inputs, tell: (done: number) => void): Intervals | null => {
  const computable = toComputable(framework, inputs)
  if (computable === null) return null
  let before = 0
  const every = Math.max(1, Math.floor(framework.runs / 40))
  const hear = (done: number): 'go' => { if (done % every === 0) tell(before + done); return 'go' }
  const nodes = nodesOf(computable).map((key) => {
    const part = partOf(computable, key)
    const found = rankIntervals(part.record, part.data, { factors: factorsOf(part.record, part.data).map(({ factor }) => factor), runs: framework.runs, seed: framework.seed, tell: hear })
    before += framework.runs
    return {
      key, steadyPairs: orNull(found.steadyPairs),
      regions: found.regions.map(({ nominal, mean, median, low, high, runs }) => ({ nominal: orNull(nominal), mean: orNull(mean), median: orNull(median), low: orNull(low), high: orNull(high), runs })),
    }
  })
  const factors = factorsOf(computable.record, computable.data)
  const which = sensitivity(computable.record, computable.data, { factors: factors.map(({ factor }) => factor), size: designSize, seed: framework.seed, tell: hear })
  tell(before + designSize * (factors.length + 2))
  return { nodes, runs: framework.runs, factors: factors.map(({ name }, at) => ({ name, total: orNull(which.factors[at]?.total ?? Number.NaN), first: orNull(which.factors[at]?.first ?? Number.NaN) })) }
}
