// The HTTP server: takes the port first, answers «starting» until the application is there, and stops without cutting anybody off.
import { createServer, type Server } from 'node:http'
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
