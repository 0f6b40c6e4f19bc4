// States, origins and sizes of vintages in words.
import type { Language } from '#kernel/language.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { Health } from '#ui/parts/status.tsx'
import type { Vintage, VintageOrigin, VintageState } from '../rules.ts'

export const stateWords = (state: VintageState, language: Language): string => {
  const say = speak(language)
  return { arriving: say.evidence_state_arriving, held: say.evidence_state_held, current: say.evidence_state_current, superseded: say.evidence_state_superseded, refused: say.evidence_state_refused }[state]()
}
export const stateHealth = (state: VintageState): Health =>
  ({ arriving: 'notDue', held: 'atRisk', current: 'onTrack', superseded: 'completed', refused: 'late' } as const)[state]

export const originWords = (origin: VintageOrigin, language: Language): string => {
  const say = speak(language)
  return { pack: say.evidence_origin_pack, file: say.evidence_origin_file, fetch: say.evidence_origin_fetch, upload: say.evidence_origin_upload }[origin]()
}
/** „издание от февруари 2026 г.“; a day of receipt is said as one. */
export const sayEdition = ({ asOf, dateFrom }: Pick<Vintage, 'asOf' | 'dateFrom'>, language: Language): string => {
  const say = speak(language)
  return (dateFrom === 'receipt' ? say.evidence_edition_received : say.evidence_edition_of)({ date: sayCivilDate(asOf, language) })
}
/** The same for a narrow cell: „февруари 2026 г.“, „внесено на 25.11.2026 г.“ */
export const sayEditionShort = ({ asOf, dateFrom }: Pick<Vintage, 'asOf' | 'dateFrom'>, language: Language): string =>
  dateFrom === 'receipt' ? speak(language).evidence_edition_received_short({ date: sayCivilDate(asOf, language) }) : sayCivilDate(asOf, language)
/** „14 KB“, „3,5 MB“ */
export const saySize = (bytes: number, language: Language): string =>
  bytes < 1_000_000 ? `${sayNumber(Math.max(1, Math.round(bytes / 1000)), language, 0)} KB` : `${sayNumber(bytes / 1_000_000, language, 1)} MB`
