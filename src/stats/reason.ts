// Why a result is not there. What leaves a function of this room is a number or one of these words, never NaN, never null.
// Inside typed arrays the reason is a small number beside the NaN: see `Reasons`.

export const reasons = ['no-data', 'zero-denominator', 'constant', 'too-few', 'not-positive', 'out-of-domain', 'not-connected', 'no-convergence'] as const
export type Reason = (typeof reasons)[number]

/** A number, or why there is none. */
export type Value = number | Reason
export const isNumber = (value: Value): value is number => typeof value === 'number'

/** Beside a Float64Array: 0 where there is a number, else 1 + the place of the reason in `reasons`. */
export type Reasons = Uint8Array
export const codeOf = (reason: Reason): number => 1 + reasons.indexOf(reason)
export const reasonAt = (why: Reasons, at: number): Reason | null => reasons[(why[at] ?? 0) - 1] ?? null

/** Values as they leave the room: NaN becomes its reason, `no-data` where none is kept. */
export const valuesOf = (numbers: Float64Array, why?: Reasons): readonly Value[] =>
  Array.from(numbers, (one, at) => (Number.isFinite(one) ? one : (why === undefined ? null : reasonAt(why, at)) ?? 'no-data'))
