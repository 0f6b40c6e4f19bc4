// Whether an SVG can only be looked at. What is not known to be harmless is refused: elements outside the list, handlers,
// addresses that lead out of the file, declarations that define anything. It is judged, not cleaned: what is kept is what was sent.
import type { Bilingual } from '#kernel/language.ts'

const drawing = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath', 'title', 'desc', 'metadata',
  'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker', 'style', 'image', 'switch', 'view',
  'filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode', 'feOffset',
])
const svgSpace = 'http://www.w3.org/2000/svg'
/** What drawing programs write beside the drawing: it does nothing. */
const idleSpaces = /^(http:\/\/www\.inkscape\.org\/|http:\/\/sodipodi\.|http:\/\/purl\.org\/|http:\/\/creativecommons\.org\/|http:\/\/web\.resource\.org\/cc\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf|http:\/\/ns\.adobe\.com\/|http:\/\/www\.bohemiancoding\.com\/|http:\/\/www\.serif\.com\/|http:\/\/www\.w3\.org\/1999\/xlink$)/

const says = (bg: string, en: string): Bilingual => ({ bg: `Този SVG не може да бъде приет: ${bg}. Запазете го отново като обикновен SVG („Plain SVG“) или като PNG.`, en: `This SVG cannot be taken: ${en}. Save it again as plain SVG, or as PNG.` })
const broken = says('не е цял или не е правилно записан', 'it is not whole or not well formed')

type Open = { readonly name: string; readonly spaces: ReadonlyMap<string, string> }
/** null: harmless; else why not. */
export const judgeSvg = (text: string): Bilingual | null => {
  const open: Open[] = []
  let seen = 0
  const mark = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[[\s\S]*?\]\]|![^>]*|\/\s*([^\s>]+)\s*|([^\s/>]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/y
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    if (open.at(-1)?.name === 'style' && isReaching(between)) return outside
    if (next < 0) break
    mark.lastIndex = next
    const found = mark.exec(text)
    if (found === null) return broken
    at = mark.lastIndex
    const [whole, closes, opens, attributes = '', empty] = found
    if (whole.startsWith('<?')) { if (!/^<\?xml\s/.test(whole)) return says('съдържа указания към програми', 'it holds instructions to programs'); continue }
    if (whole.startsWith('<!--')) continue
    if (whole.startsWith('<![CDATA[')) { if (isReaching(whole)) return outside; continue }
    if (whole.startsWith('<!')) {
      if (!/^<!DOCTYPE\s+svg(\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"http:\/\/www\.w3\.org\/[^"]*")?\s*>$/.test(whole)) return says('съдържа собствени определения (DOCTYPE, ENTITY)', 'it holds declarations of its own (DOCTYPE, ENTITY)')
      continue
    }
    if (closes !== undefined) { if (open.pop()?.name !== local(closes)) return broken; continue }
    if (opens === undefined) return broken
    seen++
    const element = { name: local(opens), spaces: spacesOf(attributes, open.at(-1)?.spaces) }
    const fault = judgeElement(opens, { element, attributes, isFirst: seen === 1 ? 'yes' : 'no' })
    if (fault !== null) return fault
    if (empty !== '/') open.push(element)
  }
  return open.length > 0 || seen === 0 ? broken : null
}
const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const prefix = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const listOf = (attributes: string): readonly (readonly [string, string])[] => [...attributes.matchAll(attribute)].map(([, name = '', one, other]) => [name, plain(one ?? other ?? '')])
const spacesOf = (attributes: string, around: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> => {
  const own = listOf(attributes).flatMap(([name, value]): [string, string][] => (name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : []))
  return new Map([...(around ?? []), ...own])
}
/** Signs written as numbers or names are what they stand for. */
const plain = (value: string): string => value
  .replace(/&#(x[0-9a-f]+|\d+);?/gi, (_, code: string) => { const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code); return point <= 0x10ffff ? String.fromCodePoint(point) : '' })
  .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '')

const outside = says('води към файл извън себе си', 'it leads to a file outside itself')
/** CSS and addresses that fetch anything; \ hides letters in CSS, so it is not taken at all. */
const isReaching = (text: string): boolean => {
  const bare = plain(text)
  return /@import|@font-face|expression\s*\(|-moz-binding|behavior\s*:|\\/i.test(bare) || [...bare.matchAll(/url\s*\(\s*["']?\s*([^)"']*)/gi)].some(([, to = '']) => !to.trim().startsWith('#'))
}
type Judged = { readonly element: Open; readonly attributes: string; readonly isFirst: 'yes' | 'no' }
const judgeElement = (written: string, { element: { name, spaces }, attributes, isFirst }: Judged): Bilingual | null => {
  const space = spaces.get(prefix(written)) ?? ''
  if (isFirst === 'yes' && (name !== 'svg' || space !== svgSpace)) return says('не започва като рисунка', 'it does not begin as a drawing')
  if (/^script$/i.test(name)) return says('съдържа скрипт', 'it holds a script')
  if (/^foreignObject$/i.test(name)) return says('съдържа чужд документ (foreignObject)', 'it holds a foreign document (foreignObject)')
  if (space === svgSpace ? !drawing.has(name) : !idleSpaces.test(space)) return says(`съдържа нещо, което не е рисунка: ${name.slice(0, 40)}`, `it holds something that is no drawing: ${name.slice(0, 40)}`)
  for (const [full, value] of listOf(attributes)) {
    const attributeName = local(full).toLowerCase()
    if (attributeName.startsWith('on')) return says(`съдържа скрипт (${full.slice(0, 40)})`, `it holds a script (${full.slice(0, 40)})`)
    if (/^xmlns(:|$)/.test(full) || space !== svgSpace) { if (/^\s*(javascript|data|vbscript)\s*:/i.test(value)) return outside; continue }
    if (attributeName === 'base') return outside
    if ((attributeName === 'href' || attributeName === 'src') && !value.trim().startsWith('#') && !(name === 'image' && /^\s*data:image\/(png|jpeg);base64,[A-Za-z0-9+/=\s]*$/.test(value))) return outside
    if (isReaching(value) || /^\s*(javascript|vbscript)\s*:/i.test(value)) return outside
  }
  return null
}
