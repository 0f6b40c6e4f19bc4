// The field with a crosshair: names never lie on each other or on a point, and what has no room is left to the table.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossRadius, layCross, type CrossPoint } from './crosshair-layout.ts'
import { ratePct } from './example-region.ts'
import { papers } from './paper.ts'
import { textWidth } from './text-width.ts'

const words = { highHigh: 'близо и ценно', highLow: 'близо', lowHigh: 'ценно', lowLow: 'далеч' }
const points = fc.array(fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 40 })
  .map((rows) => rows.map(([x, y, picked], at): CrossPoint => ({ id: String(at), name: `Дейност номер ${at}`, short: `C ${at}`, x, y, weight: picked ? 'picked' : 'other', fill: 'full' })))
const lay = (list: readonly CrossPoint[], paper: 'wide' | 'narrow') => layCross({ points: list, cross: { x: 50, y: 0 }, words, x: ratePct('bg'), y: ratePct('bg'), language: 'bg', paper: papers[paper] })

test('every point lies inside the field, and no name touches another name or another point', () => {
  fc.assert(fc.property(points, fc.constantFrom('wide' as const, 'narrow' as const), (list, paper) => {
    const { points: placed, field, unnamed } = lay(list, paper)
    const boxes = placed.flatMap(({ label }) => {
      if (label === null) return []
      const width = textWidth(label.words, 15), left = label.side === 'start' ? label.x : label.side === 'end' ? label.x - width : label.x - width / 2
      return [{ left, right: left + width, top: label.y - 12, bottom: label.y + 3.75 }]
    })
    expect(boxes.length).toBe(list.length - unnamed)
    boxes.forEach((a, at) => {
      for (const b of boxes.slice(at + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      for (const { x, y } of placed) expect(a.left < x + crossRadius && x - crossRadius < a.right && a.top < y + crossRadius && y - crossRadius < a.bottom).toBe(false)
    })
    for (const { x, y } of placed) { expect(x).toBeGreaterThanOrEqual(field.left); expect(x).toBeLessThanOrEqual(field.right); expect(y).toBeGreaterThanOrEqual(field.top); expect(y).toBeLessThanOrEqual(field.bottom) }
  }), { numRuns: 60 })
})
test('what is picked has its name before the others', () => {
  const crowd = Array.from({ length: 30 }, (_, at): CrossPoint => ({ id: String(at), name: `Дейност ${at}`, short: `C ${at}`, x: 50, y: 0, weight: at === 29 ? 'picked' : 'other', fill: 'full' }))
  const named = lay(crowd, 'wide').points.filter(({ label }) => label !== null).map(({ point }) => point.id)
  expect(named).toContain('29')
  expect(named.length).toBeLessThan(30)
})
