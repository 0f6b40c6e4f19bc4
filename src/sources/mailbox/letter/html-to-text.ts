// HTML of a letter as text. Nothing in it is loaded, run or kept: sanitize-html leaves a few tags that mean lines and quotations,
// and only those become signs of plain text.
import sanitizeHtml from 'sanitize-html'

/** Where a program put the letter it answers; the rules of the topic cut there. */
export const quoteMark = '\u2063⟪quoted⟫\u2063'
const quoteClasses = /\b(gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|abv_quote|mail-quote|OutlookMessageHeader)\b/
const quoteIds = /^(divRplyFwdMsg|x_divRplyFwdMsg|appendonsend|reply-intro|mail-editor-reference-message-container|ms-outlook-mobile-reference)/i
const lines = ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'pre', 'article', 'section', 'dl', 'center', 'form']
/** Deep nesting is an attack on whoever walks it: no program writes so, and the letter is kept for a person. */
const deepest = 400
const openMost = 1_000
const isTooDeep = (html: string): boolean => {
  let open = 0
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (/^(?:p|br|hr|img|li|td|th|tr|dt|dd|meta|link|input|option|col|o|font)$/i.test(name)) continue
    open = Math.max(0, open + (closing === '/' ? -1 : 1))
    if (open > openMost) return true
  }
  return false
}
const longest = 2_000_000

export const htmlToText = (html: string): string => {
  if (isTooDeep(html)) return ''
  const clean = sanitizeHtml(html.slice(0, longest), {
    allowedTags: [...lines, 'br', 'hr', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'blockquote'],
    allowedAttributes: { div: ['class', 'id'], blockquote: ['class', 'id', 'type'], hr: ['id'], p: ['class'] },
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'template', 'svg', 'math', 'iframe', 'object', 'xml'],
    nestingLimit: deepest, parseStyleAttributes: false,
  })
  return tidy(toLines(clean))
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'', nbsp: ' ' }
const plainOf = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole)

const toLines = (html: string): string => {
  const said: string[] = []
  let quotes = 0
  const newLine = (): void => { said.push('\n') }
  for (const [, closing, name = '', attributes = '', text = ''] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (text !== '') {
      said.push(plainOf(text.replace(/[ \t\r\n\u00a0]+/g, ' ')))
      continue
    }
    if (name === 'br' || name === 'hr' || name === 'tr') newLine()
    else if (name === 'li') { if (closing !== '/') said.push('\n• ') }
    else if (name === 'td' || name === 'th') { if (closing === '/') said.push(' ') }
    else if (name === 'blockquote') { quotes = Math.max(0, quotes + (closing === '/' ? -1 : 1)); said.push(`\n\u0000${quotes}\n`) }
    else if (lines.includes(name)) said.push(name === 'p' || /^h\d$/.test(name) ? '\n\n' : '\n')
    if (closing !== '/' && isQuote(attributes)) said.push(`\n${quoteMark}\n`)
  }
  let depth = 0
  return said.join('').split('\n').flatMap((line) => {
    const turn = /^\u0000(\d+)$/.exec(line)
    if (turn !== null) { depth = Number(turn[1]); return [] }
    return [depth > 0 && line.trim() !== '' && line !== quoteMark ? `> ${line.trim()}` : line.trim()]
  }).join('\n')
}
const isQuote = (attributes: string): boolean => {
  const id = /\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''
  const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? ''
  return quoteClasses.test(classes) || quoteIds.test(id) || /\btype="cite"/.test(attributes)
}
const tidy = (text: string): string => text.replace(/\n{3,}/g, '\n\n').replace(/[\u200b\ufeff]/g, '').trim()
