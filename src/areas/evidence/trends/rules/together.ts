// Do the districts come closer? Who started lower growing faster (β), and the spread getting smaller (σ), over the newest years that most
// of them have on one side of every common break.
import { hasFlag } from '#kernel/observation.ts'
import type { Region } from '#kernel/region.ts'
import { betaConvergence } from '#stats/beta-convergence.ts'
import { sigmaConvergence } from '#stats/sigma-convergence.ts'
import type { Value } from '#stats/reason.ts'
import type { Caveat } from '#areas/evidence/indicators/rules.ts'
import { breaksOf } from '#areas/evidence/indicators/rules/series.ts'
import { yearOf } from '#kernel/period.ts'
import type { Point, Together, Verdict } from '../rules.ts'
import { surely } from './course.ts'
import { pointsOf } from './stretch.ts'
import type { Other } from './target.ts'

const mostOf = 0.8
const fewestYears = 5
const fewestDistricts = 10

type Row = Other & { readonly byYear: ReadonlyMap<number, Point>; readonly cuts: readonly number[] }

const verdictOf = (slope: Value, p: Value): Verdict =>
  typeof slope !== 'number' || typeof p !== 'number' || p >= surely || slope === 0 ? 'unclear' : slope < 0 ? 'closer' : 'apart'

/** A price that moves a district's value is no catching up: the district stays out, and is named. A break that most districts have cuts the
 *  years for all; one of a single district leaves that district out. null: under ten districts or five years. */
export const togetherOf = (others: readonly Other[], caveats: readonly Caveat[]): Together | null => {
  const rows = others.map((other): Row => ({
    ...other, byYear: new Map(pointsOf(other.series).map((point) => [point.year, point])),
    cuts: breaksOf(other.series, caveats).map((cut) => yearOf(cut.before)),
  })).filter((row) => row.byYear.size > 0)
  if (rows.length < fewestDistricts) return null
  const years = commonYears(rows)
  const first = years[0], last = years.at(-1)
  if (first === undefined || last === undefined || years.length < fewestYears) return null
  const without: { region: Region; why: Together['without'][number]['why'] }[] = []
  const kept = rows.filter((row) => {
    const why = whyOut(row, years)
    if (why !== null) without.push({ region: row.region, why })
    return why === null
  })
  if (kept.length < fewestDistricts) return null
  const at = (year: number): Float64Array => Float64Array.from(kept, (row) => row.byYear.get(year)?.value ?? Number.NaN)
  const panel = { values: Float64Array.from(kept.flatMap((row) => years.map((year) => row.byYear.get(year)?.value ?? Number.NaN))), rows: kept.length, columns: years.length }
  const beta = betaConvergence({ start: at(first), end: at(last), years: last - first }), sigma = sigmaConvergence(panel, { measure: 'variation', times: Float64Array.from(years) })
  return {
    from: first, to: last, districts: kept.length, of: others.length, without,
    beta: { slope: beta.slope, p: beta.p, speed: beta.speed, halfLife: beta.halfLife, verdict: verdictOf(beta.slope, beta.p) },
    sigma: { years: years.map((year, place) => ({ year, value: sigma.spread[place] ?? 'no-data' })), slope: sigma.trend.slope, p: sigma.trend.p, verdict: verdictOf(sigma.trend.slope, sigma.trend.p) },
  }
}
const whyOut = (row: Row, years: readonly number[]): Together['without'][number]['why'] | null => {
  const first = years[0] as number, last = years.at(-1) as number
  if (row.price !== null && (row.price.from === null || yearOf(row.price.from) <= last)) return 'price'
  if (row.cuts.some((cut) => cut > first && cut <= last)) return 'break'
  if (years.some((year) => !row.byYear.has(year))) return 'gap'
  return years.every((year) => (row.byYear.get(year) as Point).value > 0) ? null : 'not-positive'
}
/** The newest run of years that four in five have, back to a break that one in five shares. */
const commonYears = (rows: readonly Row[]): readonly number[] => {
  const newest = Math.max(...rows.flatMap((row) => [...row.byYear.keys()]))
  const isFull = (year: number): boolean => rows.filter((row) => row.byYear.has(year)).length >= rows.length * mostOf
  let last = newest
  while (last > newest - 6 && !isFull(last)) last -= 1
  const found: number[] = []
  for (let year = last; isFull(year); year -= 1) {
    found.unshift(year)
    if (rows.filter((row) => row.cuts.includes(year) || hasFlag(row.byYear.get(year)?.flags ?? '', 'b')).length > rows.length * (1 - mostOf)) break
  }
  return found
}
