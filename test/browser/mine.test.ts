// Following, one's own page, stopping, taking and erasing one's data: on a phone, with scripts off.
import { expect, test } from 'vitest'
import { administrator, appAddress, openPage } from '#test/browser/browser.ts'
import { asSlowAsAPerson, linkInLetter } from './letters.ts'

const email = 'tsveta@example.bg'
const phone = (path: string) => openPage({ path, width: 390, scripts: 'off' })

test('AC2 a person follows, confirms by a link, changes how often, stops, takes their data and erases them, on a phone and with scripts off', async () => {
  const { page, context, check } = await phone('/bg/participation/follow?about=newsletter')
  let here = ''
  const press = async (name: string): Promise<void> => { await page.getByRole('button', { name, exact: true }).first().click(); await check() }
  try {
    await check()
    await page.fill('[name=email]', 'няма адрес')
    await asSlowAsAPerson()
    await press('Изпратете ми връзка')
    expect(await page.locator('main').textContent()).toContain('Адресът трябва да изглежда така')
    expect(await page.inputValue('[name=email]')).toBe('няма адрес')
    await page.fill('[name=email]', email)
    await page.getByLabel('Веднъж на ден').check()
    await press('Изпратете ми връзка')
    expect(page.url()).toContain('/participation/follow/sent')
    await page.goto(appAddress() + await linkInLetter({ to: email, link: /https?:\/\/\S+\/participation\/follow\/confirm\/[\w-]{43}/ }))
    await check()
    await press('Потвърждавам')
    expect(page.url()).toContain('/participation/follow/done')

    await page.getByRole('link', { name: 'Вижте и променете какво следите' }).click()
    await page.fill('[name=email]', email)
    await asSlowAsAPerson()
    await press('Изпратете ми връзка')
    await page.goto(appAddress() + await linkInLetter({ to: email, link: /https?:\/\/\S+\/participation\/mine\/open\/[\w-]{43}/ }))
    await check()
    await press('Отвори моята страница')
    expect(await page.locator('main').textContent()).toContain('Новините на проекта')
    await page.locator('#follows select').selectOption('weekly')
    await page.locator('#follows').getByRole('button', { name: /^Запази/ }).click()
    await check()
    expect(await page.locator('#follows select').inputValue()).toBe('weekly')
    await page.fill('[name=name]', 'Цвета Колева')
    await page.locator('#correct').getByRole('button', { name: 'Запази' }).click()
    await check()
    await press('Спрете всички известия')
    expect(await page.locator('#follows select').inputValue()).toBe('none')
    await page.locator('#consents').getByRole('button', { name: /^Оттегли/ }).click()
    await check()
    expect(await page.locator('#consents').textContent()).toContain('оттеглено')
    here = new URL(page.url()).pathname
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Изтеглете данните си' }).click()])
    expect(download.suggestedFilename()).toBe('posoka.zip')
  } finally { await context.close() }
  // A new window: the download itself counts as a page that was left.
  const again = await phone(here)
  try {
    await again.page.getByRole('link', { name: 'Заличаване на данните ми' }).click()
    await again.check()
    await again.page.getByRole('button', { name: 'Заличи' }).click()
    await again.check()
    expect(await again.page.locator('main').textContent()).toContain('Отбележете, че сте сигурни')
    await again.page.getByLabel('Да, заличете данните ми').check()
    await again.page.getByRole('button', { name: 'Заличи' }).click()
    await again.check()
    expect(await again.page.locator('h1').textContent()).toBe('Данните са заличени')
  } finally { await again.context.close() }
}, 180_000)
test('AC1 the pages of the data-protection officer stand on a phone as on a desk', async () => {
  for (const width of [390, 1280]) {
    const { context, page, check } = await openPage({ path: '/bg/office/privacy', width, cookies: administrator() })
    try {
      await check()
      expect(await page.locator('#register').textContent()).toContain('Предложения и обществени обсъждания')
    } finally { await context.close() }
  }
}, 120_000)
