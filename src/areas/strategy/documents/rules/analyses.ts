// The analyses that the current-state report is made of, and what follows from them for its sentences. Pure.
import type { Benchmark, BenchmarkLine } from '#areas/evidence/benchmarks/rules.ts'
import { isScored } from '#areas/evidence/benchmarks/rules/score.ts'
import type { Peers } from '#areas/evidence/peers/rules.ts'
import type { Specialisation } from '#areas/evidence/specialisation/rules.ts'
import type { HomeIndex } from '#areas/strategy/findings/rules/analyses.ts'
import type { Trend } from '#areas/evidence/trends/rules.ts'

export type Analyses = { readonly peers: Peers; readonly benchmark: Benchmark | null; readonly specialisation: Specialisation; readonly indices: readonly HomeIndex[]; readonly trends: readonly Trend[] }

export type JudgedLine = BenchmarkLine & { readonly better: number; readonly own: number; readonly median: number; readonly bestValue: number }
/** Lines with a better side, by the share of peers that are worse, best first. Worked: better than 20 of 27 peers: 0.74. */
export const judgedLines = (benchmark: Benchmark | null): readonly JudgedLine[] => (benchmark?.lines ?? []).flatMap((line) => {
  const { own, median, best, betterThan } = line.row
  return isScored(line) && typeof own === 'number' && typeof median === 'number' && typeof best === 'number' && typeof betterThan === 'number' ? [{ ...line, own, median, bestValue: best, better: betterThan }] : []
}).toSorted((a, b) => b.better - a.better)
/** How many stand in the first and in the last quarter of the peers. */
export const quartersOf = (lines: readonly Pick<JudgedLine, 'better'>[]): { readonly first: number; readonly last: number } => ({ first: lines.filter(({ better }) => better >= 0.75).length, last: lines.filter(({ better }) => better <= 0.25).length })
