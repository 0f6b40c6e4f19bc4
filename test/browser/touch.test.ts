// What a finger must hit and what an error says first, on the forms of participation: without scripts, on a phone.
import { expect, test } from 'vitest'
import { openPage } from '#test/browser/browser.ts'
import { asSlowAsAPerson } from './letters.ts'

test('AC3 everything one presses is at least 24 pixels high, main buttons 44; a form sent back says so in its title and names the first error', async () => {
  const { page, context, check } = await openPage({ path: '/bg/participation/proposals/new', width: 390, scripts: 'on' })
  try {
    const low = await page.evaluate(() => [...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea, main summary')].filter((one) => one.getClientRects().length > 0)
      .map((one) => ({ is: one.outerHTML.slice(0, 90), height: Math.max(one.getBoundingClientRect().height, one.closest('label')?.getBoundingClientRect().height ?? 0), main: one.matches('button[data-variant=primary]') }))
      .filter(({ height, main }) => height < (main ? 44 : 24)))
    expect(low).toEqual([])
    await asSlowAsAPerson()
    await page.locator('main form button[data-variant=primary]').first().click()
    expect(await page.title()).toMatch(/^(Грешка|Има)/)
    const summary = page.locator('.ds-error-summary, [class*=error-summary]').first()
    expect(await summary.isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.closest('[class*=error-summary]') !== null)).toBe(true)
    await check()
  } finally {
    await context.close()
  }
})
