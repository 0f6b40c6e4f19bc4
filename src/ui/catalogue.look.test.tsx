// The catalogue in a real browser, without the product around it: what axe finds, widths, keyboard, islands, print, pictures.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#kernel/language.ts'
import { openPage, withPage } from '#test/browser/browser.ts'
import { few } from '#test/matrix.ts'
import { findCatalogueScreen, listCharts } from './catalogue.tsx'
import { exampleChrome } from './chrome.examples.ts'
import { framePage } from './page.tsx'

const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const folder = import.meta.dirname
let server: Server
let address = ''

beforeAll(async () => {
  const built = await build({
    entryPoints: { main: `${folder}/theme/main.css`, reveal: `${folder}/islands/reveal.ts`, filter: `${folder}/islands/filter.ts` },
    bundle: true, minify: true, format: 'esm', write: false, outdir: '/assets', publicPath: '/assets', loader: { '.woff2': 'file' },
  })
  const files = new Map(built.outputFiles.map((file) => [file.path.replaceAll('\\', '/').replace(/^.*\/assets/, '/assets'), file.contents]))
  const kinds: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2' }
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = files.get(path)
    const language = languages.find((each) => path.startsWith(`/${each}/catalogue`))
    const screen = language === undefined ? undefined : findCatalogueScreen({ language, chart: path.split('/')[3] ?? null })
    if (file !== undefined) response.writeHead(200, { 'content-type': kinds[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }).end(file)
    else if (language === undefined || screen === undefined) response.writeHead(404).end()
    else {
      const html = String(framePage({ language, path: path.slice(3), screen, chrome: exampleChrome(language) }))
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp }).end(html)
    }
  })
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server?.close() })

const widths = [1280, 390, 320]
const views = [
  ...widths.map((width) => [width, '/catalogue'] as const),
  ...listCharts().flatMap((chart) => few([390], widths).map((width) => [width, `/catalogue/${chart}`] as const)),
]
describe.each(languages)('the catalogue in %s', (language) => {
  test.each(views)('stands at %i pixels with everything open: %s', async (width, path) => {
    await withPage({ path, language, width, address }, async ({ page, picture }) => {
      await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true })
      if (width > 320) await picture(`test-results/pictures${path.replaceAll('/', '-').replace('-', '/')}-${language}-${width}.png`)
    })
  })
  test('is whole without scripts', async () => {
    await withPage({ path: '/catalogue', language, width: 390, scripts: 'off', address }, async ({ page }) => {
      expect(await page.locator('p-reveal button').count()).toBe(0)
      await page.locator('.p-nav-phone summary').click()
      expect(await page.locator('.p-nav-phone a').first().isVisible()).toBe(true)
    })
  })
})

describe('parts in a browser', () => {
  test('the first step of the keyboard shows the skip link, and it leads to the content', async () => {
    const { page, context } = await openPage({ path: '/catalogue', language: 'bg', address })
    await page.keyboard.press('Tab')
    expect(await page.locator('.ds-skip-link').evaluate((link) => link === document.activeElement && link.getBoundingClientRect().height > 20)).toBe(true)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await context.close()
  })
  test('a password is shown when asked, and is a password again', async () => {
    const { page, context } = await openPage({ path: '/catalogue', language: 'en', address })
    const field = page.locator('#field-example-password')
    await page.getByRole('button', { name: 'Show password' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Hide password' }).click()
    expect(await field.getAttribute('type')).toBe('password')
    await context.close()
  })
  test('a long text is at most 68 letters wide', async () => {
    const { page, context } = await openPage({ path: '/catalogue', language: 'bg', width: 1600, address })
    const letters = await page.evaluate(() => {
      const text = document.createElement('p')
      text.textContent = 'Безработицата в областта намалява по-бавно от средното за страната. '.repeat(8)
      document.querySelector('main')?.append(text)
      const range = document.createRange()
      const node = text.firstChild as Text
      range.setStart(node, 0)
      const top = range.getClientRects()[0]?.top
      let at = 0
      for (; at < node.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        if ((range.getClientRects()[0]?.top ?? 0) > (top ?? 0) + 5) break
      }
      return at
    })
    expect(letters).toBeLessThanOrEqual(70)
    expect(letters).toBeGreaterThan(50)
    await context.close()
  })
  test('paper carries no navigation, and links as addresses', async () => {
    const { page, context } = await openPage({ path: '/catalogue', language: 'bg', width: 800, print: 'yes', address })
    for (const part of ['.p-nav-wide', '.p-nav-phone', '.p-tools', '.ds-breadcrumbs', '.p-pagination']) expect(await page.locator(part).first().isVisible(), part).toBe(false)
    expect(await page.locator('.p-source a[href^="https"]').first().evaluate((link) => getComputedStyle(link, '::after').content)).toContain('https://doi.org')
    expect(await page.locator('.p-print-address').isVisible()).toBe(true)
    await page.screenshot({ path: 'test-results/pictures/catalogue-print.png', fullPage: true })
    await context.close()
  })
  test('islands together weigh at most 10 KB compressed', async () => {
    const { gzipSync } = await import('node:zlib')
    const { globSync } = await import('node:fs')
    const scripts = await build({ entryPoints: globSync(`${folder}/islands/*.ts`), bundle: true, minify: true, format: 'esm', write: false, outdir: '/assets' })
    expect(scripts.outputFiles.map((file) => gzipSync(file.contents).length).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10_000)
    expect(readFileSync(`${folder}/islands/reveal.ts`, 'utf8')).not.toContain('innerHTML')
  })
})
