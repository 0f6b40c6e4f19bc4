// A person leaves the contributions: their name goes from all, their words stay or go as the process declared, and no count changes.
import { emailKey, shownAuthor, type AuthorChoice, type ContactId } from '#areas/people/contacts/rules.ts'
import { getProcess } from '#areas/participation/processes/read.ts'
import { withoutPerson } from '#areas/people/privacy/rules.ts'
import { sql } from 'kysely'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import type { Writer } from '#store/handle.ts'
import { forgetWords } from '#store/search-text.ts'
import { renameThing } from '#store/thread.ts'
import { listArgumentsOf, listByAuthor, listFilesOf, listSupportsOf } from '../read/personal.ts'
import { isShown, type ContributionId } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'
import { moveContribution } from '../write.ts'

const tables = (writer: Writer) => writer.withTables<ProposalTables>()
type Person = { readonly contact: ContactId; readonly name: string | null; readonly email: string | null; readonly now: Date }

export const eraseAuthor = async (writer: Writer, { contact, name, email, now }: Person): Promise<{ readonly erased: number; readonly kept: number; readonly files: readonly string[] }> => {
  const [own, files, supports, said] = [await listByAuthor(writer.reader, contact), await listFilesOf(writer.reader, contact), await listSupportsOf(writer.reader, contact), await listArgumentsOf(writer.reader, contact)]
  const names = [name, email, ...own.map(({ authorShown, authorChoice }) => (authorChoice === 'name' ? authorShown : null))]
  let kept = 0
  for (const each of own) {
    const masked = (text: string): string => withoutPerson(text, { names, language: each.language })
    const id = each.id as ContributionId
    // What nobody reads yet is withdrawn, as by the author; what was refused loses its words.
    if (each.state === 'awaitingConfirmation' || each.state === 'inModeration') await moveContribution({ writer, who: visitor, language: 'bg', now }, { id, act: 'withdraw', owner: 'yes' })
    const stays = isShown(each.state) && (await getProcess(writer.reader, each.process)).keepsText
    const words = stays ? { title: masked(each.title), text: masked(each.text) } : { title: '', text: '' }
    const open = isShown(each.state) ? { titlePublic: stays ? masked(each.titlePublic) : each.number, textPublic: stays ? masked(each.textPublic) : '' } : { titlePublic: '', textPublic: '' }
    await tables(writer).updateTable('participation.contribution').set((e) => ({
      ...words, ...open, titleReceived: '', textReceived: '', author: null, authorShown: null, authorChoice: 'citizen' as const, sourceFile: null, sourceReference: null, version: e('version', '+', 1), changedAt: now,
      ...(stays ? {} : { place: '', forWhom: '', latitude: null, longitude: null }), ...(stays ? { place: masked(each.place), forWhom: masked(each.forWhom) } : {}),
    })).where('id', '=', id).execute()
    await tables(writer).updateTable('participation.contributionVersion').set({ title: '', text: '' }).where('contribution', '=', id).execute()
    await tables(writer).deleteFrom('participation.attachment').where('contribution', '=', id).execute()
    await maskSteps(writer, { id, masked })
    if (isShown(each.state)) await renameThing(writer, { id, title: { bg: open.titlePublic, en: open.titlePublic }, text: { bg: open.textPublic, en: open.textPublic } })
    kept += stays ? 1 : 0
  }
  for (const each of said) {
    const argument = tables(writer)
    if (each.state === 'published') await argument.updateTable('participation.argument').set({ authorShown: null, contact: null, text: withoutPerson(each.text, { names, language: each.language }) || '…' }).where('id', '=', each.id).execute()
    else await argument.deleteFrom('participation.argument').where('id', '=', each.id).execute()
  }
  if (email !== null) await rows(writer, sql`delete from participation.draft where lower(fields::text) like ${`%${emailKey(email).replace(/[%_\\]/g, '\\$&')}%`} or lower(fields::text) like ${`%${email.replace(/[%_\\]/g, '\\$&')}%`}`)
  // A file of many rows that were taken in together holds this person's row as well: it goes for all of them, the rows themselves stay.
  await dropSources(writer, own.flatMap(({ sourceFile, channel }) => (sourceFile !== null && (channel === 'portalCsv' || channel === 'portalApi' || channel === 'import') ? [sourceFile] : [])))
  await forgetWords(writer, [...names, ...own.flatMap(({ titlePublic, textPublic }) => [titlePublic, textPublic])])
  const published = said.filter(({ state }) => state === 'published').length
  // Voices go with the contact; the number of them stays on the contribution.
  return { erased: own.length - kept + said.length - published, kept: kept + published + supports.filter(({ withdrawnAt }) => withdrawnAt === null).length, files: files.map(({ sha256 }) => sha256) }
}
const maskSteps = async (writer: Writer, { id, masked }: { readonly id: ContributionId; readonly masked: (text: string) => string }): Promise<void> => {
  for (const step of await tables(writer).selectFrom('participation.contributionStep').select(['id', 'saysBg', 'saysEn']).where('contribution', '=', id).execute()) {
    const says = { bg: masked(step.saysBg), en: masked(step.saysEn) }
    if (says.bg !== step.saysBg || says.en !== step.saysEn) await rows(writer, sql`update participation.contribution_step set says_bg = ${says.bg}, says_en = ${says.en} where id = ${step.id}`)
  }
}

/** The person corrected their name or chose anew how they are shown; null leaves each choice as it is. */
export const showAuthor = async (writer: Writer, { contact, name, choice }: { readonly contact: ContactId; readonly name: string | null; readonly choice: AuthorChoice | null }): Promise<void> => {
  for (const each of await listByAuthor(writer.reader, contact)) {
    if (each.authorKind !== 'person') continue
    const authorChoice = choice ?? each.authorChoice
    await tables(writer).updateTable('participation.contribution').set({ authorChoice, authorShown: shownAuthor({ name, choice: authorChoice }) }).where('id', '=', each.id).execute()
  }
  if (choice !== null) await tables(writer).updateTable('participation.argument').set({ authorShown: shownAuthor({ name, choice }) }).where('contact', '=', contact).execute()
}
export const dropOldDrafts = async (writer: Writer, olderThan: Date): Promise<number> =>
  Number((await tables(writer).deleteFrom('participation.draft').where('madeAt', '<', olderThan).executeTakeFirst()).numDeletedRows)
/** Files that other topics give up are nobody's source any more. */
export const dropSources = async (writer: Writer, files: readonly string[]): Promise<void> => {
  if (files.length > 0) await tables(writer).updateTable('participation.contribution').set({ sourceFile: null }).where('sourceFile', 'in', [...files]).execute()
}
