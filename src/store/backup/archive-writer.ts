// Writes an archive beside its place and puts it there whole: an interrupted or failed one leaves nothing under its name.
import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { type Manifest, type Member, manifestName, sealName } from './manifest.ts'
import { orDiskFull } from './problem.ts'
import { endOfArchive, paddingOf, toHeader } from './tar.ts'

/** How bytes reach the disk; another one lets a test fill the disk. */
export type Put = (handle: FileHandle, bytes: readonly Buffer[]) => Promise<void>
export const putAll: Put = async (handle, bytes) => {
  const whole = bytes.reduce((sum, part) => sum + part.length, 0)
  const { bytesWritten } = await handle.writev([...bytes])
  if (bytesWritten === whole) return
  // One write may take only a part, and says so.
  const rest = Buffer.concat(bytes).subarray(bytesWritten)
  for (let at = 0; at < rest.length;) at += (await handle.write(rest, at)).bytesWritten
}

export type ArchiveWriter = {
  readonly add: (name: string, bytes: Buffer) => Promise<void>
  /** of a size known before; the bytes must be exactly so many */
  readonly addStream: (name: string, size: number, bytes: AsyncIterable<Uint8Array>) => Promise<Member>
}

export const writeArchive = async (
  { file, put = putAll }: { readonly file: string; readonly put?: Put | undefined },
  fill: (writer: ArchiveWriter) => Promise<Omit<Manifest, 'members'>>,
): Promise<{ readonly size: number; readonly manifest: Manifest }> => {
  const unfinished = `${file}.unfinished-${process.pid}`
  const handle = await open(unfinished, 'wx', 0o600).catch((error: unknown) => { throw orDiskFull(error, file) })
  try {
    const members: Member[] = []
    const addStream: ArchiveWriter['addStream'] = async (name, size, bytes) => {
      const hash = createHash('sha256')
      let written = 0
      await put(handle, [toHeader({ name, size })])
      for await (const chunk of bytes) {
        written += chunk.length
        if (written > size) break
        hash.update(chunk)
        await put(handle, [Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)])
      }
      if (written !== size) throw new Error(`${name} changed while it was read`)
      await put(handle, [Buffer.alloc(paddingOf(size))])
      const member = { name, size, sha256: hash.digest('hex') }
      members.push(member)
      return member
    }
    const add: ArchiveWriter['add'] = async (name, bytes) => {
      await put(handle, [toHeader({ name, size: bytes.length }), bytes, Buffer.alloc(paddingOf(bytes.length))])
      members.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    const manifest: Manifest = { ...(await fill({ add, addStream })), members: [...members] }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
    await add(manifestName, text)
    await add(sealName, Buffer.from(`${createHash('sha256').update(text).digest('hex')}  ${manifestName}\n`))
    await put(handle, [endOfArchive])
    await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    await rename(unfinished, file)
    return { size, manifest }
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw orDiskFull(error, file)
  }
}
