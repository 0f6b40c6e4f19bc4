// Against servers of our own on this machine, which the fetcher is told to allow; nothing leaves it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createRawServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { FetchAsk, FetchedFile, Fetcher, FetcherSettings } from './fetch-file.ts'
import { openFetcher } from './fetch-file.ts'

const closers: (() => void)[] = []
afterEach(() => { for (const close of closers.splice(0)) close() })

type Server = { readonly host: string; readonly port: number; readonly requests: IncomingMessage[] }
const serve = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> => {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => { requests.push(request); answer(request, response) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closers.push(() => { server.closeAllConnections(); server.close() })
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, port, requests }
}
const quick = { gapMs: 0, pauseMs: 60_000, longestPauseMs: 60_000, patienceMs: 0 }
const fetcherOf = (settings: Partial<FetcherSettings> & { readonly allow: readonly string[] }): Fetcher =>
  openFetcher({ client: 'Posoka/test (+https://region.example; mail@region.example)', pace: quick, ...settings })
const body = async (file: FetchedFile): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
const whole = async (fetcher: Fetcher, ask: FetchAsk): Promise<string> => body(await fetcher.fetchFile(ask))

describe('a file', () => {
  test('comes as a stream, with what the source says of it; the client names itself', async () => {
    const { host, requests } = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'text/csv', 'content-disposition': 'attachment; filename="../../data_629.csv"', 'last-modified': 'Tue, 03 Feb 2026 10:00:00 GMT', etag: '"x"',
      })
      response.end('hello')
    })
    const file = await fetcherOf({ allow: [host] }).fetchFile({ address: ` http://${host}/a?b=c ` })
    expect(file).toMatchObject({ address: `http://${host}/a?b=c`, mediaType: 'text/csv', fileName: 'data_629.csv', lastModified: 'Tue, 03 Feb 2026 10:00:00 GMT', etag: '"x"' })
    expect(await body(file)).toBe('hello')
    expect(requests[0]?.headers['user-agent']).toContain('mail@region.example')
  })
  test('a client without a contact address is not opened', () => {
    expect(() => openFetcher({ client: 'Posoka' })).toThrow('contact')
  })
})

describe('what is not fetched', () => {
  test.each([
    'http://127.0.0.1/', 'http://localhost/', 'http://10.0.0.1/', 'http://192.168.0.1/', 'http://169.254.169.254/latest/meta-data', 'http://[::1]/',
    'http://[::ffff:127.0.0.1]/', 'http://0x7f000001/', 'http://2130706433/', 'http://127.1/', 'http://0.0.0.0/', 'https://[fd00::1]/',
  ])('the private address %s', async (address) => {
    await expect(fetcherOf({ allow: [] }).fetchFile({ address })).rejects.toMatchObject({ code: 'private' })
  })
  test.each(['ftp://example.org/', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:1', 'http://user:secret@example.org/', 'http://', 'nonsense', ''])('the address "%s"', async (address) => {
    await expect(fetcherOf({ allow: [] }).fetchFile({ address })).rejects.toMatchObject({ code: 'address' })
  })
  test('a name that leads into a private network, also with a public address beside it', async () => {
    for (const addresses of [['192.168.1.1'], ['8.8.8.8', '127.0.0.1'], ['::1'], ['2a00:1450:4001::1', 'fe80::1']]) {
      const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      await expect(fetcherOf({ allow: [], resolve }).fetchFile({ address: 'http://files.example/' })).rejects.toMatchObject({ code: 'private' })
    }
  })
  test('a name is resolved once, and the connection goes to what was checked', async () => {
    const { port } = await serve((_, response) => response.end('checked'))
    const answers = ['127.0.0.1', '10.0.0.1']
    const resolve = async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }]
    expect(await whole(fetcherOf({ allow: [`files.example:${port}`], resolve }), { address: `http://files.example:${port}/` })).toBe('checked')
    expect(answers).toEqual(['10.0.0.1'])
  })
  test('another port of an allowed host', async () => {
    const inner = await serve((_, response) => response.end('secret'))
    const { host } = await serve((_, response) => response.end())
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${inner.host}/` })).rejects.toMatchObject({ code: 'private' })
    expect(inner.requests).toHaveLength(0)
  })
})

describe('redirects', () => {
  test('are followed', async () => {
    const { host } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
      else response.end('moved')
    })
    const file = await fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/old` })
    expect(file.address).toBe(`http://${host}/new`)
    expect(await body(file)).toBe('moved')
  })
  test('to a private address are refused, and nothing is asked there', async () => {
    const inner = await serve((_, response) => response.end('secret'))
    for (const location of [`http://${inner.host}/`, `//localhost:${inner.port}/`, 'http://169.254.169.254/']) {
      const { host } = await serve((_, response) => response.writeHead(302, { location }).end())
      await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'private' })
    }
    expect(inner.requests).toHaveLength(0)
  })
  test('to another kind of address are refused', async () => {
    const { host } = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'address' })
  })
  test('that never end are cut off', async () => {
    const { host, requests } = await serve((request, response) => response.writeHead(302, { location: `${request.url}x` }).end())
    await expect(fetcherOf({ allow: [host], limits: { redirects: 3 } }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'redirects' })
    expect(requests).toHaveLength(4)
  })
})

