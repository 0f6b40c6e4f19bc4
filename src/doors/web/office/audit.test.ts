// What the trail shows of values is for people: no word of a program.
import { expect, test } from 'vitest'
import { sayValue } from './audit.tsx'

test.each([
  [null, '–'], ['', '–'], ['текст', 'текст'], [0, '0'], [false, 'false'], [[], '–'], [['а', null], 'а, –'],
  [{ bg: 'Щит', en: null, size: { w: 8 } }, '(bg: Щит; en: –; size: (w: 8))'],
])('%j is shown as %s', (value, shown) => {
  expect(sayValue(value)).toBe(shown)
})
