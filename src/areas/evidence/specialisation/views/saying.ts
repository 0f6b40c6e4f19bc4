// How specialisation is said: numbers or the reason why there is none, an activity with its code, whose figures they are.
import type { Language } from '#kernel/language.ts'
import { sayNumber, saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import type { Quantity } from '#ui/charts/quantity-words.ts'
import { plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import type { Axis, Seen } from '../rules.ts'
import { codeOf, type SetName } from '../rules/activities.ts'
import type { Measured, Says, Why } from '../rules/picture.ts'

export const sayWhy = (reason: Why, language: Language): string => {
  const say = speak(language)
  return {
    'no-data': say.evidence_why_no_data, 'zero-denominator': say.evidence_why_zero, constant: say.evidence_why_constant, 'too-few': say.evidence_why_few,
    'not-positive': say.evidence_why_domain, 'out-of-domain': say.evidence_why_domain, 'not-connected': say.evidence_why_split, 'no-convergence': say.evidence_why_undecided,
  }[reason]()
}
export const percent = (share: number, language: Language, decimals = 1): string => `${sayNumber(share * 100, language, decimals)}${language === 'bg' ? '\u00a0%' : '%'}`
export const signedPercent = (share: number, language: Language): string => `${saySigned(share * 100, language, 1)}${language === 'bg' ? '\u00a0%' : '%'}`
/** A value by its words, or the reason. */
export const said = (value: Measured, language: Language, word: (value: number) => string): string => (typeof value === 'number' ? word(value) : sayWhy(value, language))
export const times = (value: number, language: Language): string => sayNumber(value, language, 2)

export const setNameOf = (set: SetName, language: Language): string => {
  const say = speak(language)
  return { jobs: say.evidence_spec_set_jobs, value: say.evidence_spec_set_value, staff: say.evidence_spec_set_staff }[set]()
}
export const activityName = (seen: Seen, at: number, language: Language): string => seen.activities[at]?.name[language] ?? ''
export const activityCode = (seen: Seen, at: number): string => codeOf(seen.activities[at]?.id ?? '')
export const unitOf = (seen: Seen, language: Language): string => seen.unit.label[language]
/** Sizes and their changes in the unit of the set. */
export const sizeOf = (value: number, seen: Seen, language: Language): string => sayNumber(value, language, seen.decimals)
export const besideName = (seen: Seen, language: Language): string => plainRegion(seen.beside, language)
export const periodsOf = (seen: Seen, language: Language): { readonly period: string; readonly earlier: string } =>
  ({ period: sayPeriod(seen.period, language), earlier: seen.earlier === null ? '' : sayPeriod(seen.earlier, language) })

export const statementOf = (statement: Says, seen: Seen, language: Language): string => {
  const say = speak(language), money = seen.set === 'value'
  return {
    above: money ? say.evidence_spec_says_above_money : say.evidence_spec_says_above, below: money ? say.evidence_spec_says_below_money : say.evidence_spec_says_below,
    unclear: say.evidence_spec_says_unclear, few: say.evidence_spec_says_few, unknown: say.evidence_spec_says_unknown,
  }[statement]()
}
const plain = { scale: 1, currency: null, percent: false } as const
export const quotientQuantity: Quantity = { unit: { id: 'quotient', ...plain }, words: '', decimals: 2, direction: 'neither', compare: 'difference' }
export const percentQuantity = (decimals: number): Quantity => ({ unit: { id: 'percent', ...plain, percent: true }, words: '%', decimals, direction: 'neither' })
export const sizeQuantity = (seen: Seen, language: Language): Quantity => ({ unit: seen.unit, words: unitOf(seen, language), decimals: seen.decimals, direction: 'neither' })
export const axisQuantity = (axis: Axis): Quantity =>
  ({ complexity: quotientQuantity, wage: { ...quotientQuantity, unit: { id: 'eur-per-year', ...plain }, decimals: 0 }, growth: percentQuantity(1) })[axis]
export const axisName = (axis: Axis, seen: Seen, language: Language): string => {
  const say = speak(language)
  return { complexity: say.evidence_spec_axis_complexity(), wage: say.evidence_spec_axis_wage({ country: plainRegion(seen.country, language) }), growth: say.evidence_spec_axis_growth() }[axis]
}
export const axisShort = (axis: Axis, language: Language): string => {
  const say = speak(language)
  return { complexity: say.evidence_spec_axis_complexity_short, wage: say.evidence_spec_axis_wage_short, growth: say.evidence_spec_axis_growth_short }[axis]()
}
/** As it stands on the axis: growth in per cent. */
export const onAxis = (axis: Axis, value: number): number => (axis === 'growth' ? value * 100 : value)
export const worthOf = (axis: Axis, value: Measured, language: Language): string =>
  said(value, language, (one) => (axis === 'growth' ? signedPercent(one, language) : sayNumber(one, language, axis === 'wage' ? 0 : 2)))
