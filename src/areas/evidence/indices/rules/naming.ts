// What a score may be called. The index of entrepreneurship, innovation and digitalisation has its name for a region only where every
// pillar has at least two indicators of the region's own level; elsewhere its pillars are shown and what is missing is named.
import { cellKinds, type Framework, type IndexOutcome, leavesUnder, pillarsOf } from '../rules.ts'

export const leastPerPillar = 2
export type PillarCount = { readonly key: string; /** with a value of the region's own */ readonly own: number; readonly of: number }
export type Naming = { readonly isWhole: boolean; readonly pillars: readonly PillarCount[] }

const own = new Set([cellKinds.indexOf('observed'), cellKinds.indexOf('treated'), cellKinds.indexOf('carried')])
/** Worked: entrepreneurship 7 of 7, innovation 0 of 2, digitalisation 0 of 2: not whole; two of each: whole. A value that was filled by a mean is
 *  not the region's own. An index by another name is whole wherever it has a score. */
export const namingOf = (framework: Framework, outcome: IndexOutcome, row: number): Naming => {
  const columns = new Map(outcome.keys.map((key, column) => [key, column]))
  const pillars = pillarsOf(framework).map((pillar): PillarCount => {
    const leaves = leavesUnder(framework, pillar.key)
    return { key: pillar.key, of: leaves.length, own: leaves.filter((leaf) => { const column = columns.get(leaf.indicator); return column !== undefined && own.has(outcome.cells[row]?.[column] ?? 0) }).length }
  })
  return { isWhole: framework.called === 'own' ? true : pillars.every((pillar) => pillar.own >= leastPerPillar), pillars }
}
/** For how many regions the score has its name. */
export const countWhole = (framework: Framework, outcome: IndexOutcome): number => outcome.cells.filter((_, row) => namingOf(framework, outcome, row).isWhole).length
