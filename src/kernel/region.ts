// A region is a pair (code, NUTS version), never a bare code: BG344 was BG222 in 2003.
import type { Bilingual } from './language.ts'

export const nutsVersions = ['2003', '2006', '2010', '2013', '2016', '2021', '2024'] as const
export type NutsVersion = (typeof nutsVersions)[number]
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

/** By the shape of a Eurostat geo code: BG → country, BG3 → nuts1 … ; ZZ and Z codes are extra-regio: undefined. */
export const levelOfNutsCode = (code: string): Level | undefined => {
  if (/^(EU|EA|EFTA|EEA)\d*/.test(code) && !/^[A-Z]{2}$/.test(code)) return code === 'EU27_2020' ? 'eu' : undefined
  if (!/^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code) || /Z$/.test(code.slice(2))) return undefined
  return (['country', 'nuts1', 'nuts2', 'nuts3'] as const)[code.length - 2]
}
