// What looks ahead, by name: the forecast if the past pace goes on, and targets that peers have reached before.
import { z } from 'zod'
import { forecastMethods, forecastOf } from '../forecast.ts'
import { targetsOf } from '../targets.ts'
import { entry, result, table, toResult, WrongInput } from './entry.ts'
import { flags, panelFrom, place, pointsFrom, series } from './series-input.ts'

const method = z.enum(forecastMethods)
const level = z.number().gt(0).lt(1)

export const forecastEntry = entry({
  name: 'forecast',
  summary: 'Where a series would be if its past pace goes on, with intervals, the method and its rolling-origin error',
  used: '/evidence/trends',
  input: z.strictObject({
    ...series, horizon: z.int().min(1).max(100).default(5).describe('h, steps ahead'), levels: z.array(level).default([0.8, 0.95]),
    candidates: z.array(method).min(1).default([...forecastMethods]).describe('compared by rolling-origin error; of two equal ones the first'),
    method: z.union([method, z.literal('best')]).default('best').describe('best: chosen by error from `chooseFrom` points on, drift below'),
    chooseFrom: z.int().min(3).default(10), firstOrigin: z.int().min(3).default(5).describe('values known to the first rolling origin'),
    originHorizon: z.int().min(1).optional().describe('steps each origin looks ahead; the horizon where absent'),
    measure: z.enum(['absolute', 'square']).default('absolute').describe('which error chooses'),
    bounds: z.strictObject({ low: z.number(), high: z.number(), by: z.enum(['logit', 'clamp']) }).optional().describe('limits of a bounded indicator: logit before, or clamp after'),
  }),
  output: z.object({
    method: z.union([method, z.literal('none')]), reason: z.string().describe('why there is none; empty if there is one'),
    ahead: z.array(z.object({ step: place, time: z.number(), point: result, error: result.describe('se on the scale of the method'), intervals: z.array(z.object({ level: z.number(), low: result, high: result })) })),
    errors: z.array(z.object({ method, meanAbsolute: result, rootMeanSquare: result, comparisons: place })), count: place, flags,
  }),
  example: { values: [10, 11, 12.5, 13, 14.2, 15, 16.1, 17.3, 18, 19.2, 20.1], times: [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020], horizon: 3 },
  run: (input) => {
    const { bounds, originHorizon } = input
    if (bounds !== undefined && !(bounds.low < bounds.high)) throw new WrongInput('bounds: low must lie below high')
    const { horizon, levels, candidates, method: wanted, chooseFrom, firstOrigin, measure } = input
    const found = forecastOf(pointsFrom(input), {
      horizon, levels, candidates, method: wanted, chooseFrom, firstOrigin, measure, ...(bounds ? { bounds } : {}), ...(originHorizon ? { originHorizon } : {}),
    })
    return {
      method: found.method ?? ('none' as const), reason: found.reason ?? '', count: found.count, flags: [...found.flags],
      ahead: found.ahead.map(({ step, time, point, error, intervals }) =>
        ({ step, time, point: toResult(point), error: toResult(error), intervals: intervals.map((one) => ({ level: one.level, low: toResult(one.low), high: toResult(one.high) })) })),
      errors: found.errors.map((one) => ({ method: one.method, meanAbsolute: toResult(one.meanAbsolute), rootMeanSquare: toResult(one.rootMeanSquare), comparisons: one.comparisons })),
    }
  },
})

export const targetsEntry = entry({
  name: 'targets',
  summary: 'What peers that started alike reached in the same time, and how plausible a target is',
  used: '/evidence/trends',
  input: z.strictObject({
    values: table.describe('Y[k × T] of the peers'), start: z.number().describe('y_0, own start'),
    window: z.int().min(1).default(5).describe('h, years of a stretch'), years: z.number().gt(0).default(5).describe('τ, years to the target'),
    share: z.boolean().default(false).describe('points a year instead of a rate'), direction: z.union([z.literal(1), z.literal(-1)]).default(1),
    similar: z.enum(['within', 'quartile', 'either']).default('within').describe('start within ± tolerance of the own start, in the same quartile of all starts, or either'),
    tolerance: z.number().min(0).default(0.25), quantiles: z.array(level).default([0.5, 0.75, 0.9]).describe('trend, ambitious, stretch'),
    least: place.default(20).describe('fewer stretches give no quantiles'),
    best: z.number().optional().describe('the best EU value: no target goes beyond it'), low: z.number().optional(), high: z.number().optional(),
    target: z.number().optional().describe('a target to judge'),
    breaks: z.array(z.array(place)).optional().describe('per row, places at which another series begins; no stretch crosses one'),
  }),
  output: z.object({
    targets: z.array(z.object({ quantile: z.number(), pace: result.describe('g'), target: result, plausibility: result, capped: z.boolean() })),
    asked: z.object({ pace: result, plausibility: result, reached: place, years: z.array(z.object({ quantile: z.number(), years: result.describe('gap in years') })) }).optional(),
    count: place, windows: z.array(z.object({ row: place, from: place, start: z.number(), end: z.number(), pace: z.number() })),
  }),
  example: { values: [[100, 104, 109, 115, 121, 128, 134], [90, 95, 101, 104, 109, 117, 120], [105, 107, 110, 112, 116, 119, 121]], start: 100, window: 5, years: 5, least: 5, target: 130 },
  run: ({ values, best, low, high, target, breaks, ...rest }) => {
    if (breaks !== undefined && breaks.length !== values.length) throw new WrongInput(`breaks: ${breaks.length} lists for ${values.length} rows`)
    if (low !== undefined && high !== undefined && low > high) throw new WrongInput('low: must not lie above high')
    const found = targetsOf(panelFrom(values), {
      ...rest, ...(best === undefined ? {} : { best }), ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }),
      ...(target === undefined ? {} : { target }), ...(breaks === undefined ? {} : { breaks }),
    })
    return {
      targets: found.targets.map((one) => ({ quantile: one.quantile, pace: toResult(one.pace), target: toResult(one.target), plausibility: toResult(one.plausibility), capped: one.capped })),
      ...(found.asked ? { asked: { pace: toResult(found.asked.pace), plausibility: toResult(found.asked.plausibility), reached: found.asked.reached, years: found.asked.years.map((one) => ({ quantile: one.quantile, years: toResult(one.years) })) } } : {}),
      count: found.of, windows: [...found.windows],
    }
  },
})
