// Reads a statistical file of any known kind: the reader is picked by the first bytes and the header, never by the file's name.
import type { FileFacts, SeriesBlock, Want } from '#kernel/observation.ts'
import { isEurostatTsvHeader, readEurostatTsv } from './eurostat-tsv.ts'
import { readJsonStat } from './json-stat/json-stat.ts'
import type { ReadLimits } from './limits.ts'
import { readLimits } from './limits.ts'
import { isNsiHeader, readNsiTable } from './nsi-table.ts'
import { isTemplateHeader, readPlainTable } from './plain-table.ts'
import type { BatchReader, Batches } from './reading.ts'
import { problemFormat, problemWebPage } from './read-problems.ts'
import { isSdmxCsvHeader, readSdmxCsv } from './sdmx-csv.ts'
import type { TableDescription } from './table-description.ts'
import { templateDescription } from './table-description.ts'
import { unpack } from './unpack.ts'

export type ReadHow = {
  /** how a plain CSV table is to be read; other kinds of file are still known by their content */
  readonly table?: TableDescription
  readonly signal?: AbortSignal
  readonly limits?: Partial<ReadLimits>
}
const latin = new TextDecoder('latin1')

/** Blocks in batches of a few hundred, as they come from the file: the quickest road to a bulk copy. Throws ReadProblem. */
export async function* readBatches(bytes: AsyncIterable<Uint8Array>, want: Want = {}, how: ReadHow = {}): Batches {
  const limits = { ...readLimits, ...how.limits }
  const { start, all, close } = await unpack(bytes)
  try {
    return yield* pickReader(start, how.table ?? null)(all, { want, limits, signal: how.signal ?? null })
  } finally {
    await close()
  }
}
/** The same, one block at a time. */
export async function* readSeries(
  bytes: AsyncIterable<Uint8Array>,
  want: Want = {},
  how: ReadHow = {},
): AsyncGenerator<SeriesBlock, FileFacts> {
  const batches = readBatches(bytes, want, how)
  try {
    for (;;) {
      const next = await batches.next()
      if (next.done) return next.value
      for (const block of next.value) yield block
    }
  } finally {
    await batches.return(undefined as never)
  }
}
const pickReader = (start: Uint8Array, table: TableDescription | null): BatchReader => {
  const text = latin.decode(start)
  const first = /\S/.exec(text)?.[0]
  const header = text.slice(0, text.search(/\r?\n|$/))
  if (first === '<') throw problemWebPage()
  if (first === '{' || first === '[') return readJsonStat
  if (isEurostatTsvHeader(header)) return readEurostatTsv
  if (isSdmxCsvHeader(header)) return readSdmxCsv
  if (isNsiHeader(header)) return readNsiTable
  if (table !== null) return readPlainTable(table, start)
  if (isTemplateHeader(header)) return readPlainTable(templateDescription, start)
  throw problemFormat(header)
}
