// Several files as one ZIP. Names and bytes come ready; nothing here decides what belongs into it.
export type ZipEntry = { readonly path: string; /** null: no longer there, and said so, that nobody looks for it */ readonly bytes: string | Uint8Array | null }
/** The same entries give the same bytes: no file carries the moment of packing. */
const dated = new Date(Date.UTC(2000, 0, 1))
export const zipOf = async (entries: readonly ZipEntry[]): Promise<Uint8Array> => {
  const { default: JSZip } = await import('jszip')
  const zip = new JSZip()
  for (const { path, bytes } of entries)
    if (bytes === null) zip.file(`${path}.txt`, 'Файлът вече е заличен. / The file has been erased.\n', { date: dated })
    else zip.file(path, bytes, { date: dated })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
