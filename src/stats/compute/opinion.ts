// Opinion groups by name: from a log of votes or a table, with groups found or given by hand.
import { z } from 'zod'
import { adjustedRandIndex } from '../opinion/adjusted-rand-index.ts'
import { drawByWeight, nextStatementWeight } from '../opinion/next-statement.ts'
import { type OpinionGroups, opinionGroups } from '../opinion/opinion-groups.ts'
import type { Agreed, Counts, Representative } from '../opinion/representative.ts'
import { toVotes } from '../opinion/votes.ts'
import { randomFrom } from '../random.ts'
import { reasons } from '../reason.ts'
import { type Entry, entry, result, toMatrix, toResult, toResults, WrongInput } from './entry.ts'
import { nameOf, whole } from './people-answers.ts'

const vote = z.union([z.literal(1), z.literal(0), z.literal(-1)])
const id = z.union([z.string(), whole]).transform(String)
const ids = z.array(z.union([z.string(), whole]).transform(String))
const input = z.object({
  votes: z.array(z.object({ person: id, statement: id, vote, time: z.number().optional().describe('any number that grows; where absent the order of the list') })).optional().describe('the log; +1 agree, 0 pass, -1 disagree; the latest counts'),
  values: z.array(z.array(vote.nullable())).optional().describe('instead of votes: V, one row per person by first vote, one column per statement, null = not voted'),
  people: ids.optional().describe('names of the rows of values'), statements: ids.optional().describe('names of the columns; with votes: all statements, in their order'),
  moderatedOut: ids.default([]).describe('statements that count as 0 for everybody on the map'), meta: ids.default([]).describe('statements about the people; on the map like those moderated out'),
  alreadyIn: ids.default([]).describe('people who were in before: once in, always in'),
  groups: z.union([z.array(z.string().nullable()), z.record(z.string(), z.string().nullable())]).optional().describe('made by hand: one per row of values, or by person; then none are looked for'),
  seed: z.int().default(1), leastVotes: whole.default(7), leastIn: whole.default(15).describe('filled up with the most active'),
  leastPeople: whole.default(50).describe('no groups with fewer people in'), leastGroup: whole.default(15).describe('no groups if one has fewer people'),
  draws: whole.max(1000).default(20).describe('for the stability'), leftOut: z.number().min(0).lt(1).default(0.2).describe('share of the people without whom each draw is made'),
})
const place = z.object({ x: z.number(), y: z.number() })
const agreed = z.object({ statement: z.string(), p: z.number(), z: z.number(), score: z.number() })
const counted = { agrees: whole, disagrees: whole, passes: whole, votes: whole }
const why = z.object({ reason: z.enum(reasons) })
const output = z.object({
  map: z.object({ variance: z.array(z.number()).length(2).describe('share on each axis'), together: z.number(), loadings: z.array(z.array(z.number())).length(2), rounds: z.array(whole) }).or(why),
  peopleIn: whole, peopleOut: whole,
  groups: z.array(z.object({
    group: z.string(), people: whole,
    representative: z.array(z.object({ statement: z.string(), direction: z.enum(['agree', 'disagree']), p: z.number(), z1: z.number(), ratio: z.number(), z2: z.number(), score: z.number(), qualifies: z.boolean(), bestAgreed: z.boolean() })),
    counts: z.array(z.object(counted)),
  })).or(why),
  silhouettes: z.array(z.object({ k: whole, silhouette: result, people: z.array(whole) })), baseClusters: z.array(z.object({ x: z.number(), y: z.number(), people: whole })),
  stability: z.object({ mean: result, word: z.enum(['solid', 'moderate', 'weak']).nullable(), indices: z.array(result) }),
  people: z.array(z.object({ person: z.string(), votes: whole, in: z.boolean(), place: place.nullable(), group: z.string().nullable() })),
  statements: z.array(z.object({
    statement: z.string(), state: z.enum(['shown', 'moderated-out', 'meta']), ...counted, place: place.nullable(), extremity: result, consensus: result, consensusAgainst: result, nextWeight: z.number(),
  })),
  agreed: z.array(agreed).describe('what all agree on'), refused: z.array(agreed).describe('what all disagree with'),
})

