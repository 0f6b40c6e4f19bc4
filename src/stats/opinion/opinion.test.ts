// Opinion groups: each rule by a case that comes out otherwise when the rule is another, and what must hold for any votes.
import fc from 'fast-check'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { kMeans } from './k-means.ts'
import { drawByWeight, nextStatementWeight } from './next-statement.ts'
import { opinionClusters } from './opinion-clusters.ts'
import { opinionGroups } from './opinion-groups.ts'
import { type OpinionMap, opinionMap, type VoteTable } from './opinion-map.ts'
import { consensusOf, type Counts, countVotes, groupInformedConsensus, representativeOf, sideOf } from './representative.ts'
import { toVotes, type Vote } from './votes.ts'

const gap = Number.NaN
const tableOf = (rows: readonly (readonly number[])[]): VoteTable => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const mapOf = (table: VoteTable, how = {}): OpinionMap => { const map = opinionMap(table, how); if (typeof map === 'string') throw new Error(map); return map }
/** People of three camps who answer what they feel like. */
const camps = ({ people, statements, seed, answered = 0.5, camps: count = 3 }: { readonly people: number; readonly statements: number; readonly seed: number; readonly answered?: number; readonly camps?: number }): VoteTable => {
  const random = randomFrom(seed)
  return tableOf(Array.from({ length: people }, (_, person) => Array.from({ length: statements }, (__, statement) => {
    if (random.next() > answered) return gap
    const likes = ((statement * 7 + (person % count) * 13) % 10) / 10
    return random.next() < 0.12 ? 0 : random.next() < likes ? 1 : -1
  })))
}
/** The same map the slow way, with an exact decomposition, and with a rule changed where one is asked for. */
const slowMap = ({ values, rows, columns }: VoteTable, { zeroed = [], instead }: { readonly zeroed?: readonly number[]; readonly instead?: 'zeros' | 'no-stretch' | 'dropped' } = {}): number[] => {
  const kept = Array.from({ length: columns }, (_, at) => at).filter((at) => instead !== 'dropped' || !zeroed.includes(at))
  const voteAt = (row: number, column: number): number => (zeroed.includes(column) ? 0 : values[row * columns + column] as number)
  const means = kept.map((column) => { const said = Array.from({ length: rows }, (_, row) => voteAt(row, column)).filter((one) => !Number.isNaN(one)); return said.length === 0 ? 0 : said.reduce((all, one) => all + one, 0) / said.length })
  const filled = Array.from({ length: rows }, (_, row) => kept.map((column, at) => { const vote = voteAt(row, column); return Number.isNaN(vote) ? (instead === 'zeros' ? 0 : means[at] as number) : vote }))
  const centres = kept.map((_, at) => filled.reduce((all, row) => all + (row[at] as number), 0) / rows)
  const matrix = new Matrix(filled.map((row) => row.map((one, at) => one - (centres[at] as number))))
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(matrix.transpose().mmul(matrix), { assumeSymmetric: true })
  const order = realEigenvalues.map((_, at) => at).sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number))
  const axes = [0, 1].map((axis) => { const one = eigenvectorMatrix.getColumn(order[axis] as number); const top = one.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-9 ? x : best), 0); return one.map((x) => (top < 0 ? -x : x)) })
  return filled.flatMap((_, row) => {
    const voted = kept.map((column, at) => ({ at, vote: voteAt(row, column) })).filter(({ vote }) => !Number.isNaN(vote))
    const stretch = instead === 'no-stretch' ? 1 : Math.sqrt(kept.length / voted.length)
    return axes.map((axis) => (voted.length === 0 ? 0 : stretch * voted.reduce((all, { at, vote }) => all + (vote - (instead === 'zeros' ? centres[at] as number : means[at] as number)) * (axis[at] as number), 0)))
  })
}
const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((most, one, at) => Math.max(most, Math.abs(one - (b[at] as number))), 0)

