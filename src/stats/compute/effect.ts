// Did it work? The methods of effect by name, each bound to its schemas.
import { z } from 'zod'
import { beforeAfter } from '../effect/before-after.ts'
import { differenceInDifferences, eventStudy, type Start } from '../effect/difference-in-differences.ts'
import { ridgeAugmented } from '../effect/ridge-augmented.ts'
import { type ManyTreated, syntheticDid } from '../effect/synthetic-did.ts'
import type { Panel } from '../sigma-convergence.ts'
import { type Entry, entry, result, table, toResult, WrongInput } from './entry.ts'
import { donorsField, firstField, numbers, oneTreated, path, treatedField } from './effect-input.ts'
import { syntheticControlEntry } from './effect-synthetic.ts'
import { panelFrom, place } from './series-input.ts'

const shared = { values: table.describe('Y[N × T]: one row per region, oldest first'), treated: treatedField, first: firstField, donors: donorsField }
const seed = z.int().min(0).default(1)

const beforeAfterEntry = entry({
  name: 'before-after',
  summary: 'Change here less the mean change of peers, and its place among the same of every peer',
  used: 'terminal only',
  input: z.strictObject({
    ...shared, before: z.int().min(1).optional().describe('years before whose mean counts; all where absent'), after: z.int().min(1).optional(),
    side: z.enum(['both', 'greater', 'less']).default('both'),
  }),
  output: z.object({
    change: result, meanChange: result, effect: result, rank: result, p: result.describe('rank ÷ (J + 1)'),
    placebos: z.array(z.object({ row: place, change: z.number(), effect: z.number() })), without: z.array(place).describe('donors with a gap'),
  }),
  example: { values: [[1, 1, 4], [1, 1, 2], [1, 1, 2]], treated: 0, first: 2 },
  run: ({ before, after, side, ...input }) => {
    const found = beforeAfter(oneTreated(input), { side, ...(before ? { before } : {}), ...(after ? { after } : {}) })
    return { change: toResult(found.change), meanChange: toResult(found.meanChange), effect: toResult(found.effect), rank: toResult(found.rank), p: toResult(found.p), placebos: [...found.placebos], without: [...found.without] }
  },
})

