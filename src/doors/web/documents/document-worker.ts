// The thread that writes documents: takes a document and a format, gives the bytes or the reason why not. Its tools are opened once.
import { parentPort } from 'node:worker_threads'
import type { Document, DocumentFormat } from '#kernel/document.ts'
import { writeDocument } from '#ui/documents/write-document.ts'
import { openDocumentTools } from './tools.ts'

export type Wish = { readonly document: Document; readonly format: DocumentFormat }
export type Written = { readonly bytes: Uint8Array } | { readonly problem: string }

const port = parentPort
if (port === null) throw new Error('document-worker.ts runs as a thread only')
const tools = openDocumentTools()
port.on('message', ({ document, format }: Wish) => {
  writeDocument(document, format, tools).then(
    (bytes) => port.postMessage({ bytes } satisfies Written),
    (failure: unknown) => port.postMessage({ problem: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) } satisfies Written),
  )
})
