// One indicator whole: what is seen, over time beside chosen regions, the ranking, the map, what it means, what to beware of,
// how it was revised, where it is from. The form that chooses regions is a plain GET, so the address keeps the choice.
import type { Screen } from '#kernel/answer.ts'
import { yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'
import { toHref, withQuery } from '#ui/address.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { readTrend } from '#ui/charts/reading.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { domainPath, type IndicatorPage, indicatorPath } from '../rules.ts'
import { ChooseRegions } from './choose-regions.tsx'
import { AboutIndicator, DataLinks, Revisions } from './indicator-about.tsx'
import type { IndicatorShown } from './shown.ts'
import { MunicipalFigures, RankingFigures } from './ranking-figures.tsx'
import { breaksFor, domainName, measureOf, originsOf, placeOfRegion, pointsOf, sayCell, sayUnitAndPeriod, stanceOf, titleOfRegion, toChartSeries } from './wording.ts'

export const indicatorScreen = (shown: IndicatorShown): Screen => {
  const { language, page } = shown
  const say = speak(language)
  const { indicator } = page
  const path = indicatorPath(indicator.key)
  return {
    kind: 'screen',
    title: indicator.name[language],
    says: readSeen(shown) ?? indicator.definition[language].slice(0, 200),
    crumbs: [
      { name: say.evidence_indicators_title(), path: '/evidence/indicators' },
      { name: domainName(indicator.domain, language), path: domainPath(indicator.domain) },
    ],
    alternates: [
      { type: 'text/csv', path: `${path}/data.csv?language=${language}`, title: say.evidence_indicator_csv() },
      { type: 'application/json', path: `${path}/data.json`, title: say.evidence_indicator_json() },
    ],
    body: (
      <>
        <PageHeading kicker={say.evidence_indicator_kicker({ domain: domainName(indicator.domain, language) })} title={indicator.name[language]} lead={readSeen(shown) ?? undefined}>
          <NewestValue {...shown} />
          {shown.mayDefine ? <p><a class="ds-link" href={toHref(language, `${path}/change`)}>{say.evidence_define_edit()}</a></p> : null}
        </PageHeading>
        <Warnings {...shown} />
        {page.periods.length === 0 ? <WithoutFigures {...shown} /> : (
          <>
            <OverTime {...shown} />
            <RankingFigures {...shown} />
            <MunicipalFigures {...shown} />
            <DataLinks {...shown} />
          </>
        )}
        <AboutIndicator {...shown} />
        <Revisions {...shown} />
      </>
    ),
  }
}

const shownSeries = (page: IndicatorPage) => page.chosen.find((one) => one.region.code === page.shown.code)?.series ?? null

/** The page's sentence: how the home region's value moved, or whose value stands here instead. */
const readSeen = ({ language, page }: IndicatorShown): string | null => {
  const series = shownSeries(page)
  if (series === null) return null
  return readTrend({
    language, measure: measureOf(page.indicator, language), place: placeOfRegion(page.shown, language),
    subject: { text: page.indicator.shortName[language], number: 'one' },
    points: pointsOf(series), breaks: [...breaksFor(page.indicator.caveats, page.shown.code, language)],
  })
}

const NewestValue = ({ language, page }: IndicatorShown) => {
  const series = shownSeries(page)
  const period = page.freshness.newest
  if (series === null || period === null) return null
  const point = pointsOf(series).find((one) => one.period === period)
  if (point === undefined) return null
  const { period: _, ...cell } = point
  return (
    <p class="p-figure-value">
      <strong class="p-figure-number">{sayCell(page.indicator, cell, language)}</strong>{' '}
      <span class="p-figure-unit">{sayUnitAndPeriod(page.indicator, period, language)}, {titleOfRegion(page.shown, language)}</span>
    </p>
  )
}

const Warnings = ({ language, page, home }: IndicatorShown) => {
  const say = speak(language)
  const price = page.caveats.find((caveat) => caveat.kind === 'price')
  return (
    <>
      {page.isOfHigherLevel ? (
        <Notice language={language} tone="warning" title={say.evidence_indicator_higher_title()}>
          <p>{say.evidence_indicator_higher({ of: home.names.of[language], shown: titleOfRegion(page.shown, language) })}</p>
        </Notice>
      ) : null}
      {page.freshness.isOld && page.freshness.newest !== null ? (
        <Notice language={language} tone="warning" title={say.evidence_indicator_old_title()}>
          <p>{say.evidence_indicator_old({ year: String(yearOf(page.freshness.newest)) })}</p>
        </Notice>
      ) : null}
      {price === undefined ? null : <Notice language={language} tone="warning" title={say.evidence_indicator_price_title()}><p>{price.text[language]}</p></Notice>}
    </>
  )
}

const WithoutFigures = ({ language, page }: IndicatorShown) => {
  const say = speak(language)
  const { indicator } = page
  return (
    <EmptyState level={2} title={say.evidence_indicator_none()} why={indicator.reasonWithoutFigures?.[language] ?? say.evidence_indicator_none_why()}>
      <p>{indicator.load.words[language]}</p>
      {indicator.load.command === null ? null : <p><code>{indicator.load.command}</code></p>}
    </EmptyState>
  )
}

const OverTime = (shown: IndicatorShown) => {
  const { language, page, home } = shown
  const say = speak(language)
  const measure = measureOf(page.indicator, language)
  const drawn = page.chosen.flatMap(({ region, series }) =>
    series === null ? [] : [toChartSeries({ region, series, caveats: page.indicator.caveats, stance: region.code === page.shown.code ? 'region' : stanceOf(region, home.code), language })])
  const first = page.periods[0], last = page.periods.at(-1)
  if (first === undefined || last === undefined || drawn.length === 0) return null
  const without = page.chosen.filter((one) => one.series === null)
  const annotations = page.caveats.flatMap((caveat) => (caveat.kind === 'price' && caveat.from !== null ? [{ period: caveat.from, text: say.evidence_annotation_price() }] : []))
  return (
    <Section id="over-time" title={say.evidence_indicator_over_time()}>
      <LineChart
        id="line" language={language} measure={measure} series={drawn} annotations={annotations}
        heading={readSeen(shown) ?? page.indicator.name[language]}
        subtitle={sayMeasured({ what: page.indicator.name[language], measure, span: { first, last }, language })}
        origin={[...originsOf(page.credits, language)]}
        notes={[
          ...page.caveats.filter((caveat) => caveat.kind === 'break').map((caveat) => caveat.text[language]),
          ...(without.length === 0 ? [] : [say.evidence_indicator_no_series({ names: without.map((one) => titleOfRegion(one.region, language)).join(', ') })]),
        ]}
        csvHref={withQuery(`${indicatorPath(page.indicator.key)}/data.csv`, { regions: page.chosen.map((one) => one.region.code).join(','), language })}
      />
      <ChooseRegions language={language} page={page} action={toHref(language, indicatorPath(page.indicator.key))} />
    </Section>
  )
}
