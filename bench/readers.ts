// How fast and how lean the reader of Eurostat's tables is: bd_size_r3, and ten times as much.
import { inFreshProcess } from './child.ts'
import { control, findLargeFile, makeTenfold, noData, times } from './large-files.ts'
import { median, met, say, short, skip, spread, tell } from './outcome.ts'
import type { Reading } from './read-once.ts'

const read = (file: string): Promise<Reading> => inFreshProcess('read-once.ts', ['reader', file])
const countLines = (file: string): Promise<Reading> => inFreshProcess('read-once.ts', ['lines', file])

const bench = async (file: string): Promise<void> => {
  const ours: Reading[] = []
  const bare: Reading[] = []
  for (let round = 0; round < 11; round++) {
    bare.push(await countLines(file))
    ours.push(await read(file))
  }
  for (const { counted } of ours) {
    for (const [name, right] of Object.entries(control)) if (counted[name] !== right) throw new Error(`${name}: ${counted[name]} instead of ${right}`)
  }
  const seconds = ours.map((reading) => reading.seconds)
  const memory = ours.map((reading) => reading.memory)
  const ratio = median(ours.map((reading, at) => reading.seconds / (bare[at]?.seconds ?? Number.NaN)))
  tell({
    what: 'read bd_size_r3 with values, flags and missing reasons', aim: '≤ 0.2 s', measured: spread(seconds, 's'),
    ratio: `${short(ratio)}× unpacking and counting lines (${short(median(bare.map((reading) => reading.seconds)))} s)`, met: met(median(seconds) <= 0.2),
  })
  tell({
    what: 'memory of that process at its most', aim: '≤ 200 MB', measured: spread(memory, 'MB'),
    ratio: `${short(median(memory) / median(bare.map((reading) => reading.memory)))}× counting lines`, met: met(Math.max(...memory) <= 200),
  })

  say('making the tenfold file')
  const tenfold = await makeTenfold(file)
  try {
    const large: Reading[] = []
    const small: Reading[] = []
    for (let round = 0; round < 3; round++) {
      small.push(await read(file))
      large.push(await read(tenfold.file))
    }
    if (large.some(({ counted }) => counted.cells !== control.cells * times)) throw new Error('the tenfold file was not read whole')
    const growth = median(large.map((reading, at) => reading.seconds / (small[at]?.seconds ?? Number.NaN)))
    tell({ what: 'read a file ten times as large', aim: '≤ 11× the time', measured: spread(large.map((reading) => reading.seconds), 's'), ratio: `${short(growth)}× the single file`, met: met(growth <= 11) })
    const peaks = large.map((reading) => reading.memory)
    const wider = median(large.map((reading, at) => reading.memory / (small[at]?.memory ?? Number.NaN)))
    tell({ what: 'memory for a file ten times as large', aim: 'flat: ≤ 1.25×, ≤ 200 MB', measured: spread(peaks, 'MB'), ratio: `${short(wider)}× the single file`, met: met(wider <= 1.25 && Math.max(...peaks) <= 200) })
  } finally {
    tenfold.remove()
  }
}

const file = findLargeFile()
if (file === undefined) skip(noData)
else await bench(file)
