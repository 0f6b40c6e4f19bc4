// One file while it is read: which series are kept, what the checks must remember, and the report at the end.
// Values in, values out; who stores what is kept is not known here.
import type { FileFacts, ReadProblem, SeriesBlock } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { Atlas, CodeSets } from '#areas/evidence/regions/rules.ts'
import { ancestorAt, listWithin, sameRegionIn } from '#areas/evidence/regions/rules.ts'
import type { Dataset, Revision, Selection } from '../rules.ts'
import type { Run } from './arithmetic.ts'
import { checkCodeLists, checkInstituteCodes, checkRegions, outsideRegions } from './check-codes.ts'
import type { CheckBook } from './check-cross.ts'
import { checkCross, keysOf } from './check-cross.ts'
import { checkBody, checkDuplicates, checkHeader, noteReadProblem } from './check-file.ts'
import { checkOutliers } from './check-outliers.ts'
import type { RunsByRegion } from './check-sums.ts'
import { checkDimensionSums, checkRegionalSums } from './check-sums.ts'
import { checkCurrencies, checkScale, noteUnitConflicts, unitConflict } from './check-units.ts'
import { findFormerRegions, withoutCells } from './check-territory.ts'
import { checkBounds, checkMarks } from './check-values.ts'
import type { Report } from './remarks.ts'
import { RemarkList } from './remarks.ts'
import { RevisionCount, checkRevisions } from './revisions.ts'
import type { Filter } from './selections.ts'
import { SeenRegions } from './seen-regions.ts'
import { Matcher, wantOf } from './selections.ts'

type Place = { readonly region: string; readonly isRegion: boolean; readonly isHome: boolean }
export type StoredCells = { readonly selection: number; readonly region: string; readonly periods: readonly Period[] }
export type Kept = { readonly selection: Selection; readonly region: string; readonly block: SeriesBlock }
type Wish = { readonly filter: Filter; readonly selection: Selection } & ({ readonly as: 'kept' } | { readonly as: 'part'; readonly rule: number; readonly code: string } | { readonly as: 'lev' })

export type ExaminedWith = {
  readonly dataset: Pick<Dataset, 'code' | 'dimensions' | 'regionDimension' | 'regionCodes'>
  readonly selections: readonly Selection[]
  readonly atlas: Atlas
  readonly sets: CodeSets
  /** the institute's code → ours */
  readonly instituteCodes: ReadonlyMap<string, string>
  readonly book: CheckBook
  /** said by the person who brought the file, or remembered; null: found from the codes */
  readonly stated: NutsVersion | null
}
/** The vintage read now, as far as the checks need it. */
export type ComparedWith = {
  readonly vintage: number
  readonly rows: number | null
  readonly nutsVersion: NutsVersion | null
  readonly codes: Readonly<Record<string, readonly string[]>>
}

const unknownCodesKey = 'geo?'

export class Examination {
  readonly list: RemarkList
  readonly want
  /** runs of the home country, by selection key */
  readonly home = new Map<string, Map<string, Run>>()
  newest: Period | null = null
  seriesKept = 0
  private readonly from: ExaminedWith
  private readonly wishes: readonly Wish[]
  private matcher: Matcher<Wish> | null = null
  private readonly country: string
  private readonly atHome: ReadonlySet<string>
  private readonly known: ReadonlySet<string>
  private readonly seen = new SeenRegions()
  private readonly conflicts = new Map<Selection, string>()
  private readonly ambiguous = new Map<Selection, string>()
  private readonly parts = new Map<string, Map<string, Map<string, Run>>>()
  private readonly lev = new Map<string, Map<string, Run>>()
  private revised: { readonly count: RevisionCount; readonly before: ComparedWith } | null = null

  constructor(from: ExaminedWith) {
    this.from = from
    const { atlas, book, dataset, selections } = from
    this.list = new RemarkList(atlas.home)
    this.country = ancestorAt(atlas, atlas.home, 'country')?.code ?? ''
    this.atHome = homeCodes(atlas, this.country)
    this.known = new Set([...from.sets.values()].flatMap((set) => [...set]))
    this.wishes = [
      ...selections.map((selection): Wish => ({ as: 'kept', filter: selection.filter, selection })),
      ...book.parts.flatMap((rule, at) => (rule.dataset !== dataset.code ? [] : selections.filter((selection) => selection.limits.adds === 'regions' && isOnly(selection.filter[rule.dimension], rule.whole))
        .flatMap((selection) => rule.parts.map((code): Wish => ({ as: 'part', rule: at, code, selection, filter: { ...selection.filter, [rule.dimension]: [code] } }))))),
      ...book.currencies.flatMap((rule) => (rule.dataset !== dataset.code ? [] : selections.filter((selection) => isOnly(selection.filter[rule.dimension], rule.euro))
        .map((selection): Wish => ({ as: 'lev', selection, filter: { ...selection.filter, [rule.dimension]: [rule.lev] } })))),
    ]
    this.want = wantOf(this.wishes.map((wish) => wish.filter))
  }

