// Checks of codes: regions in the stated NUTS version, codes that a filter or the vintage before knew.
import type { FileFacts } from '#kernel/observation.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { levelOfNutsCode } from '#kernel/region.ts'
import type { CodeSets } from '#areas/evidence/regions/rules.ts'
import { fittingVersion } from '#areas/evidence/regions/rules.ts'
import type { Selection } from '../rules.ts'
import type { RemarkList } from './remarks.ts'

/** Codes that mean territory: aggregates (EU28, EA19, DE_TOT) and what lies outside regions (…ZZ, …XX) do not. */
export const isRegionCode = (code: string): boolean =>
  code !== 'EU' && code !== 'EA' && levelOfNutsCode(code) !== undefined && !/^[A-Z]{2}X{1,3}$/.test(code)
/** The part of a country outside its regions, as wide as a code of the level: BGZ, BGZZ, BGZZZ. */
export const outsideRegions = (country: string, level: 'nuts1' | 'nuts2' | 'nuts3'): string =>
  `${country}${'Z'.repeat({ nuts1: 1, nuts2: 2, nuts3: 3 }[level])}`

export type RegionVerdict = {
  /** null: no version fits and none was stated */
  readonly version: NutsVersion | null
  readonly unknown: readonly string[]
}

/** A stated version (by the person, or the one the vintage before had) is believed; else the newest that holds every code.
 *  A stated one with codes it does not know holds the import, unless a person has accepted the same codes before. */
export const checkRegions = (list: RemarkList, from: {
  codes: readonly string[]
  sets: CodeSets
  stated: NutsVersion | null
  before: { version: NutsVersion | null; accepted: ReadonlySet<string> } | null
}): RegionVerdict => {
  const regional = from.codes.filter(isRegionCode)
  const { sets, stated, before } = from
  list.looked('codes', from.codes.length)
  const fit = fittingVersion(regional, sets)
  const version = stated ?? (fit.fits === 'one' ? fit.version : (before?.version ?? null))
  if (version === null) {
    const closest = fit.fits === 'none' ? fit : { closest: '2024', unknown: [] }
    list.add('stop', { check: 'codes', says: 'noVersionFits', facts: { closest: closest.closest, count: closest.unknown.length, codes: some(closest.unknown), elsewhere: versionsOf(closest.unknown, sets) } })
    return { version: null, unknown: closest.unknown }
  }
  const known = sets.get(version) ?? new Set<string>()
  const unknown = regional.filter((code) => !known.has(code))
  if (unknown.length > 0) {
    const isNew = unknown.some((code) => !before?.accepted.has(code))
    list.add(isNew ? 'hold' : 'note', { check: 'codes', says: 'regionsOfAnotherVersion', facts: { version, count: unknown.length, codes: some(unknown), elsewhere: versionsOf(unknown, sets) } })
  }
  return { version, unknown }
}
const some = (codes: readonly string[]): string => (codes.length > 12 ? `${codes.slice(0, 12).join(', ')} …` : codes.join(', '))
const versionsOf = (codes: readonly string[], sets: CodeSets): string =>
  [...sets].filter(([, set]) => codes.some((code) => set.has(code))).map(([version]) => version).sort().join(', ')

/** Municipal and district codes of the statistical institute, matched by its own list; what is not in it holds. */
export const checkInstituteCodes = (list: RemarkList, codes: readonly string[], isKnown: (code: string) => boolean): void => {
  list.looked('codes', codes.length)
  const unknown = codes.filter((code) => !isKnown(code))
  if (unknown.length > 0) list.add('hold', { check: 'codes', says: 'unknownRegions', facts: { count: unknown.length, codes: some(unknown) } })
}

/** A code a filter wants and the file lacks, or a code the vintage before did not have: the mapping may be out of date. */
export const checkCodeLists = (list: RemarkList, from: {
  facts: FileFacts
  selections: readonly Selection[]
  before: Readonly<Record<string, readonly string[]>> | null
}): void => {
  const { facts, selections, before } = from
  const wanted = new Map<string, Set<string>>()
  const optional = new Set(selections.filter(({ limits }) => limits.absent === 'noted').map(({ key }) => key))
  for (const selection of selections) {
    for (const [name, codes] of Object.entries(selection.filter)) {
      const there = facts.codes[name]
      if (!there) continue
      list.looked('codes', codes.length)
      const served = codes.filter((code) => there.includes(code))
      if (served.length === 0) wanted.set(`${name}\t${codes.join('|')}`, (wanted.get(`${name}\t${codes.join('|')}`) ?? new Set()).add(selection.key))
      if (served.length > 1) list.add('stop', { check: 'codes', says: 'twoNames', selection: selection.key, facts: { dimension: name, codes: served.join(', ') } })
    }
  }
  for (const [at, keys] of wanted) {
    const [dimension = '', codes = ''] = at.split('\t')
    // What the vintage before had and this one lacks has vanished, whoever wants it.
    const wasThere = codes.split('|').some((code) => before?.[dimension]?.includes(code) === true)
    list.add(!wasThere && [...keys].every((key) => optional.has(key)) ? 'note' : 'hold', { check: 'codes', says: 'codeVanished', selection: [...keys][0] ?? null, facts: { dimension, codes, indicators: [...keys].join(', ') } })
  }
  if (before === null) return
  for (const [dimension, codes] of Object.entries(facts.codes)) {
    const known = before[dimension]
    if (dimension === 'geo' || !known) continue
    const fresh = codes.filter((code) => !known.includes(code))
    if (fresh.length > 0) list.add('hold', { check: 'codes', says: 'codesNew', facts: { dimension, count: fresh.length, codes: some(fresh) } })
  }
}

export type ListedCodes = { readonly dimension: string; readonly isListed: boolean; readonly unknown: readonly string[] }
/** Against the lists that the source keeps beside its file. A code that its own list does not explain waits for a person; a
 *  dimension spelt so differently that no list fits is reported. */
export const checkListed = (list: RemarkList, dimensions: readonly ListedCodes[]): void => {
  for (const { dimension, isListed, unknown } of dimensions) {
    list.looked('codes', 1)
    if (unknown.length === 0) continue
    const facts = { dimension, count: unknown.length, codes: some(unknown) }
    if (isListed) list.add('hold', { check: 'codes', says: 'codesUnlisted', facts })
    else list.add('note', { check: 'codes', says: 'dimensionUnlisted', facts })
  }
}
