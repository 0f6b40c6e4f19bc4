// A document → PDF/UA-1, by Typst. Only what the sheet document.typ needs to be told; the look is there.
import type { Document, DocumentCell, DocumentTable } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import type { DocumentTools } from './tools.ts'
import { sayFigureTable, saySources } from './document-words.ts'
import { emblemSvg } from './eu-emblem.ts'
import { toPlainSvg } from './plain-svg.ts'

/** The values the sheet reads, as JSON: what somebody typed stays text. */
export const toSheetData = (document: Document, tools: DocumentTools): string => {
  const { language } = document
  const say = speak(language)
  return JSON.stringify({
    ...document,
    emblem: document.emblem?.base64 === undefined ? null : { ...document.emblem, ...toPictureData(document.emblem.base64) },
    funding: document.funding === null ? null : { ...document.funding, emblem: { mediaType: 'image/svg+xml', bytes: emblemSvg, alt: say.ui_emblem() } },
    asOf: { ...document.asOf, short: document.asOf.words },
    words: { contents: say.ui_document_contents(), figure: say.ui_document_figure(), table: say.ui_document_table() },
    blocks: document.blocks.map((block) => {
      if (block.kind === 'figure') return { ...block, table: withWidths(block.table), svg: lettered(toPlainSvg(block.svg, tools.style)), source: saySources(block.sources, language), tableCaption: sayFigureTable(block, language) }
      return block.kind === 'table' ? { ...block, table: withWidths(block.table), source: saySources(block.sources, language) } : block
    }),
  })
}
/** Typst knows the condensed width as a width of its family. */
const lettered = (svg: string): string => svg.replace(/ font-family="[^"]*"/, ' font-family="Sofia Sans" font-stretch="condensed"')
/** How much room each column of words asks for; no more than some forty letters count, the rest wraps. */
const withWidths = (table: DocumentTable): DocumentTable & { readonly widths: readonly number[] } => ({
  ...table,
  widths: table.head.map((head, at) => Math.min(40, Math.max(4, head.name.length, ...table.rows.map((row) => (at === 0 ? row.name.length : lengthOf(row.cells[at - 1])))))),
})
const lengthOf = (cell: DocumentCell | undefined): number => (cell === undefined ? 0 : cell.text.length + (cell.note === undefined ? 0 : cell.note.length + 3))
/** Typst reads bytes from a list of numbers. */
const toPictureData = (base64: string): { readonly bytes: readonly number[] } => ({ bytes: [...Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))] })

export class SheetProblem extends Error {}

export const writePdf = async (document: Document, tools: DocumentTools): Promise<Uint8Array> => {
  const compiler = await tools.typst()
  const asked = { mainFileContent: tools.sheet, inputs: { data: toSheetData(document, tools) } }
  const made = compiler.compile(asked)
  const { result } = made
  if (result === null) throw new SheetProblem(`Typst refused the document: ${JSON.stringify(compiler.fetchDiagnostics(made.takeError() as never))}`)
  const day = Date.parse(`${document.asOf.day}T00:00:00Z`) / 1000
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: day })
  } finally {
    compiler.evictCache(2)
  }
}