  /** Calls `keep` for every series of the batch that is to be stored. */
  take(batch: readonly SeriesBlock[], keep: (kept: Kept) => void): void {
    for (const block of batch) {
      this.matcher ??= new Matcher(this.wishes, Object.keys(block.key))
      const place = this.placeOf(this.from.dataset.regionDimension === null ? this.country : block.key.geo)
      if (place === null) continue
      for (const wish of this.matcher.find(block.key)) {
        if (wish.as === 'kept') this.admit({ selection: wish.selection, place, block, keep })
        else if (place.isHome) {
          if (wish.as === 'lev') into(this.lev, wish.selection.key).set(place.region, this.remember(block))
          else into(into(this.parts, `${wish.rule}\t${wish.selection.key}`), wish.code).set(place.region, this.remember(block))
        }
      }
    }
  }
  private admit({ selection, place, block, keep }: { selection: Selection; place: Place; block: SeriesBlock; keep: (kept: Kept) => void }): void {
    const { region } = place
    const conflict = unitConflict(block.key, selection.unit)
    if (conflict !== undefined) { this.conflicts.set(selection, conflict); return }
    if (this.seen.note(selection, region) === 'again') { this.ambiguous.set(selection, region); return }
    checkBounds(this.list, { selection, region, run: block })
    if (place.isHome) into(this.home, selection.key).set(region, this.remember(block))
    // What lies outside the regions serves the sums only.
    if (!place.isRegion) return
    this.newest = newestOf(block, this.newest)
    this.seriesKept += 1
    keep({ selection, region, block })
  }
  private readonly places = new Map<string, Place | null>()
  /** What a code of the file means here; asked for every series, so answered once per code. */
  private placeOf(code: string | undefined): Place | null {
    if (code === undefined) return null
    let place = this.places.get(code)
    if (place === undefined) this.places.set(code, (place = this.findPlace(code)))
    return place
  }
  private findPlace(code: string): Place | null {
    // Files of the institute mix its own codes for districts with BG, BG3, BG31 above them.
    const region = this.from.dataset.regionCodes === 'nsi' ? (this.from.instituteCodes.get(code) ?? code) : code
    const place = { region, isRegion: this.isRegion(region), isHome: this.atHome.has(region) || this.isFormer(region) }
    return place.isRegion || place.isHome ? place : null
  }
  /** A municipality of before: its district was the sum with it, so the sums need it and nothing else does. */
  private isFormer(code: string): boolean {
    return this.from.dataset.regionCodes === 'nsi' && isMunicipalityElsewhere(code, this.from.instituteCodes)
  }
  private room = new Float64Array(0)
  private used = 0
  /** A block may be a window on a buffer that many share: what is remembered gets values of its own, many in one buffer. */
  private remember(block: SeriesBlock): Run {
    const { length } = block.values
    if (this.used + length > this.room.length) {
      this.room = new Float64Array(Math.max(8192, length))
      this.used = 0
    }
    const values = this.room.subarray(this.used, this.used + length)
    values.set(block.values)
    this.used += length
    return { periods: block.periods, values, flags: block.flags, missing: block.missing, decimals: block.decimals }
  }
  private isRegion(code: string): boolean {
    return this.known.has(code) || this.from.atlas.regions.has(code)
  }