describe('rule 1: the log', () => {
  const log: Vote[] = [{ person: 'Ана', statement: 'a', vote: 1, time: 1 }, { person: 'Боян', statement: 'b', vote: 0, time: 2 }, { person: 'Ана', statement: 'a', vote: -1, time: 3 }]
  test('the latest vote counts, rows are in order of the first vote', () => {
    expect(toVotes(log)).toEqual({ people: ['Ана', 'Боян'], statements: ['a', 'b'], values: Float64Array.of(-1, gap, gap, 0) })
  })
  test('the same log in another order is the same table; without times the order of the log is the time', () => {
    expect(toVotes([...log].reverse())).toEqual(toVotes(log))
    expect(toVotes([...log].reverse().map(({ time: _, ...vote }) => vote)).values[0]).toBe(1)
  })
  test('statements that are known beforehand keep their order, also those without a vote; a vote is +1, 0 or −1', () => {
    expect(toVotes(log, ['c', 'b']).statements).toEqual(['c', 'b', 'a'])
    expect(() => toVotes([{ person: 'a', statement: 'b', vote: 2 }])).toThrow(RangeError)
  })
})

describe('rules 2 to 7: the map', () => {
  const table = camps({ people: 80, statements: 12, seed: 11 })
  const exact = (map: OpinionMap): Float64Array => map.places
  test('everybody stands where an exact decomposition puts them, and not where another rule would', () => {
    const places = exact(mapOf(table))
    expect(farthest(places, slowMap(table))).toBeLessThan(1e-6)
    expect(farthest(places, slowMap(table, { instead: 'zeros' })), 'missing votes are column means, not zeros').toBeGreaterThan(0.1)
    expect(farthest(places, slowMap(table, { instead: 'no-stretch' })), 'few votes are stretched').toBeGreaterThan(0.1)
  })
  test('a statement moderated out stays as a column of zeros: it counts as answered by all, instead of being dropped', () => {
    const zeroed = Uint8Array.from({ length: 12 }, (_, at) => (at === 3 || at === 5 ? 1 : 0))
    const places = exact(mapOf(table, { zeroed }))
    expect(farthest(places, slowMap(table, { zeroed: [3, 5] })), 'a hundred rounds are not for ever').toBeLessThan(1e-4)
    expect(farthest(places, slowMap(table, { zeroed: [3, 5], instead: 'dropped' }))).toBeGreaterThan(0.1)
    expect(farthest(places, mapOf(table).places), 'and its votes say nothing').toBeGreaterThan(0.1)
  })
  test('a statement stands where a person would whose only vote agrees with it; its distance is the extremity', () => {
    const map = mapOf(table)
    for (let at = 0; at < 12; at += 1) {
      const x = Math.sqrt(12) * (1 - (map.means[at] as number)) * (map.loadings[0][at] as number), y = Math.sqrt(12) * (1 - (map.means[at] as number)) * (map.loadings[1][at] as number)
      expect([map.statementPlaces[at * 2], map.statementPlaces[at * 2 + 1]]).toEqual([x, y])
      expect(map.extremity[at]).toBeCloseTo(Math.hypot(x, y), 12)
    }
  })
  test('the largest loading points up whatever the seed, and another seed finds the same directions', () => {
    const one = mapOf(table, { seed: 1 }), two = mapOf(table, { seed: 99 })
    for (const loading of one.loadings) expect(Math.max(...loading)).toBe(Math.max(...loading.map(Math.abs)))
    expect(farthest(one.places, two.places)).toBeLessThan(1e-6)
    expect(one.variance[0]).toBeGreaterThan(one.variance[1])
    expect(one.variance[0] + one.variance[1]).toBeLessThan(1)
  })
  test('votes (1,1), (1,1), (−1,−1): one axis holds all of the variance, the other nothing', () => {
    const map = mapOf(tableOf([[1, 1], [1, 1], [-1, -1]]))
    expect(map.loadings[0][0]).toBeCloseTo(Math.SQRT1_2, 12)
    expect(map.variance[0]).toBeCloseTo(1, 12)
    expect([...map.loadings[1], map.variance[1]]).toEqual([0, 0, 0])
  })
  test('under two statements with votes, under three people, or without any difference there is no map', () => {
    expect(opinionMap(tableOf([[1, gap], [1, gap], [-1, gap]]))).toBe('too-few')
    expect(opinionMap(tableOf([[1, 1], [1, -1]]))).toBe('too-few')
    expect(opinionMap(tableOf([[1, -1], [1, -1], [1, gap]]))).toBe('constant')
    expect(opinionMap(tableOf([[1, -1], [-1, 1], [1, gap]]), { zeroed: Uint8Array.of(1, 1) })).toBe('constant')
    expect(opinionMap({ values: new Float64Array(0), rows: 0, columns: 0 })).toBe('too-few')
  })
})

