// Probabilities and quantiles of the normal, t, F, χ² and beta distributions, to about twelve digits.
// `…Below` is P(X ≤ x), `…Above` is P(X > x) computed by itself, so that a small p keeps its digits.
// Not for lists or missing values. A wrong parameter (degrees of freedom ≤ 0, a share outside 0…1) is a programming error: RangeError.
// All of them rest on the two incomplete functions, beta and gamma (Abramowitz and Stegun 1964, 6.1, 6.5, 26.2, 26.5), and the error
// of Stirling's formula taken by itself (Loader 2000), so that large parameters keep their digits too.

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)
const tiny = 1e-300
const steps = 20_000

const needShare = (share: number): void => { if (!(share > 0 && share < 1)) throw new RangeError(`a share must lie between 0 and 1, not ${share}`) }
const needPositive = (name: string, value: number): void => { if (!(value > 0)) throw new RangeError(`${name} must be above 0, not ${value}`) }

/** δ(a) = ln Γ(a) − [(a − ½) ln a − a + ½ ln 2π]; a > 0. The series from 15 on; below it steps up by Γ(a + 1) = aΓ(a). */
const stirlingError = (a: number): number => {
  let at = a, carried = 0
  while (at < 15) {
    // δ(a) − δ(a+1) = (a + ½) ln(1 + 1/a) − 1
    carried += (at + 0.5) * Math.log1p(1 / at) - 1
    at += 1
  }
  const square = 1 / (at * at)
  return carried + (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360_360))))) / at
}
/** ln(1 + d) − d without losing digits for small d. */
const logPlusMinus = (d: number): number => {
  if (Math.abs(d) > 0.1) return Math.log1p(d) - d
  let sum = 0, power = d
  for (let k = 2; k < 24; k += 1) { power *= -d; sum += power / k }
  return sum
}

// ── incomplete gamma ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** x^a e^−x / Γ(a) */
const gammaFront = (a: number, x: number): number => {
  const d = (x - a) / a
  const bend = Math.abs(d) < 0.5 ? a * logPlusMinus(d) : a * Math.log(x / a) - (x - a)
  return Math.exp(bend - stirlingError(a) + 0.5 * Math.log(a) - halfLogTwoPi)
}
/** [P(a, x), Q(a, x)]: the series below a + 1, the continued fraction (Lentz) above. */
const gammaShares = (a: number, x: number): readonly [number, number] => {
  if (x <= 0) return [0, 1]
  if (x === Number.POSITIVE_INFINITY) return [1, 0]
  const front = gammaFront(a, x)
  if (x < a + 1) {
    let term = 1 / a, sum = term
    for (let k = 1; k < steps && Math.abs(term) > Math.abs(sum) * 1e-17; k += 1) { term *= x / (a + k); sum += term }
    const below = Math.min(1, front * sum)
    return [below, 1 - below]
  }
  let b = x + 1 - a, c = 1 / tiny, d = 1 / b, h = d
  for (let k = 1; k < steps; k += 1) {
    const an = -k * (k - a)
    b += 2
    d = 1 / (an * d + b || tiny)
    c = b + an / c || tiny
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  const above = Math.min(1, front * h)
  return [1 - above, above]
}

// ── incomplete beta ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** x^a y^b / B(a, b) with y = 1 − x given by itself */
const betaFront = (a: number, b: number, x: number, y: number): number => {
  const whole = a + b
  const dx = (x * whole - a) / a, dy = (y * whole - b) / b
  const small = Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5
  // a·dx + b·dy = 0, so the linear parts fall out when both are small
  const bend = small ? a * logPlusMinus(dx) + b * logPlusMinus(dy) : a * Math.log((x * whole) / a) + b * Math.log((y * whole) / b)
  return Math.exp(bend - stirlingError(a) - stirlingError(b) + stirlingError(whole) + 0.5 * (Math.log(a) + Math.log(b) - Math.log(whole)) - halfLogTwoPi)
}
const betaFraction = (a: number, b: number, x: number): number => {
  let c = 1, d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny), h = d
  for (let m = 1; m < steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d || tiny)
    c = 1 + even / c || tiny
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d || tiny)
    c = 1 + odd / c || tiny
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return h
}
/** [I_x(a, b), 1 − I_x(a, b)], with y = 1 − x given by itself so that neither end loses digits. */
const betaShares = (a: number, b: number, x: number, y: number): readonly [number, number] => {
  if (x <= 0) return [0, 1]
  if (y <= 0) return [1, 0]
  const front = betaFront(a, b, x, y)
  if (x < (a + 1) / (a + b + 2)) {
    const below = Math.min(1, (front * betaFraction(a, b, x)) / a)
    return [below, 1 - below]
  }
  const above = Math.min(1, (front * betaFraction(b, a, y)) / b)
  return [1 - above, above]
}