  /** A file that cannot be read ends here. */
  refuse(problem: ReadProblem): Report {
    noteReadProblem(this.list, problem)
    return this.list.toReport()
  }
  /** One series of the vintage before, beside the same one of this file. */
  compare(of: { selection: Selection; region: string; before: Run | undefined; after: Run | undefined; with: ComparedWith }): void {
    const home = this.from.atlas.home
    this.revised ??= { before: of.with, count: new RevisionCount({ home, beside: new Set([...listWithin(this.from.atlas, this.country, 'nuts3').map((region) => region.code), this.country]) }) }
    this.revised.count.compare({ selection: of.selection.key, region: of.region, before: of.before, after: of.after })
  }
  /** Beside the vintage before: 'differ' also where there is none. */
  get figures(): 'alike' | 'differ' {
    return this.revised?.count.isAlike(this.revised.before.rows === null ? 'extract' : 'whole') ? 'alike' : 'differ'
  }
  revisionTo(vintage: number): Revision | null {
    if (!this.revised) return null
    const { count, before } = this.revised
    return {
      dataset: this.from.dataset.code, from: before.vintage, to: vintage, compared: count.compared, changed: count.changed, appeared: count.appeared,
      vanished: count.vanished, flagsChanged: count.flagsChanged, largest: count.largest, atHome: count.atHome(),
    }
  }

  /** The checks that need the whole file. Gives the version its regions are of, and the codes that are not of it. */
  checkFile(facts: FileFacts, before: ComparedWith | null): { readonly version: NutsVersion | null; readonly strangers: readonly string[] } {
    const { list, from } = this
    checkBody(list, { facts, rowsBefore: before?.rows ?? null })
    checkHeader(list, { facts, dataset: from.dataset, selections: from.selections })
    checkDuplicates(list, facts)
    checkCodeLists(list, { facts, selections: from.selections, before: before?.codes ?? null })
    noteUnitConflicts(list, { conflicts: this.conflicts, looked: this.seriesKept })
    for (const [selection, region] of this.ambiguous) {
      list.add('stop', { check: 'header', says: 'filterAmbiguous', selection: selection.key, region, facts: { dimensions: facts.dimensions.filter((name) => name !== 'geo' && !selection.filter[name] && (facts.codes[name]?.length ?? 0) > 1).join(', ') } })
    }
    return this.checkGeography(facts, before)
  }
  private checkGeography(facts: FileFacts, before: ComparedWith | null): { readonly version: NutsVersion | null; readonly strangers: readonly string[] } {
    const { list, from } = this
    const codes = facts.codes.geo ?? []
    if (from.dataset.regionDimension === null) return { version: from.atlas.version, strangers: [] }
    if (from.dataset.regionCodes === 'nsi') {
      checkInstituteCodes(list, codes, (code) => from.instituteCodes.has(code) || from.atlas.regions.has(code) || this.isFormer(code))
      return { version: from.atlas.version, strangers: [] }
    }
    const accepted = new Set(before?.codes[unknownCodesKey] ?? [])
    const verdict = checkRegions(list, { codes, sets: from.sets, stated: from.stated, before: before && { version: before.nutsVersion, accepted } })
    const inVersion = verdict.version === null ? undefined : from.sets.get(verdict.version)
    const strangers = inVersion ? codes.filter((code) => this.known.has(code) && !inVersion.has(code)) : []
    return { version: verdict.version, strangers }
  }
  /** Cells that are of regions of before: forgotten here, and to be taken out of what is stored. */
  dropFormerRegions(): readonly StoredCells[] {
    if (this.from.dataset.regionCodes !== 'nsi') return []
    return this.from.selections.flatMap((selection) => {
      const runs = this.home.get(selection.key)
      if (selection.limits.adds !== 'regions' || !runs) return []
      return findFormerRegions(this.list, { atlas: this.from.atlas, country: this.country, selection: selection.key, runs }).map(({ region, periods }) => {
        const run = runs.get(region)
        if (run) runs.set(region, withoutCells(run, periods))
        return { selection: selection.number, region, periods }
      })
    })
  }
  /** For the vintage's record: what the next file is compared with. */
  codesOf(facts: FileFacts, version: NutsVersion | null): Readonly<Record<string, readonly string[]>> {
    const { geo = [], ...rest } = facts.codes
    const known = version === null ? undefined : this.from.sets.get(version)
    const unknown = this.from.dataset.regionCodes === 'nuts' && known ? geo.filter((code) => !known.has(code)) : []
    const bounded = Object.fromEntries(Object.entries(rest).filter(([, codes]) => codes.length <= 500))
    return unknown.length > 0 ? { ...bounded, [unknownCodesKey]: unknown } : bounded
  }

