// Questions about organisations; for the reader of staff only.
import type { Selectable } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Reader } from '#store/handle.ts'
import type { OrganisationTables } from './tables.ts'

export type Organisation = Selectable<OrganisationTables['people.organisation']>
export const listOrganisationsOf = async (reader: Reader, ids: readonly Id<'organisation'>[]): Promise<readonly Organisation[]> =>
  ids.length === 0 ? [] : reader.withTables<OrganisationTables>().selectFrom('people.organisation').selectAll().where('id', 'in', [...ids]).execute()
export const findByNumber = (reader: Reader, number: string): Promise<Organisation | undefined> =>
  reader.withTables<OrganisationTables>().selectFrom('people.organisation').selectAll().where('companyNumber', '=', number).executeTakeFirst()
