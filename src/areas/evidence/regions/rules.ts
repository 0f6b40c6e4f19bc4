// Regions as a tree of one NUTS version, and what may be said across versions.
// Not names for other codes than regions: aggregates and extra-regio codes (ZZ) are out by construction.
import type { Bilingual } from '#kernel/language.ts'
import type { Level, NutsVersion, Region } from '#kernel/region.ts'
import { nutsVersions } from '#kernel/region.ts'

/** All regions of one version, and where this installation is at home. */
export type Atlas = {
  readonly version: NutsVersion
  /** code of the home region: BG344 */
  readonly home: string
  readonly regions: ReadonlyMap<string, Region>
  /** parent → children, in the order of their Bulgarian names */
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly changes: readonly RegionChange[]
}

/** What happened to a region from one version to the next; what is not listed stayed as it was. */
export const changeKinds = ['recoded', 'boundary', 'split', 'merged', 'new', 'ended'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type RegionChange = {
  readonly fromCode: string | null
  readonly toCode: string | null
  /** the version that brought the change: from the one before it */
  readonly version: NutsVersion
  readonly kind: ChangeKind
}

/** Regions that were chosen together and given a name: whom the district compares itself with. */
export type RegionSet = {
  readonly number: number
  /** the region they were chosen for; it is not among `regions` */
  readonly region: string
  readonly name: Bilingual
  readonly regions: readonly string[]
  /** the query of the page of peers that found them; empty: chosen by hand */
  readonly recipe: string
  /** numbers of the vintages they were found on */
  readonly vintages: readonly number[]
  readonly state: 'current' | 'retired'
  readonly madeAt: Date
}
export const mostInSet = 59

export const regionPath = (code: string): string => `/evidence/regions/${code}`

export const findRegion = (atlas: Atlas, code: string): Region | undefined => atlas.regions.get(code)
export const getRegion = (atlas: Atlas, code: string): Region => {
  const region = atlas.regions.get(code)
  if (!region) throw new Error(`region ${code} is not in NUTS ${atlas.version}`)
  return region
}
export const homeOf = (atlas: Atlas): Region => getRegion(atlas, atlas.home)

/** The region itself first, then its parents up to the Union. */
export const lineOf = (atlas: Atlas, code: string): readonly Region[] => {
  const line: Region[] = []
  for (let at: string | null = code; at !== null; ) {
    const region = atlas.regions.get(at)
    if (!region || line.includes(region)) break
    line.push(region)
    at = region.parent
  }
  return line
}
export const ancestorAt = (atlas: Atlas, code: string, level: Level): Region | undefined =>
  lineOf(atlas, code).find((region) => region.level === level)

/** Every region of a level below (or equal to) a region: districts of a country, municipalities of a district. */
export const listWithin = (atlas: Atlas, code: string, level: Level): readonly Region[] => {
  const found: Region[] = []
  const queue = [code]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const region = atlas.regions.get(at)
    if (!region) continue
    if (region.level === level) found.push(region)
    else queue.push(...(atlas.children.get(at) ?? []))
  }
  return found
}
/** The regions a region is ranked among: same level, same version, same country; municipalities within their district. */
export const listPeersAtHome = (atlas: Atlas, code: string): readonly Region[] => {
  const region = getRegion(atlas, code)
  const above = ancestorAt(atlas, code, region.level === 'municipality' ? 'nuts3' : 'country')
  return above ? listWithin(atlas, above.code, region.level) : [region]
}

export const makeAtlas = (from: { version: NutsVersion; home: string; regions: readonly Region[]; changes: readonly RegionChange[] }): Atlas => {
  const regions = new Map(from.regions.map((region) => [region.code, region]))
  const order = new Intl.Collator('bg')
  const children = new Map<string, string[]>()
  for (const region of [...from.regions].sort((a, b) => order.compare(a.name.bg, b.name.bg))) {
    if (region.parent === null) continue
    const list = children.get(region.parent)
    if (list) list.push(region.code)
    else children.set(region.parent, [region.code])
  }
  return { version: from.version, home: from.home, regions, children, changes: from.changes }
}

const at = (version: NutsVersion): number => nutsVersions.indexOf(version)

type Steps = ReadonlyMap<string, readonly RegionChange[]>
const indexed = new WeakMap<readonly RegionChange[], { readonly from: Steps; readonly to: Steps }>()
const indexOf = (changes: readonly RegionChange[]): { readonly from: Steps; readonly to: Steps } => {
  let index = indexed.get(changes)
  if (!index) {
    const by = (code: (change: RegionChange) => string | null): Steps => Map.groupBy(changes, (change) => `${change.version}:${code(change)}`)
    indexed.set(changes, (index = { from: by((change) => change.fromCode), to: by((change) => change.toCode) }))
  }
  return index
}

/** The code a region of one version has in another, when it is the same territory; undefined when it is not,
 *  or nobody knows. Worked: BG222 of 2003 is BG344 of 2024; a split region has no successor. */
export const sameRegionIn = (changes: readonly RegionChange[], region: { code: string; version: NutsVersion }, version: NutsVersion): string | undefined => {
  if (region.version === version) return region.code
  const forward = at(version) > at(region.version)
  const { from, to } = indexOf(changes)
  const [here, there] = forward ? [from, to] : [to, from]
  const steps = nutsVersions.filter((step) => at(step) > Math.min(at(region.version), at(version)) && at(step) <= Math.max(at(region.version), at(version)))
  let code = region.code
  for (const step of forward ? steps : steps.toReversed()) {
    const hits = here.get(`${step}:${code}`) ?? []
    const [hit] = hits
    if (hit === undefined) {
      // A code that the step gave to another territory does not mean what it meant before.
      if (there.has(`${step}:${code}`)) return undefined
      continue
    }
    const next = hits.length === 1 && hit.kind === 'recoded' ? (forward ? hit.toCode : hit.fromCode) : null
    if (next === null) return undefined
    code = next
  }
  return code
}

export type CodeSets = ReadonlyMap<NutsVersion, ReadonlySet<string>>
export type Fit =
  | { readonly fits: 'one'; readonly version: NutsVersion }
  /** `closest` leaves out (about) the fewest codes; `unknown` are those */
  | { readonly fits: 'none'; readonly closest: NutsVersion; readonly unknown: readonly string[] }

/** The source seldom says which version it means: the newest whose codes contain all regional codes of the file. */
export const fittingVersion = (codes: readonly string[], sets: CodeSets): Fit => {
  let best: { version: NutsVersion; unknown: readonly string[] } | undefined
  for (const version of nutsVersions.toReversed()) {
    const set = sets.get(version)
    if (!set) continue
    const unknown = codes.filter((code) => !set.has(code))
    if (unknown.length === 0) return { fits: 'one', version }
    // The newest of those that are about equally near.
    if (!best || unknown.length < best.unknown.length * 0.9) best = { version, unknown }
  }
  return { fits: 'none', closest: best?.version ?? '2024', unknown: best?.unknown ?? codes }
}
