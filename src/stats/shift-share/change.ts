// What every form of shift-share starts from: sizes per activity in region and nation at two moments, and which lines can be counted.

/** Region and nation in the same unit (jobs), one figure per activity at the start and at the end; NaN where missing. */
export type Change = { readonly regionStart: Float64Array; readonly regionEnd: Float64Array; readonly nationStart: Float64Array; readonly nationEnd: Float64Array }
/** `counted` — in every component · `new` — nothing here at the start · `apart` — nothing in the nation at the start, so no rate to compare with
 *  · `missing` — one of the four figures is not there: the line is in no sum and no total. */
export type LineKind = 'counted' | 'new' | 'apart' | 'missing'
export type Sums = { readonly e: number; readonly eEnd: number; readonly nation: number; readonly nationEnd: number }

export const kindAt = ({ regionStart, regionEnd, nationStart, nationEnd }: Change, at: number): LineKind => {
  const [e, end, E, End] = [regionStart[at] as number, regionEnd[at] as number, nationStart[at] as number, nationEnd[at] as number]
  if ([e, end, E, End].some(Number.isNaN)) return 'missing'
  return E === 0 ? 'apart' : e === 0 ? 'new' : 'counted'
}
export const kindsOf = (change: Change): readonly LineKind[] => {
  const lists = [change.regionStart, change.regionEnd, change.nationStart, change.nationEnd]
  if (lists.some((list) => list.length !== change.regionStart.length)) throw new RangeError('four lists of one length')
  if (lists.some((list) => list.some((one) => one < 0))) throw new RangeError('a size below nought')
  return Array.from(change.regionStart, (_, at) => kindAt(change, at))
}
/** Totals over the lines that are not missing. */
export const sumsOf = (change: Change, kinds: readonly LineKind[]): Sums => {
  const sum = (list: Float64Array): number => list.reduce((all, one, at) => (kinds[at] === 'missing' ? all : all + one), 0)
  return { e: sum(change.regionStart), eEnd: sum(change.regionEnd), nation: sum(change.nationStart), nationEnd: sum(change.nationEnd) }
}
