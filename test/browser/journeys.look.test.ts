// What people come for, done in a real browser: on a phone and without scripts, and once with the keyboard alone.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from './app.ts'
import { type Opened, openPage } from '#test/browser/browser.ts'

const phone = { scripts: 'off', width: 390 } as const
const journey = async (look: Parameters<typeof openPage>[0], act: (page: Page, opened: Opened) => Promise<void>): Promise<void> => {
  const opened = await openPage(look)
  try {
    await act(opened.page, opened)
  } finally {
    await opened.context.close()
  }
}
const pathOf = (page: Page): string => new URL(page.url()).pathname
const questionOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams

describe('a citizen on an old phone, without scripts', () => {
  test('goes from the home page to an indicator, compares, looks at an earlier year and takes the data along', async () => {
    await journey({ path: '/bg', ...phone }, async (page, { check }) => {
      await page.getByRole('link', { name: /Вижте къде стоим/ }).click()
      expect(pathOf(page)).toBe('/bg/evidence')
      await page.getByRole('link', { name: 'Предприятия на 1 000 души', exact: true }).click()
      expect(pathOf(page)).toBe('/bg/evidence/indicators/ent.stock')
      expect(await page.locator('.p-answer-number').textContent()).toBe('46,9')

      await page.getByText('Изберете с кого да сравните').click()
      await page.getByLabel('Бургас', { exact: true }).check()
      await page.getByRole('button', { name: 'Покажи избраните' }).click()
      expect(questionOf(page).get('nuts3')).toBe('BG341')
      expect(await page.locator('#line').textContent()).toContain('Област Бургас')

      await page.locator('#ranking').getByRole('link', { name: '2018', exact: true }).click()
      expect(questionOf(page).get('period')).toBe('2018')
      expect(page.url()).toContain('BG341')
      expect(await page.locator('#ladder h3').textContent()).toContain('2018')
      await check()

      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Всички стойности (CSV)' }).click()
      const file = await coming
      expect(file.suggestedFilename()).toBe('ent.stock.csv')
      const lines = readFileSync(await file.path(), 'utf8').trimEnd().split('\n')
      expect(lines.length).toBeGreaterThan(300)
      expect(lines.some((line) => line.includes('BG344') && line.includes('2020') && line.includes('bd_size_r3'))).toBe(true)
    })
  })

  test('finds the enterprises by „предприятието“, and the word stays in the field', async () => {
    await journey({ path: '/bg', ...phone }, async (page, { check }) => {
      await page.locator('.p-search-link').click()
      await page.locator('#search-words').fill('предприятието')
      await page.getByRole('button', { name: 'Търсене' }).click()
      expect(questionOf(page).get('q')).toBe('предприятието')
      expect(await page.locator('#search-words').inputValue()).toBe('предприятието')
      expect(await page.locator('.p-results').textContent()).toMatch(/предприятия/)
      await check()
      await page.locator('.p-results a').first().click()
      expect(pathOf(page)).toMatch(/^\/bg\/evidence\//)
    })
  })

  test('changes the language and stays on the page, with what was chosen', async () => {
    await journey({ path: '/bg/evidence/indicators/ent.stock?nuts3=BG341&period=2018', ...phone }, async (page) => {
      await page.getByRole('link', { name: 'English' }).click()
      expect(pathOf(page)).toBe('/en/evidence/indicators/ent.stock')
      expect([questionOf(page).get('nuts3'), questionOf(page).get('period')]).toEqual(['BG341', '2018'])
      expect(await page.locator('h1').textContent()).toBe('Active enterprises per 1,000 people')
      await page.getByRole('link', { name: 'Български' }).click()
      expect(page.url()).toMatch(/\/bg\/evidence\/indicators\/ent\.stock\?/)
    })
  })

  test('opens the menu, finds their municipality, and comes back to the district by the path', async () => {
    await journey({ path: '/bg', ...phone }, async (page) => {
      await page.locator('.p-nav-phone summary').click()
      await page.locator('.p-nav-phone').getByRole('link', { name: 'Областта' }).click()
      await page.locator('#municipalities').getByRole('link', { name: 'Опан', exact: true }).click()
      expect(pathOf(page)).toBe('/bg/evidence/regions/SZR23')
      expect(await page.locator('h1').textContent()).toBe('Община Опан в числа')
      await page.getByRole('navigation', { name: /пътека|Вие сте тук|път/i }).getByRole('link', { name: 'Област Стара Загора' }).click()
      expect(pathOf(page)).toBe('/bg/evidence')
    })
  })
})

describe('an analyst, without scripts', () => {
  let app: App
  beforeAll(async () => { app = await startApp() })
  afterAll(async () => { await app?.stop() })

  test('signs in by the one-time link, defines an indicator with a mistake, mends it and sees it', async () => {
    const link = /\/en\/sign-in\/first\/\S+/.exec(app.log())?.[0] ?? ''
    expect(link).not.toBe('')
    await journey({ path: link.replace(/^\/en/, '/bg'), address: app.address, ...phone }, async (page, { check }) => {
      await page.locator('#field-name').fill('Мария Петрова')
      await page.locator('#field-email').fill('maria@example.bg')
      await page.waitForTimeout(3_300) // what a visitor sends sooner is taken for a machine's
      await page.getByRole('button', { name: 'Стани администратор' }).click()
      expect(await page.locator('.p-tools').textContent()).toContain('Мария Петрова')

      await page.goto(`${app.address}/bg/evidence/indicators/new`)
      const typed = {
        key: 'моят показател', name_bg: 'Дял на предприятията с 10 и повече наети, проба', name_en: 'Share of enterprises with ten or more employees, trial',
        short_bg: 'С 10 и повече', short_en: 'Ten or more', definition_bg: 'Каква част от предприятията имат поне десет наети.', definition_en: 'The part of enterprises with at least ten employees.',
        unit_bg: '% от предприятията', unit_en: '% of enterprises', over: 'ent.number.ten', under: 'ent.number', times: '100', why: 'Проба на формуляра.',
      }
      for (const [name, value] of Object.entries(typed)) await page.locator(`#field-${name}`).fill(value)
      await page.locator('input[name="percent"]').check()
      await page.locator('input[name="kind"][value="ratio"]').check()
      await page.getByRole('button', { name: 'Създай показателя' }).click()

      expect(pathOf(page)).toBe('/bg/evidence/indicators/new')
      const summary = page.locator('.ds-error-summary')
      expect(await summary.isVisible()).toBe(true)
      expect(await summary.locator('a').count()).toBe(1)
      await check()
      await summary.locator('a').click()
      expect(new URL(page.url()).hash).toBe('#field-key')
      expect(await page.locator('#field-key-error').textContent()).toContain('ent.stock')
      expect(await page.locator('#field-key').getAttribute('aria-invalid')).toBe('true')
      for (const [name, value] of Object.entries(typed)) expect(await page.locator(`#field-${name}`).inputValue(), name).toBe(value)
      expect(await page.locator('input[name="kind"][value="ratio"]').isChecked()).toBe(true)

      await page.locator('#field-key').fill('ent.trial')
      await page.getByRole('button', { name: 'Създай показателя' }).click()
      expect(pathOf(page)).toBe('/bg/evidence/indicators/ent.trial')
      expect(await page.locator('h1').textContent()).toBe(typed.name_bg)
      expect(await page.locator('.p-notices').isVisible()).toBe(true)
      expect(await page.locator('.p-answer-number').textContent()).toMatch(/^\d+,\d\u00a0%$/)
      await check()
    })
  })
})

describe('a person with a keyboard alone', () => {
  const steps = 24
  type Stop = { readonly name: string; readonly top: number; readonly left: number; readonly height: number; readonly mark: string }
  const focused = (page: Page): Promise<Stop> => page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const cover = element.closest('.p-card') ?? element
    const box = element.getBoundingClientRect()
    const seen = [element, cover].map((one) => getComputedStyle(one)).find((one) => one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) > 0)
    return {
      name: `${element.tagName.toLowerCase()} ${(element.textContent ?? '').trim().slice(0, 40)}`, top: box.top + window.scrollY, left: box.left, height: box.height,
      mark: seen === undefined ? 'none' : seen.outlineStyle,
    }
  })

  test('skips to the content at once', async () => {
    await journey({ path: '/bg/evidence' }, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toBe('#main')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.querySelector('#main')?.contains(document.activeElement))).toBe(true)
    })
  })
  test.each(['/bg', '/bg/evidence', '/bg/evidence/indicators/ent.stock', '/bg/sign-in'])('sees where they are on %s, in the order of reading', async (path) => {
    await journey({ path }, async (page) => {
      const stops: Stop[] = []
      for (let step = 0; step < steps; step++) {
        await page.keyboard.press('Tab')
        const stop = await focused(page)
        if (stop.name.startsWith('body')) break
        stops.push(stop)
      }
      expect(stops.length).toBeGreaterThan(8)
      expect(stops.filter((stop) => stop.mark === 'none').map((stop) => stop.name)).toEqual([])
      // in a row from left to right, then down: only a step into the next column of the grid leads up again
      const backwards = stops.flatMap((stop, at) => {
        const before = stops[at - 1]
        return before !== undefined && stop.top < before.top - before.height && stop.left <= before.left + 1 ? [`${before.name} -> ${stop.name}`] : []
      })
      expect(backwards).toEqual([])
    })
  })
  test('opens the choice of regions and chooses by space and enter', async () => {
    await journey({ path: '/bg/evidence/indicators/ent.stock' }, async (page) => {
      await page.getByText('Изберете с кого да сравните').focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('Бургас', { exact: true }).focus()
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: 'Покажи избраните' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/nuts3=BG341/)
    })
  })
})
