// Small CSV reading for the tables the pack is made from: quotes, either separator, UTF-8. Not for uploads.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const readText = (path: string): string => {
  const bytes = readFileSync(path)
  return new TextDecoder().decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
}
const splitLine = (line: string, separator: string): string[] => {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string
    if (quoted) {
      if (sign !== '"') field += sign
      else if (line[at + 1] === '"') { field += '"'; at++ }
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === separator) { fields.push(field); field = '' }
    else field += sign
  }
  fields.push(field)
  return fields
}
export type Row = Readonly<Record<string, string>>
export const readRows = (path: string, how: { separator?: string } = {}): readonly Row[] => {
  const separator = how.separator ?? ','
  const [head, ...lines] = readText(path).split(/\r?\n/).filter((line) => line !== '')
  const names = splitLine(head ?? '', separator).map((name) => name.trim())
  return lines.map((line) => { const fields = splitLine(line, separator); return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ''])) })
}
