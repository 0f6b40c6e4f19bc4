// Methods for people's answers by name; weights from budgets and pair comparisons are in weights-from-people.ts.
import { z } from 'zod'
import { ballots } from '../stakeholders/ballots.ts'
import { delphi } from '../stakeholders/delphi.ts'
import { importancePerformance } from '../stakeholders/importance-performance.ts'
import { kendallW } from '../stakeholders/kendall-w.ts'
import { quadraticKappa } from '../stakeholders/quadratic-kappa.ts'
import { type Entry, entry, result, row, table, toNumbers, toResults, WrongInput } from './entry.ts'
import { inResults, items, least, nameOf, people, toAnswers, whole } from './people-answers.ts'
import { weightsFromPeople } from './weights-from-people.ts'

const answers = table.describe('one row per person, one column per item; null = no answer')
const share = z.number().min(0).max(1)

const key = z.union([z.string(), whole])
const ballotsEntry = entry({
  name: 'ballots', summary: 'One order of priorities from many people’s orders: Borda, Dowdall and pairwise wins side by side', used: 'terminal only',
  input: z.object({
    rankings: z.array(z.array(key)).describe('one list per ballot, best first, names or indices; may be cut short'), items: z.array(z.string()).optional().describe('all items; where absent those that are named, in order'),
    weights: z.array(z.number().min(0)).optional().describe('how often a ballot counts'),
    unrankedBorda: z.enum(['share', 'nothing']).default('share').describe('the unranked share the remaining points'), unrankedDowdall: z.enum(['share', 'nothing']).default('nothing'),
  }),
  output: z.object({
    items: z.array(z.object({
      item: z.string(), borda: z.number(), dowdall: z.number(), copeland: z.number(), wins: whole, losses: whole, draws: whole,
      bordaRank: result, dowdallRank: result, copelandRank: result,
    })),
    before: z.array(z.array(z.number())).describe('ballots that put the row before the column'), condorcetWinner: z.string().nullable(), condorcetCycle: z.boolean(),
    cycles: z.array(z.array(z.string())).describe('items that beat each other in a circle'), firstsAgree: z.boolean(), ordersAgree: z.boolean(), counted: whole, empty: whole,
  }),
  example: { rankings: [['A', 'B', 'C'], ['B', 'C', 'A'], ['C', 'A', 'B'], ['A']], items: ['A', 'B', 'C'] },
  run: ({ rankings, items: given, weights, ...how }) => {
    const names = given ?? [...new Set(rankings.flat())].sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0)).map(String)
    if (new Set(names).size !== names.length) throw new WrongInput('items: the same name twice')
    if (weights !== undefined && weights.length !== rankings.length) throw new WrongInput(`weights: ${weights.length} for ${rankings.length} ballots`)
    const numbered = rankings.map((ranking, ballot) => {
      const list = ranking.map((one) => {
        const at = typeof one === 'number' && given !== undefined ? one : names.indexOf(String(one))
        if (at < 0 || at >= names.length) throw new WrongInput(`rankings[${ballot}]: there is no item “${one}”`)
        return at
      })
      if (new Set(list).size !== list.length) throw new WrongInput(`rankings[${ballot}]: an item stands twice`)
      return list
    })
    const found = ballots(numbered, names.length, { ...how, ...(weights === undefined ? {} : { weights: toNumbers(weights) }) })
    const [borda, dowdall, copeland] = [found.ranks.borda, found.ranks.dowdall, found.ranks.copeland].map(toResults)
    return {
      items: names.map((item, at) => ({
        item, borda: found.borda[at] as number, dowdall: found.dowdall[at] as number, copeland: found.copeland[at] as number,
        wins: found.wins[at] as number, losses: found.losses[at] as number, draws: found.draws[at] as number,
        bordaRank: borda?.[at] ?? 0, dowdallRank: dowdall?.[at] ?? 0, copelandRank: copeland?.[at] ?? 0,
      })),
      before: names.map((_, at) => Array.from(found.before.subarray(at * names.length, (at + 1) * names.length))),
      condorcetWinner: found.condorcetWinner === null ? null : names[found.condorcetWinner] as string, condorcetCycle: found.cycles.length > 0,
      cycles: found.cycles.map((cycle) => cycle.map((at) => names[at] as string)), firstsAgree: found.firstsAgree, ordersAgree: found.ordersAgree, counted: found.counted, empty: found.empty,
    }
  },
})

