// The last steps of the European innovation scoreboard, computed again from indicator values over years. After the published method, not
// the official score: raw values before normalisation are not published.
import { deviationOf, extremesOf, meanOf } from '../mean-and-deviation.ts'
import { codeOf, type Reason, type Reasons } from '../reason.ts'
import { sampleShape } from '../composite/outlier-treatment.ts'

export type ScoreboardOptions = {
  /** beyond mean ± so many deviations a value is an outlier: 2 since 2017, 3 in 2008 */
  readonly deviations: number
  /** 'skewed': square root where the skewness of all values exceeds `skewness`; a list: of these indicators; 'never' */
  readonly roots: 'skewed' | 'never' | readonly number[]
  readonly skewness: number
  /** a region needs this share of the indicators, as observed in any year (0.75 in 2008) */
  readonly leastShare: number
  /** the row of the EU: it gives no bounds, and scores are in per cent of its score */
  readonly eu: number | null
  readonly directions: readonly (1 | -1)[]
  /** per region, 1 where none: a country's correction factor */
  readonly corrections: readonly number[] | null
}
export const scoreboardDefaults = { deviations: 2, roots: 'skewed', skewness: 1, leastShare: 0, eu: null, corrections: null } as const
/** years × regions × indicators, one row-major table after another, oldest first */
type Panel = { readonly values: Float64Array; readonly years: number; readonly rows: number; readonly columns: number }
export type Scoreboard = {
  /** as `values` comes in: filled from the nearest year; outliers replaced; roots drawn; on 0–1 */
  readonly filled: Float64Array
  readonly filledCells: readonly { readonly year: number; readonly row: number; readonly column: number; readonly from: number }[]
  readonly outliers: readonly { readonly year: number; readonly row: number; readonly column: number; readonly value: number; readonly to: number }[]
  readonly rooted: readonly number[]
  readonly normalised: Float64Array
  /** years × regions: the mean of what is there; and in per cent of the EU of the same year */
  readonly scores: Float64Array
  readonly relative: Float64Array
  readonly why: Reasons
  readonly flags: readonly (Reason | null)[]
}

/** Gaps take the nearest year's value (the earlier of two as near); values beyond mean ± 2 sample deviations of all years take the most
 *  extreme value that is none; square root if the skewness exceeds 1 (never of negatives); min-max over all regions and years; unweighted
 *  mean, times the country's correction; divided by the EU. A constant indicator does not count. Source: EIS methodology reports since
 *  2017, technical annex 2008. Worked: in the test, three regions by hand. */
export const innovationScoreboard = (panel: Panel, options: ScoreboardOptions): Scoreboard => {
  const { years, rows, columns } = panel
  if (panel.values.length !== years * rows * columns || options.directions.length !== columns) throw new Error(`innovation scoreboard: ${panel.values.length} values, ${years} years, ${rows} regions, ${columns} indicators, ${options.directions.length} directions`)
  const place = (year: number, row: number, column: number): number => (year * rows + row) * columns + column
  const filled = panel.values.slice(), filledCells: { year: number; row: number; column: number; from: number }[] = []
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) for (let year = 0; year < years; year += 1) {
    if (!Number.isNaN(panel.values[place(year, row, column)])) continue
    const from = nearest(year, years, (at) => !Number.isNaN(panel.values[place(at, row, column)]))
    if (from === null) continue
    filled[place(year, row, column)] = panel.values[place(from, row, column)] as number
    filledCells.push({ year, row, column, from })
  }
  const outliers: { year: number; row: number; column: number; value: number; to: number }[] = []
  const rooted: number[] = [], flags: (Reason | null)[] = []
  const normalised = new Float64Array(filled.length).fill(Number.NaN)
  for (let column = 0; column < columns; column += 1) {
    const own: { year: number; row: number; value: number }[] = []
    for (let year = 0; year < years; year += 1) for (let row = 0; row < rows; row += 1) own.push({ year, row, value: filled[place(year, row, column)] as number })
    const pool = Float64Array.from(own.filter(({ row }) => row !== options.eu), ({ value }) => value)
    const mean = meanOf(pool), s = deviationOf(pool, 'sample')
    const low = mean - options.deviations * s, high = mean + options.deviations * s
    const inner = extremesOf(pool.filter((one) => one >= low && one <= high))
    for (const cell of own) {
      const to = cell.value > high ? inner.max : cell.value < low ? inner.min : null
      if (to === null || Number.isNaN(to) || cell.row === options.eu) continue
      outliers.push({ year: cell.year, row: cell.row, column, value: cell.value, to })
      cell.value = to
    }
    const kept = Float64Array.from(own.filter(({ row }) => row !== options.eu), ({ value }) => value)
    const wants = options.roots === 'skewed' ? (sampleShape(kept).skewness ?? 0) > options.skewness : options.roots !== 'never' && options.roots.includes(column)
    if (wants && own.every(({ value }) => !(value < 0))) { rooted.push(column); for (const cell of own) cell.value = Math.sqrt(cell.value) }
    const ends = extremesOf(Float64Array.from(own.filter(({ row }) => row !== options.eu), ({ value }) => value))
    const flag: Reason | null = ends.n === 0 ? 'no-data' : ends.min === ends.max ? 'constant' : null
    flags.push(flag)
    if (flag !== null) continue
    for (const { year, row, value } of own) {
      const part = (value - ends.min) / (ends.max - ends.min)
      normalised[place(year, row, column)] = options.directions[column] === -1 ? 1 - part : part
    }
  }
  return { filled, filledCells, outliers, rooted, normalised, flags, ...scored(normalised, panel, options) }
}

const nearest = (year: number, years: number, has: (at: number) => boolean): number | null => {
  for (let away = 1; away < years; away += 1) {
    if (year - away >= 0 && has(year - away)) return year - away
    if (year + away < years && has(year + away)) return year + away
  }
  return null
}
const scored = (normalised: Float64Array, { values, years, rows, columns }: Panel, { leastShare, eu, corrections }: ScoreboardOptions): Pick<Scoreboard, 'scores' | 'relative' | 'why'> => {
  const scores = new Float64Array(years * rows).fill(Number.NaN), relative = scores.slice(), why = new Uint8Array(years * rows)
  const observed = Array.from({ length: rows }, (_, row) => {
    let count = 0
    for (let column = 0; column < columns; column += 1) for (let year = 0; year < years; year += 1) if (!Number.isNaN(values[(year * rows + row) * columns + column])) { count += 1; break }
    return count / columns
  })
  for (let year = 0; year < years; year += 1) for (let row = 0; row < rows; row += 1) {
    const at = year * rows + row
    const mean = meanOf(normalised.subarray(at * columns, (at + 1) * columns))
    if (Number.isNaN(mean) || (observed[row] as number) < leastShare - 1e-12) why[at] = codeOf('no-data')
    else scores[at] = mean * (corrections?.[row] ?? 1)
  }
  for (let year = 0; year < years; year += 1) for (let row = 0; row < rows; row += 1) {
    const whole = eu === null ? Number.NaN : (scores[year * rows + eu] as number), one = 100 * (scores[year * rows + row] as number) / whole
    if (Number.isFinite(one)) relative[year * rows + row] = one
  }
  return { scores, relative, why }
}
