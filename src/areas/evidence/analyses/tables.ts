// The tables of analyses, as types. The shapes of record, inputs and result are in rules.ts and in the topics of each kind.
import type { Ref } from '#kernel/thread.ts'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export type AnalysisTables = {
  'evidence.analysis': {
    id: Ref<'analysis'>
    number: Generated<number>
    kind: 'index' | 'peers' | 'benchmark' | 'specialisation' | 'trend'
    key: string | null
    titleBg: string
    titleEn: string
    state: 'draft' | 'published' | 'withdrawn'
    version: number
    publishedVersion: number | null
    madeBy: string | null
    madeAt: Date
    changedAt: Date
    publishedAt: Date | null
  }
  'evidence.analysisVersion': {
    analysis: Ref<'analysis'>
    version: number
    record: Json<unknown>
    inputs: Json<unknown>
    vintages: Json<readonly unknown[]>
    result: ColumnType<object | null, string | null, string | null>
    noteBg: string
    noteEn: string
    why: string
    madeBy: string | null
    madeAt: Date
  }
  'evidence.analysisRun': {
    number: Generated<number>
    analysis: Ref<'analysis'>
    version: number
    what: string
    parameters: Json<Readonly<Record<string, unknown>>>
    state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
    done: Generated<number>
    ofAll: number
    stopAsked: Generated<boolean>
    askedBy: string | null
    askedAt: Date
    endedAt: Date | null
    host: string | null
    process: number | null
    seenAt: Date | null
    result: ColumnType<object | null, string | null, string | null>
    problem: string | null
  }
}
