// Counts what a file holds, wanted or not; becomes FileFacts when the file has been read to its end.
import type { FileFacts, Missing } from '#kernel/observation.ts'
import { missingReasons } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import { reasonCount } from './flags.ts'

export class Tally {
  series = 0
  cells = 0
  values = 0
  flagged = 0
  flaggedMissing = 0
  duplicates = 0
  stamp: string | null = null
  readonly missing = new Float64Array(reasonCount)

  toFacts(file: {
    readonly format: string
    readonly dimensions: readonly string[]
    readonly codes: readonly (readonly string[])[]
    readonly periods: Iterable<Period>
  }): FileFacts {
    const missing = {} as Record<Missing, number>
    missingReasons.forEach((reason, at) => { missing[reason] = this.missing[at + 1] as number })
    return {
      format: file.format,
      dimensions: file.dimensions,
      series: this.series,
      cells: this.cells,
      values: this.values,
      flagged: this.flagged,
      missing,
      flaggedMissing: this.flaggedMissing,
      codes: Object.fromEntries(file.dimensions.map((name, at) => [name, file.codes[at] ?? []])),
      periods: [...file.periods].sort(comparePeriods),
      stamp: this.stamp,
      duplicates: this.duplicates,
    }
  }
}
