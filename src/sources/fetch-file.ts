// Fetches a file from the public internet without being led astray: http(s) only, never into a private network (also not by a
// redirect or by a name that changes), with limits on redirects, size, time and silence, and gently: one request at a time per
// host. Gives a stream; keeping it is the caller's. What the file is, the readers find out: HTTP 200 proves nothing.
import type { IncomingMessage } from 'node:http'
import {
  FetchProblem, problemAddress, problemBadAnswer, problemCut, problemDowngrade, problemIdle, problemRedirects, problemStatus, problemTooLarge,
  problemTooSlow,
} from './fetch/fetch-problem.ts'
import type { RequestGuard, Resolve } from './fetch/guarded-request.ts'
import { resolveByDns, sendRequest, toFetchProblem } from './fetch/guarded-request.ts'
import type { QueuePace, Turn } from './fetch/host-queue.ts'
import { HostQueue } from './fetch/host-queue.ts'

export type FetchLimits = { readonly redirects: number; readonly bytes: number; readonly totalMs: number; readonly idleMs: number }
const limitsByDefault: FetchLimits = { redirects: 5, bytes: 512 * 1024 ** 2, totalMs: 15 * 60_000, idleMs: 60_000 }
const paceByDefault: QueuePace = { gapMs: 1_000, pauseMs: 5_000, longestPauseMs: 60 * 60_000, patienceMs: 60_000 }

export type FetcherSettings = {
  /** who asks, with an address to complain to: "Posoka/0.1 (+https://region.example; mail@region.example)" */
  readonly client: string
  /** "host:port" that may be private; empty in earnest */
  readonly allow?: readonly string[]
  readonly limits?: Partial<FetchLimits>
  readonly pace?: Partial<QueuePace>
  readonly resolve?: Resolve
}
export type FetchAsk = { readonly address: string; readonly signal?: AbortSignal; readonly limits?: Partial<FetchLimits> }
export type FetchedFile = {
  /** after redirects */
  readonly address: string
  readonly mediaType: string | null
  /** as the source names it; never to be used as a path */
  readonly fileName: string | null
  readonly lastModified: string | null
  readonly etag: string | null
  /** as announced; the stream may be shorter or longer only by failing */
  readonly size: number | null
  /** As sent, often gzip. To be read once, to its end; throws FetchProblem. Leaving the loop closes the connection. */
  readonly bytes: AsyncIterable<Uint8Array>
}
export type Fetcher = { readonly fetchFile: (ask: FetchAsk) => Promise<FetchedFile> }

