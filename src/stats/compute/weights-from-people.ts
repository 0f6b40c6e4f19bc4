// Weights that people give, by name: budgets and comparisons in pairs.
import { z } from 'zod'
import type { Ahp, AhpHow } from '../stakeholders/ahp.ts'
import { ahp } from '../stakeholders/ahp.ts'
import { ahpGroup } from '../stakeholders/ahp-group.ts'
import { budgetAllocation } from '../stakeholders/budget-allocation.ts'
import { toComparisons, toSquare } from './comparisons.ts'
import { type Entry, entry, result, table, toNumbers, toResult, toResults, WrongInput } from './entry.ts'
import { inResults, items, least, nameOf, people, toAnswers, whole } from './people-answers.ts'

const spread = { min: result, q1: result, median: result, q3: result, max: result, deviation: result }
const budget = entry({
  name: 'budget-allocation', summary: 'Weights from people who share out 100 points among items', used: 'terminal only',
  input: z.object({
    values: z.array(z.array(z.number().min(0).nullable())).describe('B: points, one row per person, one column per item'), items, people,
    total: z.number().positive().default(100), tolerance: z.number().min(0).default(1e-6).describe('how far a sum may be from the total'),
    trim: z.number().min(0).lt(0.5).default(0.1).describe('share cut at each end of the trimmed mean'),
    groups: z.array(z.string()).optional().describe('one text per person'),
    counting: z.enum(['people', 'groups']).default('people').describe('everybody counts the same, or every group does'), leastPeople: least,
  }),
  output: z.object({
    weights: z.array(result), weightsFromMedians: z.array(result), weightsFromTrimmedMeans: z.array(result), people: whole, used: whole,
    toAsk: z.array(z.object({ person: z.string(), sum: z.number(), why: z.enum(['sum', 'incomplete']) })).describe('not counted: their points do not add up'),
    items: z.array(z.object({ item: z.string(), n: whole, mean: result, trimmedMean: result, variation: result, ...spread })),
    groups: z.array(z.object({ group: z.string(), people: whole, ofPeople: z.number(), counts: z.number(), weights: z.array(result) })),
  }),
  example: { values: [[50, 30, 20], [30, 50, 20], [40, 40, 20], [60, 20, 20], [20, 60, 20], [50, 50, 50]], items: ['skills', 'roads', 'parks'] },
  run: ({ values, items: names, people: rows, groups, leastPeople: atLeast, ...how }) => {
    if (groups !== undefined && groups.length !== values.length) throw new WrongInput(`groups: ${groups.length} texts for ${values.length} people`)
    const found = budgetAllocation(toAnswers(values, { items: names, people: rows }), { ...how, least: atLeast, ...(groups === undefined ? {} : { groups }) })
    return {
      weights: toResults(found.weights), weightsFromMedians: toResults(found.weightsFromMedians), weightsFromTrimmedMeans: toResults(found.weightsFromTrimmedMeans),
      people: values.length, used: found.used, toAsk: found.toAsk.map(({ row, sum, why }) => ({ person: nameOf(rows, row), sum, why })),
      items: found.items.map(({ n, ...one }, at) => ({ item: nameOf(names, at), n, ...inResults(one) })),
      groups: found.groups.map((one) => ({ ...one, weights: toResults(one.weights) })),
    }
  },
})

const method = z.enum(['eigenvector', 'geometric-mean']).default('eigenvector')
const limit = z.number().min(0).default(0.1).describe('a consistency ratio up to here is accepted')
const randomIndex = z.number().min(0).optional().describe('RI of so many items; the simulated list where absent (5 items: 1.1081014)')
const comparisons = table.describe('A: how many times more the row matters than the column; null = not answered; one side of a pair is enough')
const answers = z.array(z.number().nullable()).describe('instead of values: pairs (1,2), (1,3) … (2,3) …; 5 = the second matters five times more, -5 = the first')
const consistency = {
  weights: z.array(result), largestEigenvalue: result, consistencyIndex: result, randomIndex: result, consistencyRatio: result, acceptable: z.boolean().nullable(), missingPairs: z.number(),
  worstPair: z.object({ row: z.string(), column: z.string(), error: z.number(), answered: z.number(), implied: z.number() }).nullable().describe('the largest a_ij w_j / w_i: ask about it'),
}
const sayAhp = (found: Ahp, names: readonly string[] | undefined) => ({
  ...inResults({ largestEigenvalue: found.largestEigenvalue, consistencyIndex: found.consistencyIndex, randomIndex: found.randomIndex, consistencyRatio: found.consistencyRatio }),
  weights: toResults(found.weights), acceptable: found.acceptable, missingPairs: found.missingPairs,
  worstPair: found.worstPair && { ...found.worstPair, row: nameOf(names, found.worstPair.row), column: nameOf(names, found.worstPair.column) },
})
const howOf = ({ randomIndex: index, ...how }: Omit<AhpHow, 'randomIndex'> & { readonly randomIndex?: number | undefined }): AhpHow => ({ ...how, ...(index === undefined ? {} : { randomIndex: index }) })
const needNames = (names: readonly string[] | undefined, n: number): void => { if (names !== undefined && names.length !== n) throw new WrongInput(`items: ${names.length} names for ${n} items`) }
/** Beyond seven items nobody keeps pair comparisons consistent. */
const mostItems = 7

