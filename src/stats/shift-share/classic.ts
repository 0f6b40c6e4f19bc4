// How much of a region's change is the nation's growth, its mix of activities, and its own doing. It explains nothing: it sorts the change.
import type { Reason } from '../reason.ts'
import { type Change, kindsOf, type LineKind, sumsOf } from './change.ts'

/** `fast` or `slow` in the nation (G_i against G) and `faster` or `slower` here (g_i against G_i); equal counts as fast, as faster. */
export const cells = ['fast-faster', 'fast-slower', 'slow-faster', 'slow-slower'] as const
export type ShareCell = (typeof cells)[number]
export type ShareLine = {
  readonly kind: LineKind; readonly change: number | null; readonly national: number | null; readonly mix: number | null; readonly regional: number | null
  readonly regionGrowth: number | Reason; readonly nationGrowth: number | Reason; readonly cell: ShareCell | null
}
export type CellSum = { readonly cell: ShareCell; readonly activities: readonly number[]; readonly start: number; readonly change: number }
export type ShiftShare = {
  readonly change: number; readonly national: number; readonly mix: number; readonly regional: number; readonly netShift: number
  /** activities without a national figure at the start: their change, outside the three components */
  readonly apart: number
  readonly regionGrowth: number | Reason; readonly nationGrowth: number
  readonly lines: readonly ShareLine[]; readonly cells: readonly CellSum[]; readonly leftOut: readonly number[]
}

/** national Σ e_i G + mix Σ e_i (G_i − G) + regional Σ (e'_i − e_i − e_i G_i) = the change (Dunn 1960), in the unit of the figures. No division
 *  by e_i: an activity new to the region is wholly regional. An activity the nation did not have is reported apart. Undefined: no complete
 *  line (`no-data`), no national size at the start (`zero-denominator`), sums beyond a number (`out-of-domain`). Worked (Farhauer and
 *  Kröll, region A): change 25 = 27 + 1 − 3. */
export const shiftShare = (change: Change): ShiftShare | Reason => {
  const kinds = kindsOf(change)
  const { e, eEnd, nation, nationEnd } = sumsOf(change, kinds)
  if (kinds.every((kind) => kind === 'missing')) return 'no-data'
  if (nation === 0) return 'zero-denominator'
  if (![e, eEnd, nation, nationEnd].every(Number.isFinite)) return 'out-of-domain'
  const G = nationEnd / nation - 1
  const lines = kinds.map((kind, at): ShareLine => {
    const [start, end, before, after] = [change.regionStart[at] as number, change.regionEnd[at] as number, change.nationStart[at] as number, change.nationEnd[at] as number]
    if (kind === 'missing') return { kind, change: null, national: null, mix: null, regional: null, regionGrowth: 'no-data', nationGrowth: 'no-data', cell: null }
    if (kind === 'apart') return { kind, change: end - start, national: null, mix: null, regional: null, regionGrowth: start === 0 ? 'zero-denominator' : end / start - 1, nationGrowth: 'zero-denominator', cell: null }
    const Gi = after / before - 1, here = start === 0 ? null : end / start - 1
    return {
      kind, change: end - start, national: start * G, mix: start * (Gi - G), regional: end - start - start * Gi,
      regionGrowth: here ?? 'zero-denominator', nationGrowth: Gi,
      // An activity that neither stood nor stands here has no place in the table.
      cell: here === null && end === 0 ? null : `${Gi >= G ? 'fast' : 'slow'}-${(here ?? Number.POSITIVE_INFINITY) >= Gi ? 'faster' : 'slower'}`,
    }
  })
  const sum = (part: 'national' | 'mix' | 'regional'): number => lines.reduce((all, line) => all + (line[part] ?? 0), 0)
  const [national, mix, regional] = [sum('national'), sum('mix'), sum('regional')]
  if (![national, mix, regional, mix + regional].every(Number.isFinite)) return 'out-of-domain'
  return {
    change: eEnd - e, national, mix, regional, netShift: mix + regional,
    apart: lines.reduce((all, line) => (line.kind === 'apart' ? all + (line.change ?? 0) : all), 0),
    regionGrowth: e === 0 ? 'zero-denominator' : eEnd / e - 1, nationGrowth: G, lines,
    cells: cells.map((cell) => {
      const activities = lines.flatMap((line, at) => (line.cell === cell ? [at] : []))
      return { cell, activities, start: activities.reduce((all, at) => all + (change.regionStart[at] as number), 0), change: activities.reduce((all, at) => all + (lines[at]?.change ?? 0), 0) }
    }),
    leftOut: lines.flatMap((line, at) => (line.kind === 'missing' ? [at] : [])),
  }
}
