// How analyses are said: kinds, states of a number, where frozen figures are from.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import type { Origin } from '#ui/charts/chart-figure.tsx'
import { sayCivilDate } from '#ui/civil-date.ts'
import { datasetPath } from '#areas/evidence/datasets/rules.ts'
import { codeWords, sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { sayEdition } from '#areas/evidence/datasets/views/vintage-words.ts'
import type { AnalysisKind, AnalysisState, CellState, FrozenVintage } from '../rules.ts'

export const sayKind = (kind: AnalysisKind, language: Language): string => {
  const say = speak(language)
  return { index: say.evidence_kind_index, peers: say.evidence_kind_peers, benchmark: say.evidence_kind_benchmark, specialisation: say.evidence_kind_specialisation, trend: say.evidence_kind_trend }[kind]()
}
export const sayAnalysisState = (state: AnalysisState, language: Language): string => {
  const say = speak(language)
  return { draft: say.evidence_analysis_draft, published: say.evidence_analysis_published, withdrawn: say.evidence_analysis_withdrawn }[state]()
}
export const sayCellState = (state: CellState, language: Language): string => {
  const say = speak(language)
  return { observed: say.evidence_cell_observed, imputed: say.evidence_cell_imputed, treated: say.evidence_cell_treated, excluded: say.evidence_cell_excluded, computed: say.evidence_cell_computed }[state]()
}
/** „НСИ (629), издание от февруари 2026 г.; Евростат (bd_size_r3), издание от януари 2024 г.“ */
export const sayVintages = (vintages: readonly FrozenVintage[], language: Language): string => {
  const say = speak(language)
  return vintages.map((vintage) => {
    const words = { source: sourceWords(vintage.source, language), edition: sayEdition(vintage, language) }
    const dataset = codeWords(vintage.dataset)
    return dataset === '' ? say.evidence_credit_whole(words) : say.evidence_credit({ ...words, dataset })
  }).join('; ')
}
export const originsOfVintages = (vintages: readonly FrozenVintage[], language: Language): readonly Origin[] =>
  vintages.map((vintage) => ({
    name: [sourceWords(vintage.source, language), codeWords(vintage.dataset)].filter((word) => word !== '').join(', '), href: toHref(language, datasetPath(vintage.dataset)),
    vintage: sayCivilDate(vintage.asOf, language), ...(vintage.dateFrom === 'receipt' ? { dated: 'unknown' as const } : {}),
  }))