describe('rule 3: who is in', () => {
  test('seven votes, or all where there are fewer statements, counted before anything is moderated', () => {
    const row = (votes: number): number[] => Array.from({ length: 9 }, (_, at) => (at < votes ? (at % 2 === 0 ? 1 : -1) : gap))
    const rows = [...Array.from({ length: 20 }, () => row(7)), row(6), row(9)]
    expect(Array.from(opinionGroups(tableOf(rows), { hidden: Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 0, 0) }).isIn)).toEqual([...new Array(20).fill(1), 0, 1])
    expect(opinionGroups(tableOf(new Array(20).fill([1, -1]))).peopleIn).toBe(20)
  })
  test('under fifteen the most active are added, and who was in stays in', () => {
    const rows = Array.from({ length: 30 }, (_, person) => Array.from({ length: 9 }, (__, at) => (at <= person % 6 ? 1 : gap)))
    const { isIn, peopleIn } = opinionGroups(tableOf(rows), { alreadyIn: Uint8Array.from({ length: 30 }, (_, at) => (at === 0 ? 1 : 0)) })
    expect([peopleIn, isIn[0], isIn[5], isIn[6]]).toEqual([15, 1, 1, 0])
  })
})

describe('rules 8 to 10: the groups', () => {
  test('k-means from the first distinct points, of equals the first centre, and the empty disappear', () => {
    expect(kMeans(Float64Array.of(0, 0, 9, 0, 0, 1, 9, 1), { k: 2, mostRounds: 100 })).toMatchObject({ centres: Float64Array.of(0, 0.5, 9, 0.5), member: Int32Array.of(0, 1, 0, 1) })
    expect(Array.from(kMeans(Float64Array.of(0, 0, 0, 0, 5, 5), { k: 2, mostRounds: 9 }).centres)).toEqual([0, 0, 5, 5])
    expect(kMeans(new Float64Array(0), { k: 3, mostRounds: 9 }).centres).toHaveLength(0)
  })
  test('a heavy point pulls its centre', () => {
    expect(Array.from(kMeans(Float64Array.of(0, 0, 4, 0), { k: 1, mostRounds: 20, weights: Float64Array.of(3, 1) }).centres)).toEqual([1, 0])
  })
  test('thirty here and thirty there are two groups of thirty', () => {
    const points = Float64Array.from({ length: 120 }, (_, at) => (at % 2 === 1 ? 0 : at % 4 === 0 ? -1 : 1))
    expect(opinionClusters(points)).toMatchObject({ groups: 2, tried: [{ k: 2, silhouette: 0, sizes: [30, 30] }] })
  })
  test('so many numbers of groups are tried as base clusters allow, and the best silhouette is taken', () => {
    const random = randomFrom(3), centres = [[-6, 0], [6, 0], [0, 8]] as const
    const points = Float64Array.from({ length: 300 }, (_, at) => (centres[Math.floor(at / 2) % 3]?.[at % 2] ?? 0) + random.next())
    const found = opinionClusters(points)
    expect(found.tried.map(({ k }) => k)).toEqual([2, 3, 4, 5])
    expect(found.groups).toBe(3)
    expect(Math.max(...found.tried.map(({ silhouette }) => silhouette ?? -1))).toBe(found.tried[1]?.silhouette)
  })
  test('base clusters first, weighted by their size: k-means straight on people divides them otherwise', () => {
    const alike = Array.from({ length: 40 }, (_, seed) => {
      const { places } = mapOf(camps({ people: 300, statements: 14, seed: seed + 1, answered: 0.6, camps: 5 }))
      const two = opinionClusters(places)
      const straight = kMeans(places, { k: two.groups, mostRounds: 100 })
      return Number(adjustedRandIndex(Array.from(two.group), Array.from(straight.member)).index)
    })
    expect(alike.filter((one) => one < 0.9).length).toBeGreaterThan(2)
  })
  test('zeros for missing votes, no stretch, and dropped columns divide people otherwise', () => {
    const table = camps({ people: 200, statements: 16, seed: 5, answered: 0.35, camps: 4 })
    const zeroed = [0, 3, 6, 9, 12]
    const ours = opinionGroups(table, { hidden: Uint8Array.from({ length: 16 }, (_, at) => (zeroed.includes(at) ? 1 : 0)), leastVotes: 0, leastPeople: 0, leastGroup: 0, draws: 0 })
    const group = Array.from(ours.group)
    const others = (['zeros', 'no-stretch', 'dropped'] as const).map((instead) => Number(adjustedRandIndex(group, Array.from(opinionClusters(Float64Array.from(slowMap(table, { zeroed, instead }))).group)).index))
    expect(Number(adjustedRandIndex(group, Array.from(opinionClusters(Float64Array.from(slowMap(table, { zeroed }))).group)).index), 'the slow way with our rules').toBe(1)
    for (const one of others) expect(one).toBeLessThan(0.95)
  })
})

