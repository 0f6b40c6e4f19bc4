// Values in the text format of COPY. Pure. A JavaScript array becomes a PostgreSQL array; json is handed in as text.
type Plain = string | number | bigint | boolean | null
export type CopyValue = Plain | Date | Uint8Array | readonly Plain[] | Float64Array

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const inOneLine = (text: string): string => (special.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => escapes[one] ?? one) : text)

const element = (value: Plain): string =>
  value === null ? 'NULL' : typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value)

const toField = (value: CopyValue): string => {
  switch (typeof value) {
    case 'number': case 'bigint': return String(value)
    case 'string': return inOneLine(value)
    case 'boolean': return value ? 't' : 'f'
    default:
      if (value === null) return '\\N'
      if (value instanceof Float64Array) return `{${value.join(',')}}`
      if (value instanceof Date) return value.toISOString()
      if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
      return inOneLine(`{${value.map(element).join(',')}}`)
  }
}

export const toCopyLine = (row: readonly CopyValue[]): string => {
  let line = ''
  for (let at = 0; at < row.length; at++) line += (at ? '\t' : '') + toField(row[at] as CopyValue)
  return `${line}\n`
}
