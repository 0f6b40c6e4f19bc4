// The icon is there in every shape that a device asks for, and every page names it.
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPicture } from '#sources/picture.ts'
import { findIcon, iconPaths, manifest } from './icons.ts'

test.each([['/apple-touch-icon.png', 180], ['/icon-192.png', 192], ['/icon-512.png', 512]] as const)('%s is a whole picture of %d pixels with a green tile in its middle', (path, size) => {
  const { type, bytes } = findIcon(path)
  const read = readPicture(bytes)
  expect([type, read.ok && read.value.width, read.ok && read.value.height]).toEqual(['image/png', size, size])
  const pixels = inflateSync(bytes.subarray(bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8))
  const middle = (size / 2) * (size * 3 + 1) + 1 + (size / 2) * 3
  expect([...pixels.subarray(middle, middle + 3)]).toEqual([0x1f, 0x6b, 0x45])
  expect([...pixels.subarray(1, 4)]).toEqual([255, 255, 255])
})
test('the old name holds a picture too, and the manifest names pictures that are there', () => {
  const { bytes } = findIcon('/favicon.ico')
  expect(readPicture(bytes.subarray(22))).toMatchObject({ ok: true, value: { width: 32, height: 32 } })
  const named = (JSON.parse(manifest) as { icons: { src: string }[] }).icons.map(({ src }) => src)
  expect(named.every((src) => (iconPaths as readonly string[]).includes(src))).toBe(true)
})
