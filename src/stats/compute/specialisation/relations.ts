// Methods 4.3 and 4.4 by name: relatedness, density, complexity, outlook, income content.
import { z } from 'zod'
import { complexityFrom, complexityIndex, leastRegions, scales } from '../../complexity/complexity-index.ts'
import { fitness } from '../../complexity/fitness.ts'
import { incomeContent } from '../../complexity/income-content.ts'
import { gainForms, outlook, outlookGain } from '../../complexity/outlook.ts'
import { diversityOf, type Presence } from '../../complexity/presence.ts'
import { reflections } from '../../complexity/reflections.ts'
import { continuousRelatedness, cooccurrenceOf, forms, normalisedCounts, proximityOf } from '../../complexity/relatedness.ts'
import { relatednessDensity } from '../../complexity/relatedness-density.ts'
import { locationQuotients } from '../../location-quotient.ts'
import { type Entry, entry, result, toMatrix, toNumbers, toResults, WrongInput } from '../entry.ts'
import { economyShape, missing, need, presenceShape, relatednessShape, self, sizeTable, toEconomy, toList, toPhi, toPresence, toTable, widthOf } from './inputs.ts'

const page = '/evidence/specialisation'
const results = z.array(result)
const tables = z.array(results)
const scale = z.enum(scales).default('shared').describe('shared: both minus mean(ECI), ÷ population deviation of ECI, so that a region’s ECI is the mean PCI of its activities; own: each by its own mean and sample deviation')
const pciShape = { complexity: z.array(z.number().nullable()).optional().describe('PCI per activity (EU or world data); from the regions given where not handed in'), scale }
const four = [[1, 1, 1, 0], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]] as (0 | 1)[][]
const fiveByFive = [[60, 20, 20, 0], [20, 60, 20, 0], [0, 20, 40, 40], [10, 0, 10, 80]]

/** PCI as handed in, or counted from these regions. */
const toPci = (given: readonly (number | null)[] | undefined, presence: Presence, how: 'shared' | 'own'): { readonly pci: Float64Array; readonly from: 'given' | 'these-regions'; readonly reason?: string } => {
  if (given !== undefined) { need('complexity', given, presence.activities); return { pci: toNumbers(given), from: 'given' } }
  const found = complexityIndex(presence, how)
  if (typeof found === 'string') return { pci: new Float64Array(presence.activities).fill(Number.NaN), from: 'these-regions', reason: found }
  return { pci: found.activities, from: 'these-regions' }
}
const complexityFromWords = z.enum(['given', 'these-regions']).describe('which PCI was used: the outlook depends on where it has its zero')

