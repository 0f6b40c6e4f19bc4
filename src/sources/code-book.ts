// The codes of one dimension as small numbers, found by their bytes: no string is made for a code seen before.
import type { ReadLimits } from './limits.ts'
import { problemEncoding, problemNul, problemTooMany } from './read-problems.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })
/** The step of the rolling hash that callers of `find` compute while they walk a code; begin with 0. */
export const hashStep = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0
/** Where a code lies while it is being looked up; one object serves a whole file. */
export type Span = { bytes: Uint8Array; from: number; to: number; hash: number }
export const newSpan = (): Span => ({ bytes: new Uint8Array(0), from: 0, to: 0, hash: 0 })
/** Sets the hash of what lies between from and to. */
export const hashSpan = (span: Span): void => {
  let hash = 0
  for (let place = span.from; place < span.to; place++) hash = hashStep(hash, span.bytes[place] as number)
  span.hash = hash
}
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
  /** The number of the code, new or known. A new one must be UTF-8 without control characters. */
  find(span: Span): number {
    const { slots, hashes, mask } = this
    const { hash } = span
    let slot = slotOf(hash, mask)
    for (;;) {
      const id = (slots[slot] as number) - 1
      if (id < 0) return this.add(span, slot)
      if (hashes[id] === hash && this.isSame(id, span)) return id
      slot = (slot + 1) & mask
    }
  }
  /** For text that is no byte range of a file. */
  findText(text: string): number {
    const bytes = new TextEncoder().encode(text)
    const span = { bytes, from: 0, to: bytes.length, hash: 0 }
    hashSpan(span)
    return this.find(span)
  }
  private isSame(id: number, span: Span): boolean {
    const { store } = this
    const { bytes, to } = span
    let at = this.starts[id] as number
    if ((this.starts[id + 1] as number) - at !== to - span.from) return false
    for (let i = span.from; i < to; i++, at++) if (bytes[i] !== store[at]) return false
    return true
  }
  private add(span: Span, slot: number): number {
    const id = this.codes.length
    if (id >= this.limits.codes) throw problemTooMany('codes', this.limits.codes)
    const code = span.bytes.subarray(span.from, span.to)
    if (code.some((byte) => byte < 32 || byte === 127)) throw problemNul({})
    let text: string
    try {
      text = decoder.decode(code)
    } catch {
      throw problemEncoding({})
    }
    this.codes.push(text)
    if (id + 2 > this.hashes.length) this.widen()
    this.hashes[id] = span.hash
    this.wantedAt[id] = this.accepted === null || this.accepted.has(text) ? 1 : 0
    const start = this.starts[id] as number
    const end = start + code.length
    if (end > this.store.length) {
      const wider = new Uint8Array(Math.max(end, this.store.length * 2))
      wider.set(this.store)
      this.store = wider
    }
    this.store.set(code, start)
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
