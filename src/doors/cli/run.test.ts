// One round of the command line with everything outside replaced: what is shown where, and what it ends with.
import { expect, test } from 'vitest'
import { ReadProblem } from '#kernel/observation.ts'
import { type Command, type CommandContext, done, failed } from '#store/command.ts'
import { StartProblem } from '#store/start-problem.ts'
import type { Store } from '#store/store.ts'
import { runLine, type Terminal } from './run.ts'

const says = { bg: 'прави нещо', en: 'does something' }
const terminalOf = () => {
  const out: string[] = []
  const problems: string[] = []
  let closed = 0
  let stop = (): void => {}
  const store = { close: async () => { closed += 1 } } as unknown as Store
  const terminal: Terminal = {
    out: { write: (text) => out.push(text) },
    problems: { write: (text) => problems.push(text) },
    language: 'en', version: '1.2.3',
    now: () => new Date('2026-11-25T10:00:00Z'),
    input: async () => '',
    openStore: async () => store,
    onStop: (heard) => { stop = heard; return () => { stop = () => {} } },
  }
  return { terminal, said: () => out.join(''), complained: () => problems.join(''), closed: () => closed, pressCtrlC: () => stop() }
}
const command = (run: (context: CommandContext) => Promise<ReturnType<typeof done>>): readonly Command[] => [{ name: 'do', says, run }]

test('people read lines, a program reads one document', async () => {
  const commands = command(async ({ say }) => { say('on the way'); return done(['Done.'], { count: 2 }) })
  const person = terminalOf()
  expect(await runLine(['do'], commands, person.terminal)).toBe(0)
  expect(person.said()).toBe('on the way\nDone.\n')
  const program = terminalOf()
  expect(await runLine(['do', '--json'], commands, program.terminal)).toBe(0)
  expect(JSON.parse(program.said())).toEqual({ count: 2 })
  expect(program.complained()).toBe('on the way\n')
  expect(program.closed()).toBe(1)
})

test.each([['refused', 1], ['notFound', 3], ['broken', 4], ['unavailable', 5]] as const)('an answer “%s” ends with %i and its sentence on stderr', async (exit, code) => {
  const terminal = terminalOf()
  expect(await runLine(['do'], command(async () => failed(exit, 'No.')), terminal.terminal)).toBe(code)
  expect([terminal.said(), terminal.complained()]).toEqual(['', 'No.\n'])
  const program = terminalOf()
  await runLine(['do', '--json'], command(async () => failed(exit, 'No.')), program.terminal)
  expect(JSON.parse(program.said())).toEqual({ exit, problem: 'No.' })
})

test('a file that cannot be read is the person’s sentence, in the person’s language', async () => {
  const commands = command(async () => { throw new ReadProblem({ code: 'x', bg: 'Файлът е празен.', en: 'The file is empty.' }) })
  const terminal = terminalOf()
  expect(await runLine(['do', '--language', 'bg'], commands, terminal.terminal)).toBe(1)
  expect(terminal.complained()).toBe('Файлът е празен.\n')
  expect(terminal.closed()).toBe(1)
})

test('a database that does not open ends with 5, a wrong setting with 2, each with what to do', async () => {
  const open = (code: 'newerDatabase' | 'setting'): Terminal => ({
    ...terminalOf().terminal,
    openStore: async () => { throw new StartProblem({ code, what: { bg: 'Какво.', en: 'What.' }, todo: { bg: 'Прави.', en: 'Do.' } }) },
  })
  expect(await runLine(['do'], command(async () => done([])), open('newerDatabase'))).toBe(5)
  expect(await runLine(['do'], command(async () => done([])), open('setting'))).toBe(2)
})

test('Ctrl-C lets the step at hand end, closes the store and ends with 130', async () => {
  const { terminal, complained, closed, pressCtrlC } = terminalOf()
  const code = await runLine(['do'], command(async ({ signal }) => {
    pressCtrlC()
    signal.throwIfAborted()
    return done(['never'])
  }), terminal)
  expect([code, closed()]).toEqual([130, 1])
  expect(complained()).toContain('Nothing is left half done.')
})

