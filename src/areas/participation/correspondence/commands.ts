// Letters from the terminal: bring a saved letter or a mailbox.
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { done, failed, type Command } from '#store/command.ts'
import { bringLetters, lettersIn } from './commands/settle.ts'

const firstBytes = async (path: string): Promise<Uint8Array> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
async function* whole(path: string): AsyncGenerator<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path)) chunks.push(chunk as Buffer)
  yield Buffer.concat(chunks)
}
export const mailCommands = (settings: () => { readonly origin: string; readonly address: string | null; readonly authHost: string | null; readonly plus: 'yes' | 'no' }): readonly Command[] => [{
  name: 'mail import',
  says: { bg: 'приема писма от файл: едно (.eml) или цяла пощенска кутия (.mbox)', en: 'take letters in from a file: one (.eml) or a whole mailbox (.mbox)' },
  words: [{ name: 'file', needed: 'yes', many: 'yes', says: { bg: 'файл .eml или .mbox', en: 'a file, .eml or .mbox' } }],
  options: [{ name: 'answer', takes: 'nothing', says: { bg: 'прати на подателите номер и връзка за потвърждение', en: 'send the senders a number and a link to confirm' } }],
  examples: ['posoka mail import pismo.eml', 'posoka mail import --answer kutiya.mbox'],
  run: async ({ line, store, language, now, signal, say }) => {
    const { origin, address: box, authHost, plus } = settings()
    const desk = { store, origin, box, authHost, plus, now, tell: say }
    let [letters, fresh] = [0, 0]
    for (const path of line.many('file')) {
      const facts = await stat(path).catch(() => undefined)
      if (facts === undefined || !facts.isFile()) return failed('notFound', { bg: `Няма файл ${path}.`, en: `There is no file ${path}.` }[language])
      const first = await firstBytes(path)
      const bytes = /^From /.test(Buffer.from(first.subarray(0, 5)).toString('latin1')) ? createReadStream(path) : whole(path)
      const brought = await bringLetters(desk, { bytes: lettersIn(first, bytes), by: null, wantsAnswer: line.has('answer'), signal })
      letters += brought.letters
      fresh += brought.fresh
    }
    return done([{ bg: `Писма: ${letters}, от тях нови: ${fresh}.`, en: `Letters: ${letters}, new among them: ${fresh}.` }[language]], { letters, fresh })
  },
}]
