// A x = b for a small symmetric positive definite A, by Cholesky's decomposition. Not for large or indefinite systems.

/** `a` row-major k × k, `b` k long. Not positive definite (a singular matrix): null. Worked: [[4, 2], [2, 3]] x = (8, 7) → (1.25, 1.5). */
export const solveSymmetric = (a: Float64Array, b: Float64Array): Float64Array | null => {
  const k = b.length
  const lower = new Float64Array(k * k)
  for (let i = 0; i < k; i += 1) for (let j = 0; j <= i; j += 1) {
    let sum = a[i * k + j] as number
    for (let l = 0; l < j; l += 1) sum -= (lower[i * k + l] as number) * (lower[j * k + l] as number)
    if (i !== j) lower[i * k + j] = sum / (lower[j * k + j] as number)
    else if (sum > 1e-12 * Math.abs(a[i * k + i] as number) && Number.isFinite(sum)) lower[i * k + i] = Math.sqrt(sum)
    else return null
  }
  const x = b.slice()
  for (let i = 0; i < k; i += 1) {
    for (let l = 0; l < i; l += 1) x[i] = (x[i] as number) - (lower[i * k + l] as number) * (x[l] as number)
    x[i] = (x[i] as number) / (lower[i * k + i] as number)
  }
  for (let i = k - 1; i >= 0; i -= 1) {
    for (let l = i + 1; l < k; l += 1) x[i] = (x[i] as number) - (lower[l * k + i] as number) * (x[l] as number)
    x[i] = (x[i] as number) / (lower[i * k + i] as number)
  }
  return x
}
