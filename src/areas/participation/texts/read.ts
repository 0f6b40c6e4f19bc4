// Questions about texts: one, all, its versions, its blocks as they stood in a version. The strategy area asks these too.
import { createHash } from 'node:crypto'
import type { Reader } from '#store/handle.ts'
import { hashedText, hashedVersion, type Numbered, type Successor, type Text, type TextBlock, type TextId, type TextVersion, type Written } from './rules.ts'
import type { TextTables } from './tables.ts'

const columns = ['id', 'number', 'titleBg', 'titleEn', 'language', 'state', 'version', 'nextBlock', 'changedAt'] as const
const tables = (reader: Reader) => reader.withTables<TextTables>()
const shape = (reader: Reader) => tables(reader).selectFrom('participation.text').select(columns).execute()
const toText = ({ titleBg, titleEn, ...row }: Awaited<ReturnType<typeof shape>>[number]): Text => ({ ...row, title: { bg: titleBg || titleEn, en: titleEn || titleBg } })

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
export const hashOfBlock = (block: Written): string => sha256(hashedText(block))
export const hashOfVersion = (blocks: readonly Pick<TextBlock, 'block' | 'version' | 'hash'>[]): string => sha256(hashedVersion(blocks))

export const findText = async (reader: Reader, { number }: { readonly number: number }): Promise<Text | undefined> => {
  const row = await tables(reader).selectFrom('participation.text').select(columns).where('number', '=', number).executeTakeFirst()
  return row && toText(row)
}
export const getText = async (reader: Reader, id: TextId): Promise<Text> => toText(await tables(reader).selectFrom('participation.text').select(columns).where('id', '=', id).executeTakeFirstOrThrow())
/** The last changed first. Previews of imports that nobody kept are not among them. */
export const listTexts = async (reader: Reader): Promise<readonly Text[]> =>
  (await tables(reader).selectFrom('participation.text').select(columns).where('state', '=', 'current').orderBy('changedAt', 'desc').orderBy('number', 'desc').limit(200).execute()).map(toText)
export const listBlocks = async (reader: Reader, { text, version }: { readonly text: TextId; readonly version: number }): Promise<readonly TextBlock[]> =>
  (await tables(reader).selectFrom('participation.textBlock').select(['block', 'blockVersion', 'kind', 'level', 'source', 'hash']).where('text', '=', text).where('version', '=', version).orderBy('position').execute())
    .map(({ blockVersion, ...block }) => ({ ...block, version: blockVersion }))
export const listTextVersions = (reader: Reader, text: TextId): Promise<readonly TextVersion[]> =>
  tables(reader).selectFrom('participation.textVersion').select(['version', 'why', 'hash', 'madeAt']).where('text', '=', text).orderBy('version', 'desc').execute()
export const listSuccessors = (reader: Reader, text: TextId): Promise<readonly Successor[]> =>
  tables(reader).selectFrom('participation.textSuccessor').select(['block', 'successor']).where('text', '=', text).orderBy('block').orderBy('successor').execute()

/** The next version of each block: the same words keep number, version and hash; other words are the next version of the number. */
export const toVersioned = async (reader: Reader, { text, blocks }: { readonly text: TextId | null; readonly blocks: readonly Numbered[] }): Promise<readonly TextBlock[]> => {
  const known = text === null ? [] : await tables(reader).selectFrom('participation.textBlock').select(['block', 'blockVersion', 'hash']).distinctOn(['block']).where('text', '=', text).orderBy('block').orderBy('blockVersion', 'desc').execute()
  const newest = new Map(known.map(({ block, ...rest }) => [block, rest]))
  return blocks.map((block) => {
    const hash = hashOfBlock(block), before = newest.get(block.block)
    return { ...block, hash, version: before === undefined ? 1 : before.hash === hash ? before.blockVersion : before.blockVersion + 1 }
  })
}
