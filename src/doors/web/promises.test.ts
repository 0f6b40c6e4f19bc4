// What the pages promise of every number, read from the pages themselves as they are sent, on the starter pack.
import { describe, expect, test } from 'vitest'
import { parseHomeRegion } from '#kernel/home.ts'
import { languages } from '#kernel/language.ts'
import { comparePeriods, type Period } from '#kernel/period.ts'
import { findIndicatorPage, findProfile, listCatalogue } from '#areas/evidence/indicators/read.ts'
import { breaksOf } from '#areas/evidence/indicators/rules/series.ts'
import { testStore } from '#test/database.ts'
import { type Element, elementsOf, faultsOf, findAll, parseHtml, textOf } from '#test/html.ts'
import { catalogue, entry, readJson } from '#test/pack.ts'
import { starter } from '#test/starter.ts'
import { makeApp } from './app.ts'
import { allPages } from './pages.ts'
import { testFrame, testSecret } from './test-app.ts'
import type { StaffDesk } from './staff-pages.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const home = parseHomeRegion(JSON.stringify(readJson('packs/BG344/region.json')))
const app = makeApp({ store, pages: allPages({ desk: {} as StaffDesk, home, email: 'pid@example.bg' }), frame: testFrame, secret: testSecret, clock: () => now })
const sent = async (path: string): Promise<string> => {
  const answer = await app.request(path)
  if (answer.status !== 200) throw new Error(`${answer.status} ${path}`)
  return answer.text()
}
const mainOf = async (path: string): Promise<Element> => findAll(parseHtml(await sent(path)), 'main')[0] as Element
const withClass = (element: Element, name: string): Element[] => elementsOf(element).filter((each) => (each.attributes.class ?? '').split(' ').includes(name))
const words = (element: Element | undefined): string => (element === undefined ? '' : textOf(element).replace(/[\s\u00a0]+/g, ' ').trim())

const profile = await store.reading((reader) => findProfile(reader, { now }))
if (profile === undefined) throw new Error('no profile')
const rows = await store.reading((reader) => listCatalogue(reader, { now }))
const filled = rows.filter((row) => row.hasFigures).map((row) => row.indicator.key)
const pageOf = async (key: string, period?: Period) => {
  const found = await store.reading((reader) => findIndicatorPage(reader, { key, now, ...(period === undefined ? {} : { period }) }))
  if (found === undefined) throw new Error(key)
  return found
}
const indicatorMain = (key: string, language = 'bg', query = ''): Promise<Element> => mainOf(`/${language}/evidence/indicators/${key}${query}`)

describe('every number on a profile', () => {
  test.each(['/bg', '/en', '/bg/evidence', '/en/evidence', '/bg/evidence/regions/SZR23', '/en/evidence/regions/BG411'])('%s: shows its unit, its period, its source and its vintage', async (path) => {
    const cards = withClass(await mainOf(path), 'p-figure')
    expect(cards.length).toBeGreaterThan(3)
    for (const card of cards) {
      const name = words(withClass(card, 'p-card-name')[0])
      expect(words(withClass(card, 'p-figure-number')[0]), name).toMatch(/^[−\d]/)
      const unit = words(withClass(card, 'p-figure-unit')[0])
      expect(unit, name).toMatch(/(\d{4} г\.|\d{4})$/)
      const isNamedByPercent = words(withClass(card, 'p-figure-number')[0]).endsWith('%')
      expect(isNamedByPercent || /[а-яa-z]/i.test(unit.replace(/\d{4}( г\.)?$/, '')), `${name}: ${unit}`).toBe(true)
      const source = words(withClass(card, 'p-figure-source')[0])
      expect(source, name).toMatch(path.startsWith('/bg') ? /издание от .*\d{4} г\./ : /vintage of .*\d{4}/)
      expect(source, name).toMatch(/НСИ|Евростат|Агенция по заетостта|Европейска комисия|NSI|Eurostat|Employment Agency|European Commission/)
    }
  })
  test('that belongs to a higher level says whose it is above the number, and is not green; all others are the region’s own', async () => {
    const cards = withClass(await mainOf('/bg/evidence'), 'p-figure')
    const headlines = profile.domains.flatMap((domain) => domain.headlines).filter((headline) => headline.newest !== null)
    expect(cards).toHaveLength(headlines.length)
    expect(headlines.filter((headline) => headline.isOfHigherLevel).length).toBeGreaterThan(5)
    for (const headline of headlines) {
      const card = cards.find((one) => words(withClass(one, 'p-card-name')[0]) === headline.indicator.shortName.bg.replace(/\u00a0/g, ' '))
      const level = words(withClass(card as Element, 'p-figure-level')[0])
      expect(level, headline.indicator.key).toBe(headline.isOfHigherLevel ? `стойност за ${headline.shown.level === 'country' ? 'България' : 'Югоизточния район'}` : '')
      expect(card?.attributes['data-level'], headline.indicator.key).toBe(headline.isOfHigherLevel ? 'other' : undefined)
    }
  })
  test('of another district or of a municipality is not green either', async () => {
    for (const path of ['/bg/evidence/regions/BG341', '/bg/evidence/regions/SZR31']) {
      const main = await mainOf(path)
      expect(withClass(main, 'p-figure').filter((card) => card.attributes['data-level'] !== 'other'), path).toEqual([])
      expect(withClass(main, 'is-region'), path).toEqual([])
    }
  })
  test('older than three years says so beside it', async () => {
    const cards = withClass(await mainOf('/bg/evidence'), 'p-figure')
    for (const card of cards) {
      const year = Number(/(\d{4}) г\.$/.exec(words(withClass(card, 'p-figure-unit')[0]))?.[1])
      expect(/Стари данни/.test(words(withClass(card, 'p-figure-caution')[0])), words(withClass(card, 'p-card-name')[0])).toBe(year < 2023)
    }
  })
  test('that stands on too few cases is not shown, and says how few', async () => {
    expect(words(await mainOf('/bg/evidence/regions/SZR23'))).toMatch(/Живородени на 1 000 души, 2024 г\.: твърде малко случаи \(18, нужни са поне 30\)/)
    expect(words(await indicatorMain('ctx.births.rate'))).toMatch(/Опан: твърде малко случаи \(18, нужни са поне 30\)/)
  })
})

