// All indicators in one list: what, newest value at home, how fresh, at which level; filters in the address.
import type { Screen } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { FoldedSection, PageHeading } from '#ui/parts/layout.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { Table } from '#ui/parts/table.tsx'
import { ButtonLink } from '#ui/parts/button.tsx'
import { type Coverage, domainPath, domains, type Domain, type Freshness, type Headline, type Indicator, indicatorPath } from '../rules.ts'
import { sourceWords, codeWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { bound, domainName, plainRegion, sayCell } from './wording.ts'

export type CatalogueLine = { readonly indicator: Indicator; readonly hasFigures: boolean; readonly freshness: Freshness; readonly datasets: readonly string[]; readonly headline: Headline }
type CatalogueShown = {
  readonly language: Language
  readonly home: HomeRegion
  readonly lines: readonly CatalogueLine[]
  readonly coverage: Coverage
  readonly domain: Domain | null
  readonly mayDefine: boolean
}

export const catalogueScreen = ({ language, home, lines, coverage, domain, mayDefine }: CatalogueShown): Screen => {
  const say = speak(language)
  const all = '/evidence/indicators'
  const lead = say.evidence_profile_lead({ filled: String(coverage.withFigures), total: String(coverage.of), year: coverage.newest === null ? '–' : String(yearOf(coverage.newest)) })
  const shownDomains = domain === null ? domains : [domain]
  return {
    kind: 'screen',
    title: domain === null ? say.evidence_indicators_title() : `${say.evidence_indicators_title()}: ${domainName(domain, language)}`,
    says: lead, islands: ['fold'],
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }],
    alternates: [{ type: 'application/atom+xml', path: `/api/changes.atom?language=${language}${domain === null ? '' : `&domain=${domain}`}`, title: say.evidence_open_feed() }],
    body: (
      <>
        <PageHeading title={say.evidence_indicators_title()} lead={lead}>
          {mayDefine ? <p><ButtonLink look="secondary" href={toHref(language, '/evidence/indicators/new')}>{say.evidence_define_new()}</ButtonLink></p> : null}
        </PageHeading>
        <Tabs
          label={say.evidence_indicators_domains()}
          current={toHref(language, domain === null ? all : domainPath(domain))}
          tabs={[
            { name: say.evidence_indicators_all(), href: toHref(language, all), count: String(coverage.of) },
            ...coverage.byDomain.filter((one) => one.of > 0).map((one) => ({ name: domainName(one.domain, language), href: toHref(language, withQuery(all, { domain: one.domain })), count: String(one.of) })),
          ]}
        />
        {shownDomains.map((one) => keptDrawing(lines, `list ${one} ${language}`, () => {
          const of = lines.filter((line) => line.indicator.domain === one)
          return of.length === 0 ? null : (
            <FoldedSection id={one} title={domainName(one, language)} count={String(of.length)}>
              <Table
                language={language} id={`list-${one}`} caption={domainName(one, language)} captionIs="hidden" phone="compact"
                columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_col_value(), kind: 'number' }, { name: say.evidence_col_unit() }, { name: say.evidence_col_newest() }, { name: say.evidence_col_whose() }, { name: say.evidence_col_source() }]}
                rows={of.map((line) => ({
                  cells: [
                    <a class="ds-link" href={toHref(language, indicatorPath(line.indicator.key))}>{line.indicator.name[language]}</a>,
                    line.headline.newest === null ? '–' : <strong>{sayCell(line.indicator, line.headline.newest.cell, language)}</strong>,
                    line.indicator.unit.label[language],
                    sayFreshness(line, language),
                    line.hasFigures ? (line.headline.isOfHigherLevel ? plainRegion(line.headline.shown, language) : home.names.definite[language]) : levelShort(line.indicator, language),
                    saySource(line, language),
                  ],
                }))}
              />
            </FoldedSection>
          )
        }))}
      </>
    ),
  }
}

const levelShort = (indicator: Indicator, language: Language): string => {
  const say = speak(language)
  return { eu: say.kernel_level_eu, country: say.kernel_level_country, nuts1: say.kernel_level_nuts1, nuts2: say.kernel_level_nuts2, nuts3: say.kernel_level_nuts3, municipality: say.kernel_level_municipality }[indicator.level]()
}
/** „Евростат (bd_size_r3)“; without figures the codes alone, where they will come from. */
const saySource = ({ headline, datasets }: CatalogueLine, language: Language): string =>
  headline.credits.length === 0 ? datasets.join(', ')
    : [...Map.groupBy(headline.credits, (credit) => credit.source)].map(([source, credits]) => {
      const codes = credits.map((credit) => codeWords(credit.dataset)).filter((code) => code !== '')
      return codes.length === 0 ? sourceWords(source, language) : `${sourceWords(source, language)} (${codes.join(', ')})`
    }).join('; ')
const sayFreshness = (line: CatalogueLine, language: Language): string => {
  const say = speak(language)
  if (!line.hasFigures || line.freshness.newest === null) return say.evidence_list_none()
  const year = bound(sayPeriod(line.freshness.newest, language))
  return line.freshness.isOld ? say.evidence_list_old({ year }) : year
}
