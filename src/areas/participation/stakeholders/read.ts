// Questions about the register; for the reader of staff only. What the public reads of it are counts, in coverage.
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Bilingual } from '#kernel/language.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { listContactsOf } from '#areas/people/contacts/read.ts'
import { listOrganisationsOf } from '#areas/people/organisations/read.ts'
import { countCame, countSignUps } from '#areas/participation/events/read.ts'
import { countVoices } from '#areas/participation/proposals/read/heard.ts'
import type { Heard } from './rules/coverage.ts'
import type { Sector } from '#areas/participation/proposals/rules.ts'
import { isSector, type Rating, type Stakeholder, type StakeholderId } from './rules.ts'
import type { StakeholderTables } from './tables.ts'

type Row = Selectable<StakeholderTables['participation.stakeholder']>
const stakeholders = (reader: Reader) => reader.withTables<StakeholderTables>().selectFrom('participation.stakeholder').selectAll()
/** Names and addresses come from people, in two questions for any number of entries. */
const withPeople = async (reader: Reader, found: readonly Row[]): Promise<readonly Stakeholder[]> => {
  const [organisations, contacts] = await Promise.all([
    listOrganisationsOf(reader, found.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]))), listContactsOf(reader, found.flatMap(({ contact }) => (contact === null ? [] : [contact]))),
  ])
  const organisationOf = new Map(organisations.map((one) => [one.id, one])), contactOf = new Map(contacts.map((one) => [one.id, one]))
  return found.map((row) => {
    const body = row.organisation === null ? undefined : organisationOf.get(row.organisation), person = row.contact === null ? undefined : contactOf.get(row.contact)
    const name: Bilingual = body === undefined ? { bg: person?.name ?? '', en: '' } : { bg: body.nameBg, en: body.nameEn }
    return {
      id: row.id, kind: row.kind, name, person: body === undefined ? '' : (person?.name ?? ''), email: person?.email ?? body?.email ?? null, telephone: person?.telephone ?? body?.telephone ?? '', companyNumber: body?.companyNumber ?? null,
      activityCode: body?.activityCode ?? '', website: body?.website ?? '', sector: row.sector, secondLevel: row.secondLevel, municipality: row.municipality, language: row.language, channel: row.channel, source: row.source,
      verifiedOn: row.verifiedOn, note: row.note, version: row.version, objectedAt: row.objectedAt, mergedInto: row.mergedInto, contact: row.contact, organisation: row.organisation,
    }
  })
}
export type StakeholderFilter = { readonly sector?: string | undefined; readonly municipality?: string | undefined; readonly language?: string | undefined; readonly wanted?: 'invite' | undefined }
export const listStakeholders = async (reader: Reader, { sector, municipality, language, wanted }: StakeholderFilter = {}): Promise<readonly Stakeholder[]> => {
  let asked = stakeholders(reader).where('mergedInto', 'is', null)
  if (sector) asked = asked.where('sector', '=', sector as Sector)
  if (municipality) asked = asked.where('municipality', '=', municipality)
  if (language === 'bg' || language === 'en') asked = asked.where('language', '=', language)
  if (wanted === 'invite') asked = asked.where('objectedAt', 'is', null)
  const found = await withPeople(reader, await asked.orderBy('id').execute())
  const order = new Intl.Collator('bg')
  return [...found].sort((a, b) => order.compare(a.name.bg, b.name.bg))
}
export const findStakeholder = async (reader: Reader, id: string): Promise<Stakeholder | undefined> => {
  const row = await stakeholders(reader).where('id', '=', id as StakeholderId).executeTakeFirst()
  return row && (await withPeople(reader, [row]))[0]
}
/** The newest rating of each entry and issue. */
export const listRatings = (reader: Reader, which: { readonly issue?: string; readonly stakeholder?: StakeholderId } = {}): Promise<readonly Rating[]> => rows(reader, sql<Rating>`
  select distinct on (stakeholder, issue) stakeholder, issue, interest, influence, reason, rater, rated_at from participation.stakeholder_rating
  where (${which.issue ?? null}::text is null or issue = ${which.issue ?? null}) and (${which.stakeholder ?? null}::uuid is null or stakeholder = ${which.stakeholder ?? null})
  order by stakeholder, issue, rated_at desc, id desc`)

export type DraftRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> }
export type StakeholderDraft = { readonly id: string; readonly name: string; readonly content: { readonly rows: readonly DraftRow[] } }
export const findDraft = async (reader: Reader, id: string): Promise<StakeholderDraft | undefined> =>
  (await reader.withTables<StakeholderTables>().selectFrom('participation.stakeholderDraft').select(['id', 'name', 'content']).where('id', '=', id).executeTakeFirst()) as StakeholderDraft | undefined
export const countInvited = async (reader: Reader, about: string): Promise<number> =>
  (await reader.withTables<StakeholderTables>().selectFrom('participation.stakeholderInvitation').select((of) => of.fn.countAll<number>().as('n')).where('about', '=', about).executeTakeFirstOrThrow()).n

/** What happened, counted by sector and municipality. Invitations and sign-ups are for staff; what the public may count is public. */
export const listHeard = async (reader: Reader, { who }: { readonly who: 'everyone' | 'staff' }): Promise<readonly Heard[]> => {
  const [came, voices, signUps, invited] = await Promise.all([
    countCame(reader), countVoices(reader), who === 'staff' ? countSignUps(reader) : [],
    who === 'staff' ? rows(reader, sql<{ sector: Sector; municipality: string | null; people: number }>`
      select s.sector, s.municipality, count(*)::int as people from participation.stakeholder_invitation i join participation.stakeholder s on s.id = i.stakeholder group by s.sector, s.municipality`) : [],
  ])
  const toSector = (text: string | null): Sector | null => (text !== null && isSector(text) ? text : null)
  return [
    ...invited.map((one): Heard => ({ step: 'invited', ...one })),
    ...signUps.map((one): Heard => ({ ...one, step: 'signedUp', sector: toSector(one.sector) })),
    ...came.map(({ sector, people }): Heard => ({ step: 'came', sector: toSector(sector), municipality: null, people })),
    ...voices.flatMap(({ sector, municipality, contributed, answered }): readonly Heard[] => [
      { step: 'contributed', sector: toSector(sector), municipality, people: contributed }, { step: 'answered', sector: toSector(sector), municipality, people: answered },
    ]),
  ]
}
