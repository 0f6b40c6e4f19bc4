// A server on this machine that answers as the statistical sources do, with their ways to fail. No test asks the real ones.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export type Behaviour =
  | 'plain' /** prepared after this many looks */ | { readonly later: number } | 'expires' | 'tooBig' | 'asynchronousWarning' | 'webPage' | 'webPage503' | 'nothing'
  | 'unknownDimension' | /** 429 with Retry-After, then well */ { readonly busy: number } | 'breaksOff' | 'slow'
export type FakeDataset = { data: string; changed?: string; behaves?: Behaviour; codelists?: Uint8Array }
export type FakeSource = {
  readonly host: string
  readonly requests: string[]
  readonly datasets: Map<string, FakeDataset>
  readonly addressOf: (code: string) => string
  /** of the institute: by number */
  readonly instituteAddressOf: (id: string) => string
  inventory: 'there' | 'webPage' | 'gone'
  readonly close: () => void
}
const xml = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header/><env:Body>${inside}</env:Body></env:Envelope>`
const ticket = (code: string, status: string): string => xml(`<ns0:syncResponse xmlns:ns0="http://estat.ec.europa.eu/disschain/soap/extraction"><queued><id>0a1b2c3d-${code.replace(/\W/g, '')}</id><status>${status}</status></queued></ns0:syncResponse>`)
const page = '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body>Please come back later.</body></html>'

export const startFakeSource = async (): Promise<FakeSource> => {
  const looks = new Map<string, number>()
  const count = (name: string): number => { const next = (looks.get(name) ?? 0) + 1; looks.set(name, next); return next }
  const sendXml = (response: ServerResponse, status: number, text: string): ServerResponse => response.writeHead(status, { 'content-type': 'application/xml' }).end(text)
  const sendJson = (response: ServerResponse, status: number, value: unknown): ServerResponse => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  // Packed without saying so, as the dissemination service does.
  const sendData = (response: ServerResponse, { data }: FakeDataset): ServerResponse => response.writeHead(200, { 'content-type': 'text/tab-separated-values' }).end(gzipSync(data))
  const sendPage = (response: ServerResponse, status: number): ServerResponse => response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)

  const answerEurostat = (response: ServerResponse, { code, whole }: { code: string; whole: 'yes' | 'no' }): unknown => {
    const dataset = source.datasets.get(code)
    if (!dataset) return sendJson(response, 404, { error: [{ status: 404, id: 100, label: `ERR_NOT_FOUND_4: ${code}` }] })
    const behaves = dataset.behaves ?? 'plain'
    if (whole === 'yes' || behaves === 'plain') return sendData(response, dataset)
    if (typeof behaves === 'object' && 'busy' in behaves) {
      return count(`busy ${code}`) > behaves.busy ? sendData(response, dataset) : response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/html' }).end(page)
    }
    if (typeof behaves === 'object' || behaves === 'expires') return sendXml(response, 200, ticket(code, 'SUBMITTED'))
    switch (behaves) {
      case 'tooBig': return sendXml(response, 413, xml('<env:Fault><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: The requested extraction is too big</faultstring></env:Fault>'))
      case 'asynchronousWarning': return sendJson(response, 200, { warning: { status: 413, id: 1, label: 'ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously.' } })
      case 'webPage': return sendPage(response, 200)
      case 'webPage503': return sendPage(response, 503)
      case 'nothing': return sendJson(response, 200, { version: '2.0', class: 'dataset', id: ['geo'], size: [0], dimension: {}, value: {} })
      case 'unknownDimension': return sendJson(response, 400, { error: { status: 400, id: 150, label: 'Unknown dimension: indic_sb' } })
      case 'breaksOff': {
        const bytes = gzipSync(dataset.data)
        response.writeHead(200, { 'content-length': String(bytes.length) })
        response.write(bytes.subarray(0, bytes.length >> 1))
        return setTimeout(() => response.destroy(), 20)
      }
      case 'slow': {
        const bytes = gzipSync(dataset.data)
        response.writeHead(200, { 'content-length': String(bytes.length) })
        return response.write(bytes.subarray(0, 10))
      }
    }
  }
  const answerTicket = (response: ServerResponse, { what, id }: { what: string; id: string }): unknown => {
    const [code, dataset] = [...source.datasets].find(([name]) => `0a1b2c3d-${name.replace(/\W/g, '')}` === id) ?? []
    if (!code || !dataset) return sendXml(response, 404, xml('<env:Fault><faultstring>ERR_NOT_FOUND</faultstring></env:Fault>'))
    if (what === 'data') return sendData(response, dataset)
    const behaves = dataset.behaves
    if (behaves === 'expires') return sendXml(response, 200, ticket(code, 'EXPIRED'))
    const needed = typeof behaves === 'object' && 'later' in behaves ? behaves.later : 1
    return sendXml(response, 200, ticket(code, count(`ticket ${code}`) >= needed ? 'AVAILABLE' : 'PROCESSING'))
  }
  const answerInventory = (response: ServerResponse): unknown => {
    if (source.inventory === 'webPage') return sendPage(response, 200)
    if (source.inventory === 'gone') return sendJson(response, 404, { error: { status: 404, id: 100, label: 'ERR_NOT_FOUND_4' } })
    const header = ['Code', 'Type', 'Source dataset', 'Last data change', 'Last structural change', 'Data download url (tsv)', 'Data download url (csv)']
    const lines = [...source.datasets].map(([code, { changed }]) => [code.toUpperCase(), 'DATASET', '', changed ?? '', '', `http://${source.host}/eurostat/whole/${code}.tsv.gz`, ''])
    return response.writeHead(200, { 'content-type': 'text/tab-separated-values' }).end([header, ...lines].map((line) => line.join('\t')).join('\r\n'))
  }
  const answerContents = (response: ServerResponse): unknown => {
    if (source.inventory === 'webPage') return sendPage(response, 200)
    const lines = [...source.datasets].map(([code, { changed = '' }]) => [`"        Title of ${code}"`, `"${code}"`, '"dataset"', `"${changed.slice(8, 10)}.${changed.slice(5, 7)}.${changed.slice(0, 4)}"`, '" "', '"2000"', '"2024"', '"1"'])
    return response.writeHead(200, { 'content-type': 'text/plain' }).end([['"title"', '"code"', '"type"', '"last update of data"', '"last table structure change"', '"data start"', '"data end"', '"values"'], ...lines].map((line) => line.join('\t')).join('\n'))
  }
  const answerInstitute = (response: ServerResponse, { what, id }: { what: string; id: string }): unknown => {
    const dataset = source.datasets.get(`nsi-${id}`)
    // An error of the institute is a page with status 200.
    if (!dataset || dataset.behaves === 'webPage') return sendPage(response, 200)
    if (what === 'getcodelists') return response.writeHead(200, { 'content-type': 'text/csv' }).end(dataset.codelists ?? '')
    return response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': `attachment; filename="data_${id}.csv"` }).end(dataset.data)
  }
  const answer = (request: IncomingMessage, response: ServerResponse): unknown => {
    const url = new URL(request.url ?? '/', 'http://source')
    source.requests.push(url.pathname + url.search)
    const data = /^\/eurostat\/sdmx\/2\.1\/data\/([^/]+)$/.exec(url.pathname)?.[1]
    if (data) return answerEurostat(response, { code: data.toLowerCase(), whole: 'no' })
    const whole = /^\/eurostat\/whole\/(.+)\.tsv\.gz$/.exec(url.pathname)?.[1]
    if (whole) return answerEurostat(response, { code: whole, whole: 'yes' })
    const [, what, id] = /^\/eurostat\/1\.0\/async\/(status|data)\/(.+)$/.exec(url.pathname) ?? []
    if (what && id) return answerTicket(response, { what, id })
    if (url.pathname === '/eurostat/files/inventory') return answerInventory(response)
    if (url.pathname === '/eurostat/catalogue/toc/txt') return answerContents(response)
    const institute = /^\/opendata\/(getopendata|getcodelists|getfields)\.php$/.exec(url.pathname)?.[1]
    if (institute) return answerInstitute(response, { what: institute, id: url.searchParams.get('id') ?? '' })
    return response.writeHead(404).end()
  }
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(Number(process.env.FAKE_SOURCE_PORT ?? 0), '127.0.0.1', ready))
  const source: FakeSource = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests: [], datasets: new Map(), inventory: 'there',
    addressOf: (code) => `http://${source.host}/eurostat/sdmx/2.1/data/${code}?format=TSV&compressed=true`,
    instituteAddressOf: (id) => `http://${source.host}/opendata/getopendata.php?l=bg&id=${id}`,
    close: () => { server.closeAllConnections(); server.close() },
  }
  return source
}
