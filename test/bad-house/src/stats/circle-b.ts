// Innocent: the other half; the circle is reported once.
import type { A } from './circle-a.ts'
export type B = { readonly a: A | null }
