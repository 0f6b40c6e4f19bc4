// Acts on analyses: save a version, publish one, take it back. Each leaves its trace and its thing; nothing saved is changed.
import type { Bilingual } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import { findAnalysis, findVersion } from './read.ts'
import { type Analysis, type AnalysisKind, analysisPath, type FrozenVintage, type Inputs } from './rules.ts'
import type { AnalysisTables } from './tables.ts'

/** A visit will do; the product itself has no account. */
export type Acting = { readonly writer: Writer; readonly now: Date; readonly who: { readonly account: AccountId | null } }
export type NewVersion<Record = unknown, Result = unknown> = {
  readonly title: Bilingual
  readonly record: Record
  readonly inputs: Inputs
  readonly vintages: readonly FrozenVintage[]
  /** null where the steps could not be done */
  readonly result: Result | null
  /** the method in words, written from the record */
  readonly note: Bilingual
  readonly why: string
}
export type NewAnalysis<Record = unknown, Result = unknown> = NewVersion<Record, Result> & {
  readonly kind: AnalysisKind
  /** word in the address; null: its number */
  readonly key: string | null
  /** its page, without the language; /evidence/analyses/N where it has none of its own */
  readonly path?: string
}
export type SavedAnalysis = { readonly id: Analysis['id']; readonly number: number; readonly version: number }

const db = (writer: Writer) => writer.withTables<AnalysisTables>()
const versionColumns = (at: Acting, version: NewVersion) => ({
  record: JSON.stringify(version.record), inputs: JSON.stringify(version.inputs), vintages: JSON.stringify(version.vintages), result: version.result === null ? null : JSON.stringify(version.result),
  noteBg: version.note.bg, noteEn: version.note.en, why: version.why, madeBy: at.who.account, madeAt: at.now,
})

/** A draft that colleagues see. */
export const saveAnalysis = async (at: Acting, analysis: NewAnalysis): Promise<SavedAnalysis> => {
  const id = newId<'analysis'>() as Analysis['id']
  await registerThing(at.writer, { id, kind: 'analysis', title: analysis.title, path: analysis.path ?? '/evidence/analyses', state: 'draft', seenBy: 'staff', text: analysis.note })
  const { number } = await db(at.writer).insertInto('evidence.analysis').values({
    id, kind: analysis.kind, key: analysis.key, titleBg: analysis.title.bg, titleEn: analysis.title.en, state: 'draft', version: 1, publishedVersion: null,
    madeBy: at.who.account, madeAt: at.now, changedAt: at.now, publishedAt: null,
  }).returning('number').executeTakeFirstOrThrow()
  if (analysis.path === undefined) await renameThing(at.writer, { id, path: analysisPath(number) })
  await db(at.writer).insertInto('evidence.analysisVersion').values({ analysis: id, version: 1, ...versionColumns(at, analysis) }).execute()
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.save', thing: id, after: { number, version: 1, kind: analysis.kind, title: analysis.title }, why: analysis.why })
  return { id, number, version: 1 }
}

/** A new version of one that is there. `from` is the version the person had before them: if another was saved meanwhile, 'conflict'. */
export const saveVersion = async (at: Acting, change: NewVersion & { readonly number: number; readonly from: number }): Promise<SavedAnalysis | 'conflict' | 'none'> => {
  const before = await hold(at.writer, change.number)
  if (before === undefined) return 'none'
  if (before.version !== change.from) return 'conflict'
  const version = before.version + 1
  await db(at.writer).updateTable('evidence.analysis').set({ version, titleBg: change.title.bg, titleEn: change.title.en, changedAt: at.now }).where('id', '=', before.id).execute()
  await db(at.writer).insertInto('evidence.analysisVersion').values({ analysis: before.id, version, ...versionColumns(at, change) }).execute()
  await renameThing(at.writer, { id: before.id, title: change.title, text: change.note })
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.save', thing: before.id, before: { version: before.version }, after: { version, title: change.title }, why: change.why })
  return { id: before.id, number: before.number, version }
}
const hold = async (writer: Writer, number: number): Promise<Analysis | undefined> => {
  await db(writer).selectFrom('evidence.analysis').select('id').where('number', '=', number).forUpdate().execute()
  return findAnalysis(writer.reader, { number })
}

/** The newest version is what everyone sees from now on. One that could not be computed is not shown to anybody else. */
export const publishAnalysis = async (at: Acting, { number, version }: { readonly number: number; readonly version: number }): Promise<'published' | 'conflict' | 'none' | 'noResult'> => {
  const before = await hold(at.writer, number)
  if (before === undefined) return 'none'
  if (before.version !== version) return 'conflict'
  if ((await findVersion(at.writer.reader, { analysis: before, version }))?.result == null) return 'noResult'
  await db(at.writer).updateTable('evidence.analysis').set({ state: 'published', publishedVersion: version, publishedAt: at.now }).where('id', '=', before.id).execute()
  await renameThing(at.writer, { id: before.id, state: 'published', seenBy: 'everyone' })
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.publish', thing: before.id, before: { state: before.state, publishedVersion: before.publishedVersion }, after: { state: 'published', publishedVersion: version } })
  return 'published'
}
export const withdrawAnalysis = async (at: Acting, { number, why }: { readonly number: number; readonly why: string }): Promise<'withdrawn' | 'none'> => {
  const before = await hold(at.writer, number)
  if (before === undefined) return 'none'
  await db(at.writer).updateTable('evidence.analysis').set({ state: 'withdrawn' }).where('id', '=', before.id).execute()
  await renameThing(at.writer, { id: before.id, state: 'withdrawn', seenBy: 'staff' })
  await recordAct(at.writer, { who: at.who.account, act: 'evidence.analysis.withdraw', thing: before.id, before: { state: before.state }, after: { state: 'withdrawn' }, why })
  return 'withdrawn'
}
