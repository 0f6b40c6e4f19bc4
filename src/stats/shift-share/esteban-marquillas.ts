// Shift-share that keeps apart being good at something from having much of it.
import type { Reason } from '../reason.ts'
import type { Change } from './change.ts'
import { shiftShare } from './classic.ts'

export type EstebanLine = {
  readonly kind: 'counted' | 'new' | 'apart' | 'missing'; readonly homothetic: number | null
  readonly national: number | null; readonly mix: number | null; readonly competitive: number | null; readonly allocation: number | null
  /** more here than in a region built like the nation; growing faster than in the nation */
  readonly specialised: 'yes' | 'no' | null; readonly advantage: 'yes' | 'no' | null
}
export type Esteban = {
  readonly change: number; readonly national: number; readonly mix: number; readonly competitive: number; readonly allocation: number
  /** activities without any size here at the start: they have no rate, so their change is a line of its own */
  readonly newActivities: number
  readonly apart: number; readonly lines: readonly EstebanLine[]; readonly leftOut: readonly number[]
}

/** h_i = e·E_i/E (the size it would have in a region built like the nation); competitive Σ h_i (g_i − G_i), allocation Σ (e_i − h_i)(g_i − G_i); national
 *  and mix as in the classic form; with `newActivities` and `apart` they sum to the change (Esteban-Marquillas 1972). Undefined as the
 *  classic form is. Worked (Farhauer and Kröll, region A): 27 + 1 − 0.6364 − 2.3636 = 25. */
export const estebanMarquillas = (change: Change): Esteban | Reason => {
  const classic = shiftShare(change)
  if (typeof classic === 'string') return classic
  const counts = (at: number): boolean => classic.lines[at]?.kind !== 'missing'
  const sum = (list: Float64Array): number => list.reduce((all, one, at) => (counts(at) ? all + one : all), 0)
  const e = sum(change.regionStart), E = sum(change.nationStart)
  const lines = classic.lines.map((line, at): EstebanLine => {
    const { kind, national, mix } = line
    const homothetic = kind === 'missing' ? null : (e * (change.nationStart[at] as number)) / E
    if (kind !== 'counted' || homothetic === null) return { kind, homothetic, national, mix, competitive: null, allocation: null, specialised: null, advantage: null }
    const gap = (line.regionGrowth as number) - (line.nationGrowth as number), own = change.regionStart[at] as number
    return { kind, homothetic, national, mix, competitive: homothetic * gap, allocation: (own - homothetic) * gap, specialised: own > homothetic ? 'yes' : 'no', advantage: gap > 0 ? 'yes' : 'no' }
  })
  const total = (part: 'competitive' | 'allocation'): number => lines.reduce((all, line) => all + (line[part] ?? 0), 0)
  if (![total('competitive'), total('allocation')].every(Number.isFinite)) return 'out-of-domain'
  return {
    change: classic.change, national: classic.national, mix: classic.mix, competitive: total('competitive'), allocation: total('allocation'),
    newActivities: classic.lines.reduce((all, line) => (line.kind === 'new' ? all + (line.change ?? 0) : all), 0),
    apart: classic.apart, lines, leftOut: classic.leftOut,
  }
}