// ── turning round ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The x between 0 and `most` where `isLow` turns from true to false: factors of two, then halving. */
const turned = (isLow: (x: number) => boolean, most = 1e300): number => {
  let low = 0, high = Math.min(1, most)
  while (high < most && isLow(high)) { low = high; high = Math.min(most, high * 2) }
  if (low === 0) { low = high; while (low > 1e-300 && !isLow(low)) { high = low; low /= 2 } }
  for (let k = 0; k < 200; k += 1) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) break
    if (isLow(middle)) low = middle
    else high = middle
  }
  return low + (high - low) / 2
}
/** The x with this share below it; the smaller side is compared, so that a share near 1 keeps its digits. */
const turnedAt = (share: number, shares: (x: number) => readonly [number, number], most?: number): number =>
  turned((x) => { const [below, above] = shares(x); return share <= 0.5 ? below < share : above > 1 - share }, most)

// ── normal ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** P(Z > z) of the standard normal. Worked: z = 1.959963984540054 → 0.025. */
export const normalAbove = (z: number): number => {
  const [inner, outer] = gammaShares(0.5, (z * z) / 2)
  return z >= 0 ? outer / 2 : (1 + inner) / 2
}
/** P(Z ≤ z). */
export const normalBelow = (z: number): number => normalAbove(-z)
/** The z with P(Z ≤ z) = share. Worked: 0.975 → 1.959963984540054. */
export const normalQuantile = (share: number): number => {
  needShare(share)
  if (share === 0.5) return 0
  const tail = Math.min(share, 1 - share)
  const size = turned((x) => normalAbove(x) > tail)
  return share < 0.5 ? -size : size
}
// ── t ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** P(|T| > |t|), the two-sided p. Worked: t = 2.228138851964939, 10 degrees → 0.05. */
export const tTwoSided = (t: number, degrees: number): number => {
  needPositive('the degrees of freedom', degrees)
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return betaShares(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square))[0]
}
/** P(T > t). */
export const tAbove = (t: number, degrees: number): number => { const half = tTwoSided(t, degrees) / 2; return t >= 0 ? half : 1 - half }
/** P(T ≤ t). */
export const tBelow = (t: number, degrees: number): number => tAbove(-t, degrees)
/** The t with P(T ≤ t) = share. Worked: 0.975, 10 degrees → 2.228138851964939. */
export const tQuantile = (share: number, degrees: number): number => {
  needShare(share)
  needPositive('the degrees of freedom', degrees)
  if (share === 0.5) return 0
  const tail = Math.min(share, 1 - share)
  const size = turned((x) => tAbove(x, degrees) > tail)
  return share < 0.5 ? -size : size
}

// ── χ², F, beta ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** P(X > x) of χ². Worked: x = 3.841458820694124, 1 degree → 0.05. */
export const chiSquareAbove = (x: number, degrees: number): number => { needPositive('the degrees of freedom', degrees); return gammaShares(degrees / 2, x / 2)[1] }
export const chiSquareBelow = (x: number, degrees: number): number => { needPositive('the degrees of freedom', degrees); return gammaShares(degrees / 2, x / 2)[0] }
export const chiSquareQuantile = (share: number, degrees: number): number => {
  needShare(share)
  needPositive('the degrees of freedom', degrees)
  return turnedAt(share, (x) => gammaShares(degrees / 2, x / 2))
}

const fShares = (x: number, upper: number, lower: number): readonly [number, number] => {
  needPositive('the degrees of freedom', Math.min(upper, lower))
  if (x <= 0) return [0, 1]
  const whole = upper * x + lower
  return whole === Number.POSITIVE_INFINITY ? [1, 0] : betaShares(upper / 2, lower / 2, (upper * x) / whole, lower / whole)
}
/** P(X > x) of F with `upper` degrees above and `lower` below the line. Worked: x = 3.708264819, 3 and 10 → 0.05. */
export const fAbove = (x: number, upper: number, lower: number): number => fShares(x, upper, lower)[1]
export const fBelow = (x: number, upper: number, lower: number): number => fShares(x, upper, lower)[0]
export const fQuantile = (share: number, upper: number, lower: number): number => {
  needShare(share)
  return turnedAt(share, (x) => fShares(x, upper, lower))
}

/** I_x(a, b), the probability below x of beta(a, b). Worked: x = 0.5, a = 2, b = 3 → 0.6875. */
export const betaBelow = (x: number, a: number, b: number): number => { needPositive('a and b', Math.min(a, b)); return betaShares(a, b, x, 1 - x)[0] }
export const betaAbove = (x: number, a: number, b: number): number => { needPositive('a and b', Math.min(a, b)); return betaShares(a, b, x, 1 - x)[1] }
export const betaQuantile = (share: number, a: number, b: number): number => {
  needShare(share)
  needPositive('a and b', Math.min(a, b))
  return turnedAt(share, (x) => betaShares(a, b, x, 1 - x), 1)
}
