// β, σ, γ and δ: worked cases, values of NumPy and SciPy, and what must hold for any regions.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaConvergence } from './beta-convergence.ts'
import { deltaConvergence } from './delta-convergence.ts'
import { gammaConvergence } from './gamma-convergence.ts'
import { sigmaConvergence } from './sigma-convergence.ts'

const panel = (...rows: number[][]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const start = Float64Array.of(4000, 5200, 6100, 7800, 9900, 12_000), end = Float64Array.of(6900, 8000, 9200, 10_900, 13_100, 16_000)

test('growth of 5, 3 and 1 % from starts e⁰, e¹, e² is b −0.02, and T belongs in the speed: λ 0.0223, half-life 31 years', () => {
  const y0 = Float64Array.of(1, Math.E, Math.E ** 2), found = betaConvergence({ start: y0, end: y0.map((one, i) => one * Math.exp(10 * (0.05 - 0.02 * i))), years: 10 })
  expect(found.slope).toBeCloseTo(-0.02, 12)
  expect(found.speed).toBeCloseTo(0.0223143551, 9)
  expect(found.halfLife).toBeCloseTo(31.0628372, 6)
})
test('with a control the coefficients, errors, p and speed are those of NumPy', () => {
  const found = betaConvergence({ start, end, years: 10, controls: Float64Array.of(1, 3, 2, 5, 4, 4), controlCount: 1 })
  expect(found.slope).toBeCloseTo(-0.01837148, 8)
  expect(found.slopeError).toBeCloseTo(0.00423088, 8)
  expect(found.controls[0]).toBeCloseTo(-0.00196154, 8)
  expect(found.controlErrors[0]).toBeCloseTo(0.00118011, 8)
  expect(found.p).toBeCloseTo(0.022545246963216675, 10)
  expect(found.speed).toBeCloseTo(0.020299152170851882, 10)
  expect(found.explained).toBeCloseTo(0.9656005242970154, 10)
})
test('regions that drift apart have no speed; without a value they stay out; two regions have no error', () => {
  const found = betaConvergence({ start: Float64Array.of(1, 2, 4, Number.NaN, 0), end: Float64Array.of(1, 3, 9, 5, 5), years: 5 })
  expect(found).toMatchObject({ speed: 'out-of-domain', halfLife: 'out-of-domain', used: [0, 1, 2] })
  expect(betaConvergence({ start: Float64Array.of(1, 2), end: Float64Array.of(2, 3), years: 5 })).toMatchObject({ slopeError: 'too-few', p: 'too-few' })
  expect(betaConvergence({ start: Float64Array.of(3, 3, 3), end: Float64Array.of(2, 3, 4), years: 5 }).slope).toBe('constant')
  expect(betaConvergence({ start: Float64Array.of(), end: Float64Array.of(), years: 5 }).slope).toBe('no-data')
})
const table = panel([10, 12, 14], [20, 21, 22], [40, 40, 41], [33, 30, 35])
test('the spread, its trend and the test of the first against the last year are those of SciPy', () => {
  const found = sigmaConvergence(table)
  ;[0.61886669, 0.51861056, 0.48533655].forEach((one, t) => { expect(found.spread[t]).toBeCloseTo(one, 8) })
  expect(found.trend.slope).toBeCloseTo(-0.0667650693532637, 12)
  expect(found.trend.p).toBeCloseTo(0.17946371866333644, 10)
  expect(found.test.f).toBeCloseTo(1.625953852, 8)
  expect(found.test.pShrinking).toBeCloseTo(0.3496973057945423, 10)
  const variation = sigmaConvergence(table, { measure: 'variation', less: 0 })
  ;[0.44986147, 0.40393484, 0.3788072].forEach((one, t) => { expect(variation.spread[t]).toBeCloseTo(one, 8) })
})
test('the bands say where a region stands: within half a deviation of the mean, up to one, beyond', () => {
  expect(sigmaConvergence(panel([-2], [-0.7], [0], [0.7], [2])).bands.flat()).toEqual(['far-below', 'middle', 'middle', 'middle', 'far-above'])
  expect(sigmaConvergence(panel([1], [Number.NaN])).bands.flat()).toEqual([null, null])
})
test('a zero under the logarithm, one region, regions all equal: each says why', () => {
  expect(sigmaConvergence(panel([0, 1], [2, 3])).spread).toEqual(['not-positive', expect.closeTo(Math.log(3) / Math.SQRT2, 12)])
  expect(sigmaConvergence(panel([1, 2])).spread).toEqual(['too-few', 'too-few'])
  expect(sigmaConvergence(panel([5, 5], [5, 5]))).toMatchObject({ spread: [0, 0], test: { f: 'zero-denominator' } })
  expect(sigmaConvergence(panel([-1, 1], [1, 1]), { measure: 'variation' }).spread).toEqual(['zero-denominator', 0])
})
test('γ is 1 while the order stays and 0 when it is turned round', () => {
  expect(gammaConvergence(panel([1, 3], [2, 2], [3, 1]))).toMatchObject({ paired: [1, 0], throughout: [1, 0], tau: [1, -1], chiSquare: 0, p: 1 })
  expect(gammaConvergence(panel([1, 10], [2, 20], [3, 30]))).toMatchObject({ paired: [1, 1], tau: [1, 1], chiSquare: 4 })
  expect(gammaConvergence(panel([1, 10], [1, 20])).paired).toEqual(['constant', 'constant'])
  expect(gammaConvergence(panel([1, Number.NaN], [1, 20])).paired).toEqual(['too-few', 'too-few'])
})
test('δ adds the distances to the best: 1, 2, 4 are 5 away from 4, and 4 away from 1 where less is better', () => {
  expect(deltaConvergence(panel([1], [2], [4]))).toMatchObject({ distance: [5], meanDistance: [5 / 3] })
  expect(deltaConvergence(panel([1], [2], [4]), -1).distance).toEqual([4])
  expect(deltaConvergence(panel([Number.NaN])).distance).toEqual(['no-data'])
})
test('regions in another order give the same, and more money for all changes neither σ nor γ', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })), { minLength: 3, maxLength: 20 }), fc.integer({ min: 2, max: 9 }), (rows, factor) => {
    const found = sigmaConvergence(panel(...rows)), other = sigmaConvergence(panel(...rows.toReversed().map((row) => row.map((one) => one * factor))))
    found.spread.forEach((one, t) => { expect(other.spread[t]).toBeCloseTo(one as number, 9) })
    const order = gammaConvergence(panel(...rows)).paired.at(-1), again = gammaConvergence(panel(...rows.toReversed().map((row) => row.map((one) => one * factor)))).paired.at(-1)
    if (typeof order === 'number') expect(again).toBeCloseTo(order, 9)
  }))
})
