// One file becomes a vintage: kept by its hash first, read as a stream, checked, stored under a vintage that nobody reads yet,
// and made current in one last short act. Whatever interrupts it leaves nothing but the file.
import { createHash } from 'node:crypto'
import { ReadProblem } from '#kernel/observation.ts'
import type { KeptFile } from '#store/files.ts'
import { thisProcess } from '#store/this-process.ts'
import { readLimits } from '#sources/limits.ts'
import { unpack } from '#sources/unpack.ts'
import type { ImportEnd } from '../rules/import-words.ts'
import { guessMediaType } from '../rules/media-types.ts'
import type { Dataset } from '../rules.ts'
import { findDatasetByCode, findSameFile, listArriving } from '../read.ts'
import { beginVintage, clearArriving } from '../write.ts'
import { isDead } from '../write/clear-dead.ts'
import type { ImportAsk, ImportStore } from './import-ask.ts'
import { readIntoVintage } from './read-into-vintage.ts'

export const readerVersion = '1'

export const importFile = async (store: ImportStore, ask: ImportAsk): Promise<ImportEnd> => {
  const dataset = await store.reading((reader) => findDatasetByCode(reader, ask.dataset), { as: 'staff', fresh: 'primary' })
  if (!dataset) return { kind: 'noDataset' }
  ask.onProgress?.({ step: 'keeping', bytesRead: 0, bytesInAll: 0, seriesStored: 0 })
  const { file, start } = await keep(store, ask)
  const content = await hashContent(store, file, ask.signal)
  const begun = await begin(store, { ask, dataset, file, content, start })
  if (begun.kind !== 'begun') return begun
  try {
    return await readIntoVintage(store, { ask, dataset, file, vintage: begun.vintage })
  } catch (error) {
    await clear(store, begun.vintage)
    throw error
  }
}

const keep = async (store: ImportStore, ask: ImportAsk): Promise<{ readonly file: KeptFile; readonly start: Uint8Array }> => {
  let start: Uint8Array = new Uint8Array(0)
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of ask.bytes) {
      ask.signal?.throwIfAborted()
      if (start.length === 0) start = chunk.slice(0, 512)
      yield chunk
    }
  }
  return { file: await store.files.keep(watched()), start }
}

/** SHA-256 of what is inside the packing. A file that cannot be unpacked has none but its own: the reader will say what is wrong. */
const hashContent = async (store: ImportStore, file: KeptFile, signal: AbortSignal | undefined): Promise<string> => {
  const hash = createHash('sha256')
  try {
    let length = 0
    for await (const chunk of (await unpack(store.files.read(file.sha256))).all) {
      signal?.throwIfAborted()
      hash.update(chunk)
      length += chunk.length
      // A small file may unpack to more than any disk: the reader will refuse it, and says so.
      if (length > readLimits.bytes) return file.sha256
    }
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof ReadProblem) return file.sha256
    throw error
  }
}

type Begin = { readonly ask: ImportAsk; readonly dataset: Dataset; readonly file: KeptFile; readonly content: string; readonly start: Uint8Array }
type Begun = { readonly kind: 'begun'; readonly vintage: number } | Extract<ImportEnd, { kind: 'same' | 'busy' }>
/** The database lets one import of a dataset run at a time; one whose process is gone is cleared away first. */
const begin = async (store: ImportStore, from: Begin): Promise<Begun> => {
  const { ask, dataset, file, content } = from
  for (let tries = 1; ; tries++) {
    const same = await store.reading((reader) => findSameFile(reader, { dataset: dataset.code, bytesSha256: file.sha256, contentSha256: content }), { as: 'staff', fresh: 'primary' })
    if (same) return { kind: 'same', vintage: same.number, state: same.state, how: same.bytesSha256 === file.sha256 ? 'bytes' : 'content' }
    const running = await store.reading((reader) => listArriving(reader, { dataset: dataset.code }), { as: 'staff', fresh: 'primary' })
    for (const one of running) {
      if (!isDead(one, { now: ask.now(), here: thisProcess })) return { kind: 'busy', since: one.startedAt }
      await clear(store, one.vintage)
    }
    try {
      const vintage = await store.writing((writer) => beginVintage(writer, {
        dataset: dataset.code, origin: ask.origin, receivedAt: ask.now(), address: ask.address, fileName: ask.fileName, mediaType: guessMediaType(from.start),
        bytesSha256: file.sha256, contentSha256: content, originalSha256: ask.provenance?.original?.sha256 ?? null, size: file.size, readerVersion, licence: dataset.licence.id,
        by: ask.by ?? null, ...(ask.provenance ? { parameters: ask.provenance } : {}), host: thisProcess.host, process: thisProcess.process,
      }), { quiet: 'yes' })
      return { kind: 'begun', vintage }
    } catch (error) {
      // Another one began, or ended with this very file, at the same moment: look again.
      if ((error as { code?: string }).code !== '23505' || tries === 5) throw error
    }
  }
}
const clear = async (store: ImportStore, vintage: number): Promise<void> => {
  await store.writing((writer) => clearArriving(writer, vintage), { quiet: 'yes' })
}
