// Whether the districts come closer: one sentence each for β and σ, the spread as a line, and who is not in the calculation.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { sayMeasured } from '#ui/charts/measured.ts'
import { originsOf, plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import type { Together, Trend } from '../rules.ts'
import { percentQuantity, sayP, sayShare, yearPeriod } from './words.ts'

type Shown = { readonly language: Language; readonly trend: Trend; readonly together: Together }

export const TogetherSection = ({ language, trend, together }: Shown) => {
  const say = speak(language), { sigma, without } = together
  const quantity = { ...percentQuantity(1), words: say.evidence_trend_spread_words() }
  const points = sigma.years.flatMap(({ year, value }) => (typeof value === 'number' ? [{ period: yearPeriod(year), value: value * 100, flags: '', missing: null }] : []))
  const first = points[0]?.period, last = points.at(-1)?.period
  return (
    <>
      <p>{sayBeta({ language, together })}</p>
      {first === undefined || last === undefined ? null : (
        <LineChart
          id="spread" language={language} quantity={quantity} heading={saySigma({ language, together })}
          subtitle={sayMeasured({ what: say.evidence_trend_spread_subtitle({ indicator: trend.indicator.name[language] }), quantity, span: { first, last }, language })}
          series={[{ id: 'spread', name: say.evidence_trend_spread_name(), stance: 'country', points }]}
          origin={[...originsOf(trend.credits, language)]}
          notes={[say.evidence_trend_spread_note({ p: sayP(sigma.p, language) })]}
        />
      )}
      <p class="p-note">{say.evidence_trend_together_counted({ districts: String(together.districts), of: String(together.of), from: String(together.from), to: String(together.to) })}
        {without.length === 0 ? null : <> {sayWithout({ language, together })}</>}</p>
    </>
  )
}
export const sayBeta = ({ language, together: { beta } }: Omit<Shown, 'trend'>): string => {
  const say = speak(language), p = sayP(beta.p, language)
  if (beta.verdict === 'apart') return say.evidence_trend_beta_apart({ p })
  if (beta.verdict === 'unclear') return say.evidence_trend_beta_unclear({ p })
  const base = say.evidence_trend_beta_closer({ p })
  return typeof beta.speed === 'number' && typeof beta.halfLife === 'number'
    ? `${base} ${say.evidence_trend_beta_speed({ speed: sayShare(beta.speed, language, 1), years: sayNumber(beta.halfLife, language, 0) })}` : base
}
const saySigma = ({ language, together: { sigma } }: Omit<Shown, 'trend'>): string => {
  const say = speak(language)
  return { closer: say.evidence_trend_sigma_closer, apart: say.evidence_trend_sigma_apart, unclear: say.evidence_trend_sigma_unclear }[sigma.verdict]()
}
const sayWithout = ({ language, together }: Omit<Shown, 'trend'>): string => {
  const say = speak(language)
  const whyWords = { price: say.evidence_trend_without_price, break: say.evidence_trend_without_break, gap: say.evidence_trend_without_gap, 'not-positive': say.evidence_trend_without_zero }
  return (['price', 'break', 'gap', 'not-positive'] as const).flatMap((why) => {
    const regions = together.without.filter((one) => one.why === why).map((one) => plainRegion(one.region, language))
    return regions.length === 0 ? [] : [whyWords[why]({ regions: regions.join(', ') })]
  }).join(' ')
}
