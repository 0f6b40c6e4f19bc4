import { describe, expect, test } from 'vitest'
import type { Typed } from '#kernel/answer.ts'
import { blank, fromIndicator, indicatorForm, typedValues } from './forms.ts'
import { exampleIndicator } from './rules/example-series.ts'

const typed = (values: Readonly<Record<string, string>>): Typed => ({ files: {}, text: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, [text]])) })
const good = {
  ...blank, key: 'ent.new', name_bg: 'Нов', name_en: 'New', short_bg: 'Нов', short_en: 'New', definition_bg: 'Какво е', definition_en: 'What it is', unit_bg: 'лева', unit_en: 'EUR per head', currency: 'EUR',
  dataset: 'nsi-629', filter: 'Indicators=3.1.1.6.1\nunit=1000EUR|1000BGN', measures: 'amount', stored_currency: 'BGN', why: 'нужен е',
}
const problems = (values: Readonly<Record<string, string>>): readonly string[] => {
  const parsed = indicatorForm(typed(values))
  return parsed.ok ? [] : parsed.problem.map((problem) => problem.field)
}
describe('an analyst defines an indicator', () => {
  test('straight from a dataset, stored in lev and shown in euro', () => {
    const parsed = indicatorForm(typed(good))
    expect(parsed.ok && parsed.value).toMatchObject({
      key: 'ent.new', unit: { id: 'eur-per-head', currency: 'EUR' }, decimals: 1,
      from: { kind: 'direct', dataset: 'nsi-629', filter: { Indicators: '3.1.1.6.1', unit: ['1000EUR', '1000BGN'] }, limits: { adds: 'regions', low: 0 }, unit: { currency: 'BGN' } },
    })
  })
  test('from others', () => {
    expect(indicatorForm(typed({ ...good, kind: 'ratio', over: 'a.b', under: 'c.d', times: '1000' }))).toMatchObject({ ok: true, value: { from: { kind: 'ratio', over: 'a.b', under: 'c.d', times: 1000 } } })
    expect(indicatorForm(typed({ ...good, kind: 'sum', of: 'a.b, c.d' }))).toMatchObject({ ok: true, value: { from: { kind: 'sum', of: ['a.b', 'c.d'] } } })
  })
  test('every wrong field is told at once, beside itself and in both languages', () => {
    expect([...problems(blank)].sort()).toEqual(['dataset', 'definition_bg', 'definition_en', 'key', 'name_bg', 'name_en', 'short_bg', 'short_en', 'unit_bg', 'unit_en', 'why'])
    const parsed = indicatorForm(typed({ ...good, key: 'Няма точка' }))
    expect(!parsed.ok && parsed.problem[0]?.text.bg).toContain('ent.stock')
    expect(!parsed.ok && parsed.problem[0]?.text.en).toContain('ent.stock')
  })
  test('what no definition can be made of is refused', () => {
    expect(problems({ ...good, filter: 'sex is T' })).toEqual(['filter'])
    expect(problems({ ...good, filter: '__proto__=x' })).toEqual(['filter'])
    expect(problems({ ...good, kind: 'ratio', over: 'a.b', under: '', times: 'x' })).toEqual(['under'])
    expect(problems({ ...good, kind: 'difference', of: 'a.b' })).toEqual(['of'])
    expect(problems({ ...good, decimals: '2.5' })).toEqual(['decimals'])
    expect(problems({ ...good, scale: '0' })).toEqual(['scale'])
    expect(problems({ ...good, domain: 'sports' })).toEqual(['domain'])
    expect(problems({ ...good, headline: '-1' })).toEqual(['headline'])
    expect(problems({ ...good, caveat_bg: 'само тук' })).toEqual(['caveat_en'])
  })
  test('the form of an indicator gives the indicator back', () => {
    const definition = { kind: 'ratio', over: 'a.b', under: 'c.d', times: 100 } as const
    const values = { ...fromIndicator(exampleIndicator('x.y', definition)), why: 'причина', unit_bg: 'на сто', unit_en: 'per 100' }
    expect(indicatorForm(typed(values))).toMatchObject({ ok: true, value: { key: 'x.y', from: definition } })
  })
  test('an empty form is not a typed one', () => {
    expect(typedValues(typed({ csrf: 'x' }))).toBeUndefined()
    expect(typedValues(typed({ key: 'a.b' }))).toMatchObject({ key: 'a.b', name_bg: '' })
  })
})
