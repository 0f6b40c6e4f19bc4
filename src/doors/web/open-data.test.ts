// Open data as programs meet them: through the door. Every described path is walked, every answer held against its schema, and the
// figures against what the pages show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findWhole, listForPrograms } from '#areas/evidence/open-data/read.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import type { SeriesBlock } from '#kernel/observation.ts'
import { comparePeriods } from '#kernel/period.ts'
import { findCheckout } from '#store/checkout.ts'
import { testStore } from '#test/database.ts'
import { read as readFile } from '#test/fixtures/sources/reading.ts'
import { starter } from '#test/starter.ts'
import { getCompared } from '#areas/evidence/comparisons/read.ts'
import { sayCell } from '#areas/evidence/indicators/views/wording.ts'
import { toPublished } from '#areas/evidence/indicators/rules/series-files.ts'
import type { IndicatorInput } from '#areas/evidence/indicators/rules/entry.ts'
import { defineIndicator } from '#areas/evidence/indicators/write.ts'
import type { AccountId, Who } from '#kernel/who.ts'
import { makeApp } from './app.ts'
import { allPages } from './pages.ts'
import { makeProgramLimits } from './programs.ts'
import { schemaFaults } from './test-schema.ts'
import { testFrame, testSecret } from './test-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
type Answer = any
const store = await testStore({ seed: starter })
const checkout = findCheckout()
const home = parseHomeRegion(readFileSync(join(checkout, 'packs/BG344/region.json'), 'utf8'))
const now = new Date('2026-11-25T08:00:00Z')
let clock = now
const analyst: Who = { role: 'analyst', account: '0197a000-0000-7000-8000-000000000001' as AccountId, name: 'Анна', duties: new Set() }
const both = (text: string) => ({ bg: text, en: text })
const input = (key: string): IndicatorInput => ({
  key, domain: 'people', direction: 'more', level: 'nuts3', name: both(key), shortName: both(key), definition: both(key), unit: { id: 'persons', label: both('души'), scale: 1, currency: null, percent: false },
  decimals: 0, from: { kind: 'sum', of: ['ctx.births', 'ctx.deaths'] }, caveats: [], headline: null, why: 'проба',
})
const wide = { holds: 100_000, perMinute: 100_000 }
const made = (how: Partial<Parameters<typeof makeApp>[0]> = {}) => makeApp({
  store, pages: allPages({ desk: {} as never, home, email: null }), frame: testFrame, secret: testSecret, clock: () => clock,
  limits: makeProgramLimits({ programs: wide, feeds: wide }), site: { url: 'https://lipova.example', proxies: [], email: null }, ...how,
})
const app = made()
const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => Promise.resolve(app.request(path, { headers }))
const json = async (path: string): Promise<Answer> => { const response = await get(path); expect([path, response.status]).toEqual([path, 200]); return response.json() }

