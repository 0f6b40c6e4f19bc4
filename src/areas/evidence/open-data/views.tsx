// The page about open data, for people who write programs and for those who only want the figures: what there is, under which
// licence, addresses that can be clicked, limits, the feed.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { vintagePath } from '#areas/evidence/datasets/rules.ts'
import { limits, mostPerPage } from './rules.ts'
import { type Change, changedAt, summaryOf } from './rules/feed.ts'
import { routes } from './rules/routes.ts'

type Shown = {
  readonly language: Language
  readonly origin: string
  readonly home: HomeRegion
  /** an indicator with figures, for the examples; null while there is none */
  readonly example: string | null
  readonly withFigures: number
  readonly news: readonly Change[]
}

export const openDataScreen = (shown: Shown): Screen => {
  const { language, example, home, origin } = shown
  const say = speak(language)
  const feed = `/api/changes.atom?language=${language}`
  return {
    kind: 'screen', title: say.evidence_open_title(), says: say.evidence_open_lead(), crumbs: [],
    alternates: [
      { type: 'application/atom+xml', path: feed, title: say.evidence_open_feed() },
      { type: 'application/ld+json', path: '/api/catalogue.jsonld', title: say.evidence_open_catalogue() },
    ],
    body: (
      <>
        <PageHeading kicker={say.evidence_open_kicker()} title={say.evidence_open_title()} lead={say.evidence_open_lead()}>
          <p>{say.evidence_open_same({ count: shown.withFigures })}</p>
        </PageHeading>
        <Columns parts="main-first">
          <Column>
            {example === null ? null : (
              <Section id="examples" title={say.evidence_open_examples()}>
                <LinkList links={[
                  { name: say.evidence_open_example_csv(), href: `/api/indicators/${example}/data.csv?language=${language}`, says: say.evidence_open_example_csv_says() },
                  { name: say.evidence_open_example_region({ region: home.names.full[language] }), href: `/api/indicators/${example}/observations?region=${home.code}`, says: `/api/indicators/${example}/observations?region=${home.code}` },
                  { name: say.evidence_open_example_stat(), href: `/api/indicators/${example}/json-stat?level=${home.level}&language=${language}`, says: `/api/indicators/${example}/json-stat?level=${home.level}` },
                  { name: say.evidence_open_example_all(), href: '/api/indicators', says: '/api/indicators' },
                ]} />
                <p>{say.evidence_open_terminal()}</p>
                <p><code>{`curl '${origin}/api/indicators/${example}/observations?region=${home.code}'`}</code></p>
              </Section>
            )}
            <Section id="addresses" title={say.evidence_open_addresses()}>
              <Table
                language={language} id="routes" caption={say.evidence_open_addresses()} captionIs="hidden" phone="stack"
                columns={[{ name: say.evidence_open_address() }, { name: say.evidence_open_what() }, { name: say.evidence_open_takes() }]}
                rows={routes.map((route) => ({
                  cells: [
                    route.path.includes(':') ? <code>{route.path.replace(':key', '{key}')}</code> : <a class="ds-link" href={route.path}><code>{route.path}</code></a>,
                    route.says[language],
                    route.parameters.filter((parameter) => parameter.in === 'query').length === 0 ? '–'
                      // one element: on a phone the cell sets its parts side by side, and several would not break into lines
                      : <span>{route.parameters.filter((parameter) => parameter.in === 'query').map((parameter, at) => <>{at === 0 ? null : ', '}<code>{parameter.name}</code></>)}</span>,
                  ],
                }))}
              />
              <p><a class="ds-link" href="/api/openapi.json">{say.evidence_open_openapi()}</a></p>
            </Section>
            <Section id="reading" title={say.evidence_open_reading()}>
              <ul>
                <li>{say.evidence_open_missing()} <code>missing</code></li>
                <li>{say.evidence_open_flags()} <code>flags</code></li>
                <li>{say.evidence_open_levels()}</li>
                <li>{say.evidence_open_cursor({ most: sayNumber(mostPerPage.observations, language, 0) })}</li>
              </ul>
            </Section>
          </Column>
          <Column>
            <Section id="licence" title={say.evidence_open_licence()}>
              <p>{say.evidence_open_licence_says({ body: home.body.name[language] })}</p>
            </Section>
            <Section id="limits" title={say.evidence_open_limits()}>
              <p>{say.evidence_open_limits_says({ first: sayNumber(limits.programs.holds, language, 0), minute: sayNumber(limits.programs.perMinute, language, 0), feed: sayNumber(limits.feeds.perMinute, language, 0) })}</p>
              <p>{say.evidence_open_etag()} <code>ETag</code>, <code>If-None-Match</code></p>
            </Section>
            <Section id="catalogue" title={say.evidence_open_catalogue()}>
              <p>{say.evidence_open_catalogue_says()}</p>
              <p><a class="ds-link" href="/api/catalogue.jsonld">JSON-LD</a>, <a class="ds-link" href="/api/catalogue.ttl">Turtle</a></p>
            </Section>
            <Section id="changes" title={say.evidence_open_feed()}>
              <p>{say.evidence_open_feed_says()} <a class="ds-link" href={feed}>Atom</a></p>
              {shown.news.length === 0 ? <p class="p-note">{say.evidence_open_feed_empty()}</p> : (
                <Timeline moments={shown.news.map((change) => ({
                  when: sayDate(changedAt(change), language), datetime: changedAt(change).toISOString().slice(0, 10), title: change.dataset.title[language],
                  href: toHref(language, vintagePath(change.dataset.code, change.vintage.number)), children: <p class="p-note">{summaryOf({ ...change, indicators: [] }, language)}</p>,
                }))} />
              )}
            </Section>
          </Column>
        </Columns>
      </>
    ),
  }
}
