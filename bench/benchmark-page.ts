// How long the page of a benchmark takes, 28 districts by all indicators with values, when every visitor ticks another one off:
// nothing of it is kept by the door then.
import { type Ask, timeAnswers } from './load.ts'
import { median, met, percentile, short, tell } from './outcome.ts'
import { withProduct } from './product.ts'

const rounds = 5
const perSecond = 10
const seconds = 4
const path = '/bg/evidence/benchmark'
/** For a visitor who has just written nothing is kept. */
const wrote = { Cookie: 'posoka_wrote=1' }

await withProduct(async ({ address }) => {
  const answer = await fetch(address + path, { headers: { 'accept-encoding': 'identity', ...wrote } })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  const text = await answer.text()
  const keys = [...new Set([...text.matchAll(/benchmark\?without=([a-z0-9.]+)#score/gi)].map(([, key]) => key as string))]
  if (keys.length < 5) throw new Error('the page offers no indicator to tick off')
  const late: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asked = `${path}?without=${keys[round % keys.length]}`
    const bytes = Buffer.byteLength(await (await fetch(address + asked, { headers: { 'accept-encoding': 'identity', ...wrote } })).text())
    const ask: Ask = { address, path: asked, connections: 4, seconds, headers: wrote, bytes }
    late.push(percentile(await timeAnswers({ ...ask, perSecond }), 0.99))
  }
  tell({
    what: `benchmark of 28 districts by the indicators they have (${(text.length / 1024).toFixed(0)} KB), another ticked off each time, nothing kept: 99 of 100 answers at ${perSecond} a second`, aim: '≤ 100 ms',
    measured: `${short(median(late))} ms`, ratio: `${keys.length} indicators with a better side`, met: met(median(late) <= 100),
  })
})
