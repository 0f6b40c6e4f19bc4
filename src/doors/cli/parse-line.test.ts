// What is typed becomes a line, or one sentence's worth of problem.
import { expect, test } from 'vitest'
import { type Command, done } from '#store/command.ts'
import { parseLine } from './parse-line.ts'

const says = { bg: 'х', en: 'x' }
const run = async () => done([])
const commands: readonly Command[] = [
  {
    name: 'import', says, run,
    words: [{ name: 'file', says, needed: 'yes', many: 'yes' }],
    options: [{ name: 'dataset', takes: 'text', says }, { name: 'limit', takes: 'number', says }, { name: 'dry', takes: 'nothing', says }, { name: 'only', takes: 'text', many: 'yes', says }],
  },
  { name: 'user add', says, run, words: [{ name: 'email', says, needed: 'yes' }], options: [{ name: 'role', takes: 'text', needed: 'yes', says }] },
  { name: 'user list', says, run },
]
const parsed = (text: string) => {
  const result = parseLine(text.split(' ').filter((word) => word !== ''), commands)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const problem = (text: string) => {
  const result = parseLine(text.split(' ').filter((word) => word !== ''), commands)
  return result.ok ? null : result.problem
}

test('words and options are told apart in any order', () => {
  const { command, line } = parsed('import --dataset pop a.tsv --limit=12 b.tsv --dry --only BG344 --only BG')
  expect(command?.name).toBe('import')
  expect(line.many('file')).toEqual(['a.tsv', 'b.tsv'])
  expect([line.one('dataset'), line.number('limit'), line.has('dry'), line.many('only')]).toEqual(['pop', 12, true, ['BG344', 'BG']])
  expect([parsed('import a').line.one('dataset'), parsed('import a').line.number('limit'), parsed('import a').line.has('dry')]).toEqual(['', null, false])
})

test('a command with a language of its own keeps it for itself', () => {
  const own: Command = { name: 'letter', says, run, options: [{ name: 'language', takes: 'text', says }] }
  const result = parseLine(['letter', '--language', 'fr'], [own])
  expect(result.ok && [result.value.line.one('language'), result.value.wants.language]).toEqual(['fr', null])
})

test('what stands behind two dashes is a word, even when it looks like an option', () => {
  expect(parsed('import -- --strange.tsv').line.many('file')).toEqual(['--strange.tsv'])
})

test('a command of two words is found before one of one word', () => {
  expect(parsed('user add a@example.bg --role analyst').command?.name).toBe('user add')
})

test('help, json, version and language are understood everywhere, help without what is needed', () => {
  expect(parsed('user add --help').wants.help).toBe(true)
  expect(parsed('help user add').command?.name).toBe('user add')
  expect(parsed('user --help').group.map(({ name }) => name)).toEqual(['user add', 'user list'])
  expect(parsed('user list --json --language bg').wants).toEqual({ help: false, json: true, version: false, language: 'bg' })
  expect(parsed('-h').wants.help).toBe(true)
  expect(parsed('').command).toBe(null)
})

test.each([
  ['impotr a', { kind: 'unknownCommand', word: 'impotr', near: 'import' }],
  ['zzz', { kind: 'unknownCommand', word: 'zzz', near: null }],
  ['user', { kind: 'incomplete', word: 'user' }],
  ['user lst', { kind: 'unknownSecond', word: 'user lst', near: 'user list' }],
  ['user bogus --json', { kind: 'unknownSecond', word: 'user bogus', near: null }],
  ['import', { kind: 'wordNeeded', word: 'file' }],
  ['import a --datset x', { kind: 'unknownOption', word: '--datset', near: '--dataset' }],
  ['import a --dataset', { kind: 'valueMissing', word: '--dataset' }],
  ['import a --dataset --dry', { kind: 'valueMissing', word: '--dataset' }],
  ['import a --limit many', { kind: 'notANumber', word: '--limit' }],
  ['import a --dry=yes', { kind: 'takesNothing', word: '--dry' }],
  ['import a --dataset x --dataset y', { kind: 'oneOnly', word: '--dataset' }],
  ['user add a@example.bg', { kind: 'optionNeeded', word: '--role' }],
  ['user list extra', { kind: 'strangeWord', word: 'extra', near: null }],
  ['user list --language fr', { kind: 'strangeWord', word: 'fr', near: 'bg, en' }],
])('“%s” is refused for its reason', (typed, expected) => {
  expect(problem(typed)).toEqual(expected)
})
