// /metrics: what it says, to whom, and that nothing a person typed is in it.
import { expect, test } from 'vitest'
import type { Store } from '#store/store.ts'
import { makeApp } from './app.ts'
import { makeMeters } from './meters.ts'
import { testFrame, testSecret } from './test-app.ts'

const store = { pulse: async () => '1', reading: async () => { throw new Error('not asked') }, writing: async () => { throw new Error('not asked') }, files: {} } as unknown as Store
const appWith = (parts: Partial<Parameters<typeof makeApp>[0]> = {}) => makeApp({ store, pages: [], frame: testFrame, secret: testSecret, ...parts })
const near = { 'x-test-address': '127.0.0.1' }

test('requests are counted by route pattern, method and status, with a histogram that ends in their number', () => {
  const meters = makeMeters()
  meters.count({ route: '/evidence/indicators/:key', method: 'GET', status: 200, ms: 3, kept: 'yes' })
  meters.count({ route: '/evidence/indicators/:key', method: 'GET', status: 200, ms: 30_000, kept: 'no' })
  const text = meters.print([{ name: 'posoka_x', type: 'gauge', help: 'x', values: [[{ of: 'a "quoted"\nname' }, 2]] }])
  expect(text).toContain('posoka_requests_total{route="/evidence/indicators/:key",method="GET",status="200"} 2\n')
  expect(text).toContain('posoka_pages_kept_total 1\n')
  expect(text).toContain('posoka_x{of="a \\"quoted\\"\\nname"} 2\n')
  expect(text).toContain('posoka_request_seconds_bucket{le="0.0025"} 0\n')
  expect(text).toContain('posoka_request_seconds_bucket{le="0.005"} 1\n')
  expect(text).toContain('posoka_request_seconds_bucket{le="+Inf"} 2\nposoka_request_seconds_count 2\n')
  expect(text.endsWith('# EOF\n')).toBe(true)
})
test('a program of this machine may read the meters, by default nobody else', async () => {
  const app = appWith()
  await app.request('/bg/нещо/maria@lipova.example?token=abc')
  const answer = await app.request('/metrics', { headers: near })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/openmetrics-text; version=1.0.0; charset=utf-8'])
  const text = await answer.text()
  expect(text).toContain('posoka_requests_total{route="none",method="GET",status="404"} 1')
  expect(text).not.toMatch(/maria|lipova|token|abc/)
})
test.each([
  ['another machine', { 'x-test-address': '192.0.2.7' }],
  ['somebody behind a proxy of this machine', { ...near, 'x-forwarded-for': '192.0.2.7' }],
  ['somebody who asks for the public address', { ...near, host: 'posoka.example.bg' }],
])('%s finds no meters', async (_, headers) => {
  const app = appWith({ site: { url: 'https://posoka.example.bg', proxies: [], email: null } })
  expect((await app.request('/metrics', { headers })).status).toBe(404)
})
test('the operator may open the meters or close them', async () => {
  expect((await appWith({ metricsFor: 'open' }).request('/metrics', { headers: { 'x-test-address': '192.0.2.7' } })).status).toBe(200)
  expect((await appWith({ metricsFor: 'off' }).request('/metrics', { headers: near })).status).toBe(404)
})
test('a server that was told to stop says so to whoever asks after its health', async () => {
  expect((await appWith().request('/healthz')).status).toBe(200)
  expect((await appWith({ isDraining: () => true }).request('/healthz')).status).toBe(503)
})
