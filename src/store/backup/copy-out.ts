// COPY … TO STDOUT as a stream of even pieces, without holding more than a few of them. The other direction is copy.ts.
import type pg from 'pg'

type Wire = { readonly query: (text: string) => void; readonly stream: { readonly pause: () => void; readonly resume: () => void } }

/** What pg calls a query: it is handed the messages of the connection until it is done. */
class CopyOut {
  readonly #text: string
  readonly #pieceSize: number
  readonly #ready: Buffer[] = []
  #piece: Buffer
  #at = 0
  #wire: Wire | undefined
  #over = false
  #error: Error | undefined
  #wake: (() => void) | undefined
  rows = 0
  /** pg calls it when the connection dies before an answer */
  readonly callback = (error: Error | null): void => { if (error) this.handleError(error) }

  constructor(text: string, pieceSize: number) {
    this.#text = text
    this.#pieceSize = pieceSize
    this.#piece = Buffer.allocUnsafe(pieceSize)
  }
  submit(wire: Wire): void {
    this.#wire = wire
    wire.query(this.#text)
  }
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    for (let from = 0; from < chunk.length;) {
      const count = chunk.copy(this.#piece, this.#at, from)
      from += count
      this.#at += count
      if (this.#at === this.#pieceSize) this.#finishPiece()
    }
  }
  #finishPiece(): void {
    this.#ready.push(this.#piece.subarray(0, this.#at))
    this.#piece = Buffer.allocUnsafe(this.#pieceSize)
    this.#at = 0
    if (this.#ready.length > 1) this.#wire?.stream.pause()
    this.#wake?.()
  }
  handleCommandComplete(message: { readonly text: string }): void {
    this.rows = Number(message.text.split(' ')[1] ?? 0)
  }
  handleError(error: Error): void {
    this.#error ??= error
    this.#end()
  }
  handleReadyForQuery(): void {
    if (this.#at > 0) this.#finishPiece()
    this.#end()
  }
  #end(): void {
    this.#over = true
    this.#wire?.stream.resume()
    this.#wake?.()
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}

  async *pieces(): AsyncGenerator<Buffer> {
    for (;;) {
      const piece = this.#ready.shift()
      if (piece) {
        if (this.#ready.length < 2) this.#wire?.stream.resume()
        yield piece
      } else if (this.#error) throw this.#error
      else if (this.#over) return
      else {
        await new Promise<void>((resolve) => { this.#wake = resolve })
        this.#wake = undefined
      }
    }
  }
}

export type CopiedOut = { readonly pieces: AsyncGenerator<Buffer>; /** once the pieces are read */ readonly rows: () => number }
/** The connection is busy until the pieces are read to their end; who stops early ends the connection. */
export const copyOut = (client: pg.Client, statement: string, pieceSize: number): CopiedOut => {
  const copy = new CopyOut(statement, pieceSize)
  client.query(copy as unknown as Parameters<typeof client.query>[0])
  return { pieces: copy.pieces(), rows: () => copy.rows }
}
