// The methods of this group by name, each bound to its schemas.
import type { Entry } from './entry.ts'

export const changeEntries: readonly Entry[] = []
