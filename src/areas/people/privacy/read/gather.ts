// Everything kept of one person, of every topic, in one reading: an erasure in between changes nothing of it.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Reader } from '#store/handle.ts'
import { toCsv } from '../rules.ts'
import type { PersonalEntry, PersonalPart } from './parts.ts'

export type Own = { readonly part: PersonalPart; readonly entries: readonly PersonalEntry[] }
export const listOwn = async (reader: Reader, { contact, parts }: { readonly contact: ContactId; readonly parts: readonly PersonalPart[] }): Promise<readonly Own[]> =>
  Promise.all(parts.filter(({ list }) => list !== undefined).map(async (part) => ({ part, entries: (await part.list?.(reader, contact)) ?? [] })))

export type ArchiveEntry = { readonly path: string; readonly bytes: string | { readonly stored: string } }
/** JSON of everything, a CSV per table, and the files; a name in it cannot lead out of its folder. */
export const gatherPerson = async (reader: Reader, { contact, parts }: { readonly contact: ContactId; readonly parts: readonly PersonalPart[] }): Promise<{ readonly entries: readonly ArchiveEntry[]; readonly became: readonly { readonly part: string; readonly erased: number; readonly kept: number }[] }> => {
  const gathered = await Promise.all(parts.map(async (part) => ({ part, ...(await part.gather(reader, contact)) })))
  const plain = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_').slice(0, 120)
  const whole = Object.fromEntries(gathered.map(({ part, tables }) => [part.name, Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))]))
  return {
    became: gathered.map(({ part, tables }) => ({ part: part.name, erased: 0, kept: tables.reduce((sum, { rows }) => sum + rows.length, 0) })),
    entries: [
      { path: 'posoka.json', bytes: JSON.stringify(whole, null, 2) },
      ...gathered.flatMap(({ part, tables }) => tables.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => ({ path: `csv/${plain(part.name)}.${plain(name)}.csv`, bytes: toCsv(rows) }))),
      ...gathered.flatMap(({ part, files }) => files.map(({ name, sha256 }) => ({ path: `files/${plain(part.name)}/${sha256.slice(0, 8)}-${plain(name)}`, bytes: { stored: sha256 } }))),
    ],
  }
}
