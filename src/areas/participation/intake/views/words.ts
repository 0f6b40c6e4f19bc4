// Words for the nouns of intake, in both languages.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Crumb } from '#kernel/answer.ts'
import { type ContributionState, type Sector, sectors } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import { intakePath, type DraftKind } from '../rules.ts'

export const sayDraftKind = (kind: DraftKind, language: Language): string => {
  const say = speak(language)
  return { table: say.participation_intake_kind_table(), portalCsv: say.participation_intake_kind_portal_csv(), portalApi: say.participation_intake_kind_portal_api(), decidim: say.participation_intake_kind_decidim(), polis: say.participation_intake_kind_polis() }[kind]
}
export const saySector = (sector: Sector, language: Language): string => sectorNames[sector][language]
export const sectorOptions = (language: Language) => sectors.map((value) => ({ value, name: saySector(value, language) }))
export const sayWaiting = (state: ContributionState, language: Language): string => {
  const say = speak(language)
  return state === 'inModeration' ? say.participation_intake_waits() : state === 'notPublished' ? say.participation_intake_refused() : state === 'withdrawn' ? say.participation_intake_withdrawn() : state === 'merged' ? say.participation_intake_grouped() : say.participation_intake_open()
}
/** What lies above every page of intake. */
export const crumbsTo = (language: Language, ...more: readonly Crumb[]): readonly Crumb[] => {
  const say = speak(language)
  return [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_intake_title(), path: intakePath }, ...more]
}
export type ProcessChoice = { readonly id: string; readonly slug: string; readonly title: { readonly bg: string; readonly en: string } }
export const processOptions = (processes: readonly ProcessChoice[], language: Language) => processes.map(({ id, title }) => ({ value: id, name: title[language] }))
