// From a framework and frozen figures to an outcome. The mathematics is in stats; here a missing value is looked for in earlier years,
// what has no figures is left out by name, and everything is turned into plain JSON that can be kept and computed again.
import { yearOf } from '#kernel/period.ts'
import { runIndex } from '#stats/composite-index.ts'
import { correlations, flagDefaults } from '#stats/composite/correlations.ts'
import { cronbachAlpha } from '#stats/composite/cronbach-alpha.ts'
import { indexRecord, type IndexRecord } from '#stats/composite/index-record.ts'
import type { IndexData } from '#stats/composite/index-stages.ts'
import { correlation } from '#stats/correlation.ts'
import { reasonAt, type Value } from '#stats/reason.ts'
import type { Inputs } from '#areas/evidence/analyses/rules.ts'
import { cellKinds, childrenOf, type Framework, type IndexOutcome, leavesUnder, rootOf } from '../rules.ts'
import { bottleneckOf } from './bottleneck.ts'
import { diagnose } from './diagnosis.ts'
import { leaveOneOut } from './leave-one-out.ts'

export type Computable = {
  readonly record: IndexRecord
  readonly data: IndexData
  /** in the order of the record's indicators */
  readonly keys: readonly string[]
  readonly without: readonly string[]
  readonly empty: readonly string[]
  readonly carried: readonly { readonly row: number; readonly column: number; readonly value: number; readonly period: string }[]
}
/** null: nothing is left to compute. */
export const toComputable = (framework: Framework, inputs: Inputs): Computable | null => {
  const frozen = new Map(inputs.indicators.map((one) => [one.key, one]))
  const hasFigures = (key: string): boolean => frozen.get(key)?.values.some((value) => value !== null) ?? false
  const leaves = framework.indicators.filter((leaf) => hasFigures(leaf.indicator))
  const isFilled = (key: string): boolean => leavesUnder({ groups: framework.groups, indicators: leaves }, key).length > 0
  const groups = framework.groups.filter((group) => isFilled(group.key))
  if (leaves.length === 0 || groups.length === 0) return null
  const n = inputs.regions.length, m = leaves.length
  const values = new Float64Array(n * m).fill(Number.NaN)
  const carried: Computable['carried'][number][] = []
  leaves.forEach((leaf, column) => {
    const one = frozen.get(leaf.indicator)
    for (let row = 0; row < n; row += 1) {
      const value = one?.values[row] ?? null, earlier = one?.earlier[row] ?? null
      if (value !== null) values[row * m + column] = value
      else if (one?.period != null && earlier !== null && yearOf(one.period) - yearOf(earlier.period) <= framework.carryYears) {
        values[row * m + column] = earlier.value
        carried.push({ row, column, value: earlier.value, period: earlier.period })
      }
    }
  })
  const known = new Set([...groups.map((group) => group.key), ...leaves.map((leaf) => leaf.indicator)])
  return {
    record: indexRecord({
      indicators: leaves.map((leaf) => ({ key: leaf.indicator, parent: leaf.parent, weight: leaf.weight, direction: leaf.direction })),
      groups: groups.map(({ key, parent, weight }) => ({ key, parent, weight })),
      steps: { ...framework.steps, leftOut: framework.steps.leftOut.filter((key) => known.has(key)) },
    }),
    data: { values, regions: inputs.regions.map((region) => region.code) },
    keys: leaves.map((leaf) => leaf.indicator), carried,
    without: framework.indicators.filter((leaf) => !hasFigures(leaf.indicator)).map((leaf) => leaf.indicator),
    empty: framework.groups.filter((group) => !isFilled(group.key)).map((group) => group.key),
  }
}

const orNull = (value: Value | number | undefined): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const listOf = (values: ArrayLike<number>): readonly (number | null)[] => Array.from(values, orNull)

