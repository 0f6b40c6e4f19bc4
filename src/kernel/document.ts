// A document as a value: what is said, in which order, with which tables and drawings. Made once, written as web page, PDF,
// Word and Excel (src/ui/documents). No look here, and nothing that waits.
import type { Language } from './language.ts'

export const documentFormats = ['pdf', 'docx', 'xlsx'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** `value` is the number as it is known, for a spreadsheet; `text` as it is read; `note` its flag or reason */
export type DocumentCell = { readonly text: string; readonly note?: string; readonly kind: 'number' | 'text'; readonly value?: number }
export type DocumentRow = { readonly name: string; readonly stance?: 'region'; readonly cells: readonly DocumentCell[] }
export type DocumentHead = { readonly name: string; readonly kind: 'number' | 'text'; readonly stance?: 'region' }
/** The first column holds the names of the rows. */
export type DocumentTable = { readonly head: readonly DocumentHead[]; readonly rows: readonly DocumentRow[] }
export type DocumentSource = { readonly name: string; readonly vintage: string; readonly dated?: 'unknown'; readonly address?: string }

type Credited = { readonly sources: readonly DocumentSource[]; readonly notes: readonly string[] }
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'lead' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly lead?: string; readonly address?: string }[] }
  | ({ readonly kind: 'table'; readonly id: string; readonly caption: string; readonly table: DocumentTable; /** lines to write on, on paper */ readonly filled?: 'byHand' } & Credited)
  /** a drawing as SVG with our classes, and the same numbers as a table */
  | ({
    readonly kind: 'figure'; readonly id: string; readonly heading: string; readonly subtitle: string; readonly alt: string
    readonly svg: string; readonly width: number; readonly height: number; readonly table: DocumentTable
    /** the same drawn for a phone, for the web page alone */
    readonly narrow?: string
  } & Credited)

/** A picture somebody uploaded, judged by content when it came, by its SHA-256 among the kept files. The door puts its bytes in
 *  before the document is written; a document whose picture is without them is written without it. */
export type DocumentPicture = { readonly mediaType: 'image/svg+xml' | 'image/png'; readonly stored: string; readonly alt: string; readonly base64?: string }
export type DocumentFunding = { readonly statement: string; readonly says: string }

export type Document = {
  readonly language: Language
  /** what kind of thing it is, above the title: „Профил“ */
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  /** one sentence for lists of files and search */
  readonly says: string
  /** who answers for it */
  readonly body: string
  /** the day the newest figures in it are from; the same input gives the same file */
  readonly asOf: { readonly day: string; readonly words: string }
  readonly emblem: DocumentPicture | null
  readonly funding: DocumentFunding | null
  /** where it stands on the web: the path with its language; the door puts the host before it where it is known */
  readonly address: string
  /** a sheet of paper to be filled in has none, and no contents */
  readonly cover?: 'none'
  readonly blocks: readonly DocumentBlock[]
}

/** Figures and tables are numbered through the document, each kind by itself. */
export const numberBlocks = (blocks: readonly DocumentBlock[]): ReadonlyMap<DocumentBlock, { readonly figure: number | null; readonly table: number | null }> => {
  const numbers = new Map<DocumentBlock, { figure: number | null; table: number | null }>()
  let figures = 0, tables = 0
  for (const block of blocks) {
    if (block.kind === 'figure') numbers.set(block, { figure: (figures += 1), table: (tables += 1) })
    else if (block.kind === 'table') numbers.set(block, { figure: null, table: (tables += 1) })
  }
  return numbers
}