const counts = (list: readonly (readonly [number, number, number])[]): Counts => ({ agrees: Int32Array.from(list, ([a]) => a), disagrees: Int32Array.from(list, ([, d]) => d), votes: Int32Array.from(list, ([, , s]) => s) })
describe('rules 11 to 14: what groups stand for', () => {
  test('8 of 10 and 3 of 4 agree: 9/12 · 4/6 = ½; against is the same with disagrees', () => {
    expect(groupInformedConsensus([counts([[8, 1, 10]]), counts([[3, 0, 4]])], 'agree')[0]).toBeCloseTo(0.5, 12)
    expect(groupInformedConsensus([counts([[8, 1, 10]]), counts([[3, 0, 4]])], 'disagree')[0]).toBeCloseTo(2 / 12 / 6, 12)
  })
  test('8 of 10 against 2 of 10 in all other groups together', () => {
    const side = sideOf({ own: counts([[8, 1, 10]]), others: counts([[2, 7, 10]]), at: 0, direction: 'agree' })
    expect(side.p).toBe(0.75)
    expect(side.z1).toBeCloseTo(2 * Math.sqrt(11) * (9 / 11 - 0.5), 12)
    expect(side.ratio).toBe(3)
    expect(side.z2).toBeCloseTo((6 / 11) / Math.sqrt((12 / 22) * (10 / 22) * (2 / 11)), 12)
    expect(side.score).toBeCloseTo(side.ratio * side.z2 * side.p * side.z1, 12)
    expect(sideOf({ own: counts([[3, 0, 3]]), others: counts([[2, 0, 2]]), at: 0, direction: 'agree' }).z2, 'all agree: no error to divide by').toBe(0)
  })
  test('the best agreed comes first, agrees before disagrees, five at most', () => {
    const own = counts([[1, 9, 10], [9, 1, 10], [10, 0, 10], [0, 10, 10], [8, 1, 10], [9, 0, 10], [8, 0, 10]]), others = counts([[9, 1, 10], [1, 9, 10], [5, 5, 10], [10, 0, 10], [1, 8, 10], [0, 9, 10], [8, 0, 10]])
    const found = representativeOf(own, others)
    expect(found).toHaveLength(5)
    expect(found[0]).toMatchObject({ bestAgreed: true, direction: 'agree' })
    expect(found.map(({ direction }) => direction)).toEqual(['agree', 'agree', 'agree', 'disagree', 'disagree'])
    expect(found.map(({ statement }) => statement)).not.toContain(6)
  })
  test('a group is never without a statement: the best agreed, else the largest z₂', () => {
    expect(representativeOf(counts([[3, 1, 5], [2, 2, 5]]), counts([[2, 1, 5], [2, 2, 5]]))).toMatchObject([{ statement: 0, qualifies: false, bestAgreed: true }])
    expect(representativeOf(counts([[0, 1, 5], [0, 2, 5]]), counts([[1, 2, 5], [2, 0, 5]]))).toMatchObject([{ statement: 1, direction: 'disagree', bestAgreed: false }])
    expect(representativeOf(counts([[0, 0, 0]]), counts([[1, 0, 1]]))).toEqual([])
  })
  test('while the best agreed is agreed even more elsewhere, how much it is agreed decides; nobody’s vote is never agreed', () => {
    expect(representativeOf(counts([[8, 1, 10], [7, 1, 10]]), counts([[9, 0, 10], [8, 0, 10]]))[0]).toMatchObject({ statement: 0, bestAgreed: true })
    expect(representativeOf(counts([[4, 1, 6], [0, 0, 0]]), counts([[2, 1, 5], [0, 20, 20]]))[0]).toMatchObject({ statement: 0, bestAgreed: true })
  })
  test('the direction is where the group differs more from the others, not what more of it say', () => {
    expect(representativeOf(counts([[2, 1, 10]]), counts([[8, 0, 10]]))).toMatchObject([{ statement: 0, direction: 'disagree' }])
  })
  test('what was moderated out represents nobody', () => {
    const own = counts([[10, 0, 10], [9, 1, 10]]), others = counts([[0, 10, 10], [1, 9, 10]])
    expect(representativeOf(own, others, Uint8Array.of(1, 0)).map(({ statement }) => statement)).toEqual([1])
    expect(consensusOf(own, 'agree', Uint8Array.of(1, 0)).map(({ statement }) => statement)).toEqual([1])
  })
  test('all agree where more than half say so clearly, five at most', () => {
    const all = counts([[10, 0, 10], [6, 4, 10], [2, 8, 10], ...Array.from({ length: 6 }, () => [9, 1, 10] as const)])
    expect(consensusOf(all, 'agree').map(({ statement }) => statement)).toEqual([0, 3, 4, 5, 6])
    expect(consensusOf(all, 'disagree').map(({ statement }) => statement)).toEqual([2])
    expect(consensusOf(all, 'agree')[0]).toMatchObject({ p: 11 / 12, z: 2 * Math.sqrt(11) * 0.5 })
  })
})

