// Acts on tables that people bring: a draft comes, its columns and meaning are said, it becomes a dataset with its indicators, or it is
// thrown away. Figures are not written here: they go through the import like any other file.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, see } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { takeInDatasets } from '#areas/evidence/datasets/write.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import type { IndicatorInput } from '#areas/evidence/indicators/rules/entry.ts'
import { changeIndicator, defineIndicator } from '#areas/evidence/indicators/write.ts'
import { findDraft, freeCode } from './read.ts'
import { listHeads, signatureOf } from './rules/heads.ts'
import { toKept } from './rules/guess-mapping.ts'
import { datasetOf, type Meaning } from './rules/meaning.ts'
import type { About, Draft, DraftId, Mapping } from './rules.ts'
import { draftPath, tablesPath } from './rules.ts'
import type { OwnTables } from './tables.ts'

export type NewDraft = Pick<Draft, 'fileName' | 'sha256' | 'size' | 'table' | 'file' | 'mapping' | 'about' | 'step' | 'isOfKept'> & { readonly by: AccountId | null; readonly now: Date }
export const keepDraft = async (writer: Writer, draft: NewDraft): Promise<DraftId> => {
  const id = newId<'draft'>() as unknown as DraftId
  const { file, mapping, about, by, now, table, ...rest } = draft
  // What nobody came back to for a month is no longer anybody's.
  await writer.withTables<OwnTables>().deleteFrom('evidence.tableDraft').where('broughtAt', '<', new Date(now.getTime() - 30 * 86_400_000)).execute()
  await writer.withTables<OwnTables>().insertInto('evidence.tableDraft').values({
    ...rest, id, ownTable: table, content: JSON.stringify(file), mapping: mapping && JSON.stringify(mapping), about: JSON.stringify(about), broughtBy: by, broughtAt: now,
  }).execute()
  await recordAct(writer, { who: by, act: 'evidence.table.bring', after: { draft: id, file: draft.fileName, sha256: draft.sha256 } })
  return id
}

export const sayColumns = async (visit: WriteVisit, said: { readonly id: string; readonly mapping: Mapping }): Promise<PostAnswer> => {
  const done = await visit.writer.withTables<OwnTables>().updateTable('evidence.tableDraft').set({ mapping: JSON.stringify(said.mapping), step: 'meaning' }).where('id', '=', said.id).returning('id').executeTakeFirst()
  return done ? see(draftPath(said.id, 'meaning')) : notFound
}
export const sayMeaning = async (visit: WriteVisit, said: { readonly id: string; readonly about: About }): Promise<PostAnswer> => {
  const done = await visit.writer.withTables<OwnTables>().updateTable('evidence.tableDraft').set({ about: JSON.stringify(said.about), step: 'preview' }).where('id', '=', said.id).returning('id').executeTakeFirst()
  return done ? see(draftPath(said.id, 'preview')) : notFound
}
/** Its heads are those of a table that is there, but it is another one: it gets a meaning of its own. */
export const takeAsOther = async (writer: Writer, id: string): Promise<PostAnswer> => {
  const done = await writer.withTables<OwnTables>().updateTable('evidence.tableDraft').set({ ownTable: null, about: '{}', isOfKept: false, step: 'meaning' }).where('id', '=', id).returning('id').executeTakeFirst()
  return done ? see(draftPath(id, 'meaning')) : notFound
}
export const throwAway = async (visit: WriteVisit, id: string): Promise<PostAnswer> => {
  const gone = await visit.writer.withTables<OwnTables>().deleteFrom('evidence.tableDraft').where('id', '=', id).returning('fileName').executeTakeFirst()
  if (!gone) return notFound
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.table.throwAway', before: { file: gone.fileName } })
  return see(tablesPath, 'evidence_notice_table_thrown')
}

/** What could not be defined takes everything of the act with it. */
export class MeaningRefused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('the meaning of the table was refused')
    this.problems = problems
  }
}
export type Registered = { readonly dataset: string }
/** The dataset, its indicators and the mapping for next year, in one act. The draft remembers them, so that a second try changes nothing. */
export const registerTable = async (visit: WriteVisit, of: { readonly id: string; readonly meaning: Meaning; readonly about: About }): Promise<Registered | undefined> => {
  const { writer } = visit
  const draft = await findDraft(writer.reader, of.id)
  if (!draft?.mapping) return undefined
  const { meaning } = of
  const dataset = draft.table ?? (await freeCode(writer.reader, meaning.code))
  await takeInDatasets(writer, [datasetOf(meaning, dataset)])
  const about: Record<string, string> = { ...of.about }
  for (const series of meaning.series) {
    if (series.kind === 'none') continue
    const input: IndicatorInput = { ...series.input, from: { ...series.input.from, dataset } as IndicatorInput['from'] }
    const answer = series.kind === 'new' ? await defineIndicator(visit, input) : await changeIndicator(visit, input)
    if (answer.kind === 'problems') throw new MeaningRefused(answer.problems.map((problem) => ({ ...problem, field: `name_en.${series.code}` })))
    if (answer.kind !== 'see') return undefined
    about[`kind.${series.code}`] = 'existing'
    about[`key.${series.code}`] = series.input.key
  }
  const sheet = draft.file.sheets[draft.mapping.sheet]
  if (!sheet) return undefined
  const heads = listHeads(sheet, draft.mapping)
  const kept = { signature: signatureOf(heads), mapping: JSON.stringify(toKept(draft.mapping, { sheetName: sheet.name, heads })), about: JSON.stringify(about), savedAt: visit.now, savedBy: visit.who.account }
  const db = writer.withTables<OwnTables>()
  await db.insertInto('evidence.ownTable').values({ dataset, ...kept }).onConflict((conflict) => conflict.column('dataset').doUpdateSet(kept)).execute()
  await db.updateTable('evidence.tableDraft').set({ ownTable: dataset, about: JSON.stringify(about) }).where('id', '=', of.id).execute()
  await recordAct(writer, { who: visit.who.account, act: 'evidence.table.confirm', after: { dataset, file: draft.fileName, sha256: draft.sha256, home: (await getAtlas(writer.reader)).home } })
  return { dataset }
}
export const endDraft = async (writer: Writer, id: string): Promise<void> => {
  await writer.withTables<OwnTables>().deleteFrom('evidence.tableDraft').where('id', '=', id).execute()
}
