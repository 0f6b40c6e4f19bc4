// Questions about one contribution and about those of one person. The public list is read/list.ts; counts are read/counts.ts.
// Public questions name their columns: what is personal cannot be among them, the database refuses it.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { Contribution, ContributionId, Step, Topic, WholeContribution } from './rules.ts'
import { toBareWords } from './rules/alike.ts'
import type { ProposalTables } from './tables.ts'

export const publicColumns = [
  'id', 'number', 'kind', 'channel', 'process', 'language', 'titlePublic', 'textPublic', 'version', 'municipality', 'place', 'latitude', 'longitude', 'forWhom', 'sector', 'indicator',
  'authorShown', 'authorKind', 'receivedOn', 'enteredAt', 'assurance', 'late', 'state', 'notPublishedReason', 'mergedInto', 'supports', 'countedSupports', 'argumentsFor', 'argumentsAgainst', 'followers',
  'decision', 'answeredAt', 'unit', 'dueOn', 'publishedAt', 'changedAt',
] as const
const wholeColumns = [...publicColumns, 'titleReceived', 'textReceived', 'title', 'text', 'marks', 'author', 'authorChoice', 'enteredBy', 'checkedBy', 'sourceFile', 'sourceReference', 'confirmedAt'] as const
const tables = (reader: Reader) => reader.withTables<ProposalTables>()
const isNumber = (which: string): boolean => /^\d{4}-\d{4,9}$/.test(which)

/** By its public number or its id. For everyone it is there in every state; whether its words may be shown tells `isShown`. */
export const findContribution = async (reader: Reader, which: string): Promise<Contribution | undefined> => {
  const row = await tables(reader).selectFrom('participation.contribution').select(publicColumns).where(isNumber(which) ? 'number' : 'id', '=', which as ContributionId).executeTakeFirst()
  return row && toContribution(row, await topicsOf(reader, row.id))
}
/** With what only colleagues may see: for a reading of staff, and for acts. */
export const findWhole = async (reader: Reader, which: string): Promise<WholeContribution | undefined> => {
  const row = await tables(reader).selectFrom('participation.contribution').select(wholeColumns).where(isNumber(which) ? 'number' : 'id', '=', which as ContributionId).executeTakeFirst()
  return row && toWhole(row, await topicsOf(reader, row.id))
}
const topicsOf = async (reader: Reader, id: ContributionId): Promise<readonly string[]> =>
  (await tables(reader).selectFrom('participation.contributionTopic').select('topic').where('contribution', '=', id).orderBy('topic').execute()).map(({ topic }) => topic)

const rowsShape = (reader: Reader) => tables(reader).selectFrom('participation.contribution').select(publicColumns).execute()
export type PublicRow = Awaited<ReturnType<typeof rowsShape>>[number]
export const toContribution = (row: PublicRow, topics: readonly string[]): Contribution => ({
  id: row.id, number: row.number, kind: row.kind, channel: row.channel, process: row.process, language: row.language,
  title: row.titlePublic, text: row.textPublic, version: row.version, municipality: row.municipality, place: row.place,
  point: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  forWhom: row.forWhom, sector: row.sector, indicator: row.indicator, topics, authorShown: row.authorShown, authorKind: row.authorKind,
  receivedOn: row.receivedOn, enteredAt: row.enteredAt, assurance: row.assurance, late: row.late,
  state: row.state, notPublishedReason: row.notPublishedReason, mergedInto: row.mergedInto,
  supports: row.supports, countedSupports: row.countedSupports, argumentsFor: row.argumentsFor, argumentsAgainst: row.argumentsAgainst, followers: row.followers,
  decision: row.decision, answeredAt: row.answeredAt, unit: row.unit, dueOn: row.dueOn, publishedAt: row.publishedAt, changedAt: row.changedAt,
})
const wholeShape = (reader: Reader) => tables(reader).selectFrom('participation.contribution').select(wholeColumns).execute()
const toWhole = (row: Awaited<ReturnType<typeof wholeShape>>[number], topics: readonly string[]): WholeContribution => {
  const { titleReceived, textReceived, marks, author, authorChoice, enteredBy, checkedBy, sourceFile, sourceReference, confirmedAt } = row
  return { ...toContribution(row, topics), titleReceived, textReceived, titleNow: row.title, textNow: row.text, marks, author, authorChoice, enteredBy, checkedBy, sourceFile, sourceReference, confirmedAt }
}
/** What everybody may know of its fate; steps that were undone are not among them. */
export const listSteps = async (reader: Reader, id: ContributionId): Promise<readonly Step[]> =>
  (await tables(reader).selectFrom('participation.contributionStep').select(['id', 'at', 'kind', 'saysBg', 'saysEn', 'path', 'hidden']).where('contribution', '=', id).where('hidden', '=', false).orderBy('at').orderBy('id').execute())
    .map(({ saysBg, saysEn, ...step }) => ({ ...step, says: { bg: saysBg, en: saysEn } }))
export const listTopics = async (reader: Reader): Promise<readonly Topic[]> =>
  (await tables(reader).selectFrom('participation.topic').select(['key', 'nameBg', 'nameEn', 'active']).orderBy('position').orderBy('key').execute())
    .map(({ key, nameBg, nameEn, active }) => ({ key, name: { bg: nameBg, en: nameEn }, active }))

/** The same words again have the same hash, whatever their spaces and capitals. */
export const hashOfReceived = ({ title, text }: { readonly title: string; readonly text: string }): Buffer => createHash('sha256').update(toBareWords(`${title}\n${text}`)).digest()
/** How much the same person sent within the hour, whether these very words before, and how much of theirs everybody reads. Staff reader or writer. */
export const findSentBy = async (reader: Reader, { author, text, now }: { readonly author: ContactId; readonly text: string; readonly now: Date }): Promise<{ readonly sentLastHour: number; readonly sentBefore: 'yes' | 'no'; readonly publishedBefore: number }> => {
  const found = await oneRow(reader, sql<{ recent: number; same: boolean; published: number }>`
    select count(*) filter (where entered_at > ${new Date(now.getTime() - 3_600_000)}) as recent, count(*) filter (where shown) as published, coalesce(bool_or(text_received = ${text} and text_received <> ''), false) as same
    from participation.contribution where author = ${author}`)
  return { sentLastHour: found?.recent ?? 0, sentBefore: found?.same === true ? 'yes' : 'no', publishedBefore: found?.published ?? 0 }
}
export const countPublishedOf = async (reader: Reader, author: ContactId): Promise<number> =>
  (await oneRow(reader, sql<{ n: number }>`select count(*) as n from participation.contribution where author = ${author} and shown`))?.n ?? 0
/** How many stand in each state: by these nothing falls out. */
export const countByState = (reader: Reader, process?: string): Promise<readonly { readonly state: Contribution['state']; readonly count: number }[]> =>
  rows(reader, sql<{ state: Contribution['state']; count: number }>`select state, count(*) as count from participation.contribution where (${process ?? null}::uuid is null or process = ${process ?? null}) group by state order by state`)