describe('rule 15: what is asked next', () => {
  test('a new statement weighs 5.0625, one about people 49; the old and passed over weigh little', () => {
    expect(nextStatementWeight({ agrees: 0, passes: 0, votes: 0, extremity: 0 })).toBe(5.0625)
    expect(nextStatementWeight({ agrees: 9, passes: 9, votes: 9, extremity: 9, isMeta: true })).toBe(49)
    expect(nextStatementWeight({ agrees: 20, passes: 2, votes: 30, extremity: 0.4 })).toBeCloseTo((((1 - 3 / 32) * 1.4 * 21) / 32 * (1 + 8 * 2 ** -6)) ** 2, 12)
  })
  test('the weights differ: with agreement, extremity, passes and newness each by itself', () => {
    const base = { agrees: 5, passes: 2, votes: 12, extremity: 0.5 }
    const weight = nextStatementWeight(base)
    expect(nextStatementWeight({ ...base, agrees: 8 })).toBeGreaterThan(weight)
    expect(nextStatementWeight({ ...base, extremity: 1 })).toBeGreaterThan(weight)
    expect(nextStatementWeight({ ...base, passes: 5 })).toBeLessThan(weight)
    expect(nextStatementWeight({ agrees: 10, passes: 4, votes: 24, extremity: 0.5 })).toBeLessThan(weight)
    const found = opinionGroups(camps({ people: 60, statements: 8, seed: 2 }), { meta: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0), hidden: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0) })
    expect(new Set(found.nextWeights).size).toBe(8)
    expect([found.nextWeights[0], found.nextWeights[1]]).toEqual([49, 0])
  })
  test('statements are drawn in proportion to their weights, never one without', () => {
    const random = randomFrom(4), drawn = [0, 0, 0]
    for (let round = 0; round < 8000; round += 1) { const at = drawByWeight([1, 0, 3], random) ?? 1; drawn[at] = (drawn[at] ?? 0) + 1 }
    expect(drawn[1]).toBe(0)
    expect((drawn[2] as number) / 8000).toBeGreaterThan(0.73)
    expect((drawn[2] as number) / 8000).toBeLessThan(0.77)
    expect(drawByWeight([0, 0], random)).toBeNull()
  })
})

