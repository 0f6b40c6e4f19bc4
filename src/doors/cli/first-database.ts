// Makes the database of a first start and loads the region's pack into it. Runs in a process of its own beside the bundling
// (bin/steps/first-database.ts), needs no words and no bundle. Whatever goes wrong here, the server meets again and says.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepareEvidence } from '#areas/evidence/indicators/commands/first-start.ts'
import type { Bilingual } from '#kernel/language.ts'
import { outsideOf } from '#store/launcher/place.ts'
import { sayStep } from '#store/say-step.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { readHomeRegion } from '../web/home-region.ts'

export const makeFirstDatabase = async (environment: NodeJS.ProcessEnv, say: (text: Bilingual) => void): Promise<void> => {
  const settings = readSettings(environment)
  const isThere = [settings.dataFolder, outsideOf(settings.dataFolder)].some((home) => existsSync(join(home, 'cluster')))
  // A database that is there is brought up to date by the server that was built for it, never before.
  if (settings.databaseUrl !== null || isThere) return
  const store = await openStore(settings, {
    onStep: (step, detail) => {
      const text = sayStep(step, detail)
      if (text !== null) say(text)
    },
  })
  try {
    const loaded = await store.inTurn(() => prepareEvidence(store, { checkout: settings.checkout, packFolder: readHomeRegion(settings).folder, now: new Date() }))
    if (loaded !== null) say(loaded)
  } finally {
    await store.close()
  }
}
