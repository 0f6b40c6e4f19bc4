// Questions about processes.
import type { Selectable } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { Reader } from '#store/handle.ts'
import type { Process } from './rules.ts'
import type { ProcessTables } from './tables.ts'

const columns = ['id', 'slug', 'kind', 'state', 'titleBg', 'titleEn', 'saysBg', 'saysEn', 'opensAt', 'closesAt', 'anonymousAllowed', 'counts', 'moderation', 'answersByOthers', 'keepsText', 'unit', 'dueDays', 'version'] as const
const toProcess = ({ titleBg, titleEn, saysBg, saysEn, ...row }: Pick<Selectable<ProcessTables['participation.process']>, (typeof columns)[number]>): Process => ({ ...row, title: { bg: titleBg, en: titleEn }, says: { bg: saysBg, en: saysEn } })
const processes = (reader: Reader) => reader.withTables<ProcessTables>().selectFrom('participation.process').select(columns)
type Seen = { readonly who: 'everyone' | 'staff' }

export const findProcess = async (reader: Reader, { slug, who }: Seen & { readonly slug: string }): Promise<Process | undefined> => {
  const row = await processes(reader).where('slug', '=', slug).executeTakeFirst()
  return row === undefined || (who === 'everyone' && row.state === 'draft') ? undefined : toProcess(row)
}
export const getProcess = async (reader: Reader, id: Ref<'consultation'>): Promise<Process> => toProcess(await processes(reader).where('id', '=', id).executeTakeFirstOrThrow())
/** Those that end first stand first; the standing invitation last. */
export const listProcesses = async (reader: Reader, { who }: Seen): Promise<readonly Process[]> => {
  const asked = processes(reader)
  return (await (who === 'everyone' ? asked.where('state', '=', 'published') : asked).orderBy('closesAt', (of) => of.asc().nullsLast()).orderBy('slug').execute()).map(toProcess)
}
