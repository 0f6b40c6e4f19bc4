// The four performance groups of the innovation scoreboards, and their thirds, from a score in per cent of the EU. Imported scores only.
import type { Value } from '../reason.ts'

export type InnovationGroup = 'leader' | 'strong' | 'moderate' | 'emerging'
export type InnovationThird = '+' | '' | '-'
export type Grouped = { readonly group: InnovationGroup; readonly third: InnovationThird }
/** Eleven cuts from above: Leader+ | Leader | Leader− | Strong+ | … | Emerging−. */
export const cuts2021: readonly number[] = [144.8, 134.9, 125, 116.7, 108.3, 100, 90, 80, 70, 52.1, 34.1]
const groups: readonly InnovationGroup[] = ['leader', 'strong', 'moderate', 'emerging']
const thirds: readonly InnovationThird[] = ['+', '', '-']

/** A score on a cut belongs to the lower group. Without a score: 'no-data'. Source: Salazar-Elena and Zabala-Iturriagagoitia, Cotec
 *  review of RIS 2021, 32–33. Worked: 125 → strong+, 125.1 → leader−, 34.1 → emerging−. */
export const innovationGroup = (score: number, cuts: readonly number[] = cuts2021): Grouped | 'no-data' => {
  if (cuts.length !== 11 || cuts.some((cut, at) => at > 0 && !(cut < (cuts[at - 1] as number)))) throw new Error('innovation groups: eleven cuts, each below the one before')
  if (!Number.isFinite(score)) return 'no-data'
  const at = cuts.findIndex((cut) => score > cut)
  const place = at === -1 ? 11 : at
  return { group: groups[Math.floor(place / 3)] as InnovationGroup, third: thirds[place % 3] as InnovationThird }
}

/** The cuts of an edition: 125, 100 and 70 hold; the inner bands are cut in thirds, the outer two in thirds up to the best region and down
 *  to the worst. Worked: best 154.7, worst 16.2 → 144.8, 134.9, 125, 116.67, 108.33, 100, 90, 80, 70, 52.07, 34.13. */
export const innovationCuts = ({ best, worst }: { readonly best: number; readonly worst: number }): readonly number[] | 'out-of-domain' => {
  if (!(best > 125 && worst < 70)) return 'out-of-domain'
  const between = (high: number, low: number): readonly number[] => [high - (high - low) / 3, high - 2 * (high - low) / 3]
  return [...between(best, 125), 125, ...between(125, 100), 100, ...between(100, 70), 70, ...between(70, worst)]
}

/** What regions of a country are multiplied by so that countries stand as in the national scoreboard: (EIS_c/EIS_EU)/(RIS_c/RIS_EU).
 *  A divisor of 0 or a gap: a reason. Worked: 60 of 120 and 0.3 of 0.5 → 0.8333. */
export const countryCorrection = ({ national, nationalEu, regional, regionalEu }: { readonly national: number; readonly nationalEu: number; readonly regional: number; readonly regionalEu: number }): Value => {
  if ([national, nationalEu, regional, regionalEu].some(Number.isNaN)) return 'no-data'
  if (nationalEu === 0 || regional === 0 || regionalEu === 0) return 'zero-denominator'
  const factor = national / nationalEu / (regional / regionalEu)
  return Number.isFinite(factor) ? factor : 'out-of-domain'
}
