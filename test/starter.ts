// The starter pack loaded, as a seed for tests: made once per run, cloned for each file.
import { join } from 'node:path'
import { prepareEvidence } from '#areas/evidence/indicators/commands/first-start.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Seed } from './database.ts'

export const starter: Seed = {
  name: 'starter',
  make: async (store) => {
    const checkout = findCheckout()
    await prepareEvidence(store, { checkout, packFolder: join(checkout, 'packs', 'BG344'), now: new Date('2026-11-25T08:00:00Z') })
  },
}
