// A person leaves the surveys: the link between an answer and them goes, a half-filled form goes, a given answer stays without them.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { withoutPerson } from '#areas/people/privacy/rules.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'

export type InvitationOf = { readonly id: string; readonly titleBg: string; readonly titleEn: string; readonly slug: string; readonly sector: string | null; readonly sentOn: string; readonly reminders: number; readonly answered: boolean; readonly stopped: boolean }
export const listInvitationsOf = (reader: Reader, contact: ContactId): Promise<readonly InvitationOf[]> =>
  rows(reader, sql<InvitationOf>`select i.id, s.title_bg, s.title_en, s.slug, i.sector, i.sent_on, i.reminders, i.answered, i.stopped from participation.survey_invitation i join participation.survey s on s.id = i.survey where i.contact = ${contact} order by i.sent_on`)
/** Answers that lead back to the person: never those of an anonymous survey. */
export const listAnswersOf = (reader: Reader, contact: ContactId): Promise<readonly { readonly id: string; readonly slug: string; readonly answers: unknown; readonly onDay: string }[]> =>
  rows(reader, sql<{ id: string; slug: string; answers: unknown; onDay: string }>`
    select r.id, s.slug, r.answers, r.on_day from participation.survey_response_of o join participation.survey_invitation i on i.id = o.invitation
    join participation.survey_response r on r.id = o.response join participation.survey s on s.id = r.survey where i.contact = ${contact} order by r.on_day`)
export const listStillInvited = async (reader: Reader, contacts: readonly ContactId[]): Promise<readonly ContactId[]> =>
  (await rows(reader, sql<{ contact: ContactId }>`select distinct contact from participation.survey_invitation where contact = any(${[...contacts]}::uuid[])`)).map(({ contact }) => contact)
export const forgetInvited = async (writer: Writer, { contact, names }: { readonly contact: ContactId; readonly names: readonly (string | null)[] }): Promise<{ readonly invitations: number; readonly answers: number }> => {
  const answers = await listAnswersOf(writer.reader, contact)
  for (const { id, answers: given } of answers) {
    const before = JSON.stringify(given), after = withoutPerson(before, { names, language: 'bg' })
    if (after !== before) await rows(writer, sql`update participation.survey_response set answers = ${after}::jsonb where id = ${id}`)
  }
  await rows(writer, sql`delete from participation.survey_draft where secret_hash in (select unnest(secret_hashes) from participation.survey_invitation where contact = ${contact})`)
  await rows(writer, sql`delete from participation.survey_response_of where invitation in (select id from participation.survey_invitation where contact = ${contact})`)
  const left = await rows(writer, sql`update participation.survey_invitation set contact = null, stopped = true where contact = ${contact} returning id`)
  return { invitations: left.length, answers: answers.length }
}
