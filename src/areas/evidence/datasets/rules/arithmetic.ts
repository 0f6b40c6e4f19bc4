// Sums, differences and ratios of whole series, cell by cell. A result is a number with the flags of all it rests on, or the
// gravest reason of what is missing. Rates, shares and averages do not come here as parts of a sum.
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { periodKind } from '#kernel/period.ts'

/** Whole series as arrays: what every rule here takes and gives. */
export type Run = {
  readonly periods: readonly Period[]
  readonly values: Float64Array
  readonly flags: readonly string[]
  readonly missing: readonly (Missing | null)[]
  readonly decimals: number
}

/** The reason that is told when several parts are missing: what must not be known comes before what is not known. */
const gravity: readonly Missing[] = ['confidential', 'unreliable', 'notApplicable', 'unknown', 'notServed', 'noCases']
export const gravestOf = (reasons: readonly (Missing | null)[]): Missing | null => {
  for (const reason of gravity) if (reasons.includes(reason)) return reason
  return null
}
/** Letters of several flags, each once, in the order of the alphabet: 'p' and 'bp' give 'bp'. */
export const mergeFlags = (flags: readonly string[]): string => {
  const some = flags.filter((flag) => flag !== '')
  if (some.length === 0) return ''
  return [...new Set(some.join(''))].sort().join('')
}

type At = { readonly value: number; readonly flags: string; readonly missing: Missing | null }
const notServed: At = { value: Number.NaN, flags: '', missing: 'notServed' }
const readerOf = (run: Run): ((period: Period) => At) => {
  const places = new Map(run.periods.map((period, at) => [period, at]))
  return (period) => {
    const at = places.get(period)
    return at === undefined ? notServed : { value: run.values[at] as number, flags: run.flags[at] ?? '', missing: run.missing[at] ?? null }
  }
}
const build = (periods: readonly Period[], decimals: number, cellOf: (period: Period) => At): Run => {
  const values = new Float64Array(periods.length)
  const flags: string[] = []
  const missing: (Missing | null)[] = []
  periods.forEach((period, at) => {
    const cell = cellOf(period)
    const reason = cell.missing ?? (Number.isFinite(cell.value) ? null : 'notApplicable')
    values[at] = reason === null ? cell.value : Number.NaN
    flags.push(cell.flags)
    missing.push(reason)
  })
  return { periods, values, flags, missing, decimals }
}
const sharedKind = (runs: readonly Run[]): readonly Period[] => {
  const kind = runs[0]?.periods[0] && periodKind(runs[0].periods[0])
  const all = new Set<Period>()
  for (const run of runs) for (const period of run.periods) if (periodKind(period) === kind) all.add(period)
  return [...all].sort()
}
const mostDecimals = (runs: readonly Run[]): number => Math.max(0, ...runs.map((run) => run.decimals))

/** Parts added up. "No cases" counts as zero unless nothing else is there; any other gap leaves a gap with its reason.
 *  Worked: 7,821 + 5,824 + 1,000 = 14,645; with a confidential part: confidential. */
export const sumOf = (runs: readonly Run[]): Run => {
  const readers = runs.map(readerOf)
  return build(sharedKind(runs), mostDecimals(runs), (period) => {
    const cells = readers.map((read) => read(period))
    const flags = mergeFlags(cells.map((cell) => cell.flags))
    const gap = gravestOf(cells.map((cell) => (cell.missing === 'noCases' ? null : cell.missing)))
    if (gap !== null) return { value: Number.NaN, flags, missing: gap }
    if (cells.every((cell) => cell.missing === 'noCases')) return { value: Number.NaN, flags, missing: 'noCases' }
    return { value: cells.reduce((sum, cell) => sum + (cell.missing === null ? cell.value : 0), 0), flags, missing: null }
  })
}

/** The first minus the rest. `siblings` are other parts of the same whole: where one of them is confidential, the difference
 *  would reveal it, so the result is confidential too. Worked: 14,645 − 7,821 = 6,824; one sibling `:c` → confidential. */
export const differenceOf = (runs: readonly Run[], siblings: readonly Run[] = []): Run => {
  const readers = runs.map(readerOf)
  const beside = siblings.map(readerOf)
  return build(sharedKind(runs), mostDecimals(runs), (period) => {
    const cells = readers.map((read) => read(period))
    const flags = mergeFlags(cells.map((cell) => cell.flags))
    if (beside.some((read) => read(period).missing === 'confidential')) return { value: Number.NaN, flags, missing: 'confidential' }
    const [first = notServed, ...rest] = cells
    const gap = gravestOf([first.missing, ...rest.map((cell) => (cell.missing === 'noCases' ? null : cell.missing))])
    if (gap !== null) return { value: Number.NaN, flags, missing: gap }
    return { value: rest.reduce((left, cell) => left - (cell.missing === null ? cell.value : 0), first.value), flags, missing: null }
  })
}

const nextPeriod = (period: Period): Period | undefined =>
  periodKind(period) === 'year' ? (String(Number(period) + 1) as Period) : undefined

/** over ÷ under × times. Undefined where the denominator is zero ("not applicable"), never infinite. `shift` 1 divides by the
 *  denominator of the next year. Worked: 14,645 ÷ 311,400 × 1,000 = 47.03. */
export const ratioOf = (parts: { over: Run; under: Run; times: number; shift: number; decimals: number }): Run => {
  const under = readerOf(parts.under)
  const over = readerOf(parts.over)
  const periods = parts.over.periods.filter((period) => parts.under.periods.some((other) => periodKind(other) === periodKind(period)))
  return build(periods, parts.decimals, (period) => {
    const top = over(period)
    const shifted = parts.shift === 1 ? nextPeriod(period) : period
    const bottom = shifted === undefined ? notServed : under(shifted)
    const flags = mergeFlags([top.flags, bottom.flags])
    const gap = gravestOf([top.missing, bottom.missing])
    if (gap !== null) return { value: Number.NaN, flags, missing: gap }
    if (bottom.value === 0) return { value: Number.NaN, flags, missing: 'notApplicable' }
    return { value: (top.value / bottom.value) * parts.times, flags, missing: null }
  })
}

/** Mean of a year and the next: people on 1 January of both give the average of the year. Worked: 300 and 310 give 305. */
export const meanOfTwo = (run: Run): Run => {
  const read = readerOf(run)
  return build(run.periods, run.decimals, (period) => {
    const next = nextPeriod(period)
    const one = read(period)
    const other = next === undefined ? notServed : read(next)
    const flags = mergeFlags([one.flags, other.flags])
    const gap = gravestOf([one.missing, other.missing])
    if (gap !== null) return { value: Number.NaN, flags, missing: gap }
    return { value: (one.value + other.value) / 2, flags, missing: null }
  })
}
/** Every value times a factor; what is missing stays missing. */
export const scaled = (run: Run, factor: number): Run =>
  factor === 1 ? run : { ...run, values: run.values.map((value) => value * factor) }
