// One region in an index: places of its pillars, what it is good and bad at, and where the next unit of effort belongs.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button } from '#ui/parts/button.tsx'
import { Column, Columns, Section } from '#ui/parts/layout.tsx'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { indexPath } from '../rules.ts'
import { namingOf } from '../rules/naming.ts'
import type { IndexProfile, IndicatorPlace } from '../rules/profile.ts'
import { type IndexShown, nameOfNode, plainOf, sayPlace, sayScore, titleOf } from './shown.ts'

export const Profile = (shown: IndexShown & { readonly profile: IndexProfile }) => {
  const { language, index, outcome, row, profile } = shown
  const say = speak(language)
  const region = index.shown.inputs.regions[row]
  if (region === undefined) return null
  const { record } = index.shown
  const naming = namingOf(record, outcome, row)
  const bottleneck = sayBottleneck(shown)
  return (
    <Section id="profile" title={say.evidence_index_profile({ region: titleOf(region, language) })}>
      <form method="get" action={toHref(language, `${indexPath(index.key ?? '')}`)} class="p-form p-choose">
        <Select language={language} name="region" label={say.evidence_index_choose_region()} value={region.code} options={index.shown.inputs.regions.map((one) => ({ value: one.code, name: one.name[language] })).sort((a, b) => a.name.localeCompare(b.name, language))} />
        {shown.sets.length === 0 ? null : <Select language={language} name="set" label={say.evidence_index_peers()} blank={say.evidence_index_peers_none()} value={shown.peers === null ? '' : String(shown.peers.number)} options={shown.sets.map((set) => ({ value: String(set.number), name: set.name }))} />}
        <Button look="secondary">{say.evidence_index_show_region()}</Button>
      </form>
      <Table
        language={language} id="profile-nodes" caption={say.evidence_index_profile_caption()} captionIs="hidden" phone="compact"
        columns={[{ name: say.evidence_index_part() }, { name: say.evidence_index_score(), kind: 'number' }, { name: say.evidence_index_place_interval(), kind: 'number' }, ...(shown.peers === null ? [] : [{ name: say.evidence_index_among_peers({ name: shown.peers.name }), kind: 'number' as const }])]}
        rows={profile.nodes.filter((node) => node.key !== outcome.root || naming.isWhole).map((node) => ({ cells: [nameOfNode(record, node.key, language), sayScore(node.score, language), sayPlace(node.place, node.interval, language), ...(shown.peers === null ? [] : [node.amongPeers === null ? '–' : say.evidence_index_place_of({ place: sayOrdinal(node.amongPeers.place, language), of: String(node.amongPeers.of) })])] }))}
      />
      {bottleneck === null ? null : <p data-lead>{bottleneck}</p>}
      {bottleneck === null ? null : <p class="p-note">{say.evidence_index_bottleneck_note()}</p>}
      <Columns>
        <Column><h3>{say.evidence_index_strengths()}</h3><PlaceList language={language} list={profile.strengths} none={say.evidence_index_strengths_none()} /></Column>
        <Column><h3>{say.evidence_index_weaknesses()}</h3><PlaceList language={language} list={profile.weaknesses} none={say.evidence_index_weaknesses_none()} /></Column>
      </Columns>
    </Section>
  )
}
const PlaceList = ({ language, list, none }: { readonly language: Language; readonly list: readonly IndicatorPlace[]; readonly none: string }) => {
  const say = speak(language)
  return list.length === 0 ? <p>{none}</p> : (
    <ul class="ds-list">{list.map((one) => (
      <li>
        <a class="ds-link" href={toHref(language, indicatorPath(one.indicator.key))}>{one.indicator.shortName[language]}</a>{': '}
        {say.evidence_index_place_of({ place: sayOrdinal(one.place, language), of: String(one.of) })}
        {one.value === null ? '' : ` (${sayNumber(one.value, language, one.indicator.decimals)} ${one.indicator.unit.label[language]}${one.indicator.period === null ? '' : `, ${sayPeriod(one.indicator.period, language)}`})`}
      </li>
    ))}</ul>
  )
}
/** „Най-слабият стълб е …: натам е следващото усилие.“ null where a pillar is missing: the least of what is there would be a guess. */
const sayBottleneck = ({ language, index, outcome, row }: IndexShown): string | null => {
  const say = speak(language)
  const { bottleneck } = outcome
  const lowest = bottleneck?.lowest[row] ?? null
  const region = index.shown.inputs.regions[row]
  if (bottleneck === null || lowest === null || region === undefined || !namingOf(index.shown.record, outcome, row).isWhole) return null
  const shares = (bottleneck.effort[row] ?? []).toSorted((a, b) => b.share - a.share)
  const [first, second] = shares
  const name = (key: string): string => nameOfNode(index.shown.record, key, language).toLowerCase()
  const words = { region: plainOf(region, language), pillar: name(lowest) }
  if (first === undefined || second === undefined || second.share < 0.05) return say.evidence_index_bottleneck(words)
  return say.evidence_index_bottleneck_two({ ...words, first: sayNumber(first.share * 100, language, 0), other: name(second.pillar), second: sayNumber(second.share * 100, language, 0) })
}
