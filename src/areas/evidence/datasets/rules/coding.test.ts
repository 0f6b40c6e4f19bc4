import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingReasons } from '#kernel/observation.ts'
import { parsePackCells, readMissing, writeMissing } from './coding.ts'

test('what is missing is written with one letter each, and nothing when nothing is', () => {
  expect(writeMissing([null, null])).toBeNull()
  expect(writeMissing([null, 'confidential', 'unknown', 'noCases'])).toBe('.c?0')
})
test('reasons come back as they went in', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(null, ...missingReasons), { minLength: 1 }), (missing) => {
    expect(readMissing(writeMissing(missing), missing.length)).toEqual(missing)
  }))
})
test('cells of a pack: values, decimals, flags and reasons', () => {
  expect(parsePackCells('8300 9.25b :c : :- ~ -3.5 :u')).toMatchObject({
    decimals: 2, flags: ['', 'b', '', '', '', '', '', 'u'], missing: [null, null, 'confidential', 'unknown', 'noCases', 'notServed', null, 'unreliable'],
  })
  const parsed = parsePackCells('8300 9.25b -0.5')
  expect('values' in parsed && [...parsed.values]).toEqual([8300, 9.25, -0.5])
})
test('a cell that is not of the grammar is named, never read as something', () => {
  for (const bad of ['1,5', '1 ', '5 b', '.5', '5.', '-', '-.5', '1e3', 'NaN', '--3', '1.2.3', ':d5']) expect(parsePackCells(`1 ${bad}`), bad).toHaveProperty('badCell')
})
