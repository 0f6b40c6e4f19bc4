// What is done once, when a new installation starts: each task looks for itself whether there is anything to do.
import type { Bilingual } from '#kernel/language.ts'
import type { Settings } from '#store/settings.ts'
import type { Store } from '#store/store.ts'

export type FirstStartTask = {
  readonly name: Bilingual
  /** null when there was nothing to do, else a line for the console */
  readonly run: (store: Store, settings: Settings) => Promise<Bilingual | null>
}
/** In this order. */
export const firstStart: readonly FirstStartTask[] = []
