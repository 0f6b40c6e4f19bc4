// Acts on personal data: erase a person with all their parts, note an export, set a period, clear what is over.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { emailKey } from '#areas/people/contacts/rules.ts'
import { getContact } from '#areas/people/contacts/read.ts'
import { deleteContact } from '#areas/people/contacts/write.ts'
import type { AccountId } from '#kernel/who.ts'
import { destroyAuditKey, recordAct } from '#store/audit.ts'
import type { Reader, Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { askJob } from '#store/jobs.ts'
import { eraseLettersTo } from '#store/outbox.ts'
import { listOwnPeriods } from './read.ts'
import { type AskedBy, type Became, olderThan, type Period } from './rules.ts'
import type { PrivacyTables } from './tables.ts'
import type { PersonalPart, RetentionPart } from './read/parts.ts'

const tables = (writer: Writer) => writer.withTables<PrivacyTables>()
export const removeFilesJob = 'people.removeFiles'

type Act = { readonly writer: Writer; readonly now: Date; readonly by: AskedBy; readonly account?: AccountId | null }
/** Part by part, then letters, then the contact itself. What comes back is the number of the proof; undefined: there was nobody. */
export const erasePerson = async ({ writer, now, by, account = null }: Act, { contact, parts }: { readonly contact: ContactId; readonly parts: readonly PersonalPart[] }): Promise<string | undefined> => {
  const person = await getContact(writer.reader, contact)
  if (person === undefined) return undefined
  const became: Became[] = []
  const files: string[] = []
  for (const part of parts) {
    const { erased, kept, files: own = [] } = await part.erase(writer, { contact, name: person.name, email: person.email, now })
    became.push({ part: part.name, erased, kept })
    files.push(...own)
  }
  const letters = person.email === null ? 0 : await eraseLettersTo(writer, emailKey(person.email))
  became.push({ part: 'store.letters', erased: letters, kept: 0 })
  await deleteContact(writer, contact)
  await destroyAuditKey(writer, contact as unknown as AccountId)
  await removeLater(writer, { files, now })
  const id = newId<'link'>()
  await tables(writer).insertInto('people.privacyRequest').values({ id, kind: 'erasure', askedBy: by, at: now, became: JSON.stringify(became) }).execute()
  await recordAct(writer, { who: account, act: 'people.contact.erase', thing: id, after: { by, became } })
  return id
}
export const removeLater = async (writer: Writer, { files, now }: { readonly files: readonly string[]; readonly now: Date }): Promise<void> => {
  if (files.length === 0) return
  await tables(writer).insertInto('people.fileToRemove').values([...new Set(files)].map((sha256) => ({ sha256, askedAt: now }))).onConflict((on) => on.column('sha256').doNothing()).execute()
  await askJob(writer, removeFilesJob)
}
export const noteFilesRemoved = async (writer: Writer, files: readonly string[]): Promise<void> => {
  if (files.length > 0) await tables(writer).deleteFrom('people.fileToRemove').where('sha256', 'in', [...files]).execute()
}
/** That an export was made, and of how much; not whose it was. */
export const noteExport = async (writer: Writer, { now, became }: { readonly now: Date; readonly became: readonly Became[] }): Promise<void> => {
  await tables(writer).insertInto('people.privacyRequest').values({ id: newId<'link'>(), kind: 'export', askedBy: 'person', at: now, became: JSON.stringify(became) }).execute()
}

export const setPeriod = async ({ writer, now, account }: { readonly writer: Writer; readonly now: Date; readonly account: AccountId | null }, { kind, days }: { readonly kind: string; readonly days: number }): Promise<void> => {
  await tables(writer).insertInto('people.retentionPeriod').values({ kind, days, setBy: account, setAt: now }).onConflict((on) => on.column('kind').doUpdateSet({ days, setBy: account, setAt: now })).execute()
  await recordAct(writer, { who: account, act: 'people.retention.set', after: { kind, days } })
}
/** What each period would clear now. */
export const listPeriods = async (reader: Reader, { parts, now }: { readonly parts: readonly RetentionPart[]; readonly now: Date }): Promise<readonly Period[]> => {
  const own = await listOwnPeriods(reader)
  return Promise.all(parts.map(async ({ kind, title, why, days: usual, count }) => {
    const days = own.get(kind) ?? usual
    return { kind, title, why, days, isOwn: own.has(kind) ? 'yes' as const : 'no' as const, due: await count(reader, olderThan(now, days)) }
  }))
}
/** One kind in one act: what is over goes, and a number stays. */
export const clearKind = async ({ writer, now }: { readonly writer: Writer; readonly now: Date }, part: RetentionPart): Promise<number> => {
  const days = (await listOwnPeriods(writer.reader)).get(part.kind) ?? part.days
  const before = olderThan(now, days)
  const { cleared, files = [] } = await part.clear(writer, { olderThan: before, now })
  if (cleared === 0) return 0
  await removeLater(writer, { files, now })
  await tables(writer).insertInto('people.retentionRun').values({ id: newId<'link'>(), at: now, kind: part.kind, olderThan: before, cleared }).execute()
  return cleared
}
