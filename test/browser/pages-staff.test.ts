// Every page that only colleagues reach: see pages.test.ts.
import { describe, expect, test } from 'vitest'
import { administrator, appAddress } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'
import { lookAt } from './look-at.ts'

const address = appAddress()
const cookies = administrator()
const open = new Set((await crawl({ address, from: ['/bg', '/bg/catalogue'] })).map(({ path }) => path))
const staff = (await crawl({ address, from: ['/bg/my'], cookies })).filter(({ path }) => !open.has(path) && !/sign-out/.test(path))
const some = isFull ? staff : someOfEachKind(staff, 1)

describe('the pages of staff', () => {
  test('are there for an administrator, and closed to a visitor', async () => {
    expect(staff.length).toBeGreaterThan(4)
    expect(staff.filter(({ status }) => status !== 200)).toEqual([])
    // the proof of an erasure is a page for whoever has its address: it names nobody
    for (const { path } of some.filter(({ path }) => !path.startsWith('/bg/participation/erased/'))) {
      const answer = await fetch(address + path, { redirect: 'manual' })
      await answer.arrayBuffer()
      expect([303, 403], path).toContain(answer.status)
    }
  })
  test.each(some.map(({ path }) => path))('%s', async (path) => {
    for (const language of few(['bg'] as const, ['bg', 'en'] as const)) await lookAt({ path, language, scripts: 'on', cookies })
  })
})
