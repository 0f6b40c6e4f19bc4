// A colleague opens a ready questionnaire; somebody answers it on a phone without scripts, stops, goes on, sends; results are read.
import { expect, test } from 'vitest'
import { administrator, openPage } from '#test/browser/browser.ts'
import { asSlowAsAPerson } from './letters.ts'

const list = '/bg/participation/surveys'
/** From the ready questionnaire on the needs of firms to one that takes answers. */
const open = async (): Promise<string> => {
  const { page, context, check } = await openPage({ path: `${list}/new`, width: 1280, scripts: 'off', cookies: administrator() })
  try {
    await check()
    await page.getByRole('button', { name: 'Вземете „Какво е нужно на фирмите“' }).click()
    await check()
    const path = new URL(page.url()).pathname.replace(/\/change$/, '')
    await page.goto(new URL(`${path}/questions/q10`, page.url()).href)
    await check()
    await page.goto(new URL(`${path}/questions/new?kind=scale`, page.url()).href)
    await page.getByRole('button', { name: 'Запишете въпроса' }).click()
    await check()
    await page.goto(new URL(`${path}/change`, page.url()).href)
    await page.getByRole('button', { name: 'Отворете за отговори' }).click()
    await check()
    return path
  } finally {
    await context.close()
  }
}
/** Sheets of paper, as a colleague types them. */
const enter = async (path: string, count: number): Promise<void> => {
  const { page, context, check } = await openPage({ path: `${path}/enter`, width: 390, scripts: 'off', cookies: administrator() })
  try {
    await check()
    for (let at = 0; at < count; at += 1) {
      await page.selectOption('[name=sector]', at % 3 === 0 ? 'citizens' : 'business')
      await page.selectOption('[name=q1]', { index: 1 + (at % 2) })
      await page.check(`[name=q2][value="${1 + (at % 2)}"]`)
      await page.check(`[name=q4][value="${2 + (at % 3)}"]`)
      await page.check('[name=q5][value="1"]')
      await page.check(`[name=q6][value="${1 + (at % 2)}"]`)
      if (at % 2 === 0) await page.fill('[name=q7]', String(at))
      await page.selectOption('[name=q10_1]', '1')
      await page.selectOption('[name=q10_2]', '2')
      await page.getByRole('button', { name: 'Запишете листа' }).click()
      expect(await page.locator('main').textContent()).toContain('Листът е записан')
    }
    await check()
  } finally {
    await context.close()
  }
}

test('SU1 a questionnaire is answered on a phone without scripts: stop, go on by the saved address, look back, send', async () => {
  const path = await open()
  const { page, context, check } = await openPage({ path: list, width: 390, scripts: 'off' })
  try {
    await check()
    await page.getByRole('link', { name: 'Какво е нужно на фирмите' }).first().click()
    await check()
    await asSlowAsAPerson()
    await page.getByRole('button', { name: 'Започнете' }).click()
    expect(await page.locator('main').textContent()).toContain('Изберете за коя група отговаряте.')
    await check()
    await page.check('[name=sector][value=business]')
    await page.getByRole('button', { name: 'Започнете' }).click()
    expect(await page.locator('h1').textContent()).toBe('Въпрос 1')
    await check()
    await asSlowAsAPerson()
    await page.getByRole('button', { name: 'Напред' }).click()
    await check()
    await page.selectOption('[name=q1]', { index: 1 })
    await page.getByRole('button', { name: 'Напред' }).click()
    await asSlowAsAPerson()
    await page.check('[name=q2][value="2"]')
    await page.getByRole('button', { name: 'Напред' }).click()
    const saved = page.url().replace(/\?.*$/, '')
    await page.goto(new URL(list, saved).href)
    await page.goto(saved)
    expect(await page.locator('h1').textContent()).toBe('Въпрос 3')
    for (const [field, value] of [['q3', '1'], ['q4', '4'], ['q5', '1'], ['q6', '2']] as const) {
      await asSlowAsAPerson()
      await page.check(`[name=${field}][value="${value}"]`)
      await page.getByRole('button', { name: 'Напред' }).click()
      await check()
    }
    // Who looked for nobody is not asked whom they did not find: next is the table.
    expect(await page.locator('main').textContent()).toContain('нов пазар в чужбина')
    for (let at = 0; at < 4; at += 1) {
      await asSlowAsAPerson()
      await page.getByRole('button', { name: 'Напред' }).click()
      await check()
    }
    expect(await page.locator('h1').textContent()).toBe('Прегледайте и изпратете')
    await asSlowAsAPerson()
    await page.getByRole('button', { name: 'Изпратете отговорите' }).click()
    expect(await page.locator('h1').textContent()).toBe('Благодарим, отговорите са приети')
    await check()
  } finally {
    await context.close()
  }
  await enter(path, 12)
  const staff = await openPage({ path: `${path}/people`, width: 390, scripts: 'off', cookies: administrator() })
  try {
    await staff.check()
    await staff.page.goto(new URL(`${path}/change`, staff.page.url()).href)
    await staff.page.locator('summary').filter({ hasText: 'Приключете анкетата' }).click()
    await staff.page.locator('details[open] button[value=close]').click()
    expect(await staff.page.locator('main').textContent()).toContain('13 отговора')
    await staff.check()
  } finally {
    await staff.context.close()
  }
  for (const [width, language] of [[390, 'bg'], [1280, 'en']] as const) {
    const read = await openPage({ path: `${path.replace('/bg/', `/${language}/`)}/results`, width, scripts: 'off' })
    try {
      await read.check()
      await read.page.goto(`${read.page.url()}?by=sector`)
      await read.check()
    } finally {
      await read.context.close()
    }
  }
}, 240_000)
