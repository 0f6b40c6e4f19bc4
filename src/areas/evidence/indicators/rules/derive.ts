// From stored series to what an indicator says of a region: lev to euro, sums, differences, ratios, the rule of small numbers.
// Computed when read, by pure rules; nothing derived is stored. Where a part is confidential, so is what would reveal it.
import { bgnPerEur } from '#kernel/money.ts'
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { Unit } from '#kernel/quantity.ts'
import type { NutsVersion, Region } from '#kernel/region.ts'
import type { Limits } from '#areas/evidence/datasets/rules.ts'
import type { Run } from '#areas/evidence/datasets/rules/arithmetic.ts'
import { differenceOf, meanOfTwo, ratioOf, scaled, sumOf } from '#areas/evidence/datasets/rules/arithmetic.ts'
import type { Definition, Indicator, Series } from '../rules.ts'

/** A direct indicator's stored series of one region. */
export type Stored = { readonly run: Run; readonly unit: Unit; readonly vintage: number; readonly nutsVersion: NutsVersion }
/** Where values come from: what is defined, and what is stored. */
export type Sources = {
  readonly indicator: (key: string) => Indicator | undefined
  readonly stored: (key: string, region: Region) => Stored | undefined
  readonly limits: (key: string) => Limits | undefined
  /** direct indicators of the same dataset whose filter differs in one dimension only */
  readonly siblings: (key: string) => readonly string[]
}

/** A rate on fewer cases says more about chance than about the municipality. */
export const fewestCases = 30

/** Whether the parts of a region add up to it: people and money do, rates do not. */
export const addsUp = (sources: Pick<Sources, 'indicator' | 'limits'>, key: string, depth = 0): boolean => {
  const from = sources.indicator(key)?.from
  if (!from || depth > 8) return false
  switch (from.kind) {
    case 'direct': return sources.limits(key)?.adds === 'regions'
    case 'sum': case 'difference': return from.of.every((part) => addsUp(sources, part, depth + 1))
    case 'meanOfTwo': return addsUp(sources, from.of, depth + 1)
    default: return false
  }
}

/** The direct indicators a definition rests on, each once. A circle of definitions ends in nothing. */
export const leavesOf = (indicator: (key: string) => Indicator | undefined, key: string, above: readonly string[] = []): readonly string[] => {
  const from = indicator(key)?.from
  if (!from || above.includes(key)) return []
  if (from.kind === 'direct') return [key]
  return [...new Set(partsOf(from).flatMap((part) => leavesOf(indicator, part, [...above, key])))]
}
export const partsOf = (from: Definition): readonly string[] => {
  switch (from.kind) {
    case 'ratio': return [from.over, from.under]
    case 'sum': case 'difference': return from.of
    case 'meanOfTwo': return [from.of]
    default: return []
  }
}

type Made = { readonly run: Run; readonly vintages: readonly number[]; readonly nutsVersion: NutsVersion; readonly original: Series['original']; readonly cases: Float64Array | null }

/** undefined: the source serves nothing for this region (of the indicator or of one of its parts). */
export const deriveSeries = (sources: Sources, key: string, region: Region): Series | undefined => {
  const indicator = sources.indicator(key)
  const made = indicator && make(sources, indicator, region, 0)
  if (!indicator || !made) return undefined
  const { run } = made
  return {
    indicator: key, region: region.code, nutsVersion: made.nutsVersion, periods: run.periods, values: run.values, flags: run.flags, missing: run.missing,
    decimals: indicator.decimals, original: made.original, cases: made.cases, vintages: made.vintages,
  }
}

const make = (sources: Sources, indicator: Indicator, region: Region, depth: number): Made | undefined => {
  // Deeper than any sensible definition: a circle, which the form refuses but a catalogue file may hold.
  if (depth > 8) return undefined
  const { from } = indicator
  const part = (key: string): (Made & { readonly unit: Unit }) | undefined => {
    const other = sources.indicator(key)
    const made = other && make(sources, other, region, depth + 1)
    return made && other ? { ...made, unit: other.unit } : undefined
  }
  if (from.kind === 'direct') return fromStored(sources.stored(indicator.key, region), indicator.unit)
  if (from.kind === 'none') return undefined
  const parts = partsOf(from).map(part)
  if (parts.some((one) => one === undefined)) return undefined
  const whole = parts as readonly (Made & { readonly unit: Unit })[]
  const common = { vintages: [...new Set(whole.flatMap((one) => one.vintages))], nutsVersion: whole[0]?.nutsVersion ?? region.version, original: null }
  // In whole units, so that thousands meet ones; back in the indicator's own scale at the end.
  const runs = whole.map((one) => scaled(one.run, one.unit.scale))
  if (from.kind === 'ratio') return { ...common, ...rate({ sources, from, indicator, region, over: runs[0] as Run, under: runs[1] as Run }) }
  const run = from.kind === 'sum' ? sumOf(runs) : from.kind === 'meanOfTwo' ? meanOfTwo(runs[0] as Run) : differenceOf(runs, hiddenBeside({ sources, keys: from.of, region }))
  return { ...common, run: scaled(run, 1 / indicator.unit.scale), cases: null }
}

