// What the methods of change take in: one series, or a table of series, with dates and breaks.
import { z } from 'zod'
import { type Points, pointsOf } from '../series.ts'
import type { Panel } from '../sigma-convergence.ts'
import { row, toMatrix, toNumbers, WrongInput } from './entry.ts'

export const place = z.int().min(0)
export const timesField = z.array(z.number()).optional().describe('the year (date) of each value, rising; 0, 1, 2 … where absent')
/** y[T] of one region. */
export const series = {
  values: row.describe('y: one indicator of one region, oldest first; null = missing'),
  times: timesField,
  breaks: z.array(place).default([]).describe('places in the list at which another series begins; only the values from the last one on are used'),
}
export const flags = z.array(z.string()).describe('few-points: under five values')

export const needTimes = (times: readonly number[] | undefined, length: number): Float64Array | undefined => {
  if (times === undefined) return undefined
  if (times.length !== length) throw new WrongInput(`times: ${times.length} dates for ${length} values`)
  if (times.some((one, at) => at > 0 && one <= (times[at - 1] as number))) throw new WrongInput('times: must rise')
  return Float64Array.from(times)
}
export const pointsFrom = (input: { readonly values: readonly (number | null)[]; readonly times?: readonly number[] | undefined; readonly breaks: readonly number[] }): Points =>
  pointsOf(toNumbers(input.values), needTimes(input.times, input.values.length), input.breaks)
export const panelFrom = (rows: readonly (readonly (number | null)[])[]): Panel => ({ values: toMatrix(rows), rows: rows.length, columns: rows[0]?.length ?? 0 })
