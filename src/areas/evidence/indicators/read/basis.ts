// Everything pages of evidence read from, for one edition: regions, catalogue, which vintage is current, decoded panels, and
// the series derived from them. Made once per edition; what one page loads the next finds.
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import type { Edition, Home } from '#areas/evidence/regions/read.ts'
import { getAtlasOf, getEdition, keptPerEdition } from '#areas/evidence/regions/read.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { lineOf, listWithin, sameRegionIn } from '#areas/evidence/regions/rules.ts'
import type { Shelf } from '#areas/evidence/datasets/read.ts'
import { getShelf, listCurrentRevisions, listJumps, listSelections } from '#areas/evidence/datasets/read.ts'
import type { Panel } from '#areas/evidence/datasets/read/panels.ts'
import { getPanels } from '#areas/evidence/datasets/read/panels.ts'
import type { Remark, Revision, Selection } from '#areas/evidence/datasets/rules.ts'
import type { Headline, Series } from '../rules.ts'
import type { Sources, Stored } from '../rules/derive.ts'
import { deriveSeries, leavesOf } from '../rules/derive.ts'
import type { IndicatorRow } from './rows.ts'
import { listWithSelection } from './rows.ts'

/** A headline without what depends on today. */
export type TimelessHeadline = Omit<Headline, 'freshness'>

export class Basis {
  readonly edition: Edition
  readonly atlas: Atlas
  readonly shelf: Shelf
  readonly indicators: ReadonlyMap<string, IndicatorRow>
  readonly revisions: ReadonlyMap<string, Revision>
  /** of the home region and those above it */
  readonly jumps: readonly Remark[]
  /** filled by read/headlines.ts */
  readonly headlines = new Map<string, TimelessHeadline>()
  private readonly answers = new Map<string, Promise<unknown>>()
  /** filled by the first page that says where the figures are from */
  pack: Home | undefined
  private readonly selections: ReadonlyMap<number, Selection>
  private readonly panels = new Map<string, Panel>()
  private readonly series = new Map<string, Series | undefined>()
  private readonly beside = new Map<string, readonly string[]>()
  private readonly sources: Sources