describe('a municipality', () => {
  test('without a value that its like have is told so with the reason, and counted', async () => {
    const opan = words(await mainOf('/bg/evidence/regions/SZR23'))
    expect(opan).toMatch(/Дял на населението в градовете, 2024 г\.: няма случаи\./)
    expect(opan).toMatch(/Територия 5 от 6/)
  })
  test('of one person has „1 човек“, never „1 души“', async () => {
    for (const code of ['SZR04', 'SZR23', 'SZR31', 'SZR38']) expect(words(await mainOf(`/bg/evidence/regions/${code}`))).not.toMatch(/(?<![\d\u00a0,])1[\s\u00a0]?(души|деца|предприятия|населени места)/)
  })
})

describe('how much is known', () => {
  const listed = catalogue.filter((one) => one.hidden !== true)
  const known = listed.filter((one) => one.reasonWithoutFigures === undefined)
  test('is counted as the catalogue has it: on the home page, the profile and the list, in both languages', async () => {
    for (const path of ['', '/evidence', '/evidence/indicators']) {
      expect(words(await mainOf(`/bg${path}`)), path).toContain(`${known.length} от ${listed.length} показателя имат стойности`)
      expect(words(await mainOf(`/en${path}`)), path).toContain(`${known.length} of ${listed.length} indicators have figures`)
    }
  })
  test('adds up over the topics of the profile', async () => {
    const counts = withClass(await mainOf('/bg/evidence'), 'p-topics')[0]
    const pairs = [...words(counts).matchAll(/(\d+) от (\d+)/g)].map(([, have, of]) => [Number(have), Number(of)] as const)
    expect(pairs.map(([have]) => have).reduce((a, b) => a + b)).toBe(known.length)
    expect(pairs.map(([, of]) => of).reduce((a, b) => a + b)).toBe(listed.length)
  })
  test('an indicator without figures says why, and by what command they come', async () => {
    const without = rows.filter((row) => !row.hasFigures)
    expect(without.length).toBe(listed.length - known.length)
    for (const { indicator } of without) {
      const main = words(await indicatorMain(indicator.key))
      expect(main, indicator.key).toContain((indicator.reasonWithoutFigures?.bg ?? '?').replace(/\s+/g, ' '))
      expect(main, indicator.key).toContain(entry(indicator.key).load?.command ?? '?')
    }
  })
})

