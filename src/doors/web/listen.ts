// The HTTP server: takes the port first, answers «starting» until the application is there, and stops without cutting anybody off.
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { StartProblem } from '#store/start-problem.ts'

export type Listening = {
  readonly port: number
  /** from now on this application answers */
  readonly serve: (app: Hono) => void
  readonly isDraining: () => boolean
  /** for so long goes on serving, but tells everybody to come on another connection */
  readonly drain: (ms: number) => Promise<void>
  /** takes no new requests, waits for those under way, at most so long */
  readonly stop: (atMostMs: number) => Promise<void>
}

export const listen = async (port: number, starting: Hono): Promise<Listening> => {
  let app = starting
  let draining = false
  const listener = getRequestListener((request, env) => app.fetch(request, env))
  const answer: typeof listener = (request, response) => {
    if (draining && 'shouldKeepAlive' in response) response.shouldKeepAlive = false
    return listener(request, response)
  }
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 }, answer)
  server.on('clientError', refuseUnread)
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(portProblem(error, port)))
    server.listen(port, () => { server.removeAllListeners('error'); done() })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => { app = next },
    isDraining: () => draining,
    drain: (ms) => { draining = true; return new Promise((done) => { setTimeout(done, ms) }) },
    stop: (atMostMs) => { draining = true; return stop(server, atMostMs) },
  }
}
/** What Node's reader refuses never reaches the application: it gets the same headers, both languages and nothing of the request. */
const unread: Readonly<Record<string, readonly [status: string, bg: string, en: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'Адресът или бисквитките в заявката са твърде дълги. Изтрийте бисквитките на този сайт и опитайте отново.', 'The address or the cookies of this request are too long. Delete the cookies of this site and try again.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'Заявката не пристигна цяла навреме. Опитайте отново.', 'The request did not arrive whole in time. Try again.'],
}
const unreadable = ['400 Bad Request', 'Заявката не може да се прочете.', 'The request cannot be read.'] as const
const refuseUnread = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, bg, en] = unread[error.code ?? ''] ?? unreadable
  const page = `<!doctype html><html lang="bg"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status.slice(0, 3)}</title><h1>${status.slice(0, 3)}</h1><p>${bg}</p><p lang="en">${en}</p><p><a href="/">Посока · Posoka</a></p></html>`
  socket.end([
    `HTTP/1.1 ${status}`, 'Connection: close', 'Content-Type: text/html; charset=utf-8', `Content-Length: ${Buffer.byteLength(page)}`,
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", 'X-Content-Type-Options: nosniff', 'Referrer-Policy: no-referrer', 'Cache-Control: no-store', '', page,
  ].join('\r\n'))
}

const stop = (server: Server, atMostMs: number): Promise<void> => new Promise((done) => {
  const cut = setTimeout(() => server.closeAllConnections(), atMostMs)
  server.close(() => { clearTimeout(cut); done() })
  server.closeIdleConnections()
  // A connection that is kept alive becomes idle after its answer: looked for until none is left.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  server.once('close', () => clearInterval(idle))
})
const portProblem = (error: NodeJS.ErrnoException, port: number): unknown => {
  const problem = (what: { bg: string; en: string }): StartProblem => new StartProblem({
    code: 'portTaken', cause: error, what,
    todo: { bg: 'Спрете другата програма или изберете друг порт, например PORT=3001 npm start.', en: 'Stop the other program, or choose another port, for example PORT=3001 npm start.' },
  })
  if (error.code === 'EADDRINUSE') return problem({ bg: `Портът ${port} вече е зает от друга програма.`, en: `The port ${port} is taken by another program.` })
  if (error.code === 'EACCES') return problem({ bg: `Този потребител няма право да слуша на порт ${port}.`, en: `This user may not listen on port ${port}.` })
  return error
}
