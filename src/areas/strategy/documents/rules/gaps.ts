// How far the region stands from the middle and from the best of its like, figure by figure. Pure.
import { isRankable } from '#areas/evidence/indicators/rules/place.ts'
import type { Headline } from '#areas/evidence/indicators/rules.ts'
import type { RegionReport } from '#areas/evidence/indicators/rules/report.ts'

export type Gap = {
  readonly headline: Headline & { readonly newest: NonNullable<Headline['newest']>; readonly place: NonNullable<Headline['place']> }
  readonly own: number
  readonly median: number
  readonly best: number
  /** own beside the median in spreads between the quarters, positive where it is the better side; 0 where all are alike */
  readonly lead: number
}
/** Only what may be judged, as in the profile's overview: of the region's own, reliable, with a better direction that no price moves.
 *  Worked: unemployment 4.0 beside a median of 7.7 and quarters 5.2 and 9.2, less is better: (7.7 − 4.0) ÷ 4.0 = 0.925. */
export const gapsOf = (report: RegionReport): readonly Gap[] => report.chapters.flatMap(({ lines }) => lines.flatMap(({ headline }): readonly Gap[] => {
  const { indicator, newest, spread, place } = headline
  if (newest === null || newest.cell.value === null || !isRankable(newest.cell) || spread === null || place?.place == null || headline.isOfHigherLevel) return []
  if (indicator.direction === 'neither' || place.direction === 'neither' || headline.above?.meaning === 'share' || headline.caveats.some(({ kind }) => kind === 'price')) return []
  const sign = indicator.direction === 'more' ? 1 : -1
  const width = spread.q3 - spread.q1
  const own = newest.cell.value
  return [{ headline: { ...headline, newest, place }, own, median: spread.median, best: sign > 0 ? Math.max(spread.max, own) : Math.min(spread.min, own), lead: width === 0 ? 0 : (sign * (own - spread.median)) / width }]
}))
