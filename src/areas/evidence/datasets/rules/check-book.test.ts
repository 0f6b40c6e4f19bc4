// The book of checks beside the catalogue: what it names must be there, and must be a series of its own, else a check never runs.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import type { CheckBook } from './check-cross.ts'
import { keysOf } from './check-cross.ts'

const catalogue = join(import.meta.dirname, '../../../../../catalogue')
const parsed = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(join(catalogue, ...path), 'utf8')) as T
type Written = { readonly key: string; readonly from: { readonly kind: string; readonly dataset?: string; readonly filter?: Readonly<Record<string, unknown>> } }
const book = parsed<CheckBook>('checks.json')
const indicators = new Map(readdirSync(join(catalogue, 'indicators')).flatMap((file) => parsed<Written[]>('indicators', file)).map((one) => [one.key, one]))
const datasets = new Set(parsed<{ code: string }[]>('datasets.json').map((one) => one.code))
const filtersOn = (dataset: string, dimension: string): readonly unknown[] =>
  [...indicators.values()].filter((one) => one.from.dataset === dataset).flatMap((one) => one.from.filter?.[dimension] ?? []).flat()

test('every figure that a cross-check names is in the catalogue and comes straight from a dataset', () => {
  expect(book.cross.length).toBeGreaterThan(0)
  for (const check of book.cross) for (const key of keysOf(check)) expect([key, indicators.get(key)?.from.kind]).toEqual([key, 'direct'])
})
test('a cross-check that begins late names a period', () => {
  for (const { from } of book.cross) if (from !== undefined) expect(parsePeriod(from)).toBe(from)
})
test('every whole and every euro that a check names is one that an indicator is made from', () => {
  for (const { dataset, dimension, whole } of book.parts) {
    expect(datasets).toContain(dataset)
    expect({ dataset, dimension, has: filtersOn(dataset, dimension).includes(whole) }).toEqual({ dataset, dimension, has: true })
  }
  for (const { dataset, dimension, euro } of book.currencies) expect(filtersOn(dataset, dimension)).toContain(euro)
})
