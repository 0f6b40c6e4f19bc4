// Acts on a finding: save, publish, withdraw, restore; what was typed and not saved is kept. Its evidence is in write/evidence.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import type { Ref } from '#kernel/thread.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findFinding, listEvidence, listVersions } from './read.ts'
import { changePath, type Finding, findingPath, findingsPath, type FindingState, type FindingWords, lacksForPublishing, titleForThread } from './rules.ts'
import type { FindingTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<FindingTables>()
const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато пишехте, друг колега записа същия извод. Вашите думи са в полетата; неговите са в историята. Ако натиснете още веднъж, остават вашите.',
    en: 'While you were writing, a colleague saved the same finding. Your words are in the fields; theirs are in the history. If you press once more, yours stay.',
  },
}
const columnsOf = ({ kind, theme, confidence, statement, says, illustrative }: FindingWords) =>
  ({ kind, theme, confidence, statementBg: statement.bg, statementEn: statement.en, saysBg: says.bg, saysEn: says.en, illustrative: illustrative === 'yes' })
const wordsOf = ({ kind, theme, confidence, statement, says, illustrative }: FindingWords): FindingWords => ({ kind, theme, confidence, statement, says, illustrative })

type Keeping = { readonly finding: Ref<'finding'>; readonly version: number; readonly state: FindingState; readonly words: FindingWords; readonly why?: string; readonly restoredFrom?: number }
const keepVersion = async (visit: WriteVisit, { finding, version, state, words, why = '', restoredFrom }: Keeping): Promise<void> => {
  await tables(visit).insertInto('strategy.findingVersion').values({
    finding, version, state, content: JSON.stringify(wordsOf(words)), why, restoredFrom: restoredFrom ?? null, savedBy: visit.who.account, savedAt: visit.now,
  }).execute()
}
/** Held until the act is done: two who save at once are one after the other. */
export const holdFinding = async (visit: WriteVisit, number: number): Promise<Finding | undefined> => {
  await tables(visit).selectFrom('strategy.finding').select('id').where('number', '=', number).forUpdate().execute()
  return findFinding(visit.writer.reader, { number, who: 'staff' })
}
const evidenceOf = async (visit: WriteVisit, finding: Finding) => (await listEvidence(visit.writer.reader, { of: [finding], who: 'staff' })).get(finding.id) ?? []

/** The row, its thing and its first version; `suggestion` where it was drawn from the figures. */
export const insertFinding = async (visit: WriteVisit, { words, suggestion = null }: { readonly words: FindingWords; readonly suggestion?: string | null }): Promise<Finding> => {
  const id = newId<'finding'>()
  await registerThing(visit.writer, { id, kind: 'finding', title: titleForThread(words.statement), path: findingsPath, state: 'draft', seenBy: 'staff', text: words.says })
  const { number } = await tables(visit).insertInto('strategy.finding').values({
    id, ...columnsOf(words), state: 'draft', suggestion, version: 1, publishedAt: null, withdrawnWhy: null, madeBy: visit.who.account, changedAt: visit.now,
  }).returning('number').executeTakeFirstOrThrow()
  await renameThing(visit.writer, { id, path: findingPath(number) })
  await keepVersion(visit, { finding: id, version: 1, state: 'draft', words })
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.finding.write', thing: id, after: { number, ...wordsOf(words), ...(suggestion === null ? {} : { suggestion }) } })
  return { id, number, state: 'draft', suggestion, version: 1, publishedAt: null, withdrawnWhy: null, changedAt: visit.now, ...wordsOf(words) }
}
export const writeFinding = async (visit: WriteVisit, { words }: { readonly words: FindingWords }): Promise<PostAnswer> => {
  const { number } = await insertFinding(visit, { words })
  await dropKept(visit, 0)
  return see(findingPath(number), 'strategy_notice_finding_saved')
}

