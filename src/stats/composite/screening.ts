// Which regions have enough data to be in an index, and which indicators look weak. A flag informs; it never drops an indicator.
import { correlation } from '../correlation.ts'
import { sampleShape } from './outlier-treatment.ts'

/** Column-major: the column of an indicator is one piece. NaN is missing. */
export type Columns = { readonly values: Float64Array; readonly rows: number; readonly columns: number }
export const columnAt = ({ values, rows }: Columns, column: number): Float64Array => values.subarray(column * rows, (column + 1) * rows)

export type Screening = {
  /** a region is dropped under this share of present values */
  readonly leastPresent: number
  /** … and under this share of values that are not 0, of those present */
  readonly leastNonZero: number
  /** these regions stay, or go, whatever the shares say */
  readonly keep: readonly number[]
  readonly drop: readonly number[]
  readonly indicators: { readonly leastPresent: number; readonly leastNonZero: number; readonly leastDistinct: number; readonly skewness: number; readonly kurtosis: number }
}
export const screeningDefaults: Screening = {
  leastPresent: 2 / 3, leastNonZero: 0.05, keep: [], drop: [],
  indicators: { leastPresent: 0.65, leastNonZero: 0.5, leastDistinct: 0.5, skewness: 2, kurtosis: 3.5 },
}
export type Kept = 'enough' | 'listed-in' | 'too-little-data' | 'too-many-zeros' | 'listed-out'
export type ScreenedRegion = { readonly kept: boolean; readonly because: Kept; readonly present: number; readonly nonZero: number }
export type Flag = 'little-data' | 'many-zeros' | 'few-distinct' | 'skewed' | 'constant' | 'follows-size'
export type ScreenedIndicator = { readonly flags: readonly Flag[]; readonly present: number; readonly nonZero: number; readonly distinct: number; readonly skewness: number | null; readonly kurtosis: number | null }

const isIn = (list: readonly number[], at: number): boolean => list.includes(at)

/** Per region: share of present values of all indicators, and of values other than 0 among those present; under a threshold it goes,
 *  unless listed. Source: Becker et al. (COINr), OECD/JRC Handbook step 2. Worked: 1, –, 3 at 2/3 → stays; 1, –, – → too little. */
export const screenRegions = ({ values, rows, columns }: Columns, { leastPresent, leastNonZero, keep, drop }: Screening): readonly ScreenedRegion[] => {
  const found: ScreenedRegion[] = []
  for (let row = 0; row < rows; row += 1) {
    let there = 0, other = 0
    for (let column = 0; column < columns; column += 1) {
      const one = values[column * rows + row] as number
      if (Number.isNaN(one)) continue
      there += 1
      if (one !== 0) other += 1
    }
    const present = columns === 0 ? 0 : there / columns
    const nonZero = there === 0 ? 0 : other / there
    // 2 of 3 is enough although 0.666… is below some spelling of two thirds
    const because: Kept = isIn(drop, row) ? 'listed-out' : isIn(keep, row) ? 'listed-in'
      : present < leastPresent - 1e-12 ? 'too-little-data' : nonZero < leastNonZero - 1e-12 ? 'too-many-zeros' : 'enough'
    found.push({ kept: because === 'enough' || because === 'listed-in', because, present, nonZero })
  }
  return found
}

/** Per indicator: share present, share other than 0 of those present, different values per region, and the 2 / 3.5 rule. */
export const screenIndicators = (table: Columns, { indicators: least }: Screening): readonly ScreenedIndicator[] => {
  const found: ScreenedIndicator[] = []
  for (let column = 0; column < table.columns; column += 1) {
    const x = columnAt(table, column)
    const seen = new Set<number>()
    let there = 0, other = 0
    for (const one of x) { if (Number.isNaN(one)) continue; there += 1; seen.add(one); if (one !== 0) other += 1 }
    const present = table.rows === 0 ? 0 : there / table.rows, nonZero = there === 0 ? 0 : other / there
    const distinct = table.rows === 0 ? 0 : seen.size / table.rows
    const { skewness, kurtosis } = sampleShape(x)
    const flags: Flag[] = []
    if (present < least.leastPresent - 1e-12) flags.push('little-data')
    if (nonZero < least.leastNonZero - 1e-12) flags.push('many-zeros')
    if (distinct < least.leastDistinct - 1e-12) flags.push('few-distinct')
    if (skewness !== null && kurtosis !== null && Math.abs(skewness) >= least.skewness && kurtosis >= least.kurtosis) flags.push('skewed')
    if (there > 0 && seen.size === 1) flags.push('constant')
    found.push({ flags, present, nonZero, distinct, skewness, kurtosis })
  }
  return found
}

/** The indicators that mostly measure size: |r| with a denominator beyond 0.7. One list of denominators per indicator. */
export const followsSize = (table: Columns, denominators: Columns): readonly (readonly number[])[] =>
  Array.from({ length: table.columns }, (_, column) => Array.from({ length: denominators.columns }, (__, size) => size).filter((size) => {
    const { value } = correlation(columnAt(table, column), columnAt(denominators, size), 'pearson')
    return typeof value === 'number' && Math.abs(value) > 0.7
  }))
