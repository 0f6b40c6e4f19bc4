// The act on benchmarks: one is kept as an analysis, with the values it was computed from, its outcome and its method in words.
import { type PostAnswer, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { WriteVisit } from '#store/visit.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { analysisPath } from '#areas/evidence/analyses/rules.ts'
import { publishAnalysis, saveAnalysis } from '#areas/evidence/analyses/write.ts'
import type { Benchmark, BenchmarkChoice } from './rules.ts'
import { recordOf, resultOf } from './rules/record.ts'
import { isScored } from './rules/score.ts'

type Keeping = { readonly benchmark: Benchmark; readonly choice: BenchmarkChoice; readonly title: Bilingual; readonly why: string; readonly note: Bilingual }
/** Everybody may read the page it comes from, so everybody may read what was kept of it. */
export const keepBenchmark = async (visit: WriteVisit, { benchmark, choice, title, why, note }: Keeping): Promise<PostAnswer> => {
  const scored = benchmark.lines.filter(isScored)
  if (scored.length === 0) return problems([{ field: 'title_bg', text: { bg: 'Няма показатели, които да се запазят.', en: 'There are no indicators to keep.' } }])
  const record = recordOf(benchmark, choice)
  const frozen = await freezeInputs(visit.writer.reader, { keys: scored.map((line) => line.indicator.key), regions: [benchmark.region.code, ...benchmark.peers.map((region) => region.code)] })
  const saved = await saveAnalysis(visit, { kind: 'benchmark', key: null, title, why, note, record, result: resultOf(record), inputs: frozen.inputs, vintages: frozen.vintages })
  await publishAnalysis(visit, saved)
  return see(analysisPath(saved.number), 'evidence_notice_benchmark_kept')
}
