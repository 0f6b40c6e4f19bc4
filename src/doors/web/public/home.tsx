// The region's first page: what this is, the people and the young, one chart per pillar, what one can do next, how to write.
// Values in, HTML out; what has no figures says so.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { readTrend } from '#ui/charts/reading.ts'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { type Domain, domainPath, type Headline, type IndicatorPage, indicatorPath, type Profile } from '#areas/evidence/indicators/rules.ts'
import { HeadlineCard } from '#areas/evidence/indicators/views/headline-card.tsx'
import { PackNote } from '#areas/evidence/indicators/views/profile.tsx'
import { breaksFor, domainName, measureOf, originsOf, placeOfRegion, pointsOf, stanceOf, titleOfRegion, toChartSeries } from '#areas/evidence/indicators/views/wording.ts'

export type Pillar = { readonly domain: Domain; readonly page: IndicatorPage | null }
type HomeShown = {
  readonly language: Language
  readonly home: HomeRegion
  readonly profile: Profile
  readonly pillars: readonly Pillar[]
  readonly email: string | null
}

export const homeScreen = ({ language, home, profile, pillars, email }: HomeShown): Screen => {
  const say = speak(language)
  const { coverage } = profile
  const people = profile.domains.find((domain) => domain.domain === 'people')?.headlines.filter((one) => one.newest !== null).slice(0, 4) ?? []
  const year = coverage.newest === null ? '–' : String(yearOf(coverage.newest))
  return {
    kind: 'screen',
    title: say.web_home_title({ of: home.names.of[language] }),
    says: say.web_home_says({ of: home.names.of[language], subject: home.names.subject[language] }),
    crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_home_title({ of: home.names.of[language] })} lead={say.web_home_says({ of: home.names.of[language], subject: home.names.subject[language] })}>
          <p><a class="ds-link" href={toHref(language, '/evidence')}>{say.web_home_coverage({ filled: String(coverage.withFigures), total: String(coverage.of), year })}</a></p>
        </PageHeading>
        <PackNote language={language} pack={profile.pack} />
        <Section id="people" title={say.web_home_young_heading()}>
          {people.length === 0
            ? <EmptyState title={say.web_home_people_empty()} why={say.web_home_people_empty_why()} />
            : <Grid least="narrow">{people.map((headline: Headline) => <HeadlineCard language={language} headline={headline} />)}</Grid>}
        </Section>
        <Section id="pillars" title={say.web_home_pillars_heading()}>
          {pillars.map((pillar) => <PillarChart language={language} home={home} pillar={pillar} />)}
        </Section>
        <Section id="next" title={say.web_home_next_heading()}>
          <Grid least="narrow">
            <Card name={say.web_home_next_profile({ among: home.names.amongSiblings[language] })} href={toHref(language, '/evidence')} says={say.web_home_next_profile_says()} />
            {profile.municipalities.length === 0 ? null : <Card name={say.web_home_next_municipality()} href={`${toHref(language, '/evidence')}#municipalities`} says={say.web_home_next_municipality_says({ count: profile.municipalities.length })} />}
            <Card name={say.web_home_next_data()} href={toHref(language, '/evidence/datasets')} says={say.web_home_next_data_says()} />
            <Card name={say.web_project_title()} href={toHref(language, '/project')} says={say.web_project_says()} />
          </Grid>
        </Section>
        <Section id="write" title={say.web_home_next_write()}>
          {email === null
            ? <p>{home.contact.note[language]}</p>
            : <p data-lead>{say.web_contact_by_mail()} <a class="ds-link" href={`mailto:${email}`}>{email}</a></p>}
        </Section>
      </>
    ),
  }
}

const PillarChart = ({ language, home, pillar }: { readonly language: Language; readonly home: HomeRegion; readonly pillar: Pillar }) => {
  const say = speak(language)
  const { page, domain } = pillar
  const name = domainName(domain, language)
  const series = page?.chosen.find((one) => one.region.code === page.shown.code)?.series ?? null
  const first = page?.periods[0], last = page?.periods.at(-1)
  if (page === null || series === null || first === undefined || last === undefined) {
    return (
      <EmptyState title={say.web_home_pillar_empty({ pillar: name })} why={say.web_home_pillar_empty_why()}>
        <p><a class="ds-link" href={toHref(language, domainPath(domain))}>{say.web_home_pillar_link({ pillar: name })}</a></p>
      </EmptyState>
    )
  }
  const { indicator } = page
  const measure = measureOf(indicator, language)
  const seen = readTrend({
    language, measure, place: placeOfRegion(page.shown, language), subject: { text: indicator.shortName[language], number: 'one' },
    points: pointsOf(series), breaks: [...breaksFor(indicator.caveats, page.shown.code, language)],
  })
  const drawn = page.chosen.flatMap(({ region, series: one }) => one === null ? []
    : [toChartSeries({ region, series: one, caveats: indicator.caveats, stance: region.code === home.code ? 'region' : region.code === page.shown.code ? 'named' : stanceOf(region, home.code), language })])
  return (
    <div class="p-pillar">
      <p class="p-heading-kicker">{name}{page.isOfHigherLevel ? ` · ${say.evidence_card_level({ region: titleOfRegion(page.shown, language) })}` : ''}</p>
      <LineChart
        id={`pillar-${domain}`} language={language} measure={measure} series={drawn} heading={seen}
        subtitle={sayMeasured({ what: indicator.name[language], measure, span: { first, last }, language })}
        origin={[...originsOf(page.credits, language)]}
        notes={[
          ...(page.isOfHigherLevel ? [say.evidence_indicator_higher({ of: home.names.of[language], shown: titleOfRegion(page.shown, language) })] : []),
          ...(page.freshness.isOld ? [say.evidence_card_old({ year: String(yearOf(last)) })] : []),
        ]}
        csvHref={`${indicatorPath(indicator.key)}/data.csv?language=${language}`}
      />
      <p><a class="ds-link" href={toHref(language, indicatorPath(indicator.key))}>{say.web_home_pillar_more({ name: indicator.shortName[language] })}</a></p>
    </div>
  )
}
