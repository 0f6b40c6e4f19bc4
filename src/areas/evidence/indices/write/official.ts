// Acts on scores of official indices: enter one, take a wrong one back.
import { notFound, type PostAnswer, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { recordAct } from '#store/audit.ts'
import type { WriteVisit } from '#store/visit.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { findRegion } from '#areas/evidence/regions/rules.ts'
import { indicesPath } from '../rules.ts'
import type { OfficialIndex } from '../rules/official.ts'
import type { IndexTables } from '../tables.ts'

export type NewScore = { readonly index: OfficialIndex; readonly edition: string; readonly region: string; readonly score: number; readonly decimals: number; readonly scale: Bilingual; readonly source: Bilingual; readonly address: string }
const officialPath = `${indicesPath}/official`

export const enterScore = async (visit: WriteVisit, score: NewScore): Promise<PostAnswer> => {
  const db = visit.writer.withTables<IndexTables>()
  if (findRegion(await getAtlas(visit.writer.reader), score.region) === undefined) return problems([{ field: 'region', text: { bg: 'Няма регион с такъв код.', en: 'There is no region with this code.' } }])
  const there = await db.selectFrom('evidence.publishedScore').select('number').where('indexName', '=', score.index).where('edition', '=', score.edition).where('region', '=', score.region).where('withdrawnAt', 'is', null).executeTakeFirst()
  if (there !== undefined) return problems([{ field: 'edition', text: { bg: 'За този регион вече има оценка от това издание. Оттеглете я, ако е грешна.', en: 'There already is a score of this edition for this region. Take it back if it is wrong.' } }])
  const { number } = await db.insertInto('evidence.publishedScore').values({
    indexName: score.index, edition: score.edition, region: score.region, score: score.score, decimals: score.decimals, scaleBg: score.scale.bg, scaleEn: score.scale.en,
    sourceBg: score.source.bg, sourceEn: score.source.en, address: score.address, enteredAt: visit.now, enteredBy: visit.who.account, withdrawnAt: null,
  }).returning('number').executeTakeFirstOrThrow()
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.score.enter', after: { number, ...score } })
  return see(officialPath, 'evidence_notice_score_entered')
}
export const withdrawScore = async (visit: WriteVisit, number: number): Promise<PostAnswer> => {
  const gone = await visit.writer.withTables<IndexTables>().updateTable('evidence.publishedScore').set({ withdrawnAt: visit.now }).where('number', '=', number).where('withdrawnAt', 'is', null).returning('number').executeTakeFirst()
  if (gone === undefined) return notFound
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.score.withdraw', before: { number } })
  return see(officialPath, 'evidence_notice_score_withdrawn')
}
