// The nouns of the register: what an asset is, where it stands, who has looked at it. Pure.
// A file of assets is in rules/file, gaps against peers in rules/gaps.
import type { Bilingual } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'

export const assetsPath = '/evidence/assets'
export const assetPath = (number: number | string): string => `${assetsPath}/${number}`
export const newAssetPath = `${assetsPath}/new`
export const changeAssetPath = (number: number | string): string => `${assetPath(number)}/change`
export const assetHistoryPath = (number: number | string): string => `${assetPath(number)}/history`
export const importAssetsPath = `${assetsPath}/import`
export const assetDraftPath = (id: string): string => `${importAssetsPath}/${id}`
export const assetsCsvPath = `${assetsPath}/assets.csv`
export const assetTemplatePath = `${assetsPath}/template.csv`
export const gapsPath = `${assetsPath}/gaps`
export const gapsCsvPath = `${gapsPath}/gaps.csv`
export const countsPath = (kind: string): string => `${gapsPath}/${kind}`

export const assetKinds = ['laboratory', 'university', 'school', 'park', 'energy', 'cluster', 'hub', 'support', 'fund'] as const
export type AssetKind = (typeof assetKinds)[number]
export const isAssetKind = (text: string): text is AssetKind => (assetKinds as readonly string[]).includes(text)
export type AssetState = 'draft' | 'published' | 'withdrawn'

export type AssetWords = {
  readonly kind: AssetKind
  readonly name: Bilingual
  readonly says: Bilingual
  /** code of the municipality; null: the whole district, or not known */
  readonly municipality: string | null
  readonly place: string
  readonly owner: Bilingual
  readonly website: string
  /** only what the body itself has made public */
  readonly publicContact: string
  readonly source: string
  readonly sourceAddress: string
  /** yyyy-mm-dd: the day for which the source says so */
  readonly asOf: string
  readonly illustrative: 'yes' | 'no'
}
export type Asset = AssetWords & {
  readonly id: Ref<'asset'>
  readonly number: number
  readonly key: string | null
  readonly state: AssetState
  readonly version: number
  readonly reviewedVersion: number | null
  readonly reviewedAt: Date | null
  readonly withdrawnWhy: string | null
  readonly publishedAt: Date | null
  readonly changedAt: Date
}
export type AssetVersion = { readonly version: number; readonly state: AssetState; readonly words: AssetWords; readonly why: string; readonly savedAt: Date }

/** A second person has looked at these very words. Worked: reviewed at version 2, now version 3 → not reviewed. */
export const isReviewed = ({ version, reviewedVersion }: Pick<Asset, 'version' | 'reviewedVersion'>): boolean => reviewedVersion === version

export type AssetFilter = { readonly kind: AssetKind | ''; readonly municipality: string; readonly q: string }
export const everything: AssetFilter = { kind: '', municipality: '', q: '' }
export const filterOf = (query: URLSearchParams): AssetFilter => {
  const kind = query.get('kind') ?? ''
  return { kind: isAssetKind(kind) ? kind : '', municipality: (query.get('municipality') ?? '').slice(0, 20), q: (query.get('q') ?? '').trim().slice(0, 100) }
}
export const queryOf = (filter: AssetFilter): string => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query === '' ? '' : `?${query}`
}
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
/** By kind, municipality, and words anywhere in name, owner, place or description, in either language. */
export const matching = <One extends AssetWords>(assets: readonly One[], { kind, municipality, q }: AssetFilter): readonly One[] => {
  const words = plain(q).split(/\s+/).filter((word) => word !== '')
  return assets.filter((one) => (kind === '' || one.kind === kind) && (municipality === '' || one.municipality === municipality)
    && words.every((word) => plain([one.name.bg, one.name.en, one.owner.bg, one.owner.en, one.place, one.says.bg, one.says.en].join(' ')).includes(word)))
}
export type PlaceCount = { readonly code: string; readonly count: number }
/** Examples are not counted: a map of what is not there would say something wrong. */
export const countByMunicipality = (assets: readonly AssetWords[], codes: readonly string[]): readonly PlaceCount[] =>
  codes.map((code) => ({ code, count: assets.filter(({ municipality, illustrative }) => municipality === code && illustrative === 'no').length }))
export const countByKind = (assets: readonly AssetWords[]): ReadonlyMap<AssetKind, number> =>
  new Map(assetKinds.map((kind) => [kind, assets.filter((one) => one.kind === kind && one.illustrative === 'no').length]))
