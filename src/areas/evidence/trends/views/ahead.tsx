// The course and where it would lead: the drawing with its fan, the years ahead as a table, the methods and their errors.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import type { ChartSeries } from '#ui/charts/series.ts'
import { Details } from '#ui/parts/details.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { bound, originsOf, quantityOf, stanceOf, toChartSeries } from '#areas/evidence/indicators/views/wording.ts'
import { fewestPoints, type Trend, trendsPath } from '../rules.ts'
import { queryOf } from '../rules/choice.ts'
import { methodName, sayAmount, sayCell, sayP, sayRate, sayShare, sayStep, sayYear, splitStep, yearPeriod } from './words.ts'

type Shown = { readonly language: Language; readonly trend: Trend }

/** Years of the forecast as points of the drawing; a school year or a quarter is drawn at its year. */
const aheadOf = ({ trend, language }: Shown): Pick<ChartSeries, 'points' | 'fan'> => {
  const { forecast, stretch } = trend, last = stretch.points.at(-1)
  if (forecast === null || last === undefined || stretch.same === 'one-part' || last.period.length !== 4) return { points: [] }
  const steps = forecast.ahead.flatMap((step) => (typeof step.point === 'number' ? [{ ...step, period: yearPeriod(Math.round(step.time)), point: step.point }] : []))
  return {
    points: steps.map(({ period, point }) => ({ period, value: point, flags: 'f', missing: null })),
    fan: [0.95, 0.8].map((level) => ({
      words: sayShare(level, language),
      steps: [{ period: last.period, low: last.value, high: last.value }, ...steps.flatMap(({ period, intervals }) => {
        const own = intervals.find((one) => one.level === level)
        return own !== undefined && typeof own.low === 'number' && typeof own.high === 'number' ? [{ period, low: own.low, high: own.high }] : []
      })],
    })),
  }
}

export const CourseChart = ({ language, trend }: Shown) => {
  const { series, shown, indicator, home, price } = trend
  const say = speak(language), quantity = quantityOf(indicator, language)
  if (series === null) return null
  const ahead = aheadOf({ trend, language }), drawn = toChartSeries({ region: shown, series, caveats: indicator.caveats, stance: stanceOf(shown, home.code), language })
  const points = [...drawn.points, ...ahead.points], first = points[0]?.period, last = points.at(-1)?.period
  if (first === undefined || last === undefined) return null
  return (
    <LineChart
      id="course" language={language} level={2} quantity={quantity} heading={sayAhead({ language, trend })}
      subtitle={sayMeasured({ what: indicator.name[language], quantity, span: { first, last }, language })}
      series={[{ ...drawn, points, ...(ahead.fan ? { fan: ahead.fan } : {}) }]}
      annotations={price?.from ? [{ period: price.from, text: say.evidence_annotation_price() }] : []}
      origin={[...originsOf(trend.credits, language)]}
      notes={ahead.fan ? [say.evidence_trend_fan_note()] : []}
      csvHref={`${trendsPath}/data.csv?${queryOf(trend.choice)}&language=${language}`}
    />
  )
}

/** The sentence about what lies ahead: always „would“, with its limits; where there is none, why. */
export const sayAhead = ({ language, trend }: Shown): string => {
  const say = speak(language), { forecast, price, stretch } = trend
  if (price !== null) return bound(price.from === null ? say.evidence_trend_none_price_always() : say.evidence_trend_none_price({ year: price.from.slice(0, 4) }))
  if (forecast === null) return say.evidence_trend_none_few({ count: stretch.points.length })
  const last = forecast.ahead.at(-1), band = last?.intervals.find((one) => one.level === 0.8)
  if (last === undefined || band === undefined || typeof last.point !== 'number' || typeof band.low !== 'number' || typeof band.high !== 'number') return say.evidence_trend_none_few({ count: stretch.points.length })
  return bound(say.evidence_trend_would({ year: String(Math.round(last.time)), value: sayAmount(trend, last.point, language), low: sayAmount(trend, band.low, language), high: sayAmount(trend, band.high, language) }))
}

