// Innocent: its own rules and the store are what a read may see.
import { kept } from '#store/kept.ts'
import { named } from './rules.ts'
export const findName = (): string => named(kept)
