// Methods 4.5 by name: the opportunity screen, and its honesty test.
import { z } from 'zod'
import { entriesAndExits } from '../../entries-and-exits.ts'
import { fields, opportunityScreen, parts, type Screen } from '../../opportunity-screen.ts'
import { type Entry, entry, result, row, toNumbers, toResult } from '../entry.ts'
import { names, need } from './inputs.ts'

const page = '/evidence/specialisation'
const indices = z.array(z.number())
const optional = row.optional()
const numbers = (list: readonly (number | null)[] | undefined): Float64Array | undefined => (list === undefined ? undefined : toNumbers(list))
const interval = z.union([z.object({ low: z.number(), high: z.number() }), z.object({ reason: z.string() })])

const candidateOf = (one: Screen['candidates'][number]) => ({
  activity: one.activity, field: one.field, latent: one.latent, score: toResult(one.score), place: toResult(one.place), inShortlist: toResult(one.inShortlist),
  places: typeof one.places === 'string' ? { reason: one.places } : one.places,
  components: one.components.map(({ part, value, place }) => ({ part, value: toResult(value), place: toResult(place) })),
})

export const opportunityEntries: readonly Entry[] = [
  entry({
    name: 'opportunity-screen', used: page,
    summary: 'A shortlist of activities: fields by density and value, score from the places in every component, intervals by random weights; what to defend, what emerges',
    input: z.object({
      density: row.describe('ω per activity'), value: row.describe('value axis per activity: PCI, wage, growth or green share'), quotients: row.describe('LQ per activity'),
      growth: optional.describe('growth of the activity in the EU'), fit: optional.describe('strategic fit from stakeholders'),
      earlier: optional.describe('LQ of an earlier year'), change: optional.describe('change of the size here: below 0 is shrinking'), regional: optional.describe('the regional component of shift-share'),
      threshold: z.number().default(1).describe('candidates have a quotient under it'), latentFrom: z.number().default(0.5).describe('the quotient from which an activity is latent'),
      crosshair: z.object({ density: z.number().optional(), value: z.number().optional() }).default({}).describe('where the fields meet; medians over the candidates where not given'),
      weights: z.object({ density: z.number().min(0).optional(), value: z.number().min(0).optional(), growth: z.number().min(0).optional(), latent: z.number().min(0).optional(), fit: z.number().min(0).optional() }).default({}).describe('weight of each component; 1 where not given'),
      spread: z.number().min(0).max(1).default(0.25).describe('how far chance moves each weight: 0.25 is ± 25 %'),
      draws: z.int().min(0).max(100_000).default(1000), seed: z.int().default(1), shortlist: z.int().min(1).default(5).describe('length of the shortlist'),
      activities: names,
    }),
    output: z.object({
      crosshair: z.object({ density: result, value: result }), parts: z.array(z.enum(parts)).describe('components that are in the score'),
      candidates: z.array(z.object({
        activity: z.number(), field: z.enum(fields).nullable(), latent: z.enum(['yes', 'no']), score: result.describe('weighted mean of the places: smaller is better'), place: result.describe('1 = best'),
        places: interval.describe('5–95 % of the places under random weights'), inShortlist: result.describe('share of the draws in which it is on the shortlist'),
        components: z.array(z.object({ part: z.enum(parts), value: result, place: result.describe('1 = best') })),
      })),
      defend: indices.describe('quotient at the threshold or above, and shrinking'), emerging: indices.describe('quotient rising, regional component above 0'), latent: indices,
      seed: z.number(), draws: z.number(),
    }),
    example: { density: [0.4, 0.2, 0.6], value: [1, 2, 3], quotients: [0.6, 0.3, 1.4], change: [5, -1, -10], earlier: [0.4, 0.3, 1.6], regional: [3, -2, -8], draws: 100 },
    run: (input) => {
      for (const key of ['density', 'value', 'growth', 'fit', 'earlier', 'change', 'regional', 'activities'] as const) need(key, input[key], input.quotients.length)
      const { candidates, ...rest } = opportunityScreen(
        { density: toNumbers(input.density), value: toNumbers(input.value), quotients: toNumbers(input.quotients), growth: numbers(input.growth), fit: numbers(input.fit), earlier: numbers(input.earlier), change: numbers(input.change), regional: numbers(input.regional) },
        { threshold: input.threshold, latentFrom: input.latentFrom, crosshair: input.crosshair, weights: Object.fromEntries(Object.entries(input.weights).filter(([, one]) => one !== undefined)), spread: input.spread, draws: input.draws, seed: input.seed, shortlist: input.shortlist },
      )
      return {
        crosshair: { density: toResult(rest.crosshair.density), value: toResult(rest.crosshair.value) }, parts: [...rest.parts],
        defend: [...rest.defend], emerging: [...rest.emerging], latent: [...rest.latent], candidates: candidates.map(candidateOf), seed: input.seed, draws: input.draws,
      }
    },
  }),
  entry({
    name: 'entries-and-exits', used: page,
    summary: 'The honesty test: share of activities that entered by density decile, and the local AUC',
    input: z.object({
      density: row.describe('ω at the earlier year, one figure per region and activity'), earlier: row.optional().describe('LQ at the earlier year'), later: row.describe('LQ at the later year'),
      jobs: row.optional().describe('jobs at the later year'), threshold: z.number().default(1), leastJobs: z.number().min(0).default(10).describe('jobs an entry needs'), activities: names,
    }),
    output: z.object({
      candidates: z.number(), entered: indices, left: indices, entryShare: result, auc: result.describe('chance that an activity that entered had a higher density than one that did not'),
      deciles: z.array(z.object({ decile: z.number(), from: z.number(), to: z.number(), candidates: z.number(), entered: z.number(), share: result })),
    }),
    example: { density: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55], earlier: [0.2, 0.3, 0.4, 0.2, 0.5, 0.6, 0.3, 0.7, 0.8, 0.9], later: [0.2, 0.3, 0.5, 0.3, 0.6, 0.5, 0.4, 0.8, 1.1, 1.2] },
    run: (input) => {
      for (const key of ['density', 'earlier', 'jobs', 'activities'] as const) need(key, input[key], input.later.length)
      const found = entriesAndExits({ density: toNumbers(input.density), earlier: numbers(input.earlier), later: toNumbers(input.later), jobs: numbers(input.jobs), threshold: input.threshold, leastJobs: input.leastJobs })
      return { ...found, entered: [...found.entered], left: [...found.left], entryShare: toResult(found.entryShare), auc: toResult(found.auc), deciles: found.deciles.map((one) => ({ ...one, share: toResult(one.share) })) }
    },
  }),
]
