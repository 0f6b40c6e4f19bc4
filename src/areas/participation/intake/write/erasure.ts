// A person leaves the letters on paper and the files that were taken in. Scans of their letters go; the typed text is the contribution's.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { withoutPerson } from '#areas/people/privacy/rules.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'

export type PaperOf = { readonly contribution: string; readonly number: string; readonly datedOn: string | null; readonly registryNumber: string; readonly scan: string | null; readonly consent: string; readonly typedAt: Date }
export const listPapersOf = (reader: Reader, contact: ContactId): Promise<readonly PaperOf[]> =>
  rows(reader, sql<PaperOf>`select p.contribution, c.number, p.dated_on, p.registry_number, p.scan, p.consent, p.typed_at from participation.paper p join participation.contribution c on c.id = p.contribution where c.author = ${contact} order by p.typed_at`)
export const emptyPapers = async (writer: Writer, papers: readonly Pick<PaperOf, 'contribution' | 'scan'>[]): Promise<readonly string[]> => {
  if (papers.length > 0) await rows(writer, sql`update participation.paper set consent = 'none', scan = null, scan_type = null, scan_size = null, registry_number = '' where contribution = any (${papers.map(({ contribution }) => contribution)}::uuid[])`)
  return papers.flatMap(({ scan }) => (scan === null ? [] : [scan]))
}
/** A file that was taken in is not read again: its rows are contributions. One that waits loses the person's name and address. */
export const maskDrafts = async (writer: Writer, names: readonly (string | null)[]): Promise<readonly string[]> => {
  const likes = names.flatMap((name) => (name === null || name.trim().length < 3 ? [] : [`%${name.trim().toLowerCase().replace(/[%_\\]/g, '\\$&')}%`]))
  if (likes.length === 0) return []
  const found = await rows(writer, sql<{ id: string; state: string; content: string; sha256: string | null }>`select id, state, content::text as content, sha256 from participation.intake_draft where lower(content::text) like any (${likes}::text[])`)
  for (const draft of found) await rows(writer, sql`update participation.intake_draft set content = ${draft.state === 'open' ? withoutPerson(draft.content, { names, language: 'bg' }) : '{}'}::jsonb where id = ${draft.id}`)
  return found.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))
}
export const listScansNeeded = async (reader: Reader, files: readonly string[]): Promise<readonly string[]> =>
  (await rows(reader, sql<{ sha256: string }>`select scan as sha256 from participation.paper where scan = any (${[...files]}::text[]) union select sha256 from participation.note_photo where sha256 = any (${[...files]}::text[])`)).map(({ sha256 }) => sha256)

/** A scan that proves a consent stays as long as the consent. */
const old = sql`scan is not null and consent = 'none'`
export const countOldScans = async (reader: Reader, olderThan: Date): Promise<number> => (await rows(reader, sql<{ n: number }>`select count(*) as n from participation.paper where ${old} and typed_at < ${olderThan}`))[0]?.n ?? 0
export const listOldScans = (reader: Reader, olderThan: Date): Promise<readonly Pick<PaperOf, 'contribution' | 'scan'>[]> => rows(reader, sql<Pick<PaperOf, 'contribution' | 'scan'>>`select contribution, scan from participation.paper where ${old} and typed_at < ${olderThan} limit 5000`)
export const countOldDrafts = async (reader: Reader, olderThan: Date): Promise<number> => (await rows(reader, sql<{ n: number }>`select count(*) as n from participation.intake_draft where content <> '{}' and made_at < ${olderThan}`))[0]?.n ?? 0
export const emptyOldDrafts = async (writer: Writer, olderThan: Date): Promise<number> =>
  (await rows(writer, sql`update participation.intake_draft set content = '{}', state = case when state = 'open' then 'dropped' else state end where content <> '{}' and made_at < ${olderThan} returning id`)).length
