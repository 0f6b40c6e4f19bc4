// What the figures by activity say of one region, as numbers or reasons: shares, quotients, growth, shift-share, nearness, complexity, chances.
// Pure; every formula is in #stats. Not the words, and not where figures come from.
import { complexityIndex } from '#stats/complexity/complexity-index.ts'
import { type Presence, presenceOf } from '#stats/complexity/presence.ts'
import { proximityOf, cooccurrenceOf } from '#stats/complexity/relatedness.ts'
import { diversityOf } from '#stats/complexity/presence.ts'
import { relatednessDensity } from '#stats/complexity/relatedness-density.ts'
import { entriesAndExits, type Entries } from '#stats/entries-and-exits.ts'
import { entropyOf } from '#stats/entropy.ts'
import { hachmanIndex } from '#stats/hachman-index.ts'
import { herfindahl } from '#stats/herfindahl.ts'
import { krugmanIndex } from '#stats/krugman-index.ts'
import { locationQuotients } from '#stats/location-quotient.ts'
import { type Statement, stateQuotients } from '#stats/location-quotient-statement.ts'
import { type Candidate, type Field, opportunityScreen, type Screen } from '#stats/opportunity-screen.ts'
import type { Reason, Value } from '#stats/reason.ts'
import { type Esteban, estebanMarquillas } from '#stats/shift-share/esteban-marquillas.ts'
import { type Gerfin, gerfin } from '#stats/shift-share/gerfin.ts'
import { type ShareCell, type ShiftShare, shiftShare } from '#stats/shift-share/classic.ts'
import { type Variety, varietyOf } from '#stats/variety.ts'

/** The words of results, as pages know them. */
export type Measured = Value
export type Why = Reason
export type Says = Statement
export type Chance = Candidate
export type ChanceField = Field
export type GrowthCell = ShareCell

/** Row-major tables, one row per region, one column per activity, NaN where a figure is missing. The home region is row `home`. */
export type Figures = {
  readonly home: number
  readonly regions: number
  readonly activities: number
  readonly now: Float64Array
  /** null: no earlier year */
  readonly before: Float64Array | null
  /** the economy compared with: country or Union */
  readonly beside: Float64Array
  readonly besideBefore: Float64Array | null
  /** rows of the home country, for the test that looks back */
  readonly own: readonly number[]
  /** the group of each activity, for related and unrelated variety */
  readonly groups: readonly string[]
  /** what an activity is worth, by the axis asked for; null: its complexity */
  readonly worth: Float64Array | null
  readonly people: number | null
}
export type Asked = { readonly near: number | null; readonly worth: number | null; readonly seed: number }

export type ActivityRow = {
  readonly size: number | null
  readonly share: Value; readonly shareBeside: Value
  readonly quotient: Value; readonly low: number | null; readonly high: number | null; readonly statement: Statement
  readonly quotientBefore: Value
  /** growth over the span, as a share: here, in the economy compared with, in all regions */
  readonly growth: Value; readonly growthBeside: Value; readonly growthAll: Value
  readonly mix: number | null; readonly regional: number | null
  readonly nearness: Value; readonly complexity: Value
  readonly worth: Value
  /** above the threshold among all regions: what nearness is counted on */
  readonly present: 'yes' | 'no'
}
export type Structure = { readonly krugman: Value; readonly hachman: Value; readonly herfindahl: Value; readonly equivalent: Value; readonly evenness: Value; readonly variety: Variety; readonly krugmanBefore: Value; readonly equivalentBefore: Value }
export type Picture = {
  readonly rows: readonly ActivityRow[]
  readonly structure: Structure
  readonly shift: ShiftShare | Reason; readonly esteban: Esteban | Reason; readonly ratios: Gerfin | Reason
  readonly screen: Screen
  readonly looksBack: Entries
  /** pairs of activities by how near they are: place, place, nearness; nearest first */
  readonly links: readonly { readonly from: number; readonly to: number; readonly nearness: number }[]
  readonly complexityWhy: Reason | null
}

/** Fewer regions than this, and nearness would only describe the few. */
export const leastForNearness = 20
export const draws = 1000

