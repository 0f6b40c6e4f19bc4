// The thread that writes documents: takes a document and a format, gives the bytes or the reason why not. Its tools are opened once.
import { parentPort } from 'node:worker_threads'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { openDocumentTools } from './tools.ts'

export type Wish = { readonly number: number; readonly document: Document; readonly format: DocumentFormat }
export type Written = { readonly number: number; readonly bytes: Uint8Array } | { readonly number: number; readonly problem: string }

const port = parentPort
if (port === null) throw new Error('document-worker.ts runs as a thread only')
const tools = openDocumentTools()
port.on('message', ({ number, document, format }: Wish) => {
  writeDocument(document, format, tools).then(
    (bytes) => port.postMessage({ number, bytes } satisfies Written),
    (failure: unknown) => port.postMessage({ number, problem: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) } satisfies Written),
  )
})
