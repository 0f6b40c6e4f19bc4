// The synthetic control by name: weights, path, gap, balance, placebos, and the effect without each donor.
import { z } from 'zod'
import { leaveOneDonorOut, placebosFor } from '../effect/placebos.ts'
import { syntheticControl, type SyntheticOptions } from '../effect/synthetic-control.ts'
import { entry, result, table, toMatrix, toResult, WrongInput } from './entry.ts'
import { donorsField, firstField, numbers, oneTreated, path, treatedField } from './effect-input.ts'
import { place } from './series-input.ts'

export const syntheticControlEntry = entry({
  name: 'synthetic-control',
  summary: 'A mixture of other regions that moved like ours before, followed on after the start, with placebos',
  used: 'terminal only',
  input: z.strictObject({
    values: table.describe('Y[N × T]: the outcome, one row per region, oldest first'), treated: treatedField, first: firstField, donors: donorsField,
    predictors: table.optional().describe('X: one row per region; without them the mixture follows the outcome of the fit years'),
    predictorWeights: z.array(z.number().min(0)).optional().describe('V, one per predictor; searched where absent'),
    fit: z.strictObject({ from: place, to: place }).optional().describe('years whose error V minimises, from … before to; all before the start where absent'),
    ridge: z.number().min(0).default(1e-10), starts: z.int().min(1).max(100).default(4).describe('of the search for V'), seed: z.int().min(0).default(1),
    placebos: z.boolean().default(true), treatedAmongDonors: z.boolean().default(true).describe('the treated region may be a donor of a placebo, as in the paper of 2010'),
    leaveOneOut: z.boolean().default(true),
  }),
  output: z.object({
    reason: z.string(), donors: z.array(place), weights: z.array(z.number()).describe('w'), predictorWeights: z.array(z.number()).describe('V'), loss: z.number().describe('MSPE of the fit years'),
    path, gap: path, before: result.describe('MSPE before'), after: result.describe('MSPE after'), ratio: result, effect: result.describe('mean gap after the start'),
    balance: z.array(z.object({ treated: z.number(), synthetic: z.number(), donors: z.number() })),
    placebos: z.array(z.object({ row: place, before: result, after: result, ratio: result, effect: result, gap: path })), rank: result, p: result.describe('rank ÷ (J + 1)'),
    credible: z.enum(['yes', 'no', 'unknown']).describe('no: fits worse before than the middle placebo'),
    leaveOneOut: z.array(z.object({ row: place, effect: result, before: result, gap: path })), without: z.array(place).describe('donors with a gap'), flags: z.array(z.string()),
  }),
  example: {
    values: [[1, 2, 3, 4, 7, 8], [1, 2, 2, 3, 4, 5], [2, 2, 3, 5, 5, 6], [0, 1, 3, 3, 4, 4], [1, 3, 3, 4, 5, 5]], treated: 0, first: 4,
    predictors: [[2, 10], [1, 12], [3, 9], [2, 11], [2, 8]],
  },
  run: ({ predictors, predictorWeights, fit, ridge, starts, seed, placebos, treatedAmongDonors, leaveOneOut, ...input }) => {
    const design = oneTreated(input), k = predictors?.[0]?.length ?? 0
    if (predictors && predictors.length !== design.panel.rows) throw new WrongInput(`predictors: ${predictors.length} rows for ${design.panel.rows} regions`)
    if (predictorWeights && predictorWeights.length !== k) throw new WrongInput(`predictorWeights: ${predictorWeights.length} numbers for ${k} predictors`)
    if (fit && !(fit.from < fit.to && fit.to <= input.first)) throw new WrongInput('fit: from must lie before to, and to not after the first treated year')
    const options: SyntheticOptions = {
      ridge, starts, seed, ...(predictors ? { predictors: toMatrix(predictors), predictorCount: k } : {}), ...(predictorWeights ? { importance: Float64Array.from(predictorWeights) } : {}),
      ...(fit ? { fitFrom: fit.from, fitTo: fit.to } : {}),
    }
    const own = syntheticControl(design, options)
    const all = placebos ? placebosFor(design, own, { ...options, treatedAmongDonors }) : { placebos: [], rank: 'no-data' as const, p: 'no-data' as const, credible: 'unknown' as const }
    return {
      reason: own.reason ?? '', donors: [...own.donors], weights: numbers(own.weights), predictorWeights: numbers(own.importance), loss: own.loss, path: numbers(own.path), gap: numbers(own.gap),
      before: toResult(own.before), after: toResult(own.after), ratio: toResult(own.ratio), effect: toResult(own.effect), balance: [...own.balance],
      placebos: all.placebos.map((one) => ({ row: one.row, before: toResult(one.before), after: toResult(one.after), ratio: toResult(one.ratio), effect: toResult(one.effect), gap: numbers(one.gap) })),
      rank: toResult(all.rank), p: toResult(all.p), credible: all.credible, without: [...own.without], flags: [...own.flags],
      leaveOneOut: leaveOneOut && own.reason === null ? leaveOneDonorOut(design, own, options).map((one) => ({ row: one.row, effect: toResult(one.effect), before: toResult(one.before), gap: numbers(one.gap) })) : [],
    }
  },
})