describe('the page of an indicator', () => {
  test('of every one with figures shows the number with unit, period, whose it is, source and vintage', async () => {
    for (const key of filled) {
      const main = await indicatorMain(key)
      const answer = words(withClass(main, 'p-answer')[0])
      expect(answer, key).toMatch(/\d{4} г\./)
      expect(answer, key).toMatch(/област Стара Загора|Югоизточния район|България/)
      expect(answer, key).toMatch(/издание от .*\d{4} г\./)
    }
  })
  test('never draws a higher level green, and says beside the number that it is not the district’s', async () => {
    for (const key of filled) {
      const found = await pageOf(key)
      const main = await indicatorMain(key)
      if (!found.isOfHigherLevel) continue
      expect(withClass(main, 'p-answer')[0]?.attributes['data-level'], key).toBe('other')
      expect(withClass(withClass(main, 'chart')[0] as Element, 'is-region'), key).toEqual([])
      expect(words(main), key).toMatch(/не я четете като стойност за област Стара Загора/)
    }
  })
  test('never tells a change across a break, in no language', async () => {
    let told = 0
    for (const key of filled) {
      const found = await pageOf(key)
      const series = found.chosen.find((one) => one.region.code === found.shown.code)?.series
      if (!series) continue
      const cuts = breaksOf(series, found.indicator.caveats).map((cut) => cut.before)
      for (const language of languages) {
        const main = await indicatorMain(key, language)
        for (const heading of elementsOf(main).filter((each) => /^h[1-4]$/.test(each.tag)).map(words)) {
          const change = /(?:през |in )(\d{4}).*(?:през |in )(\d{4})/.exec(heading)
          if (change === null || !/нарасна|намал|rose|fell/.test(heading)) continue
          told += 1
          const [, from, to] = change as unknown as [string, Period, Period]
          expect(cuts.filter((cut) => comparePeriods(cut, from) > 0 && comparePeriods(cut, to) <= 0), `${key}: ${heading}`).toEqual([])
        }
      }
    }
    expect(told).toBeGreaterThan(40)
  })
  test('never reads as progress where the price of electricity moves the value, and says so', async () => {
    const moved = filled.filter((key) => entry(key).caveats.some((caveat) => caveat.kind === 'price' && (caveat.regions === undefined || caveat.regions.includes('BG344'))))
    expect(moved).toEqual(expect.arrayContaining(['ctx.gdp', 'ctx.gdp.recent', 'ctx.gdp.total', 'ctx.gva.industry']))
    for (const key of moved) for (const language of languages) {
      const main = await indicatorMain(key, language)
      const headings = elementsOf(main).filter((each) => /^h[1-4]$/.test(each.tag)).map(words).join(' · ')
      expect(headings, key).not.toMatch(/нарасна|намаля|по-добр|rose|fell|better/)
      expect(words(withClass(main, 'p-answer')[0]), key).not.toMatch(/\d-\u2060?\S+ място(?! по стойност)|по-добр|\d(st|nd|rd|th) of|better/)
      expect(words(main), key).toMatch(language === 'bg' ? /цената на електроенергията/ : /price of electricity/)
    }
    expect(words(withClass(await mainOf('/bg/evidence'), 'chart')[0])).not.toMatch(/БВП|Индустрия/)
  })
  test('keeps the reading of low reliability: brackets on the map, no place, no comparison', async () => {
    const main = await indicatorMain('ctx.unemp', 'bg', '?period=2023')
    const map = elementsOf(main).find((each) => each.attributes.id === 'map')
    expect(words(map)).toContain('(2,3)')
    const ladder = elementsOf(main).find((each) => each.attributes.id === 'ladder')
    expect(words(findAll(ladder as Element, 'h3')[0])).toMatch(/не се класира през 2023 г\.: стойността \(2,3 %\) е с ниска надеждност/)
  })
  test('says of a hidden value that it is hidden, and never makes it zero', async () => {
    const main = await indicatorMain('ent.fdi.total', 'bg', '?period=2019')
    const ladder = elementsOf(main).find((each) => each.attributes.id === 'ladder') as Element
    expect(words(ladder).match(/повер/gi)?.length ?? 0).toBeGreaterThanOrEqual(2)
    expect(withClass(ladder, 'value').map(words)).not.toContain('0')
  })
  test('marks what the source marks: the census breaks of the population stand on the drawing', async () => {
    const line = elementsOf(await indicatorMain('ctx.pop')).find((each) => each.attributes.id === 'line') as Element
    expect(withClass(line, 'cut').length).toBeGreaterThan(0)
    expect(words(line)).toContain('прекъсване: преброяване')
  })
})

describe('every page of evidence', () => {
  const paths = ['', '/evidence', '/evidence/indicators', '/evidence/datasets', '/evidence/datasets/nsi-1169', '/evidence/regions/SZR31', '/project', '/accessibility', '/privacy', '/search?q=people', ...rows.map((row) => `/evidence/indicators/${row.indicator.key}`)]
  test.each(languages)('in %s is whole: names, labels, captions and ids', async (language) => {
    for (const path of paths) expect(faultsOf(parseHtml(await sent(`/${language}${path}`))), path).toEqual([])
  })
})
