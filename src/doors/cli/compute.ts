// `posoka compute`: one statistical method by its name, values on standard input, values on standard output. Opens no database.
// The work runs in a thread of its own, so that Ctrl-C is heard while it counts.
import { Worker } from 'node:worker_threads'
import { listEntries, methodNames } from '#stats/compute/list.ts'
import { type Command, type CommandAnswer, type CommandContext, done, failed } from '#store/command.ts'
import type { Counted, ToCount } from './compute-worker.ts'

export const computeCommand: Command = {
  name: 'compute',
  says: { bg: 'изчислява по един от методите на Посока; стойностите се подават като JSON', en: 'compute by one of Posoka’s methods; the values come in as JSON' },
  words: [{ name: 'method', says: { bg: 'име от docs/compute.md, например location-quotient', en: 'a name of docs/compute.md, for example location-quotient' } }],
  options: [
    { name: 'list', takes: 'nothing', says: { bg: 'всички методи: име, за какво служи, схема на входа и на изхода', en: 'every method: name, what it is for, schema of input and output' } },
    { name: 'example', takes: 'nothing', says: { bg: 'показва примерен вход за метода', en: 'show an example input of the method' } },
  ],
  examples: ['posoka compute --list', 'posoka compute ahp --example', 'posoka compute ahp < in.json > out.json'],
  opens: 'nothing',
  run: (context) => (context.line.has('list') ? list() : compute(context)),
}

const list = async (): Promise<CommandAnswer> => {
  const { describeEntry } = await import('#stats/compute/describe.ts')
  const methods = (await listEntries()).map(describeEntry)
  return done([JSON.stringify(methods, null, 1)], methods)
}

const compute = async ({ line, language, signal, input }: CommandContext): Promise<CommandAnswer> => {
  const say = sentences[language]
  const name = line.one('method')
  if (name === '') return failed('usage', say.noName)
  if (!methodNames.includes(name)) return failed('refused', say.unknown(name))
  const isExample = line.has('example')
  const text = isExample ? '' : await input()
  if (!isExample && text.trim() === '') return failed('usage', say.noInput(name))
  signal.throwIfAborted()
  const counted = await countAside({ name, text, isExample, language }, signal)
  switch (counted.kind) {
    // what is written is what was counted; only --json asks for the value
    case 'done': return done([counted.text], { toJSON: () => JSON.parse(counted.text) as unknown })
    case 'missing': return failed('refused', say.unknown(name))
    case 'wrong': return failed('usage', counted.says)
  }
}

/** Ends the thread when the person gives up; nothing was written, so nothing is left half done. */
const countAside = (ask: ToCount, signal: AbortSignal): Promise<Counted> => new Promise((resume, fail) => {
  const worker = new Worker(new URL('./compute-worker.ts', import.meta.url), { workerData: ask })
  const stop = (): void => { worker.terminate().then(() => fail(signal.reason), fail) }
  signal.addEventListener('abort', stop, { once: true })
  worker.once('message', (counted: Counted) => { signal.removeEventListener('abort', stop); resume(counted) })
  worker.once('error', fail)
})

const sentences = {
  bg: {
    noName: 'Кой метод? posoka compute --list ги показва.',
    unknown: (name: string) => `Няма метод „${name}“. posoka compute --list показва всички.`,
    noInput: (name: string) => `Няма вход. Подайте JSON: posoka compute ${name} < in.json; пример: posoka compute ${name} --example.`,
  },
  en: {
    noName: 'Which method? posoka compute --list shows them.',
    unknown: (name: string) => `There is no method “${name}”. posoka compute --list shows them all.`,
    noInput: (name: string) => `There is no input. Give JSON: posoka compute ${name} < in.json; an example: posoka compute ${name} --example.`,
  },
} as const
