// One HTTP request to a checked address: the name is resolved once, every address it has is judged, and the connection goes to
// the judged ones only, so that a name cannot change its meaning between the check and the connection. Follows no redirect.
import { lookup } from 'node:dns/promises'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { FetchProblem, problemBadAnswer, problemCertificate, problemCut, problemIdle, problemPrivate, problemUnreachable } from './fetch-problem.ts'
import { isPublicAddress, literalAddress } from './public-address.ts'

export type Resolved = { readonly address: string; readonly family: number }
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>
export type RequestGuard = {
  /** "host:port" that may be private: an operator's own server, or one that a test has started */
  readonly allowed: ReadonlySet<string>
  readonly resolve: Resolve
  readonly idleMs: number
}
export const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true })

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80')

export const sendRequest = (
  url: URL,
  { guard, headers, signal }: { readonly guard: RequestGuard; readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<IncomingMessage> => {
  const isAllowed = guard.allowed.has(`${url.hostname}:${portOf(url)}`)
  const literal = literalAddress(url.hostname)
  // For an address in place of a name no lookup is made, so it is judged here.
  if (literal !== undefined && !isAllowed && !isPublicAddress(literal)) return Promise.reject(problemPrivate(url.hostname))
  const options: RequestOptions = {
    method: 'GET', headers, signal, agent: false, timeout: guard.idleMs,
    lookup: isAllowed ? lookupWith(guard.resolve, () => true) : lookupWith(guard.resolve, isPublicAddress),
  }
  return new Promise((answered, failed) => {
    const request = url.protocol === 'https:' ? requestSecure(url, options) : requestPlain(url, options)
    request.on('timeout', () => request.destroy(problemIdle(guard.idleMs)))
    request.on('error', (cause) => failed(signal.aborted ? signal.reason : toFetchProblem(url.hostname, cause)))
    request.on('response', answered)
    request.on('socket', (socket) => socket.once('connect', () => {
      // A second look, at where the connection really went.
      if (!isAllowed && !isPublicAddress(socket.remoteAddress ?? '')) request.destroy(problemPrivate(url.hostname))
    }))
    request.end()
  })
}
const lookupWith = (resolve: Resolve, mayConnect: (address: string) => boolean): LookupFunction => (hostname, options, done) => {
  resolve(hostname).then(
    (found) => {
      const first = found[0]
      if (first === undefined) done(problemUnreachable(hostname, 'no address'), '', 0)
      // One bad address among good ones is refused too: it is no accident.
      else if (!found.every(({ address }) => mayConnect(address))) done(problemPrivate(hostname), '', 0)
      else if (options.all) done(null, found.map(({ address, family }) => ({ address, family })))
      else done(null, first.address, first.family)
    },
    (cause: NodeJS.ErrnoException) => done(cause, '', 0),
  )
}
export const toFetchProblem = (host: string, cause: unknown): unknown => {
  if (cause instanceof FetchProblem) return cause
  const code = String((cause as { code?: unknown }).code ?? '')
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) return problemCertificate(host, cause)
  if (/^HPE_|^ERR_HTTP/.test(code)) return problemBadAnswer(host, cause)
  if (code === 'ECONNRESET' && (cause as Error).message === 'aborted') return problemCut()
  return problemUnreachable(host, cause)
}
