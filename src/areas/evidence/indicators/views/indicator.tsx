// One indicator whole: its newest value and where that stands, over time beside chosen regions, the ranking, the map, what it
// means, what to beware of, how it was revised, where it is from. Choosing regions is a plain GET, so the address keeps the choice.
import type { Screen } from '#kernel/answer.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { isUnreliable, sayFlags } from '#ui/charts/flag-words.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { keptDrawing, keptSentence } from '#ui/jsx/kept.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { datasetPath } from '#areas/evidence/datasets/rules.ts'
import { domainPath, indicatorPath } from '../rules.ts'
import { ChooseRegions } from './choose-regions.tsx'
import { sayComparison } from './headline-card.tsx'
import { AboutIndicator, DataLinks, isCounted, Revisions } from './indicator-about.tsx'
import { MunicipalFigures, RankingFigures } from './ranking-figures.tsx'
import { priceOf, readSeen } from './seen.ts'
import type { IndicatorShown } from './shown.ts'
import { domainName, quantityOf, originsOf, plainRegion, sayCell, sayCredits, sayUnitAndPeriod, stanceOf, titleOfRegion, toChartSeries } from './wording.ts'

export const indicatorScreen = (shown: IndicatorShown): Screen => {
  const { language, page } = shown
  const say = speak(language)
  const { indicator } = page
  const path = indicatorPath(indicator.key)
  return {
    kind: 'screen',
    title: indicator.name[language],
    says: sayWhatIsSeen(shown) ?? indicator.definition[language].slice(0, 200),
    crumbs: [
      { name: say.evidence_indicators_title(), path: '/evidence/indicators' },
      { name: domainName(indicator.domain, language), path: domainPath(indicator.domain) },
    ],
    picture: `${path}/picture.png`,
    alternates: [
      { type: 'text/csv', path: `${path}/data.csv?language=${language}`, title: say.evidence_indicator_csv() },
      { type: 'application/json', path: `${path}/data.json`, title: say.evidence_indicator_json() },
      { type: 'application/atom+xml', path: `/api/changes.atom?language=${language}&indicator=${indicator.key}`, title: say.evidence_open_feed() },
    ],
    body: (
      <>
        <Columns>
          <Column>
            <PageHeading kicker={say.evidence_indicator_kicker({ domain: domainName(indicator.domain, language) })} title={indicator.name[language]}>
              {keptDrawing(page, `newest ${language}`, () => <NewestValue {...shown} />)}
              {shown.mayAnalyse && page.period !== null ? <p><a class="ds-link" href={toHref(language, `/evidence/figures/pin?indicator=${indicator.key}&regions=${page.chosen.map((one) => one.region.code).join(',')}&period=${encodeURIComponent(page.period)}`)}>{say.evidence_pin_link()}</a></p> : null}
              {shown.mayDefine ? <p><a class="ds-link" href={toHref(language, `${path}/change`)}>{say.evidence_define_edit()}</a></p> : null}
            </PageHeading>
          </Column>
          <Column>{keptDrawing(page, `warnings ${language}`, () => <Warnings {...shown} />)}</Column>
        </Columns>
        {page.periods.length === 0 ? <WithoutFigures {...shown} /> : (
          <>
            <OverTime {...shown} />
            <RankingFigures {...shown} />
            <MunicipalFigures {...shown} />
          </>
        )}
        {keptDrawing(page, `about ${language} ${shown.home.code} ${shown.mayDefine ? 'defines' : ''}`, () => (
          <>
            <AboutIndicator {...shown} />
            {page.periods.length === 0 ? null : <DataLinks {...shown} />}
            <Revisions {...shown} />
          </>
        ))}
      </>
    ),
  }
}

const shownSeries = ({ page }: IndicatorShown) => page.chosen.find((one) => one.region.code === page.shown.code)?.series ?? null
const sayWhatIsSeen = (shown: IndicatorShown): string | null => keptSentence(shown.page, `seen ${shown.language}`, () => makeSeen(shown))
const makeSeen = (shown: IndicatorShown): string | null => {
  const series = shownSeries(shown)
  return series === null ? null : readSeen({ language: shown.language, indicator: shown.page.indicator, region: shown.page.shown, series })
}

/** The number, whose it is, its flag in words, and where it stands: the answer the page is opened for. */
const NewestValue = ({ language, page }: IndicatorShown) => {
  const say = speak(language)
  const { headline } = page
  const { newest } = headline
  if (newest === null) return null
  const flags = sayFlags(newest.cell.flags, language)
  const comparison = sayComparison({ language, headline })
  return (
    <div class="p-answer" data-level={page.isOfHigherLevel ? 'other' : undefined}>
      {page.isOfHigherLevel ? <p><Tag tone="warning">{say.evidence_card_level({ region: plainRegion(page.shown, language) })}</Tag></p> : null}
      <p>
        <strong class="p-answer-number">{sayCell(page.indicator, newest.cell, language)}</strong>{' '}
        {sayUnitAndPeriod({ indicator: page.indicator, period: newest.period, value: newest.cell.value, language })}, {plainRegion(page.shown, language)}
        {flags === '' ? null : <span class="p-flag"> {flags}</span>}
      </p>
      {comparison === undefined ? null : <p data-lead>{comparison}</p>}
      <p class="p-note">{sayCredits(page.credits, language)}</p>
    </div>
  )
}

