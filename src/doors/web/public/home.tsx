// The region's first page: what this is, where it stands with its young people, the people, one chart per pillar, what one can
// do next, how to write. Values in, HTML out; what has no figures says so.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import type { Headline, IndicatorPage, Profile } from '#areas/evidence/indicators/rules.ts'
import { HeadlineCard, readStanding } from '#areas/evidence/indicators/views/headline-card.tsx'
import { PackNote } from '#areas/evidence/indicators/views/profile.tsx'
import { DistrictMap } from '#areas/evidence/indicators/views/ranking-figures.tsx'
import { newsPath, type NewsPost } from '#areas/participation/news/rules.ts'
import { feedOf, NewsList } from '#areas/participation/news/views/list.tsx'
import { type Pillar, PillarChart } from './pillar.tsx'

type HomeShown = {
  readonly language: Language
  readonly home: HomeRegion
  readonly profile: Profile
  readonly pillars: readonly Pillar[]
  /** the figure about people by which the region is placed among its like, with the others' values; null: none can be placed */
  readonly young: IndicatorPage | null
  readonly email: string | null
  /** the newest posts; none: nothing is said of them here */
  readonly news: readonly NewsPost[]
}

export const homeScreen = ({ language, home, profile, pillars, young, email, news }: HomeShown): Screen => {
  const say = speak(language)
  const { coverage } = profile
  const people = profile.domains.find((domain) => domain.domain === 'people')?.headlines.filter((one) => one.newest !== null).slice(0, 4) ?? []
  const year = coverage.newest === null ? '–' : String(yearOf(coverage.newest))
  const title = say.web_home_title({ name: home.names.full[language] })
  const says = say.web_home_says({ subject: home.names.subject[language] })
  return {
    kind: 'screen', title, says, crumbs: [], alternates: [feedOf(language), { type: 'application/atom+xml', path: `/api/changes.atom?language=${language}`, title: say.evidence_open_feed() }],
    body: (
      <>
        <div class="p-opening">
          <div class="p-flow">
            <PageHeading title={title} lead={says} />
            <Buttons>
              <ButtonLink href={toHref(language, '/evidence')}>{say.web_home_next_profile({ among: home.names.amongSiblings[language] })}</ButtonLink>
            </Buttons>
            <p class="p-note">{say.web_home_coverage({ filled: String(coverage.withFigures), total: String(coverage.of), year })} <a class="ds-link" href={toHref(language, '/evidence/indicators')}>{say.web_home_coverage_link()}</a></p>
          </div>
          {young?.ranking ? <DistrictMap language={language} page={young} home={home} ranking={young.ranking} id="young" heading={readStanding({ language, headline: young.headline })} /> : null}
        </div>
        <Section id="people" title={say.web_home_young_heading()}>
          {people.length === 0
            ? <EmptyState title={say.web_home_people_empty()} why={say.web_home_people_empty_why()} />
            : <Grid>{people.map((headline: Headline) => <HeadlineCard language={language} headline={headline} home={home.code} />)}</Grid>}
        </Section>
        <Section id="pillars" title={say.web_home_pillars_heading()}>
          <div class="p-pillars">{pillars.map((pillar) => <PillarChart language={language} home={home} pillar={pillar} />)}</div>
          <PackNote language={language} pack={profile.pack} />
        </Section>
        {news.length === 0 ? null : (
          <Section id="news" title={say.participation_news_title()} aside={<a class="ds-link" href={toHref(language, newsPath)}>{say.participation_news_all()}</a>}>
            <NewsList language={language} posts={news} level={3} />
          </Section>
        )}
        <Section id="next" title={say.web_home_next_heading()}>
          <Grid>
            {profile.municipalities.length === 0 ? null : <Card name={say.web_home_next_municipality()} href={`${toHref(language, '/evidence')}#municipalities`} says={say.web_home_next_municipality_says({ count: profile.municipalities.length })} />}
            <Card name={say.web_home_next_indicators()} href={toHref(language, '/evidence/indicators')} says={say.web_home_next_profile_says()} />
            <Card name={say.web_home_next_data()} href={toHref(language, '/evidence/datasets')} says={say.web_home_next_data_says()} />
            {home.project === null ? null : <Card name={say.web_project_title()} href={toHref(language, '/project')} says={say.web_project_says()} />}
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