describe('what is added, because groups are fragile', () => {
  const two = (people: number): VoteTable => tableOf(Array.from({ length: people }, (_, person) => Array.from({ length: 10 }, (__, at) => ((person * 3 + at) % 7 === 0 ? 0 : (at < 5) === (person % 2 === 0) ? 1 : -1))))
  test('two camps of thirty are found, are solid, and stand on the table they came from', () => {
    const found = opinionGroups(two(60))
    expect(found.stability).toMatchObject({ mean: 1, word: 'solid' })
    expect(found.stability.indices).toHaveLength(20)
    expect(typeof found.groups === 'string' ? found.groups : found.groups.map(({ people }) => people)).toEqual([30, 30])
    expect(found.consensus.every((one) => typeof one === 'number' && one > 0 && one < 1)).toBe(true)
  })
  test('under fifty people, or with a group under fifteen, there are no groups; what all say is still shown', () => {
    const few = opinionGroups(two(48))
    expect(few).toMatchObject({ groups: 'too-few', stability: { mean: 'too-few', word: null } })
    expect(few.consensus).toEqual(new Array(10).fill('too-few'))
    expect(Array.from(few.group).every((one) => one === -1)).toBe(true)
    const uneven = tableOf([...Array.from({ length: 50 }, (_, at) => Array.from({ length: 10 }, (__, s) => ((at + s) % 9 === 0 ? 0 : 1))), ...Array.from({ length: 8 }, () => new Array<number>(10).fill(-1))])
    expect(opinionGroups(uneven).groups).toBe('too-few')
    expect(opinionGroups(uneven).agreed).toHaveLength(5)
    expect(typeof opinionGroups(uneven, { leastGroup: 5 }).groups).not.toBe('string')
  })
  test('opinions without any pattern are weak', () => {
    const random = randomFrom(8)
    const noise = tableOf(Array.from({ length: 120 }, () => Array.from({ length: 15 }, () => random.whole(3) - 1)))
    expect(opinionGroups(noise, { leastGroup: 1 }).stability.word).toBe('weak')
  })
  test('groups made by hand need no map: counts are all it takes, and people in no group do not count', () => {
    const table = tableOf([[1, 1], [1, -1], [-1, 1], [-1, gap], [1, 1]])
    const found = opinionGroups(table, { given: ['b', 'b', 'a', 'a', null] })
    expect(typeof found.groups === 'string' ? [] : found.groups.map(({ name, people }) => [name, people])).toEqual([['a', 2], ['b', 2]])
    expect(found.consensus[0]).toBeCloseTo((1 / 4) * (3 / 4), 12)
    expect(found.consensus[1]).toBeCloseTo((2 / 3) * (2 / 4), 12)
    const one = typeof found.groups === 'string' ? undefined : found.groups[1]
    expect(one?.representative[0]?.side.ratio).toBeCloseTo((3 / 4) / (1 / 4), 12)
  })
  test('the same votes in any order give the same picture, and the same seed the same bytes', () => {
    const { values, rows, columns } = camps({ people: 70, statements: 9, seed: 21, answered: 0.9 })
    const log: Vote[] = Array.from(values.keys()).flatMap((at) => (Number.isNaN(values[at]) ? [] : [{ person: `p${Math.floor(at / columns)}`, statement: `s${at % columns}`, vote: values[at] as number, time: at }]))
    const of = (votes: readonly Vote[]): string => { const { values: v, people, statements } = toVotes(votes); return JSON.stringify(opinionGroups({ values: v, rows: people.length, columns: statements.length }, { draws: 3, leastGroup: 1 })) }
    const random = randomFrom(1), shuffled = log.map((vote) => ({ vote, at: random.next() })).sort((a, b) => a.at - b.at).map(({ vote }) => vote)
    expect(of(shuffled)).toBe(of(log))
    expect(rows).toBe(70)
  })
  test('whatever people vote, consensus lies between 0 and 1 and every number can be written', () => {
    const vote = fc.constantFrom(1, 0, -1, gap)
    fc.assert(fc.property(fc.integer({ min: 0, max: 6 }).chain((columns) => fc.array(fc.array(vote, { minLength: columns, maxLength: columns }), { maxLength: 14 })), (rows) => {
      const found = opinionGroups(tableOf(rows), { leastPeople: 0, leastGroup: 0, draws: 2 })
      for (const one of [...found.consensus, ...found.consensusAgainst]) if (typeof one === 'number') { expect(one).toBeGreaterThan(0); expect(one).toBeLessThan(1) }
      expect(found.nextWeights.every(Number.isFinite)).toBe(true)
      if (typeof found.map !== 'string') for (const list of [found.map.places, found.map.extremity, ...found.map.loadings, found.map.variance]) expect(Array.from(list).every(Number.isFinite)).toBe(true)
      if (typeof found.groups !== 'string') for (const { representative } of found.groups) for (const { side } of representative) expect(Object.values(side).every(Number.isFinite)).toBe(true)
    }), { numRuns: 150 })
  })
})

