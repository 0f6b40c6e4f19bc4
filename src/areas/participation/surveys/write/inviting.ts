// Who is asked by a personal link, and reminded twice at most. One address gets one link; who asked for no more letters gets none.
import { dayIn } from '#kernel/day.ts'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { postLetter } from '#store/outbox.ts'
import type { WriteVisit } from '#store/visit.ts'
import { listStakeholders } from '#areas/participation/stakeholders/read.ts'
import type { Stakeholder } from '#areas/participation/stakeholders/rules.ts'
import { inviteStakeholders } from '#areas/participation/stakeholders/write.ts'
import type { Reader } from '#store/handle.ts'
import { getContact, listConsents } from '#areas/people/contacts/read.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { findInvitation, hashOf, listInvitations } from '../read.ts'
import { surveyLetter } from '../rules/letters.ts'
import { mayRemind, phaseOf, type Sector, type Survey } from '../rules/survey.ts'
import type { SurveyTables } from '../tables.ts'

const tables = (visit: Pick<WriteVisit, 'writer'>) => visit.writer.withTables<SurveyTables>()
const newSecret = (): string => randomBytes(32).toString('base64url')
export type Invited = { readonly email: string; readonly name: string | null; readonly sector: Sector | null; readonly language?: Language }
type Inviting = { readonly survey: Survey; readonly people: readonly Invited[]; readonly from: LetterFrom }

export const invitePeople = async (visit: WriteVisit, { survey, people, from }: Inviting): Promise<{ readonly invited: number; readonly already: number; readonly objected: number }> => {
  const today = dayIn(visit.now)
  let invited = 0, already = 0, objected = 0
  for (const { email, name, sector, language = 'bg' } of people) {
    const { contact } = await findOrMakeContact(visit.writer, { name, email, language, now: visit.now })
    const person = await getContact(visit.writer.reader, contact)
    if (person?.email == null || person.mailStoppedAt !== null) { objected += 1; continue }
    const secret = newSecret()
    const made = await tables(visit).insertInto('participation.surveyInvitation')
      .values({ id: newId<'surveyResult'>(), survey: survey.id, contact, sector, language: person.language, secretHashes: [hashOf(secret)], sentOn: today, reminders: 0, lastOn: today, answered: false, stopped: false })
      .onConflict((on) => on.columns(['survey', 'contact']).doNothing()).returning('id').executeTakeFirst()
    if (made === undefined) { already += 1; continue }
    await postLetter(visit.writer, surveyLetter({ kind: 'invitation', key: `survey ${made.id}`, to: person.email, name: person.name, language: person.language, survey, secret, from }))
    invited += 1
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.invite', thing: survey.id, after: { invited, already, objected } })
  return { invited, already, objected }
}
/** The panel: entries of the register of this group that have an address and did not object; a person among them must have agreed to
 *  be asked (consent „panel“), an organisation is written to at its own address. */
const listPanel = async (reader: Reader, { sector }: { readonly sector: Sector | null }): Promise<readonly Stakeholder[]> => {
  const entries = (await listStakeholders(reader, { wanted: 'invite', ...(sector === null ? {} : { sector }) })).filter(({ email }) => email !== null)
  const agreed = await Promise.all(entries.map(async ({ contact, organisation }) => (contact === null ? organisation !== null : (await listConsents(reader, contact)).some((consent) => consent.purpose === 'panel' && consent.withdrawnAt === null))))
  return entries.filter((_, at) => agreed[at])
}
/** Who was asked is noted in the register too: there one sees who is never asked. */
export const invitePanel = async (visit: WriteVisit, { survey, sector, from }: { readonly survey: Survey; readonly sector: Sector | null; readonly from: LetterFrom }): Promise<{ readonly invited: number }> => {
  const panel = await listPanel(visit.writer.reader, { sector })
  if (panel.length === 0) return { invited: 0 }
  await inviteStakeholders(visit, { about: survey.id, stakeholders: panel })
  await invitePeople(visit, { survey, from, people: panel.map((entry) => ({ email: entry.email ?? '', name: entry.person || (entry.kind === 'person' ? entry.name.bg : null), sector: entry.sector, language: entry.language })) })
  return { invited: panel.length }
}
/** A reminder brings a link of its own, because only the hash of the first is kept; both lead to the same answer. */
export const remindPeople = async (visit: WriteVisit, { survey, from }: Omit<Inviting, 'people'>): Promise<number> => {
  if (phaseOf(survey, visit.now) !== 'open') return 0
  const today = dayIn(visit.now)
  let reminded = 0
  for (const one of await listInvitations(visit.writer.reader, survey.id)) {
    if (!mayRemind({ ...one, today }) || one.contact === null) continue
    const person = await getContact(visit.writer.reader, one.contact as ContactId)
    if (person?.email == null || person.mailStoppedAt !== null) continue
    const secret = newSecret()
    await tables(visit).updateTable('participation.surveyInvitation').set({ secretHashes: sql`secret_hashes || ${hashOf(secret)}::text`, reminders: one.reminders + 1, lastOn: today }).where('id', '=', one.id).execute()
    await postLetter(visit.writer, surveyLetter({ kind: 'reminder', key: `survey ${one.id} ${one.reminders + 1}`, to: person.email, name: person.name, language: person.language, survey, secret, from }))
    reminded += 1
  }
  if (reminded > 0) await recordAct(visit.writer, { who: visit.who.account, act: 'participation.survey.remind', thing: survey.id, after: { reminded } })
  return reminded
}
/** By the link itself, without signing in: no more letters about this survey. Answering stays possible. */
export const stopLetters = async (visit: WriteVisit, { secret }: { readonly secret: string }): Promise<'stopped' | 'not there'> => {
  const invitation = await findInvitation(visit.writer.reader, secret)
  if (invitation === undefined) return 'not there'
  await tables(visit).updateTable('participation.surveyInvitation').set({ stopped: true }).where('id', '=', invitation.id).execute()
  return 'stopped'
}
