// Every chart as the page receives it: what a drawing must hold, what it must never do, and a few drawings kept as files.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { languages } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { type Element, elementsOf, findAll, parseHtml, textOf } from '#test/html.ts'
import type { PartExamples } from '../parts/example.ts'
import { BarChart } from './bar-chart.tsx'
import { examples as bars } from './bar-chart.examples.tsx'
import { examples as crosses } from './crosshair-chart.examples.tsx'
import { exampleWords, people, ratePct, toObservation, years } from './example-region.ts'
import { examples as lines } from './line-chart.examples.tsx'
import { LineChart } from './line-chart.tsx'
import { examples as ranges } from './range-chart.examples.tsx'
import { examples as ladders } from './rank-ladder.examples.tsx'
import { examples as rings } from './ring-chart.examples.tsx'
import { examples as multiples } from './small-multiples.examples.tsx'
import { RangeChart } from './range-chart.tsx'
import { RankLadder } from './rank-ladder.tsx'
import { SmallMultiples } from './small-multiples.tsx'
import { Sparkline } from './sparkline.tsx'
import { examples as maps } from './tile-map.examples.tsx'
import { TileMap } from './tile-map.tsx'

const parts: readonly PartExamples[] = [lines, bars, ladders, ranges, multiples, maps, crosses, rings]
const drawn = (part: PartExamples, key: string, language: Language): string => String(part.examples.find((one) => one.key === key)?.draw(language))
const drawings = (html: string): readonly Element[] => findAll(parseHtml(html), 'svg').filter((svg) => svg.attributes.class?.startsWith('chart-svg'))
const words = (id: string) => exampleWords({ id, language: 'bg', heading: { bg: 'Заглавие', en: '' }, subtitle: { bg: 'Показател', en: '' } })