describe('the adjusted Rand index', () => {
  test('1 1 1 2 2 2 and 1 1 2 2 3 3 are alike by 0.2424', () => {
    expect(adjustedRandIndex([1, 1, 1, 2, 2, 2], [1, 1, 2, 2, 3, 3]).index).toBeCloseTo(8 / 33, 12)
  })
  test('both trivial are alike, one trivial says nothing, names do not matter, people without a group do not count', () => {
    expect(adjustedRandIndex(['a', 'a'], ['b', 'b']).index).toBe(1)
    expect(adjustedRandIndex([1, 2, 3], ['x', 'y', 'z']).index).toBe(1)
    expect(adjustedRandIndex([1, 1, 1, 1], [1, 1, 2, 2]).index).toBe(0)
    expect(adjustedRandIndex([1, 1, 2, 2, null], ['d', 'd', 'c', 'c', 'c'])).toMatchObject({ index: 1, counted: 4 })
    expect(adjustedRandIndex([], []).index).toBe('too-few')
    expect(() => adjustedRandIndex([1], [])).toThrow(RangeError)
  })
  test('it is at most 1 and the same from both sides', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(parts, (list) => {
      const a = list.map(([one]) => one), b = list.map(([, one]) => one)
      const there = Number(adjustedRandIndex(a, b).index)
      expect(there).toBeLessThanOrEqual(1)
      expect(Number(adjustedRandIndex(b, a).index)).toBeCloseTo(there, 12)
    }))
  })
})
test('means are of the untouched table where people are counted', () => {
  const table = tableOf([[1, 1], [1, gap], [-1, 0]])
  expect(countVotes(table)).toEqual({ agrees: Int32Array.of(2, 1), disagrees: Int32Array.of(1, 0), votes: Int32Array.of(3, 2) })
})
