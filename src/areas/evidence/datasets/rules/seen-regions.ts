// Which regions a selection has had in this file: one bit each, because a file may hold a million series.
import type { Selection } from '../rules.ts'

export class SeenRegions {
  private readonly numbers = new Map<string, number>()
  private readonly bits = new Map<Selection, Uint8Array>()

  note(selection: Selection, region: string): 'first' | 'again' {
    let number = this.numbers.get(region)
    if (number === undefined) this.numbers.set(region, (number = this.numbers.size))
    let bits = this.bits.get(selection)
    if (!bits || number >= bits.length * 8) {
      const wider = new Uint8Array(Math.max(256, (number >> 3) + 1, (bits?.length ?? 0) * 2))
      if (bits) wider.set(bits)
      this.bits.set(selection, (bits = wider))
    }
    const bit = 1 << (number & 7)
    const byte = bits[number >> 3] as number
    if ((byte & bit) !== 0) return 'again'
    bits[number >> 3] = byte | bit
    return 'first'
  }
}
