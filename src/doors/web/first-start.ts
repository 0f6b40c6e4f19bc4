// What is done at every start before anybody is served: each task looks for itself whether there is anything to do.
import { prepareAssets } from '#areas/evidence/assets/commands.ts'
import { prepareEvidence } from '#areas/evidence/indicators/commands/first-start.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { prepareProcesses } from '#areas/participation/processes/commands.ts'
import { prepareSettings } from '#areas/people/settings/commands.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Settings } from '#store/settings.ts'
import type { Store } from '#store/store.ts'
import { readHomeRegion } from './home-region.ts'
import { registerPages } from './public/search-pages.ts'

/** null when there was nothing to do, else a line for the console */
export type StartTask = (store: Store, settings: Settings) => Promise<Bilingual | null>

/** In this order. */
export const startTasks: readonly StartTask[] = [
  (store, settings) => prepareEvidence(store, { checkout: settings.checkout, packFolder: readHomeRegion(settings).folder, now: new Date() }),
  (store, settings) => prepareAssets(store, { packFolder: readHomeRegion(settings).folder, now: new Date() }),
  async (store, settings) => { await prepareSettings(store, { home: readHomeRegion(settings).home, email: settings.contactEmail }); return null },
  async (store) => { await prepareIndices(store, new Date()); return null },
  async (store) => { await prepareProcesses(store, new Date()); return null },
  async (store) => { await store.writing(registerPages); return null },
]
