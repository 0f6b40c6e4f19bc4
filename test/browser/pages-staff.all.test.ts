// Every page that only colleagues reach: see pages.test.ts. In the full run only: every route is seen once, and tried as every role, in every run.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { administrator, appAddress } from '#test/browser/browser.ts'
import { crawl } from './crawl.ts'
import { lookAt } from './look-at.ts'

const address = appAddress()
const cookies = administrator()
const open = new Set((await crawl({ address, from: ['/bg', '/bg/catalogue'] })).map(({ path }) => path))
const staff = (await crawl({ address, from: ['/bg/my'], cookies })).filter(({ path }) => !open.has(path) && !/sign-out/.test(path))
/** What docs/policy.md, printed from the router, opens to a visitor. */
const openRoutes = [...readFileSync('docs/policy.md', 'utf8').matchAll(/^\| `(\/\{bg,en\}[^`]*)` \| GET \| `public\.[a-z-]+` \|/gm)]
  .map(([, route = '']) => new RegExp(`^${route.replace('{bg,en}', 'bg').replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`))
const isOpen = (path: string): boolean => openRoutes.some((route) => route.test(path))

describe('the pages of staff', () => {
  test('are there for an administrator, and closed to a visitor', async () => {
    expect(staff.length).toBeGreaterThan(4)
    expect(staff.filter(({ status }) => status !== 200)).toEqual([])
    // A page that the policy table opens to everybody is not asked about: it may have been published after the public pages were walked.
    for (const { path } of staff.filter(({ path }) => !isOpen(path))) {
      const answer = await fetch(address + path, { redirect: 'manual' })
      await answer.arrayBuffer()
      expect([303, 403], path).toContain(answer.status)
    }
  })
  test.each(staff.map(({ path }) => path))('%s', async (path) => {
    for (const language of ['bg', 'en'] as const) await lookAt({ path, language, scripts: 'on', cookies })
  })
})
