// Every method of effect on tables nobody wants to meet, and wrong input that names its key.
import { expect, test } from 'vitest'
import { effectEntries } from './effect.ts'

const wrongNumbers = (value: unknown): number => (typeof value === 'number' ? Number(!Number.isFinite(value)) : value !== null && typeof value === 'object' ? Object.values(value).reduce((sum: number, one) => sum + wrongNumbers(one), 0) : 0)
const runOf = (name: string, input: unknown): unknown => {
  const one = effectEntries.find((entry) => entry.name === name)
  if (one === undefined) throw new Error(`no method ${name}`)
  return one.output.parse(one.run(one.input.parse(input)))
}
const rows = (count: number, years: number, of: (i: number, t: number) => number | null): (number | null)[][] => Array.from({ length: count }, (_, i) => Array.from({ length: years }, (_, t) => of(i, t)))
const tables: readonly (readonly [string, readonly (readonly (number | null)[])[]])[] = [
  ['all equal', rows(12, 6, () => 5)], ['all missing', rows(4, 5, () => null)], ['one missing', rows(5, 5, (i, t) => (i === 2 && t === 1 ? null : i + t * t))],
  ['our own missing', rows(5, 5, (i, t) => (i === 0 && t === 4 ? null : i + t * t))], ['one region', rows(1, 5, (_, t) => t)], ['two regions', rows(2, 5, (i, t) => i * t)],
  ['two years', rows(11, 2, (i, t) => i + t)], ['zeros and negatives', rows(9, 6, (i, t) => (i % 2 === 0 ? -t : 0))], ['as large as numbers go', rows(9, 6, (i, t) => (t % 2 === 0 ? 1e308 : -1e308) * (i % 3 === 0 ? 1 : -1))],
  ['twins', rows(10, 6, (i, t) => (i % 2) * t)],
]

test.each(tables)('%s: every method answers with numbers or reasons', (_, values) => {
  const first = Math.max(1, (values[0]?.length ?? 2) - 2), base = { values, treated: 0, first }
  const all = [
    ...['before-after', 'difference-in-differences', 'event-study', 'synthetic-control', 'ridge-augmented-synthetic-control', 'synthetic-did'].map((name) => runOf(name, base)),
    runOf('synthetic-control', { ...base, predictors: values.map((one, i) => [one[0] ?? null, i]), starts: 1 }),
    runOf('synthetic-control', { ...base, predictors: values.map((_, i) => [i, 3]), predictorWeights: [0, 0] }),
    ...(values.length > 3 ? [runOf('synthetic-did', { ...base, treated: [0, 1], replications: 5 }), runOf('difference-in-differences', { ...base, treated: [0, 1], draws: 20 })] : []),
  ]
  expect(all.map(wrongNumbers)).toEqual(all.map(() => 0))
})
test('wrong input is refused with the name of its key', () => {
  const values = rows(4, 5, (i, t) => i + t)
  expect(() => runOf('synthetic-control', { values, treated: 4, first: 2 })).toThrow('treated: the last row is 3')
  expect(() => runOf('synthetic-control', { values, treated: 0, first: 5 })).toThrow('first: the last year is 4')
  expect(() => runOf('synthetic-control', { values, treated: 0, first: 2, donors: [0, 1] })).toThrow('donors: different rows')
  expect(() => runOf('synthetic-control', { values, treated: 0, first: 2, predictors: [[1]] })).toThrow('predictors: 1 rows for 4 regions')
  expect(() => runOf('synthetic-control', { values, treated: 0, first: 2, fit: { from: 1, to: 3 } })).toThrow('fit: from must lie before to')
  expect(() => runOf('difference-in-differences', { values, treated: [0, 1], first: [2] })).toThrow('first: 1 years for 2 treated regions')
})
