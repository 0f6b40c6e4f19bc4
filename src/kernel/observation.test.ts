import { expect, test } from 'vitest'
import { hasFlag, missingReasons, ReadProblem } from './observation.ts'

test('flags are compared by letter, wherever it stands', () => {
  expect(['bep', 'e', '', 'bu'].map((flags) => hasFlag(flags, 'e'))).toEqual([true, true, false, false])
})
test('every reason for a missing value has its place in the closed list', () => {
  expect(new Set(missingReasons).size).toBe(6)
  expect(missingReasons).toContain('confidential')
})
test('a problem speaks both languages and knows its place, or that it has none', () => {
  const problem = new ReadProblem({ code: 'cell', line: 3, column: 2, bg: 'не е число', en: 'is no number' })
  expect(problem).toBeInstanceOf(Error)
  expect(problem).toMatchObject({ code: 'cell', line: 3, column: 2, message: 'is no number', text: { bg: 'не е число', en: 'is no number' } })
  expect(new ReadProblem({ code: 'empty', bg: 'празно', en: 'empty' })).toMatchObject({ line: null, column: null })
})
