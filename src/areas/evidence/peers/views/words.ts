// How traits, distances and regions of other countries are said.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { plainRegion, sayCell } from '#areas/evidence/indicators/views/wording.ts'
import type { Dimension, LeftOut, Peer, UsedTrait } from '../rules.ts'

export const dimensionName = (dimension: Dimension, language: Language): string => {
  const say = speak(language)
  return { people: say.evidence_peers_dimension_people, territory: say.evidence_peers_dimension_territory, education: say.evidence_peers_dimension_education, sectors: say.evidence_peers_dimension_sectors, firms: say.evidence_peers_dimension_firms }[dimension]()
}
export const sayLeftOut = (why: LeftOut, language: Language): string => {
  const say = speak(language)
  return { off: say.evidence_peers_left_off, noOwn: say.evidence_peers_left_no_own, few: say.evidence_peers_left_few, constant: say.evidence_peers_left_constant }[why]()
}
/** Three decimals: published distances run from about 0.005 to 0.03. */
export const sayDistance = (distance: number, language: Language): string => sayNumber(distance, language, 3)
/** „област Плевен“ at home, „област Cluj (Румъния)“ abroad. */
export const namePeer = ({ region, country }: Pick<Peer, 'region' | 'country'>, own: { readonly country: string; readonly language: Language }): string =>
  country.code === own.country ? plainRegion(region, own.language) : `${plainRegion(region, own.language)} (${country.name[own.language]})`
/** The name alone, for a table. */
export const shortPeer = ({ region, country }: Pick<Peer, 'region' | 'country'>, own: { readonly country: string; readonly language: Language }): string =>
  country.code === own.country ? region.name[own.language] : `${region.name[own.language]} (${country.name[own.language]})`

/** „307 140“, „преобладаващо селска“. */
export const sayTrait = (used: Pick<UsedTrait, 'trait' | 'indicator'>, value: number, language: Language): string => {
  const say = speak(language)
  const classes: Readonly<Record<string, readonly (() => string)[]>> = {
    'ter.type.urban': [say.evidence_peers_class_urban, say.evidence_peers_class_between, say.evidence_peers_class_rural],
    'ter.type.coast': [say.evidence_peers_class_coast, say.evidence_peers_class_near_coast, say.evidence_peers_class_inland],
    'ter.type.mountain': [say.evidence_peers_class_mountain, say.evidence_peers_class_no_mountain],
  }
  return classes[used.trait.key]?.[value - 1]?.() ?? sayCell(used.indicator, { value, flags: '', missing: null }, language)
}
/** What a trait is called; one that has no words of its own goes by the name of its indicator. */
const nameOf = ({ trait, indicator }: Pick<UsedTrait, 'trait' | 'indicator'>, language: Language): string => {
  const say = speak(language)
  const names: Readonly<Record<string, () => string>> = {
    'ctx.pop.jan': say.evidence_peers_trait_people, 'ctx.young': say.evidence_peers_trait_young, 'ctx.old': say.evidence_peers_trait_old, 'ter.density': say.evidence_peers_trait_density,
    'ter.urban': say.evidence_peers_trait_towns, 'ter.type.urban': say.evidence_peers_trait_urban, 'ter.type.coast': say.evidence_peers_trait_coast, 'ter.type.mountain': say.evidence_peers_trait_mountain,
    'inn.tertiary': say.evidence_peers_trait_tertiary, 'ctx.gva.industry': say.evidence_peers_trait_industry, 'inn.cmh': say.evidence_peers_trait_machines, 'inn.kis': say.evidence_peers_trait_knowledge,
    'ent.avg': say.evidence_peers_trait_size, 'ent.share.none': say.evidence_peers_trait_alone, 'ent.share.ten': say.evidence_peers_trait_ten,
  }
  return names[trait.key]?.() ?? indicator.shortName[language]
}
export const traitName = (used: Pick<UsedTrait, 'trait' | 'indicator'>, language: Language): string => {
  const name = nameOf(used, language)
  const begun = name.charAt(0).toUpperCase() + name.slice(1)
  return used.trait.level === 'nuts2' ? speak(language).evidence_peers_trait_nuts2({ name: begun }) : begun
}
/** In a sentence: „брой жители“. */
export const traitInside = (used: Pick<UsedTrait, 'trait' | 'indicator'>, language: Language): string => nameOf(used, language)
