// Why two regions are near or far: every trait with both values and its share of the distance.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Table } from '#ui/parts/table.tsx'
import { subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import type { Part, Peer, Peers, UsedTrait } from '../rules.ts'
import { dimensionName, namePeer, sayTrait, traitInside, traitName } from './words.ts'

type Shown = { readonly language: Language; readonly peers: Peers; readonly peer: Peer }
const percent = (share: number, language: Language): string => `${Math.round(share * 100)}${language === 'bg' ? '\u00a0%' : '%'}`
/** From this share of the distance on a trait is what they differ in; under it they are alike. */
const differs = 0.2, alike = 0.03

export const sayWhy = ({ language, peers, peer }: Shown): string => {
  const say = speak(language)
  const usedOf = (part: Part): UsedTrait | undefined => peers.traits.find((one) => one.trait.key === part.key)
  const names = (parts: readonly Part[]): string => parts.flatMap((part) => { const used = usedOf(part); return used === undefined ? [] : [traitInside(used, language)] }).join(', ')
  const far = peer.parts.filter((part) => (part.share ?? 0) >= differs)
  const near = peer.parts.filter((part) => part.share !== null && part.share <= alike)
  const place = { own: subjectPlace(peers.region, language).name, other: namePeer(peer, { country: peers.region.code.slice(0, 2), language }) }
  const first = far.length === 0 ? say.evidence_peers_why_little({ ...place }) : say.evidence_peers_why_far({ ...place, traits: names(far) })
  return near.length === 0 ? first : `${first} ${say.evidence_peers_why_near({ traits: names(near.slice(0, 4)) })}`
}

export const WhyTable = ({ language, peers, peer }: Shown) => {
  const say = speak(language)
  const byKey = new Map(peer.parts.map((part) => [part.key, part]))
  const used = peers.traits.filter((one) => one.leftOut === null)
  const yearOf = (own: { readonly period: UsedTrait['period'] } | null, common: UsedTrait['period']): string => (own === null || own.period === null || own.period === common ? '' : ` (${sayPeriod(own.period, language)})`)
  return (
    <Table
      language={language} id="why-table" caption={say.evidence_peers_why_caption()} captionIs="hidden" phone="stack"
      columns={[{ name: say.evidence_peers_column_trait() }, { name: say.evidence_peers_column_dimension() }, { name: peers.region.name[language], kind: 'number' }, { name: peer.region.name[language], kind: 'number' }, { name: say.evidence_peers_column_share(), kind: 'number' }]}
      rows={used.toSorted((a, b) => (byKey.get(b.trait.key)?.share ?? -1) - (byKey.get(a.trait.key)?.share ?? -1)).map((one) => {
        const part = byKey.get(one.trait.key)
        return { cells: [
          <>{traitName(one, language)} <small>{one.period === null ? '' : sayPeriod(one.period, language)}</small></>, dimensionName(one.trait.dimension, language),
          one.own === null ? say.evidence_peers_no_value() : sayTrait(one, one.own.value, language) + yearOf(one.own, one.period),
          part === undefined || part.theirs === null ? say.evidence_peers_no_value() : sayTrait(one, part.theirs.value, language) + yearOf(part.theirs, one.period),
          part === undefined || part.share === null ? say.evidence_peers_not_compared() : percent(part.share, language),
        ] }
      })}
    />
  )
}

/** Every trait of the list with its weight, or the reason why it has none. */
export const TraitTable = ({ language, peers, sayLeft }: { readonly language: Language; readonly peers: Peers; readonly sayLeft: (why: NonNullable<UsedTrait['leftOut']>) => string }) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="traits-table" caption={say.evidence_peers_traits_caption()} captionIs="hidden" phone="stack"
      columns={[{ name: say.evidence_peers_column_trait() }, { name: say.evidence_peers_column_dimension() }, { name: say.evidence_peers_column_weight(), kind: 'number' }, { name: say.evidence_peers_column_period() }, { name: say.evidence_peers_column_filled(), kind: 'number' }, { name: say.evidence_peers_column_remark() }]}
      rows={peers.traits.map((one) => ({ cells: [
        traitName(one, language), dimensionName(one.trait.dimension, language), percent(one.weight, language), one.period === null ? say.evidence_peers_no_value() : sayPeriod(one.period, language),
        say.evidence_peers_filled({ filled: sayNumber(one.filled, language, 0), of: sayNumber(one.of, language, 0) }),
        one.leftOut !== null ? sayLeft(one.leftOut) : one.treated === 'no' ? '' : one.treated === 'winsorised' ? say.evidence_peers_treated_winsorised() : say.evidence_peers_treated_transformed(),
      ] }))}
    />
  )
}
