import { expect, test } from 'vitest'
import { sayCivilDate } from './civil-date.ts'

test('a date is said as precisely as it is known', () => {
  expect(sayCivilDate('2024-05-30', 'bg')).toBe('30.05.2024 г.')
  expect(sayCivilDate('2024-05-30', 'en')).toBe('30 May 2024')
  expect(sayCivilDate('2023-11', 'bg')).toBe('ноември 2023 г.')
  expect(sayCivilDate('2025', 'en')).toBe('2025')
})
test('what is no date is not dressed as one', () => {
  expect(sayCivilDate('пролетта', 'bg')).toBe('пролетта')
  expect(sayCivilDate('2024-13', 'bg')).toBe('2024-13')
})
