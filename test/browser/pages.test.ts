// Every page a visitor can reach, in both languages, on a desk and on a phone, with scripts and without: nothing is broken,
// nothing leaves the window, axe finds nothing. In English, and the pages of staff: in files of their own, in the full run, side by side with this. An ordinary run takes a few: every route is seen in routes.look.test.ts.
import { describe, expect, test } from 'vitest'
import { appAddress, openPage } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'
import { lookAt } from './look-at.ts'

const address = appAddress()
const all = await crawl({ address, from: ['/bg', '/bg/catalogue'] })
const kinds = someOfEachKind(all, 1)
const chosen = isFull ? all : kinds.filter((_, at) => at % 6 === 0)

describe('the links of the product', () => {
  test('lead to pages that are there', () => {
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter(({ status }) => status !== 200)).toEqual([])
  })
  test('lead to the same page in English', async () => {
    const missing: string[] = []
    for (const { path } of isFull ? all : kinds) {
      const answer = await fetch(address + path.replace(/^\/bg/, '/en'), { redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) missing.push(`${answer.status} ${path}`)
    }
    expect(missing).toEqual([])
  })
})

describe.concurrent.each(few(['on'] as const, ['on', 'off'] as const))('in bg with scripts %s', (scripts) => {
  test.each(chosen.map(({ path }) => path))('%s', (path) => lookAt({ path, language: 'bg', scripts }))
})
describe.runIf(!isFull).concurrent('in en without scripts', () => {
  test.each(kinds.filter((_, at) => at % 6 === 3).map(({ path }) => path))('%s', (path) => lookAt({ path, language: 'en', scripts: 'off' }))
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
