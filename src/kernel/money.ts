// Amounts with their currency. The lev left on 1 January 2026 at a rate fixed by law.
export const bgnPerEur = 1.95583

/** Divides by the full five-decimal rate, rounds once at the end, a third decimal of 5 or more goes up.
 *  Worked: 10,617 → 5,428.39. Errors: none; a missing amount must not come here. */
export const eurFromBgn = (bgn: number, decimals = 2): number => {
  const factor = 10 ** decimals
  const exact = (Math.abs(bgn) / bgnPerEur) * factor
  return (Math.sign(bgn) * Math.round(exact + 1e-9)) / factor
}
