// Sin: sideways-arrow. A page part knows no database.
import type { kept } from '#store/kept.ts'
export type Shown = typeof kept
