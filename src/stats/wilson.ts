// How far a share may be from the share among all: Wilson's interval for a proportion. Not for weighted shares.

export type ShareInterval = { readonly share: number; readonly low: number; readonly high: number }
const z95 = 1.959963984540054

/** Wilson 1927 (J. Am. Stat. Assoc. 22, 209–212), 95 %: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). It never leaves 0…1.
 *  Undefined without anybody asked, or where more agree than were asked: null. Worked: 7 of 20 → 0.35 (0.1812–0.5671). */
export const wilson = ({ count, of }: { readonly count: number; readonly of: number }): ShareInterval | null => {
  if (!Number.isInteger(count) || !Number.isInteger(of) || of <= 0 || count < 0 || count > of) return null
  const share = count / of, z2 = z95 * z95
  const middle = share + z2 / (2 * of)
  const reach = z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const whole = 1 + z2 / of
  return { share, low: count === 0 ? 0 : (middle - reach) / whole, high: count === of ? 1 : (middle + reach) / whole }
}
