// The harness must itself be able to fail: a small server with a good page and one bad page per kind of fault.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { openPage, withPage } from '#test/browser/browser.ts'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="bg"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Проба</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Проба</h1>${body}</main></body></html>`
const pages: Readonly<Record<string, string>> = {
  '/bg/good': pageOf('<p id="said">Без скрипт</p>', '<script type="module" src="/good.js"></script>'),
  '/bg/inline-script': pageOf('<p>x</p>', '<script>document.title = "changed"</script>'),
  '/bg/inline-style': pageOf('<p style="color:red">x</p>'),
  '/bg/script-error': pageOf('<p>x</p>', '<script type="module" src="/bad.js"></script>'),
  '/bg/no-label': pageOf('<form><input name="a"></form>'),
  '/bg/wide': pageOf('<table><tr><td>много дълга дума</td></tr></table>', '<link rel="stylesheet" href="/wide.css">'),
  '/bg/elsewhere': pageOf('<img alt="x" src="https://example.org/a.png">'),
  '/bg/missing-part': pageOf('<p>x</p>', '<link rel="stylesheet" href="/nowhere.css">'),
}
const app = new Hono()
  .use(async (context, next) => { await next(); context.header('Content-Security-Policy', policy) })
  .get('/good.js', (context) => context.body('document.querySelector("#said").textContent = "Със скрипт"', 200, { 'content-type': 'text/javascript' }))
  .get('/bad.js', (context) => context.body('throw new Error("oops")', 200, { 'content-type': 'text/javascript' }))
  .get('/wide.css', (context) => context.body('td { min-width: 600px; display: block }', 200, { 'content-type': 'text/css' }))
  .get('*', (context) => { const html = pages[context.req.path]; return html ? context.html(html) : context.html(pageOf('<p>Няма</p>'), 404) })
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
const address = await new Promise<string>((resume) => { server.once('listening', () => resume(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)) })
afterAll(() => { server.close() })

const faultsOf = async (path: string, width = 1280): Promise<string> => {
  const opened = await openPage({ path, width, address })
  try {
    return (await opened.faults()).join('\n')
  } finally {
    await opened.context.close()
  }
}

describe('a good page', () => {
  test('passes at every width', async () => {
    for (const width of [1280, 390, 320]) await withPage({ path: '/good', language: 'bg', width, address })
  })
  test('is improved by its script, and whole without it', async () => {
    await withPage({ path: '/bg/good', address }, async ({ page }) => { expect(await page.textContent('#said')).toBe('Със скрипт') })
    await withPage({ path: '/bg/good', scripts: 'off', address }, async ({ page }) => { expect(await page.textContent('#said')).toBe('Без скрипт') })
  })
  test('an error page that was asked for is no fault', async () => {
    await withPage({ path: '/bg/nowhere', address })
  })
})

test.each([
  ['/bg/inline-script', 'Content Security Policy'],
  ['/bg/inline-style', 'Content Security Policy'],
  ['/bg/script-error', 'script error: oops'],
  ['/bg/no-label', 'axe label'],
  ['/bg/elsewhere', 'asks elsewhere: https://example.org/a.png'],
  ['/bg/missing-part', 'Failed to load resource'],
])('%s is found out: %s', async (path, sentence) => {
  expect(await faultsOf(path)).toContain(sentence)
})

test('a page wider than a phone is found out, and passes on a desk', async () => {
  expect(await faultsOf('/bg/wide', 390)).toContain('scrolls sideways')
  expect(await faultsOf('/bg/wide')).toBe('')
})
