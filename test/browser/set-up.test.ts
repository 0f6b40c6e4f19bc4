// The first administrator's five steps, a news post and the start page, as a person does them: on a phone, without scripts.
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type App, isAppBuilt, startApp } from '#test/browser/app.ts'
import { openPage } from '#test/browser/browser.ts'
import { becomeAdministrator } from '#test/browser/sign-in.ts'

if (!isAppBuilt()) throw new Error('There is no build/server.js: run npm run build.')
const app: App = await startApp()
afterAll(() => app.stop('SIGTERM'))
const cookies = await becomeAdministrator(app)
const folder = mkdtempSync(join(tmpdir(), 'posoka-set-up-'))
const emblem = join(folder, 'emblem.svg'), evil = join(folder, 'evil.svg')
writeFileSync(emblem, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 10"><path d="M0 0h8v6q0 3-4 4-4-1-4-4z" fill="#1f6b45"/></svg>')
writeFileSync(evil, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

test.each([['bg', 'off', 390], ['en', 'on', 1280]] as const)('in %s with scripts %s at %d pixels the steps are done, put off and found again', async (language, scripts, width) => {
  const opened = await openPage({ path: `/${language}/people/settings`, scripts, width, cookies, address: app.address })
  const { page, check } = opened
  const go = async (step: string): Promise<void> => { await page.goto(`${app.address}/${language}/people/settings/${step}`) }
  const save = (): Promise<void> => page.locator('form:has([name=version]) button').first().click()
  try {
    await check()
    await go('body')
    await page.fill('[name=department_bg]', 'отдел „Стратегии“')
    await page.fill('[name=alternative_bg]', 'Зелен щит'); await page.fill('[name=alternative_en]', 'A green shield')
    await page.setInputFiles('[name=emblem]', evil)
    await save()
    await page.waitForSelector('[data-wrong]', { state: 'attached' })
    expect(await page.locator('[data-wrong]').count()).toBe(1)
    expect(await page.inputValue('[name=department_bg]')).toBe('отдел „Стратегии“')
  } finally { await opened.context.close() }
  // The refused form answered 400, which a browser reports: the rest is done in a window of its own.
  const again = await openPage({ path: `/${language}/people/settings/body`, scripts, width, cookies, address: app.address })
  const window = again.page
  /** Until everything is there: a picture whose loading is cut off by the next step would count as one that did not load. */
  const press = async (): Promise<void> => { await window.locator('form:has([name=version]) button').first().click(); await window.waitForLoadState('load') }
  try {
    await window.fill('[name=alternative_bg]', 'Зелен щит'); await window.fill('[name=alternative_en]', 'A green shield')
    await window.setInputFiles('[name=emblem]', emblem)
    await press()
    await window.goto(`${app.address}/${language}/people/settings/contact`)
    await window.fill('[name=email]', 'pid@lipova.example')
    await press()
    await window.goto(`${app.address}/${language}/people/settings/mailbox`)
    await window.fill('[name=to]', 'maria@lipova.example')
    await window.locator('#test-letter button').click()
    await window.waitForLoadState('load')
    expect(await window.locator('main').textContent()).toMatch(language === 'bg' ? /записано във файл/ : /kept as a file/)
    await again.check()
    const later = window.locator('button[name=does][value=skip]')
    if (await later.count() > 0) { await later.click(); await window.waitForLoadState('load'); await again.check() }
    await window.goto(`${app.address}/${language}/people/settings`)
    const footer = window.locator('footer')
    expect(await footer.locator('img').getAttribute('alt')).toBe(language === 'bg' ? 'Зелен щит' : 'A green shield')
    expect(await footer.textContent()).toContain('pid@lipova.example')
    expect(await footer.locator('img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0)
    await again.check()
  } finally { await again.context.close() }
})

test('a news post is written without scripts and read on the home page', async () => {
  const opened = await openPage({ path: '/bg/participation/news/new', scripts: 'off', width: 390, cookies, address: app.address })
  const { page, check } = opened
  try {
    await check()
    await page.fill('[name=title_bg]', 'Среща в Казанлък'); await page.fill('[name=title_en]', 'A meeting in Kazanlak')
    await page.fill('[name=text_bg]', 'Дойдоха четиридесет души.'); await page.fill('[name=text_en]', 'Forty people came.')
    await page.click('button[name=does][value=publish]')
    expect(await page.locator('h1').textContent()).toBe('Среща в Казанлък')
    await check()
    await page.goto(`${app.address}/bg`)
    expect(await page.locator('#news').textContent()).toContain('Среща в Казанлък')
    await page.goto(`${app.address}/bg/my`)
    expect(await page.locator('#waiting').textContent()).toMatch(/настройването|за после/)
    await check()
  } finally { await opened.context.close() }
})
