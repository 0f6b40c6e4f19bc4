// Somebody proposes on a phone without scripts: one form, looked over, confirmed by letter, published by a colleague; another supports
// it and takes it back, argues and follows; the author withdraws. AC2 for the journeys of proposals.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'
import { asSlowAsAPerson, linkInLetter } from './letters.ts'

const h1 = async ({ page }: Opened): Promise<string> => (await page.locator('h1').textContent()) ?? ''
const main = async ({ page }: Opened): Promise<string> => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
const go = async ({ page, check }: Opened, path: string): Promise<void> => { await page.goto(new URL(path, page.url()).href); await check() }
const press = async ({ page, check }: Opened, button: string): Promise<void> => { await page.locator(button).first().click(); await check() }
/** Behind the link stands a button, and only it acts. */
const confirm = async (at: Opened, email: string, link = /https?:\S+\/participation\/confirm\/\S+/): Promise<void> => {
  await go(at, await linkInLetter({ to: email, link }))
  await press(at, 'main form button[type=submit]')
}

test('AC2 a proposal is made, confirmed, published, supported, argued for, followed and withdrawn without scripts on a phone', async () => {
  const phone = await openPage({ path: '/bg/participation', width: 390, scripts: 'off' })
  try {
    await phone.check()
    await phone.page.getByRole('link', { name: 'Направете предложение' }).first().click()
    await phone.check()
    await asSlowAsAPerson()
    await phone.page.fill('[name=title]', 'Алея за велосипеди до гарата')
    await phone.page.fill('[name=text]', 'Да се направи отделена алея за велосипеди от центъра до гарата.')
    await phone.page.check('[name=topics][value=infrastructure]')
    await phone.page.selectOption('[name=municipality]', { index: 3 })
    await phone.page.fill('[name=name]', 'Петя Иванова')
    await phone.page.fill('[name=email]', 'petya')
    await press(phone, 'main form button[type=submit]')
    // one field wrong: said beside it and in the summary, every word kept
    expect(await phone.page.inputValue('[name=title]')).toBe('Алея за велосипеди до гарата')
    expect(await phone.page.locator('#field-email-error').textContent()).toContain('не изглежда пълен')
    await phone.page.fill('[name=email]', 'proposer@example.bg')
    await press(phone, 'main form button[type=submit]')
    expect(await h1(phone)).toBe('Прегледайте и изпратете')
    await press(phone, 'button[value=send]')
    const number = /\d{4}-\d{4,}/.exec(await h1(phone))?.[0] ?? ''
    expect(number).not.toBe('')
    await confirm(phone, 'proposer@example.bg')
    expect(await main(phone)).toContain('Преглежда се преди публикуване')

    const staff = await openPage({ path: `/bg/participation/inbox/${number}`, width: 390, scripts: 'off', cookies: administrator() })
    try {
      await staff.page.locator('form:has(input[name=does][value=publish]) button[type=submit]').first().click()
      await staff.check()
    } finally {
      await staff.context.close()
    }
    await go(phone, '/bg/participation/proposals?q=велосипед')
    expect(await main(phone)).toContain('Алея за велосипеди до гарата')
    await go(phone, `/bg/participation/proposals/${number}`)
    expect(await main(phone)).toContain('Какво стана с него')

    await press(phone, `a[href$="${number}/support"]`)
    await asSlowAsAPerson()
    await phone.page.fill('[name=email]', 'supporter@example.bg')
    await press(phone, 'button[value=support]')
    expect(await h1(phone)).toBe('Вижте пощата си')
    await confirm(phone, 'supporter@example.bg')
    expect(await main(phone)).toContain('1 глас в подкрепа')

    await press(phone, `a[href$="${number}/argue"]`)
    await asSlowAsAPerson()
    await phone.page.check('[name=side][value=for]')
    await phone.page.fill('[name=text]', 'Децата ще стигат до училище без кола.')
    await phone.page.fill('[name=name]', 'Ана')
    await phone.page.fill('[name=email]', 'arguer@example.bg')
    await press(phone, 'main form button[type=submit]')
    await confirm(phone, 'arguer@example.bg')
    expect(await phone.page.locator('body').textContent()).toContain('чака преглед')

    await phone.page.getByRole('link', { name: 'Следете го' }).click()
    await phone.check()

    await go(phone, `/bg/participation/proposals/${number}/withdraw`)
    await asSlowAsAPerson()
    await phone.page.fill('[name=email]', 'proposer@example.bg')
    await press(phone, 'main form button[type=submit]')
    await confirm(phone, 'proposer@example.bg', /(?<=оттегл[^\n]*\n+)https?:\S+\/participation\/confirm\/\S+/)
    expect(await main(phone)).toContain('Оттеглено от автора')
    expect(await main(phone)).not.toContain('отделена алея')
  } finally {
    await phone.context.close()
  }
}, 240_000)

