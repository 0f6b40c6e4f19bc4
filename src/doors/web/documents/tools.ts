// Brings the writers of documents what lies in files: the theme, the sheet for Typst, the fonts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCheckout } from '#store/checkout.ts'
import { type DocumentTools, makeDocumentTools } from '#ui/documents/tools.ts'
import { fontOfWoff } from './woff.ts'

const faces = ['400Regular', '400Regular_Italic', '700Bold'] as const
/** Drawings are lettered in the condensed width, which comes as WOFF only and in two parts by script. */
const condensed = ['cyrillic-400', 'latin-400', 'latin-ext-400', 'cyrillic-700', 'latin-700', 'latin-ext-700'] as const

export const openDocumentTools = (): DocumentTools => {
  const from = findCheckout()
  const read = (...path: readonly string[]): Buffer => readFileSync(join(from, ...path))
  return makeDocumentTools({
    css: ['designsystemet.css', 'tokens.css', 'charts.css'].map((file) => read('src/ui/theme', file).toString('utf8')).join('\n'),
    sheet: read('src/ui/documents/document.typ').toString('utf8'),
    fonts: () => [
      ...faces.map((face) => read('node_modules/@expo-google-fonts/sofia-sans', face, `SofiaSans_${face}.ttf`)),
      ...condensed.map((part) => fontOfWoff(read('node_modules/@fontsource/sofia-sans-condensed/files', `sofia-sans-condensed-${part}-normal.woff`))),
    ],
  })
}
