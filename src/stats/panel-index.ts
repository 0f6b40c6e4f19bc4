// One index over several years: gaps filled along each series, treatment per year, and one scale for all years together, so that progress
// can be read. Adding a year changes old scores: say so beside them.
import { imputePanel, type PanelCell, type PanelImputation } from './composite/panel-imputation.ts'
import type { IndexRecord } from './composite/index-record.ts'
import { type IndexData, runStages } from './composite/index-stages.ts'
import { type IndexResult, runIndex } from './composite-index.ts'

export type PanelRecord = IndexRecord & { readonly panel: { readonly imputation: PanelImputation; /** 'together': bounds over all years; 'per-year': places within each year */ readonly scale: 'together' | 'per-year' } }
/** `breaks`: region, indicator, and the place of the period in which a new series begins. */
export type PanelData = {
  readonly times: Float64Array
  /** one per period; same regions, same order */
  readonly years: readonly IndexData[]
  readonly breaks?: readonly { readonly row: number; readonly column: number; readonly at: number }[] | undefined
}
export type PanelResult = {
  readonly years: readonly IndexResult[]
  readonly filled: readonly (PanelCell & { readonly row: number; readonly column: number })[]
}

/** Each year is an index of its own with the record's steps; with 'together' the minimum, maximum, mean and deviation of every indicator
 *  are those of all treated values of all years. A filled value has the state 'imputed' with its source year.
 *  Source: Becker et al. (COINr), OECD/JRC Handbook. Worked: one indicator, 1 and 11, next year 6 and 21 → 0, 50 and 25, 100. */
export const runPanelIndex = (record: PanelRecord, { times, years, breaks = [] }: PanelData): PanelResult => {
  const rows = years[0]?.regions.length ?? 0, columns = record.indicators.length
  if (years.length !== times.length || years.some(({ values }) => values.length !== rows * columns)) throw new Error(`panel index: ${years.length} tables for ${times.length} periods, or tables of different size`)
  const tables = years.map(({ values }) => values.slice())
  const filled: (PanelCell & { row: number; column: number })[] = []
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) {
    const at = row * columns + column
    const done = imputePanel(Float64Array.from(years, ({ values }) => values[at] as number), times, record.panel.imputation, breaks.filter((one) => one.row === row && one.column === column).map((one) => one.at))
    for (const cell of done.cells) { (tables[cell.at] as Float64Array)[at] = cell.value; filled.push({ ...cell, row, column }) }
  }
  const whole = years.map((year, at): IndexData => ({ ...year, values: tables[at] as Float64Array }))
  const pools = record.panel.scale === 'together' ? poolsOf(record, whole) : undefined
  const results = whole.map((year) => runIndex(record, { ...year, pools }))
  return { years: results.map((result, at) => told(result, filled.filter((cell) => cell.at === at), columns)), filled }
}

const poolsOf = (record: IndexRecord, years: readonly IndexData[]): readonly Float64Array[] => {
  const stages = years.map((year) => runStages(record, year))
  return record.indicators.map((_, column) => Float64Array.from(stages.flatMap(({ treated, screened }) => [...treated.values.subarray(column * screened.kept.length, (column + 1) * screened.kept.length)])))
}
/** The states of a year with what was filled along the series; the screening counted them as present. */
const told = (result: IndexResult, cells: readonly { readonly row: number; readonly column: number }[], columns: number): IndexResult => {
  if (cells.length === 0) return result
  const states = result.states.slice(), imputedShare = result.imputedShare.slice()
  const counted = (row: number): number => result.record.indicators.filter((_, column) => { const state = result.states[row * columns + column]; return result.indicators[column]?.mute === null && state !== 0 && state !== 4 }).length
  for (const { row, column } of cells) {
    const at = row * columns + column
    if (states[at] === 1) states[at] = 2
    if (result.indicators[column]?.mute === null && !Number.isNaN(imputedShare[row])) imputedShare[row] = (imputedShare[row] as number) + 1 / counted(row)
  }
  return { ...result, states, imputedShare }
}
