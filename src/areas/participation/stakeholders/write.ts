// Acts on the register: enter, change, object, rate, merge, invite.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Id } from '#kernel/id.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { findByNumber } from '#areas/people/organisations/read.ts'
import { changeOrganisation, makeOrganisation, mergeOrganisation, type OrganisationWords } from '#areas/people/organisations/write.ts'
import { findStakeholder, listStakeholders } from './read.ts'
import { makeFinder } from './rules/doubles.ts'
import { type Stakeholder, type StakeholderId, stakeholderPath, stakeholdersPath, type StakeholderWords } from './rules.ts'
import type { StakeholderTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<StakeholderTables>()
const bodyOf = (words: StakeholderWords): OrganisationWords => ({
  kind: words.kind === 'informal' ? 'informal' : 'organisation', nameBg: words.name.bg, nameEn: words.name.en, companyNumber: words.companyNumber, activityCode: words.activityCode || null, municipality: words.municipality,
  website: words.website || null, email: words.person === '' ? words.email : null, telephone: words.telephone || null,
})
const personOf = (visit: WriteVisit, words: StakeholderWords) =>
  findOrMakeContact(visit.writer, { name: words.kind === 'person' ? words.name.bg : words.person, email: words.email, language: words.language, now: visit.now })
const own = ({ sector, secondLevel, municipality, language, channel, source, verifiedOn, note }: StakeholderWords) => ({ sector, secondLevel, municipality, language, channel, source, verifiedOn, note })
const numberTaken: Problem = { field: 'company_number', text: { bg: 'Този номер вече е в регистъра.', en: 'This number is in the register already.' } }

/** One entry, whatever way it came: the form and the file go through here. */
export const insertStakeholder = async (visit: WriteVisit, words: StakeholderWords): Promise<StakeholderId> => {
  const id = newId<'stakeholder'>()
  const organisation = words.kind === 'person' ? null : await makeOrganisation(visit.writer, { words: bodyOf(words), now: visit.now })
  const hasPerson = words.kind === 'person' || words.person !== ''
  const contact = hasPerson ? (await personOf(visit, words)).contact : null
  await tables(visit).insertInto('participation.stakeholder').values({
    id, kind: words.kind, organisation, contact, ...own(words), objectedAt: null, mergedInto: null, version: 1, madeBy: visit.who.account, madeAt: visit.now, changedAt: visit.now,
  }).execute()
  return id
}
/** A likely double is shown before it is entered; pressed once more, it is entered as what it is said to be: somebody else. */
export const enterStakeholder = async (visit: WriteVisit, { words, anyway }: { readonly words: StakeholderWords; readonly anyway: 'yes' | 'no' }): Promise<PostAnswer> => {
  if (words.companyNumber !== null && (await findByNumber(visit.writer.reader, words.companyNumber)) !== undefined) return problems([numberTaken])
  const all = await listStakeholders(visit.writer.reader)
  const [double] = anyway === 'yes' ? [] : makeFinder(all)(words)
  if (double !== undefined) {
    const name = all.find(({ id }) => id === double.id)?.name.bg ?? ''
    return problems([{ field: 'name_bg', text: { bg: `Прилича на „${name}“, който вече е в регистъра. Ако е друг, отбележете това долу и натиснете още веднъж.`, en: `This looks like “${name}”, who is in the register already. If it is another one, tick that below and press once more.` } }])
  }
  const id = await insertStakeholder(visit, words)
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.enter', after: { id, sector: words.sector, source: words.source } })
  return see(stakeholderPath(id), 'participation_notice_stakeholder_entered')
}
const conflict: Problem = { field: '', text: { bg: 'Докато пишехте, друг колега промени този запис. Вашите думи са в полетата; ако натиснете още веднъж, остават те.', en: 'While you were writing, a colleague changed this entry. Your words are in the fields; if you press once more, they stay.' } }
export const changeStakeholder = async (visit: WriteVisit, { id, version, words }: { readonly id: string; readonly version: number; readonly words: StakeholderWords }): Promise<PostAnswer> => {
  await tables(visit).selectFrom('participation.stakeholder').select('id').where('id', '=', id as StakeholderId).forUpdate().execute()
  const before = await findStakeholder(visit.writer.reader, id)
  if (before === undefined || before.mergedInto !== null) return notFound
  if (before.version !== version) return problems([conflict])
  const other = words.companyNumber === null ? undefined : await findByNumber(visit.writer.reader, words.companyNumber)
  if (other !== undefined && other.id !== before.organisation) return problems([numberTaken])
  if (before.organisation !== null) await changeOrganisation(visit.writer, { id: before.organisation, words: bodyOf({ ...words, kind: before.kind }) })
  const hasPerson = before.kind === 'person' || words.person !== ''
  const contact = hasPerson ? (words.email !== null && words.email === before.email && before.contact !== null ? before.contact : (await personOf(visit, { ...words, kind: before.kind })).contact) : null
  await tables(visit).updateTable('participation.stakeholder').set({ ...own(words), contact, version: version + 1, changedAt: visit.now }).where('id', '=', before.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.change', before: { sector: before.sector, municipality: before.municipality }, after: { id, sector: words.sector, municipality: words.municipality } })
  return see(stakeholderPath(id), 'participation_notice_stakeholder_saved')
}
export const noteObjection = async (visit: WriteVisit, { id, does }: { readonly id: string; readonly does: 'object' | 'again' }): Promise<PostAnswer> => {
  const before = await findStakeholder(visit.writer.reader, id)
  if (before === undefined) return notFound
  await tables(visit).updateTable('participation.stakeholder').set({ objectedAt: does === 'object' ? visit.now : null, changedAt: visit.now }).where('id', '=', before.id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.objection', after: { id, does } })
  return see(stakeholderPath(id), 'participation_notice_stakeholder_saved')
}
export type RatingInput = { readonly issue: string; readonly interest: number; readonly influence: number; readonly reason: string }
/** A new judgement stands above the old one, which stays. */
export const rateStakeholder = async (visit: WriteVisit, { id, rating }: { readonly id: string; readonly rating: RatingInput }): Promise<PostAnswer> => {
  const before = await findStakeholder(visit.writer.reader, id)
  if (before === undefined) return notFound
  await tables(visit).insertInto('participation.stakeholderRating').values({ id: newId<'figure'>(), stakeholder: before.id, ...rating, rater: visit.who.account, ratedAt: visit.now }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.rate', after: { id, issue: rating.issue } })
  return see(stakeholderPath(id), 'participation_notice_stakeholder_rated')
}
/** Two entries are one: what belonged to the one that goes belongs to the one that stays, which keeps its own words. Never unasked. */
export const mergeStakeholders = async (visit: WriteVisit, { id, into }: { readonly id: string; readonly into: string }): Promise<PostAnswer> => {
  const [goes, stays] = [await findStakeholder(visit.writer.reader, id), await findStakeholder(visit.writer.reader, into)]
  if (goes === undefined || stays === undefined || goes.id === stays.id || goes.mergedInto !== null || stays.mergedInto !== null) return notFound
  await tables(visit).updateTable('participation.stakeholderRating').set({ stakeholder: stays.id }).where('stakeholder', '=', goes.id).execute()
  await tables(visit).deleteFrom('participation.stakeholderInvitation').where('stakeholder', '=', goes.id)
    .where('about', 'in', (of) => of.selectFrom('participation.stakeholderInvitation').select('about').where('stakeholder', '=', stays.id)).execute()
  await tables(visit).updateTable('participation.stakeholderInvitation').set({ stakeholder: stays.id }).where('stakeholder', '=', goes.id).execute()
  await tables(visit).updateTable('participation.stakeholder').set({ mergedInto: stays.id, changedAt: visit.now }).where('id', '=', goes.id).execute()
  const objectedAt = goes.objectedAt ?? stays.objectedAt
  await tables(visit).updateTable('participation.stakeholder').set({ objectedAt, ...(stays.contact === null && goes.contact !== null ? { contact: goes.contact } : {}), version: stays.version + 1, changedAt: visit.now }).where('id', '=', stays.id).execute()
  if (goes.organisation !== null && stays.organisation !== null) {
    await mergeOrganisation(visit.writer, { id: goes.organisation, into: stays.organisation })
    if (stays.companyNumber === null && goes.companyNumber !== null) await changeOrganisation(visit.writer, { id: stays.organisation, words: bodyOf({ ...stays, companyNumber: goes.companyNumber }) })
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.merge', before: { id: goes.id }, after: { id: stays.id } })
  return see(stakeholderPath(stays.id), 'participation_notice_stakeholder_merged')
}
/** Everybody of the list who has not objected, each once. Gives how many were new. */
export const inviteStakeholders = async (visit: WriteVisit, { about, stakeholders }: { readonly about: string; readonly stakeholders: readonly Stakeholder[] }): Promise<number> => {
  const wanted = stakeholders.filter(({ objectedAt }) => objectedAt === null)
  if (wanted.length === 0) return 0
  const made = await tables(visit).insertInto('participation.stakeholderInvitation').values(wanted.map(({ id }) => ({ stakeholder: id, about, invitedBy: visit.who.account, invitedAt: visit.now })))
    .onConflict((on) => on.columns(['stakeholder', 'about']).doNothing()).returning('stakeholder').execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.invite', thing: about as Id<'event'>, after: { people: made.length } })
  return made.length
}
/** A whole file or nothing: an entry that fails takes the others with it, because they are one act. */
export const importStakeholders = async (visit: WriteVisit, { rows, draft }: { readonly rows: readonly { readonly words: StakeholderWords; readonly does: 'new' | 'skip' }[]; readonly draft: string }): Promise<PostAnswer> => {
  const entered = rows.filter(({ does }) => does === 'new')
  for (const { words } of entered) await insertStakeholder(visit, words)
  await tables(visit).deleteFrom('participation.stakeholderDraft').where('id', '=', draft).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.stakeholder.import', after: { entered: entered.length, left: rows.length - entered.length } })
  return see(stakeholdersPath, 'participation_notice_stakeholder_imported')
}
export const keepStakeholderDraft = async (visit: WriteVisit, { name, rows }: { readonly name: string; readonly rows: readonly unknown[] }): Promise<string> => {
  const id = newId<'figure'>()
  await tables(visit).deleteFrom('participation.stakeholderDraft').where('madeAt', '<', new Date(visit.now.getTime() - 7 * 86_400_000)).execute()
  await tables(visit).insertInto('participation.stakeholderDraft').values({ id, name, content: JSON.stringify({ rows }), madeBy: visit.who.account, madeAt: visit.now }).execute()
  return id
}
