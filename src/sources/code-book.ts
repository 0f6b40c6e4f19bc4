// The codes of one dimension as small numbers, found by their bytes: no string is made for a code seen before.
import type { ReadLimits } from './limits.ts'
import { problemEncoding, problemNul, problemTooMany } from './read-problems.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })
/** The step of the rolling hash that callers of `find` compute while they walk a code; begin with 0. */
export const hashStep = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0
const slotOf = (hash: number, mask: number): number => (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7) & mask

export class CodeBook {
  readonly codes: string[] = []
  private readonly accepted: ReadonlySet<string> | null
  private readonly limits: ReadLimits
  private wantedAt = new Uint8Array(64)
  private hashes = new Int32Array(64)
  private starts = new Uint32Array(65)
  private store = new Uint8Array(1024)
  private slots = new Int32Array(256)
  private mask = 255

  constructor(accepted: ReadonlySet<string> | undefined, limits: ReadLimits) {
    this.accepted = accepted ?? null
    this.limits = limits
  }
  isWanted(id: number): boolean {
    return this.wantedAt[id] === 1
  }
  code(id: number): string {
    return this.codes[id] as string
  }
  /** The number of the code in bytes[from, to), new or known. A new one must be UTF-8 without control characters. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { slots, hashes, mask } = this
    let slot = slotOf(hash, mask)
    for (;;) {
      const id = (slots[slot] as number) - 1
      if (id < 0) return this.add(bytes, from, to, hash, slot)
      if (hashes[id] === hash && this.same(id, bytes, from, to)) return id
      slot = (slot + 1) & mask
    }
  }
  /** For text that is no byte range of a file. */
  findText(text: string): number {
    const bytes = new TextEncoder().encode(text)
    let hash = 0
    for (const byte of bytes) hash = hashStep(hash, byte)
    return this.find(bytes, 0, bytes.length, hash)
  }
  private same(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { store } = this
    let at = this.starts[id] as number
    if ((this.starts[id + 1] as number) - at !== to - from) return false
    for (let i = from; i < to; i++, at++) if (bytes[i] !== store[at]) return false
    return true
  }
  private add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const id = this.codes.length
    if (id >= this.limits.codes) throw problemTooMany('codes', this.limits.codes)
    let text: string
    for (let i = from; i < to; i++) if ((bytes[i] as number) < 32 || bytes[i] === 127) throw problemNul({})
    try {
      text = decoder.decode(bytes.subarray(from, to))
    } catch {
      throw problemEncoding({})
    }
    this.codes.push(text)
    if (id + 2 > this.hashes.length) this.widen()
    this.hashes[id] = hash
    this.wantedAt[id] = this.accepted === null || this.accepted.has(text) ? 1 : 0
    const start = this.starts[id] as number
    const end = start + to - from
    if (end > this.store.length) {
      const wider = new Uint8Array(Math.max(end, this.store.length * 2))
      wider.set(this.store)
      this.store = wider
    }
    this.store.set(bytes.subarray(from, to), start)
    this.starts[id + 1] = end
    this.slots[slot] = id + 1
    if (this.codes.length * 2 > this.mask) this.rehash()
    return id
  }
  private widen(): void {
    const size = this.hashes.length * 2
    const hashes = new Int32Array(size)
    hashes.set(this.hashes)
    this.hashes = hashes
    const starts = new Uint32Array(size + 1)
    starts.set(this.starts)
    this.starts = starts
    const wanted = new Uint8Array(size)
    wanted.set(this.wantedAt)
    this.wantedAt = wanted
  }
  private rehash(): void {
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array(this.mask + 1)
    for (let id = 0; id < this.codes.length; id++) {
      let slot = slotOf(this.hashes[id] as number, this.mask)
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = id + 1
    }
  }
}
