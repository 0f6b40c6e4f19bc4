// Where documents are ordered: one thread, begun with the first order, so that no request waits behind a page of paper. It writes one
// after another; too many waiting are turned away. What was made of a document is kept while it is among the last few; orders for
// the same file share one making.
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
/** The door answers 503 to an error of this name: waiting helps. */
const busy = (): Error => Object.assign(new Error('too many documents are waiting to be written'), { name: 'Busy' })

type Patience = { readonly mostMs?: number; readonly mostWaiting?: number; readonly mostKept?: number }
export const openDocumentDesk = ({ mostMs = 60_000, mostWaiting = 40, mostKept = 24 }: Patience = {}): DocumentDesk => {
  const made = new WeakMap<Document, Map<string, Promise<Uint8Array>>>()
  const kept: { readonly files: Map<string, Promise<Uint8Array>>; readonly name: string }[] = []
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const thread = (): Worker => {
    if (worker !== undefined) return worker
    const begun = new Worker(join(import.meta.dirname, 'document-worker.ts'), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    // one that breaks while nobody waits for it is only forgotten
    begun.on('error', () => {}).on('exit', () => { if (worker === begun) worker = undefined })
    return (worker = begun)
  }
  /** A thread that broke or hangs is given up; the next order begins another. */
  const send = (wish: Wish): Promise<Uint8Array> => new Promise((done, fail) => {
    const asked = thread()
    const end = (): void => {
      clearTimeout(timer)
      asked.off('message', heard).off('error', giveUp).off('exit', gone)
      asked.unref()
    }
    const giveUp = (failure: unknown): void => {
      end()
      if (worker === asked) worker = undefined
      void asked.terminate()
      fail(failure instanceof Error ? failure : new Error(String(failure)))
    }
    const gone = (): void => giveUp(new Error('the thread that writes documents has ended'))
    const heard = (written: Written): void => {
      end()
      if ('bytes' in written) done(written.bytes)
      else fail(new Error(written.problem))
    }
    const timer = setTimeout(() => giveUp(new Error(`a document was not written within ${mostMs} ms`)), mostMs)
    asked.ref()
    asked.on('message', heard).on('error', giveUp).on('exit', gone)
    asked.postMessage(wish)
  })
  const order = (wish: () => Promise<Wish>): Promise<Uint8Array> => {
    if (waiting >= mostWaiting) return Promise.reject(busy())
    waiting += 1
    const written = last.then(wish).then(send).finally(() => { waiting -= 1 })
    last = written.catch(() => {})
    return written
  }
  return {
    write(document, { format, origin, bring }) {
      const files = made.get(document) ?? new Map<string, Promise<Uint8Array>>()
      made.set(document, files)
      const name = `${format} ${origin}`
      const there = files.get(name)
      if (there !== undefined) return there
      const making = order(async () => ({ format, document: await forPaper(document, { origin, bring }) }))
      files.set(name, making)
      kept.push({ files, name })
      making.catch(() => files.delete(name))
      for (const oldest of kept.splice(0, kept.length - mostKept)) oldest.files.delete(oldest.name)
      return making
    },
    async stop() {
      const ending = worker
      worker = undefined
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