const Warnings = ({ language, page, home }: IndicatorShown) => {
  const say = speak(language)
  const price = priceOf(page.indicator, page.shown.code)
  const weak = page.headline.newest !== null && isUnreliable(page.headline.newest.cell.flags)
  return (
    <>
      {page.isOfHigherLevel ? (
        <Notice language={language} tone="warning" title={say.evidence_indicator_higher_title()}>
          <p>{say.evidence_indicator_higher({ for: home.names.for[language], shown: plainRegion(page.shown, language) })}</p>
        </Notice>
      ) : null}
      {page.freshness.isOld && page.freshness.newest !== null ? (
        <Notice language={language} tone="warning" title={say.evidence_indicator_old_title()}>
          <p>{say.evidence_indicator_old({ year: String(yearOf(page.freshness.newest)) })}</p>
        </Notice>
      ) : null}
      {price === undefined || page.periods.length === 0 ? null : <Notice language={language} tone="warning" title={say.evidence_indicator_price_title()}><p>{price.text[language]}</p></Notice>}
      {weak ? <Notice language={language} tone="warning" title={say.evidence_indicator_weak_title()}><p>{say.evidence_card_unreliable()}</p></Notice> : null}
    </>
  )
}

const WithoutFigures = ({ language, page }: IndicatorShown) => {
  const say = speak(language)
  const { indicator } = page
  return (
    <EmptyState level={2} title={say.evidence_indicator_none()} why={isCounted(indicator) ? say.evidence_indicator_none_counted() : (indicator.reasonWithoutFigures?.[language] ?? say.evidence_indicator_none_why())}>
      {isCounted(indicator) ? <p><a class="ds-link" href={toHref(language, `/evidence/counts/${indicator.key}`)}>{say.evidence_about_counted_link()}</a></p> : null}
      <p>{indicator.load.words[language]}</p>
      {indicator.load.command === null ? null : <p><code>{indicator.load.command}</code></p>}
      {indicator.from.kind === 'direct' ? <p><a class="ds-link" href={toHref(language, datasetPath(indicator.from.dataset))}>{say.evidence_without_dataset()}</a></p> : null}
    </EmptyState>
  )
}

const OverTime = (shown: IndicatorShown) => keptDrawing(shown.page, `over time ${shown.language} ${shown.home.code}`, () => drawOverTime(shown))
const drawOverTime = (shown: IndicatorShown) => {
  const { language, page, home } = shown
  const say = speak(language)
  const { indicator } = page
  const quantity = quantityOf(indicator, language)
  const drawn = page.chosen.flatMap(({ region, series }) =>
    series === null ? [] : [toChartSeries({ region, series, caveats: indicator.caveats, stance: region.code === page.shown.code && region.code !== home.code ? 'named' : stanceOf(region, home.code), language })])
  const first = page.periods[0], last = page.periods.at(-1)
  if (first === undefined || last === undefined || drawn.length === 0) return null
  const without = page.chosen.filter((one) => one.series === null)
  const price = priceOf(indicator, page.shown.code)
  return (
    <Section id="over-time" title={say.evidence_indicator_over_time()} look="figures">
      <Columns>
        <Column>
          <LineChart
            id="line" language={language} quantity={quantity} series={drawn}
            annotations={price?.from ? [{ period: price.from, text: say.evidence_annotation_price() }] : []}
            heading={sayWhatIsSeen(shown) ?? indicator.name[language]}
            subtitle={sayMeasured({ what: indicator.name[language], quantity, span: { first, last }, language })}
            origin={[...originsOf(page.credits, language)]}
            notes={without.length === 0 ? [] : [say.evidence_indicator_no_series({ names: without.map((one) => titleOfRegion(one.region, language)).join(', ') })]}
            csvHref={withQuery(`${indicatorPath(indicator.key)}/data.csv`, { regions: page.chosen.map((one) => one.region.code).join(','), language })}
          />
          <ChooseRegions language={language} page={page} action={toHref(language, indicatorPath(indicator.key))} />
          <p><a class="ds-link" href={toHref(language, `/evidence/trends?indicator=${indicator.key}`)}>{say.evidence_trend_from_indicator()}</a></p>
          {page.ranking === null ? null : (
            <p><a class="ds-link" href={toHref(language, `/evidence/comparisons?regions=${page.ranking.standings.map((one) => one.region.code).sort().join(',')}&indicators=${indicator.key}`)}>{say.evidence_compare_link()}</a></p>
          )}
        </Column>
        <Column>
          <h3>{say.evidence_indicator_by_the_side()}</h3>
          <p>{indicator.definition[language]}</p>
          <p><a class="ds-link" href="#about">{say.evidence_about_how()}</a></p>
        </Column>
      </Columns>
    </Section>
  )
}
