// The comparison of 28 regions by 20 indicators, and a page of 10,000 observations for a program: 99 of 100 answers, each made anew
// (nothing is kept for a visitor who has just written).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { timeAnswers } from './load.ts'
import { met, percentile, say, short, skip, tell } from './outcome.ts'
import { type Product, root, withProduct } from './product.ts'

const wrote = { Cookie: 'posoka_wrote=1' }
const fetchText = async (address: string): Promise<string> => {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity', ...wrote } })
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}
type Timed = { readonly path: string; readonly what: string; readonly aimMs: number; readonly perSecond: number; readonly seconds: number }
const time = async (product: Product, { path, what, aimMs, perSecond, seconds }: Timed): Promise<void> => {
  const bytes = Buffer.byteLength(await fetchText(product.address + path))
  const ms = percentile(await timeAnswers({ address: product.address, path, connections: 20, seconds, perSecond, headers: wrote, bytes }), 0.99)
  tell({ what: `${what} (${(bytes / 1024).toFixed(0)} KB): 99 of 100 answers at ${perSecond} a second`, aim: `≤ ${aimMs} ms`, measured: `${short(ms)} ms`, ratio: null, met: met(ms <= aimMs) })
}

await withProduct(async (product) => {
  const page = await fetchText(`${product.address}/en/evidence/comparisons`)
  const districts = /comparisons\?regions=((?:[A-Z0-9]+,){27}[A-Z0-9]+)/.exec(page)?.[1] ?? ''
  const listed = JSON.parse(await fetchText(`${product.address}/api/indicators?limit=1000`)) as { items: readonly { key: string; hasFigures: boolean }[] }
  const keys = listed.items.filter((one) => one.hasFigures).map((one) => one.key).slice(0, 20)
  if (districts === '' || keys.length < 20) throw new Error('the starter pack has no 28 districts or no 20 indicators with figures')
  await time(product, { path: `/bg/evidence/comparisons?regions=${districts}&indicators=${keys.join(',')}`, what: 'comparison, 28 regions by 20 indicators', aimMs: 100, perSecond: 40, seconds: 8 })

  const file = join(root, '../shared/data/eurostat/nama_10r_3gdp.2023-02-21.legacy.tsv.gz')
  if (!existsSync(file)) { skip('skipped: no ../shared/data'); return }
  say('taking in the regional accounts of all regions')
  const done = spawnSync(process.execPath, [join(root, 'bin/posoka'), 'import', file, '--as-of', '2023-02-21'], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, POSOKA_DATA: product.data, POSOKA_LANGUAGE: 'en' }, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  // Within what one address may ask at once.
  await time(product, { path: '/api/indicators/ctx.gdp/observations?limit=10000', what: 'page of 10,000 observations', aimMs: 50, perSecond: 10, seconds: 20 })
})
