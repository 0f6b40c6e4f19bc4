// Acts on sets of peers: one is saved under its name, one is no longer offered.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { WriteVisit } from '#store/visit.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { findRegion, mostInSet } from '#areas/evidence/regions/rules.ts'
import { retireRegionSet, saveRegionSet } from '#areas/evidence/regions/write.ts'
import { getPeers, vintagesOf } from './read.ts'
import { type PeerChoice, setPath, setsPath } from './rules.ts'
import { queryOf } from './rules/choice.ts'

/** The regions stand in the set as they were ticked; how they were found, and on which vintages, stands beside them. */
export const savePeers = async (visit: WriteVisit, { name, regions, choice }: { readonly name: Bilingual; readonly regions: readonly string[]; readonly choice: PeerChoice }): Promise<PostAnswer> => {
  const { reader } = visit.writer
  const [atlas, peers] = await Promise.all([getAtlas(reader), getPeers(reader, { choice, now: visit.now })])
  const known = regions.filter((code) => code !== peers.region.code && findRegion(atlas, code)?.level === peers.region.level)
  if (known.length === 0) return problems([{ field: 'regions', text: { bg: 'Изберете поне една област.', en: 'Choose at least one region.' } }])
  if (known.length > mostInSet) return problems([{ field: 'regions', text: { bg: `Най-много ${mostInSet} области.`, en: `At most ${mostInSet} regions.` } }])
  const saved = await saveRegionSet(visit, { region: peers.region.code, name, regions: known, recipe: queryOf({ ...choice, why: null }) || 'first', vintages: vintagesOf(peers) })
  if (saved === 'taken') return problems([{ field: 'name_bg', text: { bg: 'Вече има набор с такова име на български или на английски.', en: 'There is a set of that name already, in Bulgarian or in English.' } }])
  return see(setPath(saved), 'evidence_notice_set_saved')
}
export const retirePeers = async (visit: WriteVisit, { number }: { readonly number: number }): Promise<PostAnswer> =>
  ((await retireRegionSet(visit, { number })) === 'gone' ? notFound : see(setsPath, 'evidence_notice_set_retired'))
