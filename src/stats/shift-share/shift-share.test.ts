// The forms of shift-share: the textbook region, that parts sum to the whole, and activities that come or go.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from './change.ts'
import { type ShiftShare, shiftShare } from './classic.ts'
import { dynamicShiftShare } from './dynamic.ts'
import { type Esteban, estebanMarquillas } from './esteban-marquillas.ts'
import { type Gerfin, gerfin } from './gerfin.ts'

const change = (rows: readonly (readonly [number, number, number, number])[]): Change => ({
  regionStart: Float64Array.from(rows, ([one]) => one), regionEnd: Float64Array.from(rows, ([, one]) => one),
  nationStart: Float64Array.from(rows, ([, , one]) => one), nationEnd: Float64Array.from(rows, ([, , , one]) => one),
})
const regionA = change([[90, 100, 400, 440], [20, 40, 150, 210], [10, 10, 150, 135], [60, 55, 400, 480]])
const size = fc.integer({ min: 0, max: 10_000 })
const changes = fc.array(fc.tuple(size, size, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 })), { minLength: 1, maxLength: 8 }).map((rows) => change(rows))

test('Farhauer and Kröll, region A: change 25 = national 27 + mix 1 + regional −3', () => {
  const found = shiftShare(regionA) as ShiftShare
  expect([found.change, found.national, found.mix, found.regional, found.netShift].map((one) => Number(one.toFixed(9)))).toEqual([25, 27, 1, -3, -2])
  expect(found.lines.map(({ cell }) => cell)).toEqual(['slow-faster', 'fast-faster', 'slow-faster', 'fast-slower'])
  expect(found.cells).toEqual([
    { cell: 'fast-faster', activities: [1], start: 20, change: 20 }, { cell: 'fast-slower', activities: [3], start: 60, change: -5 },
    { cell: 'slow-faster', activities: [0, 2], start: 100, change: 10 }, { cell: 'slow-slower', activities: [], start: 0, change: 0 },
  ])
})
test('the same region by Esteban-Marquillas: competitive −0.636, allocation −2.364; by Gerfin 1.0048 × 0.9856', () => {
  const found = estebanMarquillas(regionA) as Esteban
  expect([found.national, found.mix, found.competitive, found.allocation].map((one) => Number(one.toFixed(9)))).toEqual([27, 1, -0.636363636, -2.363636364])
  const ratios = gerfin(regionA) as Gerfin
  expect([ratios.structure, ratios.location, ratios.net].map((one) => Number(one.toFixed(7)))).toEqual([1.0048309, 0.9855769, 0.9903382])
})
test('the parts sum to the change in every form, whatever comes or goes', () => {
  fc.assert(fc.property(changes, (one) => {
    const classic = shiftShare(one) as ShiftShare, esteban = estebanMarquillas(one) as Esteban
    const scale = 1 + one.regionStart.reduce((a, b) => a + b, 0) + one.regionEnd.reduce((a, b) => a + b, 0)
    expect(Math.abs(classic.national + classic.mix + classic.regional + classic.apart - classic.change) / scale).toBeLessThan(1e-8)
    expect(Math.abs(esteban.national + esteban.mix + esteban.competitive + esteban.allocation + esteban.newActivities + esteban.apart - esteban.change) / scale).toBeLessThan(1e-6)
    expect(classic.cells.reduce((all, cell) => all + cell.change, 0) + classic.apart).toBeCloseTo(classic.change, 6)
  }))
})
test('a region that moves as the nation does in everything has no regional component and the ratio 1', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 6 }), (rows) => {
    const one = change(rows.map(([start, end]) => [start, end, start * 10, end * 10]))
    expect((shiftShare(one) as ShiftShare).regional).toBeCloseTo(0, 6)
    expect((gerfin(one) as Gerfin).net).toBeCloseTo(1, 9)
  }))
})
test('an activity new to the region is wholly regional, on its own line where a rate is needed; one new to the nation stands apart', () => {
  const one = change([[100, 110, 1000, 1100], [0, 7, 50, 60], [0, 4, 0, 9]])
  const classic = shiftShare(one) as ShiftShare, esteban = estebanMarquillas(one) as Esteban
  expect(classic.lines[1]).toMatchObject({ kind: 'new', change: 7, national: 0, mix: 0, regional: 7, regionGrowth: 'zero-denominator', cell: 'fast-faster' })
  expect(classic.lines[2]).toMatchObject({ kind: 'apart', change: 4, national: null, nationGrowth: 'zero-denominator', cell: null })
  expect([classic.apart, esteban.newActivities, esteban.apart]).toEqual([4, 7, 4])
  expect((gerfin(one) as Gerfin).apart).toEqual([2])
})
test('a line with a missing figure is in no sum and named', () => {
  const one = change([[100, 110, 1000, 1100], [5, Number.NaN, 50, 60]])
  expect(shiftShare(one)).toMatchObject({ change: 10, leftOut: [1] })
  expect(shiftShare(change([[Number.NaN, 1, 1, 1]]))).toBe('no-data')
  expect(gerfin(change([[Number.NaN, 1, 1, 1]]))).toBe('no-data')
})
test('year by year: 10, 12, 15 of 100, 110, 121 are national 2.2 and regional 2.8; a gap year breaks it', () => {
  const table = { region: Float64Array.of(10, 12, 15), nation: Float64Array.of(100, 110, 121), activities: 1 }
  expect(dynamicShiftShare({ ...table, years: [2021, 2022, 2023] })).toMatchObject({ change: 5, national: expect.closeTo(2.2, 9), regional: expect.closeTo(2.8, 9) })
  expect(dynamicShiftShare({ ...table, years: [2021, 2022, 2024] })).toBe('no-data')
  expect(dynamicShiftShare({ region: Float64Array.of(1), nation: Float64Array.of(2), activities: 1, years: [2021] })).toBe('too-few')
})
test('over two years the dynamic form is the classic one', () => {
  fc.assert(fc.property(changes, (one) => {
    const pairs = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.from(Array.from(a).flatMap((x, at) => [x, b[at] as number]))
    const dynamic = dynamicShiftShare({ region: pairs(one.regionStart, one.regionEnd), nation: pairs(one.nationStart, one.nationEnd), activities: one.regionStart.length, years: [1, 2] })
    expect(dynamic).toMatchObject({ mix: (shiftShare(one) as ShiftShare).mix })
  }))
})
test('nothing at all, nothing at the start, and sizes beyond counting give a reason', () => {
  expect(shiftShare(change([]))).toBe('no-data')
  expect(shiftShare(change([[0, 1, 0, 1]]))).toBe('zero-denominator')
  expect(gerfin(change([[0, 1, 5, 6]]))).toBe('zero-denominator')
  expect(gerfin(change([[3, 1, 5, 0]]))).toBe('zero-denominator')
  expect(shiftShare(change([[1e308, 1e308, 1e308, 1e308], [1e308, 1, 1e308, 1]]))).toBe('out-of-domain')
  expect(shiftShare(change([[1e308, 1e308, 1, 1e3]]))).toBe('out-of-domain')
  expect(() => shiftShare(change([[-1, 1, 1, 1]]))).toThrow(RangeError)
})
