// The methods by name: what docs/compute.md promises is here, runs on its own example, and fits its own schema.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findEntry, listEntries, methodNames } from './list.ts'
import { computeText } from './run-text.ts'

const promised = (): string[] => {
  const [, names = ''] = readFileSync(new URL('../../../docs/compute.md', import.meta.url), 'utf8').split('## The names')
  return [...names.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name as string)
}
const entries = await listEntries()
const strangeNumbers = (value: unknown, path = ''): string[] =>
  typeof value === 'number' ? (Number.isFinite(value) ? [] : [path])
    : value === undefined ? [path]
      : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => strangeNumbers(inner, `${path}.${key}`)) : []

test('every name of docs/compute.md is a method here, and every method here stands there', () => {
  expect([...methodNames].sort()).toEqual(promised().sort())
  expect(new Set(methodNames).size).toBe(methodNames.length)
})
test('every name has its function, and each group holds what the list says of it', async () => {
  expect(entries.map(({ name }) => name).sort()).toEqual([...methodNames].sort())
  for (const name of methodNames) expect((await findEntry(name))?.name).toBe(name)
})
test.each(entries.map((one) => [one.name, one] as const))('%s runs on its example, gives what its schema says, the same bytes twice, and neither NaN nor infinity', (_, entry) => {
  const text = JSON.stringify(entry.example)
  expect(text.length).toBeLessThan(20_000)
  const first = computeText({ entry, text, language: 'en' })
  expect(first).toMatchObject({ kind: 'done' })
  expect(computeText({ entry, text, language: 'en' })).toEqual(first)
  const given = entry.run(entry.input.parse(entry.example))
  expect(strangeNumbers(given)).toEqual([])
  if (first.kind === 'done') expect(entry.output.safeParse(JSON.parse(first.text)).error?.message).toBeUndefined()
})
test.each(entries.map((one) => [one.name, one] as const))('%s says what it is for and where it is used, and refuses a key it does not know', (_, entry) => {
  expect(entry.summary).toMatch(/^[A-Z].{14,}[^.]$/)
  expect(entry.used).toMatch(/^(terminal only|\/[a-z0-9/:-]+)$/)
  const wrong = computeText({ entry, text: JSON.stringify({ ...(entry.example as object), weigths: [] }), language: 'en' })
  expect(wrong).toMatchObject({ kind: 'wrong', says: expect.stringMatching(/^weigths: there is no such key; known are /) })
  expect(computeText({ entry, text: '[', language: 'bg' })).toMatchObject({ kind: 'wrong', says: expect.stringMatching(/^Входът не е JSON/) })
})
