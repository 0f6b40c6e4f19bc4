// Keeping a trend: the form with its two names, and its method in words as it will stand beside the frozen figures.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import { Button } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { TextField } from '#ui/parts/text-field.tsx'
import { bound, plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import { keepTrendPath, type Trend } from '../rules.ts'
import { addressOf, queryOf } from '../rules/choice.ts'
import { sayAhead } from './ahead.tsx'
import { sayCourse } from './course.ts'
import { fieldName, methodName, sayAmount, sayP, sayStep } from './words.ts'

export const titleOf = (trend: Trend, language: Language): string => speak(language).evidence_trend_title({ indicator: trend.indicator.name[language], region: plainRegion(trend.shown, language) })

/** Written from the record: what is seen, how it was computed, and the values it stands on. */
export const noteOf = (trend: Trend, language: Language): string => {
  const say = speak(language), { forecast, stretch, slope, test, target } = trend
  const own = forecast?.errors.find((one) => one.method === forecast.method)
  return [
    sayCourse({ language, trend }),
    toSentence(sayAhead({ language, trend })),
    ...(typeof slope.slope === 'number' ? [say.evidence_trend_note_slope({ slope: sayStep(trend, slope.slope, language), p: sayP(test.p, language) })] : []),
    ...(forecast === null || forecast.method === null ? [] : [own !== undefined && typeof own.meanAbsolute === 'number'
      ? say.evidence_trend_method_chosen({ method: methodName(forecast.method, language), error: sayStep(trend, own.meanAbsolute, language, 'bare'), count: own.comparisons })
      : say.evidence_trend_method_drift({ method: methodName(forecast.method, language) })]),
    ...(target === null ? [] : [say.evidence_trend_note_target({ years: String(trend.choice.years), field: fieldName(target.among, language), count: target.reached.length })]),
    ...(trend.price === null ? [] : [trend.price.text[language]]),
    say.evidence_trend_note_values(),
    stretch.points.map((point) => `– ${bound(sayPeriod(point.period, language))}: ${sayAmount(trend, point.value, language)}`).join('\n'),
  ].join('\n\n')
}

export const keepScreen = ({ language, trend, asked }: { readonly language: Language; readonly trend: Trend; readonly asked: Asked }): Screen => {
  const say = speak(language), title = say.evidence_trend_keep_title()
  const { problems } = asked
  const typedValue = (field: 'title_bg' | 'title_en' | 'why'): string => (problems.length === 0 ? (field === 'why' ? '' : titleOf(trend, field === 'title_bg' ? 'bg' : 'en')) : typedOne(asked.typed, field))
  return {
    kind: 'screen', title, says: say.evidence_trend_keep_says(), crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_trend_kicker(), path: addressOf(trend.choice) }],
    body: (
      <>
        <PageHeading kicker={say.evidence_trend_kicker()} title={title} lead={say.evidence_trend_keep_says()} />
        <ErrorSummary language={language} problems={problems} />
        <Form action={toHref(language, `${keepTrendPath}?${queryOf(trend.choice)}`)}>
          <TextField language={language} name="title_bg" label={say.evidence_trend_keep_bg()} value={typedValue('title_bg')} error={errorOf({ problems, field: 'title_bg', language })} />
          <TextField language={language} name="title_en" label={say.evidence_trend_keep_en()} value={typedValue('title_en')} error={errorOf({ problems, field: 'title_en', language })} />
          <TextField language={language} name="why" label={say.evidence_trend_keep_why()} optional value={typedValue('why')} error={errorOf({ problems, field: 'why', language })} />
          <Button>{say.evidence_trend_keep_do()}</Button>
        </Form>
      </>
    ),
  }
}
