// Sets of peers by name: the list, one with its regions and where it is used, and the form that saves one.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { Dialog } from '#ui/parts/dialog.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import type { RegionSet } from '#areas/evidence/regions/rules.ts'
import { regionPath } from '#areas/evidence/regions/rules.ts'
import { plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import { newSetPath, type Peers, peersPath, setPath, setsPath } from '../rules.ts'
import { queryOf } from '../rules/choice.ts'
import { shortPeer } from './words.ts'

export const benchmarkOf = (set: RegionSet): string => `/evidence/benchmark?set=${set.number}`
export const comparisonOf = (set: RegionSet): string => `/evidence/comparisons?regions=${[set.region, ...set.regions].join(',')}`
export const recipeOf = (set: RegionSet): string | null => (set.recipe === '' ? null : set.recipe === 'first' ? peersPath : `${peersPath}?${set.recipe}`)
const crumbs = (language: Language): { name: string; path: string }[] => {
  const say = speak(language)
  return [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_peers_kicker(), path: peersPath }]
}

export const setListScreen = ({ language, sets }: { readonly language: Language; readonly sets: readonly RegionSet[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_peers_sets_title(), says: say.evidence_peers_sets_lead(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading kicker={say.evidence_peers_kicker()} title={say.evidence_peers_sets_title()} lead={say.evidence_peers_sets_lead()} />
        {sets.length === 0
          ? <EmptyState level={2} title={say.evidence_peers_sets_empty()} why={say.evidence_peers_sets_none()}><p><a class="ds-link" href={toHref(language, peersPath)}>{say.evidence_peers_find()}</a></p></EmptyState>
          : <LinkList links={sets.map((set) => ({ name: set.name[language], href: toHref(language, setPath(set.number)), says: say.evidence_peers_set_count({ count: set.regions.length }), note: sayCivilDate(set.madeAt.toISOString().slice(0, 10), language) }))} />}
      </>
    ),
  }
}

type SetShown = { readonly language: Language; readonly set: RegionSet; readonly own: Region; readonly regions: readonly { readonly region: Region; readonly country: Region }[]; readonly mayRetire: 'yes' | 'no' }
export const setScreen = ({ language, set, own, regions, mayRetire }: SetShown): Screen => {
  const say = speak(language)
  const recipe = recipeOf(set)
  const lead = say.evidence_peers_set_lead({ name: plainRegion(own, language), count: regions.length, day: sayCivilDate(set.madeAt.toISOString().slice(0, 10), language) })
  return {
    kind: 'screen', title: set.name[language], says: lead, crumbs: [...crumbs(language), { name: say.evidence_peers_sets_title(), path: setsPath }],
    body: (
      <>
        <PageHeading kicker={say.evidence_peers_set_kicker()} title={set.name[language]} lead={lead} />
        {set.state === 'current' ? null : <Notice language={language} tone="info"><p>{say.evidence_peers_set_retired()}</p></Notice>}
        <Section id="use" title={say.evidence_peers_set_use()}>
          <LinkList links={[
            { name: say.evidence_peers_benchmark(), href: toHref(language, benchmarkOf(set)), says: say.evidence_peers_benchmark_says() },
            { name: say.evidence_peers_compare(), href: toHref(language, comparisonOf(set)), says: say.evidence_peers_compare_says() },
            ...(recipe === null ? [] : [{ name: say.evidence_peers_set_recipe(), href: toHref(language, recipe), says: say.evidence_peers_set_recipe_says() }]),
          ]} />
        </Section>
        <Section id="regions" title={say.evidence_peers_set_regions()}>
          <LinkList links={regions.map((peer) => ({ name: shortPeer(peer, { country: own.code.slice(0, 2), language }), href: toHref(language, regionPath(peer.region.code)) }))} />
        </Section>
        {mayRetire === 'no' || set.state !== 'current' ? null : (
          <Section id="retire" title={say.evidence_peers_set_retire_title()}>
            <Dialog id="retire-set" opens={say.evidence_peers_set_retire()} look="danger" question={say.evidence_peers_set_retire_question()}>
              <Form action={toHref(language, setPath(set.number))} hidden={[{ name: 'act', value: 'retire' }]}><Button look="danger">{say.evidence_peers_set_retire()}</Button></Form>
            </Dialog>
          </Section>
        )}
      </>
    ),
  }
}

export const newSetScreen = ({ language, peers, asked }: { readonly language: Language; readonly peers: Peers; readonly asked: Asked }): Screen => {
  const say = speak(language)
  const { problems, typed } = asked
  const query = queryOf({ ...peers.choice, why: null })
  const isTyped = Object.keys(typed.text).length > 0
  return {
    kind: 'screen', title: say.evidence_peers_new_title(), says: say.evidence_peers_new_lead(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading kicker={say.evidence_peers_kicker()} title={say.evidence_peers_new_title()} lead={say.evidence_peers_new_lead()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, `${newSetPath}${query === '' ? '' : `?${query}`}`)}>
          <TextField language={language} name="name_bg" label={say.evidence_peers_name_bg()} value={typedOne(typed, 'name_bg')} error={errorOf({ problems, field: 'name_bg', language })} maxLength={80} />
          <TextField language={language} name="name_en" label={say.evidence_peers_name_en()} value={typedOne(typed, 'name_en')} error={errorOf({ problems, field: 'name_en', language })} maxLength={80} />
          <Checkboxes language={language} name="regions" label={say.evidence_peers_new_regions()} help={say.evidence_peers_new_regions_help()} error={errorOf({ problems, field: 'regions', language })}
            values={isTyped ? (typed.text.regions ?? []) : peers.list.map((peer) => peer.region.code)}
            choices={peers.list.map((peer) => ({ value: peer.region.code, name: shortPeer(peer, { country: peers.region.code.slice(0, 2), language }) }))} />
          <Button look="primary">{say.evidence_peers_save()}</Button>
        </Form>
      </>
    ),
  }
}
