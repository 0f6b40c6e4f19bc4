// How fast a file becomes stored series: bd_size_r3 whole (every one of its 130,305 series is wanted), beside reading it only,
// and ten times as much. A database of its own, durable as in earnest.
// V8 lets its young generation grow by some 50 MB in a process that works for ten seconds (with --max-semi-space-size=8 the same import
// stays at 190 MB): flat leaves it that much. The 200 MB are asked of the single file.
import { inFreshProcess } from './child.ts'
import type { Imported } from './import-once.ts'
import { control, findLargeFile, makeTenfold, noData, times } from './large-files.ts'
import { makeFolder } from './product.ts'
import { median, met, say, short, skip, spread, tell } from './outcome.ts'
import type { Reading } from './read-once.ts'

const read = (file: string): Promise<Reading> => inFreshProcess('read-once.ts', ['reader', file])
const take = async (file: string): Promise<Imported> => {
  const folder = makeFolder()
  try {
    await inFreshProcess('import-prepare.ts', [file, folder.path])
    return await inFreshProcess('import-once.ts', [file, folder.path])
  } finally {
    folder.remove()
  }
}

const bench = async (file: string): Promise<void> => {
  const imports: Imported[] = []
  const readings: Reading[] = []
  for (let round = 0; round < 5; round++) {
    readings.push(await read(file))
    imports.push(await take(file))
  }
  for (const { series } of imports) if (series !== control.series) throw new Error(`${series} series were stored instead of ${control.series}`)
  const seconds = imports.map((one) => one.seconds)
  const memory = imports.map((one) => one.memory)
  const ratio = median(imports.map((one, at) => one.seconds / (readings[at]?.seconds ?? Number.NaN)))
  tell({ what: 'bd_size_r3 kept, read, checked and stored: 130,305 series', aim: '≤ 1.2 s', measured: spread(seconds, 's'), ratio: `${short(ratio)}× reading only`, met: met(median(seconds) <= 1.2) })
  tell({
    what: 'memory of the importing process at its most', aim: '≤ 200 MB', measured: spread(memory, 'MB'),
    ratio: `${short(median(memory) / median(readings.map((reading) => reading.memory)))}× reading only`, met: met(Math.max(...memory) <= 200),
  })
  say('making the tenfold file')
  const tenfold = await makeTenfold(file)
  try {
    const small: Imported[] = []
    const large: Imported[] = []
    for (let round = 0; round < 2; round++) {
      small.push(await take(file))
      large.push(await take(tenfold.file))
    }
    if (large.some((one) => one.series !== control.series * times)) throw new Error('the tenfold file was not stored whole')
    const growth = median(large.map((one, at) => one.seconds / (small[at]?.seconds ?? Number.NaN)))
    const wider = median(large.map((one, at) => one.memory / (small[at]?.memory ?? Number.NaN)))
    tell({ what: 'import a file ten times as large', aim: '≤ 11× the time', measured: spread(large.map((one) => one.seconds), 's'), ratio: `${short(growth)}× the single file`, met: met(growth <= 11) })
    tell({ what: 'memory for a file ten times as large', aim: 'flat: ≤ 1.5×', measured: spread(large.map((one) => one.memory), 'MB'), ratio: `${short(wider)}× the single file`, met: met(wider <= 1.5) })
  } finally {
    tenfold.remove()
  }
}

const file = findLargeFile()
if (file === undefined) skip(noData)
else await bench(file)
