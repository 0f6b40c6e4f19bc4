// What people do, done in a browser: with the keyboard alone, without scripts, with large text, on paper.
import { expect, test } from 'vitest'
import { openPage, withPage } from '#test/browser/browser.ts'

test('the first thing the keyboard reaches leads past the navigation', async () => {
  await withPage({ path: '/', language: 'bg' }, async ({ page }) => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('#main')?.contains(document.activeElement))).toBe(true)
  })
})

test('whatever the keyboard reaches shows that it is reached', async () => {
  await withPage({ path: '/evidence', language: 'en' }, async ({ page }) => {
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab')
      const reached = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return null
        const style = getComputedStyle(element)
        return { name: element.outerHTML.slice(0, 120), seen: (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' }
      })
      if (reached !== null) expect(reached).toMatchObject({ seen: true })
    }
  })
})

test('a search without scripts finds another form of the word', async () => {
  await withPage({ path: '/', language: 'bg', scripts: 'off' }, async ({ page }) => {
    await page.fill('input[name=q]', 'предприятията')
    await page.press('input[name=q]', 'Enter')
    await page.waitForURL(/\/bg\/search\?q=/)
    expect(await page.locator('main a[href*="/evidence/indicators/"]').count()).toBeGreaterThan(0)
  })
})

test('the other language leads to the same page, and is remembered', async () => {
  await withPage({ path: '/evidence/indicators', language: 'bg' }, async ({ page }) => {
    await page.click('a[hreflang=en]')
    // loaded to its end: leaving it half way would count as a page that did not load
    await page.waitForURL('**/en/evidence/indicators')
    await page.goto(new URL('/', page.url()).href)
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/?$/)
  })
})

test.each(['/', '/evidence', '/evidence/indicators', '/evidence/datasets'])('%s holds with text of twice the size, which is half the width', async (path) => {
  await withPage({ path, language: 'bg', width: 640 })
})

test('a profile goes onto paper without its navigation, and with its figures', async () => {
  const opened = await openPage({ path: '/evidence', language: 'bg', width: 794, print: 'yes' })
  try {
    expect(await opened.page.locator('header nav:visible, form:visible').count()).toBe(0)
    expect(await opened.page.locator('main h2:visible').count()).toBeGreaterThan(2)
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  } finally {
    await opened.context.close()
  }
})
