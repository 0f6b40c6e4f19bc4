// What a page weighs on its way: every page a visitor reaches by links from the two home pages, with its style and scripts.
import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { met, say, tell } from './outcome.ts'
import { type Product, withProduct } from './product.ts'

type Answer = { readonly status: number; readonly type: string; readonly bytes: number; readonly text: string }
const ask = (address: string): Promise<Answer> => new Promise((done, fail) => {
  get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('error', fail)
    answer.on('end', () => {
      const sent = Buffer.concat(chunks)
      const isPacked = answer.headers['content-encoding'] === 'gzip'
      done({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', bytes: sent.length, text: (isPacked ? gunzipSync(sent) : sent).toString() })
    })
  }).on('error', fail)
})
const linksOf = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&'))

type Weighed = { readonly path: string; readonly html: number; readonly style: number; readonly script: number }
const weigh = async ({ address }: Product): Promise<readonly Weighed[]> => {
  const assets = new Map<string, number>()
  const weightOf = async (paths: readonly string[]): Promise<number> => {
    let sum = 0
    for (const path of new Set(paths)) {
      if (!assets.has(path)) assets.set(path, (await ask(address + path)).bytes)
      sum += assets.get(path) ?? 0
    }
    return sum
  }
  const seen = new Set(['/bg', '/en'])
  const weighed: Weighed[] = []
  for (const path of seen) {
    const { status, type, bytes, text } = await ask(address + path)
    if (status >= 500) throw new Error(`${path} answered ${status}`)
    if (status !== 200 || !type.startsWith('text/html')) continue
    // The same page with another question is the same page.
    for (const link of linksOf(text, /<a\b[^>]*\bhref="(\/(?:bg|en)(?:\/[^"?#]*)?)"/g)) seen.add(link)
    weighed.push({
      path, html: bytes, style: await weightOf(linksOf(text, /<link\b(?=[^>]*rel="stylesheet")[^>]*\bhref="([^"]+)"/g)),
      script: await weightOf(linksOf(text, /<script\b[^>]*\bsrc="([^"]+)"/g)),
    })
    if (weighed.length % 100 === 0) say(`${weighed.length} pages`)
  }
  return weighed
}

const pages = await withProduct(weigh)
const heaviest = (part: 'html' | 'style' | 'script'): Weighed => pages.reduce((worst, page) => (page[part] > worst[part] ? page : worst))
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
for (const [part, what, most] of [['script', 'scripts', 10], ['style', 'style', 30], ['html', 'HTML', 30]] as const) {
  const page = heaviest(part)
  tell({ what: `${what} of the heaviest of ${pages.length} public pages, compressed`, aim: `≤ ${most} KB`, measured: `${kilobytes(page[part])} (${page.path})`, ratio: null, met: met(page[part] <= most * 1024) })
}
