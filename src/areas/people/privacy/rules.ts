// The nouns of rights over personal data: requests, their proof, periods. The register of processing is in rules/.
import { toCsvFile } from '#kernel/csv.ts'
import type { Bilingual } from '#kernel/language.ts'

export type RequestKind = 'export' | 'erasure'
export type AskedBy = 'person' | 'staff' | 'retention'
export type Became = { readonly part: string; readonly erased: number; readonly kept: number }
export type PrivacyRequest = { readonly id: string; readonly kind: RequestKind; readonly askedBy: AskedBy; readonly at: Date; readonly became: readonly Became[] }
/** A kind of thing that is kept for a time. */
export type Period = { readonly kind: string; readonly title: Bilingual; readonly why: Bilingual; readonly days: number; readonly isOwn: 'yes' | 'no'; readonly due: number }
export type RetentionRun = { readonly at: Date; readonly kind: string; readonly olderThan: Date; readonly cleared: number }

/** Days a name is kept after the end of what it was given for; said where it is collected. */
export const fiveYears = 1826
export const privacyOfficePath = '/office/privacy'
export const proofPath = (id: string): string => `/participation/erased/${id}`
export const olderThan = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** What a kept text says where the name or the address of an erased person stood. */
const erasedMark = (language: string): string => (language === 'en' ? '[name removed]' : '[заличено име]')
/** A text that stays loses the name and the address of its author, in whatever case they were written.
 *  Worked: 'Аз, Иван Петров (ivan@example.bg)' → 'Аз, [заличено име] ([заличено име])'. A name of less than three letters is a word. */
export const withoutPerson = (text: string, { names, language }: { readonly names: readonly (string | null)[]; readonly language: string }): string => {
  let kept = text
  for (const name of names) {
    if (name === null || name.trim().length < 3) continue
    const pattern = name.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
    kept = kept.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), erasedMark(language))
  }
  return kept
}
/** One table of an export as CSV that spreadsheets open and cannot be made to calculate. */
export const toCsv = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: unknown): string | number =>
    (value == null ? '' : typeof value === 'number' ? value : value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value))
  return toCsvFile([names, ...rows.map((row) => names.map((name) => cell(row[name])))], { separator: ',', mark: 'withMark' })
}
