// The composite methods as they are called by name: published cases go in as JSON and come out, and wrong input names its key.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compositeEntries } from './composite.ts'
import { officialEntries } from './official.ts'
import { computeText } from './run-text.ts'

const run = (name: string, input: unknown): Record<string, unknown> => {
  const entry = [...compositeEntries, ...officialEntries].find((one) => one.name === name)
  if (entry === undefined) throw new Error(`no ${name}`)
  const found = computeText({ entry, text: JSON.stringify(input), language: 'en' })
  return found.kind === 'done' ? JSON.parse(found.text) as Record<string, unknown> : { wrong: found.says }
}
const there = join(import.meta.dirname, '../../../..', 'shared/data/reference/pfb/in_pillars.csv')

test.skipIf(!existsSync(there))(`the bottleneck case passes through by name: Bulgaria has 67.1995, and ten per cent more costs 0.4182 (skipped: no ../shared/data)`, () => {
  const [head = '', ...rows] = readFileSync(there, 'utf8').trim().split(/\r?\n/)
  expect(head.startsWith('uCode')).toBe(true)
  const values = rows.map((row) => row.split(',').slice(1).map(Number)), at = rows.findIndex((row) => row.startsWith('BGR'))
  const subindices = ['c', 'c', 'c', 'c', 'c', 's', 's', 's']
  const found = run('penalty-for-bottleneck', { values, subindices }) as { scores: number[]; equalised: number[][] }
  expect(found.scores[at]).toBeCloseTo(67.19954869, 7)
  const plan = (run('bottleneck-effort', { values: [found.equalised[at]], subindices }) as { plans: { total: number }[] }).plans[0]
  expect(Math.abs((plan?.total ?? 0) - 0.4182)).toBeLessThan(1e-3)
  expect(run('bottleneck-effort', { values, equalise: true, subindices, regions: [at] })).toMatchObject({ plans: [{ region: at, reached: true }] })
})
test('Ishigami by name, and by points that somebody else has evaluated', () => {
  const { factors } = run('sobol-indices', { model: { name: 'ishigami', size: 4096 }, draws: 10 }) as { factors: { first: number; total: number }[] }
  expect(factors[0]?.first).toBeCloseTo(0.3139, 1)
  expect(factors[2]?.total).toBeCloseTo(0.2437, 1)
  const { points } = run('sobol-indices', { points: { size: 4, factors: 2 } }) as { points: { a: number[][] } }
  expect(points.a).toHaveLength(4)
})
test('gaps are null going in and reasons coming out', () => {
  expect(run('normalisation', { values: [1, null, 3] })).toEqual({ values: [0, { reason: 'no-data' }, 100], flags: [null] })
  expect(run('normalisation', { values: [0, 2], normalisation: { kind: 'fraction-of-best' } })).toEqual({ values: [{ reason: 'not-positive' }, { reason: 'not-positive' }], flags: ['not-positive'] })
  expect(run('normalisation', { values: [[10, 4], [20, 12], [40, 20]], directions: [1, -1], normalisation: { kind: 'goalposts', scale: 1 }, goalposts: [[10, 40], [4, 20]] })).toEqual({ values: [[0, 1], [1 / 3, 0.5], [1, 0]], flags: [null, null] })
  expect(run('aggregation', { values: [[0, 4]], aggregation: { kind: 'geometric' } })).toEqual({ scores: [{ reason: 'not-positive' }], ranks: [{ reason: 'no-data' }] })
  expect(run('quantiles', { values: [null, null], shares: [0.5] })).toEqual({ quantiles: [{ reason: 'no-data' }], n: 0 })
  expect(run('principal-components', { values: [[1, 1], [1, 2], [1, 3]] })).toEqual({ reason: 'constant' })
})
test('wrong input names its key', () => {
  const says = (name: string, input: unknown) => run(name, input).wrong
  expect(says('aggregation', { values: [[1, 2], [3]] })).toContain('values: row 2 has 1 values')
  expect(says('aggregation', { values: [[1, 2]], weights: [1] })).toContain('weights: 1 given for 2')
  expect(says('aggregation', { values: [[1, 2]], weights: [1, -1] })).toContain('weights')
  expect(says('composite-index', { values: [[1, 2]], tree: [{ key: 'a', parent: 'b' }, { key: 'b', parent: 'a' }], indicators: [{ key: 'x', parent: 'a' }, { key: 'y', parent: 'b' }] })).toContain('tree: ')
  expect(says('composite-index', { values: [[1, 2]], indicators: ['x', 'x'] })).toContain('twice')
  expect(says('composite-index', { values: [[1], [2]], indicators: [{ key: 'x', denominator: 'people' }] })).toContain('“people”')
  expect(says('composite-index', { values: [[1], [2]], steps: { leftOut: ['z'] } })).toContain('steps.leftOut')
  expect(says('composite-index', { values: [] })).toContain('no indicator')
  expect(says('strengths-and-weaknesses', { values: [[1], [2]], region: 'nowhere' })).toContain('region: there is no region “nowhere”')
  expect(says('imputation', { values: [[1]], imputation: { kind: 'group-mean' } })).toContain('groups')
  expect(says('effective-weights', { tree: [{ key: 'a', parent: 'b' }, { key: 'b', parent: 'a' }] })).toContain('itself')
  expect(says('benefit-of-the-doubt', { values: [[1, 2]], lower: 0.6, upper: 0.4 })).toContain('lower')
  expect(says('single-bottleneck', { values: [[1]], ceiling: 3 })).toContain('ceiling')
  expect(says('innovation-groups', { scores: [1], cuts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] })).toContain('cuts')
  expect(says('stage-weights', { values: [[1, 2, 3]], gdp: [50, 60] })).toContain('gdp: 2 given for 1')
  expect(says('sobol-indices', {})).toContain('a, b, ab')
})
test('a column that repeats another is no obstacle: neither to drawing gaps nor to components nor to weights', () => {
  const values = Array.from({ length: 12 }, (_, at) => [at, at, at === 4 ? null : 2 * at, (at * 5) % 7])
  expect(run('imputation', { values, imputation: { kind: 'chained' } })).toMatchObject({ imputed: [{ row: 4, column: 2 }] })
  const { eigenvalues } = run('principal-components', { values }) as { eigenvalues: number[] }
  expect(eigenvalues.reduce((all, one) => all + one, 0)).toBeCloseTo(4, 9)
  expect(run('optimised-weights', { values })).toHaveProperty('weights')
})
