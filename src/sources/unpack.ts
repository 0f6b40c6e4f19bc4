// From the bytes as they came to plain text bytes: gzip is recognised by its first two bytes and unpacked as a stream, a
// byte-order mark is dropped. Says no to what is no text at all. Knows nothing of tables.
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { ReadProblem } from '#kernel/observation.ts'
import { problemEmpty, problemGzipBroken, problemGzipCut, problemPacked, problemUtf16 } from './read-problems.ts'

const peekLength = 64 * 1024
/** The beginning of a stream, and the whole stream again; `close` lets go of the stream when it is not read to its end. */
export type Peeked = { readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array>; readonly close: () => Promise<void> }

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

export const peek = async (bytes: AsyncIterable<Uint8Array>): Promise<Peeked> => {
  const source = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < peekLength) {
    const next = await source.next()
    if (next.done) break
    if (next.value.length > 0) { chunks.push(next.value); length += next.value.length }
  }
  const joined = chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)
  let given = 0
  // No generator: one that was never started would not let go of the source when it is closed.
  const all: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => all,
    next: () => {
      const value = chunks[given]
      if (value === undefined) return source.next()
      chunks[given] = new Uint8Array(0)
      given += 1
      return Promise.resolve({ done: false, value })
    },
    return: async () => {
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
  return { start: joined.subarray(0, peekLength), all, close: async () => { await source.return?.() } }
}
async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const source = Readable.from(packed, { objectMode: true, highWaterMark: 2 })
  const unpacking = createGunzip({ chunkSize: 128 * 1024, readableHighWaterMark: 1024 * 1024 } as Parameters<typeof createGunzip>[0])
  let sourceProblem: unknown = null
  source.on('error', (problem) => { sourceProblem = problem; unpacking.destroy(problem) })
  source.pipe(unpacking)
  try {
    for await (const chunk of unpacking) yield chunk as Uint8Array
  } catch (problem) {
    if (sourceProblem !== null) throw sourceProblem
    const code = (problem as { code?: string }).code
    if (code === 'Z_BUF_ERROR') throw problemGzipCut()
    if (code?.startsWith('Z_')) throw problemGzipBroken()
    throw problem
  } finally {
    source.destroy()
    unpacking.destroy()
  }
}
async function* dropped(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array, void> {
  let left = count
  for await (const chunk of bytes) {
    if (left >= chunk.length) { left -= chunk.length; continue }
    yield left > 0 ? chunk.subarray(left) : chunk
    left = 0
  }
}
/** Unpacks (a gzip inside a gzip too, as some servers send) and shows the beginning. Throws ReadProblem. */
export const unpack = async (bytes: AsyncIterable<Uint8Array>): Promise<Peeked> => {
  let peeked = await peek(bytes)
  for (let layers = 0; layers < 2 && isGzip(peeked.start); layers++) peeked = await peek(gunzip(peeked.all))
  const problem = problemOf(peeked.start)
  if (problem !== null) {
    await peeked.close()
    throw problem
  }
  const { start, all, close } = peeked
  return startsWith(start, 0xef, 0xbb, 0xbf) ? { start: start.subarray(3), all: dropped(all, 3), close } : peeked
}
const isGzip = (start: Uint8Array): boolean => startsWith(start, 0x1f, 0x8b)
const problemOf = (start: Uint8Array): ReadProblem | null => {
  if (start.length === 0) return problemEmpty()
  if (isGzip(start)) return problemPacked('GZIP')
  if (startsWith(start, 0x50, 0x4b, 3, 4)) return problemPacked('XLSX / ZIP')
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) return problemPacked('XLS / DOC')
  if (startsWith(start, 0x25, 0x50, 0x44, 0x46)) return problemPacked('PDF')
  if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) return problemUtf16()
  return null
}
