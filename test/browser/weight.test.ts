// What a public page weighs on the wire, compressed: at most 10 KB of script, 30 KB of style, 30 KB of HTML.
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { appAddress } from '#test/browser/browser.ts'
import { isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'

const address = appAddress()
const all = await crawl({ address, from: ['/bg'] })
const chosen = isFull ? all : someOfEachKind(all, 1)

type Sent = { readonly bytes: number; readonly text: string }
const receive = (path: string): Promise<Sent> => new Promise((resume, fail) => {
  get(address + path, { headers: { 'accept-encoding': 'br, gzip', accept: 'text/html' } }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => parts.push(part))
    answer.on('error', fail)
    answer.on('end', () => {
      const body = Buffer.concat(parts)
      const how = answer.headers['content-encoding']
      resume({ bytes: body.length, text: String(how === 'br' ? brotliDecompressSync(body) : how === 'gzip' ? gunzipSync(body) : body) })
    })
  }).on('error', fail)
})
const weigh = async (html: string, pattern: RegExp): Promise<number> => {
  const files = await Promise.all([...html.matchAll(pattern)].map((found) => receive(found[1] ?? '')))
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

test.each(chosen.map(({ path }) => path))('%s is light', async (path) => {
  const page = await receive(path)
  const weight = {
    html: page.bytes,
    script: await weigh(page.text, /<script[^>]*\ssrc="([^"]+)"/g),
    style: await weigh(page.text, /<link rel="stylesheet" href="([^"]+)"/g),
  }
  expect(weight.style, 'a stylesheet was found').toBeGreaterThan(1000)
  expect(weight.html, `${weight.html} bytes of HTML`).toBeLessThanOrEqual(30 * 1024)
  expect(weight.script, `${weight.script} bytes of script`).toBeLessThanOrEqual(10 * 1024)
  expect(weight.style, `${weight.style} bytes of style`).toBeLessThanOrEqual(30 * 1024)
})
