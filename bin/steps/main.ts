// The commands behind package.json and bin/posoka, under Node 24 with everything installed.
// Each is one module, loaded only when asked for, so that the command line answers quickly.
import { existsSync } from 'node:fs'
import { home, Stop } from './home.ts'

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | undefined>>> = {
  start: async (args) => (await import('./start.ts')).start(args),
  dev: async () => (await import('./dev.ts')).dev(),
  check: async (args) => (await import('./check.ts')).check(args),
  test: async (args) => (await import('./test.ts')).test(args),
  'test:all': async (args) => {
    process.env.POSOKA_TEST_ALL = '1'
    return (await import('./test.ts')).test(args)
  },
  build: async () => (await import('./build.ts')).build(),
  bench: async (args) => (await import('./bench.ts')).bench(args),
}

export const main = async (args: readonly string[]): Promise<void> => {
  const [name = '--help', ...rest] = args
  try {
    const code = Object.hasOwn(commands, name) && !rest.includes('--help') ? await commands[name]?.(rest) : await commandLine(args)
    if (code !== undefined) process.exitCode = code
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ exit: exits[problem.code] ?? 'refused', problem: problem.message.replace('\n', ' ') })}\n`)
    else process.stderr.write(`${problem.message}\n`)
    process.exitCode = problem.code
  }
}

/** The names that src/store/command.ts gives these codes. */
const exits: Readonly<Record<number, string>> = { 1: 'refused', 2: 'usage', 5: 'unavailable', 70: 'bug' }

/** Everything else is a word of the product's own command line, which runs from source. */
const commandLine = async (args: readonly string[]): Promise<number> => {
  const { compileWords } = await import('./words.ts')
  await compileWords('functions')
  const file = home('src/doors/cli/main.ts')
  if (!existsSync(file)) throw new Stop('The command line is missing from this checkout.', 'Clone it again, whole.', 70)
  const { runCommandLine } = await import(file)
  return runCommandLine(args)
}
