import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { speak } from '#kernel/speak.ts'
import { checkNames, checkResults } from '../rules.ts'
import { sayCheck, sayRemark, sayResult, sentenceNames, writeChecksCsv } from './wording.ts'

test('every sentence a check can find is there, and none that no check finds', () => {
  const used = new Set(readdirSync(import.meta.dirname).filter((name) => /^(check-|revisions|examination)/.test(name) && !name.includes('.test.')).flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    return [...text.matchAll(/says: '([a-zA-Z]+)'/g), ...text.matchAll(/'(homeRevised|homeVanished|jumpUp|jumpDown|tooLow|tooHigh|notWhole|codesUnlisted|dimensionUnlisted|breaks|definitionDiffers|lowReliability)'/g)].map((found) => found[1] ?? '')
  }))
  expect([...used].sort()).toEqual([...sentenceNames].sort())
})
test('numbers are said as the language says them', () => {
  const remark = { says: 'sumDiffers', facts: { of: 'nuts3', parts: 28, whole: 6437360, sum: 6437400.5, difference: 40.5, allowance: 14.5 } }
  expect(sayRemark(speak('bg'), remark)).toContain('6\u00a0437\u00a0400,5')
  expect(sayRemark(speak('en'), remark)).toContain('6,437,400.5')
  expect(sayRemark(speak('en'), remark)).toContain('district')
})
test('numbers are rounded to what can be read, and small ones do not become nothing', () => {
  const remark = { says: 'sumDiffers', facts: { of: 'nuts3', parts: 6, whole: 13453, sum: 25390, difference: 11937.00000012, allowance: 2.5000001 } }
  expect(sayRemark(speak('bg'), remark)).toMatch(/11\u00a0937, а .* 2,5\.$/)
  expect(sayRemark(speak('en'), { ...remark, facts: { ...remark.facts, difference: 0.00012 } })).toContain('0.00012')
})
test('one code is one code, and codes of no version are said to be of none', () => {
  const remark = { says: 'regionsOfAnotherVersion', facts: { version: '2021', count: 1, codes: 'BG999', elsewhere: '' } }
  expect(sayRemark(speak('bg'), remark)).toBe('Един код на регион не е от NUTS 2021: BG999. Такъв код няма в нито една версия на NUTS. Стойностите му не се записват.')
  expect(sayRemark(speak('en'), remark)).toBe('One region code is not of NUTS 2021: BG999. No version of NUTS has such a code. Its values are not stored.')
  expect(sayRemark(speak('en'), { ...remark, facts: { ...remark.facts, count: 2, codes: 'BE221, BE224', elsewhere: '2016' } })).toBe('2 region codes are not of NUTS 2021: BE221, BE224. These codes are of NUTS 2016. Their values are not stored.')
})
test("a reader's own sentence is said in the language of the page", () => {
  const remark = { says: 'unreadable', facts: { bg: 'Ред 3', en: 'Line 3' } }
  expect(sayRemark(speak('bg'), remark)).toBe('Ред 3')
  expect(sayRemark(speak('en'), remark)).toBe('Line 3')
})
test('every check and every result has a name', () => {
  for (const language of ['bg', 'en'] as const) {
    for (const check of checkNames) expect(sayCheck(speak(language), check)).not.toBe('')
    for (const result of [...checkResults, 'notReached' as const]) expect(sayResult(speak(language), result)).not.toBe('')
  }
})
test('the report is a table that no spreadsheet takes for a formula', () => {
  const csv = writeChecksCsv({ language: 'en', remarks: [{ check: 'codes', result: 'hold', says: 'codesNew', facts: { dimension: 'unit', count: 1, codes: '=1+1, "x"' }, selection: '=cmd', region: 'BG344', period: null }] })
  const [header, line] = csv.replace('\uFEFF', '').split('\r\n')
  expect(header).toBe('check,result,check_code,result_code,indicator,region,period,remark')
  expect(line).toContain("'=cmd,BG344,,")
  expect(line).toContain('""x""')
})
