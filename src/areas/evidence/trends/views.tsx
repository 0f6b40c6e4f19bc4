// The page of trends: what the course is, where it would lead if it went on, what a target would ask, and whether the districts come closer.
// Growth that a price makes is never told as progress. The choice stands in the address alone.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { Button } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Select } from '#ui/parts/select.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import { domains, indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { levelName } from '#areas/evidence/indicators/views/choose-regions.tsx'
import { bound, domainName, plainRegion, sayCredits, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { keepTrendPath, type NoTrend, type Trend, trendsPath } from './rules.ts'
import { queryOf } from './rules/choice.ts'
import { AheadTable, CourseChart, CourseNumbers, Methods } from './views/ahead.tsx'
import { sayCourse } from './views/course.ts'
import { titleOf } from './views/keep.tsx'
import { TargetSection } from './views/target.tsx'
import { TogetherSection } from './views/together.tsx'

type TrendShown = { readonly language: Language; readonly trend: Trend; readonly mayPin: 'yes' | 'no' }
const crumbsOf = (language: Language) => [{ name: speak(language).evidence_profile_kicker(), path: '/evidence' }, { name: speak(language).evidence_analyses_title(), path: '/evidence/analyses' }]

export const trendScreen = ({ language, trend, mayPin }: TrendShown): Screen => {
  const say = speak(language), { indicator, shown, stretch, target, together } = trend
  const title = titleOf(trend, language)
  const lead = sayCourse({ language, trend }), csv = `${trendsPath}/data.csv?${queryOf(trend.choice)}&language=${language}`
  const newest = stretch.points.at(-1)
  return {
    kind: 'screen', title, says: lead, crumbs: crumbsOf(language), alternates: [{ type: 'text/csv', path: csv, title: say.evidence_indicator_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_trend_kicker()} title={title} lead={lead}>
          {mayPin === 'no' || newest === undefined ? null : <p><a class="ds-link" href={toHref(language, `/evidence/figures/pin?indicator=${indicator.key}&regions=${shown.code}&period=${encodeURIComponent(newest.period)}`)}>{say.evidence_pin_link()}</a> · <a class="ds-link" href={toHref(language, `${keepTrendPath}?${queryOf(trend.choice)}`)}>{say.evidence_trend_keep_link()}</a></p>}
        </PageHeading>
        <Warnings language={language} trend={trend} />
        {trend.series === null || trend.series.periods.length === 0
          ? <EmptyState level={2} title={say.evidence_trend_empty({ region: plainRegion(shown, language) })} why={indicator.reasonWithoutFigures?.[language] ?? say.evidence_trend_empty_why()}><p><a class="ds-link" href="#choice">{say.evidence_trend_choose_other()}</a></p></EmptyState>
          : (
            <Section id="ahead" title={say.evidence_trend_ahead_title()} look="figures">
              {keptDrawing(trend, `chart ${language}`, () => <CourseChart language={language} trend={trend} />)}
              <CourseNumbers language={language} trend={trend} />
              <AheadTable language={language} trend={trend} />
              <Methods language={language} trend={trend} />
            </Section>
          )}
        {target === null ? null : <Section id="target" title={say.evidence_trend_target_title()}><TargetSection language={language} trend={trend} help={target} /></Section>}
        {together === null ? null : <Section id="together" title={say.evidence_trend_together_title()} look="figures">{keptDrawing(trend, `together ${language}`, () => <TogetherSection language={language} trend={trend} together={together} />)}</Section>}
        <Section id="choice" title={say.evidence_trend_choice_title()}>{keptDrawing(trend, `choose ${language}`, () => <ChooseTrend language={language} trend={trend} />)}</Section>
        <Section id="method" title={say.evidence_trend_method_title()}>
          <p>{say.evidence_trend_method_course()}</p>
          <p>{say.evidence_trend_method_ahead()}</p>
          <p>{say.evidence_trend_method_target()}</p>
          <p>{say.evidence_trend_method_together()}</p>
          <SourceNote language={language} name={sayCredits(trend.credits, language)} notes={[say.evidence_trend_source_note()]} links={<a class="ds-link" href={csv}>{say.evidence_indicator_csv()}</a>} />
          <LinkList links={[{ name: say.evidence_trend_to_indicator(), href: toHref(language, indicatorPath(indicator.key)) }]} />
        </Section>
      </>
    ),
  }
}

const oldAfter = 3
const Warnings = ({ language, trend }: Omit<TrendShown, 'mayPin'>) => {
  const say = speak(language), { price, stretch, shown, region, forecast } = trend, newest = stretch.points.at(-1)
  return (
    <>
      {shown.code === region.code ? null : <Notice language={language} tone="info"><p>{say.evidence_trend_higher({ region: plainRegion(region, language), shown: plainRegion(shown, language) })}</p></Notice>}
      {price === null ? null : <Notice language={language} tone="warning" title={say.evidence_indicator_price_title()}><p>{price.text[language]}</p><p>{say.evidence_trend_price_says()}</p></Notice>}
      {stretch.cut === null ? null : <Notice language={language} tone="info"><p>{bound(stretch.cut.kind === 'break' ? say.evidence_trend_cut_break({ period: sayPeriod(stretch.cut.before, language) }) : say.evidence_trend_cut_gap({ period: sayPeriod(stretch.cut.before, language) }))}</p></Notice>}
      {stretch.same === 'one-part' && newest !== undefined ? <Notice language={language} tone="info"><p>{say.evidence_trend_one_part()}</p></Notice> : null}
      {forecast === null || newest === undefined || trend.yearNow - newest.year <= oldAfter ? null : <Notice language={language} tone="warning"><p>{bound(say.evidence_trend_old({ year: String(newest.year) }))}</p></Notice>}
    </>
  )
}

const ChooseTrend = ({ language, trend }: Omit<TrendShown, 'mayPin'>) => {
  const say = speak(language), { choices, indicator, region, choice } = trend
  const byName = <One extends { readonly name: string }>(all: readonly One[]): One[] => all.toSorted((a, b) => a.name.localeCompare(b.name, language))
  const levels = [...new Set(choices.regions.map((one) => one.level))]
  return (
    <form method="get" action={toHref(language, trendsPath)} class="p-form">
      <input type="hidden" name="sent" value="yes" />
      <input type="hidden" name="years" value={String(choice.years)} />
      <input type="hidden" name="among" value={choice.among} />
      <Select language={language} name="indicator" label={say.evidence_col_indicator()} value={indicator.key} options={choices.indicators.some(({ key }) => key === indicator.key) ? [] : [{ value: indicator.key, name: indicator.name[language] }]}
        groups={domains.flatMap((domain) => {
          const options = byName(choices.indicators.filter((one) => one.domain === domain).map((one) => ({ value: one.key, name: one.indicator.name[language] })))
          return options.length === 0 ? [] : [{ name: domainName(domain, language), options }]
        })} />
      <Select language={language} name="region" label={say.evidence_col_region()} value={region.code} options={choices.regions.some(({ code }) => code === region.code) ? [] : [{ value: region.code, name: titleOfRegion(region, language) }]}
        groups={levels.map((level) => ({ name: levelName(level, language), options: byName(choices.regions.filter((one) => one.level === level).map((one) => ({ value: one.code, name: one.name[language] }))) }))} />
      <Button look="primary">{say.evidence_trend_show()}</Button>
    </form>
  )
}

export const unknownScreen = ({ language, none }: { readonly language: Language; readonly none: NoTrend }): Screen => {
  const say = speak(language), title = none.what === 'indicator' ? say.evidence_trend_unknown_indicator({ asked: none.asked }) : say.evidence_trend_unknown_region({ asked: none.asked })
  return {
    kind: 'screen', title, says: title, crumbs: crumbsOf(language), status: 404,
    body: (
      <>
        <PageHeading kicker={say.evidence_trend_kicker()} title={title} />
        <EmptyState level={2} title={say.evidence_trend_unknown_title()} why={say.evidence_trend_unknown_why()}><p><a class="ds-link" href={toHref(language, trendsPath)}>{say.evidence_trend_again()}</a></p></EmptyState>
      </>
    ),
  }
}
