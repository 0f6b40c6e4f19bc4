// COPY: many rows into a table inside an act, far faster than inserts. The rows must be ready: nothing is fetched or parsed here.
import type pg from 'pg'
import { connectionBehind } from './connection.ts'
import { type CopyValue, toCopyLine } from './copy-text.ts'
import type { Writer } from './handle.ts'

export type CopyTarget = { /** 'evidence.series' */ readonly table: string; /** in snake_case */ readonly columns: readonly string[] }

const ident = (name: string): string => name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.')
const statement = (target: CopyTarget, format: 'text' | 'binary'): string =>
  `copy ${ident(target.table)} (${target.columns.map(ident).join(', ')}) from stdin (format ${format})`

type Wire = {
  readonly query: (text: string) => void
  readonly sendCopyFail: (why: string) => void
  readonly endCopyFrom: () => void
  readonly stream: NodeJS.WritableStream & { readonly destroyed?: boolean }
}
type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** What pg calls a query: it is handed the messages of the connection until it is done. */
class CopyIn {
  readonly callback: (error: Error | null, count: number) => void
  readonly #text: string
  readonly #chunks: Chunks
  #failed: Error | undefined
  #count = 0
  constructor(parts: { text: string; chunks: Chunks; callback: (error: Error | null, count: number) => void }) {
    this.#text = parts.text
    this.#chunks = parts.chunks
    this.callback = parts.callback
  }
  submit(wire: Wire): void {
    wire.query(this.#text)
  }
  handleCopyInResponse(wire: Wire): void {
    this.#send(wire).then(() => { if (!this.#failed) wire.endCopyFrom() }, (error: Error) => {
      if (this.#failed) return
      // What our own rows said is told to the caller, not the server's echo of it.
      this.#failed = error
      wire.sendCopyFail('the rows could not be read to their end')
    })
  }
  async #send(wire: Wire): Promise<void> {
    for await (const chunk of this.#chunks) {
      if (this.#failed) return
      const head = Buffer.alloc(5)
      head[0] = 0x64
      head.writeUInt32BE(chunk.length + 4, 1)
      wire.stream.write(head)
      if (!wire.stream.write(chunk)) await drained(wire)
    }
  }
  handleCommandComplete(message: { text: string }): void {
    this.#count = Number(message.text.split(' ')[1] ?? 0)
  }
  handleError(error: Error): void {
    this.#failed ??= error
    this.callback(this.#failed, 0)
  }
  handleReadyForQuery(): void {
    this.callback(null, this.#count)
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
}

const drained = (wire: Wire): Promise<void> => new Promise((resolve) => {
  const go = (): void => { wire.stream.off('drain', go); wire.stream.off('close', go); resolve() }
  wire.stream.on('drain', go)
  wire.stream.on('close', go)
})

const run = (writer: Writer, text: string, chunks: Chunks): Promise<number> => {
  const connection = connectionBehind(writer)
  connection.check('')
  return connection.client().then((client) => copyFrom(client, { text, chunks }))
}
/** On a connection of one's own; acts use `copyInto` and `copyBytes`. */
export const copyFrom = (client: pg.ClientBase, { text, chunks }: { readonly text: string; readonly chunks: Chunks }): Promise<number> => new Promise((resolve, reject) => {
  const copy = new CopyIn({ text, chunks, callback: (error, count) => (error ? reject(error) : resolve(count)) })
  client.query(copy as unknown as Parameters<typeof client.query>[0])
})

const wanted = 64 * 1024
async function* toChunks(rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const row of rows) {
    text += toCopyLine(row)
    if (text.length > wanted) { yield Buffer.from(text); text = '' }
  }
  if (text) yield Buffer.from(text)
}
function* toChunksAtOnce(rows: Iterable<readonly CopyValue[]>): Generator<Uint8Array> {
  let text = ''
  for (const row of rows) {
    text += toCopyLine(row)
    if (text.length > wanted) { yield Buffer.from(text); text = '' }
  }
  if (text) yield Buffer.from(text)
}

/** How many rows went in. A table of the wrong shape or a refused row ends the act. */
export const copyInto = (writer: Writer, target: CopyTarget & { readonly rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]> }): Promise<number> =>
  run(writer, statement(target, 'text'), Symbol.iterator in target.rows ? toChunksAtOnce(target.rows) : toChunks(target.rows))

/** For whoever writes PostgreSQL's own text or binary format faster than `copyInto` does. */
export const copyBytes = (writer: Writer, target: CopyTarget & { readonly chunks: Chunks; readonly format: 'text' | 'binary' }): Promise<number> =>
  run(writer, statement(target, target.format), target.chunks)
