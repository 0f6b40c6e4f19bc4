// Groups of opinion from votes: who thinks alike, what each group stands for, what all agree on, and how far the picture can be trusted.
// The rules are those of Polis (compdemocracy.org), written anew from its published notes; the seed, the least sizes and the stability are ours.
import { randomFrom } from '../random.ts'
import type { Reason, Value } from '../reason.ts'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { nextStatementWeight } from './next-statement.ts'
import { type OpinionClusters, opinionClusters } from './opinion-clusters.ts'
import { type OpinionMap, opinionMap, type VoteTable } from './opinion-map.ts'
import { type Agreed, consensusOf, type Counts, countVotes, groupInformedConsensus, type Representative, representativeOf } from './representative.ts'

export type OpinionHow = {
  /** 1 = moderated out or meta: 0 for everybody on the map, never shown as representative */
  readonly hidden?: Uint8Array; readonly meta?: Uint8Array
  /** 1 = was in before: once in, always in */
  readonly alreadyIn?: Uint8Array
  /** a group per person made by hand (null = none); nothing is looked for then */
  readonly given?: readonly (string | null)[]
  readonly seed?: number
  readonly leastVotes?: number; readonly leastIn?: number
  /** no groups under so many people in, or with a group under so many */
  readonly leastPeople?: number; readonly leastGroup?: number
  readonly draws?: number; readonly leftOut?: number
}
export type OpinionGroup = { readonly name: string; readonly people: number; readonly counts: Counts; readonly representative: readonly Representative[] }
export type Stability = { readonly mean: Value; readonly word: 'solid' | 'moderate' | 'weak' | null; readonly indices: readonly Value[] }
export type OpinionGroups = {
  readonly isIn: Uint8Array; readonly peopleIn: number
  readonly map: OpinionMap | Reason
  /** as computed, before the least sizes */
  readonly clusters: OpinionClusters | Reason
  readonly groups: readonly OpinionGroup[] | Reason
  /** place in `groups` of each person, −1 for none */
  readonly group: Int32Array
  readonly consensus: readonly Value[]; readonly consensusAgainst: readonly Value[]
  readonly stability: Stability
  readonly counts: Counts
  readonly agreed: readonly Agreed[]; readonly refused: readonly Agreed[]
  readonly nextWeights: readonly number[]
}

/** In are those with min(7, statements) votes, filled up to 15 with the most active. Groups: see the files of this folder. Stability: the mean
 *  adjusted Rand index of 20 seeded draws without 20 % of the people against the whole; from 0.8 solid, from 0.65 moderate, else weak (after
 *  Steinley 2004, Psychological Methods 9, 386–396). No groups under 50 people in or with a group under 15, `too-few`: then `agreed` and `refused`
 *  of all are what is left to show. Undefined map: `too-few`, `constant`. `values` row-major, rows by the people's first vote, NaN = not voted.
 *  Worked: 30 people who agree with the first half of ten statements and 30 with the second → two groups of 30, index 1. */
export const opinionGroups = (table: VoteTable, how: OpinionHow = {}): OpinionGroups => {
  const { rows, columns } = table
  const { seed = 1, leastPeople = 50, leastGroup = 15 } = how
  const hidden = how.hidden ?? new Uint8Array(columns)
  const counts = countVotes(table)
  const isIn = whoIsIn(table, how)
  const peopleIn = isIn.filter((one) => one === 1).length
  const map = opinionMap(table, { zeroed: hidden, seed })
  const clusters = typeof map === 'string' ? map : clustersOf(map, isIn)
  const found = how.given !== undefined ? namedGroups(how.given) : typeof clusters === 'string' ? clusters : foundGroups({ clusters, isIn, rows })
  const groups: readonly OpinionGroup[] | Reason = typeof found === 'string' ? found : withCounts({ table, found, hidden })
  const shown = how.given !== undefined || typeof groups === 'string' || (peopleIn >= leastPeople && groups.length > 1 && groups.every(({ people }) => people >= leastGroup)) ? groups : 'too-few'
  const none = new Array<Value>(columns).fill(typeof shown === 'string' ? shown : 'no-data')
  const consensus = (direction: 'agree' | 'disagree'): readonly Value[] => (typeof shown === 'string' || shown.length === 0 ? none : Array.from(groupInformedConsensus(shown.map((one) => one.counts), direction)))
  const extremity = typeof map === 'string' ? null : map.extremity
  return {
    isIn, peopleIn, map, clusters, groups: shown, group: typeof shown === 'string' || typeof found === 'string' ? new Int32Array(rows).fill(-1) : found.group,
    consensus: consensus('agree'), consensusAgainst: consensus('disagree'),
    stability: how.given !== undefined || typeof shown === 'string' || typeof found === 'string' || typeof map === 'string'
      ? { mean: typeof shown === 'string' ? shown : 'no-data', word: null, indices: [] } : stabilityOf(table, { how, whole: found.group, map, hidden, seed }),
    counts, agreed: consensusOf(counts, 'agree', hidden), refused: consensusOf(counts, 'disagree', hidden),
    nextWeights: Array.from({ length: columns }, (_, at) => {
      const isMeta = how.meta?.[at] === 1
      if (hidden[at] === 1 && !isMeta) return 0
      const agrees = counts.agrees[at] as number, votes = counts.votes[at] as number
      return nextStatementWeight({ agrees, votes, passes: votes - agrees - (counts.disagrees[at] as number), extremity: extremity?.[at] ?? 0, isMeta })
    }),
  }
}

