// Parses what was typed behind `posoka` against the list of commands. Pure; opens nothing and says nothing itself.
import { isLanguage, type Language } from '#kernel/language.ts'
import { not, ok, type Result } from '#kernel/result.ts'
import type { Command, Line, Option } from '#store/command.ts'

export type Asked = {
  readonly command: Command | null
  /** the words that may begin a command, when none was named whole: 'audit' */
  readonly group: readonly Command[]
  readonly line: Line
  readonly wants: { readonly help: boolean; readonly json: boolean; readonly version: boolean; readonly language: Language | null }
}
export type LineProblem =
  | { readonly kind: 'unknownCommand' | 'unknownSecond' | 'unknownOption' | 'strangeWord'; readonly word: string; readonly near: string | null }
  | { readonly kind: 'incomplete' | 'valueMissing' | 'notANumber' | 'optionNeeded' | 'wordNeeded' | 'takesNothing' | 'oneOnly'; readonly word: string }

const frame: readonly Option[] = (['help', 'json', 'version'] as const)
  .map((name): Option => ({ name, takes: 'nothing', says: { bg: '', en: '' } }))
  .concat({ name: 'language', takes: 'text', says: { bg: '', en: '' } })

export const parseLine = (typed: readonly string[], commands: readonly Command[]): Result<Asked, LineProblem> => {
  const plain = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed.map((word) => (word === '-h' ? '--help' : word))
  const { command, group, rest } = findCommand(plain, commands)
  const sorted = sortWords(rest, [...frame, ...(command?.options ?? [])])
  if (!sorted.ok) return sorted
  const { words, given } = sorted.value
  // a command may have a language of its own to give: that of a person's letters
  const spoken = command?.options?.some(({ name }) => name === 'language') ? undefined : given.get('language')?.[0]
  if (spoken !== undefined && !isLanguage(spoken)) return not({ kind: 'strangeWord', word: spoken, near: 'bg, en' })
  const wants = { help: given.has('help'), json: given.has('json'), version: given.has('version'), language: isLanguage(spoken) ? spoken : null }
  const asked = { command, group, wants, line: lineOf(command, words, given) }
  if (wants.help || wants.version) return ok(asked)
  if (command === null) {
    const word = words[0] ?? ''
    if (group.length > 0) return not(word === '' ? { kind: 'incomplete', word: plain[0] ?? '' }
      : { kind: 'unknownSecond', word: `${plain[0]} ${word}`, near: nearest(word, group.map(({ name }) => name.split(' ')[1] ?? ''), `${plain[0]} `) })
    return word === '' ? ok(asked) : not({ kind: 'unknownCommand', word, near: nearest(word, commands.map(({ name }) => name.split(' ')[0] ?? '')) })
  }
  const problem = wrongIn(command, words, given)
  return problem === null ? ok(asked) : not(problem)
}

const findCommand = (typed: readonly string[], commands: readonly Command[]): Pick<Asked, 'command' | 'group'> & { readonly rest: readonly string[] } => {
  for (const length of [2, 1]) {
    const name = typed.slice(0, length).join(' ')
    const command = commands.find((each) => each.name === name && typed.length >= length)
    if (command) return { command, group: [], rest: typed.slice(length) }
  }
  const group = commands.filter(({ name }) => typed[0] !== undefined && name.startsWith(`${typed[0]} `))
  return { command: null, group, rest: group.length > 0 ? typed.slice(1) : typed }
}

type Sorted = { readonly words: readonly string[]; readonly given: ReadonlyMap<string, readonly string[]> }
const sortWords = (typed: readonly string[], options: readonly Option[]): Result<Sorted, LineProblem> => {
  const words: string[] = []
  const given = new Map<string, string[]>()
  for (let at = 0; at < typed.length; at += 1) {
    const word = typed[at] ?? ''
    if (word === '--') {
      words.push(...typed.slice(at + 1))
      break
    }
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [, name = '', joined] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? []
    const option = options.find((each) => each.name === name)
    if (!option) return not({ kind: 'unknownOption', word: `--${name}`, near: nearest(name, options.map((each) => each.name), '--') })
    if (option.takes === 'nothing' && joined !== undefined) return not({ kind: 'takesNothing', word: `--${name}` })
    const value = option.takes === 'nothing' ? '' : (joined ?? typed[(at += 1)])
    if (value === undefined || (joined === undefined && value.startsWith('--'))) return not({ kind: 'valueMissing', word: `--${name}` })
    if (option.takes === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return not({ kind: 'notANumber', word: `--${name}` })
    const before = given.get(name) ?? []
    if (before.length > 0 && !option.many) return not({ kind: 'oneOnly', word: `--${name}` })
    given.set(name, [...before, value])
  }
  return ok({ words, given })
}

const wrongIn = (command: Command, words: readonly string[], given: Sorted['given']): LineProblem | null => {
  const known = command.words ?? []
  const missing = known.find((word, at) => word.needed && words[at] === undefined)
  if (missing) return { kind: 'wordNeeded', word: missing.name }
  const extra = known.at(-1)?.many ? undefined : words[known.length]
  if (extra !== undefined) return { kind: 'strangeWord', word: extra, near: null }
  const needed = (command.options ?? []).find((option) => option.needed && !given.has(option.name))
  return needed ? { kind: 'optionNeeded', word: `--${needed.name}` } : null
}

const lineOf = (command: Command | null, words: readonly string[], given: Sorted['given']): Line => {
  const known = command?.words ?? []
  const many = (name: string): readonly string[] => {
    const at = known.findIndex((word) => word.name === name)
    if (at < 0) return given.get(name) ?? []
    return words.slice(at, known[at]?.many ? undefined : at + 1)
  }
  return {
    many,
    one: (name) => many(name)[0] ?? '',
    number: (name) => { const text = many(name)[0]; return text === undefined ? null : Number(text) },
    has: (name) => given.has(name),
  }
}

/** The known word one slip away from what was typed, or null. */
const nearest = (typed: string, known: readonly string[], before = ''): string | null => {
  const found = known.map((word) => ({ word, far: distance(typed, word) })).sort((a, b) => a.far - b.far)[0]
  return found && found.far <= Math.max(1, Math.floor(typed.length / 3)) ? before + found.word : null
}
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
