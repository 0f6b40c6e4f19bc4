// From a dataset's address to its whole file, by the source's own rules: an answer prepared later is waited for, one too big is
// taken from the list of prepared files, a page in place of data is told from data. Keeping and reading the file are the caller's.
import { setTimeout as pause } from 'node:timers/promises'
import { constants, gunzipSync } from 'node:zlib'
import type { FetchedFile, Fetcher } from '../fetch-file.ts'
import { FetchProblem } from '../fetch/fetch-problem.ts'
import { peek } from '../unpack.ts'
import type { Listed } from './inventory.ts'
import { readInventory } from './inventory.ts'
import type { Judged } from './judge-answer.ts'
import { judgeAnswer, statusOf } from './judge-answer.ts'
import { problemNotReady, problemSaid } from './release-problems.ts'

/** How patiently a prepared answer is asked for: after a while, then ever more slowly. */
export type Patience = { readonly firstMs: number; readonly longestMs: number; readonly inAllMs: number }
const patienceByDefault: Patience = { firstMs: 5_000, longestMs: 60_000, inAllMs: 20 * 60_000 }
export type ReleaseAsk = { readonly address: string; readonly signal?: AbortSignal; readonly patience?: Patience }

export const bringRelease = async (fetcher: Fetcher, ask: ReleaseAsk): Promise<FetchedFile> => {
  const first = await take(fetcher, ask)
  if ('file' in first) return first.file
  if (first.judged.kind === 'later') return waitFor(fetcher, { ask, id: first.judged.id })
  if (first.judged.kind === 'tooBig') return takeWhole(fetcher, ask)
  throw problemOf(first)
}

type No = { readonly judged: Exclude<Judged, { kind: 'figures' }>; readonly host: string; readonly problem: FetchProblem | null }
const problemOf = ({ judged, host, problem }: No): FetchProblem =>
  judged.kind === 'later' ? problemNotReady(host, 'slow') : problemSaid({
    kind: judged.kind, host, label: 'label' in judged ? judged.label : '',
    ...(problem === null ? {} : { cause: problem, ...(problem.status === null ? {} : { status: problem.status }), ...(problem.again === null ? {} : { again: problem.again }) }),
  })

/** One request and what it turned out to be. A refusal whose body says nothing stays what it was. */
const take = async (fetcher: Fetcher, ask: ReleaseAsk): Promise<{ readonly file: FetchedFile } | No> => {
  const host = new URL(ask.address).host
  try {
    const file = await fetcher.fetchFile({ address: ask.address, ...(ask.signal ? { signal: ask.signal } : {}) })
    const { start, all, close } = await peek(file.bytes)
    const judged = judgeAnswer({ status: 200, start: plainStart(start) })
    if (judged.kind === 'figures') return { file: { ...file, bytes: all } }
    await close()
    return { judged, host, problem: null }
  } catch (problem) {
    if (!(problem instanceof FetchProblem) || problem.code !== 'status' || problem.body.trim() === '') {
      if (problem instanceof FetchProblem && problem.status === 413) return { judged: { kind: 'tooBig' }, host, problem }
      throw problem
    }
    const judged = judgeAnswer({ status: problem.status ?? 0, start: problem.body })
    // Data under a status of failure are not believed; nor is a free text more than the status itself.
    if (judged.kind === 'figures' || judged.kind === 'nothing' || (judged.kind === 'said' && judged.label === '')) throw problem
    return { judged, host, problem }
  }
}
/** The packed beginning unpacked, as far as it goes: sources pack without saying so. */
const plainStart = (start: Uint8Array): string => {
  if (start[0] !== 0x1f || start[1] !== 0x8b) return new TextDecoder().decode(start)
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 }).subarray(0, 64 * 1024).toString('utf8')
  } catch {
    // Broken packing is a file that the reader refuses with its line.
    return ''
  }
}

/** The dissemination service's own address, of which data, ticket and list are parts. */
const baseOf = (address: string): string | undefined => /^(https?:\/\/.+)\/(?:sdmx|statistics)\/\d\.\d\/data\//.exec(address)?.[1]
/** The code as the source writes it in its list. */
export const codeAt = (address: string): string | undefined => /\/data\/(?:dataflow\/ESTAT\/)?([A-Za-z0-9_$]+)/.exec(address)?.[1]?.toLowerCase()

const waitFor = async (fetcher: Fetcher, { ask, id }: { readonly ask: ReleaseAsk; readonly id: string }): Promise<FetchedFile> => {
  const base = baseOf(ask.address)
  const host = new URL(ask.address).host
  if (base === undefined) throw problemNotReady(host, 'slow')
  const { firstMs, longestMs, inAllMs } = ask.patience ?? patienceByDefault
  let waited = 0
  for (let wait = firstMs; ; wait = Math.min(wait * 2, longestMs)) {
    if (waited + wait > inAllMs) throw problemNotReady(host, 'slow')
    await pause(wait, undefined, ask.signal ? { signal: ask.signal } : {}).catch(() => ask.signal?.throwIfAborted())
    waited += wait
    const status = await readText(fetcher, { ...ask, address: `${base}/1.0/async/status/${id}` })
    const stands = statusOf(status)
    if (stands === 'EXPIRED' || stands === 'UNKNOWN_REQUEST') throw problemNotReady(host, 'expired')
    if (stands !== 'AVAILABLE') continue
    const got = await take(fetcher, { ...ask, address: `${base}/1.0/async/data/${id}` })
    if ('file' in got) return got.file
    throw problemOf(got)
  }
}
const readText = async (fetcher: Fetcher, ask: ReleaseAsk): Promise<string> => {
  const file = await fetcher.fetchFile({ address: ask.address, limits: { bytes: 256 * 1024 }, ...(ask.signal ? { signal: ask.signal } : {}) })
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes) chunks.push(chunk)
  return plainStart(Buffer.concat(chunks))
}

const takeWhole = async (fetcher: Fetcher, ask: ReleaseAsk): Promise<FetchedFile> => {
  const base = baseOf(ask.address)
  const code = codeAt(ask.address)
  const host = new URL(ask.address).host
  const listed = base === undefined || code === undefined ? undefined : (await bringInventory(fetcher, { ...ask, address: ask.address, codes: new Set([code]) })).get(code)
  if (!listed?.file || listed.file === ask.address) throw problemSaid({ kind: 'tooBig', host, label: '' })
  const got = await take(fetcher, { ...ask, address: listed.file })
  if ('file' in got) return got.file
  throw problemOf(got)
}

/** What the source lists of these datasets; where its inventory is not to be had, by its table of contents. */
export const bringInventory = async (fetcher: Fetcher, ask: ReleaseAsk & { readonly codes: ReadonlySet<string> }): Promise<ReadonlyMap<string, Listed>> => {
  const base = baseOf(ask.address)
  const host = new URL(ask.address).host
  for (const path of base === undefined ? [] : ['files/inventory?type=data&lang=en', 'catalogue/toc/txt?lang=en']) {
    try {
      const file = await fetcher.fetchFile({ address: `${base}/${path}`, limits: { bytes: 64 * 1024 ** 2 }, ...(ask.signal ? { signal: ask.signal } : {}) })
      const listed = await readInventory(file.bytes, ask.codes)
      if (listed !== undefined) return listed
    } catch (problem) {
      if (!(problem instanceof FetchProblem) || problem.status !== 404) throw problem
    }
  }
  throw problemSaid({ kind: 'webPage', host, label: '' })
}
