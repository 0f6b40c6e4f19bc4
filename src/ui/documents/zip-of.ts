// Several files as one ZIP. Names come ready; nothing here decides what belongs into it.
import type { ArchiveAnswer } from '#kernel/answer.ts'

type Bring = { readonly bring: (sha256: string) => Promise<AsyncIterable<Uint8Array> | undefined> }
/** The same entries give the same bytes: no file carries the moment of packing. */
const dated = new Date(Date.UTC(2000, 0, 1))
export const zipOf = async (entries: ArchiveAnswer['entries'], { bring }: Bring): Promise<Uint8Array> => {
  const { default: JSZip } = await import('jszip')
  const zip = new JSZip()
  for (const { path, bytes } of entries) {
    if (typeof bytes === 'string') { zip.file(path, bytes, { date: dated }); continue }
    const chunks = await bring(bytes.stored)
    // Erased while the list was being read: said, so that nobody looks for it.
    if (chunks === undefined) { zip.file(`${path}.txt`, 'Файлът вече е заличен. / The file has been erased.\n', { date: dated }); continue }
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    zip.file(path, Buffer.concat(parts), { date: dated })
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
