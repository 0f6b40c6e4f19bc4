// Where documents are ordered: one thread, begun with the first order, so that no request waits behind a page of paper. What was made
// of a document is kept as long as the document itself; orders for the same file share one making.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import type { Wish, Written } from './document-worker.ts'

export type DocumentDesk = {
  readonly write: (document: Document, order: Order) => Promise<Uint8Array>
  readonly stop: () => Promise<void>
}
export type Order = {
  readonly format: DocumentFormat
  /** „https://…“, put before the document's address; '' where it is not known */
  readonly origin: string
  /** brings a kept file, for the emblem */
  readonly bring: (sha256: string) => AsyncIterable<Uint8Array>
}
type Waiting = { readonly done: (bytes: Uint8Array) => void; readonly fail: (failure: Error) => void; readonly timer: NodeJS.Timeout }

export const openDocumentDesk = ({ mostMs = 60_000 }: { readonly mostMs?: number } = {}): DocumentDesk => {
  const made = new WeakMap<Document, Map<string, Promise<Uint8Array>>>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let orders = 0

  const give = (number: number): Waiting | undefined => {
    const one = waiting.get(number)
    if (one === undefined) return undefined
    waiting.delete(number)
    clearTimeout(one.timer)
    if (waiting.size === 0) worker?.unref()
    return one
  }
  /** A thread that broke or hangs is given up with all its orders; the next order begins another. */
  const giveUp = (broken: Worker | undefined, failure: Error): void => {
    if (worker === broken) worker = undefined
    void broken?.terminate()
    for (const number of [...waiting.keys()]) give(number)?.fail(failure)
  }
  const thread = (): Worker => {
    if (worker !== undefined) return worker
    const begun = new Worker(join(import.meta.dirname, 'document-worker.ts'), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    begun.on('message', (written: Written) => {
      const one = give(written.number)
      if ('bytes' in written) one?.done(written.bytes)
      else one?.fail(new Error(written.problem))
    })
    begun.on('error', (failure) => giveUp(begun, failure instanceof Error ? failure : new Error(String(failure))))
    begun.on('exit', () => { if (worker === begun) giveUp(begun, new Error('the thread that writes documents has ended')) })
    return (worker = begun)
  }
  const order = (wish: Omit<Wish, 'number'>): Promise<Uint8Array> => new Promise((done, fail) => {
    const number = (orders += 1)
    const asked = thread()
    asked.ref()
    waiting.set(number, { done, fail, timer: setTimeout(() => giveUp(asked, new Error(`a document was not written within ${mostMs} ms`)), mostMs) })
    asked.postMessage({ number, ...wish } satisfies Wish)
  })
  return {
    write(document, { format, origin, bring }) {
      const files = made.get(document) ?? new Map<string, Promise<Uint8Array>>()
      made.set(document, files)
      const name = `${format} ${origin}`
      const there = files.get(name)
      if (there !== undefined) return there
      const making = forPaper(document, { origin, bring }).then((paper) => order({ format, document: paper }))
      files.set(name, making)
      making.catch(() => files.delete(name))
      // A name of the host comes from whoever asks, where no address is set: only a few are kept.
      for (const oldest of files.keys()) { if (files.size <= 6) break; files.delete(oldest) }
      return making
    },
    async stop() {
      const ending = worker
      worker = undefined
      for (const number of [...waiting.keys()]) give(number)?.fail(new Error('the server is stopping'))
      await ending?.terminate()
    },
  }
}
const whole = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of chunks) parts.push(part)
  return Buffer.concat(parts)
}
/** The drawings for phones stay here. */
const forPaper = async (document: Document, { origin, bring }: Omit<Order, 'format'>): Promise<Document> => ({
  ...document, address: `${origin}${document.address}`,
  emblem: document.emblem === null ? null : { ...document.emblem, base64: (await whole(bring(document.emblem.stored))).toString('base64') },
  blocks: document.blocks.map((block) => { if (block.kind !== 'figure') return block; const { narrow: _, ...figure } = block; return figure }),
})
