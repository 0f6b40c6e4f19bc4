// The axis of values: three to five round ticks, from zero where zero is near or where bars need it. No pixels.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Quantity } from './quantity-words.ts'

export type ValueTick = { readonly value: number; readonly label: string }
export type ValueAxis = { readonly low: number; readonly high: number; readonly ticks: readonly ValueTick[]; readonly start: 'zero' | 'elsewhere' }
type Given = { readonly low: number; readonly high: number; readonly quantity: Quantity; readonly language: Language; readonly from: 'zero' | 'honest'; readonly most?: 3 | 5 }

const leads = [1, 2, 2.5, 5]

/** Lines: zero belongs to the axis when the lowest value is under 40 % of the highest, or when values change sign;
 *  otherwise the axis starts near the lowest value and the chart must say so. Shares never pass 0 or 100. */
export const toValueAxis = (given: Given): ValueAxis => {
  const { quantity, language, from, most = 5 } = given
  // without a single value there is still an axis
  const hasValues = Number.isFinite(given.low) && Number.isFinite(given.high)
  const low = hasValues ? given.low : 0
  const high = hasValues ? given.high : 1
  const span = high - low
  const nearZero = from === 'zero' || (low >= 0 ? low < high * 0.4 : high > low * 0.4)
  const room = span > 0 ? span * 0.06 : Math.max(Math.abs(high) * 0.05, 10 ** -quantity.decimals)
  const bottom = nearZero && low >= 0 ? 0 : low - room
  const top = nearZero && high <= 0 ? 0 : high + (nearZero && span > 0 ? Math.max(high, 0) * 0.04 : room)
  const step = findStep({ bottom, top, pieces: most - 1 })
  let first = Math.floor(bottom / step + 1e-9)
  let last = Math.ceil(top / step - 1e-9)
  // a tick far outside the values wastes paper: cut there when enough ticks stay
  const cutsTop = last * step - top > step * 0.45 && last - first >= (most === 3 ? 2 : 3)
  const cutsBottom = bottom - first * step > step * 0.45 && last - first - (cutsTop ? 1 : 0) >= 3
  if (cutsTop) last -= 1
  if (cutsBottom) first += 1
  const isShare = quantity.unit.percent && low >= 0 && high <= 100
  const axisLow = cutsBottom ? bottom : first * step
  const axisHigh = cutsTop ? top : last * step
  const ticks: ValueTick[] = []
  for (let at = first; at <= last; at++) {
    const value = Number((at * step).toPrecision(12))
    if (!isShare || value <= 100) ticks.push({ value, label: sayTick(value, step, language) })
  }
  // rounding to whole steps may lose a hair of a value at the very edge
  const bounded = { low: Math.min(low, isShare ? Math.max(0, axisLow) : axisLow), high: Math.max(high, isShare ? Math.min(100, axisHigh) : axisHigh) }
  return { ...bounded, ticks, start: bounded.low > 0 || bounded.high < 0 ? 'elsewhere' : 'zero' }
}

/** the smallest round step that needs no more pieces than wanted */
const findStep = ({ bottom, top, pieces }: { readonly bottom: number; readonly top: number; readonly pieces: number }): number => {
  let power = 10 ** Math.floor(Math.log10(Math.max(top - bottom, 1e-9) / 4))
  for (;;) {
    for (const lead of leads) {
      const step = lead * power
      if (Math.ceil(top / step - 1e-9) - Math.floor(bottom / step + 1e-9) <= pieces) return step
    }
    power *= 10
  }
}

const sayTick = (value: number, step: number, language: Language): string => sayNumber(value, language, decimalsOf(step))

const decimalsOf = (step: number): number => {
  for (let decimals = 0; decimals < 6; decimals++) if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6) return decimals
  return 6
}
