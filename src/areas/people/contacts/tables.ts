// The tables of contacts and of the links sent to them.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'

type SetOnce<T> = ColumnType<T, T, never>

export type ContactTables = {
  'people.contact': {
    id: SetOnce<Id<'contact'>>; name: string | null; email: string | null; emailKey: string | null; language: 'bg' | 'en'; telephone: string | null; organisation: Id<'organisation'> | null
    confirmedAt: Date | null; madeAt: SetOnce<Date>; bounces: number; mailStoppedAt: Date | null
  }
  'people.contactConsent': {
    id: SetOnce<string>; contact: SetOnce<Id<'contact'>>; purpose: SetOnce<'process' | 'newsletter' | 'panel' | 'publishName' | 'photo'>; about: SetOnce<string | null>
    givenAt: SetOnce<Date>; how: SetOnce<'web' | 'email' | 'paper' | 'inPerson'>; proof: SetOnce<string>; proofFile: SetOnce<string | null>; withdrawnAt: Date | null
  }
  'people.contactLink': { hash: SetOnce<Buffer>; purpose: SetOnce<string>; contact: SetOnce<Id<'contact'>>; about: SetOnce<string | null>; madeAt: SetOnce<Date>; expiresAt: SetOnce<Date>; usedAt: Date | null }
}
