// Reads the HTML that our own views write into a small tree, strictly: what is not closed or not quoted is an error.
// Not a browser's parser, which forgives; the tests want to know.
export type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00a0' }
const plain = (text: string): string => text.replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)

const attributesOf = (text: string, tag: string): Record<string, string> => {
  const found: Record<string, string> = {}
  const rest = text.replaceAll(/\s+([\w:.-]+)="([^"]*)"/g, (_, name: string, value: string) => {
    if (name in found) throw new Error(`<${tag}> says ${name} twice`)
    found[name] = plain(value)
    return ''
  })
  if (rest.trim() !== '') throw new Error(`<${tag}> has something that is no attribute: ${rest}`)
  return found
}

/** The elements at the top of a text; a doctype before them is passed over. */
export const parseHtml = (html: string): Element => {
  const root: Element = { tag: '#root', attributes: {}, children: [] }
  const open: Element[] = [root]
  const pieces = html.replace(/^<!doctype html>/, '').matchAll(/<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)|(<)/g)
  for (const [, closing, tag = '', attributes = '', selfClosed, text, stray] of pieces) {
    const inside = open.at(-1) as Element
    if (stray !== undefined) throw new Error(`A bare < in <${inside.tag}>`)
    if (text !== undefined) { inside.children.push(plain(text)); continue }
    if (closing === '/') {
      if (inside.tag !== tag) throw new Error(`</${tag}> closes <${inside.tag}>`)
      open.pop()
      continue
    }
    const element: Element = { tag, attributes: attributesOf(attributes, tag), children: [] }
    inside.children.push(element)
    if (!empty.has(tag) && selfClosed !== '/') open.push(element)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is never closed`)
  return root
}

/** Every element below, in the order of reading. */
export const elementsOf = (element: Element): Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]))
export const findAll = (element: Element, tag: string): Element[] => elementsOf(element).filter((each) => each.tag === tag)
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** What is wrong with a piece of a page, as sentences; empty when nothing is. */
export const faultsOf = (root: Element): string[] => {
  const all = elementsOf(root)
  const ids = all.flatMap((element) => element.attributes.id ?? [])
  const labelled = new Set(all.filter((element) => element.tag === 'label').map((label) => label.attributes.for))
  const isNamed = (element: Element): boolean => element.attributes['aria-label'] !== undefined || element.attributes['aria-labelledby'] !== undefined
  const says = (element: Element): string => `<${element.tag}${element.attributes.id === undefined ? '' : ` id="${element.attributes.id}"`}>`
  return [
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} stands twice`),
    all.filter((each) => each.tag === 'script' && each.attributes.src === undefined && each.attributes.type !== 'application/json').map(() => 'a script stands in the page'),
    all.filter((each) => each.tag === 'style' || each.attributes.style !== undefined).map((each) => `${says(each)} brings a style`),
    all.flatMap((each) => Object.keys(each.attributes).filter((name) => name.startsWith('on')).map((name) => `${says(each)} has ${name}`)),
    all.filter((each) => /^\s*(?:javascript|data|vbscript):/i.test(each.attributes.href ?? '') && each.tag === 'a').map((each) => `${says(each)} runs instead of leading`),
    all.flatMap((each) => ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) => (each.attributes[name] ?? '').split(' ').filter((id) => id !== '' && !ids.includes(id)).map((id) => `${says(each)} points with ${name} at ${id}, which is not there`))),
    all.filter((each) => ['input', 'select', 'textarea'].includes(each.tag) && !['hidden', 'submit'].includes(each.attributes.type ?? '') && !labelled.has(each.attributes.id) && !isNamed(each)).map((each) => `${says(each)} has no label`),
    all.filter((each) => ['a', 'button', 'summary', 'h1', 'h2', 'h3', 'h4', 'th', 'label', 'legend', 'caption', 'dt'].includes(each.tag) && textOf(each).trim() === '' && !isNamed(each)).map((each) => `${says(each)} is empty`),
    all.filter((each) => each.tag === 'a' && each.attributes.href === undefined).map((each) => `${says(each)} leads nowhere`),
    all.filter((each) => each.tag === 'svg' && each.attributes['aria-hidden'] !== 'true' && !isNamed(each)).map((each) => `${says(each)} has no name`),
    all.filter((each) => each.tag === 'table' && findAll(each, 'caption').length !== 1 && !isNamed(each)).map((each) => `${says(each)} has no caption`),
    all.filter((each) => each.tag === 'th' && each.attributes.scope === undefined).map((each) => `${says(each)} has no scope`),
    /undefined|\[object|NaN/.test(textOf(root)) ? [`a value is missing: ${/.{0,30}(?:undefined|\[object|NaN).{0,30}/.exec(textOf(root))?.[0]}`] : [],
  ].flat()
}