export const pictureOf = (figures: Figures, asked: Asked): Picture => {
  const { activities: p, regions: n, home, now, before, beside, besideBefore, people } = figures
  const own = now.subarray(home * p, (home + 1) * p), ownBefore = before?.subarray(home * p, (home + 1) * p) ?? null
  const economy = { sizes: own, regions: 1, activities: p, reference: beside }
  const quotients = locationQuotients(economy)
  const said = stateQuotients({ economy, quotients, leastJobs: people === null ? 0 : 10, level: 0.95, perUnit: people ?? 1 })
  const earlier = ownBefore === null || besideBefore === null ? null : locationQuotients({ sizes: ownBefore, regions: 1, activities: p, reference: besideBefore }).values
  const change = ownBefore === null || besideBefore === null ? null : { regionStart: ownBefore, regionEnd: own, nationStart: besideBefore, nationEnd: beside }
  const shift = change === null ? 'no-data' as const : shiftShare(change)
  const there = presenceAmong(now, n, p), enough = n >= leastForNearness
  const phi = proximityOf(cooccurrenceOf(there), diversityOf(there).ubiquity)
  const near = relatednessDensity({ presence: there, phi, self: 'excluded' })
  const found = enough ? complexityIndex(there, 'shared') : 'too-few'
  const complexity = typeof found === 'string' ? new Float64Array(p).fill(Number.NaN) : found.activities
  const nearness = near.values.subarray(home * p, (home + 1) * p).map((one) => (enough ? one : Number.NaN))
  const worth = figures.worth ?? complexity
  const growthAll = growthOver(figures)
  const sum = known(own), sumBeside = known(beside)
  const growth = (start: number, end: number): Value => (Number.isNaN(start) || Number.isNaN(end) ? 'no-data' : start === 0 ? 'zero-denominator' : end / start - 1)
  const rows = Array.from({ length: p }, (_, i): ActivityRow => ({
    size: orNull(own[i] as number), share: over(own[i] as number, sum), shareBeside: over(beside[i] as number, sumBeside),
    quotient: orReason(quotients.values[i] as number), low: people === null ? null : orNull(said.low[i] as number), high: people === null ? null : orNull(said.high[i] as number),
    statement: people === null ? withoutChance(quotients.values[i] as number) : (said.says[i] as Statement),
    quotientBefore: earlier === null ? 'no-data' : orReason(earlier[i] as number),
    growth: ownBefore === null ? 'no-data' : growth(ownBefore[i] as number, own[i] as number), growthBeside: besideBefore === null ? 'no-data' : growth(besideBefore[i] as number, beside[i] as number),
    growthAll: orReason(growthAll[i] as number),
    mix: typeof shift === 'string' ? null : (shift.lines[i]?.mix ?? null), regional: typeof shift === 'string' ? null : (shift.lines[i]?.regional ?? null),
    nearness: enough ? orReason(nearness[i] as number) : 'too-few', complexity: orReason(complexity[i] as number), worth: orReason(worth[i] as number),
    present: there.has[home * p + i] === 1 ? 'yes' : 'no',
  }))
  const screen = opportunityScreen({
    density: nearness, value: worth, quotients: quotients.values, growth: growthAll, earlier: earlier ?? undefined,
    change: ownBefore === null ? undefined : own.map((one, i) => one - (ownBefore[i] as number)),
    regional: Float64Array.from(rows, ({ regional }) => regional ?? Number.NaN),
  }, { threshold: 1, latentFrom: 0.5, crosshair: { density: asked.near ?? undefined, value: asked.worth ?? undefined }, weights: {}, spread: 0.25, draws, seed: asked.seed, shortlist: 5 })
  return {
    rows, structure: structureOf({ own, beside, ownBefore, besideBefore, groups: figures.groups }), shift,
    esteban: change === null ? 'no-data' : estebanMarquillas(change), ratios: change === null ? 'no-data' : gerfin(change),
    screen, looksBack: lookBack(figures), links: linksOf(phi, p), complexityWhy: typeof found === 'string' ? found : null,
  }
}

