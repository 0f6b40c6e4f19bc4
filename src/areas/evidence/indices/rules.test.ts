// The rules of an index: what is computed, what a score may be called, and that the same framework gives the same bytes.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import type { FrozenIndicator, Inputs } from '#areas/evidence/analyses/rules.ts'
import type { Framework, Group, Leaf } from './rules.ts'
import { computeIndex } from './rules/compute.ts'
import { computeIntervals, countRepetitions } from './rules/intervals.ts'
import { methodNote } from './rules/method-note.ts'
import { countWhole, namingOf } from './rules/naming.ts'
import { placeAmong } from './rules/profile.ts'
import { defaultSteps, listPrepared } from './rules/prepared.ts'

const text = (word: string) => ({ bg: word, en: word })
const regions = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, name: text(code), level: 'nuts3' as const }))
const indicator = (key: string, values: readonly (number | null)[], earlier: FrozenIndicator['earlier'] = values.map(() => null)): FrozenIndicator => ({
  key, version: 1, name: text(key), shortName: text(key), unit: { id: 'x', scale: 1, currency: null, percent: false, label: text('x') }, decimals: 1, direction: 'more', period: '2024' as Period, vintages: [1],
  values, flags: values.map(() => ''), missing: values.map((value) => (value === null ? 'notServed' : null)), earlier,
})
const groups: readonly Group[] = [
  { key: 'index', parent: null, name: text('index'), weight: 1 },
  ...['entrepreneurship', 'innovation', 'digitalisation'].map((key) => ({ key, parent: 'index', name: text(key), weight: 1 })),
]
const leaf = (key: string, parent: string, more: Partial<Leaf> = {}): Leaf => ({ indicator: key, parent, weight: 1, direction: 1, ...more })
const frameworkOf = (indicators: readonly Leaf[], more: Partial<Framework> = {}): Framework =>
  ({ format: 1, level: 'nuts3', regions: regions.map((region) => region.code), called: 'pid', groups, indicators, carryYears: 3, steps: defaultSteps(groups, indicators), runs: 40, seed: 7, ...more })
const inputsOf = (indicators: readonly FrozenIndicator[]): Inputs => ({ regions, indicators })

