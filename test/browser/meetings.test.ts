// A colleague announces a meeting; somebody signs up on a phone without scripts, confirms by letter, another waits, the first leaves.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'
import { asSlowAsAPerson, linkInLetter } from './letters.ts'

const announce = async (): Promise<string> => {
  const { page, context, check } = await openPage({ path: '/bg/participation/events/new', width: 1280, scripts: 'off', cookies: administrator() })
  try {
    await check()
    const fields = { title_bg: 'Среща за дигитализация', title_en: 'Meeting on digitalisation', place_bg: 'Читалище', place_en: 'Community centre', day: '10.12.2099', starts: '10:00', ends: '13:30', capacity: '1' }
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
    await page.fill('[name=ends]', '09:00')
    await page.getByRole('button', { name: 'Публикувай' }).click()
    expect(await page.inputValue('[name=title_bg]')).toBe('Среща за дигитализация')
    await check()
    await page.fill('[name=ends]', '13:30')
    await page.getByRole('button', { name: 'Публикувай' }).click()
    await check()
    return new URL(page.url()).pathname
  } finally {
    await context.close()
  }
}
const signUp = async ({ page, check }: Opened, { path, email }: { readonly path: string; readonly email: string }): Promise<void> => {
  await page.goto(new URL(path, page.url()).href)
  await asSlowAsAPerson()
  await page.fill('[name=name]', 'Вера')
  await page.fill('[name=email]', 'vera')
  await page.locator('#sign-up button[type=submit]').click()
  expect(await page.inputValue('[name=name]')).toBe('Вера')
  await check()
  await page.fill('[name=email]', email)
  await page.locator('#sign-up button[type=submit]').click()
  expect(await page.locator('h1').textContent()).toBe('Проверете пощата си')
  await check()
  await page.goto(new URL(await linkInLetter({ to: email, link: /https?:\S+\/place\/\S+/ }), page.url()).href)
  await check()
  await page.locator('button[value=take]').click()
}

test('EV2 a meeting is announced, signed up for, confirmed, waited for and left without scripts on a phone', async () => {
  const path = await announce()
  const phone = await openPage({ path: '/bg/participation/events', width: 390, scripts: 'off' })
  try {
    await phone.check()
    await signUp(phone, { path, email: 'parva@example.bg' })
    expect(await phone.page.locator('main').textContent()).toContain('Местата са заети')
    await signUp(phone, { path, email: 'vtora@example.bg' })
    expect(await phone.page.locator('main').textContent()).toContain('един човек чака')
    const calendar = await phone.context.request.get(new URL(`${path}/event.ics`, phone.page.url()).href)
    expect([calendar.status(), (await calendar.text()).includes('TZID=Europe/Sofia:20991210T100000')]).toEqual([200, true])
  } finally {
    await phone.context.close()
  }
  const staff = await openPage({ path: `${path}/people`, width: 390, scripts: 'off', cookies: administrator() })
  try {
    await staff.check()
    expect(await staff.page.locator('table').first().textContent()).toContain('parva@example.bg')
    await staff.page.locator('summary, [aria-expanded]').filter({ hasText: 'Освободи мястото: Вера' }).first().click()
    await staff.page.locator('details[open] button[value^=remove]').first().click()
    expect(await staff.page.locator('table').first().textContent()).not.toContain('parva@example.bg')
    await staff.page.goto(new URL(`${path}/notes`, staff.page.url()).href)
    await staff.page.fill('[name=lines]', 'Липсват хора с умения\nОбщината да помогне с обучение')
    await staff.page.getByRole('button', { name: 'Запиши бележките' }).click()
    expect(await staff.page.locator('.p-note-list > li').count()).toBe(2)
    await staff.check()
    await staff.page.getByRole('button', { name: 'Публикувай протокола' }).click()
    await staff.check()
  } finally {
    await staff.context.close()
  }
})
