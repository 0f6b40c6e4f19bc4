// The terminal's words for indicators: what they answer, and with what they end.
import { describe, expect, test } from 'vitest'
import type { Command, CommandContext } from '#store/command.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { commands } from './commands.ts'

const store = await testStore({ seed: starter })
const run = (name: string, words: readonly string[], options: Readonly<Record<string, string>> = {}, language: 'bg' | 'en' = 'en') => {
  const command = commands.find((one) => one.name === name) as Command
  const [first] = command.words ?? []
  const context: CommandContext = {
    store, language, now: () => new Date('2026-11-25T09:00:00Z'), signal: new AbortController().signal, say: () => {}, input: async () => '',
    bar: () => ({ reach: () => {}, of: () => {}, end: () => {} }),
    line: {
      one: (word) => options[word] ?? (word === first?.name ? (words[0] ?? '') : ''), many: (word) => options[word]?.split(' ') ?? [],
      number: (word) => (options[word] === undefined ? null : Number(options[word])), has: (word) => options[word] !== undefined,
    },
  }
  return command.run(context)
}

describe('posoka series', () => {
  test('prints values with their flags and the reason of every gap', async () => {
    const { lines } = await run('series', ['ctx.unemp'], { region: 'BG344' }, 'bg')
    expect(lines.join('\n')).toMatch(/2023 +2,3 u/)
    expect((await run('series', ['ctx.births.rate'], { region: 'SZR23' })).lines.join('\n')).toContain('(unreliable)')
  })
  test('as CSV and JSON for programs', async () => {
    expect((await run('series', ['ctx.unemp'], { region: 'BG344', csv: '' })).lines[0]).toContain('indicator,indicator_name,region')
    expect((await run('series', ['ctx.unemp'], { region: 'BG344' })).value).toMatchObject({ indicator: { key: 'ctx.unemp' }, series: [{ region: 'BG344' }] })
  })
  test('says which word is wrong: key, region, level', async () => {
    expect(await run('series', ['no.such'])).toMatchObject({ exit: 'notFound' })
    expect(await run('series', ['ctx.unemp'], { region: 'XX999' })).toMatchObject({ exit: 'notFound', lines: [expect.stringContaining('XX999')] })
    expect(await run('series', ['ctx.unemp'], { level: 'street' })).toMatchObject({ exit: 'usage' })
  })
  test('the keys are listed', async () => {
    expect((await run('indicators', [])).value).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'ctx.unemp', newest: '2024', datasets: ['nsi-1011'] })]))
  })
})
