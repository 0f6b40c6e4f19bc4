// The nouns of peers: traits under which regions work, the choice of weights that stands in the address, and what is found.
// Never performance: GDP per head narrows the field, and nothing else of what a region achieves is looked at.
import type { Period } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Caveat, Credit, Indicator } from '#areas/evidence/indicators/rules.ts'

export const dimensions = ['people', 'territory', 'education', 'sectors', 'firms'] as const
export type Dimension = (typeof dimensions)[number]
export type Trait = {
  readonly key: string
  readonly dimension: Dimension
  /** nuts2: the value is that of the region around the district, and it is said so */
  readonly level: 'nuts3' | 'nuts2'
  /** a class by a regulation has no tail that would have to be pulled in */
  readonly kind: 'quantity' | 'class'
}
/** Conditions of work, after the dimensions of Navarro et al. 2014 (S3 Working Paper 03/2014), as far as figures of every region are held. */
export const traits: readonly Trait[] = [
  { key: 'ctx.pop.jan', dimension: 'people', level: 'nuts3', kind: 'quantity' },
  { key: 'ctx.young', dimension: 'people', level: 'nuts3', kind: 'quantity' },
  { key: 'ctx.old', dimension: 'people', level: 'nuts3', kind: 'quantity' },
  { key: 'ter.density', dimension: 'territory', level: 'nuts3', kind: 'quantity' },
  { key: 'ter.urban', dimension: 'territory', level: 'nuts3', kind: 'quantity' },
  { key: 'ter.type.urban', dimension: 'territory', level: 'nuts3', kind: 'class' },
  { key: 'ter.type.coast', dimension: 'territory', level: 'nuts3', kind: 'class' },
  { key: 'ter.type.mountain', dimension: 'territory', level: 'nuts3', kind: 'class' },
  { key: 'inn.tertiary', dimension: 'education', level: 'nuts2', kind: 'quantity' },
  { key: 'ctx.gva.industry', dimension: 'sectors', level: 'nuts3', kind: 'quantity' },
  { key: 'inn.cmh', dimension: 'sectors', level: 'nuts2', kind: 'quantity' },
  { key: 'inn.kis', dimension: 'sectors', level: 'nuts2', kind: 'quantity' },
  { key: 'ent.avg', dimension: 'firms', level: 'nuts3', kind: 'quantity' },
  { key: 'ent.share.none', dimension: 'firms', level: 'nuts3', kind: 'quantity' },
  { key: 'ent.share.ten', dimension: 'firms', level: 'nuts3', kind: 'quantity' },
]
export const incomeKey = 'ctx.gdp.pps'
export const incomeBand = 0.25
/** how many are listed, and among how many others must count us to be named by them */
export const listedPeers = 15
export const mostWeight = 5

/** union: every NUTS 3 region of the Union; country: those of the own country */
export const fields = ['union', 'country'] as const
export type Field = (typeof fields)[number]
/** What stands in the address. */
export type PeerChoice = {
  /** null: the home region */
  readonly region: string | null
  readonly among: Field
  readonly ownCountry: 'in' | 'out'
  /** near: only within ± 25 % of the own GDP per head */
  readonly income: 'any' | 'near'
  /** weight of each dimension, 0 … 5 */
  readonly weights: Readonly<Record<Dimension, number>>
  /** traits that are not looked at */
  readonly without: readonly string[]
  /** the peer whose differences are shown; null: the nearest */
  readonly why: string | null
}
export const peersPath = '/evidence/peers'
export const setsPath = `${peersPath}/sets`
export const setPath = (number: number | string): string => `${setsPath}/${number}`
export const newSetPath = `${setsPath}/new`

/** Why a trait is not looked at: it was ticked off or has no weight, the own region has no value, too few of the field have one, all have the same. */
export type LeftOut = 'off' | 'noOwn' | 'few' | 'constant'
export type UsedTrait = {
  readonly trait: Trait
  readonly indicator: Indicator
  /** the period most of the field has; a region without it is taken with its newest of the three years before */
  readonly period: Period | null
  readonly own: { readonly value: number; readonly period: Period; readonly of: Region } | null
  /** regions of the field with a value, of how many */
  readonly filled: number
  readonly of: number
  readonly leftOut: LeftOut | null
  /** share of the whole weight; 0 where left out */
  readonly weight: number
  /** extreme values were pulled in or the scale bent, by the 2 / 3.5 rule */
  readonly treated: 'no' | 'winsorised' | 'transformed'
}
/** One trait between the own region and another. */
export type Part = {
  readonly key: string
  readonly theirs: { readonly value: number; readonly period: Period; readonly of: Region } | null
  /** share of the distance; null where one of the two has no value */
  readonly share: number | null
}
export type Peer = {
  readonly region: Region
  readonly country: Region
  readonly distance: number
  /** share of the weight over traits that both have */
  readonly shared: number
  /** largest share first */
  readonly parts: readonly Part[]
  /** we are among their nearest as well */
  readonly namesUs: 'yes' | 'no'
}
export type Peers = {
  readonly region: Region
  readonly home: Region
  readonly choice: PeerChoice
  readonly traits: readonly UsedTrait[]
  /** null: no trait is left, or no weight */
  readonly list: readonly Peer[]
  /** nearest first */
  readonly namedBy: readonly Peer[]
  readonly why: Peer | null
  /** the other districts of the country with their distance, for the map; null: no distance */
  readonly districts: readonly { readonly region: Region; readonly distance: number | null }[]
  readonly counts: { readonly field: number; readonly compared: number; readonly ownCountry: number; readonly income: number; readonly noData: number }
  readonly credits: readonly Credit[]
  /** what the catalogue or the pack warns of where prices move the own GDP per head */
  readonly incomeWarnings: readonly Caveat[]
  /** districts of the country, for the choice of the own region */
  readonly choices: readonly Region[]
}
