// The tables of answers: decision and reason, the contributions it is for, what it rests on, templates.
import type { ColumnType } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type Decision = 'accepted' | 'acceptedInPart' | 'notAccepted' | 'outOfScope' | 'alreadySo'
type ContributionId = Ref<'proposal'> | Ref<'consultationComment'> | Ref<'workshopNote'> | Ref<'surveyResult'>

export type AnswerTables = {
  'participation.answer': {
    id: SetOnce<Id<'answer'>>; state: 'draft' | 'approved' | 'published' | 'dropped'; decision: Decision; reasonBg: string; reasonEn: string; unit: string; decidedOn: string; place: string; whyChanged: string
    version: number; draftedBy: AccountId | null; draftedAt: Date; approvedBy: AccountId | null; approvedAt: Date | null; publishedBy: AccountId | null; publishedAt: Date | null
  }
  'participation.answerMember': { answer: SetOnce<Id<'answer'>>; contribution: SetOnce<ContributionId>; additionBg: string; additionEn: string; seen: SetOnce<number>; number: number | null; open: boolean }
  'participation.answerCitation': { answer: SetOnce<Id<'answer'>>; position: SetOnce<number>; kind: SetOnce<'indicator' | 'proposal' | 'block'>; cited: SetOnce<string> }
  'participation.answerTemplate': { id: SetOnce<Id<'template'>>; name: string; decision: Decision; reasonBg: string; reasonEn: string; madeBy: AccountId | null; madeAt: SetOnce<Date> }
}
