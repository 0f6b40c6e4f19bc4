// What happens to the places when one indicator, or one group, does not count: as stats says it, with the region that moves most.
import type { IndexResult } from '#stats/composite-index.ts'
import { leaveOneOut as leaveOut } from '#stats/composite/what-if.ts'
import type { IndexOutcome } from '../rules.ts'

/** Largest shift first. A group that is alone among its like is the whole above it: without it nothing is left to rank. */
export const leaveOneOut = (found: IndexResult): IndexOutcome['leaveOneOut'] =>
  leaveOut(found).filter(({ key, kind }) => kind === 'indicator' || !isAlone(found, key)).map(({ key, kind, meanShift, ranks }) => {
    let largest: { region: string; from: number; to: number } | null = null
    found.index.ranks.forEach((from, row) => {
      const to = ranks[row] as number
      if (!Number.isNaN(from) && !Number.isNaN(to) && to !== from && (largest === null || Math.abs(to - from) > Math.abs(largest.to - largest.from))) largest = { region: found.regions[row] as string, from, to }
    })
    return { key, kind, shift: Number.isNaN(meanShift) ? null : meanShift, largest }
  }).sort((a, b) => (b.shift ?? -1) - (a.shift ?? -1) || (a.key < b.key ? -1 : 1))

const isAlone = ({ record }: IndexResult, key: string): boolean => {
  const one = record.groups.find((group) => group.key === key)
  return one !== undefined && [...record.groups, ...record.indicators].filter(({ parent }) => parent === one.parent).length === 1
}
