// What a bench tells: one line for each thing it measured. Nothing is measured or printed here.
export type Outcome = {
  readonly what: string
  readonly aim: string
  readonly measured: string
  /** to a baseline measured in the same run; null where none makes sense */
  readonly ratio: string | null
  /** null: shown beside the others, without an aim of its own */
  readonly met: 'yes' | 'no' | null
}
export type Told = { readonly outcome: Outcome } | { readonly skipped: string }

/** To bench/main.ts when it runs us; alone, one line of JSON. */
const send = (told: Told): void => {
  if (process.send) process.send(told)
  else console.log(JSON.stringify('outcome' in told ? told.outcome : told))
}
export const tell = (outcome: Outcome): void => send({ outcome })
export const skip = (why: string): void => send({ skipped: why })
/** How far it is, for who waits. */
export const say = (line: string): void => { process.stderr.write(`  ${line}\n`) }

const inOrder = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b)
export const percentile = (values: readonly number[], share: number): number => inOrder(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
export const median = (values: readonly number[]): number => percentile(values, 0.5)
/** Three figures that matter, never more than the measuring gives. */
export const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2))
const least = (values: readonly number[]): number => inOrder(values)[0] ?? Number.NaN
const most = (values: readonly number[]): number => inOrder(values).at(-1) ?? Number.NaN
/** "0.19 s (0.17 to 0.24, 9 runs)" */
export const spread = (values: readonly number[], unit: string): string =>
  `${short(median(values))} ${unit} (${short(least(values))} to ${short(most(values))}, ${values.length} runs)`
export const met = (holds: boolean): 'yes' | 'no' => (holds ? 'yes' : 'no')