type Changed = { readonly words: FindingWords; readonly state: FindingState; readonly why?: string; readonly restoredFrom?: number; readonly act: 'change' | 'publish' | 'withdraw' | 'restore' }
const change = async (visit: WriteVisit, before: Finding, { words, state, why, restoredFrom, act }: Changed): Promise<void> => {
  const version = before.version + 1
  await tables(visit).updateTable('strategy.finding').set({
    ...columnsOf(words), state, version, changedAt: visit.now, withdrawnWhy: state === 'withdrawn' ? (why ?? '') : null, publishedAt: state === 'published' ? (before.publishedAt ?? visit.now) : before.publishedAt,
  }).where('id', '=', before.id).execute()
  await renameThing(visit.writer, { id: before.id, title: titleForThread(words.statement), text: words.says, state, seenBy: state === 'published' ? 'everyone' : 'staff' })
  await keepVersion(visit, { finding: before.id, version, state, words, ...(why === undefined ? {} : { why }), ...(restoredFrom === undefined ? {} : { restoredFrom }) })
  await recordAct(visit.writer, {
    who: visit.who.account, act: `strategy.finding.${act}`, thing: before.id, before: { state: before.state, ...wordsOf(before) }, after: { number: before.number, state, ...wordsOf(words), ...(restoredFrom === undefined ? {} : { restoredFrom }) },
    ...(why === undefined || why === '' ? {} : { why }),
  })
}
type Changing = { readonly number: number; readonly version: number }
/** A published finding stays whole: what it would lack is said, and nothing is saved. */
export const changeFinding = async (visit: WriteVisit, { number, version, words, why }: Changing & { readonly words: FindingWords; readonly why: string }): Promise<PostAnswer> => {
  const before = await holdFinding(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  const lacks = before.state === 'published' ? lacksForPublishing(words, await evidenceOf(visit, before)) : []
  if (lacks.length > 0) return problems(lacks)
  if (JSON.stringify(wordsOf(before)) !== JSON.stringify(wordsOf(words))) await change(visit, before, { words, state: before.state, why, act: 'change' })
  await dropKept(visit, number)
  return see(findingPath(number), 'strategy_notice_finding_saved')
}
export const publishFinding = async (visit: WriteVisit, { number, version }: Changing): Promise<PostAnswer> => {
  const before = await holdFinding(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  if (before.state === 'published') return see(findingPath(number))
  const lacks = lacksForPublishing(before, await evidenceOf(visit, before))
  if (lacks.length > 0) return problems(lacks)
  await change(visit, before, { words: before, state: 'published', act: 'publish' })
  return see(findingPath(number), 'strategy_notice_finding_published')
}
/** It keeps its number, its words and its links for colleagues; everybody else learns that it was taken back. */
export const withdrawFinding = async (visit: WriteVisit, { number, version, why }: Changing & { readonly why: string }): Promise<PostAnswer> => {
  const before = await holdFinding(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  if (before.state === 'withdrawn') return see(findingPath(number))
  await change(visit, before, { words: before, state: 'withdrawn', why, act: 'withdraw' })
  return see(findingPath(number), 'strategy_notice_finding_withdrawn')
}
/** An earlier version comes back as a new one: undoing can be undone. */
export const restoreFinding = async (visit: WriteVisit, { number, version, from }: Changing & { readonly from: number }): Promise<PostAnswer> => {
  const before = await holdFinding(visit, number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([conflict])
  const wanted = (await listVersions(visit.writer.reader, before.id)).find((one) => one.version === from)
  if (wanted === undefined) return notFound
  const lacks = before.state === 'published' ? lacksForPublishing(wanted.words, await evidenceOf(visit, before)) : []
  if (lacks.length > 0) return problems(lacks.map(({ text }) => ({ field: '', text })))
  await change(visit, before, { words: wanted.words, state: before.state, restoredFrom: from, act: 'restore' })
  return see(findingPath(number), 'strategy_notice_finding_restored')
}

/** What nobody came back to for half a year is gone. */
const daysKept = 180
/** Leaving the page loses nothing: what stands in the fields is kept under the person's account, without being saved. */
export const keepTyped = async (visit: WriteVisit, { of, fields }: { readonly of: number; readonly fields: Readonly<Record<string, string>> }): Promise<PostAnswer> => {
  const { account } = visit.who
  if (account === null) return notFound
  const content = JSON.stringify(fields)
  await tables(visit).deleteFrom('strategy.findingDraft').where('keptAt', '<', new Date(visit.now.getTime() - daysKept * 86_400_000)).execute()
  await tables(visit).insertInto('strategy.findingDraft').values({ account, ofFinding: of, content, keptAt: visit.now })
    .onConflict((on) => on.columns(['account', 'ofFinding']).doUpdateSet({ content, keptAt: visit.now })).execute()
  return see(of === 0 ? `${findingsPath}/new` : changePath(of), 'strategy_notice_finding_kept')
}
export const dropKept = async (visit: WriteVisit, of: number): Promise<void> => {
  if (visit.who.account !== null) await tables(visit).deleteFrom('strategy.findingDraft').where('account', '=', visit.who.account).where('ofFinding', '=', of).execute()
}