describe('limits', () => {
  const endless = (response: ServerResponse): void => {
    const chunk = Buffer.alloc(64 * 1024)
    const write = (): void => { while (response.write(chunk)); }
    response.on('drain', write)
    write()
  }
  test('an answer that never ends is stopped at the size', async () => {
    const { host, requests } = await serve((_, response) => endless(response))
    await expect(whole(fetcherOf({ allow: [host], limits: { bytes: 1_000_000 } }), { address: `http://${host}/` })).rejects.toMatchObject({ code: 'tooLarge' })
    await expect.poll(() => requests[0]?.socket.destroyed).toBe(true)
  })
  test('a file announced as too large is not begun', async () => {
    const { host } = await serve((_, response) => { response.writeHead(200, { 'content-length': '5000000' }); response.write('x') })
    await expect(fetcherOf({ allow: [host], limits: { bytes: 1_000_000 } }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'tooLarge' })
  })
  test('an answer that drips is stopped at the total time', async () => {
    const { host } = await serve((_, response) => { const drip = setInterval(() => response.write('x'), 5); response.on('close', () => clearInterval(drip)) })
    await expect(whole(fetcherOf({ allow: [host], limits: { totalMs: 200 } }), { address: `http://${host}/` })).rejects.toMatchObject({ code: 'tooSlow' })
  })
  test('silence is stopped, before the answer and within it', async () => {
    const mute = await serve(() => { /* says nothing */ })
    await expect(fetcherOf({ allow: [mute.host], limits: { idleMs: 100 } }).fetchFile({ address: `http://${mute.host}/` })).rejects.toMatchObject({ code: 'idle' })
    const half = await serve((_, response) => { response.write('half') })
    await expect(whole(fetcherOf({ allow: [half.host], limits: { idleMs: 100 } }), { address: `http://${half.host}/` })).rejects.toMatchObject({ code: 'idle' })
  })
  test('a reader may take longer than the source may be silent', async () => {
    const { host } = await serve((_, response) => { response.write('a'); setTimeout(() => response.end('b'), 20) })
    const file = await fetcherOf({ allow: [host], limits: { idleMs: 150 } }).fetchFile({ address: `http://${host}/` })
    let text = ''
    for await (const chunk of file.bytes) { text += Buffer.from(chunk).toString(); await sleep(300) }
    expect(text).toBe('ab')
  })
  test('headers without end are no answer', async () => {
    const server = createRawServer((socket) => {
      socket.on('error', () => { /* the client goes away */ })
      socket.write('HTTP/1.1 200 OK\r\n')
      const more = setInterval(() => socket.write(`x-${'a'.repeat(1000)}: b\r\n`), 1)
      socket.on('close', () => clearInterval(more))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    closers.push(() => server.close())
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'badAnswer' })
  })
})