test('a mistake of ours shows its stack and ends with 70', async () => {
  const { terminal, complained } = terminalOf()
  expect(await runLine(['do'], command(async () => { throw new TypeError('oops') }), terminal)).toBe(70)
  expect(complained()).toContain('run.test.ts')
})

test('help shows every command, its options and what it ends with, in both languages', async () => {
  const commands = command(async () => done([]))
  const english = terminalOf()
  expect(await runLine(['--help'], commands, english.terminal)).toBe(0)
  expect(english.said()).toMatch(/does something[\s\S]*130/)
  const bulgarian = terminalOf()
  expect(await runLine(['do', '--help', '--language', 'bg'], commands, bulgarian.terminal)).toBe(0)
  expect(bulgarian.said()).toContain('прави нещо')
  expect(bulgarian.said()).toContain('Опции')
})

test('a line that is not understood ends with 2 and opens nothing', async () => {
  const { terminal, complained, closed } = terminalOf()
  expect(await runLine(['od'], command(async () => done([])), terminal)).toBe(2)
  expect(complained()).toBe('There is no command “od”.\nSee: posoka --help\n')
  expect(closed()).toBe(0)
})

const group: readonly Command[] = [
  { name: 'user add', says: { bg: 'прави профил', en: 'make an account' }, words: [{ name: 'email', needed: 'yes', says }], options: [{ name: 'role', takes: 'text', needed: 'yes', says }], run: async () => done([]) },
  { name: 'user list', says: { bg: 'показва', en: 'list them' }, run: async () => done([]) },
]
test('a first word without its second, or with a wrong one, is answered with the commands there are', async () => {
  for (const [typed, sentence] of [[['user'], 'needs a second word'], [['user', 'bogus'], 'There is no command “user bogus”']] as const) {
    const terminal = terminalOf()
    expect(await runLine(typed, group, terminal.terminal)).toBe(2)
    expect(terminal.complained()).toContain(sentence)
    expect(terminal.complained()).toMatch(/user add +make an account\n +user list +list them\nSee: posoka user --help/)
  }
})
test('the help of a first word says of each of its commands how it is typed and what it takes', async () => {
  const { terminal, said } = terminalOf()
  expect(await runLine(['user', '--help'], group, terminal)).toBe(0)
  expect(said()).toMatch(/posoka user add <email> --role …\n +make an account\n +email +does something\n +--role <…> +does something/)
})
test('a program that typed something wrong gets one JSON document too, and exit code 2', async () => {
  for (const typed of [['od', '--json'], ['user', 'bogus', '--json'], ['user', 'add', '--json'], ['user', 'list', '--nothing', '--json'], ['user', '--json']]) {
    const terminal = terminalOf()
    expect(await runLine(typed, group, terminal.terminal)).toBe(2)
    expect(JSON.parse(terminal.said())).toMatchObject({ exit: 'usage', problem: expect.stringMatching(/\w{4}/), see: expect.stringMatching(/--help$/) })
    expect(terminal.complained()).toBe('')
  }
})
test('a program may read the help as well', async () => {
  for (const typed of [['--json'], ['--help', '--json'], ['user', '--help', '--json'], ['user', 'add', '--help', '--json']]) {
    const terminal = terminalOf()
    expect(await runLine(typed, group, terminal.terminal)).toBe(0)
    const { commands, exitCodes } = JSON.parse(terminal.said())
    expect(commands[0]).toMatchObject({ name: 'user add', usage: 'posoka user add <email> --role …', words: [{ name: 'email', needed: true, many: false }], options: [{ name: 'role', takes: 'text', needed: true }] })
    expect(exitCodes).toMatchObject({ done: 0, usage: 2 })
  }
})
