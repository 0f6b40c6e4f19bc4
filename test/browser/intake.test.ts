// A colleague types letters in a row by keyboard alone, sixty notes at once and a table with a bad row: without scripts, on a phone.
// POSOKA_PICTURES=folder keeps every page as seen in both languages and widths.
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'

const folder = process.env.POSOKA_PICTURES
const seen = async ({ page, check }: Opened, name: string): Promise<void> => {
  await check()
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const here = page.url()
  for (const language of ['bg', 'en']) for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    if (language === 'en') await page.goto(here.replace('/bg/', '/en/'))
    await page.screenshot({ path: `${folder}/${name}-${language}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 390, height: 900 })
  await page.goto(here)
}
const open = (path: string): Promise<Opened> => openPage({ path, width: 390, scripts: 'off', cookies: administrator() })
const base = '/bg/participation/intake'

test('PA1 two letters are typed in a row with the keyboard alone; call, way and day stay, and what is wrong is said beside its field', async () => {
  const opened = await open(`${base}/paper`)
  const { page, check, context } = opened
  try {
    await seen(opened, 'paper')
    const type = async (text: string): Promise<void> => {
      // The first field has the focus, so typing begins at once.
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
      await page.keyboard.type('Мостът')
      for (let steps = 0; steps < 40 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'BUTTON'; steps += 1) {
        if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'registry_number') await page.keyboard.type('94-00-1')
        await page.keyboard.press('Tab')
      }
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    }
    await type('Да се ремонтира мостът.')
    await check()
    expect(await page.locator('main').textContent()).toMatch(/Записано под номер \d{4}-\d{4}/)
    await page.fill('[name=received_on]', '1.1.2026')
    await page.focus('[name=text]')
    await type('Второ писмо за моста.')
    expect(await page.inputValue('[name=received_on]')).toBe('01.01.2026')
    await page.fill('[name=text]', 'Трето')
    await page.fill('[name=received_on]', '31.31.2026')
    await page.check('[name=consent]')
    await page.locator('button[type=submit]').last().click()
    expect(await page.inputValue('[name=text]')).toBe('Трето')
    await seen(opened, 'paper-wrong')
    await page.goto(new URL(`${base}/paper`, page.url()).href)
    await page.locator('#last a').first().click()
    await seen(opened, 'letter')
  } finally {
    await context.close()
  }
})
test('PA3 sixty notes are typed under a question; dots stand apart from support', async () => {
  const opened = await open(`${base}/sheets/new`)
  const { page, context } = opened
  try {
    await seen(opened, 'sheet-new')
    await page.fill('[name=title]', 'Работилница в Казанлък')
    await page.fill('[name=questions]', 'Какво липсва на младите хора?\nКакво да спрем да правим?')
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/sheets\/[A-Z0-9]{5}/)
    await page.fill('[name=notes]', Array.from({ length: 60 }, (_, at) => `Бележка ${at + 1}: място за срещи на млади хора${at < 5 ? ` | ${at + 2}` : ''}`).join('\n'))
    await page.locator('#type button[type=submit]').click()
    await page.waitForURL(/typed=60/)
    expect(await page.locator('main').textContent()).toContain('Записани са 20 точки, преброени на ръка. Те не се смятат за подкрепа.')
    await seen(opened, 'sheet')
    const code = /sheets\/([A-Z0-9]{5})/.exec(page.url())?.[1] ?? ''
    const pdf = await context.request.get(new URL(`${base}/sheets/${code}/sheet.pdf`, page.url()).href)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await page.goto(new URL(`${base}/sheets/${code}/group`, page.url()).href)
    await seen(opened, 'wall')
    await page.goto(new URL(`${base}/sheets`, page.url()).href)
    await seen(opened, 'sheets')
  } finally {
    await context.close()
  }
})
test('PA4 a table with a bad row names it and takes nothing in; the mended one is taken in once', async () => {
  const opened = await open(base)
  const { page, check, context } = opened
  const bring = async (day: string): Promise<void> => {
    await page.goto(new URL(`${base}/files/new/table`, page.url()).href)
    await page.setInputFiles('[name=file]', { name: 'predlozhenia.csv', mimeType: 'text/csv', buffer: Buffer.from(`Дата;Автор;Предложение\n${Array.from({ length: 40 }, (_, at) => `${at === 35 ? day : '05.10.2025'};Автор ${at};"Предложение ${at}; за областта"`).join('\n')}`) })
    await page.locator('main button[type=submit]').first().click()
    await page.waitForURL(/files\/[0-9a-f-]{36}/)
  }
  try {
    await seen(opened, 'hub')
    await page.goto(new URL(`${base}/files/new/table`, page.url()).href)
    await seen(opened, 'bring')
    await bring('5.13.2025')
    expect(await page.locator('main').textContent()).toContain('ред 37')
    expect(await page.locator('button', { hasText: 'Приемете всичко' }).count()).toBe(0)
    await seen(opened, 'draft-bad')
    await bring('05.10.2025')
    await seen(opened, 'draft')
    await page.locator('button', { hasText: 'Приемете всичко' }).click()
    await check()
    expect(await page.locator('main').textContent()).toContain('Приети: 40; вече тук: 0.')
    await bring('05.10.2025')
    await page.locator('button', { hasText: 'Приемете всичко' }).click()
    expect(await page.locator('main').textContent()).toContain('Приети: 0; вече тук: 40.')
    await page.goto(new URL(`${base}/portal`, page.url()).href)
    await seen(opened, 'portal')
    await page.goto(new URL(base, page.url()).href)
    await seen(opened, 'hub-full')
  } finally {
    await context.close()
  }
})
