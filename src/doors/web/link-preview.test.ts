// What stands where somebody passes an address on: title, sentence, a drawn picture of the size that asks for it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseHomeRegion } from '#kernel/home.ts'
import { findCheckout } from '#store/checkout.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { makeApp } from './app.ts'
import { allPages } from './pages.ts'
import { toPng } from './png.ts'
import { testFrame, testSecret } from './test-app.ts'

const store = await testStore({ seed: starter })
const home = parseHomeRegion(readFileSync(join(findCheckout(), 'packs/BG344/region.json'), 'utf8'))
const origin = 'https://lipova.example'
const app = makeApp({ store, pages: allPages({ desk: {} as never, home, email: null }), frame: testFrame, secret: testSecret, site: { url: origin, proxies: [], email: null } })
const metaOf = (html: string, name: string): string => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? ''
const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await app.request(path)).arrayBuffer())

test.each(['', '/project', '/evidence', '/evidence/regions/BG341', '/evidence/regions/SZR31', '/evidence/indicators', '/evidence/indicators/ent.stock', '/evidence/indicators/dig.daily', '/evidence/comparisons', '/evidence/datasets', '/open-data'])(
  '%s has title, sentence, address and a drawn picture in both languages', async (path) => {
    for (const language of ['bg', 'en']) {
      const html = await (await app.request(`/${language}${path}`)).text()
      expect(metaOf(html, 'og:title').length).toBeGreaterThan(4)
      expect(metaOf(html, 'og:description').length).toBeGreaterThan(20)
      expect(metaOf(html, 'og:url')).toBe(`${origin}/${language}${path}`)
      expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
      const picture = metaOf(html, 'og:image')
      expect(picture.startsWith(`${origin}/`)).toBe(true)
      const response = await app.request(picture.slice(origin.length))
      expect([picture, response.status, response.headers.get('content-type')]).toEqual([picture, 200, 'image/png'])
      const png = Buffer.from(await response.arrayBuffer())
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
      expect(png.length).toBeLessThan(30_000)
    }
  })
test('an indicator’s picture is its own map, a municipality’s shows that municipality', async () => {
  const pictures = await Promise.all(['/picture.png', '/evidence/indicators/ent.stock/picture.png', '/evidence/indicators/ctx.unemp/picture.png', '/evidence/regions/SZR31/picture.png', '/evidence/regions/SZR12/picture.png'].map(bytesOf))
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(pictures.length)
  expect((await app.request('/evidence/indicators/no.such/picture.png')).status).toBe(404)
})
test('a picture is the rectangles it was given, later ones over earlier ones', () => {
  const png = Buffer.from(toPng({ width: 3, height: 2, ground: [255, 255, 255], marks: [{ x: 0, y: 0, width: 2, height: 2, colour: [0, 0, 255] }, { x: 1, y: 1, width: 5, height: 5, colour: [0, 255, 0] }] }))
  const data = png.indexOf('IDAT')
  const pixels = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  expect([...pixels]).toEqual([0, 1, 1, 0, 0, 1, 2, 2])
})
