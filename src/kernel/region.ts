// A region is a pair (code, NUTS version), never a bare code: BG344 was BG222 in 2003.
import type { Bilingual } from './language.ts'

export const nutsVersions = ['2003', '2006', '2010', '2013', '2016', '2021', '2024'] as const
export type NutsVersion = (typeof nutsVersions)[number]
export const isNutsVersion = (text: string): text is NutsVersion => (nutsVersions as readonly string[]).includes(text)
export const levels = ['eu', 'country', 'nuts1', 'nuts2', 'nuts3', 'municipality'] as const
export type Level = (typeof levels)[number]

export type Region = {
  readonly code: string
  readonly version: NutsVersion
  readonly level: Level
  readonly name: Bilingual
  readonly parent: string | null
  /** the statistical institute's own code (SZR, SZR31), where it has one */
  readonly nsi: string | null
}

/** Countries whose regions have codes of this shape: the EU, EFTA, the candidates and the United Kingdom, in Eurostat's letters. */
const coded = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH IS LI NO UK AL BA GE MD ME MK RS TR UA XK'.split(' '),
)
/** By the shape of a Eurostat geo code: BG → country, BG3 → nuts1 … ; aggregates (EA20, WORLD) and extra-regio codes (BGZZ): undefined. */
export const levelOfNutsCode = (code: string): Level | undefined => {
  if (code === 'EU27_2020') return 'eu'
  if (/^[A-Z]{2}$/.test(code)) return code === 'EU' || code === 'EA' ? undefined : 'country'
  // EEA31 looks like a code of Estonia and is the European Economic Area.
  if (!/^(?!EEA)[A-Z]{2}[0-9A-Z]{1,3}$/.test(code) || code.endsWith('Z') || !coded.has(code.slice(0, 2))) return undefined
  return (['nuts1', 'nuts2', 'nuts3'] as const)[code.length - 3]
}
