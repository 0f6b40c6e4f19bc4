// Styles, scripts, fonts and pictures from the build: named by content hash, kept in memory with their compressed twins.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Asset = { readonly mediaType: string; readonly plain: Uint8Array; readonly br: Uint8Array | null; readonly gzip: Uint8Array | null }
export type Assets = {
  readonly style: string
  /** island's name → address of its script */
  readonly islands: Readonly<Record<string, string>>
  find(file: string): Asset | undefined
}
type Manifest = { readonly style: string; readonly islands: Record<string, string>; readonly files: Record<string, { readonly mediaType: string }> }

/** For tests and before the first build: pages link to a style that does not exist. */
export const noAssets: Assets = { style: '/assets/main.css', islands: {}, find: () => undefined }

/** `folder` holds `assets.json` and `assets/` with the files, `.br` and `.gz` beside them. */
export const loadAssets = async (folder: string): Promise<Assets> => {
  const manifest = JSON.parse(await readFile(join(folder, 'assets.json'), 'utf8')) as Manifest
  const read = (file: string): Promise<Uint8Array | null> => readFile(join(folder, 'assets', file)).catch(() => null)
  const files = new Map<string, Asset>()
  for (const [file, { mediaType }] of Object.entries(manifest.files)) {
    const [plain, br, gzip] = await Promise.all([read(file), read(`${file}.br`), read(`${file}.gz`)])
    if (plain !== null) files.set(file, { mediaType, plain, br, gzip })
  }
  return { style: manifest.style, islands: manifest.islands, find: (file) => files.get(file) }
}
