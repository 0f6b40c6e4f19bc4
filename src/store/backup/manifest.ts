// What an archive says about itself, and which names may stand in one. docs/backup.md describes the format for people.
import type { Bilingual } from '#kernel/language.ts'

export const manifestName = 'manifest.json'
/** The very last member: the hash of the manifest, as sha256sum writes it. */
export const sealName = 'manifest.sha256'
export const formatVersion = 1

export type Member = { readonly name: string; readonly size: number; readonly sha256: string }
export type ArchivedTable = { readonly name: string; readonly columns: readonly string[]; readonly rows: number; readonly parts: number }
export type ArchivedSequence = { readonly name: string; readonly last: string; readonly called: boolean }
export type ArchivedMigration = { readonly number: number; readonly name: string; readonly sha256: string }
export type Manifest = {
  readonly format: 'posoka-backup'
  readonly formatVersion: number
  /** of the program that made it */
  readonly product: string
  readonly madeAt: string
  readonly postgres: string
  readonly region: string | null
  readonly migrations: readonly ArchivedMigration[]
  readonly tables: readonly ArchivedTable[]
  readonly sequences: readonly ArchivedSequence[]
  readonly members: readonly Member[]
}

/** The keys of a data folder that the database needs: cookies and forms, and the mailbox's password. */
export const keyNames = ['secret', 'mailbox-key'] as const

const shapes = [
  /^tables\/[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*\/\d{6}\.copy\.zst$/,
  /^files\/[0-9a-f]{64}$/,
  /^letters\/[A-Za-z0-9][A-Za-z0-9._-]*$/,
  new RegExp(`^keys/(${keyNames.join('|')})$`),
]
/** Nothing that could leave its folder: no other slash, no leading point. */
export const isMemberName = (name: string): boolean => shapes.some((shape) => shape.test(name))
export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(6, '0')}.copy.zst`

/** What is wrong with the list of members against the manifest; undefined: nothing. */
export const findDifference = (manifest: Manifest, found: readonly Member[]): Bilingual | undefined => {
  const listed = new Map(manifest.members.map((member) => [member.name, member]))
  const seen = new Set<string>()
  for (const member of found) {
    const { name } = member
    if (seen.has(name)) return { bg: `${name} се среща два пъти`, en: `${name} is there twice` }
    seen.add(name)
    const said = listed.get(name)
    if (!said) return { bg: `${name} не е в описа му`, en: `${name} is not in its list` }
    if (said.size !== member.size || said.sha256 !== member.sha256) return { bg: `съдържанието на ${name} не отговаря на описа`, en: `the content of ${name} is not what its list says` }
    if (name.startsWith('files/') && name !== `files/${member.sha256}`) return { bg: `${name} не е файлът с това име`, en: `${name} is not the file of that name` }
  }
  const missing = manifest.members.find(({ name }) => !seen.has(name))
  if (missing) return { bg: `липсва ${missing.name}`, en: `${missing.name} is missing` }
  const names = manifest.tables.flatMap((table) => Array.from({ length: table.parts }, (_, part) => partName(table.name, part)))
  const parts = found.filter(({ name }) => name.startsWith('tables/')).map(({ name }) => name)
  return names.join() === parts.join() ? undefined : { bg: 'частите на таблиците не са по ред', en: 'the parts of its tables are not in order' }
}

/** undefined where the text is no manifest of ours. */
export const parseManifest = (text: string): Manifest | undefined => {
  try {
    const manifest = JSON.parse(text) as Manifest
    const isOurs = manifest.format === 'posoka-backup' && Number.isInteger(manifest.formatVersion)
      && [manifest.migrations, manifest.tables, manifest.sequences, manifest.members].every(Array.isArray)
    return isOurs ? manifest : undefined
  } catch {
    return undefined
  }
}
