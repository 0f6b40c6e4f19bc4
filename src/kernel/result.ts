// What a user can cause is a value; what a programmer caused throws.
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Not<P> = { readonly ok: false; readonly problem: P }
export type Result<T, P = Problem> = Ok<T> | Not<P>
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const not = <P>(problem: P): Not<P> => ({ ok: false, problem })

/** One thing wrong with an input, worded for the person who typed it, in both languages.
 *  `field` is the name of the form field, or '' for the form as a whole. */
export type Problem = { readonly field: string; readonly text: { readonly bg: string; readonly en: string } }
