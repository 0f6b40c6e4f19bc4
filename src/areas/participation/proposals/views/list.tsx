// The public list: search, filters, order, the map of municipalities, and what stands here when there is nothing yet.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { TileMap } from '#ui/charts/tile-map.tsx'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Pagination } from '#ui/parts/pagination.tsx'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { proposalsPath, sectors, type Contribution, type Topic } from '../rules.ts'
import { csvPath, feedPath, jsonPath, listAddress, perPage, type ListAsked } from '../rules/list.ts'
import { sectorNames, stateNames } from '../rules/names.ts'
import { newPath } from '../rules/typed.ts'
import { ProposalList, type Place } from './parts.tsx'

export type Shown = {
  readonly language: Language; readonly asked: ListAsked; readonly list: readonly Contribution[]; readonly total: number; readonly more: 'yes' | 'no'
  readonly places: readonly Place[]; readonly topics: readonly Topic[]; readonly processes: readonly { readonly slug: string; readonly title: string }[]
  readonly byPlace: readonly { readonly municipality: string; readonly count: number }[]; readonly home: HomeRegion | null; readonly day: string; readonly ignored: readonly string[]
}
export const listScreen = (shown: Shown): Screen => {
  const { language, asked, list, total, more, places, topics, ignored } = shown
  const say = speak(language)
  const filtered = asked.q !== '' || asked.topic !== '' || asked.municipality !== '' || asked.process !== '' || asked.state !== '' || asked.sector !== ''
  const pages = Math.max(1, Math.ceil(total / perPage))
  return {
    kind: 'screen', title: say.participation_proposals_title(), says: say.participation_proposals_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    alternates: [{ type: 'application/atom+xml', path: toHref(language, feedPath), title: say.participation_proposals_feed() }],
    body: (
      <>
        <PageHeading title={say.participation_proposals_title()} lead={say.participation_proposals_says()}>
          <Buttons><ButtonLink href={toHref(language, newPath)}>{say.participation_propose()}</ButtonLink></Buttons>
        </PageHeading>
        {total === 0 && !filtered ? <EmptyState title={say.participation_proposals_none()} why={say.participation_proposals_none_why()}><p><a class="ds-link" href={toHref(language, newPath)}>{say.participation_propose_first()}</a></p></EmptyState> : (
          <>
            <Filters {...shown} />
            <p class="p-note p-numbers" id="count">
              {more === 'yes' ? say.participation_proposals_more({ count: total }) : say.participation_proposals_count({ count: total })}
              {ignored.length === 0 ? '' : ` ${say.participation_proposals_ignored({ words: ignored.join(', ') })}`}
            </p>
            {list.length === 0 ? <EmptyState title={say.participation_proposals_nothing()} why={say.participation_proposals_nothing_why()} level={2}><p><a class="ds-link" href={toHref(language, proposalsPath)}>{say.participation_proposals_all()}</a></p></EmptyState>
              : <ProposalList language={language} list={list} places={places} topics={topics} />}
            {pages < 2 ? null : <Pagination language={language} page={asked.page} pages={pages} toPage={(page) => toHref(language, listAddress({ ...asked, page }))} />}
          </>
        )}
        <Where {...shown} />
        <Section id="files" title={say.participation_proposals_files()}>
          <LinkList links={[
            { name: say.participation_proposals_csv(), href: `${csvPath}?lang=${language}`, note: 'CSV' }, { name: say.participation_proposals_json(), href: jsonPath, note: 'JSON' },
            { name: say.participation_proposals_feed(), href: toHref(language, feedPath), note: 'Atom' },
          ]} />
        </Section>
      </>
    ),
  }
}
const Filters = ({ language, asked, places, topics, processes }: Shown) => {
  const say = speak(language)
  return (
    <form method="get" action={toHref(language, proposalsPath)} class="p-form p-filters" role="search" aria-label={say.participation_proposals_search()}>
      <TextField filter language={language} name="q" label={say.participation_proposals_search()} value={asked.q} />
      <Select filter language={language} name="topic" label={say.participation_filter_topic()} blank={say.participation_filter_all()} value={asked.topic} options={topics.map(({ key, name }) => ({ value: key, name: name[language] }))} />
      {places.length === 0 ? null : <Select filter language={language} name="municipality" label={say.participation_filter_municipality()} blank={say.participation_filter_all()} value={asked.municipality} options={places.map(({ code, name }) => ({ value: code, name }))} />}
      <Select filter language={language} name="state" label={say.participation_filter_state()} blank={say.participation_filter_all()} value={asked.state} options={(['published', 'underConsideration', 'answered', 'outcomeKnown', 'merged'] as const).map((state) => ({ value: state, name: stateNames[state][language] }))} />
      <Select filter language={language} name="sector" label={say.participation_filter_sector()} blank={say.participation_filter_all()} value={asked.sector} options={sectors.map((sector) => ({ value: sector, name: sectorNames[sector][language] }))} />
      {processes.length < 2 ? null : <Select filter language={language} name="process" label={say.participation_filter_process()} blank={say.participation_filter_all()} value={asked.process} options={processes.map(({ slug, title }) => ({ value: slug, name: title }))} />}
      <Select filter language={language} name="order" label={say.participation_filter_order()} value={asked.order} options={[{ value: 'newest', name: say.participation_order_newest() }, { value: 'supported', name: say.participation_order_supported() }, { value: 'discussed', name: say.participation_order_discussed() }]} />
      <Buttons><Button look="secondary">{say.participation_filter_show()}</Button></Buttons>
    </form>
  )
}
/** How many from each municipality; a tile leads to those of its place. Not drawn where there is nothing to draw. */
const Where = ({ language, places, byPlace, home, day, total }: Shown) => {
  const say = speak(language)
  const tiles = home?.tiles.municipalities ?? []
  if (total === 0 || tiles.length === 0 || byPlace.length === 0) return null
  const standings = places.filter(({ code }) => tiles.some((tile) => tile.code === code)).map(({ code, name }) => ({
    code, name, stance: 'other' as const, value: byPlace.find(({ municipality }) => municipality === code)?.count ?? 0, flags: '', missing: null, href: toHref(language, listAddress({ municipality: code })),
  }))
  const most = [...standings].sort((a, b) => b.value - a.value)[0]
  if (most === undefined || most.value === 0) return null
  return (
    <Section id="where" title={say.participation_proposals_where()} look="figures">
      <TileMap id="places" language={language} level={3} heading={say.participation_proposals_where_most({ name: most.name, count: most.value })} subtitle={say.participation_proposals_where_says()} origin={[{ name: say.participation_proposals_origin(), vintage: day }]}
        quantity={{ unit: { id: 'NR', scale: 1, currency: null, percent: false }, words: say.participation_proposals_unit(), decimals: 0, direction: 'neither', compare: 'difference' }} layout={{ tiles }} standings={standings} />
    </Section>
  )
}
