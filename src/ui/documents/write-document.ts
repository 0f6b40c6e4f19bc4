// A document → the bytes of one of its files. Runs where it does no harm that it takes half a second: in a thread, a command, a test.
import type { Document, DocumentFormat } from '#kernel/document.ts'
import { writePdf } from './pdf.ts'
import { writeXlsx } from './sheets.ts'
import type { DocumentTools } from './tools.ts'
import { writeDocx } from './word.ts'

export const writeDocument = (document: Document, format: DocumentFormat, tools: DocumentTools): Promise<Uint8Array> =>
  format === 'pdf' ? writePdf(document, tools) : format === 'docx' ? writeDocx(document, tools) : writeXlsx(document)