/** Stored in lev and shown in euro at the rate fixed by law; the lev stay beside it. Worked: 1,000 lev are 511.29 euro. */
const fromStored = (stored: Stored | undefined, unit: Unit): Made | undefined => {
  if (!stored) return undefined
  const { run } = stored
  const factor = (stored.unit.scale / unit.scale) / (stored.unit.currency === 'BGN' && unit.currency === 'EUR' ? bgnPerEur : 1)
  const isConverted = stored.unit.currency === 'BGN' && unit.currency === 'EUR'
  return {
    run: scaled(run, factor), vintages: [stored.vintage], nutsVersion: stored.nutsVersion, cases: null,
    original: isConverted ? { currency: 'BGN', values: scaled(run, stored.unit.scale / unit.scale).values } : null,
  }
}

/** What stands beside the parts under the same total: a confidential one there would be revealed by the difference. */
const hiddenBeside = (from: { sources: Sources; keys: readonly string[]; region: Region }): readonly Run[] => {
  const { sources, keys, region } = from
  const beside = keys.slice(1).flatMap((key) => sources.siblings(key)).filter((key) => !keys.includes(key))
  return [...new Set(beside)].flatMap((key) => { const stored = sources.stored(key, region); return stored ? [stored.run] : [] })
}

type Rate = { readonly sources: Sources; readonly from: Extract<Definition, { kind: 'ratio' }>; readonly indicator: Indicator; readonly region: Region; readonly over: Run; readonly under: Run }
const rate = ({ sources, from, indicator, region, over, under }: Rate): { run: Run; cases: Float64Array | null } => {
  const bottom = from.underAt === undefined ? under : fixedAt({ run: under, at: from.underAt as Period, periods: over.periods })
  const ratio = ratioOf({ over, under: bottom, times: from.times / indicator.unit.scale, shift: from.underShift ?? 0, decimals: indicator.decimals })
  if (!isCount(sources, from.over)) return { run: ratio, cases: null }
  const cases = new Float64Array(ratio.periods.map((period) => over.values[over.periods.indexOf(period)] ?? Number.NaN))
  return { run: region.level === 'municipality' ? withoutSmallNumbers(ratio, cases) : ratio, cases }
}
const isCount = (sources: Sources, key: string, depth = 0): boolean => {
  const from = sources.indicator(key)?.from
  if (!from || depth > 8) return false
  if (from.kind === 'direct') return sources.limits(key)?.whole === 'yes'
  return from.kind === 'sum' && from.of.every((part) => isCount(sources, part, depth + 1))
}
/** The value of one period, for every period. */
const fixedAt = (from: { run: Run; at: Period; periods: readonly Period[] }): Run => {
  const place = from.run.periods.indexOf(from.at)
  const value = place < 0 ? Number.NaN : (from.run.values[place] as number)
  const reason: Missing | null = place < 0 ? 'notServed' : (from.run.missing[place] ?? null)
  const flags = from.run.flags[place] ?? ''
  return {
    periods: from.periods, decimals: from.run.decimals, values: new Float64Array(from.periods.length).fill(value),
    flags: from.periods.map(() => flags), missing: from.periods.map(() => reason),
  }
}
/** 18 births among 2,238 people give no rate; how many cases there were is kept and said in words. */
export const withoutSmallNumbers = (run: Run, cases: Float64Array): Run => {
  const few = (at: number): boolean => run.missing[at] === null && (cases[at] as number) < fewestCases
  return {
    ...run,
    values: run.values.map((value, at) => (few(at) ? Number.NaN : value)),
    missing: run.missing.map((reason, at) => (few(at) ? 'unreliable' : reason)),
  }
}
