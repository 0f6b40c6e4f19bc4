// Targets from the pace of those who once stood where we stand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { targetsOf } from './targets.ts'

const panel = (...rows: number[][]) => ({ values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 })
const growing = (rate: number, start = 100, years = 6): number[] => Array.from({ length: years }, (_, i) => start * (1 + rate) ** i)

test('peers that grew a tenth a year from 100 make 161 of our 100 in five years, and all of them reached it', () => {
  const found = targetsOf(panel(growing(0.1), growing(0.1)), { start: 100, least: 2, target: 161.051 })
  expect(found.targets.map(({ quantile }) => quantile)).toEqual([0.5, 0.75, 0.9])
  expect(found.targets[0]?.pace).toBeCloseTo(0.1, 12)
  expect(found.targets[0]?.target).toBeCloseTo(161.051, 8)
  expect(found.asked).toMatchObject({ plausibility: 1, reached: 2 })
  expect(found.asked?.years[0]?.years).toBeCloseTo(5, 9)
})
test('only stretches that start near our level count; where none does, the list is empty and says so', () => {
  expect(targetsOf(panel(growing(0.1, 300)), { start: 100, least: 1 })).toMatchObject({ windows: [], targets: [{ pace: 'no-data' }, {}, {}] })
  expect(targetsOf(panel(growing(0, 125), growing(0, 126)), { start: 100, least: 1 }).windows.map(({ row }) => row)).toEqual([0])
  const quartile = targetsOf(panel(growing(0, 10), growing(0, 20), growing(0, 30), growing(0, 40)), { start: 38, similar: 'quartile', least: 1 })
  expect(quartile.windows.map(({ row }) => row)).toEqual([3])
})
test('under twenty stretches there are no quantiles, and they are listed', () => {
  const found = targetsOf(panel(growing(0.1), growing(0.05)), { start: 100 })
  expect(found.targets.every(({ target, pace }) => target === 'too-few' && pace === 'too-few')).toBe(true)
  expect(found.windows).toHaveLength(2)
})
test('shares grow in points; where less is better the ambitious pace is the faster fall', () => {
  const falls = panel([20, 18, 16, 14, 12, 10], [20, 19, 18, 17, 16, 15], [20, 20, 20, 20, 20, 20])
  const found = targetsOf(falls, { start: 20, share: true, direction: -1, least: 3, target: 15 })
  expect(found.targets.map(({ pace }) => pace)).toEqual([-1, -1.5, expect.closeTo(-1.8, 12)])
  expect(found.targets[0]).toMatchObject({ target: 15, plausibility: 2 / 3 })
  expect(found.asked?.years[0]).toEqual({ quantile: 0.5, years: 5 })
  expect(found.asked?.plausibility).toBeCloseTo(2 / 3, 12)
})
test('no stretch crosses a break, and no target goes beyond the best value', () => {
  expect(targetsOf(panel(growing(0.1, 100, 8)), { start: 100, least: 1, breaks: [[6]] }).windows.map(({ from }) => from)).toEqual([0])
  const found = targetsOf(panel(growing(0.1)), { start: 100, least: 1, best: 130 })
  expect(found.targets[0]).toMatchObject({ target: 130, capped: true, plausibility: 1 })
})
test('no pace towards the target, no years; a start of nothing has no rates', () => {
  const found = targetsOf(panel(growing(-0.05), growing(-0.05)), { start: 100, least: 1, target: 120 })
  expect(found.asked).toMatchObject({ plausibility: 0, years: [{ years: 'out-of-domain' }, {}, {}] })
  expect(targetsOf(panel(growing(0.1)), { start: 0, least: 1 }).targets[0]?.target).toBe('not-positive')
})
test('a more demanding quantile never asks for less, and is never more plausible', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 80, max: 120 }), { minLength: 9, maxLength: 9 }), { minLength: 3, maxLength: 8 }), (rows) => {
    const { targets } = targetsOf(panel(...rows), { start: 100, least: 1 })
    for (let i = 1; i < targets.length; i += 1) {
      expect(targets[i]?.target as number).toBeGreaterThanOrEqual((targets[i - 1]?.target as number) - 1e-9)
      expect(targets[i]?.plausibility as number).toBeLessThanOrEqual(targets[i - 1]?.plausibility as number)
    }
  }))
})
