// Growth, trend, convergence, inequality, forecast and targets by name, each bound to its schemas.
import { z } from 'zod'
import { betaConvergence } from '../beta-convergence.ts'
import { deltaConvergence } from '../delta-convergence.ts'
import { gammaConvergence } from '../gamma-convergence.ts'
import { growthOf } from '../growth.ts'
import { inequalityOf } from '../inequality.ts'
import { mannKendall } from '../mann-kendall.ts'
import { sigmaConvergence } from '../sigma-convergence.ts'
import { theilSen } from '../theil-sen.ts'
import { forecastEntry, targetsEntry } from './change-ahead.ts'
import { type Entry, entry, result, row, table, toMatrix, toNumbers, toResult, toResults, WrongInput } from './entry.ts'
import { flags, needTimes, panelFrom, place, pointsFrom, series, timesField } from './series-input.ts'

const growth = entry({
  name: 'growth',
  summary: 'Average yearly growth, between the end points (CAGR) and along all values (log-linear)',
  used: '/evidence/trends',
  input: z.strictObject({ ...series, share: z.boolean().default(false).describe('a share: the growth is in points a year') }),
  output: z.object({
    growth: result.describe('points for a share, else compound'), compound: result.describe('CAGR: (y_T ÷ y_0)^(1/T) − 1'), points: result.describe('(y_T − y_0) ÷ T'),
    logLinear: result.describe('e^b − 1'), slope: result.describe('b of ln y on time'), slopeError: result.describe('se of b'), logLinearError: result.describe('se of e^b − 1'),
    explained: result.describe('R²'), count: place, years: z.number().describe('T'), flags,
  }),
  example: { values: [100, 104, 109, 112, 118, 125] },
  run: (input) => {
    const found = growthOf(pointsFrom(input))
    const { compound, points, logLinear, slope, slopeError, logLinearError, explained, count, years } = found
    return {
      growth: toResult(input.share ? points : compound), compound: toResult(compound), points: toResult(points), logLinear: toResult(logLinear), slope: toResult(slope),
      slopeError: toResult(slopeError), logLinearError: toResult(logLinearError), explained: toResult(explained), count, years, flags: [...found.flags],
    }
  },
})
const theilSenEntry = entry({
  name: 'theil-sen',
  summary: 'The slope that outliers do not turn: median of the slopes between all pairs of years',
  used: '/evidence/trends',
  input: z.strictObject({ ...series, level: z.number().gt(0).lt(1).default(0.95).describe('of the interval of the slope') }),
  output: z.object({ slope: result, intercept: result, low: result, high: result, pairs: place }),
  example: { values: [1, 2, 3, 4, 100] },
  run: (input) => {
    const { slope, intercept, low, high, pairs } = theilSen(pointsFrom(input), input.level)
    return { slope: toResult(slope), intercept: toResult(intercept), low: toResult(low), high: toResult(high), pairs }
  },
})
const mannKendallEntry = entry({
  name: 'mann-kendall',
  summary: 'Whether there is a trend at all: a test that looks at the order only',
  used: '/evidence/trends',
  input: z.strictObject(series),
  output: z.object({ s: result.describe('S'), variance: result, z: result, p: result.describe('two-sided'), tau: result.describe('Kendall τ-b'), count: place, flags }),
  example: { values: [1, 2, 3, 4, 5] },
  run: (input) => {
    const { s, variance, z: score, p, tau, count, flags: found } = mannKendall(pointsFrom(input))
    return { s: toResult(s), variance: toResult(variance), z: toResult(score), p: toResult(p), tau: toResult(tau), count, flags: [...found] }
  },
})
const betaConvergenceEntry = entry({
  name: 'beta-convergence',
  summary: 'Whether poor regions catch up, how fast, and how long half the way takes',
  used: '/evidence/trends',
  input: z.strictObject({
    start: row.describe('y_0, > 0'), end: row.describe('y_T, > 0'), years: z.number().gt(0).describe('T, years between start and end'),
    controls: table.optional().describe('other variables of the equation: one row per region; absent = unconditional'),
  }),
  output: z.object({
    intercept: result.describe('a'), slope: result.describe('b'), slopeError: result.describe('se of b'), t: result, p: result.describe('two-sided'),
    controls: z.array(result), controlErrors: z.array(result), explained: result.describe('R²'), speed: result.describe('λ'), halfLife: result.describe('ln 2 ÷ λ, years'), used: z.array(place),
  }),
  example: { start: [4000, 5200, 6100, 7800, 9900], end: [6900, 8000, 9200, 10_900, 13_100], years: 10 },
  run: ({ start, end, years, controls }) => {
    if (end.length !== start.length) throw new WrongInput(`end: ${end.length} values, start has ${start.length}`)
    if (controls !== undefined && controls.length !== start.length) throw new WrongInput(`controls: ${controls.length} rows, start has ${start.length} values`)
    const found = betaConvergence({ start: toNumbers(start), end: toNumbers(end), years, ...(controls ? { controls: toMatrix(controls), controlCount: controls[0]?.length ?? 0 } : {}) })
    return {
      intercept: toResult(found.intercept), slope: toResult(found.slope), slopeError: toResult(found.slopeError), t: toResult(found.t), p: toResult(found.p),
      controls: toResults(found.controls), controlErrors: toResults(found.controlErrors), explained: toResult(found.explained), speed: toResult(found.speed),
      halfLife: toResult(found.halfLife), used: [...found.used],
    }
  },
})
const bands = ['far-below', 'below', 'middle', 'above', 'far-above', 'no-data'] as const
const sigmaConvergenceEntry = entry({
  name: 'sigma-convergence',
  summary: 'Whether the spread between regions shrinks: spread per year, its trend, first year against last',
  used: '/evidence/trends',
  input: z.strictObject({
    values: table, times: timesField, measure: z.enum(['log-deviation', 'variation']).default('log-deviation').describe('sd of ln y, or sd ÷ mean'),
    deviation: z.enum(['sample', 'population']).default('sample'),
    regions: z.enum(['complete', 'available']).default('complete').describe('only regions with every year, or those of each year'),
  }),
  output: z.object({
    spread: z.array(result), trend: z.object({ slope: result, slopeError: result, p: result, mannKendallP: result }),
    test: z.object({ f: result.describe('F'), pTwoSided: result, pShrinking: result, degrees: place }),
    bands: z.array(z.array(z.enum(bands))).describe('per region and year: middle = within mean ± ½ sd, below/above = up to 1 sd, far = beyond'), used: z.array(place),
  }),
  example: { values: [[10, 12, 14], [20, 21, 22], [40, 40, 41]] },
  run: ({ values, times, measure, deviation, regions }) => {
    const panel = panelFrom(values), years = needTimes(times, panel.columns)
    const { spread, trend, test, bands: found, used } = sigmaConvergence(panel, { measure, less: deviation === 'sample' ? 1 : 0, available: regions === 'available', ...(years ? { times: years } : {}) })
    return {
      spread: toResults(spread), trend: { slope: toResult(trend.slope), slopeError: toResult(trend.slopeError), p: toResult(trend.p), mannKendallP: toResult(trend.mannKendallP) },
      test: { f: toResult(test.f), pTwoSided: toResult(test.pTwoSided), pShrinking: toResult(test.pShrinking), degrees: test.degrees },
      bands: found.map((one) => one.map((word) => word ?? ('no-data' as const))), used: [...used],
    }
  },
})
const gammaConvergenceEntry = entry({
  name: 'gamma-convergence',
  summary: 'Whether regions change places: how much of the first order is left',
  used: 'terminal only',
  input: z.strictObject({ values: table }),
  output: z.object({
    paired: z.array(result).describe('var(rank_t + rank_0) ÷ var(2 rank_0)'), throughout: z.array(result).describe('all years up to t'),
    tau: z.array(result).describe('Kendall τ-b of the first year and t'), chiSquare: result.describe('χ²'), p: result, used: z.array(place),
  }),
  example: { values: [[1, 2, 3], [2, 1, 1], [3, 3, 2]] },
  run: ({ values }) => {
    const { paired, throughout, tau, chiSquare, p, used } = gammaConvergence(panelFrom(values))
    return { paired: toResults(paired), throughout: toResults(throughout), tau: toResults(tau), chiSquare: toResult(chiSquare), p: toResult(p), used: [...used] }
  },
})
const deltaConvergenceEntry = entry({
  name: 'delta-convergence',
  summary: 'How far all regions together are from the best one, year by year',
  used: 'terminal only',
  input: z.strictObject({ values: table, direction: z.union([z.literal(1), z.literal(-1)]).default(1) }),
  output: z.object({ distance: z.array(result).describe('Σ (max − y)'), meanDistance: z.array(result), used: z.array(place) }),
  example: { values: [[1, 2], [2, 3], [4, 4]] },
  run: ({ values, direction }) => {
    const { distance, meanDistance, used } = deltaConvergence(panelFrom(values), direction)
    return { distance: toResults(distance), meanDistance: toResults(meanDistance), used: [...used] }
  },
})
const inequality = entry({
  name: 'inequality',
  summary: 'How unequal regions are: Williamson, Theil, Gini, Atkinson, Hoover, Coulter, weighted by people',
  used: 'terminal only',
  input: z.strictObject({
    values: row.describe('y'), weights: row.optional().describe('p, people; equal where absent'),
    epsilon: z.union([z.number(), z.array(z.number())]).default(0.5).describe('ε of Atkinson, one or several'),
    amounts: row.optional().describe('a of Hoover and Coulter; y × p where absent'), reference: row.optional().describe('b of Hoover and Coulter; p where absent'),
  }),
  output: z.object({
    mean: result.describe('ȳ'), williamson: result, theilT: result, theilL: result, gini: result, giniNormalised: result.describe('× n ÷ (n − 1)'),
    atkinson: z.array(z.object({ epsilon: z.number(), value: result })), hoover: result, coulter: result, used: z.array(place),
  }),
  example: { values: [1, 3], weights: [1, 1] },
  run: ({ values, weights, epsilon, amounts, reference }) => {
    for (const [name, list] of [['weights', weights], ['amounts', amounts], ['reference', reference]] as const) {
      if (list !== undefined && list.length !== values.length) throw new WrongInput(`${name}: ${list.length} numbers for ${values.length} values`)
    }
    if (weights?.some((one) => one !== null && one < 0)) throw new WrongInput('weights: must not be negative')
    const found = inequalityOf({
      values: toNumbers(values), epsilons: typeof epsilon === 'number' ? [epsilon] : epsilon,
      ...(weights ? { weights: toNumbers(weights) } : {}), ...(amounts ? { amounts: toNumbers(amounts) } : {}), ...(reference ? { reference: toNumbers(reference) } : {}),
    })
    return {
      mean: toResult(found.mean), williamson: toResult(found.williamson), theilT: toResult(found.theilT), theilL: toResult(found.theilL), gini: toResult(found.gini),
      giniNormalised: toResult(found.giniNormalised), atkinson: found.atkinson.map((one) => ({ epsilon: one.epsilon, value: toResult(one.value) })),
      hoover: toResult(found.hoover), coulter: toResult(found.coulter), used: [...found.used],
    }
  },
})

export const changeEntries: readonly Entry[] = [
  growth, theilSenEntry, mannKendallEntry, betaConvergenceEntry, sigmaConvergenceEntry, gammaConvergenceEntry, deltaConvergenceEntry, inequality, forecastEntry, targetsEntry,
]
