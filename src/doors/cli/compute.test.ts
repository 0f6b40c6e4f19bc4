// `posoka compute` as it is typed: a fresh process, standard input and output, and what it ends with.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entry, result } from '#stats/compute/entry.ts'
import { listEntries, methodNames } from '#stats/compute/list.ts'
import { computeText } from '#stats/compute/run-text.ts'
import { z } from 'zod'
import { parseHomeRegion } from '#kernel/home.ts'
import { readJson } from '#test/pack.ts'
import { allPages } from '../web/pages.ts'
import type { StaffDesk } from '../web/staff-pages.ts'

const program = join(import.meta.dirname, '../../../bin/posoka')
type Ended = { readonly code: number | null; readonly out: string; readonly problems: string }
const posoka = (typed: readonly string[], { input = '', interruptAfter }: { readonly input?: string; readonly interruptAfter?: number } = {}): Promise<Ended> => new Promise((resume) => {
  const child = spawn(process.execPath, [program, ...typed], { env: { ...process.env, POSOKA_LANGUAGE: 'en', POSOKA_DATA: '/nowhere/at/all' } })
  const out: string[] = [], problems: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => problems.push(text))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter)
  child.on('close', (code) => resume({ code, out: out.join(''), problems: problems.join('') }))
})

test('a method takes JSON and gives JSON, without a database, the same bytes every time', async () => {
  const example = await posoka(['compute', 'kendall-w', '--example'])
  expect(example.code).toBe(0)
  const first = await posoka(['compute', 'kendall-w'], { input: example.out })
  expect(first).toMatchObject({ code: 0, problems: '' })
  expect(JSON.parse(first.out)).toBeTypeOf('object')
  expect((await posoka(['compute', 'kendall-w', '--json'], { input: example.out })).out).toBe(first.out)
}, 30_000)
test('the list is one document with a schema of what goes in and out for every name', async () => {
  const { code, out } = await posoka(['compute', '--list'])
  expect(code).toBe(0)
  const methods = JSON.parse(out) as { name: string; summary: string; input: object; output: object }[]
  expect(methods.map(({ name }) => name).sort()).toEqual([...methodNames].sort())
  for (const { summary, input, output } of methods) {
    expect(summary.length).toBeGreaterThan(10)
    for (const schema of [input, output]) expect(schema).toMatchObject({ $schema: expect.stringContaining('json-schema.org') })
  }
}, 30_000)
test('wrong input ends with 2 and a sentence that names the key; an unknown name with 1', async () => {
  expect(await posoka(['compute', 'kendall-w'], { input: '{"values":"many"}' })).toMatchObject({ code: 2, out: '', problems: expect.stringMatching(/^values: /) })
  expect(await posoka(['compute', 'kendall-w'], { input: '{"values":[[1,2,' })).toMatchObject({ code: 2, problems: expect.stringMatching(/^The input is not JSON/) })
  expect(await posoka(['compute', 'kendall-w'])).toMatchObject({ code: 2, problems: expect.stringContaining('--example') })
  expect(await posoka(['compute', 'no-such-method'], { input: '{}' })).toMatchObject({ code: 1, problems: expect.stringContaining('“no-such-method”') })
  expect(await posoka(['compute'])).toMatchObject({ code: 2 })
}, 30_000)
test('a million values are read, computed and written', async () => {
  const values = Array.from({ length: 100_000 }, (_, person) => Array.from({ length: 10 }, (__, item) => (person * 7 + item * 3) % 10))
  const { code, out } = await posoka(['compute', 'kendall-w'], { input: JSON.stringify({ values }) })
  expect(code).toBe(0)
  expect(JSON.parse(out).people).toBe(100_000)
}, 60_000)
test('Ctrl-C in the middle of a long computation ends it with 130 and leaves no half an answer', async () => {
  // a quick machine needs more than a minute for this, a slow one has read it when the key is pressed
  const people = 12_000, statements = 400
  const votes = Array.from({ length: people * 40 }, (_, at) => {
    const person = at % people, turn = Math.floor(at / people)
    return { person: `p${person}`, statement: `s${(person * 7 + turn * 10) % statements}`, vote: ((person * 31 + turn * 17 + ((person * turn) % 7)) % 3) - 1 }
  })
  const { code, out, problems } = await posoka(['compute', 'opinion-groups'], { input: JSON.stringify({ votes, draws: 1000 }), interruptAfter: 2500 })
  expect({ code, out: out.length }).toEqual({ code: 130, out: 0 })
  expect(problems).toContain('Nothing is left half done.')
}, 60_000)
test('every method is used by a page that exists, or says that only the terminal uses it', async () => {
  const paths = new Set(allPages({ desk: {} as StaffDesk, home: parseHomeRegion(JSON.stringify(readJson('packs/BG344/region.json'))), email: null }).map(({ path }) => path))
  for (const { name, used } of await listEntries()) if (used !== 'terminal only') expect(paths, name).toContain(used)
})
test('a number that is none leaves as its reason', () => {
  const broken = entry({
    name: 'broken', summary: 'Gives what no method may give', used: 'terminal only', example: {},
    input: z.object({}), output: z.object({ a: result, b: result }), run: () => ({ a: Number.NaN, b: Number.POSITIVE_INFINITY }),
  })
  expect(computeText({ entry: broken, text: '{}', language: 'en' })).toEqual({ kind: 'done', text: '{"a":{"reason":"no-data"},"b":{"reason":"out-of-domain"}}' })
})