  /** The checks of values. `elsewhere`: series of other datasets by selection key, for what must agree across tables. */
  checkValues(version: NutsVersion | null, elsewhere: ReadonlyMap<string, Elsewhere>): void {
    const { list, from, home } = this
    const { atlas } = from
    const homeNow = version === null ? atlas.home : (sameRegionIn(atlas.changes, { code: atlas.home, version: atlas.version }, version) ?? atlas.home)
    for (const selection of from.selections) {
      const runs: RunsByRegion = home.get(selection.key) ?? new Map<string, Run>()
      if (selection.limits.adds === 'regions') checkRegionalSums(list, { atlas, country: this.country, selection: selection.key, runs })
      for (const [level, within] of [['nuts2', this.country], ['nuts3', this.country], ['municipality', atlas.home]] as const) {
        const codes = listWithin(atlas, within, level).map((region) => region.code)
        checkOutliers(list, { selection: selection.key, runs: new Map(codes.flatMap((code) => { const run = runs.get(code); return run ? [[code, run] as const] : [] })) })
      }
      checkMarks(list, { selection, home: homeNow, run: runs.get(homeNow) })
      for (const [region, lev] of this.lev.get(selection.key) ?? []) {
        const euro = runs.get(region)
        if (euro) checkCurrencies(list, { euro, lev, selection: selection.key, region })
      }
      from.book.parts.forEach((rule, at) => {
        const parts = this.parts.get(`${at}\t${selection.key}`)
        // A part the file does not serve at all is told by the check of codes; a sum without it would accuse the others.
        if (parts?.size === rule.parts.length) checkDimensionSums(list, { selection: selection.key, dimension: rule.dimension, whole: runs, parts })
      })
    }
    this.checkAcross(elsewhere)
    if (this.revised) this.checkRevised(homeNow)
  }
  private checkAcross(elsewhere: ReadonlyMap<string, Elsewhere>): void {
    const runs = new Map<string, RunsByRegion>([...[...elsewhere].map(([key, one]) => [key, one.runs] as const), ...this.home])
    const scales = new Map([...[...elsewhere].map(([key, one]) => [key, one.scale] as const), ...this.from.selections.map((selection) => [selection.key, selection.unit.scale] as const)])
    for (const check of this.from.book.cross) {
      if (keysOf(check).some((key) => this.home.has(key)) && keysOf(check).every((key) => runs.has(key))) checkCross(this.list, { check, runs, scales })
    }
  }
  private checkRevised(home: string): void {
    if (this.revised) checkRevisions(this.list, { count: this.revised.count, home })
  }
  /** The same cells of the home country in two vintages, for the check of scale. */
  checkScales(before: ReadonlyMap<string, RunsByRegion>): void {
    for (const selection of this.from.selections) {
      const pairs: { before: number; after: number }[] = []
      for (const [region, run] of this.home.get(selection.key) ?? []) {
        const old = before.get(selection.key)?.get(region)
        run.periods.forEach((period, at) => {
          const there = old ? old.periods.indexOf(period) : -1
          const was = old?.values[there] ?? Number.NaN
          const is = run.values[at] as number
          if (Number.isFinite(was) && Number.isFinite(is)) pairs.push({ before: was, after: is })
        })
      }
      checkScale(this.list, { selection, pairs })
    }
  }
}

/** Another dataset's series of one selection, and what brings them to whole units. */
export type Elsewhere = { readonly runs: RunsByRegion; readonly scale: number }

const into = <K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> => {
  let there = map.get(key)
  if (!there) map.set(key, (there = new Map()))
  return there
}
const isOnly = (codes: readonly string[] | undefined, code: string): boolean => codes?.length === 1 && codes[0] === code
const newestOf = (block: SeriesBlock, newest: Period | null): Period | null => {
  for (let at = block.periods.length - 1; at >= 0; at--) {
    if (block.missing[at] !== null) continue
    const period = block.periods[at] as Period
    return newest === null || isLater(period, newest) ? period : newest
  }
  return newest
}
// Periods of one kind are of one length and in the order of their letters.
const isLater = (a: Period, b: Period): boolean => (a.length === b.length ? a > b : comparePeriods(a, b) > 0)
const homeCodes = (atlas: Atlas, country: string): ReadonlySet<string> => {
  const codes = new Set<string>([country])
  const queue = [country]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const child of atlas.children.get(at) ?? []) { codes.add(child); queue.push(child) }
  }
  for (const level of ['nuts1', 'nuts2', 'nuts3'] as const) codes.add(outsideRegions(country, level))
  return codes
}
/** VRC19 was a municipality of Vratsa until 2001: known by its district, not kept, no fault of the file. */
const isMunicipalityElsewhere = (code: string, institute: ReadonlyMap<string, string>): boolean =>
  /^[A-Z]{3}\d{2}$/.test(code) && !institute.has(code) && institute.has(code.slice(0, 3))
