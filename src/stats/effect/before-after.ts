// The first question after any measure: did we change more than others did in the same years?
// Not a cause yet: whoever was bound to grow faster anyway looks good here.
import type { Reason, Value } from '../reason.ts'
import { finiteOr, meanOf } from '../series.ts'
import { enough, needDesign, type OneTreated, placeOf, rowOf, wholeDonors } from './design.ts'

export type BeforeAfter = {
  readonly change: Value
  readonly meanChange: Value
  readonly effect: Value
  /** every donor's own change and its „effect“ against the other donors */
  readonly placebos: readonly { readonly row: number; readonly change: number; readonly effect: number }[]
  readonly rank: Value
  readonly p: Value
  readonly without: readonly number[]
}
type Options = {
  /** years before and after whose means are compared; all where absent */
  readonly before?: number
  readonly after?: number
  readonly side?: 'both' | 'greater' | 'less'
}

/** Change = mean after − mean before; effect = own change − mean change of the donors; p = rank ÷ (J + 1) among the same of every donor
 *  against the others (by size, or on one side). Undefined: no donor ('no-data'), a gap in the own years ('no-data'); under eight donors the
 *  effect is shown without p ('too-few'). Worked: own 1, 1 → 4, others 1, 1 → 2 and 1, 1 → 2: effect 2. Source: any textbook. */
export const beforeAfter = (design: OneTreated, { before, after, side = 'both' }: Options = {}): BeforeAfter => {
  needDesign(design)
  const { panel, treated, first } = design, { kept, without } = wholeDonors(design)
  const from = Math.max(0, first - (before ?? first)), to = Math.min(panel.columns, first + (after ?? panel.columns))
  const changeOf = (row: number): number => meanOf(rowOf(panel, row).subarray(first, to)) - meanOf(rowOf(panel, row).subarray(from, first))
  const changes = kept.map(changeOf), own = changeOf(treated)
  const none = (why: Reason): BeforeAfter => ({ change: finiteOr(own, 'no-data'), meanChange: why, effect: why, placebos: [], rank: why, p: why, without })
  if (kept.length === 0 || !Number.isFinite(own)) return none('no-data')
  const mean = meanOf(Float64Array.from(changes)), effect = own - mean
  if (!Number.isFinite(effect)) return none('out-of-domain')
  const placebos = kept.map((row, at) => {
    const change = changes[at] as number
    return { row, change, effect: kept.length < 2 ? 0 : change - meanOf(Float64Array.from(changes.filter((_, other) => other !== at))) }
  })
  const sized = (one: number): number => (side === 'both' ? Math.abs(one) : side === 'greater' ? one : -one)
  const { rank, p } = placeOf(sized(effect), placebos.map((one) => sized(one.effect)))
  const isEnough = kept.length >= enough.peers
  return { change: own, meanChange: mean, effect, placebos, rank: isEnough ? rank : 'too-few', p: isEnough ? p : 'too-few', without }
}
