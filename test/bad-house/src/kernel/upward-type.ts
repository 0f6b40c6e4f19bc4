// Sin: upward-arrow. A type is an arrow too.
import type { kept } from '#store/kept.ts'
export type Kept = typeof kept
