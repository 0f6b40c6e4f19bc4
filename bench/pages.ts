// How many profile and indicator pages the product serves, beside a bare Hono answer of the same bytes; and whether what
// changed is seen at the next request.
import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ask, countPerSecond, timeAnswers } from './load.ts'
import { median, met, percentile, say, short, tell } from './outcome.ts'
import { type Product, withProduct } from './product.ts'
import { tellWhatIsSeen } from './seen-at-once.ts'

const pages = [
  { name: 'profile page', path: '/bg/evidence' },
  { name: 'indicator page', path: '/bg/evidence/indicators/ent.stock' },
] as const
const connections = 50
const rounds = 7
/** For a visitor who has just written nothing is kept. */
const wrote = { Cookie: 'posoka_wrote=1' }

const startBare = (files: readonly string[]): Promise<{ readonly address: string; readonly child: ChildProcess }> => new Promise((done, fail) => {
  const child = fork(join(import.meta.dirname, 'bare.ts'), files, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('message', ({ port }: { port: number }) => done({ address: `http://localhost:${port}`, child }))
  child.on('exit', (code) => fail(new Error(`the bare application ended with ${code}`)))
})
const fetchPage = async (address: string, headers: Readonly<Record<string, string>>): Promise<Buffer> => {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity', ...headers } })
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

type Rates = { readonly bare: number; readonly plain: number; readonly kept: number }
const measure = async (product: Product): Promise<void> => {
  const files: string[] = []
  const sizes = new Map<string, number>()
  for (const { path } of pages) {
    const bytes = await fetchPage(product.address + path, wrote)
    const file = join(product.data, `${files.length}.html`)
    writeFileSync(file, bytes)
    files.push(`${path}=${file}`)
    sizes.set(path, bytes.length)
  }
  const { address, child } = await startBare(files)
  try {
    for (const { name, path } of pages) {
      const bytes = sizes.get(path) ?? 0
      const ask = (from: string, headers: Readonly<Record<string, string>>, seconds: number): Ask => ({ address: from, path, connections, seconds, headers, bytes })
      const asks = { bare: (seconds: number) => ask(address, {}, seconds), plain: (seconds: number) => ask(product.address, wrote, seconds), kept: (seconds: number) => ask(product.address, {}, seconds) }
      say(`${name}: ${(bytes / 1024).toFixed(0)} KB`)
      for (const each of [asks.bare, asks.plain, asks.kept]) await countPerSecond(each(2))
      const rates: Rates[] = []
      for (let round = 0; round < rounds; round++) {
        rates.push({ bare: await countPerSecond(asks.bare(2)), plain: await countPerSecond(asks.plain(2)), kept: await countPerSecond(asks.kept(2)) })
      }
      const rateOf = (which: keyof Rates): number => median(rates.map((rate) => rate[which]))
      for (const [which, words, least] of [['plain', 'without page cache', 0.2], ['kept', 'with the cache for visitors without a cookie', 0.6]] as const) {
        const ratio = median(rates.map((rate) => rate[which] / rate.bare))
        tell({
          what: `${name} (${(bytes / 1024).toFixed(0)} KB), ${words}`, aim: `≥ ${least}× bare Hono`, measured: `${short(rateOf(which))} a second`,
          ratio: `${ratio.toFixed(2)}× bare Hono (${short(rateOf('bare'))} a second)`, met: met(ratio >= least),
        })
        const perSecond = Math.max(10, Math.round(rateOf(which) / 2))
        const late: { ours: number; bare: number }[] = []
        for (let round = 0; round < 5; round++) {
          const bare = percentile(await timeAnswers({ ...asks.bare(4), perSecond }), 0.99)
          late.push({ bare, ours: percentile(await timeAnswers({ ...asks[which](4), perSecond }), 0.99) })
        }
        const later = median(late.map(({ ours, bare }) => ours / bare))
        tell({
          what: `${name}, ${words}: 99 of 100 answers, both at ${perSecond} a second`, aim: '≤ 1.5× bare Hono', measured: `${short(median(late.map(({ ours }) => ours)))} ms`,
          ratio: `${short(later)}× bare Hono (${short(median(late.map(({ bare }) => bare)))} ms)`, met: met(later <= 1.5),
        })
      }
    }
  } finally {
    child.removeAllListeners('exit')
    child.disconnect()
  }
}

await withProduct(async (product) => {
  await measure(product)
  await tellWhatIsSeen(product)
})
