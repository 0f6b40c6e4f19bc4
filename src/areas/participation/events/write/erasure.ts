// A person leaves the lists of events: how many came stays, who it was does not.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader, Writer } from '#store/handle.ts'

export type SignUpOf = { readonly id: string; readonly number: number; readonly titleBg: string; readonly titleEn: string; readonly organisation: string; readonly people: number; readonly sector: string | null; readonly municipality: string | null; readonly needs: string | null; readonly state: string; readonly attendance: string | null; readonly at: Date; readonly startsAt: Date }
export const listSignUpsOfPerson = (reader: Reader, contact: ContactId): Promise<readonly SignUpOf[]> =>
  rows(reader, sql<SignUpOf>`
    select s.id, e.number, e.title_bg, e.title_en, s.organisation, s.people, s.sector, s.municipality, s.needs, s.state, s.attendance, s.at, e.starts_at
    from participation.event_sign_up s join participation.event e on e.id = s.event where s.contact = ${contact} order by s.at`)
export const forgetSignUps = async (writer: Writer, contact: ContactId): Promise<number> =>
  (await rows(writer, sql`update participation.event_sign_up set contact = null, organisation = '', needs = null where contact = ${contact} returning id`)).length
/** Events that ended before: how many came stays, by sector; who it was goes. */
export const forgetOldSignUps = async (writer: Writer, olderThan: Date): Promise<number> =>
  (await rows(writer, sql`update participation.event_sign_up s set contact = null, organisation = '', needs = null from participation.event e where e.id = s.event and e.ends_at < ${olderThan} and s.contact is not null returning s.id`)).length
export const countOldSignUps = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await rows(reader, sql<{ n: number }>`select count(*) as n from participation.event_sign_up s join participation.event e on e.id = s.event where s.contact is not null and e.ends_at < ${olderThan}`))[0]?.n ?? 0
export const listStillSignedUp = async (reader: Reader, contacts: readonly ContactId[]): Promise<readonly ContactId[]> =>
  (await rows(reader, sql<{ contact: ContactId }>`select distinct contact from participation.event_sign_up where contact = any(${[...contacts]}::uuid[])`)).map(({ contact }) => contact)
export const countNeedsDue = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await rows(reader, sql<{ n: number }>`select count(*) as n from participation.event_sign_up s join participation.event e on e.id = s.event where s.needs is not null and e.ends_at < ${olderThan}`))[0]?.n ?? 0
