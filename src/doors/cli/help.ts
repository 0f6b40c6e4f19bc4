// The help of the command line as text: all commands, or one with its words, options, examples and exit codes. Pure.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type Command, type Exit, exitCodes, type Option } from '#store/command.ts'

const column = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.min(34, Math.max(0, ...rows.map(([name]) => name.length)))
  return rows.map(([name, says]) => (name.length > width ? `  ${name}\n  ${' '.repeat(width)}  ${says}` : `  ${name.padEnd(width)}  ${says}`))
}

export const helpOfAll = (commands: readonly Command[], language: Language): string => {
  const say = speak(language)
  return [
    say.web_cli_about(), '',
    say.web_cli_usage({ line: 'posoka <…> [--help] [--json] [--language bg|en]' }), '',
    say.web_cli_commands(), ...column(commands.map(({ name, says }) => [name, says[language]] as const)), '',
    say.web_cli_exit_codes(), ...exits(language), '',
    say.web_cli_more(),
  ].join('\n')
}

/** Only their names, under a complaint. */
export const listOfGroup = (commands: readonly Command[], language: Language): string =>
  [speak(language).web_cli_commands(), ...column(commands.map(({ name, says }) => [name, says[language]] as const))].join('\n')

/** The commands of one first word, each as it is typed and with what it takes. */
export const helpOfGroup = (commands: readonly Command[], language: Language): string => [
  speak(language).web_cli_commands(),
  ...commands.flatMap((command) => [
    '', `  ${usageOf(command)}`, `    ${command.says[language]}`,
    ...column([...takesOf(command, language)]).map((line) => `    ${line}`),
  ]),
].join('\n')

const takesOf = ({ words = [], options = [] }: Command, language: Language): readonly (readonly [string, string])[] => [
  ...words.map((word) => [word.name, word.says[language]] as const),
  ...options.map((option) => [typedAs(option), option.says[language]] as const),
]
const typedAs = ({ name, takes }: Option): string => `--${name}${takes === 'nothing' ? '' : ` <${takes === 'number' ? 'n' : '…'}>`}`

/** The same help for a program. */
export const helpForProgram = (commands: readonly Command[], language: Language): unknown => ({
  about: speak(language).web_cli_about(),
  commands: commands.map((command) => ({
    name: command.name, says: command.says[language], usage: usageOf(command),
    words: (command.words ?? []).map(({ name, says, needed, many }) => ({ name, says: says[language], needed: needed === 'yes', many: many === 'yes' })),
    options: (command.options ?? []).map(({ name, takes, says, needed, many }) => ({ name, takes, says: says[language], needed: needed === 'yes', many: many === 'yes' })),
    examples: command.examples ?? [],
  })),
  everywhere: ['--help', '--json', '--version', '--language'],
  exitCodes,
})

export const usageOf = ({ name, words = [], options = [] }: Command): string => [
  'posoka', name,
  ...words.map((word) => { const dots = word.many ? ' …' : ''; return word.needed ? `<${word.name}>${dots}` : `[${word.name}${dots}]` }),
  ...options.map((option) => { const text = `--${option.name}${option.takes === 'nothing' ? '' : ' …'}`; return option.needed ? text : `[${text}]` }),
].join(' ')

export const helpOfOne = (command: Command, language: Language): string => {
  const say = speak(language)
  const options = (command.options ?? []).map((option) => [typedAs(option), option.says[language]] as const)
  const own = command.options?.some(({ name }) => name === 'language')
  const framed = [['--json', say.web_cli_option_json()], ...(own ? [] : [['--language bg|en', say.web_cli_option_language()] as const]), ['--help', say.web_cli_option_help()]] as const
  const words = (command.words ?? []).map((word) => [word.name, word.says[language]] as const)
  return [
    command.says[language], '',
    say.web_cli_usage({ line: usageOf(command) }),
    ...(words.length > 0 ? ['', ...column(words)] : []),
    '', say.web_cli_options(), ...column([...options, ...framed]),
    ...(command.examples?.length ? ['', say.web_cli_examples(), ...command.examples.map((line) => `  ${line}`)] : []),
    '', say.web_cli_exit_codes(), ...exits(language),
  ].join('\n')
}

const exits = (language: Language): readonly string[] => {
  const say = speak(language)
  const says: Readonly<Record<Exit, string>> = {
    done: say.web_cli_exit_done(), refused: say.web_cli_exit_refused(), usage: say.web_cli_exit_usage(), notFound: say.web_cli_exit_not_found(),
    broken: say.web_cli_exit_broken(), unavailable: say.web_cli_exit_unavailable(), bug: say.web_cli_exit_bug(), interrupted: say.web_cli_exit_interrupted(),
  }
  return column(Object.entries(exitCodes).map(([name, code]) => [String(code), says[name as Exit]] as const))
}
