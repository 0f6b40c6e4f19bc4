// The marks inside one line of a text, by our own allow-list: bold, slanted, links that are checked. HTML stays letters, pictures and
// code stay as typed. The result is pieces, never HTML: a view draws them.
import MarkdownIt from 'markdown-it'

export type Piece = { readonly text: string; readonly strong: 'yes' | 'no'; readonly slanted: 'yes' | 'no'; readonly href: string | null }
const isAllowed = (href: string): boolean => /^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(href)
const marks = new MarkdownIt('zero', { html: false, linkify: false, typographer: false, maxNesting: 20 }).enable(['emphasis', 'link', 'escape'])
marks.validateLink = isAllowed

export const toPieces = (source: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let strong = 0, slanted = 0
  const hrefs: string[] = []
  // an underscore is a sign like any other in names of files and indicators
  const [line] = marks.parseInline(source.replace(/\s*\n\s*/g, ' ').replace(/\\?_/g, '\\_'), {})
  for (const { type, content, attrs } of line?.children ?? []) {
    if (type === 'strong_open') strong += 1
    else if (type === 'strong_close') strong -= 1
    else if (type === 'em_open') slanted += 1
    else if (type === 'em_close') slanted -= 1
    else if (type === 'link_open') hrefs.push(String(attrs?.find(([name]) => name === 'href')?.[1] ?? ''))
    else if (type === 'link_close') hrefs.pop()
    else if (content !== '') pieces.push({ text: content, strong: strong > 0 ? 'yes' : 'no', slanted: slanted > 0 ? 'yes' : 'no', href: hrefs.at(-1) ?? null })
  }
  return pieces
}