const whoIsIn = ({ values, rows, columns }: VoteTable, { alreadyIn, leastVotes = 7, leastIn = 15 }: OpinionHow): Uint8Array => {
  const votes = Int32Array.from({ length: rows }, (_, row) => { let all = 0; for (let at = row * columns, end = at + columns; at < end; at += 1) if (!Number.isNaN(values[at])) all += 1; return all })
  const least = Math.min(leastVotes, columns)
  const isIn = Uint8Array.from(votes, (own, row) => ((own > 0 && own >= least) || alreadyIn?.[row] === 1 ? 1 : 0))
  const missing = leastIn - isIn.filter((one) => one === 1).length
  const mostActive = Array.from(votes.keys()).filter((row) => isIn[row] === 0 && (votes[row] as number) > 0).sort((a, b) => (votes[b] as number) - (votes[a] as number) || a - b)
  for (const row of mostActive.slice(0, Math.max(0, missing))) isIn[row] = 1
  return isIn
}
const clustersOf = ({ places }: OpinionMap, isIn: Uint8Array): OpinionClusters => {
  const points: number[] = []
  isIn.forEach((one, row) => { if (one === 1) points.push(places[row * 2] as number, places[row * 2 + 1] as number) })
  return opinionClusters(Float64Array.from(points))
}
type Found = { readonly group: Int32Array; readonly names: readonly string[] }
const foundGroups = ({ clusters, isIn, rows }: { readonly clusters: OpinionClusters; readonly isIn: Uint8Array; readonly rows: number }): Found => {
  const group = new Int32Array(rows).fill(-1)
  let next = 0
  isIn.forEach((one, row) => { if (one === 1) group[row] = clusters.group[next++] as number })
  return { group, names: Array.from({ length: clusters.groups }, (_, at) => String.fromCharCode(65 + at)) }
}
const namedGroups = (given: readonly (string | null)[]): Found => {
  const names = [...new Set(given.filter((one) => one !== null))].sort()
  return { names, group: Int32Array.from(given, (one) => (one === null ? -1 : names.indexOf(one))) }
}
/** Others are the people of all other groups together; people in no group do not count. */
const withCounts = ({ table, found: { group, names }, hidden }: { readonly table: VoteTable; readonly found: Found; readonly hidden: Uint8Array }): readonly OpinionGroup[] =>
  names.map((name, own) => {
    const counts = countVotes(table, (row) => group[row] === own)
    const others = countVotes(table, (row) => group[row] !== own && (group[row] as number) >= 0)
    return { name, people: group.filter((one) => one === own).length, counts, representative: representativeOf(counts, others, hidden) }
  })

const stabilityOf = (table: VoteTable, { how, whole, map, hidden, seed }: { readonly how: OpinionHow; readonly whole: Int32Array; readonly map: OpinionMap; readonly hidden: Uint8Array; readonly seed: number }): Stability => {
  const { rows, columns, values } = table
  const random = randomFrom(seed ^ 0x5bd1e995)
  const indices = Array.from({ length: how.draws ?? 20 }, (): Value => {
    const order = Int32Array.from({ length: rows }, (_, row) => row)
    const away = Math.round(rows * (how.leftOut ?? 0.2))
    for (let at = 0; at < away; at += 1) {
      const other = at + random.whole(rows - at), kept = order[at] as number
      order[at] = order[other] as number
      order[other] = kept
    }
    const rest = order.slice(away).sort()
    const part = new Float64Array(rest.length * columns)
    rest.forEach((row, at) => part.set(values.subarray(row * columns, (row + 1) * columns), at * columns))
    const drawn: VoteTable = { values: part, rows: rest.length, columns }
    // The whole's directions are where the powers begin: the same directions are found, sooner.
    const own = opinionMap(drawn, { zeroed: hidden, startFrom: map.loadings, settled: 1e-10 })
    if (typeof own === 'string') return own
    const isIn = whoIsIn(drawn, how.alreadyIn === undefined ? how : { ...how, alreadyIn: Uint8Array.from(rest, (row) => how.alreadyIn?.[row] ?? 0) })
    const { group } = foundGroups({ clusters: clustersOf(own, isIn), isIn, rows: rest.length })
    const named = (list: Iterable<number>): (number | null)[] => Array.from(list, (one) => (one < 0 ? null : one))
    return adjustedRandIndex(named(Array.from(rest, (row) => whole[row] as number)), named(group)).index
  })
  const known = indices.filter((one) => typeof one === 'number')
  if (known.length === 0) return { mean: 'too-few', word: null, indices }
  const mean = known.reduce((all, one) => all + one, 0) / known.length
  return { mean, word: mean >= 0.8 ? 'solid' : mean >= 0.65 ? 'moderate' : 'weak', indices }
}
