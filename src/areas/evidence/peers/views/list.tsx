// The nearest regions, who would choose us in return, and where the districts of the country stand.
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import type { Quantity } from '#ui/charts/quantity-words.ts'
import type { Standing } from '#ui/charts/series.ts'
import { TileMap } from '#ui/charts/tile-map.tsx'
import { Table } from '#ui/parts/table.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { originsOf } from '#areas/evidence/indicators/views/wording.ts'
import type { Peer, Peers } from '../rules.ts'
import { addressOf } from '../rules/choice.ts'
import { sayDistance, sayTrait, shortPeer, traitInside } from './words.ts'

type Shown = { readonly language: Language; readonly peers: Peers }
const countryOf = (peers: Peers): string => peers.region.code.slice(0, 2)
export const hrefOfPeer = ({ language, peers }: Shown, peer: Peer): string => `${toHref(language, addressOf({ ...peers.choice, why: peer.region.code }))}#why`

/** The two traits that make the most of the distance, each with both values. */
export const mainDifferences = ({ language, peers }: Shown, peer: Peer, count = 2): string =>
  peer.parts.slice(0, count).flatMap((part) => {
    const used = peers.traits.find((one) => one.trait.key === part.key)
    if (used === undefined || part.theirs === null || used.own === null || part.share === null || part.share < leastShare) return []
    return [`${traitInside(used, language)} (${sayTrait(used, part.theirs.value, language)})`]
  }).join(', ')
const leastShare = 0.05

export const PeerList = ({ language, peers }: Shown) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="peers" caption={say.evidence_peers_list_caption()} captionIs="hidden" phone="stack" empty={say.evidence_peers_nobody()}
      columns={[{ name: say.evidence_peers_column_region() }, { name: say.evidence_peers_column_distance(), kind: 'number' }, { name: say.evidence_peers_column_mainly() }, { name: say.evidence_peers_column_back() }, { name: say.evidence_peers_column_shared(), kind: 'number' }]}
      rows={peers.list.map((peer) => ({ cells: [
        <a class="ds-link" href={hrefOfPeer({ language, peers }, peer)}>{shortPeer(peer, { country: countryOf(peers), language })}</a>,
        sayDistance(peer.distance, language), mainDifferences({ language, peers }, peer) || say.evidence_peers_alike(),
        peer.namesUs === 'yes' ? say.evidence_peers_back_yes() : say.evidence_peers_back_no(),
        `${Math.round(peer.shared * 100)}${language === 'bg' ? '\u00a0%' : '%'}`,
      ] }))}
    />
  )
}

export const NamedBy = ({ language, peers }: Shown) => {
  const say = speak(language)
  const only = peers.namedBy.filter((peer) => !peers.list.some((one) => one.region.code === peer.region.code))
  return (
    <>
      <p>{say.evidence_peers_both_says({ mutual: String(peers.list.filter((peer) => peer.namesUs === 'yes').length), of: String(peers.list.length), count: only.length })}</p>
      {only.length === 0 ? null : <LinkList links={only.map((peer) => ({ name: shortPeer(peer, { country: countryOf(peers), language }), href: hrefOfPeer({ language, peers }, peer), note: sayDistance(peer.distance, language) }))} />}
    </>
  )
}

/** Districts of the country by their distance; the own one keeps its frame. null: the pack has no tiles for them. */
export const DistanceMap = ({ language, peers, home }: Shown & { readonly home: HomeRegion }) => {
  const say = speak(language)
  const short = new Map(peers.choices.map((region) => [region.code, region.nsi ?? region.code]))
  if (!peers.choices.every((region) => home.tiles.districts.some((tile) => tile.code === region.code))) return null
  const standings: readonly Standing[] = [
    { code: peers.region.code, name: peers.region.name[language], stance: 'region', value: 0, flags: '', missing: null },
    ...peers.districts.map(({ region, distance }): Standing => ({
      code: region.code, name: region.name[language], stance: 'other', href: `${toHref(language, addressOf({ ...peers.choice, why: region.code }))}#why`,
      ...(distance === null ? { value: null, flags: '', missing: 'unknown' as const } : { value: distance, flags: '', missing: null }),
    })),
  ]
  const near = peers.districts.filter((one) => one.distance !== null).toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0))
  const [first] = near, last = near.at(-1)
  const quantity: Quantity = { unit: { id: 'distance', scale: 1, currency: null, percent: false }, words: say.evidence_peers_distance_words(), decimals: 3, direction: 'neither', compare: 'difference' }
  return (
    <TileMap
      language={language} id="distances" level={3} quantity={quantity} standings={standings} origin={[...originsOf(peers.credits, language)]} subtitle={say.evidence_peers_map_subtitle()}
      heading={first === undefined || last === undefined ? say.evidence_peers_map_none() : say.evidence_peers_map_heading({ near: first.region.name[language], far: last.region.name[language] })}
      layout={{ tiles: home.tiles.districts.map((tile) => ({ ...tile, label: short.get(tile.code) ?? tile.code })) }}
    />
  )
}
