// Sin: unresolved. An import that leads nowhere is never skipped.
import type { Nothing } from './nowhere.ts'
export type Some = Nothing
