// The stages of an index, one after another, each kept with what it was made from: a re-run begins at the first one that changed.
// Column-major inside, because most steps look along an indicator. What people read is put together in composite-index.ts.
import { codeOf, type Reason, type Reasons } from '../reason.ts'
import { aggregate } from './aggregation.ts'
import { copeland } from './copeland.ts'
import { denominate } from './denomination.ts'
import { type Imputed, impute } from './imputation.ts'
import { type IndexRecord, levelsOf } from './index-record.ts'
import { normalise } from './normalisation.ts'
import { type Treated, treatOutliers } from './outlier-treatment.ts'
import { type Columns, columnAt, followsSize, type ScreenedIndicator, type ScreenedRegion, screenIndicators, screenRegions } from './screening.ts'

export type IndexData = {
  /** regions × indicators, row-major, in the order of the record's indicators; NaN is missing */
  readonly values: Float64Array
  readonly regions: readonly string[]
  /** regions × keys, row-major */
  readonly denominators?: { readonly keys: readonly string[]; readonly values: Float64Array } | undefined
  /** one per region, for imputation by group */
  readonly groups?: readonly string[] | undefined
  /** all years together, for bounds that hold over years: one pool per indicator, in the indicator's unit after treatment */
  readonly pools?: readonly Float64Array[] | undefined
}
export type NodeScores = { readonly scores: Float64Array; readonly why: Reasons }
export type Stages = {
  readonly record: IndexRecord
  readonly data: IndexData
  readonly denominated: { readonly values: Float64Array; readonly why: Reasons }
  readonly imputed: Imputed
  readonly screened: { readonly regions: readonly ScreenedRegion[]; readonly indicators: readonly ScreenedIndicator[]; readonly kept: Int32Array; readonly values: Float64Array }
  readonly treated: { readonly values: Float64Array; readonly columns: readonly (Treated | null)[] }
  readonly normalised: { readonly values: Float64Array; readonly flags: readonly (Reason | null)[] }
  /** by group, of the kept regions */
  readonly nodes: ReadonlyMap<string, NodeScores>
}

/** Equal in what they say: the same object, or the same JSON. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
const sameOf = <K extends keyof IndexRecord['indicators'][number]>(a: IndexRecord, b: IndexRecord, keys: readonly K[]): boolean =>
  a.indicators === b.indicators || (a.indicators.length === b.indicators.length && a.indicators.every((one, at) => keys.every((key) => isSame(one[key], b.indicators[at]?.[key]))))

export const runStages = (record: IndexRecord, data: IndexData, before?: Stages): Stages => {
  const rows = data.regions.length, columns = record.indicators.length
  if (data.values.length !== rows * columns) throw new Error(`index: ${data.values.length} values for ${rows} regions and ${columns} indicators`)
  let fresh = before === undefined || before.data.values !== data.values || before.data.denominators !== data.denominators || before.data.regions !== data.regions
  const old = before as Stages
  /** Whether the stage before stands: nothing so far has changed, and this has not. */
  const was = (isUnchanged: () => boolean): boolean => { fresh ||= !isUnchanged(); return !fresh }
  const steps = record.steps, last = before?.record ?? record, oldSteps = last.steps

  const denominated = was(() => sameOf(record, last, ['key', 'denominator', 'factor'])) ? old.denominated : denominateAll(record, data)
  const table: Columns = { values: denominated.values, rows, columns }
  const asksTree = steps.imputation.kind === 'row-mean'
  const imputed = was(() => isSame(steps.imputation, oldSteps.imputation) && data.groups === before?.data.groups && (!asksTree || sameOf(record, last, ['parent', 'direction'])))
    ? old.imputed
    : impute(table, steps.imputation, { groups: data.groups ?? [], pillars: record.indicators.map(({ parent }) => parent), directions: record.indicators.map(({ direction }) => direction) })
  const screened = was(() => isSame(steps.screening, oldSteps.screening)) ? old.screened : screenAll(record, table, { imputed, data })
  const kept: Columns = { values: screened.values, rows: screened.kept.length, columns }
  const treated = was(() => isSame(steps.treatment, oldSteps.treatment)) ? old.treated : treatAll(record, kept)
  const normalised = was(() => isSame(steps.normalisation, oldSteps.normalisation) && data.pools === before?.data.pools && sameOf(record, last, ['direction', 'goalposts', 'target', 'reference']))
    ? old.normalised : normaliseAll(record, { ...kept, values: treated.values }, { pools: data.pools, kept: screened.kept })
  const nodes = was(() => isSame(record.groups, last.groups) && steps.weighting === oldSteps.weighting && isSame(steps.aggregation, oldSteps.aggregation)
    && steps.leastShare === oldSteps.leastShare && isSame(steps.leftOut, oldSteps.leftOut) && sameOf(record, last, ['parent', 'weight']))
    ? old.nodes : aggregateAll(record, { ...kept, values: normalised.values }, normalised.flags)
  return { record, data, denominated, imputed, screened, treated, normalised, nodes }
}

