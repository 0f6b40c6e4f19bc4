// What the writers of documents need beside the document: given by whoever runs them, because files are read elsewhere.
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type DrawingStyle, readDrawingStyle } from './plain-svg.ts'

export type DocumentTools = { readonly style: DrawingStyle; readonly sheet: string; readonly typst: () => Promise<NodeCompiler> }

/** `css`: tokens and rules of the theme; `sheet`: document.typ; `fonts`: TrueType files. Typst is loaded with the first PDF. */
export const makeDocumentTools = (from: { readonly css: string; readonly sheet: string; readonly fonts: () => readonly Uint8Array[] }): DocumentTools => {
  let compiler: Promise<NodeCompiler> | undefined
  return {
    style: readDrawingStyle(from.css),
    sheet: from.sheet,
    typst: () => (compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) =>
      typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: from.fonts().map((font) => Buffer.from(font)) }] }))),
  }
}