describe('the description', () => {
  test('is OpenAPI 3.1: every path once, every parameter described, every reference leading somewhere', async () => {
    const document = await json('/api/openapi.json')
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(document.servers).toEqual([{ url: 'https://lipova.example' }])
    const operations = Object.entries(document.paths as Record<string, { get: { operationId: string; parameters: { name: string; in: string; required: boolean; schema: object }[]; responses: Record<string, { description: string }> } }>)
    expect(new Set(operations.map(([, { get: one }]) => one.operationId)).size).toBe(operations.length)
    for (const [path, { get: one }] of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      expect(one.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)).toEqual(inPath)
      expect(one.parameters.every((parameter) => parameter.required === (parameter.in === 'path') && Object.keys(parameter.schema).length > 0)).toBe(true)
      expect(Object.values(one.responses).every((response) => response.description !== '')).toBe(true)
    }
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) expect(document.components.schemas).toHaveProperty(name as string)
  })
  test('tells the truth: every path answers, with every example, as its schema says', async () => {
    const document = await json('/api/openapi.json')
    const faults: string[] = []
    let asked = 0
    for (const [path, { get: one }] of Object.entries<Answer>(document.paths)) {
      const filled = path.replace(/\{key\}/g, 'ent.stock')
      const optional = one.parameters.filter((parameter: { in: string }) => parameter.in === 'query')
      const queries = ['', ...optional.flatMap((parameter: Answer) => {
        const value = parameter.example ?? parameter.schema.enum?.[0] ?? parameter.schema.default
        return value === undefined ? [] : [`?${parameter.name}=${encodeURIComponent(String(value))}`]
      })]
      for (const query of queries) {
        const response = await get(filled + query)
        asked++
        const [mediaType, described] = Object.entries<Answer>(one.responses[200].content)[0] as [string, Answer]
        if (response.status !== 200 || response.headers.get('content-type')?.split(';')[0] !== mediaType) { faults.push(`${filled}${query}: ${response.status} ${response.headers.get('content-type')}`); continue }
        if (/json/.test(mediaType)) faults.push(...schemaFaults(await response.json(), described.schema).slice(0, 3).map((fault) => `${filled}${query}: ${fault}`))
      }
    }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(25)
  })
  test('a field that is not described would be found', () => {
    expect(schemaFaults({ a: 1, b: 'x' }, { type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'c'], additionalProperties: false })).toEqual(['a is no string', 'c is missing', 'b is not described'])
  })
})

