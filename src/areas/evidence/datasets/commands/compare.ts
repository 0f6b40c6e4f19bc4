// Brings the vintage read now beside the one that arrives, a few selections at a time, and figures of other tables that must agree.
import type { CheckBook } from '../rules/check-cross.ts'
import { keysOf } from '../rules/check-cross.ts'
import type { RunsByRegion } from '../rules/check-sums.ts'
import type { ComparedWith, Elsewhere, Examination } from '../rules/examination.ts'
import type { Selection } from '../rules.ts'
import { listCurrentSelections } from '../read.ts'
import { readPanels } from '../read/panels.ts'
import type { ImportStore } from './import-ask.ts'

const selectionsAtOnce = 6

type Compare = {
  readonly examination: Examination
  readonly selections: readonly Selection[]
  readonly before: { readonly number: number }
  readonly compared: ComparedWith
  readonly vintage: number
  readonly signal?: AbortSignal
}
export const compareWithBefore = async (store: ImportStore, from: Compare): Promise<void> => {
  const old = new Map<string, RunsByRegion>()
  for (let at = 0; at < from.selections.length; at += selectionsAtOnce) {
    from.signal?.throwIfAborted()
    const some = from.selections.slice(at, at + selectionsAtOnce)
    const panels = await store.reading((reader) => readPanels(reader, some.flatMap((selection) => [
      { vintage: from.before.number, selection: selection.number }, { vintage: from.vintage, selection: selection.number },
    ])), { as: 'staff', fresh: 'primary' })
    some.forEach((selection, place) => {
      const before = panels[place * 2]?.runs ?? new Map()
      const after = panels[place * 2 + 1]?.runs ?? new Map()
      for (const region of new Set([...before.keys(), ...after.keys()])) {
        from.examination.compare({ selection, region, before: before.get(region), after: after.get(region), with: from.compared })
      }
      const atHome = from.examination.home.get(selection.key)
      old.set(selection.key, new Map([...before].filter(([region]) => atHome?.has(region))))
    })
  }
  from.examination.checkScales(old)
}

/** Runs of other datasets' current vintages, as far as a cross-check names them together with one of ours. */
export const readElsewhere = async (store: ImportStore, from: { book: CheckBook; own: ReadonlySet<string>; dataset: string }): Promise<ReadonlyMap<string, Elsewhere>> => {
  const keys = new Set(from.book.cross.filter((check) => keysOf(check).some((key) => from.own.has(key))).flatMap(keysOf).filter((key) => !from.own.has(key)))
  if (keys.size === 0) return new Map()
  return store.reading(async (reader) => {
    const wanted = (await listCurrentSelections(reader, [...keys])).filter((selection) => selection.dataset !== from.dataset)
    const panels = await readPanels(reader, wanted.map((selection) => ({ vintage: selection.vintage, selection: selection.number })))
    return new Map(wanted.map((selection, at) => [selection.key, { runs: panels[at]?.runs ?? new Map(), scale: selection.unit.scale }]))
  }, { as: 'staff', fresh: 'primary' })
}
