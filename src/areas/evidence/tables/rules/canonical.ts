// Figures of a table in the product's own template: what the import reads, keeps by its hash and checks like any other file.
import type { Missing } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'

export type CanonicalLine = {
  readonly series: string
  readonly region: string
  readonly period: Period
  readonly value: number | null
  readonly missing: Missing | null
  readonly flags: string
  readonly decimals: number
  /** said of this one value; for observations entered by hand */
  readonly note?: string
  readonly source?: string
  readonly enteredAt?: string
}
const signs: Readonly<Record<Missing, string>> = { unknown: ':', confidential: ':', unreliable: ':', notApplicable: 'x', noCases: '-', notServed: ':' }
const extra: Readonly<Partial<Record<Missing, string>>> = { confidential: 'c', unreliable: 'u' }

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""').replace(/[\r\n]+/g, ' ')}"` : text)
const sayValue = (line: CanonicalLine): string =>
  (line.value === null ? signs[line.missing ?? 'unknown'] : Number.isInteger(line.value) && line.decimals === 0 ? String(line.value) : line.value.toFixed(Math.max(line.decimals, decimalsNeeded(line.value))))
const decimalsNeeded = (value: number): number => Math.min(15, (String(value).split('.')[1] ?? '').length)
const flagsOf = (line: CanonicalLine): string => {
  const more = line.missing === null ? undefined : extra[line.missing]
  return more && !line.flags.includes(more) ? `${line.flags}${more}` : line.flags
}
const keyOf = (line: Pick<CanonicalLine, 'series' | 'region' | 'period'>): string => `${line.series}\t${line.region}\t${line.period}`

/** One order whatever order the file had: the same observations are the same bytes. */
export const writeCanonical = (lines: readonly CanonicalLine[]): string => {
  const hasWords = lines.some((line) => line.note !== undefined || line.source !== undefined)
  const sorted = [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const head = `indicator,region,period,value,flag${hasWords ? ',note,source,source_date' : ''}`
  return `${[head, ...sorted.map((line) => [line.series, line.region, line.period, sayValue(line), flagsOf(line), ...(hasWords ? [line.note ?? '', line.source ?? '', line.enteredAt ?? ''] : [])].map(quoted).join(','))].join('\n')}\n`
}
/** What was there stays where the new file says nothing; where it does, it counts. */
export const addTo = (before: readonly CanonicalLine[], fresh: readonly CanonicalLine[]): readonly CanonicalLine[] => {
  const said = new Set(fresh.map(keyOf))
  return [...before.filter((line) => !said.has(keyOf(line))), ...fresh]
}

/** Our own writing back to lines; what is not of it is not there. */
export const readCanonical = (text: string): readonly CanonicalLine[] =>
  text.split('\n').slice(1).filter((row) => row !== '').map((row) => {
    const [series = '', region = '', period = '', value = '', flags = '', note, source, enteredAt] = (row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).map((part) => part.replace(/,$/, '').replace(/^"([\s\S]*)"$/, '$1').replace(/""/g, '"'))
    const number = Number(value)
    const isValue = value !== '' && Number.isFinite(number)
    return {
      series, region, period: period as Period, flags, decimals: value.split('.')[1]?.length ?? 0,
      ...(isValue ? { value: number, missing: null } : { value: null, missing: value === '-' ? 'noCases' as const : value === 'x' ? 'notApplicable' as const : flags.includes('c') ? 'confidential' as const : flags.includes('u') ? 'unreliable' as const : 'unknown' as const }),
      ...(note === undefined ? {} : { note }), ...(source === undefined ? {} : { source }), ...(enteredAt === undefined ? {} : { enteredAt }),
    }
  })
