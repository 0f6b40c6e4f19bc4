// The tables of surveys.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
/** jsonb is read as a value and written as text. */
type Json = ColumnType<unknown, string, string>
type Group = 'administration' | 'business' | 'finance' | 'education' | 'ngo' | 'citizens' | 'media'

export type SurveyTables = {
  'participation.survey': {
    id: SetOnce<Ref<'surveyResult'>>; slug: SetOnce<string>; state: 'draft' | 'open'; titleBg: string; titleEn: string; saysBg: string; saysEn: string
    anonymous: boolean; access: 'open' | 'links'; results: 'public' | 'staff'; opensAt: Date | null; closesAt: Date | null; asksSector: boolean
    quotas: Json; sizes: Json; questions: Json; questionsHash: string; waveOf: SetOnce<Ref<'surveyResult'> | null>; template: SetOnce<'firms' | 'digital' | null>
    process: Ref<'consultation'> | null; version: number; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
  'participation.surveyInvitation': {
    id: SetOnce<string>; survey: SetOnce<Ref<'surveyResult'>>; contact: string | null; sector: Group | null; language: 'bg' | 'en'
    secretHashes: readonly string[]; sentOn: string; reminders: number; lastOn: string; answered: boolean; stopped: boolean
  }
  'participation.surveyDraft': { secretHash: SetOnce<string>; survey: SetOnce<Ref<'surveyResult'>>; answers: Json; sector: Group | null; language: 'bg' | 'en'; onDay: string }
  'participation.surveyResponse': {
    id: SetOnce<string>; survey: SetOnce<Ref<'surveyResult'>>; questionsHash: SetOnce<string>; answers: Json; sector: SetOnce<Group | null>; language: SetOnce<'bg' | 'en'>
    channel: SetOnce<'web' | 'paper'>; complete: SetOnce<boolean>; beyondQuota: SetOnce<boolean>; onDay: SetOnce<string>; place: number
  }
  'participation.surveyResponseOf': { response: SetOnce<string>; invitation: SetOnce<string> }
}
