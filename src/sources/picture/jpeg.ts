// The parts of a JPEG: its size, and the file without what a camera or a program writes into it (place, time, device, thumbnail).
// Which way is up stays, because a phone's picture would lie on its side without it. Decodes no pixels.
type Part = { readonly marker: number; readonly from: number; readonly to: number }

/** The parts before the picture itself, and where it begins; undefined where they do not add up. */
const partsOf = (bytes: Uint8Array): { readonly parts: readonly Part[]; readonly scan: number } | undefined => {
  const parts: Part[] = []
  for (let at = 2; at + 4 <= bytes.byteLength;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) { at++; continue }
    const to = at + 2 + ((bytes[at + 2] ?? 0) << 8 | (bytes[at + 3] ?? 0))
    if (to > bytes.byteLength || to < at + 4) return undefined
    if (marker === 0xda) return { parts, scan: at }
    parts.push({ marker, from: at, to })
    at = to
  }
  return undefined
}
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

export const sizeOfJpeg = (bytes: Uint8Array): { width: number; height: number } | undefined => {
  const frame = partsOf(bytes)?.parts.find(({ marker }) => isFrame(marker))
  if (frame === undefined || frame.to - frame.from < 9) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + frame.from)
  const [height, width] = [view.getUint16(5), view.getUint16(7)]
  const turned = (orientationOf(bytes) ?? 1) >= 5
  return turned ? { width: height, height: width } : { width, height }
}
/** Kept: JFIF, colour profile and Adobe's colour sign (APP0, APP2, APP14), tables and the picture; comments and Exif are not. */
export const plainJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const found = partsOf(bytes)
  if (found === undefined || !bytes.subarray(-1024).some((byte, at, tail) => byte === 0xff && tail[at + 1] === 0xd9)) return undefined
  const kept = found.parts.filter(({ marker }) => !(marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xe2 && marker !== 0xee) && marker !== 0xfe)
  const up = orientationOf(bytes)
  return new Uint8Array(Buffer.concat([bytes.subarray(0, 2), ...(up === undefined || up === 1 ? [] : [exifOf(up)]), ...kept.map(({ from, to }) => bytes.subarray(from, to)), bytes.subarray(found.scan)]))
}

/** 1 to 8 as Exif's field 0x0112 says it. */
const orientationOf = (bytes: Uint8Array): number | undefined => {
  const exif = partsOf(bytes)?.parts.find(({ marker, from }) => marker === 0xe1 && Buffer.from(bytes.subarray(from + 4, from + 10)).toString('latin1') === 'Exif\0\0')
  if (exif === undefined || exif.to - exif.from < 20) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + exif.from + 10, exif.to - exif.from - 10)
  const little = view.getUint16(0) === 0x4949
  const list = view.getUint32(4, little)
  if (list + 2 > view.byteLength) return undefined
  const count = view.getUint16(list, little)
  for (let entry = 0; entry < count; entry++) {
    const at = list + 2 + entry * 12
    if (at + 12 > view.byteLength) return undefined
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little)
      return value >= 1 && value <= 8 ? value : undefined
    }
  }
  return undefined
}
/** An Exif part that says which way is up and nothing else. */
const exifOf = (up: number): Uint8Array => Uint8Array.from([
  0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0,
])
