// The parts of a ZIP by its directory, each unpacked under a cap on what all may come to; and the same parts written down plainly.
// Sizes that the file states are not believed: the cap is on the bytes that come out.
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { problemUnpacksTooLarge, problemZipBroken } from './sheet-problems.ts'

type Part = { readonly name: string; readonly method: number; readonly packed: number; readonly at: number }
export type Zip = {
  readonly names: readonly string[]
  /** undefined where there is no such part. Throws ReadProblem once all that was taken comes to more than the cap. */
  readonly take: (name: string) => Promise<Uint8Array | undefined>
}
const inflate = promisify(inflateRaw)
const endMark = 0x06054b50, directoryMark = 0x02014b50, localMark = 0x04034b50

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

export const openZip = (bytes: Uint8Array, limits: { readonly unpackedBytes: number; readonly parts: number }): Zip => {
  const parts = new Map(listParts(bytes, limits.parts).map((part) => [part.name, part]))
  let left = limits.unpackedBytes
  return {
    names: [...parts.keys()],
    take: async (name) => {
      const part = parts.get(name)
      if (part === undefined) return undefined
      const packed = packedBytes(bytes, part)
      if (part.method !== 0 && part.method !== 8) throw problemZipBroken()
      if (part.method === 0 && packed.length > left) throw problemUnpacksTooLarge(limits.unpackedBytes)
      const out = part.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, left) }).catch((problem: { code?: string }) => {
        throw problem.code === 'ERR_BUFFER_TOO_LARGE' ? problemUnpacksTooLarge(limits.unpackedBytes) : problemZipBroken()
      })
      left -= out.length
      return out
    },
  }
}
const listParts = (bytes: Uint8Array, most: number): readonly Part[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = <T>(ask: () => T): T => {
    try { return ask() } catch { throw problemZipBroken() }
  }
  return read(() => {
    let end = bytes.length - 22
    while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== endMark) end -= 1
    if (view.getUint32(end, true) !== endMark) throw problemZipBroken()
    const count = view.getUint16(end + 10, true)
    if (count > most) throw problemZipBroken()
    const parts: Part[] = []
    let at = view.getUint32(end + 16, true)
    for (let number = 0; number < count; number++) {
      if (view.getUint32(at, true) !== directoryMark) throw problemZipBroken()
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      parts.push({ name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return parts
  })
}
const packedBytes = (bytes: Uint8Array, part: Part): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== localMark) throw problemZipBroken()
  const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  if (from + part.packed > bytes.length) throw problemZipBroken()
  return bytes.subarray(from, from + part.packed)
}

/** Not packed at all: a reader that follows the parts one after another meets what was examined, and nothing else. */
export const writePlainZip = (parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array => {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const letters = new TextEncoder().encode(name)
    const about = (extra: number): DataView => new DataView(new ArrayBuffer(extra))
    const sum = crc32(bytes)
    const local = about(30)
    local.setUint32(0, localMark, true)
    local.setUint16(4, 20, true)
    local.setUint32(14, sum, true); local.setUint32(18, bytes.length, true); local.setUint32(22, bytes.length, true); local.setUint16(26, letters.length, true)
    const entry = about(46)
    entry.setUint32(0, directoryMark, true)
    entry.setUint16(4, 20, true); entry.setUint16(6, 20, true)
    entry.setUint32(16, sum, true); entry.setUint32(20, bytes.length, true); entry.setUint32(24, bytes.length, true); entry.setUint16(28, letters.length, true); entry.setUint32(42, at, true)
    chunks.push(new Uint8Array(local.buffer), letters, bytes)
    directory.push(new Uint8Array(entry.buffer), letters)
    at += 30 + letters.length + bytes.length
  }
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, endMark, true)
  end.setUint16(8, parts.length, true); end.setUint16(10, parts.length, true)
  end.setUint32(12, directory.reduce((sum, part) => sum + part.length, 0), true); end.setUint32(16, at, true)
  return Buffer.concat([...chunks, ...directory, new Uint8Array(end.buffer)])
}
