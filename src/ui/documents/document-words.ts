// The few words that every document says by itself: sources, captions of tables. Not the document's own sentences.
import type { DocumentBlock, DocumentSource } from '#kernel/document.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'

/** „Източници: НСИ, 629, 1169, данни от февруари 2026 г.; Евростат, …“: what has one publisher and one vintage is said together. */
export const saySources = (sources: readonly DocumentSource[], language: Language): string => {
  if (sources.length === 0) return ''
  const say = speak(language)
  const publisher = ({ name }: DocumentSource): string => name.split(', ')[0] ?? name
  const alike = Map.groupBy(sources, (source) => `${publisher(source)} ${source.vintage} ${source.dated ?? ''}`)
  const parts = [...alike.values()].map((some) => {
    const [first] = some as [DocumentSource]
    const codes = some.map(({ name }) => name.slice(publisher(first).length).replace(/^, /, '')).filter((code) => code !== '')
    return `${[publisher(first), ...codes].join(', ')}, ${first.dated === 'unknown' ? say.ui_chart_brought({ date: first.vintage }) : say.ui_chart_vintage({ date: first.vintage })}`
  })
  return `${say.ui_chart_source({ count: parts.length })} ${parts.join('; ')}`
}
/** The table under a drawing: the same numbers. */
export const sayFigureTable = (block: Extract<DocumentBlock, { kind: 'figure' }>, language: Language): string =>
  speak(language).ui_document_table_of({ what: block.subtitle })
