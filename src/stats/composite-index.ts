// A composite index from its record and the values of regions: scores and ranks of every group, and for each cell what became of it.
// Given an earlier result of a similar record, only the steps after the first changed one are done again.
import { type EffectiveWeight, effectiveWeights } from './composite/effective-weights.ts'
import type { ImputedCell } from './composite/imputation.ts'
import { type IndexRecord, levelsOf } from './composite/index-record.ts'
import { type IndexData, runStages, type Stages } from './composite/index-stages.ts'
import type { Shape, Transform, TreatedCell } from './composite/outlier-treatment.ts'
import type { Flag, ScreenedRegion } from './composite/screening.ts'
import { ranksOf } from './ranks.ts'
import { codeOf, type Reason, type Reasons } from './reason.ts'

/** State of a cell as a small number: its place here. 'treated' was pulled in; 'excluded' belongs to a region that was screened out. */
export const cellStates = ['missing', 'observed', 'imputed', 'treated', 'excluded'] as const
export type CellState = (typeof cellStates)[number]

export type ScoredNode = {
  readonly key: string
  readonly parent: string | null
  /** 1 just above indicators; the index has the highest */
  readonly level: number
  /** one per region of the data; NaN with its reason beside it */
  readonly scores: Float64Array
  readonly why: Reasons
  /** 1 = best, equals share the smaller number; NaN where there is no score */
  readonly ranks: Float64Array
}
export type IndicatorReport = {
  readonly key: string
  readonly flags: readonly Flag[]
  readonly present: number
  readonly treatment: 'none' | 'untouched' | 'winsorised' | 'transformed' | 'untestable'
  readonly transform: Transform | null
  readonly before: Shape | null
  readonly after: Shape | null
  /** why it does not count, where it does not ('constant', …) */
  readonly mute: Reason | null
}
export type IndexResult = {
  readonly record: IndexRecord
  readonly regions: readonly string[]
  readonly screened: readonly ScreenedRegion[]
  readonly indicators: readonly IndicatorReport[]
  readonly imputed: readonly ImputedCell[]
  /** `row` of the data */
  readonly treated: readonly (TreatedCell & { readonly row: number; readonly column: number })[]
  /** regions × indicators, row-major, as `cellStates` */
  readonly states: Uint8Array
  /** regions × indicators, row-major: after denomination; after imputation and treatment; on the common scale (directed) */
  readonly denominated: Float64Array
  readonly prepared: Float64Array
  readonly normalised: Float64Array
  /** of indicators and groups, as they count here: without those left out or mute */
  readonly weights: readonly EffectiveWeight[]
  readonly nodes: readonly ScoredNode[]
  readonly index: ScoredNode
  /** share of a region's counted values that were filled in */
  readonly imputedShare: Float64Array
  /** for the next run; not for reading */
  readonly stages: Stages
}

export const runIndex = (record: IndexRecord, data: IndexData, before?: IndexResult): IndexResult => resultOf(runStages(record, data, before?.stages))

/** The scores of the index alone, in the order of the data's regions; for many runs. */
export const scoresOf = ({ record, data, screened, nodes }: Stages): { readonly scores: Float64Array; readonly why: Reasons } => {
  const root = record.groups.find(({ parent }) => parent === null)
  return wide(nodes.get(root?.key ?? '') ?? { scores: new Float64Array(screened.kept.length).fill(Number.NaN), why: new Uint8Array(screened.kept.length).fill(codeOf('no-data')) }, screened.kept, data.regions.length)
}

const wide = ({ scores, why }: { readonly scores: Float64Array; readonly why: Reasons }, kept: Int32Array, rows: number): { readonly scores: Float64Array; readonly why: Reasons } => {
  if (kept.length === rows) return { scores, why }
  const all = new Float64Array(rows).fill(Number.NaN), reasons = new Uint8Array(rows).fill(codeOf('no-data'))
  for (let at = 0; at < kept.length; at += 1) { all[kept[at] as number] = scores[at] as number; reasons[kept[at] as number] = why[at] as number }
  return { scores: all, why: reasons }
}

