// Tells whether a series' key stood in the file before, and whether with the same figures. Files are as a rule sorted: all
// codes but the last stay alike for a run of rows. So a run needs one entry in a table and each row only its place in a list.
// When a run comes again (a file in another order), the list becomes a table of all keys, and the table serves from then on.
import { KeyTable } from './key-table.ts'

export type Noted = 'new' | 'same' | 'different'

const chunkBits = 15
const chunkLength = 1 << chunkBits

export class SeenKeys {
  private readonly runs = new KeyTable()
  private all: KeyTable | null = null
  private readonly leading: Int32Array
  private run = 0
  /** by last code: the run it was seen in, and the fingerprint there */
  private runOf = new Int32Array(1024)
  private fingerprintOf = new Int32Array(1024)
  /** last code and fingerprint of every row so far; in chunks, so that they are never copied; where each run begins, with its leading codes */
  private readonly rows: Int32Array[] = []
  private present = new Int32Array(0)
  private count = 0
  private readonly starts: { readonly row: number; readonly leading: Int32Array }[] = []

  constructor(dimensions: number) {
    this.leading = new Int32Array(Math.max(0, dimensions - 1)).fill(-1)
  }
  /** `key`: the numbers of the codes, one per dimension. */
  note(key: Int32Array, fingerprint: number): Noted {
    if (this.all !== null) return noteIn(this.all, key, fingerprint)
    const { leading } = this
    for (let at = 0; at < leading.length; at++) {
      if (leading[at] === key[at]) continue
      if (!this.beginRun(key)) return noteIn(this.scatter(), key, fingerprint)
      break
    }
    if (this.run === 0) this.beginRun(key)
    const last = key[leading.length] as number
    if (last >= this.runOf.length) this.widenCodes(last)
    if (this.runOf[last] === this.run) return this.fingerprintOf[last] === fingerprint ? 'same' : 'different'
    this.runOf[last] = this.run
    this.fingerprintOf[last] = fingerprint
    const at = this.count & (chunkLength - 1)
    if (at === 0) this.rows.push(this.present = new Int32Array(chunkLength))
    this.present[at] = last
    this.present[at + 1] = fingerprint
    this.count += 2
    return 'new'
  }
  /** False when rows with these leading codes stood in the file before. */
  private beginRun(key: Int32Array): boolean {
    this.leading.set(key.subarray(0, this.leading.length))
    if (this.runs.note(this.leading, 0) !== 'new') return false
    this.run += 1
    this.starts.push({ row: this.count, leading: this.leading.slice() })
    return true
  }
  private scatter(): KeyTable {
    const all = new KeyTable()
    const key = new Int32Array(this.leading.length + 1)
    this.starts.forEach(({ row, leading }, run) => {
      key.set(leading)
      const end = this.starts[run + 1]?.row ?? this.count
      for (let at = row; at < end; at += 2) {
        const chunk = this.rows[at >>> chunkBits] as Int32Array
        key[leading.length] = chunk[at & (chunkLength - 1)] as number
        all.note(key, chunk[(at & (chunkLength - 1)) + 1] as number)
      }
    })
    this.all = all
    this.rows.length = 0
    this.starts.length = 0
    return all
  }
  private widenCodes(last: number): void {
    const size = Math.max(last + 1, this.runOf.length * 2)
    this.runOf = widened(this.runOf, size)
    this.fingerprintOf = widened(this.fingerprintOf, size)
  }
}
const noteIn = (table: KeyTable, key: Int32Array, fingerprint: number): Noted =>
  table.note(key, fingerprint) === 'new' ? 'new' : table.known === fingerprint ? 'same' : 'different'
const widened = (old: Int32Array, size: number): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(size)
  wider.set(old)
  return wider
}
