// A picture of rectangles as PNG: one byte a pixel and a palette, because there are only a few colours.
import { deflateSync } from 'node:zlib'
import type { TilePicture } from '#kernel/answer.ts'
import { part } from './icons.ts'

export const toPng = ({ width, height, ground, marks }: TilePicture): Uint8Array => {
  const palette = [...new Map([ground, ...marks.map((mark) => mark.colour)].map((colour) => [colour.join(), colour])).values()]
  if (palette.length > 256) throw new Error('a picture of tiles has at most 256 colours')
  const numberOf = new Map(palette.map((colour, at) => [colour.join(), at]))
  const line = width + 1
  const pixels = Buffer.alloc(line * height)
  for (const mark of marks) {
    const from = Math.max(0, mark.x), to = Math.min(width, mark.x + mark.width)
    for (let row = Math.max(0, mark.y); row < Math.min(height, mark.y + mark.height); row++) pixels.fill(numberOf.get(mark.colour.join()) ?? 0, row * line + 1 + from, row * line + 1 + to)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width); head.writeUInt32BE(height, 4); head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), part('IHDR', head), part('PLTE', Buffer.from(palette.flat())), part('IDAT', deflateSync(pixels, { level: 9 })), part('IEND', Buffer.alloc(0))])
}
