// Methods 4.1 by name: what a region has much of, and how special or diverse it is.
import { z } from 'zod'
import { rowOf, totalsOf } from '../../economy.ts'
import { entropyOf } from '../../entropy.ts'
import { giniOfSpecialisation } from '../../gini-of-specialisation.ts'
import { hachmanIndex } from '../../hachman-index.ts'
import { herfindahl } from '../../herfindahl.ts'
import { krugmanIndex } from '../../krugman-index.ts'
import { locationQuotients } from '../../location-quotient.ts'
import { boundHidden, stateQuotients, statements } from '../../location-quotient-statement.ts'
import { quotientVariants } from '../../location-quotient-variants.ts'
import { presenceOf } from '../../complexity/presence.ts'
import { varietyOf } from '../../variety.ts'
import { whereAnIndustrySits } from '../../where-an-industry-sits.ts'
import { type Entry, entry, result, toNumbers, toResult } from '../entry.ts'
import { economyShape, missing, need, size, sizeList, toEconomy, toList, toTable } from './inputs.ts'

const page = '/evidence/specialisation'
const results = z.array(result)
const tables = z.array(results)
const base = z.union([z.literal('e'), z.number().positive()]).default('e').describe('base of the logarithm: e for nats, 2 for bits, 10')
const toBase = (one: 'e' | number): number => (one === 'e' ? Math.E : one)
const fiveByFive = { values: [[100, 0, 0, 0, 0], [0, 15, 5, 70, 10], [0, 20, 10, 20, 50], [0, 25, 30, 5, 40], [0, 40, 55, 5, 0]] }
const farhauer = { values: [[1714]], regionTotals: [79_006], reference: [879_213], referenceTotal: 15_593_224 }

