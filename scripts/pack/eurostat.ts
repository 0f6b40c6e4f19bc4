// Series out of Eurostat's own files, read by the product's readers.
import { createReadStream } from 'node:fs'
import { readBatches } from '#sources/read-file.ts'
import type { SeriesBlock, FileFacts, Want } from '#kernel/observation.ts'
import type { Wanted } from './catalogue.ts'
import { matches, shareOf, toRow } from './selection.ts'
import type { Served } from './selection.ts'
import { cellOf } from './series-file.ts'
import type { PackRow } from './series-file.ts'

const wantOf = (wanted: readonly Wanted[]): Want => {
  const codes = new Map<string, Set<string>>()
  for (const { filter } of wanted) for (const [dimension, code] of Object.entries(filter)) codes.set(dimension, (codes.get(dimension) ?? new Set()).add(code))
  return Object.fromEntries(codes)
}
export const servedOf = (block: SeriesBlock): Served => ({
  key: block.key,
  geo: block.key.geo ?? 'BG',
  periods: block.periods,
  decimals: block.decimals,
  cells: block.periods.map((_, at) => cellOf({ value: block.values[at] as number, flags: block.flags[at] ?? '', missing: block.missing[at] ?? null })),
})

export const readEurostat = async (path: string, from: { wanted: readonly Wanted[]; codes: ReadonlySet<string>; version: string }): Promise<{ rows: PackRow[]; stamp: string | null }> => {
  const rows: PackRow[] = []
  const batches = readBatches(createReadStream(path), wantOf(from.wanted))
  for (;;) {
    const next = await batches.next()
    if (next.done) return { rows, stamp: (next.value as FileFacts).stamp }
    for (const block of next.value) {
      const served = servedOf(block)
      for (const wanted of from.wanted) {
        if (!matches(wanted, served.key)) continue
        const share = shareOf(wanted, served.geo, from.codes)
        const row = share === 'no' ? undefined : toRow(wanted, served, { region: served.geo, version: from.version, share })
        if (row) rows.push(row)
      }
    }
  }
}
