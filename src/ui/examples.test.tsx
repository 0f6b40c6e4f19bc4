// Every example of every part in both languages, as HTML.
import { describe, expect, it } from 'vitest'
import { languages } from '#kernel/language.ts'
import { elementsOf, faultsOf, parseHtml, textOf } from '#test/html.ts'
import { findCatalogueScreen, listCharts } from './catalogue.tsx'
import { allExamples } from './examples.ts'

describe.each(languages)('examples in %s', (language) => {
  for (const part of allExamples) {
    for (const example of part.examples) {
      it(`${part.part} · ${example.key} is whole, named and without style or script`, () => {
        const root = parseHtml(String(example.draw(language)))
        expect(faultsOf(root)).toEqual([])
        expect(elementsOf(root).length).toBeGreaterThan(0)
      })
    }
  }
  it.each([null, ...listCharts()])('together they make a page on which no id stands twice: %s', (chart) => {
    expect(faultsOf(parseHtml(String(findCatalogueScreen({ language, chart })?.body)))).toEqual([])
  })
  it.each([null, ...listCharts()])('has no Bulgarian word on the English page, but for names and the other language itself: %s', (chart) => {
    if (language !== 'en') return
    const root = parseHtml(String(findCatalogueScreen({ language, chart })?.body))
    const foreign = elementsOf(root).filter((element) => element.attributes.lang === 'bg').map(textOf)
    const text = foreign.reduce((rest, each) => rest.replace(each, ''), textOf(root))
    expect(text.match(/\p{Script=Cyrillic}+/gu) ?? []).toEqual([])
  })
})

describe('the list of examples', () => {
  it('names every part once', () => {
    const parts = allExamples.map((each) => each.part)
    expect(parts.filter((part, index) => parts.indexOf(part) !== index)).toEqual([])
  })
  it('names every example of a part once', () => {
    for (const part of allExamples) {
      const keys = part.examples.map((each) => each.key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
  it('forgets no file of examples', async () => {
    const { globSync } = await import('node:fs')
    const files = globSync('src/ui/**/*.examples.tsx').map((file) => file.replace(/^.*\/(.*)\.examples\.tsx$/, '$1')).sort()
    expect(allExamples.map((each) => each.part).sort()).toEqual(files)
  })
  it('writes what people typed as text', () => {
    const html = allExamples.flatMap((part) => part.examples.map((each) => String(each.draw('bg')))).join('')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })
})
