// Two web processes on one database against one: pages of all kinds asked at once, kept and not kept, while acts are written.
// Every answer is checked by its length; then, act by act, whether both show at once what a third process wrote.
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordAct } from '#store/audit.ts'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore, type Store } from '#store/store.ts'
import { type Ask, countPerSecond } from './load.ts'
import { median, met, say, short, tell } from './outcome.ts'
import { findPort, type Product, root, type Started, startProgram, withProduct } from './product.ts'

/** For a visitor who has just written nothing is kept. */
const wrote = { Cookie: 'posoka_wrote=1' }
const kinds = [
  { path: '/bg', headers: {} },
  { path: '/bg/evidence', headers: {} },
  { path: '/bg/evidence', headers: wrote },
  { path: '/bg/evidence/indicators/ent.stock', headers: wrote },
  { path: '/bg/search?q=%D0%BF%D1%80%D0%B5%D0%B4%D0%BF%D1%80%D0%B8%D1%8F%D1%82%D0%B8%D1%8F', headers: wrote },
] as const
const connectionsOfKind = 10
const rounds = 5
const seconds = 3

const lengthOf = async (address: string, { path, headers }: (typeof kinds)[number]): Promise<number> => {
  const answer = await fetch(address + path, { headers: { 'accept-encoding': 'identity', ...headers } })
  if (answer.status !== 200) throw new Error(`${address}${path} answered ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}
/** All kinds at once, the connections divided among the processes; answers a second of all together. */
const measure = async (processes: readonly Pick<Started, 'address'>[]): Promise<number> => {
  const asks = await Promise.all(processes.flatMap(({ address }) => kinds.map(async (kind): Promise<Ask> =>
    ({ address, ...kind, connections: connectionsOfKind / processes.length, seconds, bytes: await lengthOf(address, kind) }))))
  return (await Promise.all(asks.map(countPerSecond))).reduce((sum, rate) => sum + rate, 0)
}

const withSecond = async <T>(product: Product, use: (second: Started) => Promise<T>): Promise<T> => {
  const second = await startProgram({ line: [process.execPath, '--enable-source-maps', join(root, 'build/server.js')], in: root, data: product.data, port: await findPort() })
  try { return await use(second) } finally { await second.stop() }
}
/** Acts go on while pages are asked for, so that what is kept has to be made anew. */
const whileWriting = async <T>(store: Store, work: () => Promise<T>): Promise<T> => {
  let over = false
  const writing = (async () => {
    while (!over) {
      await store.writing((writer) => recordAct(writer, { who: null, act: 'evidence.bench.act' }))
      await pause(200)
    }
  })()
  try { return await work() } finally { over = true; await writing }
}

const countWrong = async (store: Store, processes: readonly Pick<Started, 'address'>[]): Promise<{ readonly asked: number; readonly wrong: number }> => {
  const path = '/en/evidence/indicators/ent.stock'
  let asked = 0
  let wrong = 0
  for (let turn = 0; turn < 50; turn++) {
    const name = `Bench ${turn} of the stock`
    await store.writing(async (writer) => {
      await sql`update evidence.indicator_version v set name_en = ${name} from evidence.indicator i where i.id = v.indicator and i.version = v.version and i.key = 'ent.stock'`.execute(writer)
    })
    const texts = await Promise.all(processes.map(async ({ address }) => (await fetch(address + path)).text()))
    asked += texts.length
    wrong += texts.filter((text) => !text.includes(name)).length
  }
  return { asked, wrong }
}

await withProduct((product) => withSecond(product, async (second) => {
  const store = await openStore(readSettings({ POSOKA_DATA: product.data }, findCheckout()))
  try {
    const both = [product, second]
    for (const processes of [[product], [second], both]) await measure(processes)
    const rates: { readonly one: number; readonly two: number }[] = []
    await whileWriting(store, async () => {
      for (let round = 0; round < rounds; round++) {
        rates.push({ one: await measure([product]), two: await measure(both) })
        say(`round ${round + 1} of ${rounds}: one ${short(rates.at(-1)?.one ?? 0)}, two ${short(rates.at(-1)?.two ?? 0)} a second`)
      }
    })
    const ratio = median(rates.map(({ one, two }) => two / one))
    // Two servers, their database and the load generator want a core each; on fewer the figure says nothing about the product.
    const cores = cpus().length
    tell({
      what: `two web processes against one, mixed load of ${kinds.length} kinds of pages, ${connectionsOfKind * kinds.length} connections, five acts a second${cores < 4 ? ` (${cores} cores for servers, database and load generator: too few to tell)` : ''}`,
      aim: '≥ 1.6× where cores allow', measured: `${short(median(rates.map(({ two }) => two)))} a second`,
      ratio: `${ratio.toFixed(2)}× one process (${short(median(rates.map(({ one }) => one)))} a second)`, met: cores < 4 ? null : met(ratio >= 1.6),
    })
    const { asked, wrong } = await countWrong(store, both)
    tell({ what: 'both show at the next request what a third process wrote', aim: 'no wrong answer', measured: `${asked - wrong} of ${asked}`, ratio: null, met: met(wrong === 0) })
  } finally {
    await store.close()
  }
}))