const six = [leaf('e1', 'entrepreneurship'), leaf('e2', 'entrepreneurship'), leaf('i1', 'innovation'), leaf('i2', 'innovation'), leaf('d1', 'digitalisation'), leaf('d2', 'digitalisation', { direction: -1 })]
const whole = inputsOf([
  indicator('e1', [1, 2, 3, 4, 5]), indicator('e2', [2, 1, 4, 3, 5]), indicator('i1', [5, 4, 3, 2, 1]), indicator('i2', [4, 5, 3, 1, 2]), indicator('d1', [1, 3, 2, 5, 4]), indicator('d2', [9, 7, 8, 5, 6]),
])
test('a score is called by the name of the index only where every pillar has two indicators of the region’s own level', () => {
  const framework = frameworkOf(six)
  const outcome = computeIndex(framework, whole)
  if (outcome === null) throw new Error('not computed')
  expect(countWhole(framework, outcome)).toBe(5)
  expect(namingOf(framework, outcome, 0).pillars).toEqual([{ key: 'entrepreneurship', own: 2, of: 2 }, { key: 'innovation', own: 2, of: 2 }, { key: 'digitalisation', own: 2, of: 2 }])
  const gap = inputsOf(whole.indicators.map((one) => (one.key === 'd1' ? indicator('d1', [null, 3, 2, 5, 4]) : one)))
  const less = computeIndex(framework, gap)
  if (less === null) throw new Error('not computed')
  expect(namingOf(framework, less, 0)).toMatchObject({ isWhole: false, pillars: [{}, {}, { key: 'digitalisation', own: 1, of: 2 }] })
  expect(namingOf(framework, less, 1).isWhole).toBe(true)
  const filledByMedian = frameworkOf(six, { steps: { ...framework.steps, imputation: { kind: 'median' } } })
  const filled = computeIndex(filledByMedian, gap)
  if (filled === null) throw new Error('not computed')
  expect(filled.nodes.find((node) => node.key === 'index')?.scores[0]).not.toBeNull()
  expect(namingOf(filledByMedian, filled, 0).isWhole).toBe(false)
})
test('pillars without any figures are named, and the others are computed', () => {
  const framework = frameworkOf(six)
  const outcome = computeIndex(framework, inputsOf(whole.indicators.filter((one) => one.key.startsWith('e'))))
  expect(outcome).toMatchObject({ empty: ['innovation', 'digitalisation'], without: ['i1', 'i2', 'd1', 'd2'], keys: ['e1', 'e2'], bottleneck: null })
  expect(outcome && countWhole(framework, outcome)).toBe(0)
})
test('without any figures there is no outcome, and nothing breaks: no region, one region, two regions, all equal', () => {
  const framework = frameworkOf(six)
  expect(computeIndex(framework, inputsOf([]))).toBeNull()
  for (const n of [0, 1, 2]) {
    const few: Inputs = { regions: regions.slice(0, n), indicators: whole.indicators.map((one) => indicator(one.key, one.values.slice(0, n))) }
    expect(() => JSON.stringify(computeIndex(framework, few))).not.toThrow()
  }
  const equal = computeIndex(framework, inputsOf(six.map((one) => indicator(one.indicator, [3, 3, 3, 3, 3]))))
  expect(JSON.stringify(equal)).not.toMatch(/NaN|Infinity/)
  expect(equal?.indicators.every((one) => one.mute === 'constant')).toBe(true)
})
test('an earlier value of the region itself fills a gap within the years agreed, and is said to be one', () => {
  const framework = frameworkOf(six)
  const earlier = [{ period: '2022' as Period, value: 2.5 }, null, null, null, null]
  const inputs = inputsOf(whole.indicators.map((one) => (one.key === 'e1' ? indicator('e1', [null, 2, 3, 4, 5], earlier) : one)))
  const outcome = computeIndex(framework, inputs)
  expect(outcome?.filled).toEqual([{ region: 'A', indicator: 'e1', value: 2.5, how: 'latest', period: '2022' }])
  expect(outcome?.cells[0]?.[0]).toBe(5)
  expect(outcome?.imputedShare[0]).toBeCloseTo(1 / 6, 9)
  expect(computeIndex({ ...framework, carryYears: 1 }, inputs)?.filled).toEqual([])
})
test('scores without NaN, weights of the leaves sum to one, and a region that is best at everything is first', () => {
  const framework = frameworkOf(six)
  const best = computeIndex(framework, inputsOf(six.map((one) => indicator(one.indicator, one.direction === 1 ? [9, 2, 3, 4, 5] : [0, 2, 3, 4, 5]))))
  expect(best?.nodes.find((node) => node.key === 'index')?.ranks[0]).toBe(1)
  expect(JSON.stringify(best)).not.toContain('NaN')
  const leaves = new Set(six.map((one) => one.indicator))
  expect((best?.weights ?? []).filter((one) => leaves.has(one.key)).reduce((sum, one) => sum + (one.effective ?? 0), 0)).toBeCloseTo(1, 12)
  expect(best?.leaveOneOut.length).toBe(9)
})
test('the bottleneck is the pillar a region is weakest in, and the next unit of effort belongs there', () => {
  const outcome = computeIndex(frameworkOf(six), whole)
  expect(outcome?.bottleneck?.lowest[0]).toBe('digitalisation')
  expect(outcome?.bottleneck?.lowest[4]).toBe('innovation')
  const shares = outcome?.bottleneck?.effort[4] ?? []
  expect(shares[0]?.pillar).toBe('innovation')
  expect(shares.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 9)
})
test('the same framework, figures and seed give the same intervals, to the byte; another seed gives others', () => {
  const framework = frameworkOf(six)
  const told: number[] = []
  const first = computeIntervals(framework, whole, (done) => told.push(done))
  expect(JSON.stringify(computeIntervals(framework, whole, () => {}))).toBe(JSON.stringify(first))
  expect(JSON.stringify(computeIntervals({ ...framework, seed: 8 }, whole, () => {}))).not.toBe(JSON.stringify(first))
  expect(first?.nodes.map((node) => node.key)).toEqual(['index', 'entrepreneurship', 'innovation', 'digitalisation'])
  for (const row of first?.nodes[0]?.regions ?? []) expect((row.low ?? 9) <= (row.high ?? 0)).toBe(true)
  expect(told.at(-1)).toBe(countRepetitions(framework, whole))
})
test('the method note says every step in both languages, from the record alone', () => {
  const framework = frameworkOf(six)
  const note = methodNote({ framework, inputs: whole, outcome: computeIndex(framework, whole) })
  for (const words of [note.bg, note.en]) {
    expect(words).toContain('2024')
    expect(words).toMatch(/40/)
    expect(words.split('\n\n').length).toBeGreaterThan(7)
  }
  expect(note.en).toContain('geometric mean')
  expect(methodNote({ framework: { ...framework, steps: { ...framework.steps, aggregation: [{ kind: 'arithmetic' }] } }, inputs: whole, outcome: null }).en).not.toContain('geometric')
})
test('every prepared index has one root, known parents and no indicator twice', () => {
  for (const { framework } of listPrepared()) {
    expect(framework.groups.filter((group) => group.parent === null).length).toBe(1)
    const keys = new Set(framework.groups.map((group) => group.key))
    for (const one of framework.indicators) expect(keys).toContain(one.parent)
    expect(new Set(framework.indicators.map((one) => one.indicator)).size).toBe(framework.indicators.length)
  }
})
test('the place among peers counts the peers with a score and the region itself', () => {
  expect(placeAmong([5, 7, 9, null], { row: 0, peers: [1, 2, 3] })).toEqual({ place: 3, of: 3 })
  expect(placeAmong([5, 5, 9], { row: 0, peers: [0, 1] })).toEqual({ place: 1, of: 2 })
  expect(placeAmong([5, 7], { row: 0, peers: [0] })).toBeNull()
  expect(placeAmong([null, 7], { row: 0, peers: [1] })).toBeNull()
})
test('stated weights and real influence are shares of the same pillars, and nothing is diagnosed of too few', () => {
  const outcome = computeIndex(frameworkOf(six), whole)
  expect(outcome?.diagnosis?.pillars?.map((one) => one.key)).toEqual(['entrepreneurship', 'innovation', 'digitalisation'])
  expect((outcome?.diagnosis?.pillars ?? []).reduce((sum, one) => sum + one.stated, 0)).toBeCloseTo(1, 9)
  expect((outcome?.diagnosis?.pcaWeights ?? []).reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(1, 9)
  const few = computeIndex(frameworkOf(six.slice(0, 1)), whole)
  expect(few?.diagnosis).toEqual({ components: null, pcaWeights: null, pillars: null })
})
