// The table of organisations.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type OrganisationTables = {
  'people.organisation': {
    id: SetOnce<Id<'organisation'>>; kind: 'organisation' | 'informal'; nameBg: string; nameEn: string; companyNumber: string | null; activityCode: string | null; municipality: string | null
    website: string | null; email: string | null; telephone: string | null; madeAt: SetOnce<Date>; mergedInto: Id<'organisation'> | null
  }
}
