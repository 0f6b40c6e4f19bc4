// The page of peers: whom we resemble, why, who would choose us, and the weights behind it. The choice stands in the address alone.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import type { RegionSet } from '#areas/evidence/regions/rules.ts'
import { sayCredits, subjectPlace } from '#areas/evidence/indicators/views/wording.ts'
import { listedPeers, newSetPath, type Peers, peersPath, setPath } from './rules.ts'
import { queryOf } from './rules/choice.ts'
import { ChoosePeers } from './views/choose.tsx'
import { DistanceMap, NamedBy, PeerList } from './views/list.tsx'
import { sayWhy, TraitTable, WhyTable } from './views/why.tsx'
import { namePeer, sayLeftOut } from './views/words.ts'

type PeersShown = { readonly language: Language; readonly peers: Peers; readonly home: HomeRegion; readonly sets: readonly RegionSet[]; readonly maySave: 'yes' | 'no' }

export const peersScreen = (shown: PeersShown): Screen => {
  const { language, peers, home, sets, maySave } = shown
  const say = speak(language)
  const title = sayTitle(peers, language)
  const lead = sayLead(peers, language)
  const query = queryOf({ ...peers.choice, why: null })
  const csv = `${peersPath}/data.csv?${query === '' ? '' : `${query}&`}language=${language}`
  return {
    kind: 'screen', title, says: lead, crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_analyses_title(), path: '/evidence/analyses' }],
    alternates: [{ type: 'text/csv', path: csv, title: say.evidence_indicator_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_peers_kicker()} title={title} lead={lead} />
        <Section id="list" title={say.evidence_peers_list_title({ count: peers.list.length })} aside={<a class="ds-link" href="#choice">{say.evidence_peers_to_choice()}</a>}>
          {peers.list.length === 0
            ? <EmptyState level={3} title={say.evidence_peers_nobody()} why={say.evidence_peers_nobody_why()}><p><a class="ds-link" href={toHref(language, peersPath)}>{say.evidence_peers_again()}</a></p></EmptyState>
            : keptDrawing(peers, `list ${language}`, () => <PeerList language={language} peers={peers} />)}
          <p class="p-note">{sayCounts(peers, language)}</p>
          <Next language={language} peers={peers} query={query} maySave={maySave} />
        </Section>
        {peers.why === null ? null : (
          <Section id="why" title={say.evidence_peers_why_title({ name: namePeer(peers.why, { country: peers.region.code.slice(0, 2), language }) })}>
            <p>{sayWhy({ language, peers, peer: peers.why })}</p>
            {keptDrawing(peers, `why ${language}`, () => peers.why && <WhyTable language={language} peers={peers} peer={peers.why} />)}
          </Section>
        )}
        <Section id="map" title={say.evidence_peers_map_title()} look="figures">{keptDrawing(peers, `map ${language}`, () => <DistanceMap language={language} peers={peers} home={home} />)}</Section>
        <Section id="both" title={say.evidence_peers_both_title()}><NamedBy language={language} peers={peers} /></Section>
        <Section id="choice" title={say.evidence_peers_choice_title()}>
          <p>{say.evidence_peers_choice_says()}</p>
          {keptDrawing(peers, `choose ${language}`, () => <ChoosePeers language={language} peers={peers} />)}
        </Section>
        <Section id="sets" title={say.evidence_peers_sets_title()}>
          {sets.length === 0 ? <p>{say.evidence_peers_sets_none()}</p> : <LinkList links={sets.map((set) => ({ name: set.name[language], href: toHref(language, setPath(set.number)), note: say.evidence_peers_set_count({ count: set.regions.length }) }))} />}
        </Section>
        <Section id="method" title={say.evidence_peers_method_title()}>
          <p>{say.evidence_peers_method_says({ listed: String(listedPeers) })}</p>
          {keptDrawing(peers, `traits ${language}`, () => <TraitTable language={language} peers={peers} sayLeft={(why) => sayLeftOut(why, language)} />)}
          <SourceNote language={language} name={sayCredits(peers.credits, language)} notes={[say.evidence_peers_source_note()]} links={<a class="ds-link" href={csv}>{say.evidence_indicator_csv()}</a>} />
        </Section>
      </>
    ),
  }
}

/** What one does with peers: look at them beside each other, measure the gap, keep them. */
const Next = ({ language, peers, query, maySave }: { readonly language: Language; readonly peers: Peers; readonly query: string; readonly maySave: 'yes' | 'no' }) => {
  const say = speak(language)
  if (peers.list.length === 0) return null
  const codes = peers.list.map((peer) => peer.region.code)
  return (
    <Buttons>
      <ButtonLink look="secondary" href={toHref(language, `/evidence/benchmark?region=${peers.region.code}&peers=${codes.join(',')}`)}>{say.evidence_peers_benchmark()}</ButtonLink>
      <ButtonLink look="secondary" href={toHref(language, `/evidence/comparisons?regions=${[peers.region.code, ...codes].join(',')}`)}>{say.evidence_peers_compare()}</ButtonLink>
      {maySave === 'no' ? null : <ButtonLink href={toHref(language, `${newSetPath}${query === '' ? '' : `?${query}`}`)}>{say.evidence_peers_save()}</ButtonLink>}
    </Buttons>
  )
}

const sayTitle = (peers: Peers, language: Language): string => {
  const say = speak(language)
  const [first, second] = peers.list
  const own = { country: peers.region.code.slice(0, 2), language }
  const name = subjectPlace(peers.region, language).name
  if (first === undefined) return say.evidence_peers_title_none({ name })
  return second === undefined ? say.evidence_peers_title_one({ name, first: namePeer(first, own) }) : say.evidence_peers_title({ name, first: namePeer(first, own), second: namePeer(second, own) })
}
const sayLead = (peers: Peers, language: Language): string => {
  const say = speak(language)
  const parts = new Set(peers.traits.filter((one) => one.leftOut === null).map((one) => one.trait.dimension)).size
  return peers.choice.among === 'union' ? say.evidence_peers_lead_union({ count: peers.counts.compared, number: sayNumber(peers.counts.compared, language, 0), dimensions: parts }) : say.evidence_peers_lead_country({ count: peers.counts.compared, number: sayNumber(peers.counts.compared, language, 0), dimensions: parts })
}
const sayCounts = ({ counts }: Peers, language: Language): string => {
  const say = speak(language)
  return [
    say.evidence_peers_counts({ compared: sayNumber(counts.compared, language, 0), field: sayNumber(counts.field, language, 0) }),
    ...(counts.ownCountry > 0 ? [say.evidence_peers_counts_own({ count: counts.ownCountry })] : []),
    ...(counts.income > 0 ? [say.evidence_peers_counts_income({ count: counts.income })] : []),
    ...(counts.noData > 0 ? [say.evidence_peers_counts_no_data({ count: counts.noData })] : []),
  ].join(' ')
}