/** The same framework and figures give the same outcome. null: no indicator has figures. */
export const computeIndex = (framework: Framework, inputs: Inputs): IndexOutcome | null => {
  const computable = toComputable(framework, inputs)
  if (computable === null) return null
  const { record, data, keys, carried } = computable
  const found = runIndex(record, data)
  const n = data.regions.length, m = keys.length
  const pillars = childrenOf({ groups: framework.groups.filter((group) => !computable.empty.includes(group.key)) }, rootOf(framework).key).map((group) => group.key)
  const carriedAt = new Map(carried.map((one) => [one.row * m + one.column, one]))
  const codes = data.regions
  const nodes = found.nodes.map((node) => ({ key: node.key, scores: listOf(node.scores), why: Array.from({ length: n }, (_, row) => reasonAt(node.why, row)), ranks: listOf(node.ranks) }))
  const columnOf = (column: number): Float64Array => Float64Array.from({ length: n }, (_, row) => found.normalised[row * m + column] as number)
  const scoresBy = new Map(found.nodes.map((node) => [node.key, node.scores]))
  const together = correlations({ values: found.normalised, rows: n, columns: m }, { kind: 'pearson', groups: record.indicators.map((leaf) => leaf.parent), ...flagDefaults })
  return {
    keys, without: computable.without, empty: computable.empty, root: rootOf(framework).key, nodes,
    cells: Array.from({ length: n }, (_, row) => Array.from({ length: m }, (__, column) => {
      const state = found.states[row * m + column] as number
      return state === cellKinds.indexOf('observed') && carriedAt.has(row * m + column) ? cellKinds.indexOf('carried') : state
    })),
    normalised: Array.from({ length: n }, (_, row) => listOf(found.normalised.subarray(row * m, (row + 1) * m))),
    indicators: found.indicators.map(({ key, flags, present, treatment, before, after, mute }) => ({ key, flags, present, treatment, before, after, mute })),
    filled: [
      ...carried.map((one) => ({ region: codes[one.row] as string, indicator: keys[one.column] as string, value: one.value, how: 'latest', period: one.period })),
      ...found.imputed.map((one) => ({ region: codes[one.row] as string, indicator: keys[one.column] as string, value: one.value, how: one.how, period: null })),
    ],
    treated: found.treated.map((one) => ({ region: codes[one.row] as string, indicator: keys[one.column] as string, before: one.from, after: one.to })),
    weights: found.weights.map(({ key, share, effective }) => ({ key, share: orNull(share), effective: orNull(effective) })),
    imputedShare: found.imputedShare.length === n ? Array.from(found.imputedShare, (share, row) => {
      const own = carried.filter((one) => one.row === row).length
      const present = Array.from({ length: m }, (_, column) => found.states[row * m + column] as number).filter((state) => state !== 0 && state !== 4).length
      return present === 0 || !Number.isFinite(share) ? null : Math.min(1, share + own / present)
    }) : [],
    screened: found.screened.map(({ kept, because, present }) => ({ kept, because, present })),
    correlations: {
      r: together.r.map((row) => row.map(orNull)),
      flags: together.flags.map(({ first, second, value, flag }) => ({ first: keys[first] as string, second: keys[second] as string, value, flag })),
      withParent: record.indicators.map((leaf, column) => ({ key: leaf.key, parent: leaf.parent, r: orNull(correlation(columnOf(column), scoresBy.get(leaf.parent) ?? new Float64Array(n).fill(Number.NaN), 'pearson').value) })),
    },
    alpha: record.groups.flatMap((group) => {
      const columns = record.indicators.flatMap((leaf, column) => (leaf.parent === group.key ? [column] : []))
      if (columns.length < 2) return []
      const values = Float64Array.from({ length: n * columns.length }, (_, at) => found.normalised[Math.floor(at / columns.length) * m + (columns[at % columns.length] as number)] as number)
      const { value, n: complete } = cronbachAlpha({ values, rows: n, columns: columns.length })
      return [{ group: group.key, value: orNull(value), n: complete }]
    }),
    leaveOneOut: leaveOneOut(found),
    bottleneck: bottleneckOf(pillars, found), diagnosis: diagnose(found, pillars),
  }
}
