// The two region tables of a starter pack: which codes exist in which version, and what changed between versions.
import type { Level, NutsVersion, Region } from '#kernel/region.ts'
import { levels, nutsVersions } from '#kernel/region.ts'
import type { ChangeKind, RegionChange } from '../rules.ts'
import { changeKinds } from '../rules.ts'

/** One line of comma-separated cells; a quoted cell may hold commas and doubled quotes. */
export const splitCsvLine = (line: string): readonly string[] => {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
  return cells
}
const records = (text: string, file: string, columns: readonly string[]): readonly (readonly string[])[] => {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '')
  if (header !== columns.join(',')) throw new Error(`${file}: the first line must be ${columns.join(',')}`)
  return lines.map(splitCsvLine)
}

/** `2006-2024` stands for every version from the first to the last. */
const versionsOf = (span: string, file: string): readonly NutsVersion[] => {
  const [first = '', last = first] = span.split('-')
  const from = nutsVersions.indexOf(first as NutsVersion)
  const to = nutsVersions.indexOf(last as NutsVersion)
  if (from < 0 || to < from) throw new Error(`${file}: "${span}" is no version or span of versions`)
  return nutsVersions.slice(from, to + 1)
}
export const parsePackRegions = (text: string): readonly Region[] =>
  records(text, 'regions.csv', ['code', 'version', 'level', 'nsi', 'parent', 'name_bg', 'name_en']).flatMap(([code = '', span = '', level = '', nsi = '', parent = '', bg = '', en = '']) => {
    if (!(levels as readonly string[]).includes(level)) throw new Error(`regions.csv, ${code}: "${level}" is no level`)
    return versionsOf(span, 'regions.csv').map((version): Region => ({ code, version, level: level as Level, nsi: nsi || null, parent: parent || null, name: { bg, en } }))
  })
export const parsePackChanges = (text: string): readonly RegionChange[] =>
  records(text, 'changes.csv', ['from_code', 'to_code', 'version', 'kind']).map(([from = '', to = '', version = '', kind = '']) => {
    if (!(nutsVersions as readonly string[]).includes(version) || !(changeKinds as readonly string[]).includes(kind)) throw new Error(`changes.csv: "${version}, ${kind}" is no change`)
    return { fromCode: from || null, toCode: to || null, version: version as NutsVersion, kind: kind as ChangeKind }
  })
