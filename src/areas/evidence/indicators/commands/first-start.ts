// What evidence does whenever the product starts: clears what was interrupted, loads the starter pack or a changed catalogue.
import type { Bilingual } from '#kernel/language.ts'
import type { Store } from '#store/store.ts'
import { thisProcess } from '#store/this-process.ts'
import { clearDead } from '#areas/evidence/datasets/write/clear-dead.ts'
import { loadStarter } from './load-starter.ts'

/** null: nothing was to be done. Else a line for the console. */
export const prepareEvidence = async (store: Store, from: { readonly checkout: string; readonly packFolder: string; readonly now: Date }): Promise<Bilingual | null> => {
  const cleared = await clearDead(store, { now: from.now, here: thisProcess })
  const loaded = await loadStarter(store, from)
  switch (loaded.kind) {
    case 'pack': return {
      bg: `Заредени са начални данни за ${loaded.region} към ${loaded.asOf}: ${loaded.datasets} набора, ${loaded.series} реда, ${loaded.indicators} показателя.`,
      en: `The starter pack of ${loaded.region} as of ${loaded.asOf} was loaded: ${loaded.datasets} datasets, ${loaded.series} series, ${loaded.indicators} indicators.`,
    }
    case 'catalogue': return { bg: `Каталогът на показателите е обновен: ${loaded.indicators} променени.`, en: `The catalogue of indicators was renewed: ${loaded.indicators} changed.` }
    case 'nothing': return cleared === 0 ? null : { bg: `Прекъснати вноси, които бяха изчистени: ${cleared}.`, en: `Interrupted imports that were cleared away: ${cleared}.` }
  }
}
