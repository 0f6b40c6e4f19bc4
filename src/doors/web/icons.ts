// The icon as devices want it: the mark's tiles, one pointing, as PNG in three sizes, as ICO, and the manifest that names them.
// Drawn from the shapes when first asked for, so that no picture has to be kept in step with them.
import { deflateSync } from 'node:zlib'

const tiles: readonly (readonly [number, number])[] = [[2, 2], [12, 2], [22, 2], [2, 12], [2, 22], [12, 22]]
const pale = [0xb7, 0xd3, 0xc2] as const, green = [0x1f, 0x6b, 0x45] as const, white = [0xff, 0xff, 0xff] as const
/** In a field of 32 × 32: a tile drawn out to a point, among pale ones. */
const colourAt = (x: number, y: number): readonly [number, number, number] => {
  if (y >= 12 && y < 20 && x >= 12 && (x < 20 || x - 20 < 4 - Math.abs(y - 16))) return green
  return tiles.some(([left, top]) => x >= left && x < left + 8 && y >= top && y < top + 8) ? pale : white
}
const samples = 3
/** `room`: how much of each side stays white, because a device cuts its own shape out of the icon. */
const drawPixels = (size: number, room: number): Buffer => {
  const pixels = Buffer.alloc(size * (size * 3 + 1))
  const scale = 32 / (size * (1 - 2 * room)), shift = size * room
  for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) {
    const sum = [0, 0, 0]
    for (let part = 0; part < samples * samples; part++) {
      const colour = colourAt((column + (part % samples + 0.5) / samples - shift) * scale, (row + (Math.floor(part / samples) + 0.5) / samples - shift) * scale)
      for (let channel = 0; channel < 3; channel++) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0)
    }
    for (let channel = 0; channel < 3; channel++) pixels[row * (size * 3 + 1) + 1 + column * 3 + channel] = Math.round((sum[channel] ?? 0) / (samples * samples))
  }
  return pixels
}
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => { let crc = byte; for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1; return crc })
const crcOf = (bytes: Uint8Array): number => { let crc = 0xffffffff; for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8); return (crc ^ 0xffffffff) >>> 0 }
export const part = (name: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4), crc = Buffer.alloc(4)
  length.writeUInt32BE(content.length); crc.writeUInt32BE(crcOf(named))
  return Buffer.concat([length, named, crc])
}
const toPng = (size: number, room: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size); head.writeUInt32BE(size, 4); head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), part('IHDR', head), part('IDAT', deflateSync(drawPixels(size, room), { level: 9 })), part('IEND', Buffer.alloc(0))])
}
const toIco = (png: Buffer, size: number): Buffer => {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2); head.writeUInt16LE(1, 4); head[6] = size; head[7] = size
  head.writeUInt16LE(1, 10); head.writeUInt16LE(24, 12); head.writeUInt32LE(png.length, 14); head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}
const icons = {
  '/favicon.ico': { type: 'image/x-icon', draw: () => toIco(toPng(32, 0), 32) },
  '/apple-touch-icon.png': { type: 'image/png', draw: () => toPng(180, 0.12) },
  '/icon-192.png': { type: 'image/png', draw: () => toPng(192, 0.12) },
  '/icon-512.png': { type: 'image/png', draw: () => toPng(512, 0.12) },
} as const
export type IconPath = keyof typeof icons
export const iconPaths = Object.keys(icons) as readonly IconPath[]
const drawn = new Map<IconPath, Buffer>()
export const findIcon = (path: IconPath): { readonly type: string; readonly bytes: Buffer } => {
  const { type, draw } = icons[path]
  const bytes = drawn.get(path) ?? draw()
  drawn.set(path, bytes)
  return { type, bytes }
}

export const manifestPath = '/manifest.webmanifest'
/** For putting the site on a phone's first screen; in Bulgarian, because the address has no language. */
export const manifest = JSON.stringify({
  name: 'Посока', short_name: 'Посока', lang: 'bg', start_url: '/', display: 'browser', background_color: '#ffffff', theme_color: '#1f6b45',
  icons: [192, 512].map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
})
