// What the states of an entry are called, and small sentences the views share.
import type { Language } from '#kernel/language.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { speak } from '#kernel/speak.ts'
import { type Asset, type AssetState, assetsPath, isReviewed } from '../rules.ts'

export type Place = { readonly code: string; readonly name: { readonly bg: string; readonly en: string } }
export const assetsCrumbs = (language: Language) => [{ name: speak(language).evidence_profile_kicker(), path: '/evidence' }, { name: speak(language).evidence_analyses_title(), path: '/evidence/analyses' }]
export const underAssets = (language: Language) => [...assetsCrumbs(language), { name: speak(language).evidence_asset_title(), path: assetsPath }]
export const sayState = (state: AssetState, language: Language): string => {
  const say = speak(language)
  return { draft: say.evidence_asset_state_draft(), published: say.evidence_asset_state_published(), withdrawn: say.evidence_asset_state_withdrawn() }[state]
}
export const sayReview = (asset: Pick<Asset, 'version' | 'reviewedVersion' | 'reviewedAt'>, language: Language): string => {
  const say = speak(language)
  if (isReviewed(asset) && asset.reviewedAt !== null) return say.evidence_asset_reviewed_on({ day: sayCivilDate(asset.reviewedAt.toISOString().slice(0, 10), language) })
  return asset.reviewedVersion === null ? say.evidence_asset_not_reviewed() : say.evidence_asset_changed_since()
}
export const sayName = ({ name }: Pick<Asset, 'name'>, language: Language): string => name[language] || name.bg
export const sayPlaceOf = (code: string | null, places: readonly Place[], language: Language): string => places.find((one) => one.code === code)?.name[language] ?? speak(language).evidence_asset_whole_district()