describe('failures', () => {
  test('a file that breaks off is not taken for a whole one', async () => {
    const announced = await serve((_, response) => { response.writeHead(200, { 'content-length': '100' }); response.write('x'); setTimeout(() => response.destroy(), 20) })
    await expect(whole(fetcherOf({ allow: [announced.host] }), { address: `http://${announced.host}/` })).rejects.toMatchObject({ code: 'cut' })
    const chunked = await serve((_, response) => { response.write('x'); setTimeout(() => response.destroy(), 20) })
    await expect(whole(fetcherOf({ allow: [chunked.host] }), { address: `http://${chunked.host}/` })).rejects.toMatchObject({ code: 'cut' })
  })
  test.each([404, 500, 204, 206, 304])('status %i is no file', async (status) => {
    const { host } = await serve((_, response) => response.writeHead(status).end())
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'status', status })
  })
  test('nobody there, and a name that does not exist', async () => {
    const { host } = await serve((_, response) => response.end())
    closers.splice(0).forEach((close) => { close() })
    await sleep(10)
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'unreachable' })
    const resolve = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }))
    await expect(fetcherOf({ allow: [], resolve }).fetchFile({ address: 'http://nowhere.example/' })).rejects.toMatchObject({ code: 'unreachable' })
  })
  test('a compression that nobody asked for is refused', async () => {
    const { host } = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'))
    await expect(fetcherOf({ allow: [host] }).fetchFile({ address: `http://${host}/` })).rejects.toMatchObject({ code: 'badAnswer' })
  })
  test('after a failure the host gets a pause, a longer one when it asks for it; after a 404 none', async () => {
    let status = 404
    const { host, requests } = await serve((_, response) => response.writeHead(status, { 'retry-after': '30' }).end())
    const fetcher = fetcherOf({ allow: [host], pace: { ...quick, pauseMs: 1_000 } })
    const ask = { address: `http://${host}/` }
    await expect(fetcher.fetchFile(ask)).rejects.toMatchObject({ status: 404 })
    status = 503
    await sleep(5)
    await expect(fetcher.fetchFile(ask)).rejects.toMatchObject({ code: 'pausing' })
    expect(requests).toHaveLength(1)
  })
})

describe('gentleness', () => {
  test('one request at a time per host: the next begins when the file before is read or left', async () => {
    let open = 0
    let most = 0
    const { host } = await serve((_, response) => {
      most = Math.max(most, ++open)
      response.on('close', () => { open -= 1 })
      setTimeout(() => response.end('x'), 15)
    })
    const fetcher = fetcherOf({ allow: [host] })
    await Promise.all(Array.from({ length: 5 }, () => whole(fetcher, { address: `http://${host}/` })))
    expect(most).toBe(1)
    const left = await fetcher.fetchFile({ address: `http://${host}/` })
    for await (const _ of left.bytes) break
    expect(await whole(fetcher, { address: `http://${host}/` })).toBe('x')
  })
  test('a file that nobody reads does not hold the host for ever', async () => {
    const { host } = await serve((_, response) => response.end('x'))
    const fetcher = fetcherOf({ allow: [host], pace: { ...quick, pauseMs: 0 }, limits: { totalMs: 150 } })
    await fetcher.fetchFile({ address: `http://${host}/` })
    expect(await whole(fetcher, { address: `http://${host}/`, limits: { totalMs: 5_000 } })).toBe('x')
  })
  test('a signal stops waiting, asking and reading', async () => {
    const { host, requests } = await serve((request, response) => { if (request.url === '/body') response.write('x') })
    const fetcher = fetcherOf({ allow: [host] })
    const asking = new AbortController()
    const first = fetcher.fetchFile({ address: `http://${host}/`, signal: asking.signal })
    const waiting = new AbortController()
    const second = fetcher.fetchFile({ address: `http://${host}/`, signal: waiting.signal })
    waiting.abort(new Error('stop waiting'))
    await expect(second).rejects.toThrow('stop waiting')
    await expect.poll(() => requests.length).toBe(1)
    asking.abort(new Error('stop asking'))
    await expect(first).rejects.toThrow('stop asking')
    const reading = new AbortController()
    const file = await fetcher.fetchFile({ address: `http://${host}/body`, signal: reading.signal })
    setTimeout(() => reading.abort(new Error('stop reading')), 20)
    await expect(body(file)).rejects.toThrow('stop reading')
  })
})
