// A person brings a workbook, says what its columns are, sees what will be stored and confirms it; another is asked to count and enters
// a number: without scripts, on a phone, in a real browser. POSOKA_PICTURES=folder keeps every page as seen in both languages and widths.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'
import { workbook } from '#test/workbooks.ts'

const phone = { width: 390, height: 844 }
const see = async ({ check, page, picture }: Opened, name: string): Promise<void> => {
  await check()
  const folder = process.env.POSOKA_PICTURES
  if (folder === undefined) return
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await picture(join(folder, `${name}-bg-${width}.png`))
  }
  const other = await page.context().newPage()
  for (const width of [390, 1280]) {
    await other.setViewportSize({ width, height: 844 })
    await other.goto(page.url().replace('/bg/', '/en/'))
    await other.screenshot({ path: join(folder, `${name}-en-${width}.png`), fullPage: true })
  }
  await other.close()
  await page.setViewportSize(phone)
}

const bytes = await workbook((book) => {
  const sheet = book.addWorksheet('По области')
  sheet.addRows([
    ['Лица, завършили обучение за дигитални умения, брой'], [],
    ['Област', '2022 г.', '2023 г.', '2024 г.'],
    ['Стара Загора', 812, 954, { formula: 'C4*1.1', result: 1049 }], ['Бургас', 1020, 1102, 1187], ['Сливен', 301, '(287)', ':c'], ['Ямбол', 144, 150, 171], ['Приморие', 12, 13, 14], ['Общо', 2289, 2506, 2421],
    ['Източник: доставчици на обучение, обобщено от областната администрация'],
  ])
  book.addWorksheet('Методика').addRows([['Как се брои'], ['Всяко лице веднъж в годината.']])
})