const tableOf = ({ votes, values, people, statements }: z.output<typeof input>): { readonly values: Float64Array; readonly people: readonly string[]; readonly statements: readonly string[] } => {
  if ((votes === undefined) === (values === undefined)) throw new WrongInput('votes: give either votes or values')
  if (votes !== undefined) {
    const timed = votes.filter(({ time }) => time !== undefined).length
    if (timed !== 0 && timed !== votes.length) throw new WrongInput('votes: a time for every vote, or for none')
    return toVotes(votes.map(({ time, ...one }) => (time === undefined ? one : { ...one, time })), statements)
  }
  const rows = values ?? [], columns = rows[0]?.length ?? statements?.length ?? 0
  if (statements !== undefined && statements.length !== columns) throw new WrongInput(`statements: ${statements.length} names for ${columns} columns`)
  if (people !== undefined && people.length !== rows.length) throw new WrongInput(`people: ${people.length} names for ${rows.length} rows`)
  return { values: toMatrix(rows), people: rows.map((_, at) => nameOf(people, at)), statements: Array.from({ length: columns }, (_, at) => nameOf(statements, at)) }
}
const marks = (names: readonly string[], chosen: readonly string[], key: string): Uint8Array => {
  const unknown = chosen.find((one) => !names.includes(one))
  if (unknown !== undefined) throw new WrongInput(`${key}: “${unknown}” is not there`)
  const wanted = new Set(chosen)
  return Uint8Array.from(names, (name) => (wanted.has(name) ? 1 : 0))
}
const countsAt = ({ agrees, disagrees, votes }: Counts, at: number) => {
  const a = agrees[at] as number, d = disagrees[at] as number, s = votes[at] as number
  return { agrees: a, disagrees: d, passes: s - a - d, votes: s }
}
const placeAt = (places: Float64Array, at: number) => ({ x: places[at * 2] as number, y: places[at * 2 + 1] as number })

const opinion = entry({
  name: 'opinion-groups', summary: 'Groups of opinion from votes: map, groups, what each stands for, what all agree on, stability', used: 'terminal only', input, output,
  example: {
    values: Array.from({ length: 60 }, (_, person) => Array.from({ length: 8 }, (__, statement): 0 | 1 | -1 => ((person * 5 + statement * 3) % 11 === 0 ? 0 : (statement < 4) === (person % 2 === 0) ? 1 : -1))),
    draws: 5,
  },
  run: (asked) => {
    const { values, people, statements } = tableOf(asked)
    const given = asked.groups === undefined ? undefined : Array.isArray(asked.groups) ? asked.groups : people.map((person) => (asked.groups as Record<string, string | null>)[person] ?? null)
    if (given !== undefined && given.length !== people.length) throw new WrongInput(`groups: ${given.length} for ${people.length} people`)
    const meta = marks(statements, asked.meta, 'meta'), out = marks(statements, asked.moderatedOut, 'moderatedOut')
    const { seed, leastVotes, leastIn, leastPeople, leastGroup, draws, leftOut } = asked
    const found = opinionGroups({ values, rows: people.length, columns: statements.length }, {
      hidden: out.map((one, at) => one | (meta[at] as number)), meta: meta.map((one, at) => (out[at] === 1 ? 0 : one)), alreadyIn: marks(people, asked.alreadyIn, 'alreadyIn'),
      seed, leastVotes, leastIn, leastPeople, leastGroup, draws, leftOut, ...(given === undefined ? {} : { given }),
    })
    return say(found, { values, people, statements, meta, out })
  },
})

