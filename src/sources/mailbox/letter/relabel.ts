// Before the library reads a letter: every text part says the charset its bytes really have, every header is UTF-8 or ASCII with
// whole words, and parts are counted. Nothing else is changed; the letter as received is kept elsewhere.
import { charsetOf } from './charset.ts'
import { joinWords, rawToUtf8 } from './encoded-words.ts'
import { fromTransfer, transferOf } from './transfer.ts'

export type Relabelled = { readonly bytes: Buffer; readonly parts: number; readonly guessed: 'yes' | 'no'; /** 'multipart/encrypted' and the like, outermost first */ readonly kinds: readonly string[] }
/** A letter inside a letter inside a letter: deeper is nobody's. */
const deepest = 20
const longestHead = 256 * 1024
/** Enough of a body to know its charset by. */
const enough = 512 * 1024

type Field = { readonly name: string; readonly text: string }
const fieldsOf = (head: string): readonly Field[] =>
  head.split(/\r?\n(?![ \t])/).map((text) => ({ text, name: text.slice(0, Math.max(0, text.indexOf(':'))).trim().toLowerCase() }))
const fieldOf = (fields: readonly Field[], name: string): string => {
  const field = fields.find((one) => one.name === name)
  return field === undefined ? '' : field.text.slice(field.text.indexOf(':') + 1).replace(/\r?\n/g, '').trim()
}
const parameter = (value: string, name: string): string => {
  const found = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'i').exec(value)
  return found?.[1] ?? found?.[2] ?? ''
}
const withCharset = (field: string, charset: string): string =>
  `${field.replace(/;\s*charset\s*=\s*(?:"[^"]*"?|[^\s;]*)/gi, '').replace(/[;\s]+$/, '')}; charset=${charset}`

export const relabel = (raw: Uint8Array, { mostParts }: { readonly mostParts: number }): Relabelled => {
  const whole = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')
  const out: string[] = []
  const kinds: string[] = []
  let parts = 0
  let guessed: 'yes' | 'no' = 'no'
  const note = (one: 'yes' | 'no'): void => { if (one === 'yes') guessed = 'yes' }

  const writeHead = (fields: readonly Field[], charset: string | null): string => {
    const written = fields.map(({ name, text }) => {
      if (name === 'content-type' && charset !== null) return withCharset(text, charset)
      const utf8 = rawToUtf8(text)
      const joined = joinWords(utf8.text)
      note(utf8.guessed)
      note(joined.guessed)
      return joined.text
    })
    if (charset !== null && !fields.some(({ name }) => name === 'content-type')) written.push(`Content-Type: text/plain; charset=${charset}`)
    return written.join('\r\n')
  }
  const part = ({ from, to, depth }: { from: number; to: number; depth: number }): void => {
    parts++
    if (parts > mostParts || depth > deepest) return void out.push(whole.slice(from, to))
    const blank = headEnd(whole, from, to)
    const head = whole.slice(from, blank.at)
    if (head.length > longestHead) return void out.push(whole.slice(from, to))
    const fields = fieldsOf(head)
    const type = fieldOf(fields, 'content-type')
    const kind = (type.split(';')[0] ?? '').trim().toLowerCase()
    kinds.push(kind)
    const transfer = transferOf(fieldOf(fields, 'content-transfer-encoding'))
    const body = { from: blank.end, to, depth: depth + 1 }
    const gap = whole.slice(blank.at, blank.end)
    const boundary = kind.startsWith('multipart/') ? parameter(type, 'boundary') : ''
    if (boundary !== '') {
      out.push(writeHead(fields, null), gap)
      split(boundary, body)
      return
    }
    if (kind === 'message/rfc822' && transfer === 'as it is') {
      out.push(writeHead(fields, null), gap)
      part(body)
      return
    }
    const isText = kind === '' || kind === 'text/plain' || kind === 'text/html' || kind === 'text'
    if (!isText) return void out.push(writeHead(fields, null), gap, whole.slice(blank.end, to))
    const bytes = fromTransfer(whole.slice(blank.end, Math.min(to, blank.end + enough)), transfer)
    const label = parameter(type, 'charset')
    const real = charsetOf(bytes, label)
    note(real.guessed)
    out.push(writeHead(fields, real.charset), gap === '' ? '\r\n\r\n' : gap, whole.slice(blank.end, to))
  }
  const split = (boundary: string, { from, to, depth }: { from: number; to: number; depth: number }): void => {
    const mark = `--${boundary}`
    let at = from
    let begun: number | null = null
    for (;;) {
      const found = nextMark(whole, { mark, from: at, to })
      const end = found ?? to
      if (begun === null) out.push(whole.slice(from, end))
      else part({ from: begun, to: end, depth })
      if (found === null) return
      const line = lineEnd(whole, found, to)
      out.push(whole.slice(found, line))
      if (whole.startsWith('--', found + mark.length)) return void out.push(whole.slice(line, to))
      begun = line
      at = line
    }
  }
  part({ from: 0, to: whole.length, depth: 0 })
  return { bytes: Buffer.from(out.join(''), 'latin1'), parts, guessed, kinds }
}

const lineEnd = (text: string, from: number, to: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 || end >= to ? to : end + 1
}
/** Where the empty line begins, and where the body does. */
const headEnd = (text: string, from: number, to: number): { at: number; end: number } => {
  if (text.startsWith('\r\n', from)) return { at: from, end: Math.min(to, from + 2) }
  if (text.startsWith('\n', from)) return { at: from, end: Math.min(to, from + 1) }
  const empty = /\r?\n\r?\n/g
  empty.lastIndex = from
  const found = empty.exec(text)
  return found === null || found.index >= to ? { at: to, end: to } : { at: found.index, end: Math.min(to, found.index + found[0].length) }
}
const nextMark = (text: string, { mark, from, to }: { mark: string; from: number; to: number }): number | null => {
  for (let at = text.indexOf(mark, from); at !== -1 && at < to; at = text.indexOf(mark, at + 1)) {
    if (at !== 0 && text[at - 1] !== '\n') continue
    const rest = text.slice(at + mark.length, lineEnd(text, at, to)).trimEnd()
    if (rest === '' || rest === '--') return at
  }
  return null
}