test('AC2 a moderator masks, refuses, lays together and answers without scripts on a phone; an author objects through the letter', async () => {
  const send = async (email: string, title: string, text: string): Promise<string> => {
    const author = await openPage({ path: '/bg/participation/proposals/new', width: 390, scripts: 'off' })
    try {
      await asSlowAsAPerson()
      for (const [name, value] of Object.entries({ title, text, name: 'Стоян Колев', email })) await author.page.fill(`[name=${name}]`, value)
      await author.page.locator('main form button[type=submit]').first().click()
      await author.page.locator('button[value=send]').first().click()
      const number = /\d{4}-\d{4,}/.exec(await h1(author))?.[0] ?? ''
      await confirm(author, email)
      return number
    } finally {
      await author.context.close()
    }
  }
  const [masked = '', same = '', refused = ''] = await Promise.all([
    send('masked@example.bg', 'Пейки край реката', 'Да има пейки край реката. Обадете се на 0888 123 456.'),
    send('same@example.bg', 'Пейки по реката', 'Моля за пейки по реката, хората нямат къде да седнат.'),
    send('refused-there@example.bg', 'Евтини гуми', 'Продавам гуми на добра цена за всички коли.'),
  ])
  const desk = await openPage({ path: '/bg/participation/inbox', width: 390, scripts: 'off', cookies: administrator() })
  const submit = async (does: string): Promise<void> => press(desk, `form:has(input[name=does][value=${does}]) button[type=submit]`)
  try {
    await desk.check()
    await go(desk, `/bg/participation/inbox/${masked}`)
    // The telephone is marked already; the form holds the text with the mark in its place.
    expect(await desk.page.inputValue('[name=public_text]')).toContain('[заличени лични данни]')
    await submit('mask')
    expect(await main(desk)).toContain('Да има пейки край реката. Обадете се на [заличени лични данни].')
    await go(desk, `/bg/participation/inbox/${same}`)
    await submit('publish')
    await go(desk, `/bg/participation/inbox/${refused}`)
    await desk.page.locator('details:has(input[name=does][value=refuse]) > summary').click()
    await desk.page.check('[name=reason][value=advertising]')
    await submit('refuse')
    await go(desk, `/bg/participation/inbox/${same}/merge`)
    await desk.page.fill('[name=target]', masked)
    await press(desk, 'form:has([name=target]) button[type=submit]')
    expect(await main(desk)).toContain(same)
    await go(desk, `/bg/participation/answers/new?numbers=${masked}`)
    await desk.page.check('[name=decision][value=accepted]')
    await desk.page.fill('[name=reason_bg]', 'Десет пейки се поставят до пролетта.')
    await desk.page.fill('[name=unit]', 'Отдел „Благоустройство“')
    await press(desk, 'form:has([name=reason_bg]) button[type=submit]')
    await submit('publish')
    await go(desk, `/bg/participation/proposals/${masked}`)
    expect(await main(desk)).toContain('Десет пейки се поставят до пролетта.')
  } finally {
    await desk.context.close()
  }
  const author = await openPage({ path: await linkInLetter({ to: 'refused-there@example.bg', link: /https?:\S+\/participation\/objection\/\S+/ }), width: 390, scripts: 'off' })
  try {
    await author.check()
    await author.page.fill('[name=objection]', 'Не е реклама: предлагам общината да купува гуми заедно.')
    await press(author, 'main form button[type=submit]')
  } finally {
    await author.context.close()
  }
}, 240_000)
