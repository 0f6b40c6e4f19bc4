// Reads an archive: first whole, to see that every byte is what was written, then again to take out what is in it.
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Bilingual } from '#kernel/language.ts'
import { findDifference, formatVersion, isMemberName, type Manifest, type Member, manifestName, parseManifest, sealName } from './manifest.ts'
import { BackupProblem, damaged } from './problem.ts'
import { blockSize, endOfArchive, paddingOf, parseHeader } from './tar.ts'

const pieceSize = 1 << 20
const largestManifest = 256 << 20

type Found = { readonly name: string; readonly size: number; readonly bytes: AsyncGenerator<Buffer> }
export type Watch = { readonly signal?: AbortSignal | undefined; /** bytes of the archive read so far */ readonly onRead?: ((bytes: number) => void) | undefined }

/** Each member in order; whoever asks for the next one has read the last. Throws `damaged` where the format is broken. */
async function* readMembers(handle: FileHandle, file: string, { signal, onRead }: Watch): AsyncGenerator<Found> {
  const broken = (why: Bilingual): BackupProblem => damaged(file, why)
  const cut = (): BackupProblem => broken({ bg: 'файлът свършва по средата', en: 'the file ends in the middle' })
  let at = 0
  const take = async (size: number): Promise<Buffer> => {
    signal?.throwIfAborted()
    const bytes = Buffer.allocUnsafe(size)
    let read = 0
    while (read < size) {
      const { bytesRead } = await handle.read(bytes, read, size - read, at + read)
      if (bytesRead === 0) throw cut()
      read += bytesRead
    }
    at += size
    onRead?.(at)
    return bytes
  }
  const { size: whole } = await handle.stat()
  for (;;) {
    const block = await take(blockSize)
    if (block.every((byte) => byte === 0)) {
      const rest = await take(endOfArchive.length - blockSize)
      if (rest.some((byte) => byte !== 0) || at !== whole) throw broken({ bg: 'след края му има още нещо', en: 'there is something behind its end' })
      return
    }
    const header = parseHeader(block)
    if (!header) throw broken({ bg: `началото на частта при байт ${at - blockSize} не е четливо`, en: `the head of the part at byte ${at - blockSize} cannot be read` })
    const { name, size } = header
    if (name !== manifestName && name !== sealName && !isMemberName(name)) throw broken({ bg: `в него има неочаквано име „${name}“`, en: `it holds an unexpected name “${name}”` })
    if (at + size > whole) throw cut()
    let left = size
    const bytes = (async function* () {
      while (left > 0) {
        const piece = await take(Math.min(left, pieceSize))
        left -= piece.length
        yield piece
      }
    })()
    yield { name, size, bytes }
    for (let piece = await bytes.next(); piece.done !== true; piece = await bytes.next()) { /* what was not wanted is passed over */ }
    if ((await take(paddingOf(size))).some((byte) => byte !== 0)) throw broken({ bg: `краят на ${name} е променен`, en: `the end of ${name} was changed` })
  }
}

const openArchive = (file: string): Promise<FileHandle> => open(file, 'r').catch((cause: NodeJS.ErrnoException) => {
  throw new BackupProblem('noArchive', { bg: `Архивът ${file} не може да се отвори (${cause.code}).`, en: `The archive ${file} cannot be opened (${cause.code}).` }, cause)
})

/** Every byte of it. Throws a sentence when anything is not as it was written. */
export const verifyArchive = async (file: string, watch: Watch = {}): Promise<Manifest> => {
  const handle = await openArchive(file)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw damaged(file, { bg: 'файлът е празен', en: 'the file is empty' })
    const found: Member[] = []
    const kept = new Map<string, Buffer>()
    for await (const { name, size: memberSize, bytes } of readMembers(handle, file, watch)) {
      const hash = createHash('sha256')
      const own = name === manifestName || name === sealName ? [] as Buffer[] : undefined
      if (own && memberSize > largestManifest) throw damaged(file, { bg: 'описът му е твърде голям', en: 'its list is too large' })
      for await (const piece of bytes) {
        hash.update(piece)
        own?.push(piece)
      }
      if (own) kept.set(name, Buffer.concat(own))
      found.push({ name, size: memberSize, sha256: hash.digest('hex') })
    }
    return manifestOf({ file, found, kept })
  } finally {
    await handle.close()
  }
}

const manifestOf = ({ file, found, kept }: { readonly file: string; readonly found: readonly Member[]; readonly kept: ReadonlyMap<string, Buffer> }): Manifest => {
  const [list, seal] = found.slice(-2)
  const text = kept.get(manifestName)
  if (list?.name !== manifestName || seal?.name !== sealName || !text) throw damaged(file, { bg: 'липсва описът в края му', en: 'the list at its end is missing' })
  if (kept.get(sealName)?.toString() !== `${list.sha256}  ${manifestName}\n`) throw damaged(file, { bg: 'описът му е променен', en: 'its list was changed' })
  const manifest = parseManifest(text.toString('utf8'))
  if (!manifest) throw damaged(file, { bg: 'описът му не е четлив', en: 'its list cannot be read' })
  if (manifest.formatVersion > formatVersion) throw new BackupProblem('newer', {
    bg: `Архивът ${file} е направен от по-ново издание на програмата (${manifest.product}). Обновете програмата и опитайте пак.`,
    en: `The archive ${file} was made by a newer version of the program (${manifest.product}). Update the program and try again.`,
  })
  const difference = findDifference(manifest, found.slice(0, -2))
  if (difference) throw damaged(file, difference)
  return manifest
}

/** The members of an archive that was verified; each is compared once more while it is read. */
export async function* takeMembers(file: string, manifest: Manifest, watch: Watch = {}): AsyncGenerator<Found> {
  const handle = await openArchive(file)
  try {
    let at = 0
    for await (const member of readMembers(handle, file, watch)) {
      const said = manifest.members[at++]
      if (said === undefined) break
      yield { ...member, bytes: compared(file, member, said) }
    }
  } finally {
    await handle.close()
  }
}
async function* compared(file: string, { name, bytes }: Found, said: Member): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  if (name !== said.name || hash.digest('hex') !== said.sha256) throw damaged(file, { bg: `${name} е променен, докато се четеше`, en: `${name} was changed while it was read` })
}
