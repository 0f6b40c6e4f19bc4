// Files kept by the SHA-256 of their bytes: written once, whole or not at all, the same bytes only once. Not a place for secrets.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { folderProblem } from './start-problem.ts'

export type KeptFile = { readonly sha256: string; readonly size: number }
export type FileStore = {
  /** streams to the disk; the bytes are safe when it returns */
  readonly keep: (bytes: Uint8Array | AsyncIterable<Uint8Array>) => Promise<KeptFile>
  /** throws where no such file was kept */
  readonly read: (sha256: string) => AsyncIterable<Uint8Array>
  readonly find: (sha256: string) => Promise<KeptFile | undefined>
  /** for good; only after whoever keeps numbers of files has none that needs it */
  readonly remove: (sha256: string) => Promise<void>
}

const shape = /^[0-9a-f]{64}$/
const pathOf = (folder: string, sha256: string): string => {
  if (!shape.test(sha256)) throw new Error('a kept file is named by 64 hexadecimal digits')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}

export const openFiles = (folder: string): FileStore => ({
  keep: (bytes) => keepIn(folder, bytes).catch((error) => { throw folderProblem(error, folder) }),
  read: (sha256) => createReadStream(pathOf(folder, sha256), { highWaterMark: 256 * 1024 }),
  find: async (sha256) => {
    const facts = await stat(pathOf(folder, sha256)).catch(() => undefined)
    return facts && { sha256, size: facts.size }
  },
  remove: (sha256) => rm(pathOf(folder, sha256), { force: true }),
})

const keepIn = async (folder: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<KeptFile> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `unfinished-${randomBytes(8).toString('hex')}`)
  try {
    const kept = await writeWhole(unfinished, bytes instanceof Uint8Array ? [bytes] : bytes)
    const target = pathOf(folder, kept.sha256)
    const there = await stat(target).catch(() => undefined)
    if (there?.size === kept.size) return kept
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(unfinished, target)
    await syncFolder(dirname(target))
    return kept
  } finally {
    await rm(unfinished, { force: true })
  }
}

const writeWhole = async (path: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<KeptFile> => {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
      // One write may take only a part, and says so.
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}
