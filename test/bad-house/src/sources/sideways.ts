// Sin: sideways-arrow. Tools do not see each other: no source knows the database.
import { kept } from '#store/kept.ts'
export const sent = kept
