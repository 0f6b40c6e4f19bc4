// Official indices: scores as published, with edition and level. Nothing of them is computed here, and none is a score of a region below
// the one it was published for.
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { FrozenRegion } from '#areas/evidence/analyses/rules.ts'

export const officialIndices = ['ris', 'rci', 'eis', 'desi', 'eides', 'redi', 'gei'] as const
export type OfficialIndex = (typeof officialIndices)[number]
export type PublishedScore = {
  /** null: it comes with a dataset, as an indicator */
  readonly number: number | null
  readonly index: OfficialIndex
  readonly edition: string
  readonly region: FrozenRegion
  readonly score: number
  readonly decimals: number
  readonly scale: Bilingual
  readonly source: Bilingual
  readonly address: string
  readonly indicator: string | null
}
export const sayOfficial = (index: OfficialIndex, language: Language): string => {
  const say = speak(language)
  return { ris: say.evidence_official_ris, rci: say.evidence_official_rci, eis: say.evidence_official_eis, desi: say.evidence_official_desi, eides: say.evidence_official_eides, redi: say.evidence_official_redi, gei: say.evidence_official_gei }[index]()
}
/** those that come as indicators of a dataset */
export const asIndicators: readonly { readonly index: OfficialIndex; readonly key: string }[] = [{ index: 'ris', key: 'inn.ris' }, { index: 'rci', key: 'inn.rci' }]
/** What the number of such an index means. */
export const scaleOf = (index: OfficialIndex): Bilingual | null => (index === 'rci' ? { bg: speak('bg').evidence_official_scale_rci(), en: speak('en').evidence_official_scale_rci() } : null)
/** Newest edition first within an index; indices in their order. */
export const orderScores = (scores: readonly PublishedScore[]): readonly PublishedScore[] =>
  scores.toSorted((a, b) => officialIndices.indexOf(a.index) - officialIndices.indexOf(b.index) || (a.edition < b.edition ? 1 : a.edition > b.edition ? -1 : 0) || (a.region.code < b.region.code ? 1 : -1))
