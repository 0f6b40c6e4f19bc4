// The home region as its pack describes it: names in the forms sentences need, body, funding, project, tiles.
// One installation is one region; nothing under src/ names it.
import type { Bilingual } from './language.ts'
import type { Level, NutsVersion } from './region.ts'

export type Tile = { readonly code: string; readonly column: number; readonly row: number }
export type HomeNames = Readonly<Record<
  | 'full' | 'short' | 'title' | 'in' | 'of' | 'for' | 'definite' | 'inDefinite' | 'siblings' | 'amongSiblings'
  | 'nuts2' | 'inNuts2' | 'ofNuts2' | 'country' | 'inCountry' | 'ofCountry' | 'eu' | 'municipality' | 'subject',
  Bilingual
>>
export type HomeProject = {
  readonly title: Bilingual
  readonly dates: { readonly from: string; readonly to: string }
  readonly datesText: Bilingual
  readonly aim: Bilingual
  readonly why: readonly Bilingual[]
  readonly activities: readonly { readonly number: number; readonly title: Bilingual; readonly state: string; readonly stateText: Bilingual; readonly area: string }[]
  readonly results: readonly Bilingual[]
  readonly condition: Bilingual
  readonly open: Bilingual
  readonly events: readonly { readonly date: string; readonly text: Bilingual; readonly source: string }[]
  readonly source: Bilingual
}
export type HomeFunding = {
  readonly programme: Bilingual
  readonly programmeShort: Bilingual
  readonly statement: Bilingual
  readonly sentence: Bilingual
  readonly disclaimer: Bilingual
  readonly legalBasis: Bilingual
}
export type HomeRegion = {
  readonly code: string
  readonly version: NutsVersion
  readonly level: Level
  readonly nsi: string | null
  readonly country: string
  readonly parents: readonly { readonly code: string; readonly level: Level }[]
  readonly names: HomeNames
  readonly body: { readonly name: Bilingual; readonly department: Bilingual }
  readonly contact: { readonly email: string | null; readonly note: Bilingual }
  /** null where no programme pays for the work */
  readonly funding: HomeFunding | null
  readonly project: HomeProject | null
  readonly municipalities: readonly string[]
  readonly tiles: { readonly districts: readonly Tile[]; readonly municipalities: readonly Tile[] }
}

const nameForms = [
  'full', 'short', 'title', 'in', 'of', 'for', 'definite', 'inDefinite', 'siblings', 'amongSiblings',
  'nuts2', 'inNuts2', 'ofNuts2', 'country', 'inCountry', 'ofCountry', 'eu', 'municipality', 'subject',
] as const satisfies readonly (keyof HomeNames)[]

/** A pack's region.json → the home region; throws a sentence that names what is missing, for whoever makes a pack. */
export const parseHomeRegion = (text: string): HomeRegion => {
  const home = JSON.parse(text) as HomeRegion
  const lacks = (what: string): never => { throw new Error(`The region pack lacks ${what}.`) }
  if (typeof home.code !== 'string' || home.code === '') lacks('"code"')
  for (const form of nameForms) if (!home.names?.[form]?.bg || !home.names[form].en) lacks(`"names.${form}" in both languages`)
  if (!home.body?.name?.bg || !home.body.name.en) lacks('"body.name" in both languages')
  if (!Array.isArray(home.tiles?.districts)) lacks('"tiles.districts"')
  return home
}
