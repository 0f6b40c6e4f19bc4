// An analyst finds peers on a phone without scripts, changes the weights, saves a set under a name and measures the district against it;
// the set is offered where regions are compared, and retired in the end. A visitor sees all of it and may save nothing.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'

const pictures = process.env.POSOKA_PICTURES
const picture = async (at: Opened, name: string): Promise<void> => { if (pictures !== undefined) await at.picture(`${pictures}/${name}.png`) }
const go = async (at: Opened, path: string): Promise<void> => { await at.page.goto(new URL(path, at.page.url()).href); await at.check() }
const press = async (at: Opened, button: string): Promise<void> => { await at.page.locator(button).first().click(); await at.check() }
const words = (at: Opened, where = 'main'): Promise<string | null> => at.page.locator(where).first().textContent()
const save = 'main form[method=post] button[type=submit], main form[method=post] button:not([type])'
const show = 'main form[method=get]:not([role=search]) button'

test('peers are found, saved by name and used; the score moves when an indicator is taken out', async () => {
  const analyst = await openPage({ path: '/bg/evidence/peers', width: 390, scripts: 'off', cookies: administrator() })
  const visitor = await openPage({ path: '/en/evidence/peers', width: 390, scripts: 'off' })
  try {
    expect(await words(analyst, 'h1')).toContain('прилича най-много на')
    await picture(analyst, 'peers-bg-390')
    await analyst.page.check('[name=own][value=out]')
    await analyst.page.locator('main form[method=get] details summary').first().click()
    await analyst.page.selectOption('[name=people]', '3')
    await analyst.page.uncheck('[name=trait][value="ter.type.coast"]')
    await press(analyst, show)
    expect(new URL(analyst.page.url()).search).toBe('?region=BG344&own=out&people=3&without=ter.type.coast')
    expect(await words(analyst, '#list')).not.toContain('Пазарджик')
    await analyst.page.locator('#list tbody a').nth(1).click()
    await analyst.check()
    expect(new URL(analyst.page.url()).searchParams.get('why')).toMatch(/^[A-Z]{2}/)
    expect(await words(analyst, '#why')).toMatch(/различават главно по|по малко от всичко/)

    await go(analyst, '/bg/evidence/peers?among=country')
    await analyst.page.locator('a[href*="/sets/new"]').click()
    await analyst.check()
    await press(analyst, save)
    expect(await words(analyst, '#field-name_bg-error')).toContain('Напишете име на български')
    await analyst.page.fill('[name=name_bg]', 'Области като нашата')
    await analyst.page.fill('[name=name_en]', 'Districts like ours')
    await analyst.page.locator('[name=regions]').nth(14).uncheck()
    await picture(analyst, 'peer-set-new-390')
    await press(analyst, save)
    expect(await words(analyst, 'h1')).toBe('Области като нашата')
    expect(await words(analyst)).toContain('14 области')
    await picture(analyst, 'peer-set-390')
    const set = new URL(analyst.page.url()).pathname

    await analyst.page.locator('#use a').first().click()
    await analyst.check()
    expect(await words(analyst, 'h1')).toContain('изпреварва средно')
    await picture(analyst, 'benchmark-set-390')
    const before = await words(analyst, '#score dl')
    await analyst.page.locator('main table a[href*="without="]').first().click()
    await analyst.check()
    expect(await words(analyst, '#score dl')).not.toBe(before)
    expect(await words(analyst, '#score')).toContain('с всички показатели')
    await analyst.page.locator('#score a[href$="#score"]').last().click()
    expect(await words(analyst, '#score dl')).toBe(before)
    await analyst.page.locator('a[href*="/benchmark/keep"]').click()
    await analyst.check()
    await analyst.page.fill('[name=title_bg]', '')
    await press(analyst, save)
    expect(await words(analyst, '#field-title_bg-error')).toContain('Напишете заглавие на български')
    await analyst.page.fill('[name=title_bg]', 'Сравнение с областите като нашата')
    await press(analyst, save)
    expect(await words(analyst, 'h1')).toBe('Сравнение с областите като нашата')
    expect(await words(analyst)).toContain('Безработицата в област Стара Загора')
    await go(analyst, '/bg/evidence/peers/sets/new?among=country')
    await analyst.page.fill('[name=name_bg]', 'ОБЛАСТИ като нашата')
    await analyst.page.fill('[name=name_en]', 'Others')
    await press(analyst, save)
    expect(await words(analyst, '#field-name_bg-error')).toContain('Вече има набор')
    expect(await analyst.page.inputValue('[name=name_en]')).toBe('Others')

    expect(await visitor.page.locator('a[href*="/sets/new"]').count()).toBe(0)
    await go(visitor, '/en/evidence/comparisons')
    expect(await words(visitor, '#choice')).toContain('Districts like ours')
    await go(visitor, '/en/evidence/indicators/ctx.unemp')
    expect(await words(visitor)).toContain('Districts like ours')
    await go(visitor, set.replace('/bg/', '/en/'))
    expect(await visitor.page.locator('main form[method=post]').count()).toBe(0)

    await go(analyst, set)
    await analyst.page.locator('#retire summary').click()
    await press(analyst, save)
    expect(await words(analyst)).toContain('Още няма записан набор')
    await go(visitor, set.replace('/bg/', '/en/'))
    expect(await words(visitor)).toContain('no longer offered')
  } finally {
    await analyst.context.close()
    await visitor.context.close()
  }
}, 120_000)