const delphiItem = z.object({
  item: z.string(), n: whole, mean: result, deviation: result, variation: result, median: result, q1: result, q3: result, range: result,
  shareAgreeing: result, shareNearMedian: result, shareBelow: result, shareAbove: result, agreedByRange: z.boolean(), agreedByShare: z.boolean(), agreed: z.boolean(),
})
const delphiEntry = entry({
  name: 'delphi', summary: 'Whether experts converge: quartiles, consensus by the declared rule, stability between rounds', used: 'terminal only',
  input: z.object({
    rounds: z.array(answers).min(1).describe('R: one table per round, the same people and items'), items, people,
    lowest: z.number().default(1), highest: z.number().default(7).describe('ends of the scale of answers'), agreesFrom: z.number().default(5),
    rule: z.enum(['interquartile-range', 'agreement', 'either']).default('either').describe('declared before round 1'),
    largestRange: z.number().min(0).optional().describe('where absent: 1, and 2 on a scale of 9 points or more'), leastAgreement: share.default(0.75),
    largestVariationChange: z.number().min(0).default(0.2), largestShareChanged: share.default(0.15).describe('stable below this share'), leastPeople: least,
  }),
  output: z.object({
    rounds: z.array(z.array(delphiItem)), largestRange: z.number(),
    steps: z.array(z.array(z.object({
      item: z.string(), pairs: whole, kappa: result.describe('quadratic'), unweightedKappa: result, variationChange: result, shareChanged: result, stable: z.boolean(), next: z.enum(['stop-agreed', 'stop-dissent', 'ask-again']),
    }))).describe('between each round and the next'),
  }),
  example: { rounds: [[[4, 2], [5, 6], [5, 7], [6, 1], [7, 4]], [[5, 2], [5, 6], [5, 7], [6, 1], [6, 4]]], items: ['skills', 'roads'] },
  run: ({ rounds, items: names, people: rows, leastPeople: atLeast, largestRange, ...how }) => {
    if (!(how.highest > how.lowest)) throw new WrongInput('highest: the scale rises from lowest to highest')
    const tables = rounds.map((values, at) => toAnswers(values, { items: names, people: rows, key: `rounds[${at}]` }))
    tables.forEach((one, at) => { if (one.rows !== tables[0]?.rows || one.columns !== tables[0]?.columns) throw new WrongInput(`rounds[${at}]: ${one.rows} people and ${one.columns} items, the first round has ${tables[0]?.rows} and ${tables[0]?.columns}`) })
    const found = delphi(tables, { ...how, least: atLeast, ...(largestRange === undefined ? {} : { largestRange }) })
    return {
      largestRange: found.largestRange,
      rounds: found.rounds.map((list) => list.map(({ n, agreedByRange, agreedByShare, agreed, ...one }, at) => ({ item: nameOf(names, at), n, ...inResults(one), agreedByRange, agreedByShare, agreed }))),
      steps: found.steps.map((list) => list.map(({ pairs, stable, next, ...one }, at) => ({ item: nameOf(names, at), pairs, ...inResults(one), stable, next }))),
    }
  },
})
const kappaEntry = entry({
  name: 'quadratic-kappa', summary: 'Whether the same people answered the same in two rounds, beyond chance', used: 'terminal only',
  input: z.object({ first: row.describe('one answer per person, null = none'), second: row }),
  output: z.object({ kappa: result, unweighted: result, observed: result.describe('Σ w O'), expected: result.describe('Σ w E'), pairs: whole, dropped: whole, changed: result }),
  example: { first: [1, 2, 3, 4], second: [1, 2, 3, 3] },
  run: ({ first, second }) => {
    if (first.length !== second.length) throw new WrongInput(`second: ${second.length} answers, first has ${first.length}`)
    const { pairs, dropped, ...found } = quadraticKappa(toNumbers(first), toNumbers(second))
    return { ...inResults(found), pairs, dropped }
  },
})
const kendallEntry = entry({
  name: 'kendall-w', summary: 'Whether people put the same things in the same order: Kendall’s coefficient of concordance', used: 'terminal only',
  input: z.object({ values: answers, items, people }),
  output: z.object({ w: result, chiSquare: result, degrees: whole, p: result, people: whole, dropped: whole.describe('rows with a gap'), ties: z.number().describe('Σ T'), meanSpearman: result, items: z.array(z.object({ item: z.string(), rankSum: z.number() })) }),
  example: { values: [[1, 2, 3], [1, 2, 3], [2, 1, 3]], items: ['skills', 'roads', 'parks'] },
  run: ({ values, items: names, people: rows }) => {
    const { w, chiSquare, p, meanSpearman, rankSums, ...found } = kendallW(toAnswers(values, { items: names, people: rows }))
    return { ...inResults({ w, chiSquare, p, meanSpearman }), ...found, items: Array.from(rankSums, (rankSum, at) => ({ item: nameOf(names, at), rankSum })) }
  },
})

