// A colleague opens a consultation; people comment on a phone by touch, by keyboard alone and without scripts; then the draft is mended.
import { expect, test } from 'vitest'
import { administrator, openPage, type Look } from '#test/browser/browser.ts'
import { asSlowAsAPerson, linkInLetter } from './letters.ts'

const source = `# Работилница за млади хора

Общината ще открие работилница за млади хора. Тя работи всеки ден след училище.

## Какво ще има

- място: старата фабрика
- срок: до края на 2028 г.

| Мярка | Срок | Средства |
|---|---|---|
| Ремонт на сградата | 2027 г. | общински бюджет |
| Първи курс | 2028 г. | европейска програма |

Курсът започва през 2028 г. и е за 60 младежи от всички населени места.

## Кой отговаря

Отговаря отдел „Образование“. Той се отчита пред общинския съвет всяка година.`
const dayAhead = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(new Date(Date.now() + days * 86_400_000)).split('-').reverse().join('.')

const open = async (): Promise<string> => {
  const { page, context, check } = await openPage({ path: '/bg/participation/texts/new', width: 1280, scripts: 'off', cookies: administrator() })
  try {
    await check()
    for (const [name, value] of Object.entries({ title_bg: 'Проект: работилница за млади хора', title_en: 'Draft: a workshop for young people', source })) await page.fill(`[name=${name}]`, value)
    await page.getByRole('button', { name: 'Вижте как е разбран' }).click()
    await check()
    await page.getByRole('button', { name: 'Запазете текста' }).click()
    await check()
    await page.getByRole('link', { name: 'Открийте обсъждане' }).click()
    await check()
    const fields = { says_bg: 'Къде да бъде работилницата, за кого и с какви пари.', says_en: 'Where the workshop should be, for whom and with what money.', policy_area: 'Образование', opens_on: dayAhead(0), closes_on: dayAhead(31), contacts: 'Мария Петрова, maria@lipova.example' }
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
    await page.getByRole('button', { name: 'Запазете' }).click()
    await check()
    await page.getByRole('button', { name: 'Открийте обсъждането' }).click()
    await check()
    return new URL(page.url()).pathname
  } finally {
    await context.close()
  }
}
const path = await open()
const phone = (look: Partial<Look> = {}) => openPage({ path, width: 390, ...look })
const fillAuthor = async (page: Awaited<ReturnType<typeof phone>>['page'], email: string): Promise<void> => {
  await page.fill('[name=name]', 'Вера Илиева')
  await page.fill('[name=email]', email)
}

test('CO6 by touch: the link beside a block leads to a page that quotes it, a sentence is chosen and commented', async () => {
  const { page, context, check } = await phone({ touch: 'yes' })
  try {
    await check()
    await page.locator('#b2 .p-draft-comment a').tap()
    expect(await page.locator('.p-draft-quoted').textContent()).toContain('Тя работи всеки ден след училище.')
    await check()
    await page.getByLabel('Тя работи всеки ден след училище.').tap()
    await page.fill('[name=says]', 'Нека работи и в събота, за да идват от селата.')
    await fillAuthor(page, 'po-dopir@example.bg')
    await asSlowAsAPerson()
    await page.getByRole('button', { name: 'Изпратете бележката' }).tap()
    await page.waitForURL('**sent=**')
    expect(await page.locator('main').textContent()).toContain('Бележката е получена под №')
    await check()
  } finally {
    await context.close()
  }
})
test('CO6 by keyboard alone: every block has its link in the order of reading, and the form is filled without a mouse', async () => {
  const { page, context, check } = await phone()
  try {
    const target = await page.locator('#b6 .p-draft-comment a').getAttribute('href')
    for (let left = 80; left > 0 && (await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')) !== target; left -= 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${target}`)
    for (let left = 80; left > 0 && (await page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')) !== 'says'; left -= 1) await page.keyboard.press('Tab')
    await page.keyboard.type('Шестдесет са малко за целия район.')
    for (const [name, words] of [['wording', 'Курсът започва през 2028 г. и е за 120 младежи от всички населени места.'], ['name', 'Вера Илиева'], ['email', 'po-klaviatura@example.bg']] as const) {
      for (let left = 10; left > 0 && (await page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')) !== name; left -= 1) await page.keyboard.press('Tab')
      await page.keyboard.type(words)
    }
    await asSlowAsAPerson()
    await page.keyboard.press('Enter')
    await page.waitForURL('**sent=**')
    await check()
  } finally {
    await context.close()
  }
})
test('CO6 with scripts off: an error keeps what was typed, the comment is sent, and its letter leads to the button that confirms it', async () => {
  const { page, context, check } = await phone({ scripts: 'off' })
  try {
    await page.locator('#b8 .p-draft-comment a').click()
    await page.fill('[name=says]', 'Добре е да има и отчет пред хората.')
    await fillAuthor(page, 'bez-skriptove')
    await asSlowAsAPerson()
    await page.getByRole('button', { name: 'Изпратете бележката' }).click()
    expect(await page.inputValue('[name=says]')).toBe('Добре е да има и отчет пред хората.')
    await check()
    await page.fill('[name=email]', 'bez-skriptove@example.bg')
    await page.getByRole('button', { name: 'Изпратете бележката' }).click()
    await check()
    await page.goto(new URL(await linkInLetter({ to: 'bez-skriptove@example.bg', link: /https?:\S+\/participation\/confirm\/\S+/ }), page.url()).href)
    await check()
    await page.locator('main button[type=submit]').first().click()
    await check()
    expect(new URL(page.url()).pathname).not.toContain('/confirm/')
  } finally {
    await context.close()
  }
})
test('a reader finds the open consultation in both languages, and the staff pages stand on a phone', async () => {
  for (const look of [{ path: '/bg/participation/consultations' }, { path: '/en/participation/consultations' }, { path: path.replace('/bg/', '/en/') }, { path: `${path}/portal`, cookies: administrator() }, { path: '/bg/participation/texts/help', cookies: administrator() }]) {
    const { context, check } = await phone(look)
    try { await check() } finally { await context.close() }
  }
})
