// What the analyses of evidence say of the home region, as they stand: asked with what their own pages take first.
import type { Reader } from '#store/handle.ts'
import { findBenchmark } from '#areas/evidence/benchmarks/read.ts'
import type { RegionReport } from '#areas/evidence/indicators/rules/report.ts'
import { getPeers } from '#areas/evidence/peers/read.ts'
import { firstChoice } from '#areas/evidence/peers/rules/choice.ts'
import { getSpecialisation } from '#areas/evidence/specialisation/read.ts'
import { noChoice } from '#areas/evidence/specialisation/rules.ts'
import { listHomeIndices, listHomeTrends } from '#areas/strategy/findings/read/analyses.ts'
import type { Analyses } from '../rules/analyses.ts'

export const findAnalyses = async (reader: Reader, { report, now }: { readonly report: RegionReport; readonly now: Date }): Promise<Analyses> => {
  const [peers, benchmark, specialisation, indices, trends] = await Promise.all([
    getPeers(reader, { choice: firstChoice, now }), findBenchmark(reader, { choice: { region: null, set: null, peers: [], without: [] }, now }), getSpecialisation(reader, { choice: noChoice, now }), listHomeIndices(reader),
    listHomeTrends(reader, { headlines: report.chapters.flatMap(({ lines }) => lines.map(({ headline }) => headline)), now }),
  ])
  return { peers, benchmark: benchmark ?? null, specialisation, indices, trends }
}
