// A visitor without scripts, on a phone: reads where the past pace leads, types a target that is no number and one that is, asks for
// another indicator, and meets the price of electricity where GDP is asked for.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'

const pictures = process.env.POSOKA_PICTURES
const picture = async (at: Opened, name: string): Promise<void> => { if (pictures !== undefined) await at.picture(`${pictures}/${name}.png`) }
const words = (at: Opened, where = 'main'): Promise<string | null> => at.page.locator(where).first().textContent()
const go = async (at: Opened, path: string): Promise<void> => { await at.page.goto(new URL(path, at.page.url()).href); await at.check() }

test('the past pace, a target that is kept as typed, another indicator, and a price that is no progress', async () => {
  const visitor = await openPage({ path: '/bg/evidence/trends', width: 390, scripts: 'off' })
  try {
    await visitor.check()
    expect(await words(visitor, '#course-h')).toMatch(/^Ако досегашният ход продължи, .+ би била около .+ между /)
    expect(await words(visitor)).not.toContain('ще бъде')
    await picture(visitor, 'trends-bg-390')
    await visitor.page.fill('[name=target]', 'колкото може')
    await visitor.page.locator('#target form button').click()
    await visitor.check()
    expect(await words(visitor, '#field-target-error')).toContain('Напишете число')
    expect(await visitor.page.inputValue('[name=target]')).toBe('колкото може')
    await visitor.page.fill('[name=target]', '3,5')
    await visitor.page.selectOption('[name=years]', '3')
    await visitor.page.locator('#target form button').click()
    await visitor.check()
    expect(await words(visitor, '#target')).toMatch(/Цел от 3,5\s% до \d{4} г\. иска .+ на година/)
    expect(new URL(visitor.page.url()).search).toContain('years=3')
    await picture(visitor, 'trends-target-390')

    await visitor.page.selectOption('#choice [name=indicator]', 'ctx.gdp.recent')
    await visitor.page.locator('#choice form button').click()
    await visitor.check()
    expect(await words(visitor, '#course-h')).toMatch(/Прогноза няма: от 2021\sг\. стойността следва цената на електроенергията/)
    expect(await visitor.page.locator('#target').count()).toBe(0)
    expect(await words(visitor)).toContain('нарастването не е напредък')

    await go(visitor, '/en/evidence/trends?indicator=ctx.pop')
    expect(await words(visitor, '#course-h')).toContain('No forecast: 3 comparable values are too few')
    await go(visitor, '/en/evidence/trends?indicator=inn.gerd')
    expect(await words(visitor)).toContain('No such indicator is published for Stara Zagora district')
    await visitor.page.goto(new URL('/en/evidence/trends?indicator=no.such', visitor.page.url()).href)
    expect(await words(visitor, 'h1')).toContain('There is no indicator')
  } finally {
    await visitor.context.close()
  }
})
test('an analyst keeps a trend as an analysis; a visitor reads it, with the values it stands on', async () => {
  const analyst = await openPage({ path: '/bg/evidence/trends?indicator=ent.stock', width: 390, scripts: 'off', cookies: administrator() })
  const visitor = await openPage({ path: '/en/evidence/analyses', width: 390, scripts: 'off' })
  try {
    await analyst.page.locator('main a[href*="/trends/keep"]').click()
    await analyst.check()
    await analyst.page.fill('[name=title_en]', '')
    await analyst.page.locator('main form[method=post] button').first().click()
    await analyst.check()
    expect(await words(analyst, '#field-title_en-error')).toContain('Напишете заглавие')
    await analyst.page.fill('[name=title_en]', 'Enterprises if past pace goes on')
    await analyst.page.locator('main form[method=post] button').first().click()
    await analyst.check()
    await picture(analyst, 'trend-kept-390')
    expect(await words(analyst, 'main')).toContain('Наклон (Тейл–Сен)')
    await picture(analyst, 'trend-kept-390')
    await go(visitor, new URL(analyst.page.url()).pathname.replace('/bg/', '/en/'))
    expect(await words(visitor, 'h1')).toBe('Enterprises if past pace goes on')
    expect(await words(visitor, '#method')).toContain('Method: ')
  } finally {
    await analyst.context.close()
    await visitor.context.close()
  }
})
test('on a desk: the fan and what its edges mean stand in the drawing', async () => {
  const reader = await openPage({ path: '/en/evidence/trends?indicator=ent.stock', width: 1280 })
  try {
    await reader.check()
    const drawing = await reader.page.locator('#course svg.chart-wide').textContent()
    expect(drawing).toMatch(/95%: .*80%: /)
    await picture(reader, 'trends-en-1280')
  } finally {
    await reader.context.close()
  }
})
