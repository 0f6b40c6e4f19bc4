// Who was invited, signed up, came, contributed and was answered, by sector and municipality; gaps are named. Pure counts in, words out elsewhere.
import { hideSmall as hideSmallCells } from '#stats/suppression.ts'
import { type Sector, sectors } from '#areas/participation/proposals/rules.ts'

export const coverageSteps = ['invited', 'signedUp', 'came', 'contributed', 'answered'] as const
export type CoverageStep = (typeof coverageSteps)[number]
export type Heard = { readonly step: CoverageStep; readonly sector: Sector | null; readonly municipality: string | null; readonly people: number }
export type CoverageRow<Key> = { readonly key: Key; readonly counts: Readonly<Record<CoverageStep, number>> }

const none: Readonly<Record<CoverageStep, number>> = { invited: 0, signedUp: 0, came: 0, contributed: 0, answered: 0 }
const sumBy = <Key>(heard: readonly Heard[], keys: readonly Key[], keyOf: (one: Heard) => Key): readonly CoverageRow<Key>[] => {
  const counts = new Map<Key, Record<CoverageStep, number>>(keys.map((key) => [key, { ...none }]))
  for (const one of heard) {
    const row = counts.get(keyOf(one))
    if (row !== undefined) row[one.step] += one.people
  }
  return keys.map((key) => ({ key, counts: counts.get(key) ?? none }))
}
export const bySector = (heard: readonly Heard[]): readonly CoverageRow<Sector | null>[] => sumBy<Sector | null>(heard, [...sectors, null], ({ sector }) => sector)
export const byMunicipality = (heard: readonly Heard[], codes: readonly string[]): readonly CoverageRow<string>[] => sumBy(heard, codes, ({ municipality }) => municipality ?? '')

/** Never heard: nobody from there signed up, came or contributed. Invitations alone are not a voice. */
export const isSilent = ({ counts }: Pick<CoverageRow<unknown>, 'counts'>): boolean => counts.signedUp + counts.came + counts.contributed === 0

/** Share of voices against share of people, for a municipality. Worked: 10 of 100 voices and 20 of 100 people: 0.5. Null without people or voices. */
export const ratioOf = ({ voices, allVoices, people, allPeople }: { readonly voices: number; readonly allVoices: number; readonly people: number | null; readonly allPeople: number }): number | null =>
  (people === null || people === 0 || allVoices === 0 || allPeople === 0 ? null : voices / allVoices / (people / allPeople))

/** For the public, by the one rule of the area: one to four people are not said, nor what would give them away. Zero is said:
 *  silence is what the table is for. */
export const hideSmall = (column: readonly number[]): readonly (number | null)[] => {
  const { cells } = hideSmallCells(column, { nought: 'said' })
  return column.map((count, at) => (cells[at] ? null : count))
}
