// Asks one page over and over on plain sockets: as fast as the answers come, or on a schedule. Written by hand because the
// asking must cost less than the answering, and because on a schedule no answer may hold back the next question.
import { connect, type Socket } from 'node:net'

export type Ask = { readonly address: string; readonly path: string; readonly connections: number; readonly seconds: number; readonly headers: Readonly<Record<string, string>>; /** of the body, checked at every answer */ readonly bytes: number }

const endOfHead = Buffer.from('\r\n\r\n')

/** One connection that is kept alive; one question at a time. */
class Caller {
  private readonly socket: Socket
  private readonly question: Buffer
  private readonly expected: number
  private head: Buffer = Buffer.alloc(0)
  private left = -1
  private answered: () => void = () => {}
  private broken: (problem: Error) => void = () => {}

  private constructor(socket: Socket, ask: Ask) {
    this.socket = socket
    this.expected = ask.bytes
    const lines = [`GET ${ask.path} HTTP/1.1`, `Host: ${new URL(ask.address).host}`, 'Accept: text/html', ...Object.entries(ask.headers).map(([name, value]) => `${name}: ${value}`)]
    this.question = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
    socket.on('data', (chunk: Buffer) => this.take(chunk))
    socket.on('error', (problem) => this.broken(problem))
    socket.on('close', () => this.broken(new Error('the server closed the connection')))
  }
  static open(ask: Ask): Promise<Caller> {
    const { hostname, port } = new URL(ask.address)
    return new Promise((done, fail) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      socket.once('error', fail)
      socket.once('connect', () => done(new Caller(socket, ask)))
    })
  }
  ask(): Promise<void> {
    this.socket.write(this.question)
    return new Promise((done, fail) => { this.answered = done; this.broken = fail })
  }
  close(): void {
    this.broken = () => {}
    this.socket.destroy()
  }
  private take(chunk: Buffer): void {
    if (this.left < 0) {
      this.head = this.head.length === 0 ? chunk : Buffer.concat([this.head, chunk])
      const end = this.head.indexOf(endOfHead)
      if (end < 0) return
      const text = this.head.toString('latin1', 0, end)
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1])
      if (!text.startsWith('HTTP/1.1 200') || length !== this.expected) {
        this.broken(new Error(`expected 200 with ${this.expected} bytes, got: ${text.slice(0, 200)}`))
        return
      }
      this.left = length - (this.head.length - end - endOfHead.length)
    } else this.left -= chunk.length
    if (this.left > 0) return
    this.left = -1
    this.head = Buffer.alloc(0)
    this.answered()
  }
}
const withCallers = async <T>(ask: Ask, use: (callers: readonly Caller[]) => Promise<T>): Promise<T> => {
  const callers = await Promise.all(Array.from({ length: ask.connections }, () => Caller.open(ask)))
  try {
    return await use(callers)
  } finally {
    for (const caller of callers) caller.close()
  }
}

/** Answers per second when every connection asks again as soon as it is answered. */
export const countPerSecond = (ask: Ask): Promise<number> => withCallers(ask, async (callers) => {
  const began = performance.now()
  const end = began + ask.seconds * 1000
  let answers = 0
  await Promise.all(callers.map(async (caller) => {
    while (performance.now() < end) {
      await caller.ask()
      answers += 1
    }
  }))
  return answers / ((performance.now() - began) / 1000)
})

/** Milliseconds of every answer when questions come at a fixed rate, whether or not earlier ones are answered. One that found
 *  no free connection counts from when it was due. */
export const timeAnswers = (ask: Ask & { readonly perSecond: number }): Promise<readonly number[]> => withCallers(ask, (callers) => new Promise((done, fail) => {
  const free = [...callers]
  const waiting: number[] = []
  const taken: number[] = []
  const all = Math.floor(ask.perSecond * ask.seconds)
  const began = performance.now()
  let sent = 0
  const send = (caller: Caller, due: number): void => {
    caller.ask().then(() => {
      taken.push(performance.now() - due)
      const next = waiting.shift()
      if (next === undefined) free.push(caller)
      else send(caller, next)
      if (taken.length === all) {
        clearInterval(timer)
        done(taken)
      }
    }, fail)
  }
  const timer = setInterval(() => {
    const now = performance.now()
    for (; sent < all && began + (sent * 1000) / ask.perSecond <= now; sent++) {
      const caller = free.shift()
      if (caller === undefined) waiting.push(now)
      else send(caller, now)
    }
  }, 1)
}))