/** One per process: it remembers which hosts are being asked and which need a pause. */
export const openFetcher = (settings: FetcherSettings): Fetcher => {
  if (!/[^\s]+@[^\s]+|https?:\/\//.test(settings.client)) throw new Error('the client name must hold a contact address')
  const queue = new HostQueue({ ...paceByDefault, ...settings.pace })
  return { fetchFile: (ask) => new Fetching({ settings, queue, ask }).start() }
}

/** The way of one file, over its redirects. */
class Fetching {
  private readonly ask: FetchAsk
  private readonly queue: HostQueue
  private readonly limits: FetchLimits
  private readonly guard: RequestGuard
  private readonly headers: Readonly<Record<string, string>>
  private readonly stop = new AbortController()
  private readonly clock: NodeJS.Timeout
  private readonly onAbort = (): void => this.stop.abort(this.ask.signal?.reason)

  constructor({ settings, queue, ask }: { readonly settings: FetcherSettings; readonly queue: HostQueue; readonly ask: FetchAsk }) {
    this.ask = ask
    this.queue = queue
    this.limits = { ...limitsByDefault, ...settings.limits, ...ask.limits }
    this.guard = { allowed: new Set(settings.allow), resolve: settings.resolve ?? resolveByDns, idleMs: this.limits.idleMs }
    this.headers = { 'user-agent': settings.client, accept: '*/*', 'accept-encoding': 'gzip, identity' }
    this.clock = setTimeout(() => this.stop.abort(problemTooSlow(this.limits.totalMs)), this.limits.totalMs)
    if (ask.signal?.aborted) this.onAbort()
    ask.signal?.addEventListener('abort', this.onAbort, { once: true })
  }
  async start(): Promise<FetchedFile> {
    try {
      return await this.follow()
    } catch (problem) {
      this.end()
      throw problem
    }
  }
  private end(): void {
    clearTimeout(this.clock)
    this.ask.signal?.removeEventListener('abort', this.onAbort)
  }
  private async follow(): Promise<FetchedFile> {
    let url = parseAddress(this.ask.address)
    for (let step = 0; step <= this.limits.redirects; step++) {
      const turn = await this.queue.enter(url.host, this.stop.signal)
      const answer = await this.send(url, turn)
      answer.on('error', () => { /* told to whoever reads the body, or to nobody */ })
      if (!isRedirect(answer)) return await this.take(url, { answer, turn })
      answer.destroy()
      turn.leave({ went: 'well' })
      const next = parseAddress(URL.parse(answer.headers.location as string, url.href)?.href ?? '')
      if (url.protocol === 'https:' && next.protocol === 'http:') throw problemDowngrade(next.host)
      url = next
    }
    throw problemRedirects(this.limits.redirects)
  }
  private async send(url: URL, turn: Turn): Promise<IncomingMessage> {
    try {
      return await sendRequest(url, { guard: this.guard, headers: this.headers, signal: this.stop.signal })
    } catch (problem) {
      turn.leave({ went: wentOf(problem) })
      throw problem
    }
  }
  private async take(url: URL, { answer, turn }: { readonly answer: IncomingMessage; readonly turn: Turn }): Promise<FetchedFile> {
    const refuse = (problem: FetchProblem): never => {
      answer.destroy()
      turn.leave({ went: wentOf(problem), ...(problem.again === null ? {} : { again: problem.again }) })
      throw problem
    }
    const status = answer.statusCode ?? 0
    if (status !== 200) {
      const again = toTime(answer.headers['retry-after'])
      const body = await readStart(answer, this.limits.idleMs)
      refuse(problemStatus(url.host, again === null ? { status, body } : { status, again, body }))
    }
    if (!['', 'identity', 'gzip', 'x-gzip'].includes(answer.headers['content-encoding']?.toLowerCase() ?? '')) refuse(problemBadAnswer(url.host))
    const announced = Number(answer.headers['content-length'] ?? Number.NaN)
    const size = Number.isSafeInteger(announced) ? announced : null
    if (size !== null && size > this.limits.bytes) refuse(problemTooLarge(this.limits.bytes))
    // Who takes the file and never reads it loses it when the time is over.
    const onStop = (): void => { answer.destroy(); turn.leave({ went: wentOf(this.stop.signal.reason) }); this.end() }
    this.stop.signal.addEventListener('abort', onStop, { once: true })
    return {
      address: url.href,
      mediaType: answer.headers['content-type'] ?? null,
      fileName: toFileName(answer.headers['content-disposition']),
      lastModified: answer.headers['last-modified'] ?? null,
      etag: answer.headers.etag ?? null,
      size,
      bytes: this.body(answer, { turn, host: url.host, size }),
    }
  }
  private async *body(answer: IncomingMessage, from: { readonly turn: Turn; readonly host: string; readonly size: number | null }): AsyncGenerator<Uint8Array, void> {
    const { limits, stop } = this
    let length = 0
    let went: 'well' | 'badly' | 'untold' = 'untold'
    const onSilence = (): void => { answer.destroy(problemIdle(limits.idleMs)) }
    answer.socket.setTimeout(limits.idleMs, onSilence)
    try {
      stop.signal.throwIfAborted()
      for await (const chunk of answer) {
        length += (chunk as Uint8Array).length
        if (length > limits.bytes) throw problemTooLarge(limits.bytes)
        // The reader's own time is not the source's silence.
        answer.socket?.setTimeout(0)
        yield chunk as Uint8Array
        answer.socket?.setTimeout(limits.idleMs)
      }
      if (!answer.complete || (from.size !== null && length !== from.size)) throw problemCut()
      went = 'well'
    } catch (cause) {
      const problem = stop.signal.aborted ? stop.signal.reason : toFetchProblem(from.host, cause)
      went = wentOf(problem)
      throw problem
    } finally {
      answer.destroy()
      from.turn.leave({ went })
      this.end()
    }
  }
}
const saidAtMost = 16 * 1024
/** What a source says in place of a file; nothing where it does not come soon. */
const readStart = async (answer: IncomingMessage, patienceMs: number): Promise<string> => {
  const chunks: Uint8Array[] = []
  let length = 0
  answer.socket.setTimeout(Math.min(patienceMs, 5_000), () => answer.destroy())
  try {
    for await (const chunk of answer) {
      chunks.push(chunk as Uint8Array)
      length += (chunk as Uint8Array).length
      if (length >= saidAtMost) break
    }
  } catch { /* the status says enough */ }
  return Buffer.concat(chunks).subarray(0, saidAtMost).toString('utf8')
}
/** What the host is to blame for makes it rest; a wrong address or a stopped request does not. */
const wentOf = (problem: unknown): 'well' | 'badly' | 'untold' => {
  if (!(problem instanceof FetchProblem)) return 'untold'
  if (problem.code === 'status') return (problem.status ?? 0) >= 500 || problem.status === 429 ? 'badly' : 'well'
  return ['unreachable', 'certificate', 'badAnswer', 'tooSlow', 'idle', 'cut'].includes(problem.code) ? 'badly' : 'untold'
}
const parseAddress = (text: string): URL => {
  const url = URL.parse(text.trim())
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') throw problemAddress(text)
  return url
}
const isRedirect = ({ statusCode, headers }: IncomingMessage): boolean =>
  [301, 302, 303, 307, 308].includes(statusCode ?? 0) && headers.location !== undefined
const toTime = (retryAfter: string | undefined): number | null => {
  if (retryAfter === undefined) return null
  const time = /^\d{1,6}$/.test(retryAfter) ? Date.now() + Number(retryAfter) * 1000 : Date.parse(retryAfter)
  return Number.isFinite(time) ? time : null
}
const toFileName = (disposition: string | undefined): string | null => {
  const found = /filename="?([^";\r\n]{1,200})"?/i.exec(disposition ?? '')?.[1]
  return found === undefined ? null : found.replace(/^.*[/\\]/, '').trim() || null
}
