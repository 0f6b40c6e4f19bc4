// The methods of peers through their schemas: what a caller may choose, and what is said to be wrong.
import { expect, test } from 'vitest'
import { WrongInput } from './entry.ts'
import { findEntry } from './list.ts'

const run = async (name: string, input: unknown) => {
  const entry = await findEntry(name)
  if (!entry) throw new Error(name)
  return entry.run(entry.input.parse(input)) as Record<string, never>
}
const two = [[0, 0], [10, 4], [5, 8]]

test('peers come with distance, parts and the variable that makes the most of it', async () => {
  const found = await run('structural-distance', { values: two, regions: ['A', 'B', 'C'], treat: false })
  expect(found).toMatchObject({ weights: [0.5, 0.5], peers: [{ region: 'B', distance: 0.625, contributions: [0.5, 0.125], mainly: [0, 1] }, { region: 'C', distance: 0.625, mainly: [1, 0] }], without: [] })
})
test('the own country and regions beyond the band are left out, and the reason is said', async () => {
  const input = { values: two, regions: ['A', 'B', 'C'], groups: ['X', 'X', 'Y'], treat: false }
  expect(await run('structural-distance', { ...input, leaveOutOwnGroup: true })).toMatchObject({ peers: [{ region: 'C' }], without: [{ region: 'B', why: 'own-group' }] })
  expect(await run('structural-distance', { ...input, filter: { values: [100, 124, 130] } })).toMatchObject({ peers: [{ region: 'B' }], without: [{ region: 'C', why: 'filter' }] })
  expect(await run('structural-distance', { ...input, filter: { values: [100, null, 126], band: 0.3 } })).toMatchObject({ peers: [{ region: 'C' }], without: [{ region: 'B', why: 'filter' }] })
})
test('every metric, scale and weight can be chosen; weights that add up to nothing are a reason', async () => {
  expect(await run('structural-distance', { values: two, metric: 'gower', weights: [1, 3], treat: false })).toMatchObject({ distances: [[0, 0.25 + 0.375, 0.125 + 0.75], expect.anything(), expect.anything()] })
  expect(await run('structural-distance', { values: two, metric: 'euclidean', scale: 'none', treat: false })).toMatchObject({ distances: [[0, expect.closeTo(Math.hypot(10, 4), 12), expect.closeTo(Math.hypot(5, 8), 12)], expect.anything(), expect.anything()] })
  expect(await run('structural-distance', { values: [[0, 0], [2, 0], [0, 2], [2, 2]], metric: 'mahalanobis', treat: false })).toMatchObject({ peers: [{ index: 1 }, { index: 2 }, { index: 3, distance: expect.closeTo(Math.sqrt(6), 12) }] })
  expect(await run('structural-distance', { values: two, weights: [0, 0] })).toMatchObject({ weights: [{ reason: 'zero-denominator' }, { reason: 'zero-denominator' }], peers: [], without: [{ why: 'no-data', distance: { reason: 'zero-denominator' } }, { why: 'no-data' }] })
  expect(await run('structural-distance', { values: [[1], [1]] })).toMatchObject({ leftOut: [0], peers: [] })
})
test('skewed variables are corrected before they are compared, and said', async () => {
  const values = [...Array.from({ length: 9 }, (_, at) => [at + 1]), [100]]
  expect(await run('structural-distance', { values })).toMatchObject({ treated: [{ variable: 0, how: 'winsorised', regions: [9] }] })
  expect(await run('structural-distance', { values, treat: false })).toMatchObject({ treated: [] })
})
test('types of regions come with their tree, their fit and who could not be placed', async () => {
  expect(await run('hierarchical-clusters', { values: [[0], [1], [10], [11], [null]] })).toMatchObject({ count: 2, labels: [0, 0, 1, 1, { reason: 'no-data' }], without: [4], silhouettes: [expect.closeTo(9.5 / 10.5, 9), expect.anything(), expect.anything(), expect.anything(), { reason: 'no-data' }] })
  expect(await run('hierarchical-clusters', { values: [[0], [1]] })).toMatchObject({ count: { reason: 'too-few' }, mean: { reason: 'too-few' } })
  expect(await run('hierarchical-clusters', { distances: [[0, 1, 5], [1, 0, 4], [5, 4, 0]], linkage: 'complete', count: 2 })).toMatchObject({ merges: [{ left: 0, right: 1, height: 1 }, { left: 3, right: 2, height: 5 }], labels: [0, 0, 1] })
})
test('neighbours both ways, from values or from distances', async () => {
  expect(await run('nearest-neighbours', { values: [[0], [1], [10]], count: 1 })).toMatchObject({ nearest: [[1], [0], [1]], namedBy: [[1], [0, 2], []], mutual: [[1], [0], []] })
  expect(await run('nearest-neighbours', { values: [[0], [1], [10]], count: 1, groups: ['X', 'X', 'Y'], leaveOutOwnGroup: true })).toMatchObject({ nearest: [[2], [2], [1]] })
})
test('one row of a benchmark: marks, gaps, years, trend, hill', async () => {
  const entry = await findEntry('benchmark-row')
  expect(await run('benchmark-row', entry?.example)).toMatchObject({ median: 14, toMedian: -4, yearsToMedian: 8, progress: 0.5, differences: [2, -2, -4, -6, -10], trend: { slope: 1, s: 10, arrow: 'up' }, kernel: { bandwidth: expect.any(Number) } })
  expect(await run('benchmark-row', { own: null, peers: [1, 2] })).toMatchObject({ own: { reason: 'no-data' }, q1: { reason: 'too-few' }, yearsToMedian: { reason: 'no-data' }, trend: { arrow: 'none' } })
  expect(await run('benchmark-row', { own: 1, peers: [] })).toMatchObject({ n: 0, median: { reason: 'no-data' }, kernel: { reason: 'no-data' } })
})
test('lists of another length are refused by their name', async () => {
  for (const [key, wrong] of [['weights', [1]], ['groups', ['X']], ['dimensions', ['a']], ['regions', ['A']]] as const) {
    await expect(run('structural-distance', { values: two, [key]: wrong })).rejects.toThrow(new RegExp(`^${key}: `))
  }
  await expect(run('structural-distance', { values: [[1], [1, 2]] })).rejects.toThrow(WrongInput)
  await expect(run('structural-distance', { values: two, own: 9 })).rejects.toThrow(/^own/)
  await expect(run('silhouettes', { distances: [[0, -1], [1, 0]], labels: [0, 1] })).rejects.toThrow(/^distances/)
  await expect(run('silhouettes', { labels: [] })).rejects.toThrow(/^values/)
})
