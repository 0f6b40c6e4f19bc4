// A region's profile: where it stands among its like, per domain the headline figures as cards, what has no figures yet and why,
// the municipalities.
// The same page for a district and for a municipality; what is missing is said, not hidden.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayMissing } from '#ui/charts/flag-words.ts'
import { tooFewCases } from '#ui/charts/reading.ts'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Column, Columns, FoldedSection, Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { regionPath } from '#areas/evidence/regions/rules.ts'
import { domainPath, indicatorPath, type DomainFigures, type Headline, type IndicatorPage, type PackNotice, type Profile } from '../rules.ts'
import { fewestCases } from '../rules/derive.ts'
import { HeadlineCard } from './headline-card.tsx'
import { Overview, readOverview } from './overview.tsx'
import { MunicipalMap } from './ranking-figures.tsx'
import { ReportOffer } from './report/downloads.tsx'
import { bound, domainName, lowered, placeOfRegion, plainRegion, titleOfRegion } from './wording.ts'

/** `people`: the indicator whose municipal values stand on the map of municipalities; null where there is none */
type ProfileShown = { readonly language: Language; readonly profile: Profile; readonly home: HomeRegion; readonly people: IndicatorPage | null }

export const profileScreen = ({ language, profile, home, people }: ProfileShown): Screen => {
  const say = speak(language)
  const { region, coverage } = profile
  const isHome = region.code === home.code
  const title = isHome ? say.evidence_profile_title_home({ name: home.names.full[language] }) : say.evidence_profile_title({ name: titleOfRegion(region, language) })
  const counted = { filled: String(coverage.withFigures), total: String(coverage.of), year: coverage.newest === null ? '–' : String(yearOf(coverage.newest)) }
  const lead = region.level === 'municipality' ? say.evidence_profile_lead_municipality(counted) : say.evidence_profile_lead(counted)
  const answer = region.level === 'nuts3' ? readOverview({ language, profile }) : null
  const domains = profile.domains.filter((domain) => domain.of > 0)
  return {
    kind: 'screen',
    title,
    says: readOverview({ language, profile }) ?? lead, islands: ['fold'],
    alternates: [{ type: 'application/atom+xml', path: `/api/changes.atom?language=${language}`, title: say.evidence_open_feed() }],
    crumbs: isHome ? [] : crumbsOf(profile, language, home),
    ...([...home.tiles.municipalities, ...home.tiles.districts].some((tile) => tile.code === region.code) ? { picture: `${regionPath(region.code)}/picture.png` } : {}),
    body: (
      <>
        <div class="p-profile">
          <div data-area="head" class="p-flow">
            <PageHeading kicker={say.evidence_profile_kicker()} title={title} lead={answer === null ? lead : `${answer}.`}>
              {answer === null ? null : <p class="p-note">{lead}</p>}
              <Whereabouts language={language} profile={profile} home={home} />
            </PageHeading>
            {domains.length === 0 ? <EmptyState level={2} title={say.evidence_profile_empty()} why={say.evidence_profile_empty_why()} /> : null}
          </div>
          {domains.length === 0 ? null : <div data-area="topics">{keptDrawing(profile, `topics ${language}`, () => <Contents language={language} domains={domains} />)}</div>}
          {answer === null ? null : <div data-area="chart"><Overview language={language} profile={profile} home={home.code} /></div>}
          <div data-area="beside" class="p-flow">
            {keptDrawing(profile, `beside ${language}`, () => (
              <>
                <ReportOffer language={language} profile={profile} home={home.code} />
                <PackNote language={language} pack={profile.pack} />
              </>
            ))}
          </div>
        </div>
        {domains.map((domain) => <DomainSection language={language} domain={domain} region={region} home={home.code} />)}
        {profile.municipalities.length === 0 ? null : (
          <Municipalities language={language} profile={profile} home={home} people={people} />
        )}
        <p><a class="ds-link" href={toHref(language, '/evidence/indicators')}>{say.evidence_profile_all()}</a></p>
        <p><a class="ds-link" href={toHref(language, `/evidence/comparisons${isHome ? '' : `?regions=${[home.code, region.code].join(',')}`}`)}>{say.evidence_compare_link_profile()}</a></p>
      </>
    ),
  }
}

/** On the map where the home district's are shown; beside a municipality, the others of its district. */
const Municipalities = (shown: ProfileShown) => keptDrawing(shown.profile, `municipalities ${shown.language}`, () => drawMunicipalities(shown))
const drawMunicipalities = ({ language, profile, home, people }: ProfileShown) => {
  const say = speak(language)
  const { region } = profile
  const district = region.level === 'municipality' ? profile.line.find((one) => one.level === 'nuts3') : undefined
  const others = profile.municipalities.filter((one) => one.code !== region.code)
  const links = <LinkList links={others.map((one) => ({ name: one.name[language], href: toHref(language, regionPath(one.code)) }))} />
  return (
    <Section id="municipalities" title={district === undefined
      ? say.evidence_profile_municipalities({ within: placeOfRegion(region, language).within })
      : say.evidence_profile_others({ within: placeOfRegion(district, language).within })}>
      {people?.municipalities && region.code === home.code ? (
        <>
          <p>{say.evidence_profile_map_lead()}</p>
          <Columns>
            <Column><MunicipalMap language={language} page={people} home={home} ranking={people.municipalities} /></Column>
            <Column>{links}</Column>
          </Columns>
        </>
      ) : <div class="p-many">{links}</div>}
    </Section>
  )
}

const crumbsOf = (profile: Profile, language: Language, home: HomeRegion) => {
  const say = speak(language)
  const within = profile.region.level === 'municipality' && profile.line.some((one) => one.code === home.code)
  return within ? [{ name: home.names.title[language], path: '/evidence' }] : [{ name: say.evidence_profile_kicker(), path: '/evidence' }]
}

