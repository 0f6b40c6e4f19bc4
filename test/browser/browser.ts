// Opens pages of the product in a real browser, and lets nothing pass in silence: a console error, a blocked script or style,
// a request to elsewhere, a page wider than its window or an axe finding fails the test that opened the page.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { listViolations } from './axe.ts'
import { launchOptions } from './chromium.ts'
import './global-setup.ts'

export type Look = {
  /** from the root: '/bg/evidence'; or '/evidence' together with `language` */
  readonly path: string
  readonly language?: 'bg' | 'en'
  readonly width?: number
  readonly height?: number
  readonly scripts?: 'on' | 'off'
  /** a finger instead of a mouse */
  readonly touch?: 'yes'
  readonly print?: 'yes'
  /** another server than the product, for tests of this harness */
  readonly address?: string
  /** a signed-in session: the Cookie header's text, 'name=value; …' */
  readonly cookies?: string
  /** one window for many pages, one after the other: style and fonts come out of its cache, as they do for a visitor. Nobody closes it. */
  readonly window?: 'kept'
}
export type Opened = {
  readonly page: Page
  readonly context: BrowserContext
  /** what went wrong in the browser so far, as sentences */
  readonly problems: () => readonly string[]
  /** axe, width and console together, as sentences */
  readonly faults: () => Promise<readonly string[]>
  /** fails on any fault; call it after every state worth checking */
  readonly check: () => Promise<void>
  /** the same without axe: for a further width, or without scripts, where the elements are those that axe has seen */
  readonly checkFit: () => Promise<void>
  readonly picture: (file: string) => Promise<void>
}

let shared: Promise<Browser> | undefined
const launch = (): Promise<Browser> => {
  shared ??= start()
  return shared
}
const start = async (): Promise<Browser> => {
  const options = launchOptions(inject('chromium'))
  return chromium.launch(options).catch((problem: Error) => {
    // some containers and distributions forbid the user namespaces that the sandbox needs
    if (options.chromiumSandbox && /sandbox/i.test(problem.message)) return chromium.launch({ ...options, chromiumSandbox: false })
    throw problem
  })
}
afterAll(async () => {
  await (await shared?.catch(() => undefined))?.close()
  shared = undefined
  kept.clear()
})

export const appAddress = (): string => {
  const { address, problem } = inject('app')
  if (address === '') throw new Error(problem)
  return address
}

/** The Cookie header of the product's administrator: `withPage({ path: '/people', cookies: administrator() })` */
export const administrator = (): string => {
  appAddress()
  return inject('app').administrator
}

/** Opens the page, runs the act, checks at the end, closes. */
export const withPage = async (look: Look, act: (opened: Opened) => Promise<void> = async () => {}): Promise<void> => {
  const opened = await openPage(look)
  try {
    await act(opened)
    await opened.check()
  } finally {
    await opened.context.close()
  }
}

type Window = { readonly context: BrowserContext; readonly page: Page; readonly problems: string[]; readonly own: Own }
const kept = new Map<string, Promise<Window>>()
const openWindow = async ({ language, width = 1280, height = 900, scripts = 'on', address = appAddress(), cookies = '', touch }: Look): Promise<Window> => {
  const browser = await launch()
  const context = await browser.newContext({
    viewport: { width, height }, reducedMotion: 'reduce', ...(touch === 'yes' ? { hasTouch: true } : {}),
    locale: language === 'en' ? 'en-GB' : 'bg-BG', timezoneId: 'Europe/Sofia',
  })
  if (cookies !== '') await context.addCookies(cookies.split(/;\s*/).map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: address }
  }))
  const page = await context.newPage()
  return { context, page, problems: watch(page, address), own: await scriptsOf(page, scripts) }
}
const keptWindow = async (look: Look): Promise<Window> => {
  const key = JSON.stringify([look.language, look.width, look.height, look.scripts, look.address, look.cookies, look.touch])
  const window = kept.get(key) ?? openWindow(look)
  kept.set(key, window)
  const { problems } = await window
  problems.length = 0
  return window
}

export const openPage = async (look: Look): Promise<Opened> => {
  const { path, language, width = 1280, scripts = 'on', address = appAddress() } = look
  const { context, page, problems, own } = await (look.window === 'kept' ? keptWindow(look) : openWindow(look))
  const full = address + (language && !/^\/(bg|en)(\/|$)/.test(path) ? `/${language}${path === '/' ? '' : path}` : path)
  await page.goto(full, { waitUntil: 'load' })
  await own(() => page.evaluate('document.fonts.ready.then(() => true)'))
  if (look.print) await page.emulateMedia({ media: 'print' })
  const misfits = async (): Promise<readonly string[]> => [...problems, ...(await own(() => tooWide(page)))]
  const faults = async (): Promise<readonly string[]> => [...(await own(() => listViolations(page))), ...(await misfits())]
  const says = `${full} at ${width} px, scripts ${scripts}`
  return {
    page, context,
    problems: () => problems,
    faults,
    check: async () => expect(await faults(), says).toEqual([]),
    checkFit: async () => expect(await misfits(), says).toEqual([]),
    picture: async (file) => {
      mkdirSync(dirname(file), { recursive: true })
      // A very long page drawn while three others are drawn may run out of the browser's room for pictures: once more, then it is a fault.
      await page.screenshot({ path: file, fullPage: true }).catch(() => page.screenshot({ path: file, fullPage: true }))
    },
  }
}

/** With scripts off the page runs none of its own; only for a moment may we look into it, when there is nothing left to start. */
type Own = <T>(look: () => Promise<T>) => Promise<T>
const scriptsOf = async (page: Page, scripts: 'on' | 'off'): Promise<Own> => {
  if (scripts === 'on') return (look) => look()
  const devtools = await page.context().newCDPSession(page)
  const turn = (value: 'on' | 'off') => devtools.send('Emulation.setScriptExecutionDisabled', { value: value === 'off' })
  await turn('off')
  return async (look) => {
    await turn('on')
    try { return await look() } finally { await turn('off') }
  }
}

const watch = (page: Page, address: string): string[] => {
  const problems: string[] = []
  page.on('pageerror', (problem) => problems.push(`script error: ${problem.message}`))
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    // the document's own status is the test's business: an error page is opened on purpose
    if (/^Failed to load resource/.test(message.text()) && message.location().url === page.url()) return
    problems.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`) && !request.url().startsWith('data:') && request.url() !== address) problems.push(`asks elsewhere: ${request.url()}`)
  })
  // a page that is left before it has loaded whole is no fault of its own
  page.on('requestfailed', (request) => { if (!(request.isNavigationRequest() && request.failure()?.errorText === 'net::ERR_ABORTED')) problems.push(`did not load: ${request.url()} (${request.failure()?.errorText ?? 'no reason'})`) })
  return problems
}

/** WCAG reflow: nothing is lost or scrolled sideways; what may be wide scrolls inside its own box. */
const tooWide = async (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return []
  const names = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
    .slice(0, 5).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`)
  return [`scrolls sideways: ${root.scrollWidth} px in a window of ${root.clientWidth}: ${names.join(' ')}`]
})
