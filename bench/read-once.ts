// One reading of one file, in a process of its own: with our reader, or only unpacked and its lines counted.
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { readBatches } from '#sources/read-file.ts'
import { peakMemory } from './child.ts'

export type Reading = { readonly seconds: number; readonly memory: number; readonly counted: Readonly<Record<string, number>> }

const withReader = async (file: string): Promise<Reading['counted']> => {
  const batches = readBatches(createReadStream(file))
  let cells = 0
  for (;;) {
    const next = await batches.next()
    if (next.done) {
      const { series, values, flagged, flaggedMissing } = next.value
      return { series, cells, values, flagged, flaggedMissing }
    }
    for (const block of next.value) cells += block.values.length
  }
}
const linesOnly = async (file: string): Promise<Reading['counted']> => {
  let lines = 0
  for await (const chunk of createReadStream(file).pipe(createGunzip())) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
  }
  return { lines }
}

const [how = '', file = ''] = process.argv.slice(2)
const began = performance.now()
const counted = await (how === 'lines' ? linesOnly : withReader)(file)
process.send?.({ seconds: (performance.now() - began) / 1000, memory: peakMemory(), counted } satisfies Reading)
