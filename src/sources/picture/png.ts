// The parts of a PNG: its size, and the file without the texts and times that programs write into it. Decodes no pixels.
const keptParts = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'sBIT', 'bKGD'])

export const sizeOfPng = (bytes: Uint8Array): { width: number; height: number } | undefined => {
  if (bytes.byteLength < 33) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
/** undefined where the parts do not add up to a whole file; what stands behind its end is cut off. */
export const plainPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.byteLength;) {
    const end = at + 12 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.byteLength || (at === 8 && name !== 'IHDR')) return undefined
    if (keptParts.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return new Uint8Array(Buffer.concat(parts))
    at = end
  }
  return undefined
}