export const CourseNumbers = ({ language, trend }: Shown) => {
  const say = speak(language), { slope, growth, test, stretch, pace } = trend
  const first = stretch.points[0], last = stretch.points.at(-1)
  if (first === undefined || last === undefined || stretch.points.length < fewestPoints) return null
  const interval = typeof slope.low === 'number' && typeof slope.high === 'number'
    ? { note: say.evidence_trend_interval({ low: sayStep(trend, slope.low, language), high: sayStep(trend, slope.high, language) }) } : {}
  const inOwnUnit = (value: Trend['growth']['points']) => {
    if (typeof value !== 'number') return { value: '–' }
    const { number, unit } = splitStep(trend, value, language)
    return { value: number, unitAndPeriod: unit }
  }
  const inPerCent = (value: Trend['growth']['points']) => (typeof value === 'number' ? { value: sayRate(value, language), unitAndPeriod: say.evidence_trend_per_year() } : { value: '–' })
  return (
    <StatLine stats={[
      { name: say.evidence_trend_slope(), ...inOwnUnit(slope.slope), ...interval },
      { name: say.evidence_trend_ends(), ...(pace === 'points' ? inOwnUnit(growth.points) : inPerCent(growth.compound)), note: say.evidence_trend_ends_note() },
      ...(pace === 'rate' && typeof growth.logLinear === 'number' ? [{ name: say.evidence_trend_log(), ...inPerCent(growth.logLinear), note: say.evidence_trend_log_note({ error: typeof growth.logLinearError === 'number' ? sayShare(growth.logLinearError, language, 1) : '–' }) }] : []),
      { name: say.evidence_trend_test(), value: trend.course === 'up' || trend.course === 'down' ? say.evidence_trend_test_yes() : trend.course === 'none' ? say.evidence_trend_test_no() : '–', note: say.evidence_trend_test_note({ p: sayP(test.p, language) }) },
      { name: say.evidence_trend_years(), value: String(stretch.points.length), note: bound(`${sayPeriod(first.period, language)} – ${sayPeriod(last.period, language)}`) },
    ]} />
  )
}

export const AheadTable = ({ language, trend }: Shown) => {
  const say = speak(language), { forecast } = trend
  if (forecast === null || forecast.ahead.length === 0) return null
  const between = (step: (typeof forecast.ahead)[number], level: number): string => {
    const own = step.intervals.find((one) => one.level === level)
    return own !== undefined && typeof own.low === 'number' && typeof own.high === 'number' ? `${sayCell(trend, own.low, language)} – ${sayCell(trend, own.high, language)}` : '–'
  }
  return (
    <Table
      language={language} id="ahead-years" caption={say.evidence_trend_ahead_caption({ unit: trend.indicator.unit.label[language] })} phone="scroll"
      columns={[{ name: say.evidence_trend_col_year() }, { name: say.evidence_trend_col_would(), kind: 'number' }, { name: say.evidence_trend_col_band({ level: sayShare(0.8, language) }), kind: 'number' }, { name: say.evidence_trend_col_band({ level: sayShare(0.95, language) }), kind: 'number' }]}
      rows={forecast.ahead.map((step) => ({ cells: [sayYear(Math.round(step.time), language), typeof step.point === 'number' ? sayCell(trend, step.point, language) : '–', between(step, 0.8), between(step, 0.95)] }))}
    />
  )
}

/** Why this method: what each would have missed by, had it been used in every earlier year. */
export const Methods = ({ language, trend }: Shown) => {
  const say = speak(language), { forecast } = trend
  if (forecast === null || forecast.method === null) return null
  const own = forecast.errors.find((one) => one.method === forecast.method)
  return (
    <>
      <p>{own !== undefined && typeof own.meanAbsolute === 'number'
        ? say.evidence_trend_method_chosen({ method: methodName(forecast.method, language), error: sayStep(trend, own.meanAbsolute, language, 'bare'), count: own.comparisons })
        : say.evidence_trend_method_drift({ method: methodName(forecast.method, language) })}</p>
      {forecast.errors.length === 0 ? null : (
        <Details summary={say.evidence_trend_methods()}>
          <Table
            language={language} id="methods" caption={say.evidence_trend_methods()} captionIs="hidden" phone="stack"
            columns={[{ name: say.evidence_trend_col_method() }, { name: say.evidence_trend_col_error(), kind: 'number' }, { name: say.evidence_trend_col_compared(), kind: 'number' }]}
            rows={forecast.errors.map((one) => ({ own: one.method === forecast.method, cells: [methodName(one.method, language), typeof one.meanAbsolute === 'number' ? sayStep(trend, one.meanAbsolute, language, 'bare') : say.evidence_trend_no_error(), String(one.comparisons)] }))}
          />
          <p class="p-note">{say.evidence_trend_methods_note()}</p>
        </Details>
      )}
    </>
  )
}
