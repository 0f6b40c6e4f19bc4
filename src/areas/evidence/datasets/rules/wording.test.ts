import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { speak } from '#kernel/speak.ts'
import { checkNames, checkResults } from '../rules.ts'
import { sayCheck, sayRemark, sayResult, sentenceNames, writeChecksCsv } from './wording.ts'

test('every sentence a check can find is there, and none that no check finds', () => {
  const used = new Set(readdirSync(import.meta.dirname).filter((name) => /^(check-|revisions|examination)/.test(name) && !name.includes('.test.')).flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    return [...text.matchAll(/says: '([a-zA-Z]+)'/g), ...text.matchAll(/'(homeRevised|homeVanished|jumpUp|jumpDown|tooLow|tooHigh|notWhole|breaks|definitionDiffers|lowReliability)'/g)].map((found) => found[1] ?? '')
  }))
  expect([...used].sort()).toEqual([...sentenceNames].sort())
})
test('numbers are said as the language says them', () => {
  const remark = { says: 'sumDiffers', facts: { of: 'nuts3', parts: 28, whole: 6437360, sum: 6437400.5, difference: 40.5, allowance: 14.5 } }
  expect(sayRemark(speak('bg'), remark)).toContain('6\u00a0437\u00a0400,5')
  expect(sayRemark(speak('en'), remark)).toContain('6,437,400.5')
  expect(sayRemark(speak('en'), remark)).toContain('district')
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
