// A colleague writes a finding on a phone without scripts, rests it on a figure and on a proposal, publishes it; both of them lead
// back to it. A reader weighs it. The report is frozen. With scripts, what was typed is kept without pressing anything.
import { expect, test } from 'vitest'
import { administrator, openPage, type Opened } from '#test/browser/browser.ts'
import { asSlowAsAPerson, linkInLetter } from './letters.ts'

const pictures = process.env.POSOKA_PICTURES
const whole = async ({ page }: Opened): Promise<string> => ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ')
const picture = async (at: Opened, name: string): Promise<void> => { if (pictures !== undefined) await at.picture(`${pictures}/${name}.png`) }
const go = async (at: Opened, path: string): Promise<void> => { await at.page.goto(new URL(path, at.page.url()).href); await at.check() }
const press = async (at: Opened, button: string): Promise<void> => { await at.page.locator(button).first().click(); await at.check() }

/** Somebody’s proposal, confirmed and published; gives its number. */
const propose = async (): Promise<string> => {
  const phone = await openPage({ path: '/bg/participation/proposals/new', width: 390, scripts: 'off' })
  try {
    await asSlowAsAPerson()
    await phone.page.fill('[name=title]', 'Стипендии за млади инженери')
    await phone.page.fill('[name=text]', 'Да има стипендии за млади инженери, които се връщат в областта след университета.')
    await phone.page.check('[name=topics][value=infrastructure]')
    await phone.page.selectOption('[name=municipality]', { index: 3 })
    await phone.page.fill('[name=name]', 'Вера')
    await phone.page.fill('[name=email]', 'finding@example.bg')
    await phone.page.locator('main form button[type=submit]').first().click()
    await phone.page.locator('button[value=send]').click()
    const number = /\d{4}-\d{4,}/.exec((await phone.page.locator('h1').textContent()) ?? '')?.[0] ?? ''
    await phone.page.goto(new URL(await linkInLetter({ to: 'finding@example.bg', link: /https?:\S+\/participation\/confirm\/\S+/ }), phone.page.url()).href)
    await phone.page.locator('main form button[type=submit]').first().click()
    return number
  } finally {
    await phone.context.close()
  }
}

