// Peers as a file: one row for each trait of each listed region, so that every distance can be added up again.
import { toCsvFile } from '#kernel/csv.ts'
import type { Language } from '#kernel/language.ts'
import type { Peers } from '../rules.ts'

const head = ['region', 'region_name', 'country', 'distance', 'shared_weight', 'names_us', 'trait', 'trait_name', 'level', 'dimension', 'weight', 'own_value', 'own_period', 'peer_value', 'peer_period', 'share_of_distance'] as const
export const writePeersCsv = (peers: Peers, language: Language): string => toCsvFile([
  head,
  ...peers.list.flatMap((peer) => peer.parts.flatMap((part) => {
    const used = peers.traits.find((one) => one.trait.key === part.key)
    return used === undefined ? [] : [[
      peer.region.code, peer.region.name[language], peer.country.code, peer.distance, peer.shared, peer.namesUs, part.key, used.indicator.name[language], used.trait.level, used.trait.dimension, used.weight,
      used.own?.value ?? '', used.own?.period ?? '', part.theirs?.value ?? '', part.theirs?.period ?? '', part.share ?? '',
    ]]
  })),
], { separator: ',', mark: 'withMark' })
