// What the forms of an index refuse, each with a sentence beside its field; what was typed is the door's to keep.
import { expect, test } from 'vitest'
import type { Typed } from '#kernel/answer.ts'
import { frameworkForm, numberOf, pressForm, scoreForm } from './forms.ts'

const typed = (fields: Readonly<Record<string, string>>): Typed => ({ text: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), files: {} })
const good = {
  version: '3', title_bg: 'Умения', title_en: 'Skills', group_0_key: 'people', group_0_bg: 'Хора', group_0_en: 'People', group_0_weight: '1', group_0_parent: 'index',
  group_1_bg: 'Труд', group_1_en: 'Work and pay', group_1_weight: '2,5', group_1_parent: 'index',
  'in.ctx.migr': 'people', 'weight.ctx.migr': '1', 'direction.ctx.migr': '1', 'in.ctx.unemp': 'row-1', 'weight.ctx.unemp': '1', 'direction.ctx.unemp': '-1', 'in.ctx.gini': '',
  carry: '2', imputation: 'median', treatment: 'rule', winmax: '5', normalisation: 'min-max', weighting: 'stated', inside: 'arithmetic', above: 'geometric', least_region: '66,7', least_group: '50', runs: '500', seed: '9',
}
const fieldsOf = (change: Readonly<Record<string, string>>): readonly string[] => {
  const found = frameworkForm(typed({ ...good, ...change }))
  return found.ok ? [] : found.problem.map((one) => one.field)
}
test('a framework is read as it was typed: a new pillar gets its key, a blank choice stays out, a comma is a decimal point', () => {
  const found = frameworkForm(typed(good))
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  const { framework, version } = found.value
  expect(version).toBe(3)
  expect(framework.groups.map((group) => [group.key, group.parent, group.weight])).toEqual([['index', null, 1], ['people', 'index', 1], ['work-and-pay', 'index', 2.5]])
  expect(framework.indicators).toEqual([{ indicator: 'ctx.migr', parent: 'people', weight: 1, direction: 1 }, { indicator: 'ctx.unemp', parent: 'work-and-pay', weight: 1, direction: -1 }])
  expect(framework).toMatchObject({ carryYears: 2, runs: 500, seed: 9, steps: { imputation: { kind: 'median' }, normalisation: { kind: 'min-max', lower: 1, upper: 100 }, aggregation: [{ kind: 'arithmetic' }, { kind: 'geometric' }], leastShare: 0.5 } })
})
test.each([
  ['no title', { title_bg: ' ' }, 'title_bg'], ['a word in the address that is none', { key: 'Две думи' }, 'key'], ['a word that is ours', { key: 'new' }, 'key'],
  ['a pillar named in one language', { group_1_en: '' }, 'group_1_en'], ['two pillars of one name', { group_1_en: 'People', group_0_key: '' }, 'group_1_en'], ['a negative weight', { 'weight.ctx.migr': '-1' }, 'weight.ctx.migr'],
  ['a weight that is a word', { group_0_weight: 'много' }, 'group_0_weight'], ['a pillar that has no name', { 'in.ctx.unemp': 'row-2' }, 'in.ctx.unemp'], ['a pillar that is part of itself', { group_0_parent: 'people' }, 'group_0_parent'],
  ['too few repetitions', { runs: '5' }, 'runs'], ['a share above the whole', { least_group: '120' }, 'least_group'], ['a geometric mean of values around zero', { normalisation: 'z-score' }, 'normalisation'], ['codes that are none', { regions: 'BG344, някъде' }, 'regions'],
])('%s is refused beside its field', (_, change, field) => { expect(fieldsOf(change)).toContain(field) })
test('a framework without an indicator is no framework', () => { expect(fieldsOf({ 'in.ctx.migr': '', 'in.ctx.unemp': '' })).toEqual(['']) })
test('numbers are read with comma or point, and nothing else is a number', () => {
  expect([numberOf('1,5'), numberOf('1.5'), numberOf('−2'), numberOf(''), numberOf('1e9'), numberOf('NaN'), numberOf('1,2,3')]).toEqual([1.5, 1.5, -2, undefined, undefined, undefined, undefined])
})
test('a button is one of those that are there', () => {
  expect(pressForm(typed({ does: 'publish', version: '2' }))).toMatchObject({ ok: true, value: { does: 'publish', version: 2 } })
  expect(pressForm(typed({ does: 'burn', version: '2' })).ok).toBe(false)
  expect(pressForm(typed({ does: 'publish', version: 'x' })).ok).toBe(false)
})
test('a published score needs all its words, a number and a safe address', () => {
  const score = { does: 'enter', index: 'desi', edition: '2022', region: 'BG', score: '37,68', scale_bg: 'до 100', scale_en: 'up to 100', source_bg: 'ЕК', source_en: 'EC', address: 'https://example.org/desi' }
  expect(scoreForm(typed(score))).toMatchObject({ ok: true, value: { does: 'enter', score: { index: 'desi', score: 37.68, decimals: 2 } } })
  for (const [field, value] of [['score', 'много'], ['address', 'javascript:alert(1)'], ['edition', ''], ['index', 'x']] as const) {
    const found = scoreForm(typed({ ...score, [field]: value }))
    expect(found.ok ? [] : found.problem.map((one) => one.field), field).toContain(field)
  }
})
