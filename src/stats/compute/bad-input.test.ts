// Input that is no help, given to every composite and official method by name: a number, a reason or a sentence, never NaN, never a crash.
import { describe, expect, test } from 'vitest'
import { compositeEntries } from './composite.ts'
import { WrongInput } from './entry.ts'
import { officialEntries } from './official.ts'

type Cell = number | null
const strange = (value: unknown, path = ''): string[] =>
  typeof value === 'number' ? (Number.isFinite(value) ? [] : [path])
    : value === undefined ? [path]
      : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => strange(inner, `${path}.${key}`)) : []
/** Each makes a table of its own rows from the width of the example. */
const tables: Readonly<Record<string, (width: number) => Cell[][]>> = {
  'nothing at all': () => [],
  'one unit': (width) => [Array.from({ length: width }, (_, at) => at + 1)],
  'two units': (width) => [1, 2].map((row) => Array.from({ length: width }, (_, at) => row * (at + 1))),
  'all missing': (width) => [1, 2, 3, 4].map(() => Array.from({ length: width }, () => null)),
  'ties everywhere': (width) => [1, 2, 3, 4].map(() => Array.from({ length: width }, () => 5)),
  'a constant indicator': (width) => [1, 2, 3, 4].map((row) => Array.from({ length: width }, (_, at) => (at === 0 ? 5 : row * at))),
  'nought and below': (width) => [-2, 0, 1, 3].map((row) => Array.from({ length: width }, (_, at) => row * (at + 1) - at)),
  'nothing but nought': (width) => [1, 2, 3, 4].map(() => Array.from({ length: width }, () => 0)),
  'a column twice': (width) => [3, 1, 4, 1, 5, 9, 2].map((row) => Array.from({ length: width }, () => row)),
  'the edge of numbers': (width) => [-1e308, 0, 1, 1e308].map((row) => Array.from({ length: width }, (_, at) => (at % 2 === 0 ? row : -row))),
  'numbers too small to square': (width) => [1, 2, 3, 5].map((row) => Array.from({ length: width }, (_, at) => row * (at + 1) * 1e-200)),
  'a gap in each row': (width) => [1, 2, 3, 4, 5].map((row) => Array.from({ length: width }, (_, at) => (at === row % width ? null : row * at + 1))),
}
const isList = (values: unknown): values is unknown[] => Array.isArray(values)

describe.each([...compositeEntries, ...officialEntries].filter(({ example }) => isList((example as { values?: unknown }).values)).map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
  const example = entry.example as { readonly values: unknown[] } & Readonly<Record<string, unknown>>
  const [first] = example.values
  const depth = !isList(first) ? 1 : isList(first[0]) ? 3 : 2
  const width = depth === 1 ? 1 : depth === 2 ? (first as unknown[]).length : ((first as unknown[])[0] as unknown[]).length
  test.each(Object.entries(tables))('%s', (__, make) => {
    const rows = make(width)
    const values = depth === 1 ? rows.map((row) => row[0] ?? null) : depth === 2 ? rows : [rows, rows.toReversed()]
    // What belongs to the regions of the example does not fit other rows.
    const { regions: _regions, groups: _groups, denominator, gdp, eu: _eu, own: _own, times: _times, region, ...rest } = example
    const fitting = {
      ...rest, values, ...(denominator === undefined ? {} : { denominator: rows.map((row) => row[0] ?? null) }), ...(gdp === undefined ? {} : { gdp: rows.map((row) => row[0] ?? null) }), ...(region === undefined ? {} : { region: 0 }),
      ...('changes' in rest ? { changes: [{ region: 0, indicator: 0, value: 1e9 }] } : {}),
    }
    const parsed = entry.input.safeParse(fitting)
    if (!parsed.success) return expect(rows, parsed.error.message).toEqual([])
    try {
      expect(strange(entry.run(parsed.data))).toEqual([])
    } catch (thrown) {
      if (!(thrown instanceof WrongInput)) throw thrown
      expect(thrown.message).toMatch(/^[a-zA-Z., ]+: /)
    }
  })
})
