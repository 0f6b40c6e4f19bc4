// Every public page on A4: no navigation, nothing cut off or cut in two that belongs together, links as addresses, whose page it is.
import { describe, expect, test } from 'vitest'
import { appAddress, openPage } from '#test/browser/browser.ts'
import { few, isFull } from '#test/matrix.ts'
import { crawl, someOfEachKind } from './crawl.ts'

const address = appAddress()
const all = await crawl({ address, from: ['/bg'] })
/** The catalogue shows buttons and steps on purpose. */
const pages = all.filter(({ path }) => path !== '/bg/catalogue')
const chosen = isFull ? pages : someOfEachKind(pages, 1).filter((_, at) => at % 4 === 0)
/** What the margins of print.css leave of the sheet, in CSS pixels. */
const sheet = { width: 672, height: 978 }

type Print = { readonly shown: readonly string[]; readonly wide: readonly string[]; readonly high: readonly string[]; readonly cut: readonly string[]; readonly mute: readonly string[]; readonly foot: string }
const look = (at: typeof sheet): Print => {
  const seen = (of: string): readonly Element[] => [...document.querySelectorAll(of)].filter((one) => one.checkVisibility())
  const name = (one: Element): string => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}#${one.id}`
  const tooHigh = (one: Element): boolean => one.getBoundingClientRect().height > at.height
  return {
    shown: seen('nav, form, button, .ds-skip-link').map(name),
    wide: seen('main *').filter((one) => one.closest('svg') === null && one.getBoundingClientRect().right > at.width + 1).map(name),
    high: seen('main svg, main tr, main .p-card, main img').filter(tooHigh).map(name),
    cut: seen('main *').filter((one) => /auto|scroll|hidden/.test(getComputedStyle(one).overflowY) && one.clientHeight > 1 && one.scrollHeight > one.clientHeight + 1).map(name),
    mute: seen('main p > a[href^="/"], main li > a[href^="/"]').filter((one) => !getComputedStyle(one, '::after').content.includes('(')).map(name),
    foot: seen('.p-print-address').map((one) => one.textContent ?? '').join(),
  }
}

describe.concurrent.each(few(['bg'] as const, ['bg', 'en'] as const))('on paper in %s', (language) => {
  test.each(chosen.map(({ path }) => path))('%s', async (path) => {
    const here = path.replace(/^\/bg/, `/${language}`)
    const opened = await openPage({ path: here, width: sheet.width, print: 'yes' })
    try {
      const { foot, ...faults } = await opened.page.evaluate(look, sheet)
      expect(faults).toEqual({ shown: [], wide: [], high: [], cut: [], mute: [] })
      expect(foot).toContain(here)
      const paper = (await opened.page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(paper.slice(0, 5)).toBe('%PDF-')
      // A4 in points
      expect(paper).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
    } finally {
      await opened.context.close()
    }
  })
})
