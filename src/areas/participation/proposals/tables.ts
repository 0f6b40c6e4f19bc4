// The tables of contributions: what was said by any way, its versions, its fate, its voices and arguments.
import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type BySchema<T> = ColumnType<T, never, never>
type ContributionId = Ref<'proposal'> | Ref<'consultationComment'> | Ref<'workshopNote'> | Ref<'surveyResult'>
type ContactId = Id<'contact'>
type Assurance = 'unconfirmed' | 'email' | 'inPerson' | 'staff'
type Kind = 'proposal' | 'blockComment' | 'eventNote' | 'surveyText' | 'statement'
type Channel = 'web' | 'email' | 'paper' | 'post' | 'event' | 'portalCsv' | 'portalApi' | 'phone' | 'import' | 'survey'
type Sector = 'administration' | 'business' | 'finance' | 'education' | 'ngo' | 'citizens' | 'media'
type State = 'awaitingConfirmation' | 'inModeration' | 'published' | 'notPublished' | 'underConsideration' | 'answered' | 'outcomeKnown' | 'merged' | 'withdrawn'

export type ProposalTables = {
  'participation.contribution': {
    id: SetOnce<ContributionId>; number: SetOnce<string>; kind: SetOnce<Kind>; channel: SetOnce<Channel>; process: Ref<'consultation'>; language: string
    titleReceived: string; textReceived: string; receivedHash: SetOnce<Buffer>; title: string; text: string; titlePublic: string; textPublic: string; version: number
    municipality: string | null; place: string; latitude: number | null; longitude: number | null; forWhom: string; sector: Sector | null; indicator: string | null
    author: ContactId | null; authorChoice: 'name' | 'initials' | 'citizen'; authorShown: string | null; authorKind: 'person' | 'organisation' | 'authority'
    enteredBy: SetOnce<AccountId | null>; checkedBy: AccountId | null; sourceFile: string | null; sourceReference: string | null; receivedOn: SetOnce<string>; enteredAt: SetOnce<Date>
    assurance: Assurance; marks: readonly string[]; late: boolean; state: State; shown: BySchema<boolean | null>; notPublishedReason: string | null; mergedInto: ContributionId | null
    supports: Generated<number>; countedSupports: Generated<number>; argumentsFor: Generated<number>; argumentsAgainst: Generated<number>; followers: Generated<number>
    decision: string | null; answeredAt: Date | null; unit: string; dueOn: string | null
    confirmedAt: Date | null; publishedAt: Date | null; changedAt: Date
  }
  'participation.contributionVersion': { contribution: ContributionId; version: number; title: string; text: string; why: string; byAccount: AccountId | null; at: Date }
  'participation.topic': { key: string; nameBg: string; nameEn: string; position: number; active: Generated<boolean> }
  'participation.contributionTopic': { contribution: ContributionId; topic: string }
  'participation.contributionStep': { id: SetOnce<string>; contribution: ContributionId; at: SetOnce<Date>; kind: SetOnce<string>; saysBg: SetOnce<string>; saysEn: SetOnce<string>; path: SetOnce<string | null>; hidden: Generated<boolean> }
  'participation.support': { contribution: SetOnce<ContributionId>; contact: SetOnce<ContactId>; assurance: Assurance; how: 'web' | 'paper' | 'merged' | 'import'; at: Date; withdrawnAt: Date | null }
  'participation.supportCount': { contribution: SetOnce<ContributionId>; assurance: SetOnce<Assurance>; voices: number }
  'participation.lostSupport': { contribution: SetOnce<ContributionId>; assurance: SetOnce<Assurance>; supports: number }
  'participation.countedSupport': { id: SetOnce<Id<'count'>>; contribution: SetOnce<ContributionId>; sourceBg: SetOnce<string>; sourceEn: SetOnce<string>; count: SetOnce<number>; enteredBy: SetOnce<AccountId | null>; at: SetOnce<Date> }
  'participation.argument': {
    id: SetOnce<Id<'argument'>>; contribution: SetOnce<ContributionId>; side: SetOnce<'for' | 'against'>; contact: ContactId | null; authorShown: string | null
    text: string; language: SetOnce<string>; state: 'awaitingConfirmation' | 'waiting' | 'published' | 'hidden'; why: string | null; at: SetOnce<Date>; publishedAt: Date | null
  }
  'participation.attachment': {
    id: SetOnce<Id<'attachment'>>; contribution: SetOnce<ContributionId>; sha256: SetOnce<string>; size: SetOnce<number>; name: SetOnce<string>; mediaType: SetOnce<string>
    open: boolean; at: SetOnce<Date>
  }
  'participation.tally': { slot: BySchema<number>; state: BySchema<State>; channel: BySchema<string>; municipality: BySchema<string>; listed: BySchema<boolean>; takenUp: BySchema<boolean>; count: BySchema<number> }
  'participation.draft': { hash: SetOnce<Buffer>; language: SetOnce<'bg' | 'en'>; fields: ColumnType<unknown, string, string>; files: ColumnType<unknown, string, string>; madeAt: SetOnce<Date>; sentAs: string | null }
}
