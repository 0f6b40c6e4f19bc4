// Every page a visitor can reach, in both languages, on a desk and on a phone, with scripts and without: nothing is broken,
// nothing leaves the window, axe finds nothing. `npm test` takes one or two of each kind, `npm run test:all` takes all.
import { describe, expect, test } from 'vitest'
import { administrator, appAddress, openPage } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'

const address = appAddress()
const all = await crawl({ address, from: ['/bg', '/bg/catalogue'] })
const cookies = administrator()
const open = new Set(all.map(({ path }) => path))
const staff = (await crawl({ address, from: ['/bg/my'], cookies })).filter(({ path }) => !open.has(path) && !/sign-out/.test(path))
const chosen = isFull ? all : someOfEachKind(all, 1)

describe('the links of the product', () => {
  test('lead to pages that are there', () => {
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter(({ status }) => status !== 200)).toEqual([])
  })
  test('lead to the same page in English', async () => {
    const missing: string[] = []
    for (const { path } of chosen) {
      const answer = await fetch(address + path.replace(/^\/bg/, '/en'), { redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) missing.push(`${answer.status} ${path}`)
    }
    expect(missing).toEqual([])
  })
})

// In Bulgarian with scripts the desk is seen by routes.look.test.ts, route by route.
const everyWidth = [1280, 390, 320]
const widthsOf = (scripts: 'on' | 'off'): readonly number[] => few(scripts === 'on' ? [390] : [1280, 390], everyWidth)
describe.concurrent.each(few([['bg', 'on'], ['en', 'off']] as const, [['bg', 'on'], ['bg', 'off'], ['en', 'on'], ['en', 'off']] as const))('in %s with scripts %s', (language, scripts) => {
  test.each(chosen.map(({ path }) => path))('%s', async (path) => {
    const widths = widthsOf(scripts)
    const opened = await openPage({ path: path.replace(/^\/bg/, `/${language}`), scripts, width: widths[0] ?? 1280 })
    try {
      expect(await opened.page.getAttribute('html', 'lang')).toBe(language)
      expect(await opened.page.locator('h1').count()).toBe(1)
      for (const width of widths) {
        await opened.page.setViewportSize({ width, height: 900 })
        await (scripts === 'on' || width === 390 ? opened.check() : opened.checkFit())
      }
    } finally {
      await opened.context.close()
    }
  })
})

describe('the pages of staff', () => {
  const some = isFull ? staff : someOfEachKind(staff, 1)
  test('are there for an administrator, and closed to a visitor', async () => {
    expect(staff.length).toBeGreaterThan(4)
    expect(staff.filter(({ status }) => status !== 200)).toEqual([])
    for (const { path } of some) {
      const answer = await fetch(address + path, { redirect: 'manual' })
      await answer.arrayBuffer()
      expect([303, 403], path).toContain(answer.status)
    }
  })
  test.each(some.map(({ path }) => path))('%s', async (path) => {
    for (const language of few(['bg'] as const, ['bg', 'en'] as const)) {
      const widths = widthsOf('on')
      const opened = await openPage({ path: path.replace(/^\/bg/, `/${language}`), cookies, width: widths[0] ?? 1280 })
      try {
        expect(await opened.page.locator('h1').count()).toBe(1)
        for (const width of widths) {
          await opened.page.setViewportSize({ width, height: 900 })
          await opened.check()
        }
      } finally {
        await opened.context.close()
      }
    }
  })
})

describe('an error page', () => {
  test.each([['bg', '/bg/no-such-page', 404], ['en', '/en/no-such-page', 404]] as const)('in %s says what happened, and is as whole as any other', async (language, path, status) => {
    const opened = await openPage({ path, width: 390 })
    try {
      expect((await fetch(address + path)).status).toBe(status)
      expect(await opened.page.getAttribute('html', 'lang')).toBe(language)
      await opened.check()
    } finally {
      await opened.context.close()
    }
  })
})
