// A screenshot with 256 colours instead of 16 million: a page is flat, so nobody sees the difference but the file does.
// Reads only what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

const read = (png: Buffer): Picture => {
  const parts: Buffer[] = []
  let width = 0, height = 0, channels = 0
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const kind = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0)
      height = body.readUInt32BE(4)
      channels = body[9] === 6 ? 4 : 3
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0) throw new Error('not a picture as Chromium writes it')
    }
    if (kind === 'IDAT') parts.push(body)
    at += length + 12
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), { width, height, channels }) }
}

/** Each line is written as its difference to what stands left and above (PNG, chapter 9); comes back as three bytes a pixel. */
const unfilter = (raw: Uint8Array, { width, height, channels }: { width: number; height: number; channels: number }): Uint8Array => {
  const stride = width * channels
  const plain = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)]
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at
      const left = at >= channels ? (plain[here - channels] ?? 0) : 0
      const up = row > 0 ? (plain[here - stride] ?? 0) : 0
      const corner = row > 0 && at >= channels ? (plain[here - stride - channels] ?? 0) : 0
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0
      plain[here] = (raw[row * (stride + 1) + 1 + at] ?? 0) + guess
    }
  }
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) for (let channel = 0; channel < 3; channel++) rgb[pixel * 3 + channel] = plain[pixel * channels + channel] ?? 0
  return rgb
}
const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The 256 colours seen most; any other pixel takes the nearest of them. */
export const toSmallPng = (png: Buffer): Buffer => {
  const { width, height, pixels } = read(png)
  const colourAt = (pixel: number): number => ((pixels[pixel * 3] ?? 0) << 16) | ((pixels[pixel * 3 + 1] ?? 0) << 8) | (pixels[pixel * 3 + 2] ?? 0)
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < width * height; pixel++) counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1)
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour)
  const numbers = new Map(palette.map((colour, at) => [colour, at]))
  const nearest = (colour: number): number => {
    let best = 0, least = Number.POSITIVE_INFINITY
    palette.forEach((other, at) => {
      const away = [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
      if (away < least) { least = away; best = at }
    })
    numbers.set(colour, best)
    return best
  }
  const lines = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = colourAt(pixel)
    lines[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = numbers.get(colour) ?? nearest(colour)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([png.subarray(0, 8), part('IHDR', head), part('PLTE', colours), part('IDAT', deflateSync(lines, { level: 9 })), part('IEND', Buffer.alloc(0))])
}
const part = (kind: string, body: Buffer): Buffer => {
  const whole = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const length = Buffer.alloc(4), check = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, check])
}
