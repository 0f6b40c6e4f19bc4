// Questions about news. Whoever asks for everyone gets published posts only.
import type { Reader } from '#store/handle.ts'
import type { NewsPost } from './rules.ts'
import type { NewsTables } from './tables.ts'

type For = { readonly who: 'everyone' | 'staff' }
const columns = [
  'id', 'number', 'state', 'datedOn', 'titleBg', 'titleEn', 'textBg', 'textEn', 'picture', 'pictureSize', 'pictureType', 'pictureWidth', 'pictureHeight',
  'alternativeBg', 'alternativeEn', 'publishedAt', 'withdrawnAt', 'withdrawnWhy', 'version', 'changedAt',
] as const
const seenBy = (reader: Reader, { who }: For) => {
  const posts = reader.withTables<NewsTables>().selectFrom('participation.newsPost')
  return who === 'staff' ? posts : posts.where('state', '=', 'published')
}
/** Newest first: by the day a post is news of. */
export const listNews = async (reader: Reader, { limit, offset, ...asked }: For & { readonly limit: number; readonly offset?: number }): Promise<readonly NewsPost[]> =>
  (await seenBy(reader, asked).select(columns).orderBy('datedOn', 'desc').orderBy('number', 'desc').limit(limit).offset(offset ?? 0).execute()).map(toPost)
export const countNews = async (reader: Reader, asked: For): Promise<number> =>
  (await seenBy(reader, asked).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
export const findNews = async (reader: Reader, { number, ...asked }: For & { readonly number: number }): Promise<NewsPost | undefined> => {
  const row = await seenBy(reader, asked).select(columns).where('number', '=', number).executeTakeFirst()
  return row && toPost(row)
}
/** What became of a number that everyone cannot see: taken back, or never there. */
export const isWithdrawn = async (reader: Reader, { number }: { readonly number: number }): Promise<boolean> =>
  (await reader.withTables<NewsTables>().selectFrom('participation.newsPost').select('id').where('number', '=', number).where('state', '=', 'withdrawn').executeTakeFirst()) !== undefined
/** What is written and not yet published; the oldest first. */
export const listDrafts = async (reader: Reader): Promise<readonly NewsPost[]> =>
  (await reader.withTables<NewsTables>().selectFrom('participation.newsPost').select(columns).where('state', '=', 'draft').orderBy('changedAt').limit(20).execute()).map(toPost)

type Row = Awaited<ReturnType<typeof rowsShape>>[number]
const rowsShape = (reader: Reader) => reader.withTables<NewsTables>().selectFrom('participation.newsPost').select(columns).execute()
const toPost = (row: Row): NewsPost => ({
  id: row.id, number: row.number, state: row.state, datedOn: row.datedOn, version: row.version,
  title: { bg: row.titleBg, en: row.titleEn }, text: { bg: row.textBg, en: row.textEn },
  picture: row.picture === null || row.pictureType === null ? null : {
    sha256: row.picture, size: row.pictureSize ?? 0, mediaType: row.pictureType, width: row.pictureWidth ?? 0, height: row.pictureHeight ?? 0,
    alternative: { bg: row.alternativeBg, en: row.alternativeEn },
  },
  publishedAt: row.publishedAt, withdrawnAt: row.withdrawnAt, withdrawnWhy: row.withdrawnWhy, changedAt: row.changedAt,
})
