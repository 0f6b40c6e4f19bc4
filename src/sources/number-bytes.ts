// Reads a decimal number out of bytes: digits, a point and digits, a minus before. No exponent, no plus, no grouping.
const minus = 45, point = 46, zero = 48, nine = 57
const largestExact = 2 ** 53 / 10 - 1
const powers = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))
const latin = new TextDecoder('latin1')

/** What was read last; one object serves a whole file. */
export type ReadNumber = { value: number; decimals: number }
export const newNumber = (): ReadNumber => ({ value: 0, decimals: 0 })

/** Reads from `from` as far as the number goes and gives the place after it; −1 when there is none, or one too large for a number. The bytes must go on
 *  after the number with something that belongs to no number (a line feed, say). Minus zero becomes zero. */
export const readNumber = (bytes: Uint8Array, from: number, number: ReadNumber): number => {
  let place = from
  let byte = bytes[place] as number
  const negative = byte === minus
  if (negative) { place += 1; byte = bytes[place] as number }
  const firstDigit = place
  let mantissa = 0
  while (byte >= zero && byte <= nine) {
    mantissa = mantissa * 10 + (byte - zero)
    place += 1
    byte = bytes[place] as number
  }
  if (place === firstDigit) return -1
  let decimals = 0
  if (byte === point) {
    const firstDecimal = place + 1
    for (;;) {
      place += 1
      byte = bytes[place] as number
      if (byte < zero || byte > nine) break
      mantissa = mantissa * 10 + (byte - zero)
    }
    decimals = place - firstDecimal
    if (decimals === 0) return -1
  }
  // Exact integers divided by exact powers of ten round as the decimal text does; what is longer is left to Number.
  if (mantissa > largestExact || decimals > 22) {
    mantissa = Math.abs(Number(latin.decode(bytes.subarray(from, place))))
    if (mantissa === Infinity) return -1
  } else if (decimals > 0) mantissa /= powers[decimals] as number
  number.value = negative && mantissa !== 0 ? -mantissa : mantissa
  number.decimals = decimals
  return place
}
