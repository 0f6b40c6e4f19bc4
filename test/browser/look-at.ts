// One page as a person meets it: its language, its one heading, every width, axe. The files beside this one say which pages.
import { expect } from 'vitest'
import { openPage } from '#test/browser/browser.ts'
import { few } from '#test/matrix.ts'

// In Bulgarian with scripts the desk is seen by routes.look.test.ts, route by route.
const everyWidth = [1280, 390, 320]
export const widthsOf = (scripts: 'on' | 'off'): readonly number[] => few(scripts === 'on' ? [390] : [1280, 390], everyWidth)

type Look = { readonly path: string; readonly language: 'bg' | 'en'; readonly scripts: 'on' | 'off'; readonly cookies?: string }
export const lookAt = async ({ path, language, scripts, cookies }: Look): Promise<void> => {
  const widths = widthsOf(scripts)
  const opened = await openPage({ path: path.replace(/^\/bg/, `/${language}`), scripts, width: widths[0] ?? 1280, ...(cookies === undefined ? {} : { cookies }) })
  try {
    expect(await opened.page.getAttribute('html', 'lang')).toBe(language)
    expect(await opened.page.locator('h1').count()).toBe(1)
    for (const width of widths) {
      await opened.page.setViewportSize({ width, height: 900 })
      await (scripts === 'on' || width === 390 ? opened.check() : opened.checkFit())
    }
  } finally {
    await opened.context.close()
  }
}
