// Collects what the checks find: counts everything, keeps a bounded number for the page, and says what follows.
import type { CheckName, CheckResult, Remark } from '../rules.ts'
import { checkNames } from '../rules.ts'

export type CheckSummary = { readonly check: CheckName; readonly result: CheckResult | 'notReached'; readonly lookedAt: number; readonly found: number }
export type Report = {
  readonly checks: readonly CheckSummary[]
  readonly remarks: readonly Remark[]
  /** stop: the file is refused · hold: waits for a person · go: becomes current */
  readonly outcome: 'stop' | 'hold' | 'go'
}
const keptPerCheck = 200
const grave: readonly CheckResult[] = ['stop', 'hold', 'mark', 'note', 'passed']

type Found = Pick<Remark, 'check' | 'says'> & Partial<Pick<Remark, 'facts' | 'selection' | 'region' | 'period'>>

export class RemarkList {
  private readonly kept: Remark[] = []
  private readonly counts = new Map<CheckName, { looked: number; found: number; kept: number; worst: CheckResult }>()

  private readonly home: string | null
  constructor(home: string | null = null) {
    this.home = home
  }
  /** Call it also for checks that find nothing: "passed" is said only of what was looked at. */
  looked(check: CheckName, count: number): void {
    this.of(check).looked += count
  }
  add(result: Exclude<CheckResult, 'passed'>, found: Found): void {
    const count = this.of(found.check)
    count.found += 1
    if (grave.indexOf(result) < grave.indexOf(count.worst)) count.worst = result
    // What decides, or speaks of the home region, is not the one left out.
    const isMinor = (result === 'mark' || result === 'note') && found.region !== this.home
    if (count.kept >= (isMinor ? keptPerCheck : 3 * keptPerCheck)) return
    count.kept += 1
    this.kept.push({ facts: {}, selection: null, region: null, period: null, ...found, result })
  }
  has(result: CheckResult): boolean {
    return [...this.counts.values()].some((count) => count.worst === result)
  }
  toReport(): Report {
    const stopped = this.has('stop')
    const checks = checkNames.map((check): CheckSummary => {
      const count = this.counts.get(check)
      if (!count) return { check, result: stopped ? 'notReached' : 'passed', lookedAt: 0, found: 0 }
      return { check, result: count.worst, lookedAt: count.looked, found: count.found }
    })
    const remarks = [...this.kept].sort((a, b) => grave.indexOf(a.result) - grave.indexOf(b.result))
    return { checks, remarks, outcome: stopped ? 'stop' : this.has('hold') ? 'hold' : 'go' }
  }
  private of(check: CheckName): { looked: number; found: number; kept: number; worst: CheckResult } {
    let count = this.counts.get(check)
    if (!count) this.counts.set(check, (count = { looked: 0, found: 0, kept: 0, worst: 'passed' }))
    return count
  }
}
