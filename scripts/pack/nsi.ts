// Series out of the open-data tables of the National Statistical Institute, read by the product's readers, under the pack's codes.
import { createReadStream } from 'node:fs'
import { readSeries } from '#sources/read-file.ts'
import type { Wanted } from './catalogue.ts'
import { servedOf } from './eurostat.ts'
import { rowOf } from './rows.ts'
import { matches } from './selection.ts'
import type { PackRow } from './series-file.ts'

/** `regionOf` gives the pack's code for the institute's, undefined for regions that stay out. */
export const readInstitute = async (path: string, from: { wanted: readonly Wanted[]; regionOf: (code: string) => string | undefined }): Promise<PackRow[]> => {
  const rows = new Map<string, PackRow>()
  for await (const block of readSeries(createReadStream(path))) {
    const served = servedOf(block)
    const region = block.key.geo === undefined ? 'BG' : from.regionOf(block.key.geo)
    if (region === undefined) continue
    for (const wanted of from.wanted) {
      if (!matches(wanted, served.key)) continue
      const id = `${wanted.key} ${region}`
      if (rows.has(id)) throw new Error(`two series for ${id}: the filter of ${wanted.key} names too little`)
      for (const row of rowOf(wanted.key, region, new Map(served.periods.map((period, at) => [period, served.cells[at] as string])))) rows.set(id, row)
    }
  }
  return [...rows.values()]
}