describe('what a program may read is what a page shows', () => {
  test('figure, flag and reason of every indicator are those of the page’s table', async () => {
    const indicators = await store.reading((reader) => listForPrograms(reader, { now }))
    expect(indicators.length).toBeGreaterThan(60)
    const regions = [...home.municipalities, 'BG344', 'BG341', 'BG34', 'BG', 'EU27_2020']
    let compared = 0
    const wrong: string[] = []
    for (const { key } of indicators) {
      const shown = (await store.reading((reader) => getCompared(reader, { indicators: [key], regions, period: null, now }))).indicators[0]
      if (!shown || shown.period === null) continue
      const answer = await json(`/api/indicators/${key}/observations?region=${regions.join(',')}&from=${shown.period}&to=${shown.period}&limit=10000`)
      for (const cell of shown.cells) {
        if (cell.of.code !== cell.region.code) continue
        const found = answer.items.find((item: { region: string; period: string }) => item.region === cell.region.code && item.period === shown.period) ?? { value: null, flags: '', missing: 'notServed' }
        const page = sayCell(shown.indicator, cell.cell, 'bg')
        const program = sayCell(shown.indicator, { value: found.value, flags: found.flags, missing: found.missing }, 'bg')
        compared++
        if (page !== program || (found.missing !== null && found.value !== null) || found.flags !== cell.cell.flags || found.missing !== cell.cell.missing) wrong.push(`${key} ${cell.region.code}: ${page} / ${program}`)
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(300)
  })
  test('a confidential value stays so in every form', async () => {
    const found = await store.reading(async (reader) => {
      for (const { key } of await listForPrograms(reader, { now })) {
        const whole = await findWhole(reader, { key })
        for (const series of whole?.series ?? []) { const at = series.missing.indexOf('confidential'); if (at >= 0) return { key, region: series.region, period: series.periods[at] as string } }
      }
      return undefined
    })
    expect(found).toBeDefined()
    const { key, region, period } = found as { key: string; region: string; period: string }
    const answer = await json(`/api/indicators/${key}/observations?region=${region}&from=${period}&to=${period}`)
    expect(answer.items).toMatchObject([{ value: null, missing: 'confidential' }])
    const line = (await (await get(`/api/indicators/${key}/data.csv?region=${region}`)).text()).split('\r\n').find((one) => one.includes(`,${period},`))
    expect(line).toContain(`,${period},,`)
    const stat = await json(`/api/indicators/${key}/json-stat?region=${region}`)
    const at = stat.dimension.time.category.index.indexOf(period)
    expect([stat.value[at], stat.extension.missing.confidential.includes(at)]).toEqual([undefined, true])
  })
  test('JSON-stat is read back by our own reader as it was, reasons and flags included', async () => {
    for (const key of ['ent.stock', 'ctx.births.rate', 'ctx.fdi', 'ctx.unemp']) {
      const whole = await store.reading((reader) => findWhole(reader, { key }))
      if (whole === undefined) continue
      const { blocks } = await readFile(await (await get(`/api/indicators/${key}/json-stat`)).text())
      const byRegion = new Map(blocks.map((block: SeriesBlock) => [block.key.geo, block]))
      for (const series of whole.series) {
        const block = byRegion.get(series.region) as SeriesBlock
        const read = Object.fromEntries(block.periods.map((period, at) => [period, [block.missing[at] === null ? block.values[at] : null, block.flags[at], block.missing[at]]]))
        const was = Object.fromEntries(series.periods.map((period, at) => [period, [series.missing[at] === null ? toPublished(series.values[at] as number, whole.indicator.decimals) : null, series.flags[at], series.missing[at]]]))
        for (const period of block.periods) if (was[period] === undefined) was[period] = [null, '', 'notServed']
        expect([series.region, read]).toEqual([series.region, was])
      }
      expect(blocks.length).toBe(whole.series.length)
    }
  })
})

describe('lists', () => {
  const walk = async (path: string): Promise<Answer[]> => {
    const all: Answer[] = []
    for (let next: string | null = path; next !== null;) { const page: { items: Answer[]; next: string | null } = await json(next); all.push(...page.items); next = page.next }
    return all
  }
  test.each(['/api/indicators?limit=7', '/api/regions?level=nuts3&limit=500', '/api/datasets?limit=3', '/api/vintages?limit=4'])('%s gives every line once', async (path) => {
    const all = await walk(path)
    const names = all.map((line) => line.key ?? line.code ?? line.number)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBe((await json(path)).total)
  })
  test('values come by region and period, each once, page by page as in one', async () => {
    const parts = await walk('/api/indicators/ent.stock/observations?level=nuts3&limit=777')
    const whole = (await json('/api/indicators/ent.stock/observations?level=nuts3&limit=10000')).items
    expect(parts).toEqual(whole)
    expect(parts.length).toBeGreaterThan(777)
    const order = whole.map((one: Answer, at: number) => at === 0 || one.region > whole[at - 1].region || (one.region === whole[at - 1].region && comparePeriods(one.period, whole[at - 1].period) > 0))
    expect(order.every(Boolean)).toBe(true)
  })
  test('a line that comes in meanwhile neither repeats nor hides another', async () => {
    const first = await json('/api/indicators?limit=5')
    const before: string[] = first.items.map((line: Answer) => line.key)
    const all = (await walk('/api/indicators')).map((line) => line.key)
    for (const key of ['aaa.before', 'zzz.after']) await store.writing((writer) => defineIndicator({ writer, who: analyst, language: 'bg', now }, input(key)))
    const rest: string[] = (await walk(first.next)).map((line) => line.key)
    expect([...before, ...rest]).toEqual([...all, 'zzz.after'])
  })
  test('a wrong cursor, an unknown region, an unknown indicator and an unknown address are each said in words, as problem+json', async () => {
    const problems = await Promise.all(['/api/indicators?cursor=abcdefghijkl', '/api/indicators/ent.stock/observations?region=XX9', '/api/indicators/no.such', '/api/nothing', '/api/indicators?nonsense=1'].map(async (path) => {
      const response = await get(path, { 'accept-language': 'en' })
      const problem = await response.json() as { status: number; detail: string; title: string }
      return [response.status, response.headers.get('content-type'), problem.status === response.status, problem.detail.length > 30 && problem.title.length > 3]
    }))
    expect(problems).toEqual([400, 400, 404, 404, 400].map((status) => [status, 'application/problem+json', true, true]))
    const said = async (path: string) => ((await (await get(path)).json()) as { detail: string }).detail
    expect(await said('/api/indicators?nonsense=1')).toContain('не е познат')
    expect(await said('/api/indicators/no.such')).toContain('„no.such“')
    expect(await said('/api/indicators/ent.stock/json-stat?language=en&region=XX9')).toContain('no regions with these codes: XX9')
  })
})

describe('the door for programs', () => {
  test('an unchanged answer is a short 304, known by its content and not by the moment', async () => {
    const first = await get('/api/indicators/ent.stock')
    const tag = first.headers.get('etag') as string
    const again = await get('/api/indicators/ent.stock', { 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text(), again.headers.get('access-control-allow-origin')]).toEqual([304, '', '*'])
    const pulse = await store.pulse()
    await store.writing(async () => {})
    expect(await store.pulse()).not.toBe(pulse)
    expect((await get('/api/indicators/ent.stock', { 'if-none-match': tag })).status).toBe(304)
    const elsewhere = await made().request('/api/indicators/ent.stock', { headers: { 'if-none-match': tag } })
    expect(elsewhere.status).toBe(304)
    expect((await get('/api/indicators/ent.stock', { 'if-none-match': '"other"' })).status).toBe(200)
  })
  test('a script of another site may read, and may ask whether', async () => {
    expect((await get('/api/indicators')).headers.get('access-control-allow-origin')).toBe('*')
    const asked = await app.request('/api/indicators', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' } })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect((await get('/bg/open-data')).headers.get('access-control-allow-origin')).toBeNull()
  })
  test('a feed reader that asks every second is answered with 304, then slowed, and let in again when it waits as it was told', async () => {
    const slowed = made({ limits: makeProgramLimits({ programs: wide, feeds: { holds: 60, perMinute: 20 } }) })
    const ask = (tag: string | null, from: string) => slowed.request('/api/changes.atom?language=bg', { headers: { 'x-test-address': from, ...(tag === null ? {} : { 'if-none-match': tag }) } })
    const first = await ask(null, '192.0.2.1')
    const tag = first.headers.get('etag')
    const seen: number[] = []
    for (let second = 1; second <= 180; second++) {
      clock = new Date(now.getTime() + second * 1000)
      const response = await ask(tag, '192.0.2.1')
      seen.push(response.status)
    }
    expect(seen.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 304))
    expect(seen.slice(-60).filter((status) => status === 429).length).toBeGreaterThanOrEqual(39)
    const refused = [await ask(tag, '192.0.2.1'), await ask(tag, '192.0.2.1')].find((response) => response.status === 429)
    const wait = Number(refused?.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    clock = new Date(clock.getTime() + wait * 1000)
    expect((await ask(tag, '192.0.2.1')).status).toBe(304)
    expect((await ask(null, '192.0.2.2')).status).toBe(200)
    clock = now
  })
})

describe('the feed', () => {
  test('is well-formed Atom with what RFC 4287 asks of feed and entry', async () => {
    for (const language of ['bg', 'en']) {
      const response = await get(`/api/changes.atom?language=${language}`)
      const text = await response.text()
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      const entries = text.split('<entry>').slice(1)
      const head = text.split('<entry>')[0] as string
      for (const needed of ['<id>urn:uuid:', '<title>', '<updated>', '<author><name>', `rel="self" type="application/atom+xml" href="https://lipova.example/api/changes.atom?language=${language}"`]) expect(head).toContain(needed)
      expect(entries.length).toBeGreaterThan(5)
      for (const entry of entries) for (const needed of ['<id>urn:uuid:', '<title>', '<updated>2', '<link rel="alternate"', '<summary>']) expect(entry).toContain(needed)
      expect(new Set(text.match(/<id>[^<]+/g)).size).toBe(entries.length + 1)
      expect(text.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&')
      expect((text.match(/<(\w+)[ >]/g) ?? []).length).toBe((text.match(/<\/\w+>|\/>/g) ?? []).length)
    }
  })
  test('of one indicator holds only its datasets; an unknown one is not found', async () => {
    const all = (await (await get('/api/changes.atom?language=en')).text()).split('<entry>').length
    const one = (await (await get('/api/changes.atom?language=en&indicator=ent.stock')).text()).split('<entry>').length
    expect(one).toBeGreaterThan(1)
    expect(one).toBeLessThan(all)
    expect((await get('/api/changes.atom?indicator=no.such')).status).toBe(404)
  })
  test('names a vintage by the date of its source, not by the day on which this portal took it in', async () => {
    const titles = [...(await (await get('/api/changes.atom?language=bg&indicator=ent.stock')).text()).matchAll(/<entry>[\s\S]*?<title>([^<]*)<\/title>/g)].map(([, title]) => title)
    expect(titles.join()).toMatch(/: издание от януари 2024 г\./)
  })
  test('a program is told how many decimals the page shows, and names instead of codes; a span that ends before it begins is refused', async () => {
    const births = await (await get('/api/indicators/ctx.births/json-stat?language=bg')).json() as { source: string; dimension: { indicator: { category: { unit: Record<string, { decimals: number }> } }; geo: { label: string } } }
    expect(births.dimension.indicator.category.unit['ctx.births']?.decimals).toBe(0)
    expect([births.source.split(',')[0], births.dimension.geo.label]).toEqual(['НСИ', 'Територия'])
    expect((await get('/api/indicators/ctx.births/observations?from=2030&to=2000')).status).toBe(400)
  })
  test('is found from the pages', async () => {
    expect(await (await get('/bg/open-data')).text()).toContain('<link rel="alternate" type="application/atom+xml"')
    expect(await (await get('/en/evidence/indicators/ent.stock')).text()).toContain('href="/api/changes.atom?language=en&amp;indicator=ent.stock"')
  })
})

describe('the catalogue', () => {
  test('has the mandatory properties of DCAT-AP 3 for catalogue, dataset, distribution, service and agent', async () => {
    const graph: Answer[] = (await json('/api/catalogue.jsonld'))['@graph']
    const need: Readonly<Record<string, readonly string[]>> = {
      'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher'], 'dcat:Dataset': ['dct:title', 'dct:description'], 'dcat:Distribution': ['dcat:accessURL'],
      'dcat:DataService': ['dct:title', 'dcat:endpointURL'], 'foaf:Agent': ['foaf:name'],
    }
    const nodes: Answer[] = []
    const walk = (value: Answer): void => {
      if (Array.isArray(value)) { for (const one of value) walk(one); return }
      if (typeof value !== 'object' || value === null) return
      if (value['@type'] !== undefined && value['@value'] === undefined) nodes.push(value)
      for (const inner of Object.values(value)) walk(inner)
    }
    walk(graph)
    for (const [type, names] of Object.entries(need)) {
      const of = nodes.filter((node) => node['@type'] === type)
      expect([type, of.length > 0]).toEqual([type, true])
      for (const node of of) for (const name of names) expect([node['@id'], name, node[name] !== undefined]).toEqual([node['@id'], name, true])
    }
    const ids = new Set(nodes.map((node) => node['@id']).filter(Boolean))
    for (const dataset of graph.find((node) => node['@type'] === 'dcat:Catalog')['dcat:dataset']) expect(ids).toContain(dataset['@id'])
    for (const node of nodes.filter((one) => one['@type'] === 'dcat:Distribution').slice(0, 9)) expect((await get(node['dcat:accessURL']['@id'].replace('https://lipova.example', ''))).status).toBe(200)
  })
  test('says the same in Turtle', async () => {
    const turtle = await (await get('/api/catalogue.ttl')).text()
    const graph: Answer[] = (await json('/api/catalogue.jsonld'))['@graph']
    for (const node of graph) expect(turtle).toContain(`<${node['@id']}> a ${node['@type']} ;`)
    expect((turtle.match(/ a dcat:Distribution /g) ?? []).length).toBe(graph.filter((node) => node['@type'] === 'dcat:Dataset').length * 3)
    expect(turtle).not.toMatch(/<[^>]*\s[^>]*>/)
  })
})
