// A colleague enters an asset on a phone without scripts, is told what lacks, publishes it; a visitor finds it on the map. A file with
// one wrong row enters nothing; mended, all. Counts of districts make the gaps.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'

const pictures = process.env.POSOKA_PICTURES
const picture = async (at: Opened, name: string): Promise<void> => { if (pictures !== undefined) await at.picture(`${pictures}/${name}.png`) }
const go = async (at: Opened, path: string): Promise<void> => { await at.page.goto(new URL(path, at.page.url()).href); await at.check() }
const press = async (at: Opened, button: string): Promise<void> => { await at.page.locator(button).first().click(); await at.check() }
const save = 'main form[method=post] button[type=submit], main form[method=post] button:not([type])'
const bytes = (text: string): { name: string; mimeType: string; buffer: Buffer } => ({ name: 'assets.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('an asset is entered, sent back with its words, published and found; a file enters whole or not at all; counts make the gaps', async () => {
  const staff = await openPage({ path: '/bg/evidence/assets', width: 390, scripts: 'off', cookies: administrator() })
  const visitor = await openPage({ path: '/bg/evidence/assets', width: 1280 })
  try {
    await picture(visitor, 'assets-bg-1280')
    await go(staff, '/bg/evidence/assets/new')
    await staff.page.fill('[name=name_bg]', 'Лаборатория „Липа“')
    await staff.page.fill('[name=public_contact]', 'lab@example.bg')
    await press(staff, save)
    expect(await staff.page.locator('#field-kind-error').textContent()).toContain('Изберете вид')
    expect(await staff.page.locator('#field-contact_is_public-error').textContent()).toContain('сама е публикувала')
    expect(await staff.page.inputValue('[name=name_bg]')).toBe('Лаборатория „Липа“')
    await picture(staff, 'asset-form-error-390')
    await staff.page.selectOption('[name=kind]', 'laboratory')
    await staff.page.check('[name=contact_is_public]')
    await staff.page.selectOption('[name=municipality]', { index: 2 })
    await staff.page.fill('[name=source]', 'примерен списък')
    await staff.page.fill('[name=as_of]', '25.11.2026')
    await press(staff, save)
    const asset = new URL(staff.page.url()).pathname
    await press(staff, 'button[value=publish]')
    expect(await staff.page.locator('main').textContent()).toContain('Напишете и името на английски')
    await go(staff, `${asset}/change`)
    for (const [name, text] of [['name_en', 'Linden laboratory'], ['owner_bg', 'Община Липова'], ['owner_en', 'Municipality of Lipova']] as const) await staff.page.fill(`[name=${name}]`, text)
    await press(staff, save)
    await press(staff, 'button[value=publish]')
    await press(staff, 'button[value=review]')
    expect(await staff.page.locator('main').textContent()).toContain('Помолете колега')
    await picture(staff, 'asset-staff-390')
    await go(staff, `${asset}/history`)
    expect(await staff.page.locator('main').textContent()).toContain('Версия 3: Публикуван')
    await picture(staff, 'asset-history-390')

    await go(visitor, '/en/evidence/assets?q=linden')
    await visitor.page.getByRole('link', { name: 'Linden laboratory' }).click()
    await visitor.check()
    expect(await visitor.page.locator('main').textContent()).toContain('Not yet reviewed by a second person')
    expect(await visitor.page.locator('main form[method=post]').count()).toBe(0)
    await picture(visitor, 'asset-en-1280')
    await go(visitor, '/en/evidence/assets')
    await picture(visitor, 'assets-en-1280')

    await go(staff, '/bg/evidence/assets/import')
    await staff.page.setInputFiles('[name=file]', bytes('Вид;Име;Източник;Към дата\nклъстер;Клъстер А;среща;01.02.2026\nдворец;Хъб Б;;32.02.2026\n'))
    await press(staff, save)
    expect(await staff.page.locator('main').textContent()).toContain('Ред 3')
    expect(await staff.page.locator('main form[method=post]').count()).toBe(0)
    await picture(staff, 'asset-rows-wrong-390')
    await go(staff, '/bg/evidence/assets/import')
    await staff.page.setInputFiles('[name=file]', bytes('Вид;Име;Източник;Към дата\nклъстер;Клъстер А;среща;01.02.2026\nхъб или инкубатор;Хъб Б;сайт;02.02.2026\n'))
    await press(staff, save)
    await press(staff, save)
    expect(await staff.page.locator('#list').textContent()).toContain('Клъстер А')
    await picture(staff, 'assets-staff-390')

    await go(staff, '/bg/evidence/assets/gaps/park')
    await staff.page.fill('[name=source]', 'примерен регистър')
    await staff.page.fill('[name=as_of]', '1.1.2026')
    await staff.page.check('[name=illustrative]')
    for (const [code, count] of [['BG344', '1'], ['BG341', '4'], ['BG342', '2'], ['BG343', 'две']] as const) await staff.page.fill(`[name=count_${code}]`, count)
    await press(staff, save)
    expect(await staff.page.locator('#field-count_BG343-error').textContent()).toContain('цяло число')
    await staff.page.fill('[name=count_BG343]', '1')
    await press(staff, save)
    expect(await staff.page.locator('main').textContent()).toContain('недостигат около')
    await picture(staff, 'asset-gaps-390')
    await go(visitor, '/bg/evidence/assets/gaps')
    expect(await visitor.page.locator('main').textContent()).toContain('Примерно съдържание')
    await picture(visitor, 'asset-gaps-1280')
  } finally {
    await staff.context.close()
    await visitor.context.close()
  }
}, 120_000)