export const shareEntries: readonly Entry[] = [
  entry({
    name: 'location-quotient', used: page,
    summary: 'Is an activity over-represented here? LQ = (J_ri ÷ J_r) ÷ (J_i ÷ J), with exact binomial bounds, presence and bounds for confidential cells',
    input: z.object({
      ...economyShape,
      leastJobs: z.number().min(0).default(10).describe('under so many jobs nothing is said of the quotient'),
      perUnit: z.number().positive().default(1).describe('jobs in one unit of the figures: 1000 for thousands'),
      level: z.number().gt(0).lt(1).default(0.95).describe('level of the interval'),
      threshold: z.number().default(1).describe('the quotient from which an activity is present'),
      rule: z.enum(['at-least', 'above']).default('at-least').describe('whether a quotient equal to the threshold is present'),
    }),
    output: z.object({
      values: tables.describe('LQ, regions × activities'), low: tables, high: tables,
      presence: z.array(z.array(z.number())).describe('M: 1 where the quotient reaches the threshold'),
      statements: z.array(z.array(z.enum(statements))).describe('above or below: the whole interval is; unclear: it holds 1; few: under the least jobs; unknown: no quotient'),
      regionTotals: results, activityTotals: results, total: result,
      shortRegions: z.array(z.number()).describe('rows whose total is a sum without their missing cells'), shortActivities: z.array(z.number()),
      hidden: z.array(z.object({ region: z.number(), activity: z.number(), low: z.number(), high: z.number(), quotientLow: z.number().nullable(), quotientHigh: z.number().nullable() }))
        .describe('bounds of the missing cells from the published totals (only where regionTotals are given)'),
    }),
    example: farhauer,
    run: (input) => {
      const economy = toEconomy(input), quotients = locationQuotients(economy), width = economy.activities
      const said = stateQuotients({ economy, quotients, leastJobs: input.leastJobs, level: input.level, perUnit: input.perUnit })
      const { has } = presenceOf({ quotients: quotients.values, regions: economy.regions, activities: width, threshold: input.threshold, rule: input.rule })
      const rows = Array.from({ length: economy.regions }, (_, r) => r)
      return {
        values: toTable(quotients.values, width, quotients.why), low: toTable(said.low, width, quotients.why), high: toTable(said.high, width, quotients.why),
        presence: rows.map((r) => Array.from(has.subarray(r * width, (r + 1) * width))), statements: rows.map((r) => said.says.slice(r * width, (r + 1) * width)),
        regionTotals: toList(quotients.totals.ofRegion), activityTotals: toList(quotients.totals.ofActivity), total: toResult(Number.isFinite(quotients.totals.all) ? quotients.totals.all : 'out-of-domain'),
        shortRegions: rows.filter((r) => quotients.totals.regionShort[r] === 1), shortActivities: Array.from({ length: width }, (_, i) => i).filter((i) => quotients.totals.activityShort[i] === 1),
        hidden: [...boundHidden({ economy, quotients })],
      }
    },
  }),
  entry({
    name: 'location-quotient-variants', used: 'terminal only',
    summary: 'The relatives of the quotient: additive (share points), symmetric (−1…1), per head of population',
    input: z.object({ ...economyShape, people: sizeList.optional().describe('people per region, for the form per head'), peopleTotal: z.number().min(0).optional().describe('people of the reference economy; the sum of people otherwise') }),
    output: z.object({ additive: tables, symmetric: tables, perHead: tables.nullable() }),
    example: { values: [[20, 80], [80, 820]], people: [50, 1950] },
    run: (input) => {
      const economy = toEconomy(input)
      need('people', input.people, economy.regions)
      const { additive, symmetric, perHead } = quotientVariants({ economy, people: input.people === undefined ? undefined : toNumbers(input.people), peopleTotal: input.peopleTotal })
      const table = (one: typeof additive) => toTable(one.values, economy.activities, one.why)
      return { additive: table(additive), symmetric: table(symmetric), perHead: perHead === null ? null : table(perHead) }
    },
  }),
  entry({
    name: 'krugman-index', used: page,
    summary: 'How unlike the reference is the structure? Σ |s_ri − s_i|, 0–2, and its half, the coefficient of specialisation',
    input: z.object({ ...economyShape, missing }),
    output: z.object({ index: results, coefficient: results }),
    example: fiveByFive,
    run: (input) => {
      const economy = toEconomy(input), { ofActivity } = totalsOf(economy)
      const all = economy.sizes.length === 0 ? [] : Array.from({ length: economy.regions }, (_, r) => krugmanIndex({ region: rowOf(economy, r), reference: ofActivity, missing: input.missing }))
      return { index: all.map(({ index }) => toResult(index)), coefficient: all.map(({ coefficient }) => toResult(coefficient)) }
    },
  }),
  entry({
    name: 'herfindahl', used: page,
    summary: 'How concentrated on few activities? H = Σ s², normalised (H − 1/p) ÷ (1 − 1/p), equivalent number 1 ÷ H',
    input: z.object({ values: economyShape.values, missing }),
    output: z.object({ index: results, normalised: results, equivalentNumber: results }),
    example: { values: [[2, 1, 1]] },
    run: (input) => {
      const economy = toEconomy(input), all = Array.from({ length: economy.regions }, (_, r) => herfindahl({ row: rowOf(economy, r), missing: input.missing }))
      return { index: all.map(({ index }) => toResult(index)), normalised: all.map(({ normalised }) => toResult(normalised)), equivalentNumber: all.map(({ equivalentNumber }) => toResult(equivalentNumber)) }
    },
  }),
  entry({
    name: 'entropy', used: page,
    summary: 'How diverse? −Σ s ln s in nats (or another base), and ÷ ln p as the normalised form',
    input: z.object({ values: economyShape.values, missing, base }),
    output: z.object({ entropy: results, normalised: results }),
    example: { values: [[2, 1, 1]] },
    run: (input) => {
      const economy = toEconomy(input), all = Array.from({ length: economy.regions }, (_, r) => entropyOf({ row: rowOf(economy, r), missing: input.missing, base: toBase(input.base) }))
      return { entropy: all.map(({ entropy }) => toResult(entropy)), normalised: all.map(({ normalised }) => toResult(normalised)) }
    },
  }),
  entry({
    name: 'variety', used: page,
    summary: 'Diversity between groups of activities (unrelated) and inside them (related); together the entropy',
    input: z.object({ values: economyShape.values, groups: z.array(z.string()).describe('the group of each activity'), missing, base }),
    output: z.object({ unrelated: results, related: results, entropy: results, groups: z.array(z.array(z.object({ group: z.string(), share: z.number().describe('P_g'), inside: z.number().describe('entropy inside the group') }))) }),
    example: { values: [[2, 1, 1]], groups: ['A', 'B', 'B'] },
    run: (input) => {
      const economy = toEconomy(input)
      if (economy.regions > 0) need('groups', input.groups, economy.activities)
      const all = Array.from({ length: economy.regions }, (_, r) => varietyOf({ row: rowOf(economy, r), groups: input.groups, missing: input.missing, base: toBase(input.base) }))
      return { unrelated: all.map(({ unrelated }) => toResult(unrelated)), related: all.map(({ related }) => toResult(related)), entropy: all.map(({ entropy }) => toResult(entropy)), groups: all.map(({ groups }) => [...groups]) }
    },
  }),
  entry({
    name: 'hachman-index', used: page,
    summary: 'How like the reference is the structure? 1 ÷ Σ s_ri LQ_ri, 0–1, 1 = alike',
    input: z.object({ ...economyShape, missing }),
    output: z.object({ index: results }),
    example: fiveByFive,
    run: (input) => {
      const economy = toEconomy(input), { ofActivity } = totalsOf(economy)
      return { index: Array.from({ length: economy.activities === 0 ? 0 : economy.regions }, (_, r) => toResult(hachmanIndex({ region: rowOf(economy, r), reference: ofActivity, missing: input.missing }))) }
    },
  }),
  entry({
    name: 'gini-of-specialisation', used: page,
    summary: 'How uneven are the quotients of a region? (2 ÷ (p² R̄)) Σ λ (R_(λ) − R̄)',
    input: z.object({ ...economyShape, quotients: z.array(z.array(size)).optional().describe('R: quotients in place of those from the values'), values: economyShape.values.optional() }),
    output: z.object({ index: results, quotients: tables }),
    example: fiveByFive,
    run: (input) => {
      const economy = toEconomy({ ...input, values: input.quotients ?? input.values ?? [] })
      const { values, why } = input.quotients === undefined ? locationQuotients(economy) : { values: economy.sizes, why: undefined }
      const width = economy.activities
      return { index: Array.from({ length: economy.regions }, (_, r) => toResult(giniOfSpecialisation(values.subarray(r * width, (r + 1) * width)))), quotients: toTable(values, width, why) }
    },
  }),
  entry({
    name: 'where-an-industry-sits', used: 'terminal only',
    summary: 'Where activities sit among regions: Hoover index (0–100), Hoover–Gini (0–1), locational Gini (0–0.5)',
    input: z.object({ values: economyShape.values, people: sizeList.optional().describe('people per region'), regionTotals: sizeList.optional().describe('J_r, in place of the sums of the rows') }),
    output: z.object({ hoover: results, hooverGini: results, locationalGini: results }),
    example: { ...fiveByFive, people: [10, 17, 24, 31, 38] },
    run: (input) => {
      const economy = toEconomy(input)
      need('people', input.people, economy.regions)
      const { ofRegion } = totalsOf(economy), people = input.people === undefined ? undefined : toNumbers(input.people)
      const all = Array.from({ length: economy.activities }, (_, i) => whereAnIndustrySits({ sizes: economy.sizes.filter((_, at) => at % economy.activities === i), people, regionTotals: ofRegion }))
      return { hoover: all.map(({ hoover }) => toResult(hoover)), hooverGini: all.map(({ hooverGini }) => toResult(hooverGini)), locationalGini: all.map(({ locationalGini }) => toResult(locationalGini)) }
    },
  }),
]
