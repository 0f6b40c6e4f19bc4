// The tables of intake: drafts of files, rows taken in, letters on paper, sheets of workshops, conversations.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Ref } from '#kernel/thread.ts'

type SetOnce<T> = ColumnType<T, T, never>
type ProcessId = Ref<'consultation'>
type ContributionId = Ref<'proposal'> | Ref<'consultationComment'> | Ref<'workshopNote'> | Ref<'surveyResult'>
/** Written as JSON text, read as a value. */
type Json = ColumnType<object, string, string>

export type IntakeTables = {
  'participation.intakeDraft': {
    id: SetOnce<Id<'intakeDraft'>>; kind: SetOnce<'table' | 'portalCsv' | 'portalApi' | 'decidim' | 'polis'>; process: SetOnce<ProcessId>; fileName: SetOnce<string>; sha256: SetOnce<string | null>
    content: Json; mapping: ColumnType<object | null, string | null, string | null>; state: 'open' | 'taken' | 'dropped'; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>; takenAt: Date | null; taken: number | null; already: number | null
  }
  'participation.intakeRow': { process: SetOnce<ProcessId>; key: SetOnce<Buffer>; nth: SetOnce<number>; contribution: SetOnce<ContributionId>; cameBy: SetOnce<'table' | 'portalCsv' | 'portalApi' | 'decidim'> }
  'participation.portalLink': { process: SetOnce<ProcessId>; consultation: number; askedAt: Date | null; served: number | null; mostServed: number | null }
  'participation.paper': {
    contribution: SetOnce<ContributionId>; datedOn: string | null; registryNumber: string; illegible: boolean; scan: string | null; scanType: string | null; scanSize: number | null
    consent: SetOnce<'none' | 'publishName'>; typedBy: SetOnce<AccountId | null>; typedAt: SetOnce<Date>; checkedBy: AccountId | null; checkedAt: Date | null
  }
  'participation.noteSheet': {
    id: SetOnce<Id<'noteSheet'>>; code: SetOnce<string>; process: SetOnce<ProcessId>; event: SetOnce<string | null>; title: string; heldOn: string; place: string; municipality: string | null
    language: 'bg' | 'en'; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>
  }
  'participation.noteQuestion': { sheet: SetOnce<Id<'noteSheet'>>; position: SetOnce<number>; words: string }
  'participation.note': { contribution: SetOnce<ContributionId>; sheet: SetOnce<Id<'noteSheet'>>; question: number; position: number }
  'participation.notePhoto': { sheet: SetOnce<Id<'noteSheet'>>; sha256: SetOnce<string>; mediaType: SetOnce<string>; size: SetOnce<number>; name: SetOnce<string>; at: SetOnce<Date> }
  'participation.conversation': { id: SetOnce<Id<'conversation'>>; process: SetOnce<ProcessId>; topic: string; description: string; address: string; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date> }
  'participation.statement': {
    conversation: SetOnce<Id<'conversation'>>; number: SetOnce<number>; contribution: SetOnce<ContributionId>; authorNumber: SetOnce<number>; moderated: number; seed: 'yes' | 'no' | null; meta: 'yes' | 'no' | null; at: SetOnce<Date>
  }
  'participation.voter': { conversation: SetOnce<Id<'conversation'>>; number: SetOnce<number>; groupNumber: number | null }
  'participation.vote': { conversation: SetOnce<Id<'conversation'>>; statement: SetOnce<number>; voter: SetOnce<number>; vote: number; at: Date }
}
