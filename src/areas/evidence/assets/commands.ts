// A file of assets, and the facts that come with the region's pack; both read outside a transaction.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problems, see, type PostAnswer, type UploadedFile } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { ReadProblem } from '#kernel/observation.ts'
import { visitor, type Who } from '#kernel/who.ts'
import { readSheets } from '#sources/sheets/read-sheets.ts'
import type { Store } from '#store/store.ts'
import { wordsOf } from './forms.ts'
import { listKeys } from './read.ts'
import { assetDraftPath, type AssetWords } from './rules.ts'
import { readRows } from './rules/file.ts'
import { enterFromPack, keepAssetDraft } from './write.ts'

type Asker = { readonly store: Pick<Store, 'writing'>; readonly who: Who; readonly language: Language; readonly now: Date }
export const takeInAssets = async ({ store, ...asker }: Asker, file: UploadedFile): Promise<PostAnswer> => {
  try {
    const { sheets } = await readSheets(file.bytes, { name: file.name })
    const sheet = sheets.find(({ state, rows }) => state === 'shown' && rows.length > 0) ?? sheets[0]
    const read = readRows(sheet?.rows.map((row) => row.map(String)) ?? [])
    if (!read.ok) return problems([{ field: 'file', text: read.problem }])
    const draft = await store.writing((writer) => keepAssetDraft({ ...asker, writer }, { name: file.name.slice(0, 200), rows: read.value }), { language: asker.language })
    return see(assetDraftPath(draft))
  } catch (error) {
    if (error instanceof ReadProblem) return problems([{ field: 'file', text: error.text }])
    throw error
  }
}

type PackEntry = { readonly key: string } & Readonly<Record<string, string>>
/** A fact of the pack without source or day is a mistake of the pack, said with its key. */
export const readPackAssets = (text: string): readonly { readonly key: string; readonly words: AssetWords }[] =>
  (JSON.parse(text) as { readonly assets: readonly PackEntry[] }).assets.map(({ key, ...cells }) => {
    const words = wordsOf(cells)
    if (!words.ok) throw new Error(`assets.json, ${key}: ${words.problem.map(({ field, text: says }) => `${field}: ${says.en}`).join(' ')}`)
    return { key, words: words.value }
  })
/** At every start: what the pack has and the register has never had. null when there was nothing to do. */
export const prepareAssets = async (store: Pick<Store, 'reading' | 'writing'>, { packFolder, now }: { readonly packFolder: string; readonly now: Date }): Promise<Bilingual | null> => {
  const file = join(packFolder, 'assets.json')
  if (!existsSync(file)) return null
  const entries = readPackAssets(readFileSync(file, 'utf8'))
  const known = await store.reading(listKeys)
  if (entries.every(({ key }) => known.has(key))) return null
  const entered = await store.writing((writer) => enterFromPack({ who: visitor, language: 'bg', now, writer }, entries))
  return { bg: `Регистър на активите: ${entered} записа от пакета.`, en: `Register of assets: ${entered} entries of the pack.` }
}
