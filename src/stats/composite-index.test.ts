// A composite index: a small one by hand, what a re-run may leave undone, and input that is no help.
import { expect, test } from 'vitest'
import { indexRecord, recordProblem, type RecordDraft } from './composite/index-record.ts'
import { cellStates, runIndex } from './composite-index.ts'
import { reasonAt } from './reason.ts'

const nan = Number.NaN
const draft = (steps: RecordDraft['steps'] = {}): RecordDraft => ({
  indicators: [
    { key: 'firms', parent: 'business', weight: 3, denominator: 'people', factor: 1000 }, { key: 'closures', parent: 'business', direction: -1 },
    { key: 'skills', parent: 'people-side' },
  ],
  groups: [{ key: 'index' }, { key: 'business', parent: 'index' }, { key: 'people-side', parent: 'index', weight: 3 }], steps,
})
const regions = ['A', 'B', 'C', 'D']
const data = {
  values: Float64Array.of(10, 4, 1, 30, 2, 3, 40, 0, 5, 10, nan, 2), regions,
  denominators: { keys: ['people'], values: Float64Array.of(1000, 1000, 2000, 1000) },
}
const plain = { treatment: null, aggregation: [{ kind: 'arithmetic' as const }], normalisation: { kind: 'min-max' as const, lower: 0, upper: 100 } }

