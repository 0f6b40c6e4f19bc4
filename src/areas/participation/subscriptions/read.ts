// Questions about following. People are asked of contacts; names of things of the store.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Reader } from '#store/handle.ts'
import { type Follow, type How, type Notice, oldestDays, type Told } from './rules.ts'
import type { SubscriptionTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<SubscriptionTables>()
const follows = (reader: Reader) => tables(reader).selectFrom('participation.follow').select(['id', 'contact', 'about', 'how', 'madeAt', 'confirmedAt'])

export const listFollows = (reader: Reader, contact: ContactId): Promise<readonly Follow[]> => follows(reader).where('contact', '=', contact).orderBy('madeAt', 'desc').orderBy('id').execute()
export const findFollow = (reader: Reader, id: string): Promise<Follow | undefined> => follows(reader).where('id', '=', id).executeTakeFirst()
/** What happened within the time that letters speak of, for those who chose `how`. */
export const listNoticesFor = async (reader: Reader, { how, now }: { readonly how: Exclude<How, 'none'>; readonly now: Date }): Promise<{ readonly notices: readonly Notice[]; readonly follows: readonly Follow[]; readonly told: readonly Told[] }> => {
  const since = new Date(now.getTime() - oldestDays * 86_400_000)
  const asked = tables(reader).selectFrom('participation.notice').select(['id', 'about', 'kind', 'saysBg', 'saysEn', 'path', 'at', 'exceptContact']).where('at', '>=', since).where('at', '<=', now)
  const rows = await (how === 'atOnce' ? asked.where('toldAtOnce', '=', false) : asked).orderBy('at', 'desc').limit(20_000).execute()
  if (rows.length === 0) return { notices: [], follows: [], told: [] }
  const notices = rows.map(({ saysBg, saysEn, ...row }) => ({ ...row, says: { bg: saysBg, en: saysEn } }))
  const targets = [...new Set(notices.flatMap(({ about }) => about))]
  const ids = notices.map(({ id }) => id)
  const [following, told] = await Promise.all([
    follows(reader).where('about', 'in', targets).where('confirmedAt', 'is not', null).execute(),
    tables(reader).selectFrom('participation.noticeLetter').select(['contact', 'notice']).where('notice', 'in', ids).execute(),
  ])
  return { notices, follows: following, told }
}
export const listTold = (reader: Reader, contact: ContactId): Promise<readonly { readonly notice: string; readonly at: Date }[]> =>
  tables(reader).selectFrom('participation.noticeLetter').select(['notice', 'at']).where('contact', '=', contact).orderBy('at', 'desc').execute()
export const hasNotice = async (reader: Reader, onceKey: string): Promise<boolean> =>
  (await tables(reader).selectFrom('participation.notice').select('id').where('onceKey', '=', onceKey).executeTakeFirst()) !== undefined
/** Who chose to hear of a theme, a place, a passage or the news; what they followed among things counts as long as it is young. */
export const listStillFollowing = async (reader: Reader, { contacts, olderThan }: { readonly contacts: readonly ContactId[]; readonly olderThan: Date }): Promise<readonly ContactId[]> =>
  contacts.length === 0 ? [] : (await tables(reader).selectFrom('participation.follow').select('contact').distinct().where('contact', 'in', [...contacts]).where('how', '<>', 'none').where('confirmedAt', 'is not', null)
    .where((of) => of.or([of('about', 'not like', 'thing:%'), of('madeAt', '>=', olderThan)])).execute()).map(({ contact }) => contact)
export const countOldNotices = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await tables(reader).selectFrom('participation.notice').select((of) => of.fn.countAll<number>().as('n')).where('at', '<', olderThan).executeTakeFirstOrThrow()).n
