// Acts on organisations.
import type { Id } from '#kernel/id.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import type { OrganisationTables } from './tables.ts'

export type OrganisationWords = {
  readonly kind: 'organisation' | 'informal'; readonly nameBg: string; readonly nameEn: string; readonly companyNumber: string | null; readonly activityCode: string | null
  readonly municipality: string | null; readonly website: string | null; readonly email: string | null; readonly telephone: string | null
}
export const makeOrganisation = async (writer: Writer, { words, now }: { readonly words: OrganisationWords; readonly now: Date }): Promise<Id<'organisation'>> => {
  const id = newId<'organisation'>()
  await writer.withTables<OrganisationTables>().insertInto('people.organisation').values({ id, ...words, madeAt: now, mergedInto: null }).execute()
  return id
}
export const changeOrganisation = async (writer: Writer, { id, words }: { readonly id: Id<'organisation'>; readonly words: OrganisationWords }): Promise<void> => {
  const { kind: _, ...rest } = words
  await writer.withTables<OrganisationTables>().updateTable('people.organisation').set(rest).where('id', '=', id).execute()
}
/** The number is given up by the one that goes, so that it stays with the one that remains. */
export const mergeOrganisation = async (writer: Writer, { id, into }: { readonly id: Id<'organisation'>; readonly into: Id<'organisation'> }): Promise<void> => {
  await writer.withTables<OrganisationTables>().updateTable('people.organisation').set({ mergedInto: into, companyNumber: null }).where('id', '=', id).execute()
}