type Table = { readonly values: Float64Array; readonly people: readonly string[]; readonly statements: readonly string[]; readonly meta: Uint8Array; readonly out: Uint8Array }
const say = (found: OpinionGroups, { values, people, statements, meta, out }: Table): z.input<typeof output> => {
  const map = typeof found.map === 'string' ? null : found.map
  const groups = typeof found.groups === 'string' ? [] : found.groups
  const clusters = typeof found.clusters === 'string' ? null : found.clusters
  const shown = ({ statement, direction, side, qualifies, bestAgreed }: Representative) => ({ statement: statements[statement] as string, direction, ...side, qualifies, bestAgreed })
  const all = ({ statement, ...one }: Agreed) => ({ statement: statements[statement] as string, ...one })
  return {
    map: typeof found.map === 'string' ? { reason: found.map } : { variance: [...found.map.variance], together: found.map.variance[0] + found.map.variance[1], loadings: found.map.loadings.map((one) => Array.from(one)), rounds: [...found.map.rounds] },
    peopleIn: found.peopleIn, peopleOut: people.length - found.peopleIn,
    groups: typeof found.groups === 'string' ? { reason: found.groups } : groups.map(({ name, people: size, representative, counts }) => ({ group: name, people: size, representative: representative.map(shown), counts: statements.map((_, at) => countsAt(counts, at)) })),
    silhouettes: clusters?.tried.map(({ k, silhouette, sizes }) => ({ k, silhouette: toResult(silhouette ?? 'too-few'), people: [...sizes] })) ?? [],
    baseClusters: clusters === null ? [] : Array.from(clusters.baseClusters.sizes, (size, at) => ({ ...placeAt(clusters.baseClusters.centres, at), people: size })),
    stability: { mean: toResult(found.stability.mean), word: found.stability.word, indices: toResults(found.stability.indices) },
    people: people.map((person, row) => ({
      person, votes: values.subarray(row * statements.length, (row + 1) * statements.length).filter((one) => !Number.isNaN(one)).length, in: found.isIn[row] === 1,
      place: map && placeAt(map.places, row), group: groups[found.group[row] as number]?.name ?? null,
    })),
    statements: statements.map((statement, at) => ({
      statement, state: out[at] === 1 ? 'moderated-out' : meta[at] === 1 ? 'meta' : 'shown', ...countsAt(found.counts, at), place: map && placeAt(map.statementPlaces, at),
      extremity: map === null ? toResult(typeof found.map === 'string' ? found.map : 'no-data') : map.extremity[at] as number,
      consensus: toResult(found.consensus[at] as number), consensusAgainst: toResult(found.consensusAgainst[at] as number), nextWeight: found.nextWeights[at] as number,
    })),
    agreed: found.agreed.map(all), refused: found.refused.map(all),
  }
}

const next = entry({
  name: 'next-statement', summary: 'Which statement to ask next: weights by what it says and how new it is, drawn with a seed', used: 'terminal only',
  input: z.object({
    statements: z.array(z.object({
      statement: id.optional(), agrees: whole.describe('A'), passes: whole.describe('P'), votes: whole.describe('S, passes too'), extremity: z.number().min(0).default(0).describe('length of its place on the map'),
      isMeta: z.boolean().default(false), isOut: z.boolean().default(false).describe('moderated out, or already answered: never drawn'),
    })),
    draws: whole.max(1_000_000).default(1).describe('how often one is drawn, each time from all'), seed: z.int().default(1),
  }),
  output: z.object({ statements: z.array(z.object({ statement: z.string(), weight: z.number(), chance: result })), drawn: z.array(z.string()) }),
  example: { statements: [{ statement: 'parks', agrees: 20, passes: 2, votes: 30, extremity: 0.4 }, { statement: 'new', agrees: 0, passes: 0, votes: 0 }, { statement: 'about you', agrees: 3, passes: 1, votes: 9, isMeta: true }], draws: 5 },
  run: ({ statements, draws, seed }) => {
    statements.forEach(({ agrees, passes, votes }, at) => { if (agrees + passes > votes) throw new WrongInput(`statements[${at}].votes: ${votes} votes are fewer than agrees and passes together`) })
    const weights = statements.map(({ isOut, ...one }) => (isOut ? 0 : nextStatementWeight(one)))
    const sum = weights.reduce((all, one) => all + one, 0), random = randomFrom(seed)
    const name = (at: number): string => statements[at]?.statement ?? String(at)
    return {
      statements: weights.map((weight, at) => ({ statement: name(at), weight, chance: sum === 0 ? toResult('zero-denominator') : weight / sum })),
      drawn: Array.from({ length: draws }, () => drawByWeight(weights, random)).flatMap((at) => (at === null ? [] : [name(at)])),
    }
  },
})
const label = z.union([z.string(), z.number()]).nullable()
const rand = entry({
  name: 'adjusted-rand-index', summary: 'How alike two divisions of the same people are, beyond chance', used: 'terminal only',
  input: z.object({ first: z.array(label).describe('one group per person; null = none'), second: z.array(label) }),
  output: z.object({ index: result, counted: whole, table: z.array(z.array(whole)).describe('n_ij'), firstGroups: z.array(z.string()), secondGroups: z.array(z.string()) }),
  example: { first: [1, 1, 1, 2, 2, 2], second: ['a', 'a', 'b', 'b', 'c', 'c'] },
  run: ({ first, second }) => {
    if (first.length !== second.length) throw new WrongInput(`second: ${second.length} groups, first has ${first.length}`)
    const { index, counted: people, table, firstGroups, secondGroups } = adjustedRandIndex(first, second)
    return { index: toResult(index), counted: people, table: table.map((row) => [...row]), firstGroups: [...firstGroups], secondGroups: [...secondGroups] }
  },
})

export const opinionEntries: readonly Entry[] = [opinion, next, rand]
