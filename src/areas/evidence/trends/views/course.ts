// What the course was, in one sentence; a price in it is said, and its rise is no progress.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { toSentence } from '#ui/charts/sentence.ts'
import { bound, placeOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import type { Trend } from '../rules.ts'
import { sayAhead } from './ahead.tsx'
import { sayStep } from './words.ts'

type Shown = { readonly language: Language; readonly trend: Trend }
export const sayCourse = (shown: Shown): string => toSentence(courseOf(shown))
const courseOf = ({ language, trend }: Shown): string => {
  const say = speak(language), { stretch, slope, shown, price } = trend, first = stretch.points[0], last = stretch.points.at(-1)
  if (first === undefined || last === undefined) return price === null ? say.evidence_trend_lead_none({ within: placeOfRegion(shown, language).within }) : sayAhead({ language, trend })
  const words = { within: placeOfRegion(shown, language).within, from: sayPeriod(first.period, language), to: sayPeriod(last.period, language), count: stretch.points.length }
  if (trend.course === 'unknown' || typeof slope.slope !== 'number') return bound(say.evidence_trend_lead_few(words))
  if (trend.course === 'none') return bound(say.evidence_trend_lead_no_course(words))
  const step = sayStep(trend, slope.slope, language, 'bare')
  return bound(trend.course === 'up' ? say.evidence_trend_lead_up({ ...words, step }) : say.evidence_trend_lead_down({ ...words, step }))
}