const presenceAmong = (sizes: Float64Array, regions: number, activities: number): Presence =>
  presenceOf({ quotients: locationQuotients({ sizes, regions, activities }).values, regions, activities, threshold: 1, rule: 'at-least' })
const known = (row: Float64Array): number => row.reduce((all, one) => (Number.isNaN(one) ? all : all + one), 0)
const over = (one: number, whole: number): Value => (Number.isNaN(one) ? 'no-data' : whole === 0 ? 'zero-denominator' : one / whole)
const orNull = (one: number): number | null => (Number.isFinite(one) ? one : null)
const orReason = (one: number): Value => (Number.isFinite(one) ? one : 'no-data')
const withoutChance = (quotient: number): Statement => (Number.isNaN(quotient) ? 'unknown' : quotient > 1 ? 'above' : quotient < 1 ? 'below' : 'unclear')

/** Growth of each activity in the regions that have it in both years. */
const growthOver = ({ now, before, regions, activities }: Figures): Float64Array =>
  Float64Array.from({ length: activities }, (_, i) => {
    if (before === null) return Number.NaN
    let start = 0, end = 0
    for (let r = 0; r < regions; r += 1) {
      const from = before[r * activities + i] as number, to = now[r * activities + i] as number
      if (!Number.isNaN(from) && !Number.isNaN(to)) { start += from; end += to }
    }
    return start === 0 ? Number.NaN : end / start - 1
  })

const structureOf = ({ own, beside, ownBefore, besideBefore, groups }: {
  readonly own: Float64Array; readonly beside: Float64Array; readonly ownBefore: Float64Array | null; readonly besideBefore: Float64Array | null; readonly groups: readonly string[]
}): Structure => {
  const missing = 'left-out' as const
  const { index, equivalentNumber } = herfindahl({ row: own, missing })
  return {
    krugman: krugmanIndex({ region: own, reference: beside, missing }).index, hachman: hachmanIndex({ region: own, reference: beside, missing }),
    herfindahl: index, equivalent: equivalentNumber, evenness: entropyOf({ row: own, missing, base: Math.E }).normalised,
    variety: varietyOf({ row: own, groups, missing, base: Math.E }),
    krugmanBefore: ownBefore === null || besideBefore === null ? 'no-data' : krugmanIndex({ region: ownBefore, reference: besideBefore, missing }).index,
    equivalentBefore: ownBefore === null ? 'no-data' : herfindahl({ row: ownBefore, missing }).equivalentNumber,
  }
}

/** Did what came to the districts of this country come where it was near? Nearness of the earlier year, judged on all regions of then. */
const lookBack = ({ now, before, regions, activities: p, own, people }: Figures): Entries => {
  const none = { density: new Float64Array(), earlier: undefined, later: new Float64Array(), threshold: 1, leastJobs: 10 }
  if (before === null || regions < leastForNearness) return entriesAndExits(none)
  const then = locationQuotients({ sizes: before, regions, activities: p }).values, today = locationQuotients({ sizes: now, regions, activities: p }).values
  const presence = presenceOf({ quotients: then, regions, activities: p, threshold: 1, rule: 'at-least' })
  const near = relatednessDensity({ presence, phi: proximityOf(cooccurrenceOf(presence), diversityOf(presence).ubiquity), self: 'excluded' }).values
  const pick = (table: Float64Array): Float64Array => Float64Array.from(own.flatMap((r) => Array.from(table.subarray(r * p, (r + 1) * p))))
  return entriesAndExits({ density: pick(near), earlier: pick(then), later: pick(today), jobs: people === null ? undefined : pick(now).map((one) => one * people), threshold: 1, leastJobs: 10 })
}

const linksOf = (phi: Float64Array, p: number): Picture['links'] => {
  const links: { from: number; to: number; nearness: number }[] = []
  for (let i = 0; i < p; i += 1) for (let j = i + 1; j < p; j += 1) links.push({ from: i, to: j, nearness: phi[i * p + j] as number })
  return links.sort((a, b) => b.nearness - a.nearness || a.from - b.from || a.to - b.to)
}