test('an own table goes from the file to the figure without scripts', async () => {
  const opened = await openPage({ path: '/bg/evidence/tables', width: 390, scripts: 'off', cookies: administrator() })
  const { page, context } = opened
  try {
    await see(opened, 'tables-1-empty')
    await page.getByRole('link', { name: 'Внасяне на таблица' }).click()
    await page.getByLabel('Файл').setInputFiles({ name: 'Обучени 2024.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await see(opened, 'tables-2-upload')
    await page.getByRole('button', { name: 'Прочитане на файла' }).click()
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toBe('Коя колона какво е?')
    expect(await page.getByLabel('2024 г.').isChecked()).toBe(true)
    await see(opened, 'tables-3-columns')
    await page.getByRole('button', { name: 'Напред: какво значат числата' }).click()
    await page.getByLabel('Заглавие на български').fill('Завършили обучение за дигитални умения')
    await page.getByLabel('Заглавие на английски').fill('People trained in digital skills')
    await page.getByLabel('Кой публикува или предостави данните').fill('Областна администрация')
    await page.getByLabel('Към коя дата са данните').fill('2025-02')
    await page.getByLabel('Име на български').fill('Обучени в дигитални умения')
    await page.getByRole('button', { name: 'Напред: преглед' }).click()
    // The English name and the units are missing: said beside the fields, and what was typed is there.
    expect(await page.getByLabel('Име на български').inputValue()).toBe('Обучени в дигитални умения')
    await see(opened, 'tables-4-meaning-wrong')
    await page.getByLabel('Име на английски').fill('Trained in digital skills')
    await page.getByLabel('Мерна единица на български').fill('лица')
    await page.getByLabel('Мерна единица на английски').fill('persons')
    await page.getByLabel('Тема').selectOption('digitalisation')
    await page.getByRole('button', { name: 'Напред: преглед' }).click()
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toBe('Това ще се запише')
    const said = (await page.locator('main').textContent() ?? '').toLowerCase()
    for (const words of ['Приморие', 'няма регион с това име или код', 'взета е запомнената']) expect(said).toContain(words.toLowerCase())
    await see(opened, 'tables-5-preview')
    await page.getByLabel(/Съгласен съм 1 отказан ред/).check()
    await page.getByRole('button', { name: 'Потвърждаване и записване' }).click()
    await expect(page.locator('main').textContent()).resolves.toContain('Обучени 2024.xlsx')
    await see(opened, 'tables-6-vintage')
    await page.goto(new URL('/bg/evidence/indicators/own.trained-in-digital-skills', page.url()).href)
    const figure = await page.locator('main').textContent()
    expect(figure).toContain('1\u00a0049')
    expect(figure).toContain('Областна администрация')
    expect(figure).toContain('издание от февруари 2025 г.')
    await see(opened, 'tables-7-indicator')
  } finally {
    await context.close()
  }
})

test('a hand-counted indicator is defined, is due, refuses what cannot be and shows what its person entered', async () => {
  const opened = await openPage({ path: '/bg/evidence/counts', ...phone, scripts: 'off', cookies: administrator() })
  const { page, context } = opened
  try {
    await see(opened, 'counts-1-empty')
    await page.getByRole('link', { name: 'Нов ръчно отчитан показател' }).click()
    await see(opened, 'counts-2-new')
    await page.getByLabel('Име на български').fill('Работещи паркове за дигитални иновации')
    await page.getByLabel('Определение на български').fill('Паркове с поне един наемател към 31 декември.')
    await page.getByLabel('Определение на английски').fill('Parks with at least one tenant on 31 December.')
    await page.getByLabel('Мерна единица на български').fill('паркове')
    await page.getByLabel('Мерна единица на английски').fill('parks')
    await page.getByLabel('Първи период').fill('2024')
    await page.getByLabel('На кого се възлага').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Създаване' }).click()
    // The English name is missing: said beside the field, and what was typed is there.
    expect(await page.getByLabel('Име на български').inputValue()).toBe('Работещи паркове за дигитални иновации')
    await see(opened, 'counts-3-new-wrong')
    await page.getByLabel('Име на английски').fill('Digital innovation parks at work')
    await page.getByRole('button', { name: 'Създаване' }).click()
    const heading = page.getByRole('heading', { level: 1 })
    await heading.filter({ hasText: 'Работещи паркове' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('Още няма стойност за 2024')
    await see(opened, 'counts-4-due')
    await page.getByRole('link', { name: 'На кого е възложен' }).click()
    expect(await page.locator('main').textContent()).toContain('Мария Петрова')
    await see(opened, 'counts-5-duty')
    await page.goBack()
    await page.getByRole('link', { name: 'Въвеждане на стойност' }).click()
    await page.getByLabel('Период').selectOption('2024')
    await page.getByLabel('Стойност', { exact: false }).first().fill('2,5')
    await page.getByLabel('Откъде е стойността').fill('регистър на парковете')
    await page.getByRole('button', { name: 'Записване' }).click()
    expect(await page.locator('main').textContent()).toContain('числото трябва да е цяло')
    expect(await page.getByLabel('Откъде е стойността').inputValue()).toBe('регистър на парковете')
    await see(opened, 'counts-6-enter-wrong')
    await page.getByLabel('Стойност', { exact: false }).first().fill('2')
    await page.getByRole('button', { name: 'Записване' }).click()
    await heading.filter({ hasText: 'Работещи паркове' }).waitFor()
    const entered = await page.locator('main').textContent()
    expect(entered).toContain('регистър на парковете')
    // Everybody reads the role of who entered it, nobody the name.
    expect(entered).not.toContain('Мария Петрова')
    await see(opened, 'counts-7-entered')
    await page.getByRole('link', { name: 'Показателят в графики и сравнения' }).click()
    await page.waitForURL(/evidence\/indicators\//)
    const figure = await page.locator('main').textContent()
    expect(figure).toContain('паркове, 2024 г., област Стара Загора')
    expect(figure).toContain('издание от')
    await see(opened, 'counts-8-indicator')
    await page.goto(new URL('/bg/evidence/counts', page.url()).href)
    await see(opened, 'counts-9-list')
    await page.goto(new URL('/bg/evidence/tables', page.url()).href)
    await see(opened, 'tables-8-list')
  } finally {
    await context.close()
  }
})
