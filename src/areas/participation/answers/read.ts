// Questions about answers: one with its members, those of a contribution as everybody reads them, what is unanswered and since when.
import { sql } from 'kysely'
import type { Bilingual } from '#kernel/language.ts'
import { listIndicatorRows } from '#areas/evidence/indicators/read/rows.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { listAnswerable } from '#areas/participation/proposals/read/answerable.ts'
import { contributionPath, isShown, type ContributionId } from '#areas/participation/proposals/rules.ts'
import { findText, listBlocks } from '#areas/participation/texts/read.ts'
import { textPath } from '#areas/participation/texts/rules.ts'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { Answer, AnswerId, Citation, Cited, DraftLine, Member, PublicAnswer, Template } from './rules.ts'
import type { AnswerTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<AnswerTables>()
const wordColumns = ['id', 'decision', 'reasonBg', 'reasonEn', 'unit', 'decidedOn', 'place', 'whyChanged', 'publishedAt'] as const
const both = (bg: string, en: string): Bilingual => ({ bg, en })
const listCitations = async (reader: Reader, ids: readonly AnswerId[]): Promise<readonly (Citation & { readonly answer: AnswerId })[]> =>
  ids.length === 0 ? [] : tables(reader).selectFrom('participation.answerCitation').select(['answer', 'kind', 'cited']).where('answer', 'in', [...ids]).orderBy('answer').orderBy('position').execute()

/** With everything known of it: for colleagues. */
export const findAnswer = async (reader: Reader, id: AnswerId): Promise<Answer | undefined> => {
  const [row, members, citations] = await Promise.all([
    tables(reader).selectFrom('participation.answer').select([...wordColumns, 'state', 'version', 'draftedBy', 'draftedAt', 'approvedBy', 'approvedAt', 'publishedBy']).where('id', '=', id).executeTakeFirst(),
    tables(reader).selectFrom('participation.answerMember').select(['contribution', 'additionBg', 'additionEn', 'seen', 'number']).where('answer', '=', id).orderBy('contribution').execute(),
    listCitations(reader, [id]),
  ])
  if (row === undefined) return undefined
  const { reasonBg, reasonEn, ...rest } = row
  return {
    ...rest, reason: both(reasonBg, reasonEn), citations: citations.map(({ kind, cited }) => ({ kind, cited })),
    members: members.map(({ additionBg, additionEn, ...member }): Member => ({ ...member, addition: both(additionBg, additionEn) })),
  }
}
/** Where a citation leads; those that lead nowhere, or to what the public may not see, are dead. */
export const resolveCitations = async (reader: Reader, citations: readonly Citation[]): Promise<{ readonly cited: readonly Cited[]; readonly dead: readonly Citation[] }> => {
  const found = await Promise.all(citations.map(async (one) => ({ one, to: await resolve(reader, one) })))
  return { cited: found.flatMap(({ one, to }) => (to === undefined ? [] : [{ ...one, ...to }])), dead: found.flatMap(({ one, to }) => (to === undefined ? [one] : [])) }
}
const resolve = async (reader: Reader, { kind, cited }: Citation): Promise<Pick<Cited, 'name' | 'path'> | undefined> => {
  if (kind === 'proposal') {
    const it = await findContribution(reader, cited)
    return it !== undefined && it.number === cited && isShown(it.state) ? { name: both(`${it.number}: ${it.title}`, `${it.number}: ${it.title}`), path: contributionPath(it.number) } : undefined
  }
  if (kind === 'indicator') {
    const indicator = (await listIndicatorRows(reader)).find(({ key }) => key === cited)
    return indicator === undefined ? undefined : { name: indicator.name, path: indicatorPath(cited) }
  }
  const [number = 0, block = 0] = cited.split('/').map(Number)
  const text = await findText(reader, { number })
  if (text === undefined || text.state !== 'current' || !(await listBlocks(reader, { text: text.id, version: text.version })).some((one) => one.block === block)) return undefined
  return { name: both(`${text.title.bg}, пасаж ${block}`, `${text.title.en}, passage ${block}`), path: `${textPath(number)}#b${block}` }
}

type OfContributions = { readonly contributions: readonly string[] }
/** Published answers, the first first; the last of each contribution is the one that holds. Without resolving what they cite. */
export const listAnswersOf = async (reader: Reader, { contributions }: OfContributions): Promise<readonly Omit<PublicAnswer, 'cited'>[]> => {
  if (contributions.length === 0) return []
  const found = await rows(reader, sql<{ id: AnswerId; contribution: ContributionId; number: number; additionBg: string; additionEn: string; decision: PublicAnswer['decision']; reasonBg: string; reasonEn: string; unit: string; decidedOn: string; place: string; whyChanged: string; publishedAt: Date }>`
    select a.id, m.contribution, m.number, m.addition_bg, m.addition_en, a.decision, a.reason_bg, a.reason_en, a.unit, a.decided_on, a.place, a.why_changed, a.published_at
    from participation.answer_member m join participation.answer a on a.id = m.answer
    where m.contribution = any(${[...contributions]}::uuid[]) and a.state = 'published' order by m.contribution, m.number`)
  return found.map(({ additionBg, additionEn, reasonBg, reasonEn, ...row }) => ({ ...row, addition: both(additionBg, additionEn), reason: both(reasonBg, reasonEn) }))
}
/** All versions of the answers of one contribution with what they cite, the newest first; for everybody. */
export const listPublicAnswers = async (reader: Reader, contribution: string): Promise<readonly PublicAnswer[]> => {
  const found = await listAnswersOf(reader, { contributions: [contribution] })
  const citations = await listCitations(reader, found.map(({ id }) => id))
  const { cited } = await resolveCitations(reader, citations)
  const of = (id: AnswerId): readonly Cited[] => { const own = citations.filter(({ answer }) => answer === id); return cited.filter((one) => own.some(({ kind, cited: what }) => kind === one.kind && what === one.cited)) }
  return found.map((answer) => ({ ...answer, cited: of(answer.id) })).reverse()
}
export const lastNumber = async (reader: Reader, contribution: string): Promise<number> =>
  (await oneRow(reader, sql<{ n: number }>`select coalesce(max(number), 0) as n from participation.answer_member where contribution = ${contribution}`))?.n ?? 0
export const listTemplates = async (reader: Reader): Promise<readonly Template[]> =>
  (await tables(reader).selectFrom('participation.answerTemplate').select(['id', 'name', 'decision', 'reasonBg', 'reasonEn']).orderBy('name').limit(200).execute()).map(({ reasonBg, reasonEn, ...row }) => ({ ...row, reason: both(reasonBg, reasonEn) }))

/** What waits to be approved or published, the oldest first; with the numbers of a few of its contributions. */
export const listDraftAnswers = async (reader: Reader): Promise<readonly DraftLine[]> => {
  const found = await rows(reader, sql<Omit<DraftLine, 'numbers'> & { readonly some: readonly string[] }>`
    select a.id, a.state, a.decision, a.unit, a.drafted_at, a.drafted_by, count(*) as members, to_jsonb((array_agg(m.contribution order by m.contribution))[1:5]) as some
    from participation.answer a join participation.answer_member m on m.answer = a.id where a.state in ('draft', 'approved') group by a.id order by a.drafted_at, a.id limit 200`)
  const named = new Map((await listAnswerable(reader, { ids: found.flatMap(({ some }) => some) })).map(({ id, number }) => [id as string, number]))
  return found.map(({ some, ...line }) => ({ ...line, numbers: some.flatMap((id) => named.get(id) ?? []) }))
}
/** Which of these contributions are in a draft already. */
export const listOpenDrafts = async (reader: Reader, { contributions }: OfContributions): Promise<ReadonlyMap<string, AnswerId>> =>
  new Map(contributions.length === 0 ? [] : (await tables(reader).selectFrom('participation.answerMember').select(['contribution', 'answer']).where('open', '=', true).where('contribution', 'in', contributions as readonly ContributionId[]).execute()).map(({ contribution, answer }) => [contribution as string, answer]))
