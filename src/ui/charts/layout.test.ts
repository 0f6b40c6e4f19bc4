// Axes, labels and text: what a layout promises whatever the values.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { people, quarters, ratePct, years } from './example-region.ts'
import { type LineLayout, layLines } from './line-layout.ts'
import { toLineState } from './line-state.ts'
import { papers } from './paper.ts'
import { spreadLabels } from './spread-labels.ts'
import { textWidth } from './text-width.ts'
import { toTimeAxis } from './time-axis.ts'
import { toValueAxis } from './value-axis.ts'
import { wrapText } from './wrap-text.ts'

const values = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.001, max: 1e6, noNaN: true }))

test('an axis has three to five ticks and holds every value', () => {
  fc.assert(fc.property(values, fc.constantFrom('zero' as const, 'honest' as const), ([low, span], from) => {
    const axis = toValueAxis({ low, high: low + span, quantity: people('bg'), language: 'bg', from })
    expect(axis.ticks.length).toBeGreaterThanOrEqual(3)
    expect(axis.ticks.length).toBeLessThanOrEqual(5)
    expect(axis.low).toBeLessThanOrEqual(low)
    expect(axis.high).toBeGreaterThanOrEqual(low + span)
    if (from === 'zero') expect(axis.start).toBe('zero')
  }))
})
test('a line axis takes zero in when zero is near, and says so when it does not', () => {
  const axis = (low: number, high: number) => toValueAxis({ low, high, quantity: people('bg'), language: 'bg', from: 'honest' })
  expect(axis(3, 20).start).toBe('zero')
  expect(axis(288_700, 366_200).start).toBe('elsewhere')
})
test('a share has no tick above 100 and none below 0', () => {
  const axis = toValueAxis({ low: 61, high: 99.5, quantity: ratePct('bg'), language: 'bg', from: 'honest' })
  expect(axis.high).toBe(100)
  expect(Math.max(...axis.ticks.map((tick) => tick.value))).toBe(100)
})
test('one value alone still has an axis', () => {
  expect(toValueAxis({ low: 4, high: 4, quantity: ratePct('bg'), language: 'bg', from: 'honest' }).ticks.length).toBeGreaterThanOrEqual(3)
})
test('labels never touch and stay inside as long as they fit', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 }), (wanted) => {
    const centres = [...spreadLabels(wanted.map((at, id) => ({ id: String(id), wanted: at, size: 20 })), { low: 0, high: 300 }).values()].sort((a, b) => a - b)
    expect(centres).toHaveLength(wanted.length)
    centres.forEach((centre, at) => {
      expect(centre).toBeGreaterThanOrEqual(10 - 1e-6)
      expect(centre).toBeLessThanOrEqual(290 + 1e-6)
      if (at > 0) expect(centre - (centres[at - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-6)
    })
  }))
})
test('a label that has room stays where it wants to be', () => {
  expect(spreadLabels([{ id: 'a', wanted: 100, size: 20 }, { id: 'b', wanted: 150, size: 20 }], { low: 0, high: 300 })).toEqual(new Map([['a', 100], ['b', 150]]))
})
test('the first and the last year are always written, and no two years touch', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 120, max: 600 }), (count, right) => {
    const axis = toTimeAxis({ periods: years(1970, Array.from({ length: count }, () => 1)).map((point) => point.period), left: 30, right, fontSize: 15 })
    expect(axis.ticks.at(-1)?.label).toBe(String(1970 + count - 1))
    expect(axis.ticks[0]?.label).toBe('1970')
    axis.ticks.forEach((tick, at) => { if (at > 0) expect(tick.x - (axis.ticks[at - 1]?.x ?? 0)).toBeGreaterThan(textWidth('0000', 15)) })
  }))
})
test('quarters are written under their marks where they fit, and years below them', () => {
  const few = toTimeAxis({ periods: quarters(2024, [1, 2, 3, 4, 5]).map((point) => point.period), left: 30, right: 500, fontSize: 15 })
  expect(few.ticks.map((tick) => tick.label)).toEqual(['I', 'II', 'III', 'IV', 'I', '2024', '2025'])
  const many = toTimeAxis({ periods: quarters(2005, Array.from({ length: 80 }, () => 1)).map((point) => point.period), left: 30, right: 330, fontSize: 15 })
  expect(many.rows).toBe(1)
})
test('a name breaks between words, keeps its number with its unit, and is cut with a sign when it cannot fit', () => {
  expect(wrapText({ text: 'Велико Търново', width: 60, fontSize: 13 })).toEqual(['Велико', 'Търново'])
  expect(wrapText({ text: 'Област Липова 4,0\u00a0%', width: 104, fontSize: 15 })).toEqual(['Област Липова', '4,0\u00a0%'])
  const cut = wrapText({ text: 'Благоевградска', width: 40, fontSize: 15 })
  expect(cut[0]).toMatch(/…$/)
  expect(textWidth(cut[0] ?? '', 15)).toBeLessThanOrEqual(40)
})
const schoolYears = (): LineLayout => {
  const points = ['2012/2013', '2013/2014', '2014/2015'].map((period, at) => ({ period: period as Period, value: 9000 + at, missing: null, flags: '' }))
  return layLines({
    state: toLineState([{ id: 'a', name: 'А', stance: 'region', points }]), quantity: people('bg'), language: 'bg', paper: papers.narrow, sayCut: () => '',
    annotations: [{ period: '2010' as Period, text: 'преди първата стойност' }, { period: '2013' as Period, text: 'вътре' }],
  })
}
test('the last year of school stays on the paper with all its letters', () => {
  const last = schoolYears().ticks.at(-1)
  expect(last?.label).toBe('2014/15')
  expect((last?.x ?? 0) + textWidth('2014/15', papers.narrow.fontSize) / 2).toBeLessThanOrEqual(papers.narrow.width)
})
test('what happened before the first value is not drawn beside the axis', () => {
  expect(schoolYears().notes.map((note) => note.lines.join(' '))).toEqual(['вътре'])
})