describe.each(languages)('every example in %s', (language) => {
  for (const part of parts) {
    for (const example of part.examples) {
      test(`${part.part} · ${example.key} is drawn for two widths, each with title and description`, () => {
        const both = drawings(String(example.draw(language)))
        expect(both.map((svg) => svg.attributes.viewBox?.split(' ')[2])).toEqual(['720', '360'])
        for (const svg of both) {
          expect(textOf(findAll(svg, 'title')[0] as Element)).not.toBe('')
          expect(textOf(findAll(svg, 'desc')[0] as Element)).not.toBe('')
          const leads = findAll(svg, 'a').length > 0
          expect(svg.attributes.role).toBe(leads ? 'group' : 'img')
        }
      })
      test(`${part.part} · ${example.key} keeps its numbers to a tenth of a pixel and its bytes few`, () => {
        const html = String(example.draw(language))
        for (const svg of drawings(html)) {
          for (const element of elementsOf(svg)) for (const name of ['d', 'x', 'y', 'width', 'height']) expect(element.attributes[name] ?? '').not.toMatch(/\.\d\d/)
        }
        for (const [svg] of html.matchAll(/<svg class="chart-svg[^]*?<\/svg>/g)) expect(Buffer.byteLength(svg)).toBeLessThan(part.part === 'line-chart' && example.key !== 'crowd' ? 5000 : 14_000)
      })
      test(`${part.part} · ${example.key} says a missing word nowhere`, () => {
        expect(String(example.draw(language))).not.toMatch(/ui_chart_|undefined|NaN|Infinity|\[object/)
      })
    }
  }
})

describe('a line chart', () => {
  const chart = (points: Parameters<typeof years>[1], more = {}): Element =>
    drawings(String(<LineChart {...words('t')} quantity={ratePct('bg')} series={[{ id: 'r', name: 'Област Липова', stance: 'region', points: years(2018, points), ...more }]} />))[0] as Element
  const line = (svg: Element): string => findAll(svg, 'path').find((path) => path.attributes.class === 'line')?.attributes.d ?? ''
  const count = (svg: Element, name: string): number => findAll(svg, 'path').filter((path) => path.attributes.class === name).reduce((sum, path) => sum + (path.attributes.d?.match(/M/g)?.length ?? 0), 0)

  test('interrupts its line at a break and marks the place', () => {
    const svg = chart([1, 2, 3, '4b', 5, 6])
    expect(line(svg).match(/M/g)).toHaveLength(2)
    expect(count(svg, 'cut')).toBe(2)
    expect(textOf(svg)).toContain('прекъсване на реда')
  })
  test('leaves a gap where a value is missing, without the mark of a break', () => {
    const svg = chart([1, 2, ':', 4, 5])
    expect(line(svg).match(/M/g)).toHaveLength(2)
    expect(count(svg, 'cut')).toBe(0)
  })
  test('shows a value that stands alone between gaps as a dot', () => {
    expect(count(chart([1, ':', 3, ':', 5, 6]), 'dot')).toBe(3)
  })
  test('shows flagged values as rings, the last one too', () => {
    const svg = chart([1, '2u', '3e', 4, '5p'])
    expect(count(svg, 'ring')).toBe(3)
    expect(count(svg, 'dot')).toBe(0)
  })
  test('dashes a forecast and says that it is one', () => {
    const svg = chart([1, 2, '3f', '4f'])
    expect(findAll(svg, 'path').filter((path) => path.attributes.class === 'line ahead')).toHaveLength(1)
    expect(textOf(svg)).toContain('прогноза')
  })
  test('draws the region last, on top of everybody', () => {
    const html = drawn(lines, 'four-lines', 'bg')
    const svg = drawings(html)[0] as Element
    const stances = elementsOf(svg).filter((element) => /^is-/.test(element.attributes.class ?? '')).map((element) => element.attributes.class)
    expect(stances).toEqual(['is-eu', 'is-country', 'is-named', 'is-region'])
  })
  test('says when its axis does not start at zero, and keeps silent when it does', () => {
    const said = (values: readonly number[]): string => String(<LineChart {...words('t')} quantity={people('bg')} series={[{ id: 'r', name: 'Липова', stance: 'region', points: years(2018, values) }]} />)
    expect(said([300, 310, 320])).toContain('не започва от нулата')
    expect(said([3, 100, 320])).not.toContain('не започва от нулата')
  })
  test('without a single value is still a whole figure that says so', () => {
    const html = String(<LineChart {...words('t')} quantity={ratePct('bg')} series={[{ id: 'r', name: 'Област Липова', stance: 'region', points: years(2020, [':', ':c']) }]} />)
    expect(html).toContain('Област Липова: няма стойности за показване')
    expect(html).not.toMatch(/NaN|Infinity/)
    expect(String(<LineChart {...words('t')} quantity={ratePct('bg')} series={[]} />)).not.toMatch(/NaN|Infinity/)
  })
  test('writes names as text, never as markup', () => {
    const html = String(<LineChart {...words('t')} quantity={ratePct('bg')} series={[{ id: 'r', name: '<script>x</script>', stance: 'region', points: years(2020, [1, 2]) }]} />)
    expect(html).not.toContain('<script')
  })
})

describe('the table behind a chart', () => {
  test('holds every value with its flags in words and every missing one with its reason', () => {
    const table = textOf(findAll(parseHtml(drawn(lines, 'flags', 'bg')), 'table')[0] as Element)
    for (const text of ['2,3\u00a0% ниска надеждност', '– няма данни', '4,0\u00a0% предварителна стойност', '4,2\u00a0% прекъсване на реда']) expect(table).toContain(text)
  })
  test('says of a period that only other series have that the source does not serve it', () => {
    const html = String(<LineChart {...words('t')} quantity={ratePct('bg')} series={[{ id: 'a', name: 'А', stance: 'region', points: years(2020, [1]) }, { id: 'b', name: 'Б', stance: 'country', points: years(2020, [1, 2]) }]} />)
    expect(textOf(findAll(parseHtml(html), 'table')[0] as Element)).toContain('източникът не публикува стойност')
  })
  test('says the reason and the flag of a missing value that carries one', () => {
    const html = String(<BarChart {...words('t')} quantity={ratePct('bg')} bars={[{ value: null, flags: 'b', missing: 'unreliable', code: 'A', name: 'А', stance: 'other' }]} />)
    expect(textOf(findAll(parseHtml(html), 'table')[0] as Element)).toContain('твърде ненадеждно, не се публикува, прекъсване на реда')
  })
  test('is reached by the keyboard and has the CSV beside it', () => {
    const root = parseHtml(drawn(lines, 'flags', 'bg'))
    expect(findAll(root, 'div').find((div) => div.attributes.class === 'chart-table-box')?.attributes.tabindex).toBe('0')
    expect(findAll(root, 'a').some((link) => link.attributes.class?.includes('chart-csv'))).toBe(true)
  })
})

describe('bars', () => {
  test('all begin at the one line of zero', () => {
    const svg = drawings(drawn(bars, 'flags-and-gaps', 'bg'))[0] as Element
    const zero = Number(/^M([\d.]+),/.exec(findAll(svg, 'path').find((path) => path.attributes.class === 'base')?.attributes.d ?? '')?.[1])
    for (const bar of findAll(svg, 'rect')) {
      const [x, width] = [Number(bar.attributes.x), Number(bar.attributes.width)]
      expect(Math.min(Math.abs(x - zero), Math.abs(x + width - zero))).toBeLessThan(0.15)
    }
  })
  test('write the reason where there is no value, and draw no bar', () => {
    const html = String(<BarChart {...words('t')} quantity={ratePct('bg')} bars={[{ ...toObservation('2024' as Period, ':c'), code: 'A', name: 'А', stance: 'other' }]} />)
    expect(findAll(parseHtml(html), 'rect')).toHaveLength(0)
    expect(textOf(drawings(html)[0] as Element)).toContain('поверително')
    expect(html).not.toMatch(/NaN|Infinity/)
  })
})

describe('the tile map', () => {
  test('writes code, value and name on every tile, and what a link leads to', () => {
    const svg = drawings(drawn(maps, 'districts', 'bg'))[0] as Element
    const tiles = findAll(svg, 'a')
    expect(tiles).toHaveLength(28)
    const home = tiles.find((tile) => tile.attributes.href === '#map-LIP') as Element
    expect(['LIP', '4,0', 'Липова'].every((text) => textOf(home).includes(text))).toBe(true)
    expect(textOf(findAll(home, 'title')[0] as Element)).toBe('Липова 4,0\u00a0%')
  })
  test('names every code under a drawing whose tiles are too small for names', () => {
    const svg = drawings(drawn(maps, 'districts', 'bg'))[1] as Element
    expect(findAll(svg, 'tspan')).toHaveLength(28)
  })
  test('brackets what is unreliable, gives it no class, and says why a value is missing', () => {
    const html = drawn(maps, 'districts', 'bg')
    expect(textOf(drawings(html)[0] as Element)).toContain('(1,2)')
    expect(textOf(parseHtml(html))).toContain('Без стойност: Пасарел – поверително; Хълмино – няма данни.')
  })
})

describe('a sparkline', () => {
  test('is decoration without a name and is read aloud with one', () => {
    const points = years(2020, [1, 2, 3])
    expect(String(<Sparkline language="bg" points={points} />)).toContain('aria-hidden="true"')
    expect(String(<Sparkline language="bg" points={points} name="Безработица" quantity={ratePct('bg')} />)).toContain('role="img" aria-label="Линейна графика с един ред. Последна стойност: Безработица 3,0')
  })
  test('is not drawn without a value', () => {
    expect(Sparkline({ language: 'bg', points: years(2020, [':']) })).toBeNull()
  })
  test('draws a flat series in the middle', () => {
    expect(String(<Sparkline language="bg" points={years(2020, [4, 4])} />)).toContain('M5,20L155,20')
  })
})

describe('a chart of nothing', () => {
  const nothing = [{ ...toObservation('2024' as Period, ':'), code: 'A', name: 'А', stance: 'region' as const }]
  const empty: readonly (readonly [string, () => unknown])[] = [
    ['ladder', () => <RankLadder {...words('t')} quantity={ratePct('bg')} standings={nothing} />],
    ['ladder without rungs', () => <RankLadder {...words('t')} quantity={ratePct('bg')} standings={[]} />],
    ['bars', () => <BarChart {...words('t')} quantity={ratePct('bg')} bars={[]} />],
    ['multiples', () => <SmallMultiples {...words('t')} quantity={ratePct('bg')} panels={[]} />],
    ['multiples without values', () => <SmallMultiples {...words('t')} quantity={ratePct('bg')} panels={[{ id: 'a', title: 'А', own: { id: 'a', name: 'А', stance: 'other', points: years(2020, [':']) } }]} />],
    ['map', () => <TileMap {...words('t')} quantity={ratePct('bg')} layout={{ tiles: [] }} standings={[]} />],
    ['map without values', () => <TileMap {...words('t')} quantity={ratePct('bg')} layout={{ tiles: [{ code: 'A', column: 0, row: 0 }] }} standings={nothing} />],
    ['ranges', () => <RangeChart {...words('t')} scale="shared" ownName="А" peersName="Б" rows={[]} />],
    ['ranges without values', () => <RangeChart {...words('t')} scale="own" ownName="А" peersName="Б" rows={[{ id: 'a', label: 'А', quantity: ratePct('bg'), own: { value: null, flags: '', missing: 'unknown' }, spread: null }]} />],
  ]
  test.each(empty)('%s is drawn, and ends', (_, draw) => {
    const html = String(draw())
    expect(html).toContain('<figure')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })
})

/** A drawing that readers receive does not change unseen: the new one is put beside the old, `-changed`, for whoever decides. */
const kept: readonly (readonly [PartExamples, string])[] = [[lines, 'four-lines'], [lines, 'breaks'], [bars, 'flags-and-gaps'], [ladders, 'intervals'], [ranges, 'own-scales'], [multiples, 'municipalities'], [maps, 'municipalities']]
describe('the kept drawings', () => {
  test.each(kept.map(([part, key]) => [`${part.part} · ${key}`, part, key] as const))('%s is as it was', (_, part, key) => {
    const file = join(import.meta.dirname, 'cases', `${part.part}-${key}.svg`)
    const changed = file.replace('.svg', '-changed.svg')
    const svg = `${(/<svg class="chart-svg[^]*?<\/svg>/.exec(drawn(part, key, 'bg'))?.[0] ?? '').replaceAll('><', '>\n<')}\n`
    const old = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (svg === old) rmSync(changed, { force: true })
    else writeFileSync(changed, svg)
    expect(svg === old, `${part.part}-${key}.svg changed: look at ${part.part}-${key}-changed.svg beside it and, if it is right, put it in its place`).toBe(true)
  })
})
