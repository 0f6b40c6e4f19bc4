// From the form to the contribution: a draft is kept under a random address, looked over, and sent once.
import { randomBytes } from 'node:crypto'
import { findOrMakeContact, makeLink } from '#areas/people/contacts/write.ts'
import { countLinks } from '#areas/people/contacts/read.ts'
import { linkMinutes } from '#areas/people/contacts/rules.ts'
import { findProcess } from '#areas/participation/processes/read.ts'
import { isOpen } from '#areas/participation/processes/rules.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findDraft, hashOfDraft, holdDraft } from '../read/draft.ts'
import { receivedLetter } from '../rules/letters.ts'
import { mostLettersAnHour, type NewAttachment, type ProposalInput } from '../rules/typed.ts'
import type { ProposalTables } from '../tables.ts'
import { submitContribution } from '../write.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<ProposalTables>()
/** A draft that somebody goes back to keeps its address and its files. */
export const keepDraft = async (visit: WriteVisit, { input, files, secret }: { readonly input: ProposalInput; readonly files: readonly NewAttachment[]; readonly secret?: string | undefined }): Promise<string> => {
  const there = secret === undefined ? undefined : await findDraft(visit.writer.reader, secret)
  if (secret !== undefined && there !== undefined && there.sentAs === null) {
    await tables(visit).updateTable('participation.draft').set({ fields: JSON.stringify(input), files: JSON.stringify([...there.files, ...files].slice(0, 3)) }).where('hash', '=', hashOfDraft(secret)).execute()
    return secret
  }
  const made = randomBytes(32).toString('base64url')
  await tables(visit).insertInto('participation.draft').values({ hash: hashOfDraft(made), language: visit.language, fields: JSON.stringify(input), files: JSON.stringify(files), madeAt: visit.now, sentAs: null }).execute()
  return made
}
export type Sent = { readonly ok: true; readonly number: string } | { readonly ok: false; readonly why: 'notFound' | 'closed' | 'nameNeeded' }
/** The one path of the web door: a contact, the contribution, a link, a letter. The same answer for a known and an unknown address. */
export const sendDraft = async (visit: WriteVisit, { secret, from }: { readonly secret: string; readonly from: LetterFrom }): Promise<Sent> => {
  const { writer, now, language } = visit
  const draft = await holdDraft(writer, secret)
  if (draft === undefined) return { ok: false, why: 'notFound' }
  if (draft.sentAs !== null) return { ok: true, number: draft.sentAs }
  const { input, files } = draft
  const process = await findProcess(writer.reader, { slug: input.process, who: 'everyone' })
  if (process === undefined || !isOpen(process, now)) return { ok: false, why: 'closed' }
  const anonymous = input.anonymous === 'yes' && process.anonymousAllowed
  if (!anonymous && input.email === '') return { ok: false, why: 'nameNeeded' }
  const { contact, isNew } = anonymous ? { contact: null, isNew: false } : await findOrMakeContact(writer, { name: input.name, email: input.email, language, now })
  const { id, number } = await submitContribution(visit, {
    kind: 'proposal', channel: 'web', process: process.id, language, title: input.title, text: input.text, municipality: input.municipality === '' ? null : input.municipality, place: input.place,
    topics: input.topics, forWhom: input.forWhom, sector: input.sector, indicator: input.indicator === '' ? null : input.indicator, author: contact, name: anonymous ? null : input.name, choice: anonymous ? 'citizen' : input.choice,
    assurance: 'unconfirmed', attachments: files, frame: process, newcomer: isNew ? 'yes' : 'no',
  })
  if (contact !== null && (isNew || (await countLinks(writer.reader, { contact, since: new Date(now.getTime() - 3_600_000) })) < mostLettersAnHour)) {
    const { secret: link } = await makeLink(writer, { purpose: 'confirm', contact, about: id, lastsMinutes: linkMinutes.confirm, now })
    await postLetter(writer, receivedLetter({ key: `participation.received ${id}`, from, to: input.email, name: input.name, language, number, title: input.title, secret: link }))
  }
  await tables(visit).updateTable('participation.draft').set({ fields: '{}', files: '[]', sentAs: number }).where('hash', '=', hashOfDraft(secret)).execute()
  return { ok: true, number }
}
/** What nobody sent goes after two days, what was sent after the same. */
export const forgetDrafts = async ({ writer, now }: Pick<WriteVisit, 'writer' | 'now'>): Promise<number> =>
  Number((await writer.withTables<ProposalTables>().deleteFrom('participation.draft').where('madeAt', '<', new Date(now.getTime() - 2 * 86_400_000)).executeTakeFirst()).numDeletedRows)
