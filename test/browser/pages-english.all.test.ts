// Every page a visitor can reach, in English: see pages.test.ts. In the full run only; an ordinary one sees some in English there.
import { describe, test } from 'vitest'
import { appAddress } from '#test/browser/browser.ts'
import { crawl } from './crawl.ts'
import { lookAt } from './look-at.ts'

const all = await crawl({ address: appAddress(), from: ['/bg', '/bg/catalogue'] })

describe.concurrent.each(['on', 'off'] as const)('in en with scripts %s', (scripts) => {
  test.each(all.map(({ path }) => path))('%s', (path) => lookAt({ path, language: 'en', scripts }))
})