  constructor(from: { edition: Edition; atlas: Atlas; shelf: Shelf; indicators: readonly IndicatorRow[]; selections: readonly Selection[]; revisions: readonly Revision[]; jumps: readonly Remark[] }) {
    this.edition = from.edition
    this.atlas = from.atlas
    this.shelf = from.shelf
    this.indicators = new Map(from.indicators.map((indicator) => [indicator.key, indicator]))
    this.jumps = from.jumps
    this.selections = new Map(from.selections.map((selection) => [selection.number, selection]))
    this.revisions = new Map(from.revisions.map((revision) => [revision.dataset, revision]))
    this.sources = {
      indicator: (key) => this.indicators.get(key),
      stored: (key, region) => this.storedOf(this.panels.get(key), key, region),
      limits: (key) => this.selectionOf(key)?.limits,
      siblings: (key) => this.siblingsOf(key),
    }
  }
  /** An answer whole: the same object while the edition and the hour stay, so that what is drawn of it can be kept as well.
   *  A name that people can make up (regions, periods) must not fill the memory: the oldest goes first. */
  kept<T>(name: string, now: Date, make: () => Promise<T>): Promise<T> {
    const full = `${now.toISOString().slice(0, 13)} ${name}`
    const there = this.answers.get(full)
    if (there) return (there as Promise<T>).catch(make)
    const making = make()
    this.answers.set(full, making)
    making.catch(() => this.answers.delete(full))
    for (const oldest of this.answers.keys()) { if (this.answers.size <= 400) break; this.answers.delete(oldest) }
    return making
  }
  selectionOf(key: string): Selection | undefined {
    const number = this.indicators.get(key)?.selection
    return number == null ? undefined : this.selections.get(number)
  }
  leavesOf(key: string): readonly string[] {
    return leavesOf(this.sources.indicator, key)
  }
  /** Afterwards `seriesOf` answers for these keys at once. */
  async load(reader: Reader, keys: Iterable<string>): Promise<void> {
    const wishes = this.wishesOf(keys).filter(({ key }) => !this.panels.has(key))
    const panels = await getPanels(reader, this.edition, wishes)
    for (const [at, { key }] of wishes.entries()) this.panels.set(key, panels[at] as Panel)
  }
  private wishesOf(keys: Iterable<string>, vintageOf = (dataset: string) => this.shelf.current.get(dataset)?.number): readonly { key: string; vintage: number; selection: number }[] {
    const leaves = new Set([...keys].flatMap((key) => [...this.leavesOf(key), ...this.besideDifferences(key)]))
    return [...leaves].flatMap((key) => {
      const selection = this.selectionOf(key)
      const vintage = selection && vintageOf(selection.dataset)
      return selection && vintage !== undefined ? [{ key, vintage, selection: selection.number }] : []
    })
  }
  seriesOf(key: string, region: Region): Series | undefined {
    const name = `${key} ${region.code}`
    if (this.series.has(name)) return this.series.get(name)
    const made = deriveSeries(this.sources, key, region)
    this.series.set(name, made)
    return made
  }
  /** As of an earlier vintage of one dataset; nothing of it is kept. */
  async seriesOfVintage(reader: Reader, asked: { key: string; dataset: string; vintage: number; regions: readonly Region[] }): Promise<readonly Series[]> {
    const wishes = this.wishesOf([asked.key], (dataset) => (dataset === asked.dataset ? asked.vintage : this.shelf.current.get(dataset)?.number))
    const panels = new Map((await getPanels(reader, this.edition, wishes)).map((panel, at) => [wishes[at]?.key ?? '', panel]))
    const sources: Sources = { ...this.sources, stored: (key, region) => this.storedOf(panels.get(key), key, region) }
    return asked.regions.flatMap((region) => { const series = deriveSeries(sources, asked.key, region); return series ? [series] : [] })
  }
  private storedOf(panel: Panel | undefined, key: string, region: Region): Stored | undefined {
    const selection = this.selectionOf(key)
    if (!panel || !selection) return undefined
    const code = region.level === 'municipality' ? region.code : sameRegionIn(this.atlas.changes, region, panel.nutsVersion)
    const run = code === undefined ? undefined : panel.runs.get(code)
    return run && { run, unit: selection.unit, vintage: panel.vintage, nutsVersion: panel.nutsVersion }
  }
  /** Direct indicators of the same dataset whose filter differs in the codes of one dimension only. */
  private siblingsOf(key: string): readonly string[] {
    const known = this.beside.get(key)
    if (known) return known
    const own = this.selectionOf(key)
    const found = !own ? [] : [...this.indicators.values()].filter((other) => other.key !== key && other.from.kind === 'direct' && differsInOne(own, this.selectionOf(other.key))).map((other) => other.key)
    this.beside.set(key, found)
    return found
  }
  private besideDifferences(key: string): readonly string[] {
    const from = this.indicators.get(key)?.from
    return from?.kind === 'difference' ? from.of.slice(1).flatMap((part) => this.siblingsOf(part)) : []
  }
}

const differsInOne = (a: Selection, b: Selection | undefined): boolean => {
  if (!b || a.dataset !== b.dataset) return false
  const names = new Set([...Object.keys(a.filter), ...Object.keys(b.filter)])
  let differences = 0
  for (const name of names) if ((a.filter[name] ?? []).join() !== (b.filter[name] ?? []).join()) differences += 1
  return differences === 1
}

const makeBasis = keptPerEdition(async (reader, edition): Promise<Basis> => {
  const [atlas, shelf, indicators, selections, revisions] = await Promise.all([
    getAtlasOf(reader, edition), getShelf(reader, edition), listWithSelection(reader), listSelections(reader), listCurrentRevisions(reader),
  ])
  const jumps = await listJumps(reader, [...lineOf(atlas, atlas.home), ...listWithin(atlas, atlas.home, 'municipality')].map((region) => region.code))
  return new Basis({ edition, atlas, shelf, indicators, selections, revisions, jumps })
})
export const getBasis = async (reader: Reader): Promise<Basis> => makeBasis(reader, await getEdition(reader))
