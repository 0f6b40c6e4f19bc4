// Places in an order. Equal values share the smallest place (for showing: 1, 2, 2, 4) or the mean of their places (for coefficients).

export type Ranking = { readonly ties: 'smallest' | 'mean'; readonly first: 'highest' | 'lowest' }

/** Place 1 belongs to the highest (or the lowest) value. Missing values stay NaN and take no place. `order` may be given where it is
 *  known: the indices of the present values, ascending. Worked: 10, 30, 30, 20 from the highest, smallest → 4, 1, 1, 3; mean → 4, 1.5, 1.5, 3. */
export const ranksOf = (x: Float64Array, { ties, first }: Ranking, order: Int32Array = ascendingOrder(x)): Float64Array => {
  const ranks = new Float64Array(x.length).fill(Number.NaN)
  const n = order.length
  for (let from = 0; from < n;) {
    const value = x[order[from] as number]
    let to = from + 1
    while (to < n && x[order[to] as number] === value) to += 1
    // Ascending places of this run of equals are from + 1 … to.
    const low = first === 'lowest' ? from + 1 : n - to + 1
    const place = ties === 'smallest' ? low : low + (to - from - 1) / 2
    for (let at = from; at < to; at += 1) ranks[order[at] as number] = place
    from = to
  }
  return ranks
}

/** The indices of the present values, ascending by value; equals by index, so the order never depends on chance. */
export const ascendingOrder = (x: Float64Array): Int32Array => {
  let n = 0
  const order = new Int32Array(x.length)
  for (let i = 0; i < x.length; i += 1) if (!Number.isNaN(x[i])) { order[n] = i; n += 1 }
  return order.subarray(0, n).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b)
}
