// Renders JSX to text at once, without building a tree that nobody looks at: two to three times as many pages a second
// as hono/jsx, whose types and rules of writing it keeps. No hooks, no context, nothing that waits: views are functions of values.
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX }

/** A drawing that is kept (kept.ts) is kept as the bytes that will be sent: a page takes it in without reading it again. */
export type Kept = { readonly bytes: Uint8Array }
/** HTML before it is sent: where `text` has a NUL sign stands the next of `kept`. */
export type Markup = { readonly text: string; readonly kept: readonly Kept[] }
const place = '\u0000'
const none: readonly Kept[] = []
const decoder = new TextDecoder()

/** A piece of finished HTML. `isEscaped` is Hono's own mark, so that its `raw` and `html` mix with ours. */
export class Piece implements Markup {
  readonly text: string
  readonly kept: readonly Kept[]
  readonly isEscaped = true
  constructor(text: string, kept: readonly Kept[] = none) {
    this.text = text
    this.kept = kept
  }
  static of(kept: Kept): Piece { return new Piece(place, [kept]) }
  toString(): string {
    if (this.kept.length === 0) return this.text
    let at = 0
    return this.text.replaceAll(place, () => decoder.decode(this.kept[at++]?.bytes))
  }
}
type Value = unknown
type Props = Readonly<Record<string, Value>>

const special = /[&<>"'\u0000]/
const specials = /[&<>"'\u0000]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', [place]: '' }
/** Right in text and inside quoted attributes. No text of ours has a NUL sign, and nobody else's may stand for a drawing. */
export const escapeText = (text: string): string =>
  special.test(text) ? text.replace(specials, (sign) => entities[sign] ?? sign) : text

const empty = new Set('area base br col embed hr img input keygen link meta param source track wbr'.split(' '))
/** Attributes that are there or not there; `aria-…` and `data-…` say "true" or "false" instead. */
const onOrOff = new Set('allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected shadowrootclonable shadowrootdelegatesfocus shadowrootserializable'.split(' '))

const tags = new Set<string>()
const checkTag = (tag: string): void => {
  if (!/^[a-zA-Z][\w:.-]*$/.test(tag)) throw new Error(`No such tag: ${tag}`)
  tags.add(tag)
}
const names = new Map<string, string>()
const attributeName = (key: string): string => {
  const known = names.get(key)
  if (known !== undefined) return known
  if (!/^[a-zA-Z_:][\w:.-]*$/.test(key) || /^on/i.test(key) || key === 'style') throw new Error(`The attribute ${key} is not written in views: no scripts, no styles in the page.`)
  const name = key === 'className' ? 'class' : key === 'htmlFor' ? 'for' : key
  names.set(key, name)
  return name
}

/** Kept drawings met since it was last emptied, in the order of the text. Nothing waits here, so one is enough. */
const met: Kept[] = []
const toText = (child: Value): string => {
  if (typeof child === 'string') return escapeText(child)
  if (child instanceof Piece) {
    if (child.kept.length > 0) met.push(...child.kept)
    return child.text
  }
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (Array.isArray(child)) {
    let text = ''
    for (const each of child) text += toText(each)
    return text
  }
  if (child instanceof Promise) throw new Error('A view waits for something; views are functions of values.')
  const text = String(child)
  return (child as { isEscaped?: boolean }).isEscaped === true ? text : escapeText(text)
}

const tagged = (tag: string, props: Props): Piece => {
  if (!tags.has(tag)) checkTag(tag)
  let open = `<${tag}`
  let children: Value
  let inside: string | null = null
  for (const key in props) {
    const value = props[key]
    if (key === 'children') children = value
    else if (key === 'dangerouslySetInnerHTML') inside = (value as { __html: string }).__html
    else if (value === null || value === undefined || key === 'key') continue
    else {
      const name = attributeName(key)
      if (typeof value === 'boolean' && onOrOff.has(name)) open += value ? ` ${name}=""` : ''
      else open += ` ${name}="${escapeText(String(value))}"`
    }
  }
  met.length = 0
  inside ??= toText(children)
  const text = inside === '' && empty.has(tag) ? `${open}/>` : `${open}>${inside}</${tag}>`
  return met.length === 0 ? new Piece(text) : new Piece(text, met.splice(0))
}

export const jsx = (tag: string | ((props: Props) => Value), props: Props): Piece => {
  if (typeof tag === 'string') return tagged(tag, props)
  const made = tag(props)
  return made instanceof Piece ? made : together(made)
}
export { jsx as jsxs, jsx as jsxDEV }
/** One piece of whatever children may be. */
export const together = (children: Value): Piece => {
  met.length = 0
  const text = toText(children)
  return met.length === 0 ? new Piece(text) : new Piece(text, met.splice(0))
}
export const Fragment = ({ children }: { readonly children?: Value }): Piece => together(children)
