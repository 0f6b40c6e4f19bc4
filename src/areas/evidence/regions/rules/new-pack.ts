// What a pack of another district says about it, derived from the regions and the pack at hand: names in the forms that
// sentences need, parents, municipalities, tiles. Not the body, the money and the project: those only its people know.
import type { HomeNames, HomeRegion } from '#kernel/home.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import { type Atlas, ancestorAt, lineOf, listPeersAtHome, listWithin } from '../rules.ts'
import { splitCsvLine } from './pack-regions.ts'

const both = (bg: string, en: string): Bilingual => ({ bg, en })

export type WhyNoPack = 'unknown' | 'level' | 'country'
/** Whether a pack of this region can be made from one of `source`; undefined: it can. */
export const whyNoPack = (atlas: Atlas, wanted: { readonly code: string; readonly source: string }): WhyNoPack | undefined => {
  const region = atlas.regions.get(wanted.code)
  if (region === undefined) return 'unknown'
  if (region.level !== 'nuts3') return 'level'
  return ancestorAt(atlas, wanted.code, 'country')?.code === ancestorAt(atlas, wanted.source, 'country')?.code ? undefined : 'country'
}

/** `source` is the pack at hand: the words that hold for every district of the country are taken from it. */
export const describeNewHome = ({ atlas, code, source }: { readonly atlas: Atlas; readonly code: string; readonly source: HomeRegion }): HomeRegion => {
  const [region, ...above] = lineOf(atlas, code)
  if (region === undefined) throw new Error(`region ${code} is not in NUTS ${atlas.version}`)
  return {
    code, version: atlas.version, level: region.level, nsi: region.nsi, country: source.country,
    parents: above.map((one) => ({ code: one.code, level: one.level })),
    names: { ...namesOf(region, listPeersAtHome(atlas, code).length), ...namesAbove(ancestorAt(atlas, code, 'nuts2')), ...countryNames(source.names) },
    body: {
      name: both('Органът, който поддържа този портал', 'The body that runs this portal'),
      department: both('отдел, който още не е вписан', 'a department not entered yet'),
    },
    contact: { email: null, note: both('Имейл за предложения още не е въведен. Органът, който поддържа портала, ще го впише тук.', 'No e-mail address for proposals has been entered yet. The body that runs the portal will enter it here.') },
    funding: null, project: null,
    municipalities: listWithin(atlas, code, 'municipality').map((one) => one.code).sort(),
    tiles: { districts: source.tiles.districts, municipalities: [] },
  }
}

type OwnNames = 'full' | 'short' | 'title' | 'in' | 'of' | 'for' | 'definite' | 'inDefinite' | 'siblings' | 'amongSiblings' | 'municipality'
/** „София (област)“ says what it is already; every other name gets the word. */
const namesOf = ({ name }: Region, siblings: number): Pick<HomeNames, OwnNames> => {
  const bg = name.bg.includes('област') ? name.bg : `област ${name.bg}`
  const en = name.en.endsWith(')') ? name.en : `${name.en} district`
  return {
    full: both(bg, en), short: name, title: both(`${bg.charAt(0).toUpperCase()}${bg.slice(1)}`, en),
    in: both(`в ${bg}`, `in ${en}`), of: both(`на ${bg}`, `of ${en}`), for: both(`за ${bg}`, `for ${en}`),
    definite: both('областта', 'the district'), inDefinite: both('в областта', 'in the district'),
    siblings: both(`${siblings}-те области`, `the ${siblings} districts`), amongSiblings: both(`сред ${siblings}-те области`, `among the ${siblings} districts`),
    municipality: both('община', 'municipality'),
  }
}
/** Planning regions are adjectives in Bulgarian: „Южен централен“, „в Южния централен район“. */
const namesAbove = (region: Region | undefined): Pick<HomeNames, 'nuts2' | 'inNuts2' | 'ofNuts2'> => {
  const name = region?.name ?? both('–', '–')
  const definite = name.bg.replace(/ен(?= |$)/, 'ния')
  return {
    nuts2: both(`${name.bg} район (NUTS 2)`, `${name.en} region (NUTS 2)`), inNuts2: both(`в ${definite} район`, `in the ${name.en} region`),
    ofNuts2: both(`стойност за ${definite} район`, `value of the ${name.en} region`),
  }
}
const countryNames = ({ country, inCountry, ofCountry, eu, subject }: HomeNames): Pick<HomeNames, 'country' | 'inCountry' | 'ofCountry' | 'eu' | 'subject'> =>
  ({ country, inCountry, ofCountry, eu, subject })

/** The pack's own sentence where a figure is that of the planning region. */
export const notesOfNewHome = ({ names }: HomeRegion): { readonly level: { readonly nuts2: Bilingual } } => ({
  level: {
    nuts2: both(
      `По области такъв показател не се обнародва. Стойността е ${names.ofNuts2.bg.replace(/^стойност /, '')} и не е стойност на областта.`,
      `No such indicator is published by district. The value is that ${names.ofNuts2.en.replace(/^value /, '')}, not of the district.`,
    ),
  },
})

/** A series file of the pack at hand without the municipalities of other districts; undefined where nothing is left of it. */
export const seriesForHome = (text: string, { atlas, home }: { readonly atlas: Atlas; readonly home: HomeRegion }): string | undefined => {
  const [manifest = '', head = '', ...lines] = text.trimEnd().split('\n')
  const own = new Set(home.municipalities)
  const rows = lines.filter((line) => {
    const code = splitCsvLine(line)[1] ?? ''
    return atlas.regions.get(code)?.level !== 'municipality' || own.has(code)
  })
  return rows.length === 0 ? undefined : `${[manifest.replace(/"rows":\d+/, `"rows":${rows.length}`), head, ...rows].join('\n')}\n`
}
