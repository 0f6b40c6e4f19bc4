// Sin: file-circle. Types only, but neither file can be understood alone.
import type { B } from './circle-b.ts'
export type A = { readonly b: B | null }
