// Acts around findings: decide on a suggestion, weigh, group into a challenge, pair for TOWS.
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Sector } from '#areas/participation/proposals/rules.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { listChallenges, listDecisions, listFindings } from '../read.ts'
import { challengesPath, type Finding, type FindingWords, isForChallenge, suggestionsPath, towsPath, weighPath } from '../rules.ts'
import { isPairable } from '../rules/swot.ts'
import type { FindingTables } from '../tables.ts'
import { insertFinding } from '../write.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<FindingTables>()
const isDecided = async (visit: WriteVisit, key: string): Promise<boolean> => (await listDecisions(visit.writer.reader)).some((one) => one.key === key)

/** Accepted, it is a draft finding like any other: a person still reads, edits and publishes it. */
export const acceptSuggestion = async (visit: WriteVisit, { key, words }: { readonly key: string; readonly words: FindingWords }): Promise<Finding | 'decided'> => {
  if (await isDecided(visit, key)) return 'decided'
  const finding = await insertFinding(visit, { words, suggestion: key })
  await tables(visit).insertInto('strategy.suggestionDecision').values({
    key, decision: 'accepted', finding: finding.id, reason: '', statementBg: words.statement.bg, statementEn: words.statement.en, decidedBy: visit.who.account, decidedAt: visit.now,
  }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.suggestion.accept', thing: finding.id, after: { key, number: finding.number } })
  return finding
}
export const refuseSuggestion = async (visit: WriteVisit, { key, statement, reason }: { readonly key: string; readonly statement: Bilingual; readonly reason: string }): Promise<PostAnswer> => {
  if (await isDecided(visit, key)) return see(suggestionsPath, 'strategy_notice_suggestion_decided')
  await tables(visit).insertInto('strategy.suggestionDecision').values({ key, decision: 'refused', finding: null, reason, statementBg: statement.bg, statementEn: statement.en, decidedBy: visit.who.account, decidedAt: visit.now }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.suggestion.refuse', after: { key, statement: statement.bg }, why: reason })
  return see(suggestionsPath, 'strategy_notice_suggestion_refused')
}

export type Weighing = { readonly sector: Sector | null; readonly weights: readonly { readonly number: number; readonly importance: number }[] }
/** One form, nobody's name: the day and the sector are all that is kept beside the grades. */
export const weighFindings = async (visit: WriteVisit, { sector, weights }: Weighing): Promise<PostAnswer> => {
  const published = await listFindings(visit.writer.reader, { who: 'everyone' })
  const known = weights.flatMap(({ number, importance }) => { const found = published.find((one) => one.number === number); return found === undefined ? [] : [{ finding: found.id, importance }] })
  if (known.length === 0) return problems([{ field: '', text: { bg: 'Отбележете важността поне на един извод.', en: 'Mark the importance of at least one finding.' } }])
  const { id } = await tables(visit).insertInto('strategy.ballot').values({ sector, onDay: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(visit.now) }).returning('id').executeTakeFirstOrThrow()
  await tables(visit).insertInto('strategy.weight').values(known.map((one) => ({ ballot: id, ...one }))).execute()
  await recordAct(visit.writer, { who: null, act: 'strategy.finding.weigh', after: { findings: known.length } })
  return see(weighPath, 'strategy_notice_weighed')
}

export type ChallengeWords = { readonly title: Bilingual; readonly says: Bilingual; readonly state: 'draft' | 'published'; readonly findings: readonly number[] }
const columnsOf = ({ title, says, state }: ChallengeWords) => ({ titleBg: title.bg, titleEn: title.en, saysBg: says.bg, saysEn: says.en, state })
const chosenOf = async (visit: WriteVisit, numbers: readonly number[]): Promise<readonly Finding[]> =>
  (await listFindings(visit.writer.reader, { who: 'staff' })).filter((one) => numbers.includes(one.number) && one.state !== 'withdrawn' && isForChallenge(one.kind))
const tooFew = problems([{ field: 'findings', text: { bg: 'Изберете поне един извод: предизвикателството следва от изводите.', en: 'Choose at least one finding: a challenge follows from findings.' } }])
export const writeChallenge = async (visit: WriteVisit, words: ChallengeWords): Promise<PostAnswer> => {
  const chosen = await chosenOf(visit, words.findings)
  if (chosen.length === 0) return tooFew
  const id = newId<'challenge'>()
  const { number } = await tables(visit).insertInto('strategy.challenge').values({ id, ...columnsOf(words), version: 1, madeBy: visit.who.account, changedAt: visit.now }).returning('number').executeTakeFirstOrThrow()
  await tables(visit).insertInto('strategy.challengeFinding').values(chosen.map((one) => ({ challenge: id, finding: one.id }))).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.challenge.write', after: { number, ...words } })
  return see(challengesPath, 'strategy_notice_challenge_saved')
}
export const changeChallenge = async (visit: WriteVisit, { number, version, words }: { readonly number: number; readonly version: number; readonly words: ChallengeWords }): Promise<PostAnswer> => {
  await tables(visit).selectFrom('strategy.challenge').select('id').where('number', '=', number).forUpdate().execute()
  const before = (await listChallenges(visit.writer.reader, { who: 'staff' })).find((one) => one.number === number)
  if (before === undefined) return notFound
  if (before.version !== version) return problems([{ field: '', text: { bg: 'Докато пишехте, друг колега записа същото предизвикателство. Вашите думи са в полетата.', en: 'While you were writing, a colleague saved the same challenge. Your words are in the fields.' } }])
  const chosen = await chosenOf(visit, words.findings)
  if (chosen.length === 0) return tooFew
  await tables(visit).updateTable('strategy.challenge').set({ ...columnsOf(words), version: version + 1, changedAt: visit.now }).where('id', '=', before.id).execute()
  await tables(visit).deleteFrom('strategy.challengeFinding').where('challenge', '=', before.id).execute()
  await tables(visit).insertInto('strategy.challengeFinding').values(chosen.map((one) => ({ challenge: before.id, finding: one.id }))).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.challenge.change', before: { title: before.title, says: before.says, state: before.state }, after: { number, ...words } })
  return see(challengesPath, 'strategy_notice_challenge_saved')
}

export type PairWords = { readonly inside: number; readonly outside: number; readonly note: Bilingual }
export const writePair = async (visit: WriteVisit, { inside, outside, note }: PairWords): Promise<PostAnswer> => {
  const all = await listFindings(visit.writer.reader, { who: 'staff' })
  const own = all.find((one) => one.number === inside), other = all.find((one) => one.number === outside)
  if (own === undefined || other === undefined || !isPairable(own.kind, other.kind)) {
    return problems([{ field: 'inside', text: { bg: 'Двойката е от силна или слаба страна и от възможност или заплаха.', en: 'A pair is a strength or weakness with an opportunity or threat.' } }])
  }
  await tables(visit).insertInto('strategy.towsPair').values({ id: newId<'towsPair'>(), inside: own.id as Ref<'finding'>, outside: other.id, noteBg: note.bg, noteEn: note.en, madeBy: visit.who.account, madeAt: visit.now, endedAt: null }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.pair.write', thing: own.id, after: { inside, outside, note } })
  return see(towsPath, 'strategy_notice_pair_saved')
}
export const endPair = async (visit: WriteVisit, id: string): Promise<PostAnswer> => {
  const ended = await tables(visit).updateTable('strategy.towsPair').set({ endedAt: visit.now }).where('id', '=', id as never).where('endedAt', 'is', null).returning(['inside', 'noteBg']).executeTakeFirst()
  if (ended === undefined) return notFound
  await recordAct(visit.writer, { who: visit.who.account, act: 'strategy.pair.end', thing: ended.inside, before: { note: ended.noteBg } })
  return see(towsPath, 'strategy_notice_pair_ended')
}
