// Questions about findings: what everyone may read is what was published; staff read drafts too.
import { type Selectable, sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { listEarlier, type Walked } from '#store/thread.ts'
import { type Challenge, type Evidence, type Finding, type FindingVersion, type FindingWords, isEvidenceKind, type SectorWeight, toWeighed, type TowsPair, type Weighed } from './rules.ts'
import type { FindingTables } from './tables.ts'

type For = { readonly who: 'everyone' | 'staff' }
const ask = (reader: Reader) => reader.withTables<FindingTables>()
const columns = [
  'id', 'number', 'state', 'kind', 'theme', 'confidence', 'statementBg', 'statementEn', 'saysBg', 'saysEn', 'illustrative', 'suggestion', 'version', 'publishedAt', 'withdrawnWhy', 'changedAt',
] as const
type Row = Pick<Selectable<FindingTables['strategy.finding']>, (typeof columns)[number]>
const toFinding = ({ statementBg, statementEn, saysBg, saysEn, illustrative, ...row }: Row): Finding =>
  ({ ...row, statement: { bg: statementBg, en: statementEn }, says: { bg: saysBg, en: saysEn }, illustrative: illustrative ? 'yes' : 'no' })
const findings = (reader: Reader, { who }: For) => {
  const all = ask(reader).selectFrom('strategy.finding').select(columns)
  return who === 'staff' ? all : all.where('state', '=', 'published')
}
export const listFindings = async (reader: Reader, asked: For): Promise<readonly Finding[]> => (await findings(reader, asked).orderBy('number').execute()).map(toFinding)
export const findFinding = async (reader: Reader, { number, ...asked }: For & { readonly number: number }): Promise<Finding | undefined> => {
  const row = await findings(reader, asked).where('number', '=', number).executeTakeFirst()
  return row && toFinding(row)
}
/** A number that everyone cannot see: taken back, or never there. */
export const isWithdrawn = async (reader: Reader, { number }: { readonly number: number }): Promise<boolean> =>
  (await ask(reader).selectFrom('strategy.finding').select('id').where('number', '=', number).where('state', '=', 'withdrawn').executeTakeFirst()) !== undefined

const toEvidence = ({ link, thing, passage, reason }: Walked): readonly Evidence[] =>
  (isEvidenceKind(thing.kind) ? [{ link, thing: thing.id, kind: thing.kind, title: thing.title, path: thing.path, state: thing.state, passage: passage?.quote ?? '', reason }] : [])
/** What each finding rests on, in one question for all of them. */
export const listEvidence = async (reader: Reader, { of, who }: For & { readonly of: readonly Finding[] }): Promise<ReadonlyMap<string, readonly Evidence[]>> => {
  const earlier = await listEarlier(reader, { of: of.map(({ id }) => id), who })
  return new Map([...earlier].map(([id, walked]) => [id, walked.flatMap(toEvidence)]))
}

/** Staff only: the newest first. */
export const listVersions = async (reader: Reader, finding: Ref<'finding'>): Promise<readonly FindingVersion[]> =>
  (await ask(reader).selectFrom('strategy.findingVersion').select(['version', 'state', 'content', 'why', 'restoredFrom', 'savedAt']).where('finding', '=', finding).orderBy('version', 'desc').execute())
    .map(({ content, ...row }) => ({ ...row, words: content as FindingWords }))

export type KeptDraft = { readonly fields: Readonly<Record<string, string>>; readonly keptAt: Date }
/** What this person typed and has not saved; `of` is the finding's number, 0 for a new one. */
export const findKept = async (reader: Reader, { account, of }: { readonly account: AccountId | null; readonly of: number }): Promise<KeptDraft | undefined> => {
  if (account === null) return undefined
  const row = await ask(reader).selectFrom('strategy.findingDraft').select(['content', 'keptAt']).where('account', '=', account).where('ofFinding', '=', of).executeTakeFirst()
  return row && { fields: row.content as KeptDraft['fields'], keptAt: row.keptAt }
}

export type Decision = { readonly key: string; readonly decision: 'accepted' | 'refused'; readonly finding: Ref<'finding'> | null; readonly reason: string; readonly statement: { readonly bg: string; readonly en: string }; readonly decidedAt: Date }
export const listDecisions = async (reader: Reader): Promise<readonly Decision[]> =>
  (await ask(reader).selectFrom('strategy.suggestionDecision').select(['key', 'decision', 'finding', 'reason', 'statementBg', 'statementEn', 'decidedAt']).orderBy('decidedAt', 'desc').execute())
    .map(({ statementBg, statementEn, ...row }) => ({ ...row, statement: { bg: statementBg, en: statementEn } }))

/** Challenges with those of their findings that may be seen. */
export const listChallenges = async (reader: Reader, { who }: For): Promise<readonly Challenge[]> => {
  const all = ask(reader).selectFrom('strategy.challenge').select(['id', 'number', 'state', 'titleBg', 'titleEn', 'saysBg', 'saysEn', 'version', 'changedAt']).orderBy('number')
  const [found, grouped] = await Promise.all([
    (who === 'staff' ? all : all.where('state', '=', 'published')).execute(),
    ask(reader).selectFrom('strategy.challengeFinding').select(['challenge', 'finding']).execute(),
  ])
  return found.map(({ titleBg, titleEn, saysBg, saysEn, ...row }) => ({
    ...row, title: { bg: titleBg, en: titleEn }, says: { bg: saysBg, en: saysEn }, findings: grouped.flatMap(({ challenge, finding }) => (challenge === row.id ? [finding as string] : [])),
  }))
}
export const listPairs = async (reader: Reader): Promise<readonly TowsPair[]> =>
  (await ask(reader).selectFrom('strategy.towsPair').select(['id', 'inside', 'outside', 'noteBg', 'noteEn', 'madeAt']).where('endedAt', 'is', null).orderBy('madeAt').orderBy('id').execute())
    .map(({ noteBg, noteEn, ...row }) => ({ ...row, note: { bg: noteBg, en: noteEn } }))

/** How important each finding is to those who sent the form; nothing is said of fewer than five. */
export const listWeighed = async (reader: Reader): Promise<ReadonlyMap<string, Weighed>> => {
  const given = await rows(reader, sql<{ finding: string; importances: readonly number[] }>`select finding, array_agg(importance) as importances from strategy.weight group by finding`)
  return new Map(given.map(({ finding, importances }) => [finding, toWeighed(finding, importances)]))
}
export const listSectorWeights = (reader: Reader, finding: Ref<'finding'>): Promise<readonly SectorWeight[]> => rows(reader, sql<SectorWeight>`
  select coalesce(b.sector, 'notSaid') as sector, count(*)::int as count, avg(w.importance)::float8 as mean
  from strategy.weight w join strategy.ballot b on b.id = w.ballot where w.finding = ${finding} group by 1 order by 1`)
export const countBallots = async (reader: Reader): Promise<number> =>
  (await ask(reader).selectFrom('strategy.ballot').select((of) => of.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
