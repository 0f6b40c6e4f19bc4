// How one indicator's numbers are worded: unit, decimals, and in what terms two of them are compared.
import type { Language } from '#kernel/language.ts'
import { type Unit, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'

export type Quantity = {
  readonly unit: Unit
  /** as a subtitle says it: „% от работната сила“, „евро на човек“ */
  readonly words: string
  /** right after every number: „евро“, „‰“; '%' comes by itself for percent units */
  readonly after?: string
  /** the same after exactly one: „човек“, „населено място“ */
  readonly afterOne?: string
  readonly decimals: number
  readonly direction: 'more' | 'less' | 'neither'
  /** percent units are compared in points, others as a ratio; 'difference' for ‰ rates and index points */
  readonly compare?: 'points' | 'ratio' | 'difference'
}
type Said = { readonly quantity: Quantity; readonly value: number; readonly language: Language }

const noBreak = '\u00a0'

const withPercent = (number: string, language: Language): string => (language === 'bg' ? `${number}${noBreak}%` : `${number}%`)

/** „4,0 %“, „12 400 евро“ · "4.0%", "12,400 euro" */
export const sayValue = ({ quantity, value, language }: Said): string => {
  const number = sayNumber(value + 0, language, quantity.decimals).replace(/^−(0(?:[.,]0+)?)$/, '$1')
  if (quantity.unit.percent) return withPercent(number, language)
  const after = number === '1' ? (quantity.afterOne ?? quantity.after) : quantity.after
  return after ? `${number}${noBreak}${after}` : number
}

/** In a drawing or a table the unit stands in the subtitle; only a sign of a letter or three stays at the number. */
export const sayShort = ({ quantity, value, language }: Said): string => {
  const { after, ...bare } = quantity
  return sayValue({ quantity: after !== undefined && after.length <= 3 ? quantity : bare, value, language })
}

export const comparisonOf = (quantity: Quantity): 'points' | 'ratio' | 'difference' => quantity.compare ?? (quantity.unit.percent ? 'points' : 'ratio')

export type Gap = { readonly way: 'up' | 'down' | 'same'; readonly words: string }
type Pair = { readonly quantity: Quantity; readonly from: number; readonly to: number; readonly language: Language }

/** The step from one value to another: its way, and its size without a sign, in percentage points, per cent or units.
 *  A ratio needs two positive values; otherwise the plain difference is said. Points and differences are taken between
 *  the shown numbers, so that a reader can check them (3,1 → 4,0 is 0,9); „same“ when the shown numbers are equal. */
export const findGap = ({ quantity, from, to, language }: Pair): Gap => {
  const shownFrom = shownOf(from, quantity.decimals)
  const shownTo = shownOf(to, quantity.decimals)
  if (shownFrom === shownTo) return { way: 'same', words: '' }
  const way = shownTo > shownFrom ? 'up' : 'down'
  const how = comparisonOf(quantity)
  if (how === 'ratio' && from > 0 && to > 0) return { way, words: sayShare(Math.abs(to / from - 1), language) }
  const size = Math.abs(shownTo - shownFrom)
  if (how === 'points') return { way, words: sayPoints({ quantity, size, language }) }
  return { way, words: sayValue({ quantity: isRate(quantity) ? bareOf(quantity) : quantity, value: size, language }) }
}
/** The number a reader sees: 11.35 is shown as 11.4, although its nearest double lies below. */
const shownOf = (value: number, decimals: number): number => Number(sayNumber(value, 'en', decimals).replaceAll(',', '').replace('−', '-'))
/** „на 1 000 души“ says of what, not what: „с 2,9 над …“, never „с 2,9 на 1 000 души над …“. */
const isRate = ({ after }: Quantity): boolean => after !== undefined && /^(на|per) /.test(after)
const bareOf = ({ after: _said, ...bare }: Quantity): Quantity => bare

/** Shares of change: one decimal below ten per cent, none above; what is smaller than can be shown is „under“. */
const sayShare = (share: number, language: Language): string => {
  const percent = share * 100
  if (percent < 0.05) return speak(language).ui_chart_gap_under({ amount: withPercent(sayNumber(0.1, language, 1), language) })
  return withPercent(sayNumber(percent, language, percent < 9.95 ? 1 : 0), language)
}

const sayPoints = ({ quantity, size, language }: { quantity: Quantity; size: number; language: Language }): string => {
  const amount = sayNumber(size, language, quantity.decimals)
  return speak(language).ui_chart_gap_points({ amount, one: Number(size.toFixed(quantity.decimals)) === 1 && quantity.decimals === 0 ? 'yes' : 'no' })
}