test('a finding is written from a figure and a proposal, seen from both ends, weighed and frozen in the report, without scripts on a phone', async () => {
  const number = await propose()
  const staff = await openPage({ path: `/bg/participation/inbox/${number}`, width: 390, scripts: 'off', cookies: administrator() })
  try {
    await staff.page.locator('form:has(input[name=does][value=publish]) button[type=submit]').first().click()
    await go(staff, '/bg/strategy/findings')
    await picture(staff, 'findings-empty-390')
    await go(staff, '/bg/strategy/findings/suggestions')
    await picture(staff, 'suggestions-390')
    await go(staff, '/bg/strategy/findings/new')
    // nothing chosen: said at the fields, every word kept; kept for later without being saved
    await staff.page.fill('[name=statement_bg]', 'Младите инженери не се връщат')
    await press(staff, 'button[value=save]')
    expect(await staff.page.locator('#field-kind-error').textContent()).toContain('Изберете вид')
    expect(await staff.page.inputValue('[name=statement_bg]')).toBe('Младите инженери не се връщат')
    await press(staff, 'button[value=keep]')
    await go(staff, '/bg/strategy')
    await go(staff, '/bg/strategy/findings/new')
    expect(await staff.page.inputValue('[name=statement_bg]')).toBe('Младите инженери не се връщат')
    await picture(staff, 'finding-form-390')
    await staff.page.check('[name=kind][value=weakness]')
    await staff.page.selectOption('[name=theme]', 'people')
    await staff.page.fill('[name=statement_en]', 'Young engineers do not come back')
    await staff.page.check('[name=confidence][value=high]')
    await press(staff, 'button[value=save]')
    const finding = new URL(staff.page.url()).pathname
    await press(staff, 'button[value=publish]')
    expect(await whole(staff)).toContain('Добавете поне едно доказателство')

    await go(staff, `${finding}/evidence`)
    await staff.page.check('[name=kind][value=figure]')
    await staff.page.selectOption('[name=indicator]', 'ctx.pop')
    await staff.page.fill('[name=reason]', 'Толкова души живеят в областта.')
    await press(staff, 'main form:has([name=reason]) button[type=submit]')
    await go(staff, `${finding}/evidence`)
    await staff.page.check('[name=kind][value=voice]')
    await staff.page.fill('[name=number]', number)
    await staff.page.fill('[name=passage]', 'нещо, което никой не е казал')
    await staff.page.fill('[name=reason]', 'Хората казват какво ги връща.')
    await press(staff, 'main form:has([name=reason]) button[type=submit]')
    expect(await staff.page.locator('#field-passage-error').textContent()).toContain('не стои в текста')
    expect(await staff.page.inputValue('[name=reason]')).toBe('Хората казват какво ги връща.')
    await picture(staff, 'evidence-390')
    await staff.page.fill('[name=passage]', 'стипендии за млади инженери')
    await press(staff, 'main form:has([name=reason]) button[type=submit]')
    await press(staff, 'button[value=publish]')
    expect(await whole(staff)).toContain('Изводът е публикуван')
    await picture(staff, 'finding-staff-390')

    const reader = await openPage({ path: finding, width: 390, scripts: 'off' })
    try {
      await reader.check()
      await picture(reader, 'finding-390')
      const ends = await reader.page.locator('.p-thread li a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(ends.length).toBe(2)
      for (const end of ends) {
        await go(reader, end)
        expect(await whole(reader), end).toContain('Младите инженери не се връщат')
      }
      expect(ends.some((end) => end.includes('/evidence/figures/')) && ends.some((end) => end.endsWith(number))).toBe(true)
      await go(reader, '/bg/strategy/findings/weigh')
      await asSlowAsAPerson()
      await press(reader, 'main form button[type=submit]')
      expect(await whole(reader)).toContain('Отбележете важността')
      await reader.page.locator('input[type=radio][value="5"]').first().check()
      await press(reader, 'main form button[type=submit]')
      expect(await whole(reader)).toContain('Благодарим')
      await picture(reader, 'weigh-390')
    } finally {
      await reader.context.close()
    }
    await go(staff, `${finding}/change`)
    await staff.page.fill('[name=statement_bg]', 'Младите инженери се връщат рядко')
    await press(staff, 'button[value=save]')
    await press(staff, 'button[value=undo]')
    expect(await whole(staff)).toContain('Младите инженери не се връщат')
    await go(staff, `${finding}/history`)
    await picture(staff, 'history-390')
    await go(staff, '/bg/strategy/current-state/draft')
    await go(staff, '/bg/strategy/current-state/texts/people')
    await staff.page.fill('[name=text_bg]', 'Хората са най-важното.')
    await staff.page.fill('[name=text_en]', 'People matter most.')
    await press(staff, 'main form button[type=submit]')
    await go(staff, '/bg/strategy/current-state/publish')
    await picture(staff, 'publish-390')
    await press(staff, 'main form button[type=submit]')
    expect(await whole(staff)).toContain('Изданието е публикувано')
    await go(staff, '/bg/strategy/current-state/1/people')
    expect(await whole(staff)).toContain('Хората са най-важното.')
  } finally {
    await staff.context.close()
  }
  if (pictures !== undefined) for (const language of ['bg', 'en'] as const) for (const width of [1280, 390]) for (const path of ['', '/findings', '/findings/1', '/findings/weigh', '/swot', '/swot/tows', '/challenges', '/current-state', '/current-state/1/benchmark']) {
    const at = await openPage({ path: `/${language}/strategy${path}`, width })
    await at.check()
    await picture(at, `${path.replaceAll('/', '-') || 'hub'}-${language}-${width}`)
    await at.context.close()
  }
}, 240_000)

test('with scripts what was typed is kept after a moment, and is there on the next visit', async () => {
  const staff = await openPage({ path: '/bg/strategy/findings/new', width: 1280, cookies: administrator() })
  try {
    await staff.page.fill('[name=statement_bg]', 'Недописано изре')
    await staff.page.locator('output.p-keep').filter({ hasText: 'Запазено в' }).waitFor({ timeout: 10_000 })
    await go(staff, '/bg/strategy/findings/new')
    expect(await staff.page.inputValue('[name=statement_bg]')).toBe('Недописано изре')
    await picture(staff, 'finding-form-1280')
    await press(staff, 'button[value=drop]')
    expect(await staff.page.inputValue('[name=statement_bg]')).toBe('')
    await go(staff, '/bg/strategy/findings/suggestions')
    await picture(staff, 'suggestions-1280')
  } finally {
    await staff.context.close()
  }
})
