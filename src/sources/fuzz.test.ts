// Whatever bytes come, a reader gives blocks that hold together or says a ReadProblem: nothing else is thrown, nothing hangs.
// 2,000 inputs per reader; 100,000 with POSOKA_TEST_ALL=1. A failure names the reader and the number that makes the same input again.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { SeriesBlock } from '#kernel/observation.ts'
import { ReadProblem } from '#kernel/observation.ts'
import { fixture, inPieces } from '#test/fixtures/sources/reading.ts'
import { isFull } from '#test/matrix.ts'
import type { ReadLimits } from './limits.ts'
import { readNsiCodes } from './nsi-codes.ts'
import type { ReadHow } from './read-file.ts'
import { readBatches } from './read-file.ts'
import { parseTableDescription } from './table-description.ts'

const inputs = isFull ? 100_000 : 2_000
const limits: Partial<ReadLimits> = { line: 20_000, series: 200, codes: 500, waitingRows: 60, trustRows: 12, bytes: 200_000, json: 60_000 }
const json = new TextEncoder().encode(JSON.stringify({
  version: '2.0', id: ['unit', 'geo', 'time'], size: [1, 2, 3], updated: '2024-01-12', role: { time: ['time'] },
  dimension: {
    unit: { category: { index: { PC: 0 }, label: { PC: '%' } } }, geo: { category: { index: ['QQ1', 'QQ2'] } },
    time: { category: { index: { 2019: 0, 2020: 1, 2021: 2 } } },
  },
  value: { 0: 1.5, 4: 7e1, 5: -3 }, status: { 1: 'c', 4: '|C' },
}))
const dense = new TextEncoder().encode('{"dataset":{"id":["geo","time"],"size":[2,2],"dimension":{"geo":{"category":{"index":["A","B"]}},"time":{"category":{"index":["2020","2019"]}}},"value":[1.5,null,"(3.6)",".."],"status":["p",null,"|C",null]}}')
const table = parseTableDescription(JSON.parse(new TextDecoder().decode(fixture('plain.json'))))
const readers: readonly { readonly name: string; readonly seeds: readonly Uint8Array[]; readonly how?: ReadHow }[] = [
  { name: 'TSV', seeds: [fixture('size.tsv')] },
  { name: 'legacy TSV', seeds: [fixture('size.legacy.tsv')] },
  { name: 'SDMX-CSV', seeds: [fixture('size.sdmx.csv'), fixture('size.sdmx2.csv')] },
  { name: 'JSON-stat', seeds: [json, dense] },
  { name: 'NSI', seeds: [fixture('nsi-data.csv')] },
  { name: 'plain table', seeds: [fixture('plain.csv')], how: { table } },
  { name: 'gzip', seeds: [gzipSync(fixture('size.tsv')), gzipSync(fixture('size.sdmx.csv'))] },
]

/** A row of numbers that is always the same for the same start (mulberry32). */
const numbersFrom = (start: number) => {
  let state = start >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
const telling = [...'\t\n\r\0 ,;:"\\{}[]()-.|@0123456789eEcCpzux'].map((sign) => sign.charCodeAt(0)).concat([0xff, 0xc3, 0xa0, 0xef])

/** One to eight changes: a byte set, put in or taken out, a part doubled, moved, cut off, or replaced by noise. */
const mutate = (seed: Uint8Array, next: (below: number) => number): Uint8Array => {
  let bytes = [...seed]
  for (let change = next(1 + next(8)); change >= 0; change--) {
    const at = next(bytes.length + 1)
    const length = 1 + next(40)
    const sign = telling[next(telling.length)] as number
    switch (next(9)) {
      case 0: bytes[at] = sign; break
      case 1: bytes.splice(at, 0, sign); break
      case 2: bytes.splice(at, length); break
      case 3: bytes.splice(at, 0, ...bytes.slice(at, at + length)); break
      case 4: bytes.splice(next(bytes.length + 1), 0, ...bytes.splice(at, length)); break
      case 5: if (next(4) === 0) bytes = bytes.slice(0, at); break
      case 6: bytes.splice(at, length, ...Array.from({ length: next(30) }, () => next(256))); break
      case 7: bytes.splice(at, 0, ...new Array<number>(next(300)).fill(sign)); break
      default: bytes[at] = next(256)
    }
  }
  return Uint8Array.from(bytes, (byte) => byte ?? 0)
}
const hold = (block: SeriesBlock): void => {
  const { length } = block.periods
  if (block.values.length !== length || block.flags.length !== length || block.missing.length !== length) throw new Error('lengths differ')
  for (let at = 0; at < length; at++) {
    if (Number.isFinite(block.values[at]) !== (block.missing[at] === null)) throw new Error('a number with a reason, or none without')
    if (!/^[a-z]*$/.test(block.flags[at] as string)) throw new Error('a flag that is no letters')
    if (at > 0 && block.periods[at] === block.periods[at - 1]) throw new Error('a period twice')
  }
}
const outcome = async (bytes: AsyncIterable<Uint8Array>, how: ReadHow): Promise<'blocks' | 'problem'> => {
  try {
    for await (const batch of readBatches(bytes, {}, how)) batch.forEach(hold)
    return 'blocks'
  } catch (problem) {
    if (problem instanceof ReadProblem && problem.text.bg !== '' && problem.text.en !== '') return 'problem'
    throw problem
  }
}

describe.each(readers)('the reader of $name', ({ name, seeds, how }) => {
  test(`survives ${inputs} changed files`, async () => {
    const counts = { blocks: 0, problem: 0 }
    for (let number = 0; number < inputs; number++) {
      const next = numbersFrom(number)
      const bytes = mutate(seeds[number % seeds.length] as Uint8Array, next)
      try {
        counts[await outcome(inPieces(bytes, 1 + next(400)), { ...how, limits })] += 1
      } catch (problem) {
        throw new Error(`${name}, input ${number}: ${JSON.stringify(new TextDecoder('latin1').decode(bytes)).slice(0, 2000)}`, { cause: problem })
      }
    }
    // Inputs that are all refused, or all read, would test little.
    expect(counts.problem).toBeGreaterThan(inputs / 20)
    expect(counts.blocks).toBeGreaterThan(inputs / 100)
  })
})

test(`the code lists survive ${inputs} changed files`, async () => {
  for (let number = 0; number < inputs; number++) {
    const next = numbersFrom(number)
    const bytes = mutate(fixture('nsi-codes.csv'), next)
    await readNsiCodes(inPieces(bytes, 1 + next(400))).catch((problem: unknown) => { if (!(problem instanceof ReadProblem)) throw problem })
  }
})

test(`${inputs} files of noise are refused, whatever they begin with`, async () => {
  const begins = ['', 'geo\\TIME_PERIOD\t', 'DATAFLOW,OBS_VALUE,TIME_PERIOD,geo\n', '{"value":', 'RevisionColumn,NUTS,periods,ValueColumn\n', '\x1f\x8b\x08', 'indicator,region,period,value\n']
  for (let number = 0; number < inputs; number++) {
    const next = numbersFrom(number)
    const noise = Buffer.concat([Buffer.from(begins[next(begins.length)] as string, 'latin1'), Buffer.from(Array.from({ length: next(600) }, () => next(256)))])
    await outcome(inPieces(noise, 1 + next(100)), { limits })
  }
})
