// Every method of change on vectors nobody wants to meet: never NaN, never infinity, never a crash.
import { expect, test } from 'vitest'
import { changeEntries } from './change.ts'

const awkward: readonly (readonly (number | null)[])[] = [
  [], [7], [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [null, null, null], [1, null, 3, 4, 6], [0, 0, 0, 0], [0, 1, 2, 0, 3], [-4, -2, 3, -1, 5, 2], [1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2],
  [1e308, -1e308, 1e308, -1e308, 1e308], [1e308, 1e308, 1e307], [1e-308, 1e308, 1e-308], [3, 4], Array.from({ length: 40 }, (_, i) => 1e308 - i * 1e306),
]
const wrongNumbers = (value: unknown): number => (typeof value === 'number' ? Number(!Number.isFinite(value)) : value !== null && typeof value === 'object' ? Object.values(value).reduce((sum: number, one) => sum + wrongNumbers(one), 0) : 0)
const runOf = (name: string, input: unknown): unknown => {
  const one = changeEntries.find((entry) => entry.name === name)
  if (one === undefined) throw new Error(`no method ${name}`)
  return one.output.parse(one.run(one.input.parse(input)))
}

test.each(awkward.map((one) => [JSON.stringify(one).slice(0, 60), one] as const))('%s is answered with numbers or reasons by every method', (_, values) => {
  const rows = [values, [...values].reverse(), values.map((one) => (one === null ? null : one / 2))]
  const flipped = values.map((_, at) => rows.map((one) => one[at] as number | null))
  const all = [
    ...['growth', 'theil-sen', 'mann-kendall', 'inequality'].map((name) => runOf(name, { values })),
    runOf('inequality', { values, weights: values.map((_, i) => i) }),
    ...['naive', 'drift', 'line', 'log-line', 'damped-holt', 'best'].map((method) => runOf('forecast', { values, method })),
    ...['logit', 'clamp'].map((by) => runOf('forecast', { values, bounds: { low: 0, high: 10, by } })),
    runOf('beta-convergence', { start: values, end: [...values].reverse(), years: 3 }),
    ...['sigma-convergence', 'gamma-convergence', 'delta-convergence'].flatMap((name) => [runOf(name, { values: rows }), runOf(name, { values: flipped })]),
    runOf('sigma-convergence', { values: rows, measure: 'variation', regions: 'available' }),
    ...[true, false].flatMap((share) => [0, 5, 1e308].map((start) => runOf('targets', { values: rows, start, share, window: 2, least: 1, target: 9 }))),
  ]
  expect(all.map(wrongNumbers)).toEqual(all.map(() => 0))
})
test('a table with a short row, dates that do not rise, a negative weight: the sentence names the key', () => {
  expect(() => runOf('sigma-convergence', { values: [[1, 2], [3]] })).toThrow('values: row 2 has 1 values, the first has 2')
  expect(() => runOf('growth', { values: [1, 2], times: [2, 1] })).toThrow('times: must rise')
  expect(() => runOf('inequality', { values: [1, 2], weights: [1, -1] })).toThrow('weights: must not be negative')
  expect(() => runOf('forecast', { values: [1, 2, 3], bounds: { low: 4, high: 4, by: 'clamp' } })).toThrow('bounds: low must lie below high')
})
