// The list a source keeps of its datasets: when each was last changed and where its whole file lies. Columns are found by their
// names, so the inventory and the older table of contents are read alike. One line per dataset, of which only the wanted are kept.
import { unpack } from '../unpack.ts'

export type Listed = {
  /** as written, with its zone where there is one */
  readonly changed: string | null
  /** the whole file, prepared in advance */
  readonly file: string | null
}
/** undefined: it is no such list, but a web page or something else. */
export const readInventory = async (bytes: AsyncIterable<Uint8Array>, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Listed> | undefined> => {
  const found = new Map<string, Listed>()
  let columns: Columns | undefined
  for await (const line of linesOf((await unpack(bytes)).all)) {
    const cells = line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1').trim())
    if (columns === undefined) {
      columns = columnsOf(cells)
      if (columns === undefined) return undefined
      continue
    }
    const code = cells[columns.code]?.toLowerCase() ?? ''
    if (!wanted.has(code) || found.has(code)) continue
    const file = columns.file === -1 ? '' : (cells[columns.file] ?? '')
    found.set(code, { changed: (columns.changed === -1 ? '' : cells[columns.changed]) || null, file: /^https?:\/\//.test(file) ? file : null })
  }
  return columns === undefined ? undefined : found
}

type Columns = { readonly code: number; readonly changed: number; readonly file: number }
const columnsOf = (names: readonly string[]): Columns | undefined => {
  const place = (...patterns: readonly RegExp[]): number => names.findIndex((name) => patterns.every((pattern) => pattern.test(name)))
  const code = place(/^code$/i)
  const changed = place(/^last (data change|update of data)$/i)
  return code === -1 || changed === -1 ? undefined : { code, changed, file: place(/download/i, /tsv/i) }
}

const longestLine = 64 * 1024
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) return
    yield* lines
  }
  if (rest !== '') yield rest
}

/** "2026-11-24T23:00:00+0100" and "24.11.2026" → the day, to be held against the day a vintage is of. */
export const dayOfChange = (changed: string): string | undefined => {
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(changed)
  if (iso) return iso[0]
  const dotted = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(changed)
  return dotted ? `${dotted[3]}-${dotted[2]}-${dotted[1]}` : undefined
}