const ahpOne = entry({
  name: 'ahp', summary: 'Weights of one person from comparisons in pairs, with the consistency ratio', used: 'terminal only',
  input: z.object({ values: comparisons.optional(), answers: answers.optional(), items, method, limit, randomIndex }),
  output: z.object({ ...consistency, errors: z.array(z.array(result)).describe('a_ij w_j / w_i: 1 where the answer is what the weights say'), fewEnough: z.boolean().describe('up to 7 items; beyond them use another method') }),
  example: { values: [[1, 2, 6], [null, 1, 3], [null, null, 1]], items: ['skills', 'roads', 'parks'] },
  run: ({ values, answers: list, items: names, ...how }) => {
    if ((values === undefined) === (list === undefined)) throw new WrongInput('values: give either values or answers')
    const square = toComparisons(values ?? toSquare(list ?? [], 'answers'), 'values')
    needNames(names, square.n)
    const found = ahp(square.values, square.n, howOf(how))
    return {
      ...sayAhp(found, names), fewEnough: square.n <= mostItems,
      errors: Array.from({ length: square.n }, (_, at) => Array.from(found.errors.subarray(at * square.n, (at + 1) * square.n), (one) => (Number.isNaN(one) ? toResult('no-data') : one))),
    }
  },
})
const ahpMany = entry({
  name: 'ahp-group', summary: 'One set of weights from many people’s comparisons in pairs, with spread and consistency', used: 'terminal only',
  input: z.object({
    matrices: z.array(comparisons).optional().describe('one square per person'), answers: z.array(answers).optional().describe('instead of matrices: one list per person'), items, people,
    method, limit, randomIndex, combine: z.enum(['judgements', 'priorities']).default('judgements').describe('geometric mean of the judgements, then weights; or of everybody’s weights'),
    peopleWeights: z.array(z.number().min(0)).optional(), inconsistentPeople: z.enum(['count', 'leave-out']).default('count').describe('what becomes of people beyond the limit'),
    groups: z.array(z.string()).optional().describe('one text per person: the weights of each group beside those of all'), leastPeople: least,
  }),
  output: z.object({
    weights: z.array(result), common: z.object(consistency).nullable().describe('of the common matrix; null when priorities are combined'),
    people: z.array(z.object({ person: z.string(), ...consistency })), spread: z.array(z.object({ item: z.string(), n: whole, ...spread })),
    counted: whole, leftOut: z.array(z.string()), inconsistent: whole, fewEnough: z.boolean(),
    groups: z.array(z.object({ group: z.string(), people: whole, weights: z.array(result), consistencyRatio: result })),
  }),
  example: { matrices: [[[1, 2, 6], [null, 1, 3], [null, null, 1]], [[1, 4, 5], [null, 1, 2], [null, null, 1]]], items: ['skills', 'roads', 'parks'] },
  run: ({ matrices, answers: lists, items: names, people: rows, peopleWeights, groups, leastPeople: atLeast, ...how }) => {
    if ((matrices === undefined) === (lists === undefined)) throw new WrongInput('matrices: give either matrices or answers')
    const squares = (matrices ?? (lists ?? []).map((one, at) => toSquare(one, `answers[${at}]`))).map((one, at) => toComparisons(one, `matrices[${at}]`))
    const n = squares[0]?.n ?? names?.length ?? 0
    squares.forEach((one, at) => { if (one.n !== n) throw new WrongInput(`matrices[${at}]: ${one.n} items, the first has ${n}`) })
    needNames(names, n)
    for (const [key, list] of [['people', rows], ['peopleWeights', peopleWeights], ['groups', groups]] as const) if (list !== undefined && list.length !== squares.length) throw new WrongInput(`${key}: ${list.length} for ${squares.length} people`)
    const of = (chosen: readonly number[]) => ahpGroup(chosen.map((at) => squares[at]?.values as Float64Array), n, {
      ...howOf(how), combine: how.combine, inconsistentPeople: how.inconsistentPeople, ...(peopleWeights === undefined ? {} : { peopleWeights: toNumbers(chosen.map((at) => peopleWeights[at] as number)) }),
    })
    const found = of(squares.map((_, at) => at))
    return {
      weights: toResults(found.weights), common: found.common && sayAhp(found.common, names), people: found.people.map((one, at) => ({ person: nameOf(rows, at), ...sayAhp(one, names) })),
      spread: found.spread.map(({ n: known, ...one }, at) => ({ item: nameOf(names, at), n: known, ...inResults(one) })), counted: found.counted, leftOut: found.leftOut.map((at) => nameOf(rows, at)),
      inconsistent: found.inconsistent, fewEnough: n <= mostItems,
      groups: [...new Set(groups)].sort().map((group) => {
        const chosen = squares.flatMap((_, at) => (groups?.[at] === group ? [at] : []))
        const own = chosen.length < atLeast ? null : of(chosen)
        return { group, people: chosen.length, weights: own === null ? new Array(n).fill(toResult('too-few')) : toResults(own.weights), consistencyRatio: toResult(own === null ? 'too-few' : own.common?.consistencyRatio ?? 'no-data') }
      }),
    }
  },
})

export const weightsFromPeople: readonly Entry[] = [budget, ahpOne, ahpMany]
