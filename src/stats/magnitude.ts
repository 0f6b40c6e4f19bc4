// How large the numbers are, as a power of two: dividing by it changes no digit, and squares and sums of what is left stay finite.

/** The largest power of two not above the largest absolute value; 1 where there is none but zeros. Worked: 3, −5, NaN → 4. */
export const magnitudeOf = (values: Float64Array): number => {
  let most = 0
  for (const one of values) if (Math.abs(one) > most) most = Math.abs(one)
  return most > 0 && Number.isFinite(most) ? 2 ** Math.max(-1022, Math.floor(Math.log2(most))) : 1
}
