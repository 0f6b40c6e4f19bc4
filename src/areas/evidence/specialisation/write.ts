// The act on specialisation: the picture is kept as an analysis, with the tables it was drawn from, its outcome and its method in words.
import { type PostAnswer, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { WriteVisit } from '#store/visit.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { analysisPath } from '#areas/evidence/analyses/rules.ts'
import { publishAnalysis, saveAnalysis } from '#areas/evidence/analyses/write.ts'
import type { Seen } from './rules.ts'
import { recordOf } from './rules/record.ts'

/** Everybody may read the page it comes from, so everybody may read what was kept of it. The record holds every region's row; beside it stand
 *  the figures of the regions of the home country. */
export const keepSpecialisation = async (visit: WriteVisit, { seen, title, why, note }: { readonly seen: Seen; readonly title: Bilingual; readonly why: string; readonly note: Bilingual }): Promise<PostAnswer> => {
  const record = recordOf(seen)
  const frozen = await freezeInputs(visit.writer.reader, { keys: record.activities, regions: record.own.flatMap((row) => record.regions[row] ?? []), period: seen.period })
  const saved = await saveAnalysis(visit, { kind: 'specialisation', key: null, title, why, note, record, result: seen.picture, inputs: frozen.inputs, vintages: frozen.vintages })
  await publishAnalysis(visit, saved)
  return see(analysisPath(saved.number), 'evidence_notice_spec_kept')
}