const field = z.enum(['keep-up', 'concentrate-here', 'possible-overkill', 'low-priority']).nullable()
const cross = z.object({ importance: result, performance: result })
const importanceEntry = entry({
  name: 'importance-performance', summary: 'Where to act first: fields of importance and performance under three crosses, gaps with paired t and Holm', used: 'terminal only',
  input: z.object({
    importance: answers.describe('I: one row per person, one column per item'), performance: answers.describe('P: the same people and items'), items, people,
    lowest: z.number().default(1), highest: z.number().default(5).describe('ends of the scale, for the cross in its middle'), leastPeople: least,
  }),
  output: z.object({
    crosses: z.object({ means: cross, medians: cross, middle: cross }),
    items: z.array(z.object({
      item: z.string(), importance: result, performance: result, importanceMedian: result, performanceMedian: result, pairs: whole, gap: result, deviation: result,
      t: result, degrees: whole, p: result, pHolm: result, field: z.object({ means: field, medians: field, middle: field }), moves: z.boolean().describe('the field depends on the cross'), diagonal: z.enum(['improve', 'keep']).nullable(),
    })),
  }),
  example: { importance: [[5, 2], [4, 3], [5, 3], [4, 2], [5, 2]], performance: [[3, 4], [3, 4], [2, 5], [3, 4], [2, 4]], items: ['skills', 'roads'] },
  run: ({ importance, performance, items: names, people: rows, leastPeople: atLeast, lowest, highest }) => {
    const tables = [toAnswers(importance, { items: names, people: rows, key: 'importance' }), toAnswers(performance, { items: names, people: rows, key: 'performance' })] as const
    if (tables[0].rows !== tables[1].rows || tables[0].columns !== tables[1].columns) throw new WrongInput('performance: not the people and items of importance')
    const found = importancePerformance(...tables, { lowest, highest, least: atLeast })
    const crossed = ({ importance: i, performance: p }: typeof found.crosses.means) => inResults({ importance: i, performance: p })
    return {
      crosses: { means: crossed(found.crosses.means), medians: crossed(found.crosses.medians), middle: crossed(found.crosses.middle) },
      items: found.items.map(({ pairs, degrees, field: fields, moves, diagonal, ...one }, at) => ({ item: nameOf(names, at), ...inResults(one), pairs, degrees, field: fields, moves, diagonal })),
    }
  },
})

export const stakeholdersEntries: readonly Entry[] = [...weightsFromPeople, ballotsEntry, delphiEntry, kappaEntry, kendallEntry, importanceEntry]
