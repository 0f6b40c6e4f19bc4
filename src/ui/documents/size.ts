// How large a document's file will be, said before it is made: from what it will hold. About, not exactly; a test compares it with
// files that were made.
import type { DocumentFormat } from '#kernel/document.ts'

/** bytes: of the file as such, of a drawing, of a table */
const parts: Readonly<Record<DocumentFormat, readonly [number, number, number]>> = {
  pdf: [150_000, 12_000, 12_000],
  docx: [20_000, 1_200, 1_100],
  xlsx: [15_000, 0, 1_400],
}
export const sizeAbout = (format: DocumentFormat, { figures, tables }: { readonly figures: number; readonly tables: number }): number => {
  const [file, figure, table] = parts[format]
  return file + figure * figures + table * tables
}