const firsts = z.union([place, z.array(place)]).describe('T0: place of the first treated year, one for all or one per treated region')
const many = z.union([place, z.array(place).min(1)]).describe('row of the treated region, or rows of several')
const startsOf = (panel: Panel, treated: number | readonly number[], first: number | readonly number[]): Start[] => {
  const rows = typeof treated === 'number' ? [treated] : treated
  if (typeof first !== 'number' && first.length !== rows.length) throw new WrongInput(`first: ${first.length} years for ${rows.length} treated regions`)
  if (rows.some((row) => row >= panel.rows) || new Set(rows).size !== rows.length) throw new WrongInput(`treated: different rows of the table, the last is ${panel.rows - 1}`)
  const starts = rows.map((row, at) => ({ row, first: typeof first === 'number' ? first : (first[at] as number) }))
  if (starts.some((one) => one.first > panel.columns)) throw new WrongInput(`first: the table has ${panel.columns} years`)
  return starts
}
const correction = z.enum(['cr1', 'none']).default('cr1').describe('of the clustered variance: G/(G−1) × (n−1)/(n−K), or none')
const didEntry = entry({
  name: 'difference-in-differences',
  summary: 'Effect of a treatment once every region and every year has its own level, with a permutation p',
  used: 'terminal only',
  input: z.strictObject({ values: shared.values, treated: many, first: firsts, correction, permutations: z.boolean().default(true), draws: z.int().min(1).max(100_000).default(500).describe('for several treated'), seed }),
  output: z.object({ effect: result.describe('τ'), error: result.describe('clustered se'), plainError: result, p: result, permutationP: result, placebos: z.array(z.number()), cells: place }),
  example: { values: [[1, 1, 4, 4.5], [1, 2, 2, 2.5], [2, 2, 3, 3], [0, 1, 1, 2]], treated: 0, first: 2 },
  run: (input) => {
    const panel = panelFrom(input.values)
    const found = differenceInDifferences(panel, startsOf(panel, input.treated, input.first), { correction: input.correction, draws: input.draws, seed: input.seed, permutations: input.permutations ? 'yes' : 'no' })
    return { effect: toResult(found.effect), error: toResult(found.error), plainError: toResult(found.plainError), p: toResult(found.p), permutationP: toResult(found.permutationP), placebos: [...found.placebos], cells: found.cells }
  },
})
const eventStudyEntry = entry({
  name: 'event-study',
  summary: 'The same with one coefficient per year: were trends parallel before, and when does the effect come',
  used: 'terminal only',
  input: z.strictObject({ values: shared.values, treated: many, first: firsts, correction }),
  output: z.object({ effects: z.array(z.object({ year: z.int().describe('0 = first treated year; −1 is the reference'), effect: result.describe('τ_t'), error: result, p: result })), cells: place }),
  example: { values: [[1, 1, 4, 4.5], [1, 2, 2, 2.5], [2, 2, 3, 3], [0, 1, 1, 2]], treated: 0, first: 2 },
  run: (input) => {
    const panel = panelFrom(input.values), found = eventStudy(panel, startsOf(panel, input.treated, input.first), input.correction)
    return { cells: found.cells, effects: found.effects.map(({ year, effect, error, p }) => ({ year, effect: toResult(effect), error: toResult(error), p: toResult(p) })) }
  },
})
const ridgeEntry = entry({
  name: 'ridge-augmented-synthetic-control',
  summary: 'Synthetic control on the outcome alone, its misfit before the start taken out by a ridge regression',
  used: 'terminal only',
  input: z.strictObject({
    ...shared, penalty: z.number().gt(0).optional().describe('λ; found by leaving one year out where absent'), steps: z.int().min(1).max(1000).default(20),
    smallest: z.number().gt(0).lt(1).default(1e-8).describe('the grid goes from σ₁² down to this part of it'), rule: z.enum(['one-error', 'least']).default('one-error'), ridge: z.number().min(0).default(1e-10),
  }),
  output: z.object({
    reason: z.string(), effect: result, plainEffect: result, penalty: z.number(), donors: z.array(place), plainWeights: z.array(z.number()), weights: z.array(z.number()).describe('may be negative'),
    path, gap: path, plainGap: path, tried: z.array(z.object({ penalty: z.number(), error: z.number(), deviation: z.number() })), without: z.array(place),
  }),
  example: { values: [[1, 2, 3, 4, 7, 8], [1, 2, 2, 3, 4, 5], [2, 2, 3, 5, 5, 6], [0, 1, 3, 3, 4, 4]], treated: 0, first: 4 },
  run: ({ penalty, steps, smallest, rule, ridge, ...input }) => {
    const found = ridgeAugmented(oneTreated(input), { steps, smallest, rule, ridge, ...(penalty === undefined ? {} : { penalty }) })
    return {
      reason: found.reason ?? '', effect: toResult(found.effect), plainEffect: toResult(found.plainEffect), penalty: found.penalty, donors: [...found.donors], without: [...found.without],
      plainWeights: numbers(found.plain), weights: numbers(found.weights), path: numbers(found.path), gap: numbers(found.gap), plainGap: numbers(found.plainGap), tried: [...found.tried],
    }
  },
})
type ManyInput = { readonly values: readonly (readonly (number | null)[])[]; readonly treated: number | readonly number[]; readonly first: number; readonly donors?: readonly number[] | undefined }
const manyTreated = (input: ManyInput): ManyTreated => {
  const treated = startsOf(panelFrom(input.values), input.treated, input.first).map(({ row }) => row)
  // the checks of one treated region hold for each of several
  const [one] = treated.map((row) => oneTreated({ ...input, treated: row }))
  if (one === undefined) throw new WrongInput('treated: at least one row')
  return { panel: one.panel, treated, first: input.first, ...(input.donors ? { donors: input.donors } : {}) }
}
const syntheticDidEntry = entry({
  name: 'synthetic-did',
  summary: 'Differences in differences with weights for regions and years, for trends that are not parallel',
  used: 'terminal only',
  input: z.strictObject({
    values: shared.values, treated: many, first: firstField, donors: donorsField, unitPenalty: z.number().min(0).optional().describe('ζ of the unit weights; (N1·T1)^¼ × sd where absent'),
    timePenalty: z.number().min(0).optional().describe('ζ of the time weights; 1e-6 × sd where absent'), replications: z.int().min(2).max(100_000).default(200).describe('draws of the placebo error for several treated; every donor once for one'), seed,
  }),
  output: z.object({
    reason: z.string(), effect: result.describe('τ'), error: result.describe('placebo se'), placebos: z.array(z.number()), donors: z.array(place), unitWeights: z.array(z.number()).describe('ω'),
    timeWeights: z.array(z.number()).describe('λ'), noise: z.number().describe('sd of the donors’ first differences before'), unitPenalty: z.number().describe('ζ'), without: z.array(place), flags: z.array(z.string()),
  }),
  example: { values: [[1, 2, 3, 4, 7, 8], [1, 2, 2, 3, 4, 5], [2, 2, 3, 5, 5, 6], [0, 1, 3, 3, 4, 4]], treated: 0, first: 4 },
  run: ({ unitPenalty, timePenalty, replications, seed: given, ...input }) => {
    const found = syntheticDid(manyTreated(input), { replications, seed: given, ...(unitPenalty === undefined ? {} : { unitPenalty }), ...(timePenalty === undefined ? {} : { timePenalty }) })
    return {
      reason: found.reason ?? '', effect: toResult(found.effect), error: toResult(found.error), placebos: [...found.placebos], donors: [...found.donors], unitWeights: numbers(found.unitWeights),
      timeWeights: numbers(found.timeWeights), noise: found.noise, unitPenalty: found.unitPenalty, without: [...found.without], flags: [...found.flags],
    }
  },
})

export const effectEntries: readonly Entry[] = [beforeAfterEntry, didEntry, eventStudyEntry, syntheticControlEntry, ridgeEntry, syntheticDidEntry]
