// Office files are archives whose entries carry the moment of writing: here they carry the day of the figures, so that the same
// document gives the same bytes. `change` may mend the text of an XML part.
export const rewriteArchive = async (bytes: Uint8Array, { day, change }: { readonly day: string; readonly change: (name: string, text: string) => string }): Promise<Uint8Array> => {
  const { default: Zip } = await import('jszip')
  const old = await Zip.loadAsync(bytes)
  const made = new Zip()
  const date = new Date(`${day}T00:00:00Z`)
  for (const [name, entry] of Object.entries(old.files)) {
    if (entry.dir) continue
    const content = /\.(xml|rels)$/.test(name) ? change(name, await entry.async('string')) : await entry.async('uint8array')
    made.file(name, content, { date, createFolders: false })
  }
  return made.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
