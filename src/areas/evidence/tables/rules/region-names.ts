// Which region a cell means: a code of ours or of the statistical institute, a code of another NUTS version, or a name in Bulgarian or English.
import type { Level } from '#kernel/region.ts'
import { nutsVersions } from '#kernel/region.ts'
import type { Atlas, CodeSets } from '#areas/evidence/regions/rules.ts'
import { sameRegionIn } from '#areas/evidence/regions/rules.ts'

type Named = { readonly code: string; readonly level: Level }
export type RegionIndex = { readonly atlas: Atlas; readonly sets: CodeSets; readonly byCode: ReadonlyMap<string, string>; readonly byName: ReadonlyMap<string, readonly Named[]> }
export type RegionFound =
  | { readonly is: 'one'; readonly code: string; readonly how: 'code' | 'name' }
  /** a code of an older version whose territory is the same today */
  | { readonly is: 'recoded'; readonly code: string; readonly version: string }
  | { readonly is: 'former'; readonly version: string }
  | { readonly is: 'many'; readonly codes: readonly string[] }
  | { readonly is: 'none' }

export const makeRegionIndex = (from: { readonly atlas: Atlas; readonly sets: CodeSets }): RegionIndex => {
  const byCode = new Map<string, string>(), byName = new Map<string, Named[]>()
  for (const region of from.atlas.regions.values()) {
    byCode.set(region.code, region.code)
    if (region.nsi !== null && !byCode.has(region.nsi)) byCode.set(region.nsi, region.code)
    for (const name of new Set([region.name.bg, region.name.en].flatMap((written) => [plainName(written), plainName(written.replace(/\(.*\)/, ''))]))) {
      byName.set(name, [...(byName.get(name) ?? []).filter((one) => one.code !== region.code), { code: region.code, level: region.level }])
    }
  }
  return { ...from, byCode, byName }
}

/** Latin letters that look Cyrillic, inside a word that is Cyrillic: a slip of the keyboard. */
const alike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', k: 'к', m: 'м', t: 'т', h: 'н', b: 'в' }
const plainName = (written: string): string => {
  const text = written.toLowerCase().replace(/[\s\u00a0]+/g, ' ').replace(/[„“”"'().,;:*]/g, ' ').replace(/[-–—]/g, ' ').replace(/\s+/g, ' ').trim()
  return /[а-я]/.test(text) ? text.replace(/[aeopcxykmthb]/g, (letter) => alike[letter] ?? letter) : text
}
const levelWords: readonly { readonly pattern: RegExp; readonly level: Level }[] = [
  { pattern: /^(?:област|обл|oblast|district of|province of)\s+|\s+(?:област|обл|district|province|oblast)$/, level: 'nuts3' },
  { pattern: /^(?:община|общ|municipality of|obshtina)\s+|\s+(?:община|municipality)$/, level: 'municipality' },
  { pattern: /^(?:район|ямк|статистически район)\s+|\s+(?:район|region|planning region)$/, level: 'nuts2' },
]

export type NameOf = { readonly index: RegionIndex; readonly level: 'auto' | Level; readonly usual: Level }
export const findRegionOf = (written: string, { index, level, usual }: NameOf): RegionFound => {
  const text = written.trim()
  const code = index.byCode.get(text) ?? index.byCode.get(text.toUpperCase())
  if (code !== undefined) return { is: 'one', code, how: 'code' }
  if (/^[A-Za-z]{2}[0-9A-Za-z]{1,3}$/.test(text)) {
    const former = formerRegion(text.toUpperCase(), index)
    if (former) return former
  }
  // „BG344 Стара Загора“, „Стара Загора (SZR)“
  const inside = /^([A-Z]{2,3}[0-9A-Z]{0,3})[\s\-–:]+\S|\S\s+\(([A-Z]{2,3}[0-9A-Z]{0,3})\)$/.exec(text)
  const insideCode = inside ? index.byCode.get((inside[1] ?? inside[2]) as string) : undefined
  if (insideCode !== undefined) return { is: 'one', code: insideCode, how: 'code' }
  const plain = plainName(text)
  if (plain === '') return { is: 'none' }
  const exact = index.byName.get(plain)
  if (exact) return choose(exact, level === 'auto' ? usual : level)
  for (const { pattern, level: said } of levelWords) {
    const shorter = plain.replace(pattern, '').trim()
    const named = shorter === plain ? undefined : index.byName.get(shorter)?.filter((one) => one.level === said)
    if (named && named.length > 0) return choose(named, said)
  }
  return { is: 'none' }
}
/** At the level the column speaks of; a name that is only of another level (the country among its districts) is taken there. */
const choose = (named: readonly Named[], level: Level): RegionFound => {
  const here = named.filter((one) => one.level === level)
  const [one, ...more] = here.length > 0 ? here : named
  if (one === undefined) return { is: 'none' }
  return more.length === 0 ? { is: 'one', code: one.code, how: 'name' } : { is: 'many', codes: [one, ...more].map((each) => each.code) }
}
const formerRegion = (code: string, { atlas, sets }: RegionIndex): RegionFound | undefined => {
  const version = nutsVersions.toReversed().find((one) => sets.get(one)?.has(code))
  if (version === undefined) return undefined
  const now = sameRegionIn(atlas.changes, { code, version }, atlas.version)
  return now !== undefined && atlas.regions.has(now) ? { is: 'recoded', code: now, version } : { is: 'former', version }
}

const order: readonly Level[] = ['nuts3', 'municipality', 'nuts2', 'country', 'nuts1', 'eu']
/** The level at which the most names of a column are known; alike, the district comes first. 'open' where two levels know all of them. */
export const usualLevel = (written: Iterable<string>, index: RegionIndex): { readonly level: Level; readonly how: 'sure' | 'open' } => {
  const counts = new Map<Level, number>()
  for (const text of new Set(written)) for (const level of new Set(index.byName.get(plainName(text))?.map((one) => one.level) ?? [])) counts.set(level, (counts.get(level) ?? 0) + 1)
  const [best = 'nuts3', second] = [...order].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return { level: best, how: second !== undefined && (counts.get(best) ?? 0) > 0 && counts.get(second) === counts.get(best) ? 'open' : 'sure' }
}
