// Did it work: worked cases, a panel solved a second time by SciPy (constrained optimiser, regression with all dummies), and what must hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforeAfter } from './before-after.ts'
import { differenceInDifferences, eventStudy } from './difference-in-differences.ts'
import { panelRegression } from './panel-regression.ts'
import { leaveOneDonorOut, placebosFor } from './placebos.ts'
import { ridgeAugmented } from './ridge-augmented.ts'
import { syntheticControl } from './synthetic-control.ts'
import { syntheticDid } from './synthetic-did.ts'

const N = 12, T = 12, T0 = 8
const cellOf = (i: number, t: number): number =>
  10 + i + 0.8 * t + 1.5 * Math.sin(i * 1.7 + t * 0.9) + 0.1 * i * Math.cos(t) + 0.7 * Math.sin(3.7 * i * i + 1.3 * t * t) + (i === 0 && t >= T0 ? 2 : 0)
const panel = { values: Float64Array.from({ length: N * T }, (_, at) => cellOf(Math.floor(at / T), at % T)), rows: N, columns: T }
const small = (...rows: number[][]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const design = { panel, treated: 0, first: T0 }

test('before and after: own change 3, others 1, effect 2; p only from eight peers on', () => {
  expect(beforeAfter({ panel: small([1, 1, 4], [1, 1, 2], [1, 1, 2]), treated: 0, first: 2 })).toMatchObject({ change: 3, meanChange: 1, effect: 2, p: 'too-few' })
  const many = beforeAfter({ panel: small([1, 1, 4], ...Array.from({ length: 9 }, (_, i) => [1, 1, 2 + i / 100])), treated: 0, first: 2 })
  expect(many).toMatchObject({ rank: 1, p: 0.1 })
  expect(beforeAfter({ panel: small([1, 1, Number.NaN], [1, 1, 2]), treated: 0, first: 2 }).effect).toBe('no-data')
  expect(beforeAfter({ panel: small([1, 1, 4], [1, 1, Number.NaN]), treated: 0, first: 2 })).toMatchObject({ effect: 'no-data', without: [1] })
})
test('a region where nothing differs ties with all others and has the largest p', () => {
  expect(beforeAfter({ panel: small(...Array.from({ length: 10 }, () => [1, 1, 2])), treated: 0, first: 2 }).p).toBe(1)
})
test('differences in differences: 1 → 4 beside 1 → 2 is 2; two starts, clustered and plain errors as with all dummies', () => {
  expect(differenceInDifferences(small([1, 4], [1, 2], [3, 4]), [{ row: 0, first: 1 }]).effect).toBeCloseTo(2, 12)
  const found = differenceInDifferences(panel, [{ row: 0, first: T0 }, { row: 3, first: 5 }])
  expect(found.effect).toBeCloseTo(0.97667357, 8)
  expect(found.error).toBeCloseTo(1.25165818, 8)
  expect(found.plainError).toBeCloseTo(0.54870375, 8)
})
test('one treated region: p comes from the others in its place', () => {
  const found = differenceInDifferences(panel, [{ row: 0, first: T0 }])
  expect(found.placebos).toHaveLength(N - 1)
  const beyond = found.placebos.filter((one) => Math.abs(one) >= Math.abs(found.effect as number)).length
  expect(found.permutationP).toBeCloseTo((1 + beyond) / N, 12)
  expect(differenceInDifferences(small([1, 4], [1, 2], [3, 4]), [{ row: 0, first: 1 }]).permutationP).toBe('too-few')
})
const event = [-0.53221535, 0.18923582, -0.86842689, -1.29118143, -0.53641411, -0.81643267, -0.10970427, 1.52192883, 0.4012583, -0.05028068, -0.55354488]
test('the event study has 0 in the last year before, and the other years as with all dummies', () => {
  const { effects } = eventStudy(panel, [{ row: 0, first: T0 }, { row: 5, first: T0 }])
  expect(effects).toHaveLength(T)
  expect(effects.find(({ year }) => year === -1)).toMatchObject({ effect: 0 })
  event.forEach((one, at) => { expect(effects.filter(({ year }) => year !== -1)[at]?.effect).toBeCloseTo(one, 7) })
  expect(effects[0]?.error).toBeCloseTo(0.25097457, 7)
})
test('everybody treated from one year on cannot be told from that year', () => {
  expect(panelRegression(small([1, 2], [2, 4]), [Float64Array.of(0, 1, 0, 1)])).toBe('too-few')
  expect(panelRegression(small([1, 2, 3], [2, 4, 5], [1, 1, 1]), [Float64Array.of(0, 1, 1, 0, 1, 1, 0, 1, 1)])).toBe('constant')
})
test('synthetic difference in differences: effect, weights and placebo error of the same problem solved by SciPy', () => {
  const found = syntheticDid({ panel, treated: [0], first: T0 })
  expect(found.noise).toBeCloseTo(1.2162559262681754, 10)
  expect(found.unitPenalty).toBeCloseTo(1.720045626245105, 10)
  expect(found.effect).toBeCloseTo(2.1009751044, 4)
  expect(found.error).toBeCloseTo(0.0247101, 3)
  for (const weights of [found.unitWeights, found.timeWeights]) expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
})
test('several treated: the placebo error comes from seeded draws, the same seed gives the same bytes', () => {
  const given = { panel, treated: [0, 1], first: T0 }
  expect(JSON.stringify(syntheticDid(given, { replications: 20, seed: 7 }))).toBe(JSON.stringify(syntheticDid(given, { replications: 20, seed: 7 })))
  expect(JSON.stringify(syntheticDid(given, { replications: 20, seed: 8 }))).not.toBe(JSON.stringify(syntheticDid(given, { replications: 20, seed: 7 })))
})
test('ridge augmented: λ by leaving a year out and the one-error rule, effect as computed by NumPy', () => {
  const found = ridgeAugmented(design)
  expect(found.plainEffect).toBeCloseTo(1.8420223785, 4)
  expect(found.tried).toHaveLength(21)
  expect(found.penalty / 9.166085962203107e-6).toBeCloseTo(1, 8)
  expect(found.effect).toBeCloseTo(1.9999954376, 4)
  expect(found.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
})
test('a region that is half of each of two donors is found as that, with no gap, and its ratio has no denominator', () => {
  const half = small([2, 3, 4, 5, 6], [1, 2, 2, 4, 5], [3, 4, 6, 6, 7], [9, 1, 9, 1, 9])
  const found = syntheticControl({ panel: half, treated: 0, first: 3 }, { ridge: 0 })
  expect([...found.weights].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([0.5, 0.5, 0])
  expect(found.gap.every((one) => Math.abs(one) < 1e-9)).toBe(true)
  expect(found.flags).toEqual(['few-periods', 'few-donors'])
})
test('a donor with a gap is left out and named; without two donors there is no mixture; a gap of our own is no data', () => {
  expect(syntheticControl({ panel: small([1, 2, 3], [1, Number.NaN, 3], [1, 2, 3], [2, 2, 2]), treated: 0, first: 2 })).toMatchObject({ reason: null, without: [1] })
  expect(syntheticControl({ panel: small([1, 2, 3], [1, Number.NaN, 3], [1, 2, 3]), treated: 0, first: 2 }).reason).toBe('too-few')
  expect(syntheticControl({ panel: small([1, Number.NaN, 3], [1, 2, 3], [1, 2, 3]), treated: 0, first: 2 }).reason).toBe('no-data')
  expect(() => syntheticControl({ panel: small([1, 2], [1, 2]), treated: 0, first: 2 })).toThrow('from 1 to 1')
})
test('what fits worse before the start than the middle placebo is no credible comparison', () => {
  const far = small([50, 10, 50, 10, 50, 10, 60], ...Array.from({ length: 10 }, (_, i) => [1, 2, 3, 4, 5, 6, 7].map((one) => one + i)))
  const given = { panel: far, treated: 0, first: 6 }, own = syntheticControl(given)
  expect(placebosFor(given, own)).toMatchObject({ credible: 'no' })
  expect(leaveOneDonorOut(given, own).length).toBeGreaterThan(0)
})
test('weights of any panel are none negative and add up to 1, whatever the order of the regions', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }), { minLength: 4, maxLength: 9 }), (rows) => {
    const found = syntheticControl({ panel: small(...rows), treated: 0, first: 4 }), turned = syntheticControl({ panel: small(...rows.slice(1).reverse(), rows[0] as number[]), treated: rows.length - 1, first: 4 })
    expect(found.weights.every((one) => one >= 0)).toBe(true)
    expect(found.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    expect(Math.abs(found.loss - turned.loss)).toBeLessThan(1e-6 * (1 + found.loss))
  }), { numRuns: 60 })
})
