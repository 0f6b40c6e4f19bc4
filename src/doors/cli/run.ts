// One round of the command line: parse, open the store, run, show. Everything outside comes in as a parameter, so tests drive it.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Command, CommandAnswer, CommandContext } from '#store/command.ts'
import { exitCodes } from '#store/command.ts'
import type { OpenHow, Store } from '#store/store.ts'
import { helpForProgram, helpOfAll, helpOfGroup, helpOfOne, listOfGroup } from './help.ts'
import { type Asked, type LineProblem, parseLine } from './parse-line.ts'
import { makeBar, type Screen } from './progress.ts'
import { sayLineProblem, sayThrown } from './say-problem.ts'

export type Terminal = {
  readonly out: Screen
  readonly problems: Screen
  readonly language: Language
  readonly version: string
  readonly now: () => Date
  readonly input: () => Promise<string>
  readonly openStore: (how: OpenHow) => Promise<Store>
  /** calls back at Ctrl-C and SIGTERM; gives what ends the listening */
  readonly onStop: (stop: () => void) => () => void
}

export const runLine = async (typed: readonly string[], commands: readonly Command[], terminal: Terminal): Promise<number> => {
  const parsed = parseLine(typed, commands)
  if (!parsed.ok) return sayUsage(parsed.problem, typed, commands, terminal)
  const asked = parsed.value
  const language = asked.wants.language ?? terminal.language
  const print = (text: string): void => { terminal.out.write(`${text}\n`) }
  const document = (value: unknown): number => { print(JSON.stringify(value)); return exitCodes.done }
  if (asked.wants.version) {
    if (asked.wants.json) return document({ version: terminal.version })
    print(`posoka ${terminal.version}`)
    return exitCodes.done
  }
  if (asked.command === null || asked.wants.help) {
    if (asked.wants.json) return document(helpForProgram(asked.command ? [asked.command] : asked.group.length > 0 ? asked.group : commands, language))
    print(asked.command ? helpOfOne(asked.command, language) : asked.group.length > 0 ? helpOfGroup(asked.group, language) : helpOfAll(commands, language))
    return exitCodes.done
  }
  const answer = await runCommand(asked.command, asked, { ...terminal, language })
  return show(answer, asked, terminal)
}

const sayUsage = (problem: LineProblem, typed: readonly string[], commands: readonly Command[], { out, problems, language }: Terminal): number => {
  const chosen = typed.includes('bg') ? 'bg' : typed.includes('en') ? 'en' : language
  const spoken = typed.some((word) => word.startsWith('--language')) ? chosen : language
  const group = commands.filter(({ name }) => name.startsWith(`${typed[0]} `))
  const command = commands.find(({ name }) => typed.join(' ').startsWith(name))
  const said = sayLineProblem(problem, spoken)
  const see = `posoka ${command ? `${command.name} ` : group.length > 0 ? `${typed[0]} ` : ''}--help`
  if (typed.includes('--json')) {
    out.write(`${JSON.stringify({ exit: 'usage', problem: said, ...problem, known: (group.length > 0 && !command ? group : command ? [] : commands).map(({ name }) => name), see })}\n`)
    return exitCodes.usage
  }
  problems.write(`${said}\n`)
  if (group.length > 0 && !command) problems.write(`${listOfGroup(group, spoken)}\n`)
  problems.write(`${speak(spoken).web_cli_see_help({ line: see })}\n`)
  return exitCodes.usage
}

const runCommand = async (command: Command, asked: Asked, terminal: Terminal): Promise<CommandAnswer> => {
  const { language, problems } = terminal
  const words = speak(language)
  const stop = new AbortController()
  const endListening = terminal.onStop(() => {
    problems.write(`\n${words.web_cli_interrupting()}\n`)
    stop.abort()
  })
  let store: Store | undefined
  try {
    let isNew = false
    if (command.opens === undefined) store = await terminal.openStore({
      onStep: (step, detail) => {
        if (step === 'created') {
          isNew = true
          problems.write(`${words.web_cli_database_created({ place: detail })}\n`)
        }
        if (step === 'migrated' && !isNew) problems.write(`${words.web_cli_database_migrated({ names: detail })}\n`)
      },
    })
    stop.signal.throwIfAborted()
    return await command.run(contextOf(store, asked, stop.signal, terminal))
  } catch (thrown) {
    const said = sayThrown(thrown, language)
    if (said) return { ...said, value: null }
    problems.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`)
    return { exit: 'bug', lines: [words.web_cli_bug()], value: null }
  } finally {
    endListening()
    await store?.close()
  }
}

const contextOf = (store: Store | undefined, asked: Asked, signal: AbortSignal, terminal: Terminal): CommandContext => ({
  line: asked.line,
  get store() {
    if (store === undefined) throw new Error('this command said that it opens nothing')
    return store
  },
  language: terminal.language,
  now: terminal.now,
  signal,
  say: (text) => { (asked.wants.json ? terminal.problems : terminal.out).write(`${text}\n`) },
  bar: (what) => makeBar(what, { screen: terminal.problems, language: terminal.language, now: () => terminal.now().getTime() }),
  input: terminal.input,
})

/** People read lines, a program reads one document; what went wrong goes to stderr in both cases. */
const show = ({ exit, lines, value }: CommandAnswer, asked: Asked, { out, problems }: Terminal): number => {
  const wentWell = exit === 'done'
  if (asked.wants.json) {
    const document = wentWell || value !== null ? value : { exit, problem: lines.join(' ') }
    out.write(`${JSON.stringify(document)}\n`)
  }
  if (!asked.wants.json || !wentWell) for (const line of lines) (wentWell ? out : problems).write(`${line}\n`)
  return exitCodes[exit]
}