test('a small index is what it is by hand: firms per thousand, closures turned round, weights 3 to 1 and 1 to 3', () => {
  // firms 10, 30, 20, 10 → 0, 100, 50, 0; closures 4, 2, 0, – turned → 0, 50, 100, –; skills 1, 3, 5, 2 → 0, 50, 100, 25
  const result = runIndex(indexRecord(draft(plain)), data)
  expect([...(result.nodes.find(({ key }) => key === 'business')?.scores ?? [])]).toEqual([0, 87.5, 62.5, 0])
  expect([...result.index.scores]).toEqual([0, 59.375, 90.625, 18.75])
  expect([...result.index.ranks]).toEqual([4, 2, 1, 3])
  expect(result.weights.map(({ effective }) => effective)).toEqual([0.1875, 0.0625, 0.75, 1, 0.25, 0.75])
  expect(cellStates[result.states[10] ?? 9]).toBe('missing')
})
test('a re-run begins at the first changed step and gives the same bytes as a whole run', () => {
  const first = runIndex(indexRecord(draft(plain)), data)
  const changed = indexRecord(draft({ ...plain, aggregation: [{ kind: 'median' }] }))
  const again = runIndex(changed, data, first)
  expect(again.stages.normalised).toBe(first.stages.normalised)
  expect(again.stages.nodes).not.toBe(first.stages.nodes)
  expect(again.index.scores).toEqual(runIndex(changed, data).index.scores)
  const filled = indexRecord(draft({ ...plain, imputation: { kind: 'mean' } }))
  const third = runIndex(filled, data, first)
  expect(third.stages.denominated).toBe(first.stages.denominated)
  expect(third.stages.treated).not.toBe(first.stages.treated)
  expect(third.index.scores).toEqual(runIndex(filled, data).index.scores)
  expect(cellStates[third.states[10] ?? 9]).toBe('imputed')
  expect([...third.imputedShare]).toEqual([0, 0, 0, 1 / 3])
})
test('a region with too little data is screened out with its reason, and moves nobody else', () => {
  const values = Float64Array.of(...data.values, nan, nan, 99)
  const wider = { values, regions: [...regions, 'E'], denominators: { keys: ['people'], values: Float64Array.of(1000, 1000, 2000, 1000, 1000) } }
  const result = runIndex(indexRecord(draft(plain)), wider)
  expect(result.screened[4]).toMatchObject({ kept: false, because: 'too-little-data' })
  expect([...result.index.scores.slice(0, 4)]).toEqual([0, 59.375, 90.625, 18.75])
  expect(result.index.scores[4]).toBeNaN()
  expect(reasonAt(result.index.why, 4)).toBe('no-data')
  expect(cellStates[result.states[14] ?? 9]).toBe('excluded')
})
test('a constant indicator stands in the middle of the scale, is told, and leaves the weights', () => {
  const flat = { ...data, values: data.values.map((one, at) => (at % 3 === 2 ? 7 : one)) }
  const result = runIndex(indexRecord(draft(plain)), flat)
  expect(result.indicators[2]).toMatchObject({ mute: 'constant', flags: ['few-distinct', 'constant'] })
  expect([...result.index.scores]).toEqual([0, 87.5, 62.5, 0])
  expect(result.weights.find(({ key }) => key === 'people-side')?.effective).toBe(0)
})
test('by default values above nothing go into the geometric mean at the top', () => {
  const record = indexRecord(draft())
  expect(record.steps.normalisation).toEqual({ kind: 'min-max', lower: 1, upper: 100 })
  expect(record.steps.aggregation).toEqual([{ kind: 'arithmetic' }, { kind: 'geometric' }])
  const { index } = runIndex(record, data)
  expect([...index.why]).toEqual([0, 0, 0, 0])
})
test('one region, two regions, nothing at all: a reason each, never a wrong number', () => {
  const record = indexRecord(draft(plain))
  const one = runIndex(record, { values: Float64Array.of(1, 2, 3), regions: ['A'], denominators: { keys: ['people'], values: Float64Array.of(1000) } })
  expect(reasonAt(one.index.why, 0)).toBe('constant')
  const two = runIndex(record, { values: Float64Array.of(1, 2, 3, 2, 1, 4), regions: ['A', 'B'], denominators: { keys: ['people'], values: Float64Array.of(1000, 1000) } })
  expect([...two.index.scores]).toEqual([0, 100])
  const none = runIndex(record, { values: new Float64Array(12).fill(nan), regions, denominators: { keys: ['people'], values: Float64Array.of(1, 1, 1, 1) } })
  expect(none.screened.map(({ kept }) => kept)).toEqual([false, false, false, false])
  expect(none.index.scores.every(Number.isNaN)).toBe(true)
  expect(runIndex(record, { values: new Float64Array(0), regions: [], denominators: { keys: ['people'], values: new Float64Array(0) } }).index.scores).toHaveLength(0)
})
test('a framework that is none is named: no index, two, a parent that is not there, a circle, an empty group', () => {
  const problem = (groups: RecordDraft['groups'], parent = 'index') => recordProblem(indexRecord({ indicators: [{ key: 'a', parent }], groups }))?.kind ?? null
  expect(problem([{ key: 'index' }])).toBeNull()
  expect(problem([{ key: 'index' }], 'pillar')).toBe('unknown-parent')
  expect(problem([{ key: 'index' }, { key: 'other' }])).toBe('two-roots')
  expect(problem([{ key: 'index', parent: 'up' }, { key: 'up', parent: 'index' }])).toBe('circle')
  expect(problem([{ key: 'index' }, { key: 'empty', parent: 'index' }])).toBe('empty-group')
  expect(problem([{ key: 'a' }], 'a')).toBe('same-key')
  expect(problem([{ key: 'index', weight: -1 }])).toBe('negative-weight')
})
test('a million cells are one table like any other', () => {
  const n = 10_000, m = 100
  const values = Float64Array.from({ length: n * m }, (_, at) => (at * 7919) % 10_007)
  const record = indexRecord({ indicators: Array.from({ length: m }, (_, at) => ({ key: `i${at}`, parent: `p${at % 4}` })), groups: [{ key: 'index' }, ...Array.from({ length: 4 }, (_, at) => ({ key: `p${at}`, parent: 'index' }))] })
  const { index } = runIndex(record, { values, regions: Array.from({ length: n }, (_, at) => `r${at}`) })
  expect(index.scores.every(Number.isFinite)).toBe(true)
})
