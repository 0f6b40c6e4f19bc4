// The methods of specialisation by name, each bound to its schemas.
import type { Entry } from './entry.ts'
import { opportunityEntries } from './specialisation/opportunities.ts'
import { relationEntries } from './specialisation/relations.ts'
import { shareEntries } from './specialisation/shares.ts'
import { shiftShareEntries } from './specialisation/shift-shares.ts'

export const specialisationEntries: readonly Entry[] = [...shareEntries, ...shiftShareEntries, ...relationEntries, ...opportunityEntries]
