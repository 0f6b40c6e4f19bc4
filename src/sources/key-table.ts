// A table of keys (rows of small numbers) with one number beside each. A key is held as 64 bits of hash, twelve bytes in all:
// of a million keys two are mistaken for each other once in 10^7 files. Grows with the number of keys and not with their cells.
export class KeyTable {
  /** what stood beside the key that `note` found */
  known = 0
  count = 0
  private mask = 1023
  private slots = new Int32Array(3 * 1024)

  /** 'new' writes the number beside the key; 'known' leaves the old one and shows it in `known`. */
  note(key: Int32Array, number: number): 'new' | 'known' {
    let low = 0x2545f491
    let high = 0x1b873593
    for (let at = 0; at < key.length; at++) {
      const part = key[at] as number
      low = Math.imul(low ^ part, 0x85ebca6b)
      low ^= low >>> 13
      high = Math.imul(high ^ (part + 0x7f4a7c15), 0xc2b2ae35)
      high ^= high >>> 16
    }
    low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d)
    low ^= low >>> 12
    if (low === 0 && high === 0) low = 1
    let slot = low & this.mask
    for (;;) {
      const at = slot * 3
      const knownLow = this.slots[at] as number
      const knownHigh = this.slots[at + 1] as number
      if (knownLow === 0 && knownHigh === 0) {
        this.slots[at] = low
        this.slots[at + 1] = high
        this.slots[at + 2] = number
        this.count += 1
        if (this.count * 4 > this.mask * 3) this.widen()
        return 'new'
      }
      if (knownLow === low && knownHigh === high) {
        this.known = this.slots[at + 2] as number
        return 'known'
      }
      slot = (slot + 1) & this.mask
    }
  }
  private widen(): void {
    const old = this.slots
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array(3 * (this.mask + 1))
    for (let from = 0; from < old.length; from += 3) {
      if (old[from] === 0 && old[from + 1] === 0) continue
      let slot = (old[from] as number) & this.mask
      while (this.slots[slot * 3] !== 0 || this.slots[slot * 3 + 1] !== 0) slot = (slot + 1) & this.mask
      const to = slot * 3
      this.slots[to] = old[from] as number
      this.slots[to + 1] = old[from + 1] as number
      this.slots[to + 2] = old[from + 2] as number
    }
  }
}
