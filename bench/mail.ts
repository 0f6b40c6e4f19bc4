// How fast a full mailbox is taken in: 1,000 letters fetched by IMAP, parsed and stored, and made contributions of.
// That none is lost or doubled over 20 kills is a test (correspondence/kill.test.ts), not a figure.
import { inFreshProcess } from './child.ts'
import type { Mailed } from './mail-once.ts'
import { makeFolder } from './product.ts'
import { median, met, spread, tell } from './outcome.ts'

const rounds: Mailed[] = []
for (let round = 0; round < 3; round++) {
  const folder = makeFolder()
  try {
    rounds.push(await inFreshProcess<Mailed>('mail-once.ts', [folder.path, '1000']))
  } finally {
    folder.remove()
  }
}
for (const { letters, contributions } of rounds) if (letters !== 1_000 || contributions !== 1_000) throw new Error(`${letters} letters and ${contributions} contributions instead of 1,000`)
const kept = rounds.map((one) => one.kept)
const became = rounds.map((one) => one.became)
tell({ what: '1,000 letters fetched by IMAP, parsed and stored', aim: '≤ 4 s', measured: spread(kept, 's'), ratio: '–', met: met(median(kept) <= 4) })
tell({ what: 'the same until each is a contribution with its number and its answer', aim: '≤ 10 s', measured: spread(became, 's'), ratio: `${(median(became) / median(kept)).toFixed(1)}× storing`, met: met(median(became) <= 10) })
