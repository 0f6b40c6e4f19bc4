// docs/requirements.md: every id of a requirement stands in the name of a test. Says nothing of whether the test is a good one.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const file = join(root, 'docs/requirements.md')
const row = /^\| ([A-Z]{1,2}\d+) \| (.+?) \| (.*?) \|$/gm

/** Ids that open the name of a test, as `test('EM2 a crash …')` or `test('EM2, EM3: …')`, by id. */
const filesOf = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const path of globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], { cwd: root }).map((one) => one.replaceAll('\\', '/')).sort()) {
    if (path.startsWith('test/bad-house/') || path === 'test/requirements.test.ts') continue
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, name] of text.matchAll(/\b(?:test|it|describe)(?:\.\w+(?:\([^)]*\))?)*\(\s*[`'"]([^`'"\n]*)/g))
      for (const [id] of (/^[A-Z]{1,2}\d+(?:(?:, | and )[A-Z]{1,2}\d+)*\b/.exec(name ?? '')?.[0] ?? '').matchAll(/[A-Z]{1,2}\d+/g)) {
        const files = found.get(id) ?? []
        if (!files.includes(path)) found.set(id, [...files, path])
      }
  }
  return found
}
const drawn = (text: string, files: ReadonlyMap<string, readonly string[]>): string =>
  text.replace(row, (_, id: string, what: string) => `| ${id} | ${what} | ${(files.get(id) ?? []).map((path) => `\`${path}\``).join(' ')} |`)

test('every requirement is shown by a test, and docs/requirements.md names it', () => {
  const text = readFileSync(file, 'utf8')
  const should = drawn(text, filesOf())
  if (process.env.POSOKA_DRAW === '1') writeFileSync(file, should)
  else expect(text, 'npm run check -- --draw writes it').toBe(should)
  const ids = [...text.matchAll(row)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(70)
  const without = [...should.matchAll(row)].filter(([, , , shownBy]) => shownBy === '').map(([, id]) => id)
  expect(without).toEqual([])
})

test('an id is read off the opening of a name only', () => {
  const text = '| EM1 | a | old |\n| EM2 | b |  |\n'
  expect(drawn(text, new Map([['EM2', ['x.test.ts']]]))).toBe('| EM1 | a |  |\n| EM2 | b | `x.test.ts` |\n')
})