const denominateAll = ({ indicators }: IndexRecord, { values, regions, denominators }: IndexData): Stages['denominated'] => {
  const rows = regions.length, columns = indicators.length
  const turned = new Float64Array(rows * columns), why = new Uint8Array(rows * columns)
  indicators.forEach(({ key, denominator, factor }, column) => {
    const x = turned.subarray(column * rows, (column + 1) * rows)
    for (let row = 0; row < rows; row += 1) x[row] = values[row * columns + column] as number
    if (denominator === null) { for (let row = 0; row < rows; row += 1) if (!Number.isFinite(x[row])) { x[row] = Number.NaN; why[column * rows + row] = codeOf('no-data') } return }
    const at = denominators?.keys.indexOf(denominator) ?? -1
    if (at < 0 || denominators === undefined) throw new Error(`index: ${key} is to be divided by ${denominator}, which is not among the data`)
    const per = Float64Array.from({ length: rows }, (_, row) => denominators.values[row * denominators.keys.length + at] as number)
    const done = denominate({ values: x.slice(), denominator: per, factor })
    x.set(done.values)
    why.set(done.why, column * rows)
  })
  return { values: turned, why }
}

const screenAll = ({ steps }: IndexRecord, observed: Columns, { imputed, data: { denominators } }: { readonly imputed: Imputed; readonly data: IndexData }): Stages['screened'] => {
  const { rows, columns } = observed
  const regions = screenRegions(steps.screening.counts === 'observed' ? observed : { ...observed, values: imputed.values }, steps.screening)
  const sizes = denominators === undefined ? null : followsSize(observed, { values: Float64Array.from(denominators.values, (_, at) => denominators.values[(at % rows) * denominators.keys.length + Math.floor(at / rows)] as number), rows, columns: denominators.keys.length })
  const indicators = screenIndicators(observed, steps.screening).map((one, at): ScreenedIndicator => ((sizes?.[at]?.length ?? 0) > 0 ? { ...one, flags: [...one.flags, 'follows-size'] } : one))
  const kept = Int32Array.from(regions.flatMap((one, at) => (one.kept ? [at] : [])))
  if (kept.length === rows) return { regions, indicators, kept, values: imputed.values }
  const values = new Float64Array(kept.length * columns)
  for (let column = 0; column < columns; column += 1) for (let at = 0; at < kept.length; at += 1) values[column * kept.length + at] = imputed.values[column * rows + (kept[at] as number)] as number
  return { regions, indicators, kept, values }
}

const treatAll = ({ steps: { treatment } }: IndexRecord, table: Columns): Stages['treated'] => {
  if (treatment === null) return { values: table.values, columns: Array.from({ length: table.columns }, () => null) }
  const values = new Float64Array(table.values.length)
  const columns = Array.from({ length: table.columns }, (_, column) => {
    const treated = treatOutliers(columnAt(table, column), treatment)
    values.set(treated.values, column * table.rows)
    return treated
  })
  return { values, columns }
}

const normaliseAll = ({ indicators, steps: { normalisation } }: IndexRecord, table: Columns, { pools, kept }: { readonly pools: readonly Float64Array[] | undefined; readonly kept: Int32Array }): Stages['normalised'] => {
  const values = new Float64Array(table.values.length)
  const how = normalisation.kind === 'distance-to-reference' ? { ...normalisation, region: kept.indexOf(normalisation.region) } : normalisation
  const flags = indicators.map(({ direction, goalposts, target, reference }, column) => {
    const own = columnAt(table, column), pool = pools?.[column]
    const x = direction === 1 ? own : own.map((one) => -one)
    const done = normalise(x, how, { direction, goalposts, target, reference, ...(pool === undefined ? {} : { pool: direction === 1 ? pool : pool.map((one) => -one) }) })
    values.set(done.values, column * table.rows)
    return done.flag
  })
  return { values, flags }
}

const none: NodeScores = { scores: new Float64Array(0), why: new Uint8Array(0) }
const aggregateAll = (record: IndexRecord, table: Columns, flags: readonly (Reason | null)[]): Stages['nodes'] => {
  const { groups, indicators, steps } = record
  const { rows } = table
  const levels = levelsOf(record)
  const out = new Set(steps.leftOut)
  const nodes = new Map<string, NodeScores>()
  const speechless = new Map<string, Reason>()
  for (const { key } of [...groups].sort((a, b) => (levels.get(a.key) ?? 0) - (levels.get(b.key) ?? 0))) {
    const below: { readonly scores: Float64Array; readonly weight: number }[] = []
    let reason: Reason = 'no-data'
    indicators.forEach((one, column) => {
      if (one.parent !== key || out.has(one.key)) return
      const flag = flags[column] ?? null
      if (flag === null) below.push({ scores: columnAt(table, column), weight: steps.weighting === 'equal' ? 1 : one.weight })
      else reason = flag
    })
    for (const group of groups) {
      if (group.parent !== key || out.has(group.key)) continue
      const mute = speechless.get(group.key)
      if (mute === undefined) below.push({ scores: (nodes.get(group.key) ?? none).scores, weight: steps.weighting === 'equal' ? 1 : group.weight })
      else reason = mute
    }
    if (below.length === 0) {
      speechless.set(key, reason)
      nodes.set(key, { scores: new Float64Array(rows).fill(Number.NaN), why: new Uint8Array(rows).fill(codeOf(reason)) })
      continue
    }
    const how = steps.aggregation[Math.min((levels.get(key) ?? 1) - 1, steps.aggregation.length - 1)] ?? { kind: 'arithmetic' }
    const weights = Float64Array.from(below, ({ weight }) => weight)
    const values = new Float64Array(rows * below.length)
    below.forEach(({ scores }, at) => { for (let row = 0; row < rows; row += 1) values[row * below.length + at] = scores[row] as number })
    const block = { values, rows, columns: below.length }
    nodes.set(key, how.kind === 'copeland' ? copeland(block, weights) : aggregate(block, { weights, how, leastShare: steps.leastShare }))
  }
  return nodes
}
