// The act on trends: one is kept as an analysis, with the values it was computed from, its outcome and its method in words.
import { type PostAnswer, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { WriteVisit } from '#store/visit.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { analysisPath } from '#areas/evidence/analyses/rules.ts'
import { publishAnalysis, saveAnalysis } from '#areas/evidence/analyses/write.ts'
import { ancestorAt, listWithin } from '#areas/evidence/regions/rules.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import type { Trend } from './rules.ts'
import { recordOf, resultOf } from './rules/record.ts'

/** Everybody may read the page it comes from, so everybody may read what was kept of it. One without a single value is not kept. */
export const keepTrend = async (visit: WriteVisit, { trend, title, why, note }: { readonly trend: Trend; readonly title: Bilingual; readonly why: string; readonly note: Bilingual }): Promise<PostAnswer> => {
  if (trend.stretch.points.length === 0) return problems([{ field: '', text: { bg: 'Няма стойности, които да се запазят.', en: 'There are no values to keep.' } }])
  const { reader } = visit.writer, atlas = await getAtlas(reader), country = ancestorAt(atlas, trend.shown.code, 'country')
  const others = country === undefined || trend.shown.level === 'municipality' ? [] : listWithin(atlas, country.code, trend.shown.level)
  const frozen = await freezeInputs(reader, { keys: [trend.indicator.key], regions: [...new Set([trend.shown.code, ...others.map((region) => region.code)])] })
  const saved = await saveAnalysis(visit, { kind: 'trend', key: null, title, why, note, record: recordOf(trend), result: resultOf(trend), inputs: frozen.inputs, vintages: frozen.vintages })
  await publishAnalysis(visit, saved)
  return see(analysisPath(saved.number), 'evidence_notice_trend_kept')
}
