// The large file of the source, where it lies beside the checkout, and a tenfold one made of it: every row ten times, each
// time under codes of its own. Made in a temporary folder, taken away by whoever asked.
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'

const data = join(import.meta.dirname, '../../shared/data')
export const noData = 'skipped: no ../shared/data'
/** What must come out of it (docs of the source, counted independently). */
export const control = { series: 130_305, cells: 1_693_965, values: 980_005, flagged: 77_297, flaggedMissing: 25_392 } as const
export const times = 10

export const findLargeFile = (): string | undefined => {
  const file = join(data, 'eurostat/bd_size_r3.2024-01.tsv.gz')
  return existsSync(file) ? file : undefined
}
/** The n-th repetition of a code of the first dimension after the frequency: V11910 → V11910, V11910_1, … */
export const codeOf = (code: string, repetition: number): string => (repetition === 0 ? code : `${code}_${repetition}`)

export type Tenfold = { readonly file: string; readonly remove: () => void }
export const makeTenfold = async (from: string): Promise<Tenfold> => {
  const folder = mkdtempSync(join(tmpdir(), 'posoka-bench-file-'))
  const file = join(folder, 'tenfold.tsv.gz')
  const packed = createGzip({ level: 6 })
  const written = packed.pipe(createWriteStream(file))
  for (let repetition = 0; repetition < times; repetition++) {
    let rest = ''
    let isHead = true
    for await (const chunk of createReadStream(from).pipe(createGunzip())) {
      const lines = (rest + chunk.toString('latin1')).split('\n')
      rest = lines.pop() ?? ''
      if (isHead && repetition > 0) lines.shift()
      const text = lines.map((line, at) => (isHead && repetition === 0 && at === 0 ? line : renamed(line, repetition))).join('\n')
      isHead = false
      if (!packed.write(`${text}\n`, 'latin1')) await once(packed, 'drain')
    }
    if (rest !== '') packed.write(`${renamed(rest, repetition)}\n`, 'latin1')
  }
  packed.end()
  await once(written, 'finish')
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
/** "A,V11910,…": the code between the first two commas. */
const renamed = (line: string, repetition: number): string => {
  const from = line.indexOf(',') + 1
  const to = line.indexOf(',', from)
  return `${line.slice(0, from)}${codeOf(line.slice(from, to), repetition)}${line.slice(to)}`
}
