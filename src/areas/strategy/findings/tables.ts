// The tables of findings, challenges and weights.
import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type BySchema<T> = ColumnType<T, never, never>
type Kind = 'strength' | 'weakness' | 'opportunity' | 'threat' | 'need'
type Theme = 'entrepreneurship' | 'innovation' | 'digitalisation' | 'people' | 'economy' | 'territory' | 'green'
type State = 'draft' | 'published' | 'withdrawn'
type Sector = 'administration' | 'business' | 'finance' | 'education' | 'ngo' | 'citizens' | 'media'

export type FindingTables = {
  'strategy.finding': {
    id: SetOnce<Ref<'finding'>>; number: BySchema<number>; state: State; kind: Kind; theme: Theme; confidence: 'low' | 'medium' | 'high' | null
    statementBg: string; statementEn: string; saysBg: string; saysEn: string; illustrative: boolean; suggestion: SetOnce<string | null>; version: number
    publishedAt: Date | null; withdrawnWhy: string | null; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
  'strategy.findingVersion': {
    finding: SetOnce<Ref<'finding'>>; version: SetOnce<number>; state: SetOnce<State>; content: ColumnType<unknown, string, never>; why: SetOnce<string>; restoredFrom: SetOnce<number | null>
    savedBy: SetOnce<AccountId | null>; savedAt: SetOnce<Date>
  }
  'strategy.findingDraft': { account: SetOnce<AccountId>; ofFinding: SetOnce<number>; content: ColumnType<unknown, string, string>; keptAt: Date }
  'strategy.suggestionDecision': {
    key: SetOnce<string>; decision: SetOnce<'accepted' | 'refused'>; finding: SetOnce<Ref<'finding'> | null>; reason: SetOnce<string>; statementBg: SetOnce<string>; statementEn: SetOnce<string>
    decidedBy: SetOnce<AccountId | null>; decidedAt: SetOnce<Date>
  }
  'strategy.challenge': {
    id: SetOnce<Id<'challenge'>>; number: BySchema<number>; state: 'draft' | 'published'; titleBg: string; titleEn: string; saysBg: string; saysEn: string; version: number; madeBy: SetOnce<AccountId | null>; changedAt: Date
  }
  'strategy.challengeFinding': { challenge: SetOnce<Id<'challenge'>>; finding: SetOnce<Ref<'finding'>> }
  'strategy.towsPair': {
    id: SetOnce<Id<'towsPair'>>; inside: SetOnce<Ref<'finding'>>; outside: SetOnce<Ref<'finding'>>; noteBg: SetOnce<string>; noteEn: SetOnce<string>; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date>; endedAt: Date | null
  }
  'strategy.ballot': { id: Generated<Id<'ballot'>>; sector: SetOnce<Sector | null>; onDay: SetOnce<string> }
  'strategy.weight': { ballot: SetOnce<Id<'ballot'>>; finding: SetOnce<Ref<'finding'>>; importance: SetOnce<number> }
}