/** Three different units share a name: which one this is, and what lies around it. */
const Whereabouts = ({ language, profile, home }: Omit<ProfileShown, 'people'>) => {
  const above = profile.line.filter((one) => one.code !== profile.region.code)
  return (
    <p class="p-note">
      {profile.region.code}
      {above.map((one) => <>{' · '}{hasProfile(one, home) ? <a class="ds-link" href={toHref(language, regionPath(one.code))}>{titleOfRegion(one, language)}</a> : titleOfRegion(one, language)}</>)}
    </p>
  )
}
const hasProfile = (region: Region, home: HomeRegion): boolean => region.level === 'nuts3' && region.code.startsWith(home.country)

export const PackNote = ({ language, pack }: { readonly language: Language; readonly pack: PackNotice | null }) => {
  const say = speak(language)
  return pack === null ? null : (
    <Notice language={language} tone="info" title={say.evidence_pack_title({ date: sayCivilDate(pack.asOf, language) })}>
      <p>{say.evidence_pack_says({ datasets: pack.datasets })}</p>
      <p>{say.evidence_pack_refresh()} <code>bin/posoka datasets news</code>. <a class="ds-link" href={toHref(language, '/evidence/datasets')}>{say.evidence_pack_datasets()}</a></p>
    </Notice>
  )
}

const Contents = ({ language, domains }: { readonly language: Language; readonly domains: readonly DomainFigures[] }) => {
  const say = speak(language)
  return (
    <nav class="p-topics" aria-labelledby="topics">
      <h2 id="topics">{say.evidence_profile_contents()}</h2>
      <ul>
        {domains.map((domain) => (
          <li>
            <a class="ds-link" href={`#${domain.domain}`}>{domainName(domain.domain, language)}</a>{' '}
            <span class="p-note p-numbers">{say.evidence_profile_of({ filled: domain.withFigures, total: domain.of })}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Domained = { readonly language: Language; readonly domain: DomainFigures; readonly region: Region; readonly home: string }
const DomainSection = (of: Domained) => keptDrawing(of.domain, `section ${of.language} ${of.region.code} ${of.home}`, () => drawDomain(of))
const drawDomain = ({ language, domain, region, home }: Domained) => {
  const say = speak(language)
  const withFigures = domain.headlines.filter((headline) => headline.newest !== null)
  const withheld = domain.headlines.filter((headline) => headline.withheld !== null)
  const without = domain.headlines.filter((headline) => headline.newest === null && headline.withheld === null && headline.gap === null)
  const gaps = domain.headlines.filter((headline) => headline.gap !== null && headline.withheld === null)
  return (
    <FoldedSection id={domain.domain} title={domainName(domain.domain, language)} count={say.evidence_profile_of({ filled: domain.withFigures, total: domain.of })}
      aside={<>
        <a class="ds-link" href={toHref(language, domainPath(domain.domain))}>{say.evidence_profile_domain_all({ filled: domain.withFigures, total: domain.of })}</a>
        {domain.newest === null ? null : <>{' · '}{say.evidence_profile_newest_year({ year: String(yearOf(domain.newest)) })}</>}
      </>}>
      {withFigures.some((headline) => headline.isOfHigherLevel) ? <p class="p-note">{say.evidence_profile_higher({ name: plainRegion(region, language) })}</p> : null}
      {withFigures.length === 0
        ? <EmptyState title={say.evidence_domain_empty()} why={say.evidence_domain_empty_why()} />
        : <Grid>{withFigures.map((headline) => <HeadlineCard language={language} headline={headline} home={home} />)}</Grid>}
      {withheld.map((headline) => <Withheld language={language} headline={headline} />)}
      {gaps.map((headline) => <Gap language={language} headline={headline} />)}
      {without.length === 0 ? null : <Without language={language} headlines={without} />}
    </FoldedSection>
  )
}

/** „Живородени на 1 000: твърде малко случаи (18, нужни са поне 30) за надежден показател.“ */
const Withheld = ({ language, headline }: { readonly language: Language; readonly headline: Headline }) => headline.withheld === null ? null : (
  <p>
    <a class="ds-link" href={toHref(language, indicatorPath(headline.indicator.key))}>{headline.indicator.name[language]}</a>
    {', '}{bound(sayPeriod(headline.withheld.period, language))}{': '}{lowered(tooFewCases({ language, cases: headline.withheld.cases, least: fewestCases }))}
  </p>
)

/** „Дял на населението в градовете, 2024 г.: няма случаи.“ */
const Gap = ({ language, headline }: { readonly language: Language; readonly headline: Headline }) => headline.gap === null ? null : (
  <p>
    <a class="ds-link" href={toHref(language, indicatorPath(headline.indicator.key))}>{headline.indicator.name[language]}</a>
    {headline.gap.period === null ? null : <>{', '}{bound(sayPeriod(headline.gap.period, language))}</>}{': '}{sayMissing(headline.gap.missing, language)}.
  </p>
)

/** What is missing is part of the picture: level, source, reason, and the one command that will load it. */
const Without = ({ language, headlines }: { readonly language: Language; readonly headlines: readonly Headline[] }) => {
  const say = speak(language)
  return (
    <Details summary={say.evidence_without_summary({ count: headlines.length })}>
      <ul class="ds-list">
        {headlines.map(({ indicator }) => (
          <li>
            <a class="ds-link" href={toHref(language, indicatorPath(indicator.key))}>{indicator.name[language]}</a>
            {indicator.reasonWithoutFigures === null ? null : <>{' – '}{indicator.reasonWithoutFigures[language]}</>}
          </li>
        ))}
      </ul>
    </Details>
  )
}