const resultOf = (stages: Stages): IndexResult => {
  const { record, data, denominated, imputed, screened, treated, normalised } = stages
  const rows = data.regions.length, columns = record.indicators.length, kept = screened.kept
  const turn = (values: Float64Array): Float64Array => {
    const turned = new Float64Array(rows * columns).fill(Number.NaN)
    for (let column = 0; column < columns; column += 1) for (let at = 0; at < kept.length; at += 1) turned[(kept[at] as number) * columns + column] = values[column * kept.length + at] as number
    return turned
  }
  const observed = new Float64Array(rows * columns)
  for (let column = 0; column < columns; column += 1) for (let row = 0; row < rows; row += 1) observed[row * columns + column] = denominated.values[column * rows + row] as number
  const treatedCells = treated.columns.flatMap((one, column) => (one?.cells ?? []).map((cell) => ({ ...cell, row: kept[cell.at] as number, column })))
  const states = new Uint8Array(rows * columns)
  for (let i = 0; i < observed.length; i += 1) if (!Number.isNaN(observed[i])) states[i] = 1
  for (const { row, column } of imputed.cells) states[row * columns + column] = 2
  for (const { row, column } of treatedCells) states[row * columns + column] = 3
  screened.regions.forEach((one, row) => { if (!one.kept) states.fill(4, row * columns, (row + 1) * columns) })

  const mutes = normalised.flags
  const counted = record.indicators.map(({ key, parent }, column) => mutes[column] === null && !record.steps.leftOut.includes(key) && !record.steps.leftOut.includes(parent))
  const filled = new Float64Array(rows), whole = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) {
    const state = states[row * columns + column]
    if (counted[column] && state !== 0 && state !== 4) whole[row] = (whole[row] as number) + 1
  }
  for (const { row, column } of imputed.cells) if (counted[column] && states[row * columns + column] !== 4) filled[row] = (filled[row] as number) + 1
  const levels = levelsOf(record)
  const nodes = record.groups.map(({ key, parent }): ScoredNode => {
    const own = wide(stages.nodes.get(key) ?? { scores: new Float64Array(0), why: new Uint8Array(0) }, kept, rows)
    return { key, parent, level: levels.get(key) ?? 1, ...own, ranks: ranksOf(own.scores, { ties: 'smallest', first: 'highest' }) }
  })
  return {
    record, regions: data.regions, screened: screened.regions, imputed: imputed.cells, treated: treatedCells, states, denominated: observed,
    prepared: turn(treated.values), normalised: turn(normalised.values), weights: weightsOf(record, mutes), nodes,
    index: nodes.find(({ parent }) => parent === null) as ScoredNode,
    indicators: record.indicators.map(({ key }, column): IndicatorReport => {
      const one = treated.columns[column], seen = screened.indicators[column]
      return { key, flags: seen?.flags ?? [], present: seen?.present ?? 0, treatment: one?.how ?? 'none', transform: one?.transform ?? null, before: one?.before ?? null, after: one?.after ?? null, mute: mutes[column] ?? null }
    }),
    imputedShare: whole.map((all, row) => (all === 0 ? Number.NaN : (filled[row] as number) / all)), stages,
  }
}

/** As they count: a mute or left-out indicator weighs 0, and so does a group that has nothing else. */
const weightsOf = ({ indicators, groups, steps }: IndexRecord, mutes: readonly (Reason | null)[]): readonly EffectiveWeight[] => {
  const out = new Set(steps.leftOut)
  const weigh = (weight: number): number => (steps.weighting === 'equal' ? 1 : weight)
  const leaves = indicators.map(({ key, parent, weight }, column) => ({ key, parent, weight: mutes[column] !== null || out.has(key) ? 0 : weigh(weight), counts: mutes[column] === null && !out.has(key) }))
  const isEmpty = (key: string): boolean => !leaves.some(({ parent, counts }) => parent === key && counts) && !groups.some((group) => group.parent === key && !out.has(group.key) && !isEmpty(group.key))
  return effectiveWeights([...leaves.map(({ key, parent, weight }) => ({ key, parent, weight })), ...groups.map(({ key, parent, weight }) => ({ key, parent, weight: parent !== null && (out.has(key) || isEmpty(key)) ? 0 : weigh(weight) }))])
}
