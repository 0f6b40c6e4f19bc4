// The parts of a JSON-stat file as they stand in it: values and flags as pairs, the description as plain objects. Does not yet know
// which place is which series.
import { missingReasons } from '#kernel/observation.ts'
import { FlagBook, isConfidentialStatus, reasonNumber, withConfidential } from '../flags.ts'
import { readNsiValue } from '../nsi-table.ts'
import { newNumber, readNumber } from '../number-bytes.ts'
import type { Breath } from '../reading.ts'
import { problemCell, problemJson, problemSourceSaid } from '../read-problems.ts'
import { decimalsOf } from '../sdmx-csv.ts'
import { Entries, turnEntries } from './entries.ts'
import type { JsonScan } from './json-scan.ts'
import { problemBroken } from './json-scan.ts'

/** Of an entry's mark: 255 less the number of the reason, for a sign that stands where a number would. */
export const signMark = 255
const colon = 58

/** The parts of the file, read in the order in which they stand. */
export class StatDocument {
  readonly parts: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  readonly values = new Entries()
  readonly statuses = new Entries()
  readonly flags = new FlagBook()
  /** the number of values in a dense list, −1 for a sparse one */
  dense = -1
  denseStatuses = -1
  hasValues = false
  private readonly scan: JsonScan
  private readonly breath: Breath
  private readonly number = newNumber()
  private readonly cell = { value: 0, decimals: 0, reason: 0, flags: '', signed: false }

  constructor(scan: JsonScan, breath: Breath) {
    this.scan = scan
    this.breath = breath
  }
  async read(): Promise<void> {
    await this.readMembers('whole')
    if (!this.scan.isAtEnd()) throw problemBroken(this.scan.place)
  }
  /** What to say when there are no values: often an answer of the service that is no data. */
  refusal(): unknown {
    const said = JSON.stringify(this.parts.error ?? this.parts.warning ?? this.parts.message ?? null)
    const label = /"(?:label|message)"\s*:\s*"([^"]*)"/.exec(said)?.[1]
    if (said !== 'null') return problemSourceSaid(label ?? said)
    return problemJson({ bg: 'Това е JSON, но не е набор от данни JSON-stat: няма част „value“.', en: 'This is JSON but no JSON-stat data set: there is no part "value".' })
  }
  private async readMembers(level: 'whole' | 'wrapped'): Promise<void> {
    const { scan } = this
    if (!scan.isObject()) throw this.refusal()
    scan.beginObject()
    for (let member = 0; scan.hasMore('object', member); member++) {
      const name = scan.name()
      if (name === 'dataset' && level === 'whole' && scan.isObject()) await this.readMembers('wrapped')
      else if (name === 'value') { this.hasValues = true; await this.readValues() }
      else if (name === 'status') await this.readStatuses()
      else if (name === 'extension') this.readReasons(scan.part())
      else if (['id', 'size', 'dimension', 'role', 'updated', 'error', 'warning', 'message'].includes(name)) this.parts[name] = scan.part()
      else scan.skip()
    }
  }
  private async readValues(): Promise<void> {
    const { scan } = this
    const isList = scan.isList()
    if (isList) scan.beginList()
    else scan.beginObject()
    let entry = 0
    for (; scan.hasMore(isList ? 'list' : 'object', entry); entry++) {
      const at = isList ? entry : this.readPlace()
      this.readValue(at)
      if (entry % turnEntries === 0) await this.breath.take()
    }
    if (isList) this.dense = entry
  }
  private readPlace(): number {
    const { scan } = this
    scan.peek()
    const from = scan.place
    const at = scan.quotedWhole()
    if (at < 0) throw problemBroken(from)
    scan.expect(colon)
    return at
  }
  private readValue(at: number): void {
    const { scan, number, values } = this
    if (scan.isText()) { this.readSign(at); return }
    scan.peek()
    const end = readNumber(scan.bytes, scan.place, number)
    const from = scan.skipBare()
    const bareEnd = scan.place
    if (scan.isAtEnd()) throw problemBroken(from)
    if (end === bareEnd) { values.add({ at, what: number.value, mark: Math.min(number.decimals, 100) }); return }
    const text = scan.bare(from, bareEnd)
    if (text === 'null') return
    if (!/^-?\d+(\.\d+)?[eE][-+]?\d{1,3}$/.test(text) || !Number.isFinite(Number(text))) throw problemCell({}, text)
    values.add({ at, what: Number(text), mark: Math.min(decimalsOf(Number(text)), 100) })
  }
  /** A value written as text: a number, a number in brackets, or one of the institute's signs. */
  private readSign(at: number): void {
    const { cell, values } = this
    const text = this.scan.text().trim()
    const bytes = new TextEncoder().encode(`${text}\n`)
    Object.assign(cell, { value: 0, decimals: 0, reason: 0, flags: '', signed: false })
    if (text === '' || text === ':') return
    if (readNsiValue({ bytes, from: 0, to: bytes.length - 1, hash: 0 }, cell) === 'unreadable') throw problemCell({}, text)
    values.add({ at, what: cell.value, mark: cell.reason === 0 ? cell.decimals : signMark - cell.reason })
    if (cell.flags !== '') this.statuses.add({ at, what: this.flags.of(cell.flags), mark: 0 })
  }
  /** Our own files say why a cell is empty: {"missing": {"noCases": [3, 7]}}. What others write there is not ours to judge. */
  private readReasons(extension: unknown): void {
    const missing = typeof extension === 'object' && extension !== null ? (extension as { missing?: unknown }).missing : undefined
    if (typeof missing !== 'object' || missing === null) return
    for (const reason of missingReasons) {
      const places: unknown = (missing as Record<string, unknown>)[reason]
      if (!Array.isArray(places)) continue
      for (const at of places) if (Number.isSafeInteger(at) && at >= 0) this.values.add({ at, what: Number.NaN, mark: signMark - reasonNumber(reason) })
    }
  }
  private async readStatuses(): Promise<void> {
    const { scan } = this
    if (scan.isText()) { this.parts.statusOfAll = this.flags.of(toFlags(scan.text())); return }
    if (scan.bytes[scan.place] === 110) { scan.skip(); return }
    const isList = scan.isList()
    if (isList) scan.beginList()
    else scan.beginObject()
    let entry = 0
    for (; scan.hasMore(isList ? 'list' : 'object', entry); entry++) {
      const at = isList ? entry : this.readPlace()
      if (scan.isText()) {
        const flag = this.flags.of(toFlags(scan.text()))
        if (flag !== 0) this.statuses.add({ at, what: flag, mark: 0 })
      } else if (scan.part() !== null) throw problemBroken(scan.place)
      if (entry % turnEntries === 0) await this.breath.take()
    }
    if (isList) this.denseStatuses = entry
  }
}
/** Flag letters, with the confidentiality status after a bar where there is one: "p", "|C", "b|C"; "C" alone means the same. */
export const toFlags = (status: string): string => {
  const text = status.trim()
  const found = /^([a-z]{0,12})(?:\|([A-Z]?))?$/.exec(text)
  if (found) return isConfidentialStatus(found[2] ?? '') ? withConfidential(found[1] as string) : (found[1] as string)
  if (text === 'C') return 'c'
  throw problemCell({}, status)
}
