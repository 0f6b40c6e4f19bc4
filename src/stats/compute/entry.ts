// One method as the command line and the docs know it: name, summary, what goes in and out as schemas, and the function.
// Knows no files and no terminal: input is a parsed value, output a value ready to be written as JSON.
import { z } from 'zod'
import { reasons, type Value } from '../reason.ts'

/** A missing value is null in the input; inside it is NaN. */
export const cell = z.number().nullable()
export const row = z.array(cell)
export const table = z.array(row).describe('one row per region (or person)')
/** A result: a number, or the reason why there is none. */
export const result = z.union([z.number(), z.object({ reason: z.enum(reasons) })])
export type Result = z.infer<typeof result>
export const toResult = (value: Value): Result => (typeof value === 'number' ? value : { reason: value })
export const toResults = (values: readonly Value[]): Result[] => values.map(toResult)
export const toNumbers = (cells: readonly (number | null)[]): Float64Array => Float64Array.from(cells, (one) => one ?? Number.NaN)
/** Row-major, as every function of this room takes a table. */
export const toMatrix = (rows: readonly (readonly (number | null)[])[]): Float64Array => {
  const width = rows[0]?.length ?? 0
  const whole = new Float64Array(rows.length * width)
  rows.forEach((cells, at) => {
    if (cells.length !== width) throw new WrongInput(`values: row ${at + 1} has ${cells.length} values, the first has ${width}`)
    cells.forEach((one, column) => { whole[at * width + column] = one ?? Number.NaN })
  })
  return whole
}

/** What was sent cannot be computed: the sentence names the key. Exit code 2. */
export class WrongInput extends Error {}

export type Entry = {
  readonly name: string
  readonly summary: string
  /** the page that uses it, or 'terminal only' */
  readonly used: string
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** an input that runs, small enough to be read: shown by `posoka compute NAME --example` and run by the tests */
  readonly example: unknown
  readonly run: (input: unknown) => unknown
}
/** Binds the schemas to the function, so that the types of both are checked. */
export const entry = <In extends z.ZodType, Out extends z.ZodType>(one: {
  readonly name: string; readonly summary: string; readonly used: string
  readonly input: In; readonly output: Out; readonly example: z.input<In>; readonly run: (input: z.output<In>) => z.input<Out>
}): Entry => ({ ...one, run: (input) => one.run(input as z.output<In>) })