export const relationEntries: readonly Entry[] = [
  entry({
    name: 'relatedness', used: page,
    summary: 'How related are two activities? Proximity, association, cosine, Jaccard, probability (after Steijn), or continuous',
    input: z.object({
      ...presenceShape, form: z.enum(forms).default('proximity'),
      cooccurrence: z.array(z.array(z.number().min(0))).optional().describe('C: regions that have both, activities × activities, in place of values or presence; the diagonal is not used'),
      ubiquity: z.array(z.number().min(0)).optional().describe('k_i, needed for proximity from cooccurrence; its diagonal where not given'),
      quotients: sizeTable.optional().describe('location quotients, for the continuous form, in place of values'),
    }),
    output: z.object({ relatedness: tables.describe('φ'), cooccurrence: z.array(z.array(z.number())).nullable(), ubiquity: z.array(z.number()).nullable() }),
    example: { presence: four },
    run: (input) => {
      if (input.form === 'continuous') {
        if (input.quotients === undefined && input.values === undefined) throw new WrongInput('values: the continuous form needs values or quotients')
        const economy = toEconomy({ ...input, values: input.quotients ?? input.values ?? [] })
        const quotients = input.quotients === undefined ? locationQuotients(economy).values : economy.sizes
        return { relatedness: toTable(continuousRelatedness({ quotients, regions: economy.regions, activities: economy.activities }), economy.activities), cooccurrence: null, ubiquity: null }
      }
      const given = input.cooccurrence
      if (given?.some((cells) => cells.length !== given.length)) throw new WrongInput('cooccurrence: as many columns as rows')
      const presence = given === undefined ? toPresence(input) : null
      const counts = presence === null ? { counts: toMatrix(given ?? []), activities: widthOf(given ?? []) } : cooccurrenceOf(presence)
      need('ubiquity', input.ubiquity, counts.activities)
      const ubiquity = presence === null ? Float64Array.from({ length: counts.activities }, (_, i) => input.ubiquity?.[i] ?? (counts.counts[i * counts.activities + i] as number)) : diversityOf(presence).ubiquity
      const phi = input.form === 'proximity' ? proximityOf(counts, ubiquity) : normalisedCounts(counts, input.form)
      return { relatedness: toTable(phi, counts.activities), cooccurrence: toTable(counts.counts, counts.activities) as number[][], ubiquity: Array.from(ubiquity) }
    },
  }),
  entry({
    name: 'relatedness-density', used: page,
    summary: 'How close is an activity to what a region does? ω_ri = Σ φ_ij M_rj ÷ Σ φ_ij, 0–1',
    input: z.object({ ...presenceShape, ...relatednessShape, self }),
    output: z.object({ density: tables.describe('ω, regions × activities'), presence: z.array(z.array(z.number())), relatedness: tables }),
    example: { presence: four },
    run: (input) => {
      const presence = toPresence(input), phi = toPhi(input.relatedness, input.form, presence)
      const found = relatednessDensity({ presence, phi, self: input.self })
      return { density: toTable(found.values, presence.activities, found.why), presence: toTable(Float64Array.from(presence.has), presence.activities) as number[][], relatedness: toTable(phi, presence.activities) }
    },
  }),
  entry({
    name: 'diversity-and-ubiquity', used: page,
    summary: 'How many activities has a region (k_r), how many regions an activity (k_i)?',
    input: z.object(presenceShape),
    output: z.object({ diversity: z.array(z.number()), ubiquity: z.array(z.number()), presence: z.array(z.array(z.number())) }),
    example: { presence: four },
    run: (input) => {
      const presence = toPresence(input), { diversity, ubiquity } = diversityOf(presence)
      return { diversity: Array.from(diversity), ubiquity: Array.from(ubiquity), presence: toTable(Float64Array.from(presence.has), presence.activities) as number[][] }
    },
  }),
  entry({
    name: 'complexity', used: page,
    summary: 'Economic complexity of regions (ECI) and activities (PCI); with PCI given, ECI as its mean over what a region has',
    input: z.object({ ...presenceShape, ...pciShape }),
    output: z.object({
      regions: results.describe('ECI'), activities: results.describe('PCI'), eigenvalues: z.array(z.number()), complexityFrom: complexityFromWords,
      few: z.boolean().describe(`fewer than ${leastRegions} regions: the index of these regions alone is meaningless, take PCI from elsewhere`),
      diversity: z.array(z.number()), ubiquity: z.array(z.number()),
    }),
    example: { presence: four },
    run: (input) => {
      const presence = toPresence(input), { diversity, ubiquity } = diversityOf(presence)
      const shape = { diversity: Array.from(diversity), ubiquity: Array.from(ubiquity), few: presence.regions < leastRegions }
      if (input.complexity !== undefined) {
        need('complexity', input.complexity, presence.activities)
        const pci = toNumbers(input.complexity)
        return { ...shape, regions: toList(complexityFrom(presence, pci)), activities: toList(pci), eigenvalues: [], complexityFrom: 'given' as const, few: false }
      }
      const found = complexityIndex(presence, input.scale)
      if (typeof found === 'string') {
        return { ...shape, regions: Array.from(diversity, () => ({ reason: found })), activities: Array.from(ubiquity, () => ({ reason: found })), eigenvalues: [], complexityFrom: 'these-regions' as const }
      }
      return { ...shape, regions: toList(found.regions), activities: toList(found.activities), eigenvalues: [...found.eigenvalues], complexityFrom: 'these-regions' as const }
    },
  }),
  entry({
    name: 'reflections', used: 'terminal only',
    summary: 'Complexity step by step: k_r,N = Σ M k_i,N−1 ÷ k_r, and the same for activities',
    input: z.object({ ...presenceShape, steps: z.int().min(0).max(1000).default(20).describe('N') }),
    output: z.object({ regions: tables.describe('one list per step, from 0 to N'), activities: tables }),
    example: { presence: [[1, 1], [1, 0]], steps: 2 },
    run: (input) => {
      const found = reflections(toPresence(input), input.steps)
      return { regions: found.regions.map((one) => toList(one)), activities: found.activities.map((one) => toList(one)) }
    },
  }),
  entry({
    name: 'fitness', used: 'terminal only',
    summary: 'Fitness of regions, complexity of activities: F_r = Σ M Q_i, Q_i = 1 ÷ Σ (M ÷ F_r), each by its mean',
    input: z.object({
      ...presenceShape, rounds: z.int().min(0).max(10_000).default(20),
      order: z.enum(['together', 'in-turn']).default('together').describe('together: both from the round before, as published; in-turn: Q from the F of the same round'),
    }),
    output: z.object({ fitness: results.describe('F'), complexity: results.describe('Q') }),
    example: { presence: four },
    run: (input) => {
      const found = fitness({ presence: toPresence(input), rounds: input.rounds, rule: input.order })
      return { fitness: toList(found.fitness), complexity: toList(found.complexity) }
    },
  }),
  entry({
    name: 'outlook', used: 'terminal only',
    summary: 'What is within reach? COI_r = Σ ω_ri (1 − M_ri) PCI_i',
    input: z.object({ ...presenceShape, ...relatednessShape, self, ...pciShape }),
    output: z.object({ outlook: results.describe('COI'), complexity: results.describe('the PCI used'), complexityFrom: complexityFromWords, density: tables }),
    example: { presence: four, complexity: [1.2, 0.3, -0.4, -1.1] },
    run: (input) => {
      const presence = toPresence(input), phi = toPhi(input.relatedness, input.form, presence)
      const { pci, from, reason } = toPci(input.complexity, presence, input.scale)
      const density = relatednessDensity({ presence, phi, self: input.self })
      const shape = { complexityFrom: from, density: toTable(density.values, presence.activities, density.why) }
      if (reason !== undefined) return { ...shape, outlook: Array.from({ length: presence.regions }, () => ({ reason: reason as 'too-few' })), complexity: Array.from(pci, () => ({ reason: reason as 'too-few' })) }
      return { ...shape, outlook: toList(outlook({ presence, density: density.values, complexity: pci })), complexity: toList(pci) }
    },
  }),
  entry({
    name: 'outlook-gain', used: 'terminal only',
    summary: 'Which new activity opens most doors? COG_ri = (1 − M_ri) Σ_j (1 − M_rj) φ_ij PCI_j ÷ Σ_l φ_lj',
    input: z.object({
      ...presenceShape, ...relatednessShape, self, ...pciShape,
      gain: z.enum(gainForms).default('code').describe('code: as the two public programs; atlas: the printed text, which also subtracts (1 − ω)·PCI'),
    }),
    output: z.object({ gain: tables.describe('COG, regions × activities'), gainForm: z.enum(gainForms), complexity: results, complexityFrom: complexityFromWords }),
    example: { presence: four, complexity: [1.2, 0.3, -0.4, -1.1] },
    run: (input) => {
      const presence = toPresence(input), phi = toPhi(input.relatedness, input.form, presence)
      const { pci, from, reason } = toPci(input.complexity, presence, input.scale)
      const { values: density } = relatednessDensity({ presence, phi, self: input.self })
      const found = outlookGain({ presence, phi, complexity: pci, self: input.self, form: input.gain, density })
      const gain = reason === undefined ? toTable(found, presence.activities) : toTable(found, presence.activities).map((cells) => cells.map(() => ({ reason: reason as 'too-few' })))
      return { gain, gainForm: input.gain, complexity: toResults(Array.from(pci, (one) => (Number.isNaN(one) ? ((reason ?? 'no-data') as 'no-data') : one))), complexityFrom: from }
    },
  }),
  entry({
    name: 'income-content', used: 'terminal only',
    summary: 'Do rich regions do this? PRODY_i of activities, EXPY_r of regions, in the unit of income',
    input: z.object({ values: economyShape.values, regionTotals: economyShape.regionTotals, income: z.array(z.number().nullable()).describe('GDP per head of each region'), missing }),
    output: z.object({ activities: results.describe('PRODY'), regions: results.describe('EXPY') }),
    example: { values: fiveByFive, income: [100, 120, 90, 140] },
    run: (input) => {
      const economy = toEconomy(input)
      need('income', input.income, economy.regions)
      const found = incomeContent({ economy, income: toNumbers(input.income), missing: input.missing })
      return { activities: toResults(found.activities), regions: toResults(found.regions) }
    },
  }),
]
