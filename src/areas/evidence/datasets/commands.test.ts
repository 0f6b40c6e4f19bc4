// The terminal's words for datasets: what they answer, and with what they end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Command, CommandContext } from '#store/command.ts'
import { testStore } from '#test/database.ts'
import { defineTestDataset, people, tsv } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { commands } from './commands.ts'

const store = await testStore({ seed: starter })
await defineTestDataset(store)
const folder = mkdtempSync(join(tmpdir(), 'posoka-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const now = () => new Date('2026-11-25T09:00:00Z')
const run = (name: string, words: readonly string[], options: Readonly<Record<string, string>> = {}, language: 'bg' | 'en' = 'en') => {
  const command = commands.find((one) => one.name === name) as Command
  const [first] = command.words ?? []
  const context: CommandContext = {
    store, language, now, signal: new AbortController().signal, say: () => {}, input: async () => '', bar: () => ({ reach: () => {}, of: () => {}, end: () => {} }),
    line: {
      one: (word) => options[word] ?? (word === first?.name ? (words[0] ?? '') : ''), many: (word) => (word === first?.name ? words : (options[word]?.split(' ') ?? [])),
      number: (word) => (options[word] === undefined ? null : Number(options[word])), has: (word) => options[word] !== undefined,
    },
  }
  return command.run(context)
}

describe('posoka import', () => {
  const file = write(`${people}.2026.tsv`, tsv({ BG344: '1 2' }))
  test('takes the dataset from the beginning of the file’s name, and says what came in', async () => {
    expect(await run('import', [file], { nuts: '2024', 'as-of': '2026-01' })).toMatchObject({ exit: 'done', value: { dataset: people, state: 'current', series: 1, asOf: '2026-01' }, lines: expect.arrayContaining([expect.stringContaining('series stored: 1')]) })
    expect(await run('import', [file], {}, 'bg')).toMatchObject({ exit: 'done', value: { kind: 'same' }, lines: [expect.stringContaining('Нищо не е променено')] })
  })
  test('ends with 1 when a person has to decide, and tells how; with a reason it is decided at once', async () => {
    const held = await run('import', [write('held.tsv', tsv({ BG344: '1 9' }))], { dataset: people, nuts: '2024', 'as-of': '2026-02' })
    expect(held).toMatchObject({ exit: 'refused', value: { state: 'held' } })
    expect(held.lines.join('\n')).toMatch(/posoka datasets accept \d+ --reason/)
    expect(await run('import', [write('held2.tsv', tsv({ BG344: '1 8' }))], { dataset: people, nuts: '2024', 'as-of': '2026-03', accept: 'checked' })).toMatchObject({ exit: 'done', value: { state: 'current' } })
  })
  test('refuses what is no data with the reader’s own sentence', async () => {
    expect(await run('import', [write('page.csv', '<html>')], { dataset: people })).toMatchObject({ exit: 'refused', lines: [expect.stringContaining('web page')], value: { state: 'refused' } })
  })
  test('says which word is wrong: file, dataset, version, date', async () => {
    expect(await run('import', ['nowhere/file.tsv'])).toMatchObject({ exit: 'notFound', lines: [expect.stringContaining('no file')] })
    expect(await run('import', ['no_such_dataset'])).toMatchObject({ exit: 'notFound', lines: [expect.stringContaining('no dataset')] })
    expect(await run('import', [write('strange.tsv', 'x')])).toMatchObject({ exit: 'notFound', lines: [expect.stringContaining('--dataset')] })
    expect(await run('import', [file], { nuts: '1999' })).toMatchObject({ exit: 'usage' })
    expect(await run('import', [file], { 'as-of': 'yesterday' })).toMatchObject({ exit: 'usage' })
    expect(await run('import', ['isun'])).toMatchObject({ exit: 'refused', lines: [expect.stringContaining('no address to download')] })
  })
  test('several files end as the worst of them', async () => {
    expect(await run('import', [file, write('page2.csv', '<html>2')], { dataset: people })).toMatchObject({ exit: 'refused', value: [{ kind: 'same' }, { state: 'refused' }] })
  })
})

describe('posoka datasets', () => {
  test('lists every dataset with the vintage that is read', async () => {
    const { value } = await run('datasets', [])
    expect(value).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'nsi-1169', current: expect.objectContaining({ origin: 'pack' }) })]))
  })
  test('accepts and refuses once, with a reason', async () => {
    const { value } = await run('import', [write('held3.tsv', tsv({ BG344: '1 99' }))], { dataset: people, nuts: '2024', 'as-of': '2026-04' })
    const vintage = String((value as { vintage: number }).vintage)
    expect(await run('datasets refuse', [vintage], { reason: '' })).toMatchObject({ exit: 'refused' })
    expect(await run('datasets refuse', [vintage], { reason: 'грешка в източника' })).toMatchObject({ exit: 'done', value: { state: 'refused' } })
    expect(await run('datasets accept', [vintage], { reason: 'все пак' })).toMatchObject({ exit: 'refused' })
    expect(await run('datasets accept', ['999999'], { reason: 'няма го' })).toMatchObject({ exit: 'notFound' })
    expect(await run('datasets accept', ['x'], { reason: 'няма го' })).toMatchObject({ exit: 'usage' })
  })
})
