// What a later vintage says differently from the one before, cell by cell. Revision is normal; much of it, or a large change
// at home, waits for a person.
import type { Period } from '#kernel/period.ts'
import type { Cell, CellChange } from '../rules.ts'
import type { Run } from './arithmetic.ts'
import type { RemarkList } from './remarks.ts'

const cellOf = (run: Run, at: number): Cell => {
  const reason = run.missing[at] ?? null
  const flags = run.flags[at] ?? ''
  return reason === null ? { value: run.values[at] as number, flags, missing: null } : { value: null, flags, missing: reason }
}
/** In percent of the older value; null where one is missing or the older is zero. Worked: 8,300 → 8,700 is 4.82. */
export const changeInPercent = (before: Cell, after: Cell): number | null =>
  before.value === null || after.value === null || before.value === 0 ? null : ((after.value - before.value) / Math.abs(before.value)) * 100

const keptChanges = 300

/** Counts while series after series is compared; only changes at home are kept one by one. */
export class RevisionCount {
  compared = 0
  changed = 0
  appeared = 0
  /** cells of periods that the one before did not have yet: new, not revised */
  added = 0
  vanished = 0
  newSeries = 0
  flagsChanged = 0
  largest: CellChange | null = null
  private readonly near: CellChange[] = []
  private readonly home: string
  private readonly beside: ReadonlySet<string>
  /** changes are kept of the home region and of those beside it */
  constructor(of: { home: string; beside: ReadonlySet<string> }) {
    this.home = of.home
    this.beside = of.beside
  }
  /** `before` or `after` is undefined when only one vintage has the series. Periods only the later one knows are new, not revised. */
  compare(of: { selection: string; region: string; before: Run | undefined; after: Run | undefined }): void {
    const { before, after } = of
    if (!before) { this.newSeries += 1; return }
    const places = after ? (after.periods === before.periods ? undefined : new Map(after.periods.map((period, at) => [period, at]))) : new Map<Period, number>()
    before.periods.forEach((period, at) => {
      const there = places ? places.get(period) : at
      const was = before.missing[at] ?? null
      const is = there === undefined || !after ? 'notServed' : (after.missing[there] ?? null)
      if (was === null || is === null) this.compared += 1
      if (was !== null && is !== null) return
      const oldValue = before.values[at] as number
      const newValue = there === undefined || !after ? Number.NaN : (after.values[there] as number)
      const sameFlags = (before.flags[at] ?? '') === (there === undefined || !after ? '' : (after.flags[there] ?? ''))
      if (was === null && is === null && oldValue === newValue && sameFlags) return
      if (was === null && is !== null) this.vanished += 1
      else if (was !== null) this.appeared += 1
      else if (oldValue !== newValue) this.changed += 1
      else { this.flagsChanged += 1; return }
      const change: CellChange = {
        selection: of.selection, region: of.region, period,
        before: cellOf(before, at),
        after: there === undefined || !after ? { value: null, flags: '', missing: 'notServed' } : cellOf(after, there),
        changePct: null,
      }
      this.keep({ ...change, changePct: changeInPercent(change.before, change.after) })
    })
    if (after && after.periods !== before.periods) {
      const known = new Set(before.periods)
      after.periods.forEach((period, at) => { if (after.missing[at] === null && !known.has(period)) this.added += 1 })
    }
  }
  private keep(change: CellChange): void {
    if (Math.abs(change.changePct ?? 0) > Math.abs(this.largest?.changePct ?? 0)) this.largest = change
    if (change.region !== this.home && !this.beside.has(change.region)) return
    this.near.push(change)
    if (this.near.length > 4 * keptChanges) this.near.splice(0, Infinity, ...this.atHome())
  }
  /** Nothing of what both hold differs, and the later one holds no more; of an extract only what it holds can be said. */
  isAlike(before: 'whole' | 'extract'): boolean {
    return this.compared > 0 && this.changed + this.appeared + this.vanished + this.flagsChanged + this.added === 0 && (before === 'extract' || this.newSeries === 0)
  }
  /** The home region's first, of each the largest first; one that vanished counts as large. */
  atHome(): readonly CellChange[] {
    const size = (change: CellChange) => (change.changePct === null ? Number.MAX_VALUE : Math.abs(change.changePct))
    const isHome = (change: CellChange) => Number(change.region === this.home)
    return this.near.sort((a, b) => isHome(b) - isHome(a) || size(b) - size(a)).slice(0, keptChanges)
  }
}

/** More than a fifth of the cells, or a change of more than a tenth in the home region, waits for a person. */
export const checkRevisions = (list: RemarkList, from: { count: RevisionCount; home: string }): void => {
  const { count } = from
  list.looked('revisions', count.compared)
  const touched = count.changed + count.vanished
  if (count.compared > 0 && touched / count.compared > 0.2) {
    list.add('hold', { check: 'revisions', says: 'manyRevised', facts: { cells: touched, of: count.compared, percent: Math.round((touched / count.compared) * 100) } })
  }
  for (const change of count.atHome()) {
    if (change.region !== from.home) continue
    const large = change.changePct !== null && Math.abs(change.changePct) > 10
    if (!large && change.after.missing === null) continue
    list.add(large ? 'hold' : 'note', {
      check: 'revisions', says: large ? 'homeRevised' : 'homeVanished', selection: change.selection, region: change.region, period: change.period,
      facts: { before: change.before.value ?? '–', after: change.after.value ?? '–', percent: change.changePct === null ? '–' : Number(change.changePct.toFixed(1)) },
    })
  }
}
