// The frame: what every page owes its reader, whatever stands in it.
import { describe, expect, it } from 'vitest'
import type { Screen } from '#kernel/answer.ts'
import { languages } from '#kernel/language.ts'
import { elementsOf, faultsOf, findAll, parseHtml, textOf } from '#test/html.ts'
import { exampleChrome } from './chrome.examples.ts'
import { framePage } from './page.tsx'

const screen: Screen = {
  kind: 'screen', title: 'Показатели <на> "областта"', says: 'Всички показатели & техните източници.',
  crumbs: [{ name: 'Данни', path: '/evidence' }], body: <h1>Показатели</h1>,
}
const draw = (change: Partial<Parameters<typeof framePage>[0]> = {}) =>
  parseHtml(String(framePage({ language: 'bg', path: '/evidence/indicators?level=nuts3', screen, chrome: exampleChrome('bg'), ...change })))
const links = (root: ReturnType<typeof draw>, rel: string) => findAll(root, 'link').filter((link) => link.attributes.rel === rel)

describe('the frame', () => {
  it.each(languages)('is a whole document in %s without fault', (language) => {
    const html = String(framePage({ language, path: '/', screen: { ...screen, crumbs: [] }, chrome: exampleChrome(language) }))
    expect(html.startsWith('<!doctype html><html')).toBe(true)
    const root = parseHtml(html)
    expect(faultsOf(root)).toEqual([])
    expect(findAll(root, 'html')[0]?.attributes.lang).toBe(language)
    expect(findAll(root, 'main')).toHaveLength(1)
    expect(findAll(root, 'h1')).toHaveLength(1)
  })
  it('tells browsers and search engines its title and what it says, as text', () => {
    const root = draw()
    expect(findAll(root, 'title').map(textOf)).toEqual(['Показатели <на> "областта" · Област Липова · Посока'])
    expect(findAll(root, 'meta').find((meta) => meta.attributes.name === 'description')?.attributes.content).toBe(screen.says)
  })
  it('leads to the same page in the other language, with what was asked', () => {
    const root = draw()
    expect(findAll(root, 'a').filter((a) => a.attributes.hreflang === 'en').map((a) => a.attributes.href)).toEqual(['/en/evidence/indicators?level=nuts3'])
    expect(links(root, 'alternate').map((link) => link.attributes.href)).toEqual(['https://posoka.example/bg/evidence/indicators?level=nuts3', 'https://posoka.example/en/evidence/indicators?level=nuts3'])
    expect(links(root, 'canonical').map((link) => link.attributes.href)).toEqual(['https://posoka.example/bg/evidence/indicators'])
  })
  it('lets the keyboard skip to the content first', () => {
    const root = draw()
    const first = findAll(root, 'a')[0]
    expect(first?.attributes.href).toBe('#main')
    expect(elementsOf(root).some((element) => element.attributes.id === 'main')).toBe(true)
  })
  it('marks where one is in the navigation and names the way here', () => {
    const root = draw()
    const current = findAll(root, 'a').filter((a) => a.attributes['aria-current'] !== undefined)
    expect(new Set(current.map(textOf))).toEqual(new Set(['Показатели']))
    const way = findAll(root, 'ol')[0]
    expect(way === undefined ? [] : findAll(way, 'li').map(textOf)).toEqual(['Начало', 'Данни', screen.title])
  })
  it('gives the e-mail address as text and as a link', () => {
    const link = findAll(draw(), 'a').find((a) => a.attributes.href === 'mailto:posoka@lipova.example')
    expect(link === undefined ? '' : textOf(link)).toBe('posoka@lipova.example')
  })
  it('says who pays, with the emblem', () => {
    const root = draw()
    expect(textOf(root)).toContain('Финансирано от Европейския съюз')
    expect(findAll(root, 'svg').some((svg) => svg.attributes['aria-label'] === 'Знаме на Европейския съюз')).toBe(true)
    expect(textOf(draw({ chrome: { ...exampleChrome('bg'), funding: null } }))).not.toContain('Финансирано')
  })
  it('brings a script only for the islands that the page asks for', () => {
    expect(findAll(draw(), 'script')).toEqual([])
    const root = draw({ screen: { ...screen, islands: ['filter', 'unknown'] } })
    expect(findAll(root, 'script').map((script) => script.attributes.src)).toEqual(['/assets/filter.js'])
  })
  it('keeps an error page out of search engines and gives it no address of its own', () => {
    const root = draw({ screen: { ...screen, status: 404 } })
    expect(findAll(root, 'meta').find((meta) => meta.attributes.name === 'robots')?.attributes.content).toBe('noindex')
    expect(links(root, 'canonical')).toEqual([])
  })
  it('shows a notice in a place that is read aloud', () => {
    const root = draw({ chrome: { ...exampleChrome('bg'), notices: [{ tone: 'success', text: 'Запазено' }] } })
    const place = elementsOf(root).find((element) => element.attributes.role === 'status')
    expect(place === undefined ? '' : textOf(place)).toBe('ГотовоЗапазено')
  })
})
