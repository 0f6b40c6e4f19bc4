// A person leaves the register of stakeholders: an entry of their own loses them, an organisation loses who spoke for it.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { withoutPerson } from '#areas/people/privacy/rules.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'

export type EntryOf = { readonly id: string; readonly kind: string; readonly sector: string; readonly municipality: string | null; readonly source: string; readonly verifiedOn: string; readonly note: string; readonly objectedAt: Date | null; readonly madeAt: Date }
export const listEntriesOf = (reader: Reader, contact: ContactId): Promise<readonly EntryOf[]> =>
  rows(reader, sql<EntryOf>`select id, kind, sector, municipality, source, verified_on, note, objected_at, made_at from participation.stakeholder where contact = ${contact} order by made_at`)
export const forgetEntries = async (writer: Writer, { contact, names }: { readonly contact: ContactId; readonly names: readonly (string | null)[] }): Promise<number> => {
  const entries = await listEntriesOf(writer.reader, contact)
  const masked = (text: string): string => withoutPerson(text, { names, language: 'bg' })
  for (const { id, kind, source, note } of entries)
    await rows(writer, sql`update participation.stakeholder set contact = null, note = ${kind === 'person' ? '' : masked(note)}, source = ${masked(source)}, version = version + 1 where id = ${id}`)
  await rows(writer, sql`update participation.stakeholder_rating set reason = '…' where stakeholder = any (${entries.filter(({ kind }) => kind === 'person').map(({ id }) => id)}::uuid[])`)
  const likes = names.flatMap((name) => (name === null || name.trim().length < 3 ? [] : [`%${name.trim().toLowerCase().replace(/[%_\\]/g, '\\$&')}%`]))
  if (likes.length > 0) await rows(writer, sql`delete from participation.stakeholder_draft where lower(content::text) like any (${likes}::text[])`)
  return entries.length
}
