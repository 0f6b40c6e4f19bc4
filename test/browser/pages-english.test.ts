// Every page a visitor can reach, in English: see pages.test.ts.
import { describe, test } from 'vitest'
import { appAddress } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'
import { lookAt } from './look-at.ts'

const all = await crawl({ address: appAddress(), from: ['/bg', '/bg/catalogue'] })
// an ordinary run looks at every other kind here, and at the others in Bulgarian
const chosen = isFull ? all : someOfEachKind(all, 1).filter((_, at) => at % 2 === 1)

describe.concurrent.each(few(['off'] as const, ['on', 'off'] as const))('in en with scripts %s', (scripts) => {
  test.each(chosen.map(({ path }) => path))('%s', (path) => lookAt({ path, language: 'en', scripts }))
})
