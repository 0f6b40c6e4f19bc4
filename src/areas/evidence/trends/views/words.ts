// How a trend is said: paces with their sign, methods, reasons. Every sentence about what lies ahead is conditional.
import type { Language } from '#kernel/language.ts'
import { parsePeriod, type Period } from '#kernel/period.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { type Quantity, sayShort, sayValue } from '#ui/charts/quantity-words.ts'
import { bound, quantityOf } from '#areas/evidence/indicators/views/wording.ts'
import type { Field, Method, Trend } from '../rules.ts'

export const percentQuantity = (decimals: number): Quantity => ({ unit: { id: 'percent', percent: true, scale: 1, currency: null }, words: '%', decimals, direction: 'neither' })
export const sayShare = (share: number, language: Language, decimals = 0): string => sayValue({ quantity: percentQuantity(decimals), value: share * 100, language })
const plus = (value: number, text: string): string => (value > 0 ? `+${text}` : text)

/** One digit finer than the values themselves, where the step is small. */
const decimalsOf = ({ indicator }: Pick<Trend, 'indicator'>, step: number): number => indicator.decimals + (indicator.decimals < 2 && Math.abs(step) < 10 ? 1 : 0)
/** Number and unit apart, for large type. */
export const splitStep = (trend: Pick<Trend, 'indicator'>, value: number, language: Language): { readonly number: string; readonly unit: string } => ({
  number: plus(value, sayNumber(value, language, decimalsOf(trend, value))),
  unit: speak(language).evidence_trend_a_year({ pace: trend.indicator.unit.percent ? speak(language).ui_chart_gap_points({ amount: '', one: 'no' }).trim() : trend.indicator.unit.label[language] }),
})
/** A step in the indicator's own unit: „+0,25 процентни пункта“, „−120 евро на човек“. */
export const sayStep = ({ indicator }: Pick<Trend, 'indicator'>, value: number, language: Language, sign: 'signed' | 'bare' = 'signed'): string => {
  const decimals = decimalsOf({ indicator }, value), shown = sign === 'bare' ? Math.abs(value) : value
  const text = indicator.unit.percent
    ? speak(language).ui_chart_gap_points({ amount: sayNumber(shown, language, decimals), one: 'no' })
    : sayValue({ quantity: { ...quantityOf(indicator, language), decimals }, value: shown, language })
  return sign === 'bare' ? text : plus(value, text)
}
export const sayRate = (rate: number, language: Language): string => plus(rate, sayShare(rate, language, 1))
/** A pace a year: points for shares and rates, per cent for money and counts. */
export const sayPace = (trend: Pick<Trend, 'indicator' | 'pace'>, pace: number, language: Language): string =>
  speak(language).evidence_trend_a_year({ pace: trend.pace === 'points' ? sayStep(trend, pace, language) : sayRate(pace, language) })
export const sayAmount = ({ indicator }: Pick<Trend, 'indicator'>, value: number, language: Language): string => sayValue({ quantity: quantityOf(indicator, language), value, language })
/** In a table the unit stands in the caption. */
export const sayCell = ({ indicator }: Pick<Trend, 'indicator'>, value: number, language: Language): string => sayShort({ quantity: quantityOf(indicator, language), value, language })
export const sayYear = (year: number, language: Language): string => bound(speak(language).evidence_trend_year({ year: String(year) }))
export const yearPeriod = (year: number): Period => parsePeriod(String(year)) as Period

export const sayP = (p: Trend['test']['p'], language: Language): string =>
  typeof p !== 'number' ? '–' : p < 0.001 ? `p < ${sayNumber(0.001, language, 3)}` : `p = ${sayNumber(p, language, 3)}`
export const methodName = (method: Method, language: Language): string => {
  const say = speak(language)
  return { naive: say.evidence_trend_naive, drift: say.evidence_trend_drift, line: say.evidence_trend_line, 'log-line': say.evidence_trend_log_line, 'damped-holt': say.evidence_trend_damped }[method]()
}
export const fieldName = (field: Field, language: Language): string => {
  const say = speak(language)
  return { country: say.evidence_trend_among_country, union: say.evidence_trend_among_union, peers: say.evidence_trend_among_peers }[field]()
}
