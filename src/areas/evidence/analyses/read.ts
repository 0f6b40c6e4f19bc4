// Questions about analyses: lists, one with a version, its versions, its runs, and whether newer figures exist.
import type { Reader } from '#store/handle.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { currentVintages } from './read/freeze.ts'
import type { Analysis, AnalysisKind, AnalysisPage, AnalysisVersion, FrozenVintage, Inputs, Run, VersionLine } from './rules.ts'
import { versionFor } from './rules.ts'
import { type NewerVintage, newerVintages } from './rules/changes.ts'
import type { AnalysisTables } from './tables.ts'

type Who = 'everyone' | 'staff'
const columns = ['id', 'number', 'kind', 'key', 'titleBg', 'titleEn', 'state', 'version', 'publishedVersion', 'madeAt', 'changedAt', 'publishedAt'] as const
type Row = Pick<Analysis, 'id' | 'number' | 'kind' | 'key' | 'state' | 'version' | 'publishedVersion' | 'madeAt' | 'changedAt' | 'publishedAt'> & { titleBg: string; titleEn: string }
const toAnalysis = ({ titleBg, titleEn, ...row }: Row): Analysis => ({ ...row, title: { bg: titleBg, en: titleEn } })

/** Newest change first. What is not published is listed for colleagues only. */
export const listAnalyses = async (reader: Reader, asked: { readonly kind?: AnalysisKind; readonly who: Who }): Promise<readonly Analysis[]> => {
  let query = reader.withTables<AnalysisTables>().selectFrom('evidence.analysis').select(columns).orderBy('changedAt', 'desc').orderBy('number')
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.who === 'everyone') query = query.where('state', '=', 'published')
  return (await query.execute()).map(toAnalysis)
}

export const findAnalysis = async (reader: Reader, asked: { readonly number?: number; readonly key?: string; readonly id?: string }): Promise<Analysis | undefined> => {
  const query = reader.withTables<AnalysisTables>().selectFrom('evidence.analysis').select(columns)
  const row = await (asked.key !== undefined ? query.where('key', '=', asked.key) : asked.id !== undefined ? query.where('id', '=', asked.id as Analysis['id']) : query.where('number', '=', asked.number ?? 0)).executeTakeFirst()
  return row && toAnalysis(row)
}

/** With one version: the asked one where the asking person may see it, else the one shown to them. */
export const findAnalysisPage = async <Record = unknown, Result = unknown>(
  reader: Reader, asked: { readonly number?: number; readonly key?: string; readonly version?: number; readonly who: Who },
): Promise<AnalysisPage<Record, Result> | undefined> => {
  const analysis = await findAnalysis(reader, asked)
  const open = analysis && versionFor(analysis, asked.who)
  if (analysis === undefined || open == null) return undefined
  const wanted = asked.version === undefined ? open : asked.who === 'staff' || asked.version <= open ? asked.version : undefined
  const shown = wanted === undefined ? undefined : await findVersion<Record, Result>(reader, { analysis, version: wanted })
  return shown && { ...analysis, shown }
}

export const findVersion = async <Record = unknown, Result = unknown>(reader: Reader, asked: { readonly analysis: Pick<Analysis, 'id'>; readonly version: number }): Promise<AnalysisVersion<Record, Result> | undefined> => {
  const row = await reader.withTables<AnalysisTables>().selectFrom('evidence.analysisVersion')
    .select(['version', 'record', 'inputs', 'vintages', 'result', 'noteBg', 'noteEn', 'why', 'madeAt'])
    .where('analysis', '=', asked.analysis.id).where('version', '=', asked.version).executeTakeFirst()
  return row && {
    version: row.version, record: row.record as Record, inputs: row.inputs as Inputs, vintages: row.vintages as readonly FrozenVintage[], result: row.result as Result | null,
    note: { bg: row.noteBg, en: row.noteEn }, why: row.why, madeAt: row.madeAt,
  }
}

/** Newest first. */
export const listVersions = async (reader: Reader, analysis: Pick<Analysis, 'id'>): Promise<readonly VersionLine[]> =>
  reader.withTables<AnalysisTables>().selectFrom('evidence.analysisVersion').select(['version', 'why', 'madeAt']).where('analysis', '=', analysis.id).orderBy('version', 'desc').execute()

const runColumns = ['number', 'analysis', 'version', 'what', 'parameters', 'state', 'done', 'ofAll as of', 'stopAsked', 'askedAt', 'endedAt', 'result', 'problem'] as const
/** The newest run of a work on a version, open or ended. */
export const findLastRun = async <Result = unknown>(reader: Reader, asked: { readonly analysis: Pick<Analysis, 'id'>; readonly version: number; readonly what: string }): Promise<Run<Result> | undefined> =>
  (await reader.withTables<AnalysisTables>().selectFrom('evidence.analysisRun').select(runColumns)
    .where('analysis', '=', asked.analysis.id).where('version', '=', asked.version).where('what', '=', asked.what).orderBy('number', 'desc').limit(1).executeTakeFirst()) as Run<Result> | undefined
/** The newest one that was done, also where a later one was stopped. */
export const findDoneRun = async <Result = unknown>(reader: Reader, asked: { readonly analysis: Pick<Analysis, 'id'>; readonly version: number; readonly what: string }): Promise<Run<Result> | undefined> =>
  (await reader.withTables<AnalysisTables>().selectFrom('evidence.analysisRun').select(runColumns)
    .where('analysis', '=', asked.analysis.id).where('version', '=', asked.version).where('what', '=', asked.what).where('state', '=', 'done').orderBy('number', 'desc').limit(1).executeTakeFirst()) as Run<Result> | undefined

export type OpenRun = Run & { readonly host: string | null; readonly process: number | null; readonly seenAt: Date | null; readonly kind: AnalysisKind }
/** Oldest first: what a worker looks through. */
export const listOpenRuns = async (reader: Reader): Promise<readonly OpenRun[]> =>
  (await reader.withTables<AnalysisTables>().selectFrom('evidence.analysisRun as r').innerJoin('evidence.analysis as a', 'a.id', 'r.analysis')
    .select(['r.number', 'r.analysis', 'r.version', 'r.what', 'r.parameters', 'r.state', 'r.done', 'r.ofAll as of', 'r.stopAsked', 'r.askedAt', 'r.endedAt', 'r.result', 'r.problem', 'r.host', 'r.process', 'r.seenAt', 'a.kind'])
    .where('r.state', 'in', ['waiting', 'running']).orderBy('r.number').execute()) as readonly OpenRun[]
export const isStopAsked = async (reader: Reader, run: number): Promise<boolean> =>
  (await reader.withTables<AnalysisTables>().selectFrom('evidence.analysisRun').select('stopAsked').where('number', '=', run).executeTakeFirst())?.stopAsked ?? true

/** Datasets of a version whose current vintage is another than the frozen one. Empty: it stands on the newest figures. */
export const listNewerVintages = async (reader: Reader, version: Pick<AnalysisVersion, 'vintages'>): Promise<readonly NewerVintage[]> =>
  newerVintages(version.vintages, currentVintages(await getBasis(reader), version.vintages.map((one) => one.dataset)))
