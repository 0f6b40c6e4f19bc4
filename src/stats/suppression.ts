// Which cells of a table of people are hidden, so that nobody can be told from it: those under five, and as many others as it takes
// that no hidden one can be worked out from the totals. Not rounding, and not a matter of who reads: the same for all.

export const leastShown = 5
/** `true` is hidden. */
export type HiddenList = { readonly cells: readonly boolean[]; readonly total: boolean }
export type HiddenCross = { readonly cells: readonly (readonly boolean[])[]; readonly rowTotals: readonly boolean[]; readonly columnTotals: readonly boolean[]; readonly total: boolean }

/** An edge between two sums a number stands in. `sign` −1 is a total: what it gains, its cells must gain together. */
type Edge = { readonly from: number; readonly to: number; readonly sign: 1 | -1; readonly count: number; hidden: boolean; readonly mayHide: boolean; /** the least a reader knows it to be */ readonly least: 0 | 1 }

/** One list with its total, as the answers to one question. Under five are hidden; if one alone would be left, the smallest other
 *  goes too; if there is no other, the whole list. Worked: 12, 9, 3 of 24 → 9 and 3 are hidden, 12 and 24 shown.
 *  Where silence is what a table is for, nought is `said`; a reader then knows that whatever is hidden is somebody. */
export const hideSmall = (counts: readonly number[], { nought = 'hidden' }: { readonly nought?: 'hidden' | 'said' } = {}): HiddenList => {
  const total = sum(counts)
  const isSaid = (count: number): boolean => nought === 'said' && count === 0
  const least = nought === 'said' ? 1 : 0
  const edges: Edge[] = [
    ...counts.map((count): Edge => ({ from: 0, to: 1, sign: 1, count, hidden: count < leastShown && !isSaid(count), mayHide: !isSaid(count), least })),
    { from: 0, to: 1, sign: -1, count: total, hidden: total < leastShown && !isSaid(total), mayHide: false, least: 0 },
  ]
  if (!hideMore(edges)) for (const edge of edges.slice(0, -1)) edge.hidden = edge.mayHide
  if (edges.some((edge) => isKnown(edges, edge))) for (const edge of edges) edge.hidden ||= edge.mayHide || edge.sign === -1
  return { cells: edges.slice(0, -1).map(({ hidden }) => hidden), total: edges.at(-1)?.hidden === true }
}

/** A table of two questions with its totals. The totals are hidden as each list would hide them; inside, cells under five and others,
 *  the smallest first, until every hidden one lies on a ring of hidden ones along which a person can be moved without changing any
 *  number shown (that is exactly when it cannot be worked out: Gusfield 1988, SIAM J. Comput. 17, 552–571). If no ring can be
 *  closed, everything inside is hidden; if even that tells, the totals too. */
export const hideSmallCross = (counts: readonly (readonly number[])[]): HiddenCross => {
  const width = counts[0]?.length ?? 0, height = counts.length
  const rowSums = counts.map(sum), columnSums = Array.from({ length: width }, (_, c) => sum(counts.map((row) => row[c] ?? 0)))
  const rows = hideSmall(rowSums), columns = hideSmall(columnSums)
  // Places: rows 0…height−1, the row of totals `height`, then the columns and the column of totals.
  const place = (c: number): number => height + 1 + c
  const inner: Edge[] = counts.flatMap((row, r) => row.map((count, c): Edge => ({ from: r, to: place(c), sign: 1, count, hidden: count < leastShown, mayHide: true, least: 0 })))
  const outer: Edge[] = [
    ...rowSums.map((count, r): Edge => ({ from: r, to: place(width), sign: -1, count, hidden: rows.cells[r] === true, mayHide: false, least: 0 })),
    ...columnSums.map((count, c): Edge => ({ from: height, to: place(c), sign: -1, count, hidden: columns.cells[c] === true, mayHide: false, least: 0 })),
    { from: height, to: place(width), sign: 1, count: sum(rowSums), hidden: rows.total || columns.total, mayHide: false, least: 0 },
  ]
  const edges = [...inner, ...outer]
  if (!hideMore(edges)) {
    for (const edge of inner) edge.hidden = true
    if (edges.some((edge) => isKnown(edges, edge))) for (const edge of outer) edge.hidden = true
  }
  const hidden = (at: number): boolean => edges[at]?.hidden === true
  return {
    cells: counts.map((row, r) => row.map((_, c) => hidden(r * width + c))),
    rowTotals: rowSums.map((_, r) => hidden(inner.length + r)), columnTotals: columnSums.map((_, c) => hidden(inner.length + height + c)), total: hidden(edges.length - 1),
  }
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
/** Moving along an edge from its row to its column adds a person to a cell, or takes one from a total; nobody can be taken from none. */
const goes = (edge: Edge, way: 'along' | 'back'): boolean => ((way === 'along') === (edge.sign === 1)) || edge.count > edge.least
type Step = { readonly edge: Edge; readonly before: Step | null; readonly at: number; readonly cost: number }

/** The cheapest way from place to place without `not`: hidden edges cost nothing, others what they hold. */
const wayBetween = (edges: readonly Edge[], { start, end, not, through }: { readonly start: number; readonly end: number; readonly not: Edge; readonly through: 'hidden' | 'all' }): Step | null => {
  const best = new Map<number, number>([[start, 0]])
  const waiting: { at: number; cost: number; step: Step | null }[] = [{ at: start, cost: 0, step: null }]
  while (waiting.length > 0) {
    let next = 0
    waiting.forEach((one, index) => { if (one.cost < (waiting[next]?.cost ?? 0)) next = index })
    const [here] = waiting.splice(next, 1)
    if (here === undefined || here.cost > (best.get(here.at) ?? Number.POSITIVE_INFINITY)) continue
    if (here.at === end) return here.step
    for (const edge of edges) {
      if (edge === not || (!edge.hidden && (through === 'hidden' || !edge.mayHide))) continue
      const to = edge.from === here.at && goes(edge, 'along') ? edge.to : edge.to === here.at && goes(edge, 'back') ? edge.from : -1
      if (to === -1) continue
      const cost = here.cost + (edge.hidden ? 0 : edge.count + 1)
      if (cost >= (best.get(to) ?? Number.POSITIVE_INFINITY)) continue
      best.set(to, cost)
      waiting.push({ at: to, cost, step: { edge, before: here.step, at: to, cost } })
    }
  }
  return null
}
/** The ways that close a ring over this edge, in either direction. */
const ring = (edges: readonly Edge[], edge: Edge, through: 'hidden' | 'all'): Step | null => {
  const ways = [
    goes(edge, 'along') ? wayBetween(edges, { start: edge.to, end: edge.from, not: edge, through }) : null,
    goes(edge, 'back') ? wayBetween(edges, { start: edge.from, end: edge.to, not: edge, through }) : null,
  ].filter((way) => way !== null)
  return ways.sort((a, b) => a.cost - b.cost)[0] ?? null
}
/** Hidden, and still no other number would fit. */
const isKnown = (edges: readonly Edge[], edge: Edge): boolean => edge.hidden && ring(edges, edge, 'hidden') === null
/** Hides others until nothing hidden is known; false where that cannot be done. */
const hideMore = (edges: readonly Edge[]): boolean => {
  for (;;) {
    const known = edges.filter((edge) => isKnown(edges, edge))
    const open = known[0]
    if (open === undefined) return true
    const way = ring(edges, open, 'all')
    if (way === null) return false
    for (let step: Step | null = way; step !== null; step = step.before) step.edge.hidden = true
  }
}
