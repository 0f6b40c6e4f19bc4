// Fills gaps in one series over years, and says from which year. Never across a break in the series; never silently.

export type PanelImputation =
  | { readonly kind: 'none' }
  /** the last observed value, at most so many years old */
  | { readonly kind: 'latest'; readonly maxTime: number }
  | { readonly kind: 'linear' | 'constant' | 'linear-constant' }
export type PanelCell = {
  readonly at: number
  readonly value: number
  readonly how: 'latest' | 'linear' | 'constant' | 'nearest'
  /** the time of the observation it is taken from; null where it lies between two */
  readonly from: number | null
  /** how far it is from the nearest observation, in the unit of the times; beyond the last one positive */
  readonly beyondLast: number
}
export type PanelFilled = { readonly values: Float64Array; readonly cells: readonly PanelCell[] }

/** `times` ascending (years); `breaks`: places where a new series begins. latest: the last value before, at most `maxTime` old · linear:
 *  inside a gap the straight line, at both ends the nearest; with one observation undefined · constant: the last value before, at the
 *  beginning the nearest · linear-constant: as linear, one observation is repeated. Nothing observed: stays a gap.
 *  Source: Becker et al. (COINr). Worked: 1, –, 3, – linear → 1, 2, 3, 3; latest within one year → 1, 1, 3, 3. */
export const imputePanel = (y: Float64Array, times: Float64Array, how: PanelImputation, breaks: readonly number[] = []): PanelFilled => {
  if (y.length !== times.length) throw new Error(`panel imputation: ${y.length} values for ${times.length} periods`)
  const values = y.slice(), cells: PanelCell[] = []
  if (how.kind === 'none') return { values, cells }
  const starts = [0, ...[...breaks].filter((at) => at > 0 && at < y.length).sort((a, b) => a - b), y.length]
  for (let k = 1; k < starts.length; k += 1) fillRun({ y, times, from: starts[k - 1] as number, to: starts[k] as number }, how, (cell) => { values[cell.at] = cell.value; cells.push(cell) })
  return { values, cells }
}

type Run = { readonly y: Float64Array; readonly times: Float64Array; readonly from: number; readonly to: number }
const fillRun = ({ y, times, from, to }: Run, how: Exclude<PanelImputation, { kind: 'none' }>, put: (cell: PanelCell) => void): void => {
  const seen: number[] = []
  for (let at = from; at < to; at += 1) if (!Number.isNaN(y[at])) seen.push(at)
  if (seen.length === 0 || (how.kind === 'linear' && seen.length < 2)) return
  const time = (at: number): number => times[at] as number, value = (at: number): number => y[at] as number
  const last = seen.at(-1) as number
  let next = 0
  for (let at = from; at < to; at += 1) {
    while (next < seen.length && (seen[next] as number) < at) next += 1
    if (seen[next] === at) continue
    const before = seen[next - 1], after = seen[next]
    const beyondLast = Math.max(0, time(at) - time(last))
    const taken = (one: number, word: PanelCell['how']): void => put({ at, value: value(one), how: word, from: time(one), beyondLast })
    if (how.kind === 'latest') { if (before !== undefined && time(at) - time(before) <= how.maxTime) taken(before, 'latest') }
    else if (before === undefined) { if (after !== undefined) taken(after, 'nearest') }
    else if (after === undefined) taken(before, 'nearest')
    else if (how.kind === 'constant') taken(before, 'constant')
    else {
      const part = (time(at) - time(before)) / (time(after) - time(before))
      put({ at, value: value(before) * (1 - part) + value(after) * part, how: 'linear', from: null, beyondLast })
    }
  }
}
