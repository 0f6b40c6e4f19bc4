// The tables of datasets, as types. Sizes and counts fit a number: the store refuses what does not.
import type { Bilingual } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type CheckName = 'body' | 'header' | 'grammar' | 'duplicates' | 'codes' | 'unit' | 'sums' | 'suppressedParts' | 'crossCheck' | 'bounds' | 'revisions' | 'outliers' | 'marks'
type AskedBy = 'clock' | 'person' | 'command'
/** One revised cell; what it holds is known to the rules of the topic. */
type Change = unknown

export type DatasetTables = {
  'evidence.dataset': {
    id: Ref<'dataset'>
    code: string
    source: string
    titleBg: string
    titleEn: string
    doi: string | null
    licenceId: string
    licenceNameBg: string
    licenceNameEn: string
    licenceAddress: string
    address: string
    download: string | null
    regionDimension: string | null
    regionCodes: 'nuts' | 'nsi'
    frequency: string
    dimensions: Generated<string[]>
    noteBg: string | null
    noteEn: string | null
    lastGoodAt: Date | null
    lastTriedAt: Date | null
    lastProblem: ColumnType<Bilingual | null, string | null, string | null>
    publisher: string | null
  }
  'evidence.selection': {
    number: Generated<number>
    key: string
    dataset: string
    filter: Json<Record<string, readonly string[]>>
    filterText: string
    unitId: string
    unitScale: number
    unitCurrency: 'EUR' | 'BGN' | null
    unitPercent: boolean
    adds: 'regions' | 'no'
    whole: boolean
    absent: Generated<'held' | 'noted'>
    low: number | null
    high: number | null
    madeAt: Generated<Date>
  }
  'evidence.vintage': {
    number: Generated<number>
    dataset: string
    state: 'arriving' | 'held' | 'current' | 'superseded' | 'refused'
    origin: 'pack' | 'file' | 'fetch' | 'upload'
    asOf: string
    dateFrom: Generated<'source' | 'alike' | 'receipt'>
    stamp: string | null
    receivedAt: Date
    address: string
    parameters: ColumnType<Record<string, never>, string | undefined, string>
    fileName: string
    mediaType: string
    format: Generated<string>
    bytesSha256: string
    contentSha256: string
    originalSha256: string | null
    size: number
    readerVersion: string
    licenceId: string
    nutsVersion: NutsVersion | null
    rowsRead: Generated<number>
    cellsRead: Generated<number>
    seriesKept: Generated<number>
    newest: Period | null
    codes: ColumnType<Record<string, readonly string[]>, string | undefined, string>
    broughtBy: string | null
    settledAt: Date | null
    decidedBy: string | null
    decidedAt: Date | null
    reason: string | null
  }
  'evidence.axis': { vintage: number; number: number; periods: readonly Period[] }
  'evidence.series': {
    vintage: number
    selection: number
    region: string
    axis: number
    decimals: number
    cellValues: readonly number[]
    flags: readonly string[] | null
    missing: string | null
  }
  'evidence.checkResult': { vintage: number; checkName: CheckName; result: 'stop' | 'hold' | 'mark' | 'note' | 'passed' | 'notReached'; lookedAt: number; found: number }
  'evidence.remark': {
    number: Generated<number>
    vintage: number
    checkName: CheckName
    result: 'stop' | 'hold' | 'mark' | 'note'
    says: string
    facts: Json<Readonly<Record<string, string | number>>>
    selection: string | null
    region: string | null
    period: Period | null
  }
  'evidence.revision': {
    toVintage: number
    fromVintage: number
    compared: number
    changed: number
    appeared: number
    vanished: number
    flagsChanged: number
    largest: ColumnType<Change | null, string | null, string | null>
    atHome: Json<readonly Change[]>
  }
  'evidence.importProgress': {
    vintage: number
    step: 'keeping' | 'reading' | 'checking' | 'settling' | 'done'
    bytesRead: Generated<number>
    bytesInAll: Generated<number>
    seriesStored: Generated<number>
    host: string
    process: number
    startedAt: Date
    seenAt: Date
  }
  'evidence.sourceCheck': {
    number: Generated<number>
    dataset: string
    lookedAt: Date
    askedBy: AskedBy
    result: 'new' | 'held' | 'refused' | 'older' | 'nothingNew' | 'busy' | 'failed'
    stamp: string | null
    vintage: number | null
    problem: ColumnType<Bilingual | null, string | null, string | null>
  }
  'evidence.fetchRun': {
    number: Generated<number>
    kind: 'missing' | 'news'
    state: 'waiting' | 'running' | 'done' | 'stopped'
    askedBy: AskedBy
    askedAt: Date
    account: string | null
    stopAsked: Generated<boolean>
    endedAt: Date | null
    host: string | null
    process: number | null
    seenAt: Date | null
  }
  'evidence.fetchItem': {
    run: number
    place: number
    dataset: string
    state: 'waiting' | 'running' | 'done'
    bytesRead: Generated<number>
    bytesInAll: Generated<number>
    sourceCheck: number | null
  }
}
