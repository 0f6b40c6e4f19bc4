// A command of the terminal as a value; the door `cli` parses the line, opens the store and shows what comes back.
// It is not a place for policy: a command asks the same rules and acts as a page does.
import type { Bilingual, Language } from '#kernel/language.ts'
import type { Store } from './store.ts'

/** What a process ends with. Listed in the help and in README.md; never renumber. */
export const exitCodes = {
  done: 0,
  /** understood, but not done, for a reason the user can act upon */
  refused: 1,
  /** the command line itself is wrong */
  usage: 2,
  notFound: 3,
  /** a check ran to its end and found something broken */
  broken: 4,
  /** database, disk, port or network are not there */
  unavailable: 5,
  /** a mistake of ours */
  bug: 70,
  interrupted: 130,
} as const
export type Exit = keyof typeof exitCodes

/** `--name value`, or a bare `--name` where it takes nothing. */
export type Option = {
  readonly name: string
  readonly says: Bilingual
  readonly takes: 'text' | 'number' | 'nothing'
  readonly needed?: 'yes'
  readonly many?: 'yes'
}
/** Words without a dash, in order. Only the last may be `many`. */
export type Argument = {
  readonly name: string
  readonly says: Bilingual
  readonly needed?: 'yes'
  readonly many?: 'yes'
}

/** What was written on the line, parsed and checked against the command's own list. */
export type Line = {
  /** '' when an optional word was left out */
  readonly one: (name: string) => string
  readonly many: (name: string) => readonly string[]
  /** null when left out */
  readonly number: (name: string) => number | null
  readonly has: (name: string) => boolean
}

export type Bar = {
  /** so many done in all; call it as often as you like, the terminal is drawn a few times a second */
  readonly reach: (done: number) => void
  /** the whole, once it is known */
  readonly of: (total: number) => void
  readonly end: () => void
}

export type CommandContext = {
  readonly line: Line
  readonly store: Store
  readonly language: Language
  readonly now: () => Date
  /** aborted by Ctrl-C or SIGTERM: pass it on, or call signal.throwIfAborted() between batches */
  readonly signal: AbortSignal
  /** a line for the person; goes to stderr under --json, so that stdout stays one document */
  readonly say: (text: string) => void
  /** a bar with rate and remaining time on a terminal, a plain line now and then elsewhere */
  readonly bar: (what: { readonly label: string; readonly unit: string; readonly total?: number }) => Bar
  /** the words typed on standard input, read to the end; '' on a terminal */
  readonly input: () => Promise<string>
}

export type CommandAnswer = {
  readonly exit: Exit
  /** what the person reads */
  readonly lines: readonly string[]
  /** what a program reads with --json; made of plain values */
  readonly value: unknown
}

export type Command = {
  /** one word, or two: 'import', 'audit verify' */
  readonly name: string
  readonly says: Bilingual
  readonly words?: readonly Argument[]
  readonly options?: readonly Option[]
  /** whole lines as they may be typed, shown in the help */
  readonly examples?: readonly string[]
  /** a command that works on files only opens no database: asking for its store is a mistake of ours */
  readonly opens?: 'nothing'
  readonly run: (context: CommandContext) => Promise<CommandAnswer>
}

export const done = (lines: readonly string[], value: unknown = null): CommandAnswer => ({ exit: 'done', lines, value })
export const failed = (exit: Exclude<Exit, 'done'>, line: string, value: unknown = null): CommandAnswer => ({ exit, lines: [line], value })
