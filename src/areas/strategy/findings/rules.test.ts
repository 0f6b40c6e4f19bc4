// The rules of findings, without anything around them.
import { describe, expect, test } from 'vitest'
import { type FindingWords, lacksForPublishing, mostConfidence, showSectors, toWeighed, type Finding } from './rules.ts'
import { quarterOf } from './rules/suggest.ts'
import { deriveChallenges, isPairable, toSwot, towsCells, towsName } from './rules/swot.ts'

const words: FindingWords = { kind: 'weakness', theme: 'people', confidence: 'low', statement: { bg: 'Намаляват', en: 'Fewer' }, says: { bg: '', en: '' }, illustrative: 'no' }
const figure = { kind: 'figure', thing: 'a' } as const, other = { kind: 'figure', thing: 'b' } as const, voice = { kind: 'proposal', thing: 'c' } as const
const fieldsOf = (problems: readonly { readonly field: string }[]) => problems.map(({ field }) => field)
const finding = (number: number, more: Partial<Finding>): Finding => ({ ...words, id: `f${number}` as never, number, state: 'published', suggestion: null, version: 1, publishedAt: null, withdrawnWhy: null, changedAt: new Date(0), ...more })

describe('how sure a finding may be', () => {
  test('one thing alone is low, twice the same thing too; figures alone or voices alone are medium; both are high', () => {
    expect([mostConfidence([]), mostConfidence([figure]), mostConfidence([figure, figure]), mostConfidence([figure, other]), mostConfidence([figure, voice])]).toEqual([null, 'low', 'low', 'medium', 'high'])
  })
  test('nothing is published without evidence, without a language, or surer than its evidence bears', () => {
    expect(fieldsOf(lacksForPublishing(words, []))).toEqual(['evidence'])
    expect(fieldsOf(lacksForPublishing({ ...words, statement: { bg: '', en: 'Fewer' }, confidence: null }, [figure]))).toEqual(['statement_bg', 'confidence'])
    expect(fieldsOf(lacksForPublishing({ ...words, confidence: 'high' }, [figure, other]))).toEqual(['confidence'])
    expect(lacksForPublishing({ ...words, confidence: 'high' }, [figure, voice])).toEqual([])
  })
})
describe('weights', () => {
  test('of fewer than five people no mean is shown; of five it is', () => {
    expect(toWeighed('x', [5, 5, 4, 3])).toEqual({ finding: 'x', count: 4, mean: null })
    expect(toWeighed('x', [5, 5, 4, 3, 3])).toEqual({ finding: 'x', count: 5, mean: 4 })
  })
  test('a small sector is hidden, and another with it, so that it cannot be worked out from the total', () => {
    const shown = showSectors([{ sector: 'business', count: 12, mean: 4 }, { sector: 'ngo', count: 9, mean: 3 }, { sector: 'media', count: 3, mean: 5 }])
    expect(shown).toEqual([{ sector: 'business', count: 12, mean: 4 }, { sector: 'ngo', count: null, mean: null }, { sector: 'media', count: null, mean: null }])
  })
})
describe('SWOT and TOWS', () => {
  const some = [finding(1, { kind: 'strength' }), finding(2, { kind: 'weakness' }), finding(3, { kind: 'need' }), finding(4, { kind: 'threat', theme: 'economy' }), finding(5, { kind: 'need', theme: 'green', state: 'withdrawn' })]
  test('a need stands beside the four fields, not in them', () => {
    expect(toSwot(some).map(({ kind, findings }) => [kind, findings.length])).toEqual([['strength', 1], ['weakness', 1], ['opportunity', 0], ['threat', 1]])
  })
  test('a pair has one side in our hands and one from outside', () => {
    expect([isPairable('strength', 'threat'), isPairable('weakness', 'opportunity'), isPairable('strength', 'weakness'), isPairable('need', 'threat'), isPairable('threat', 'strength')]).toEqual([true, true, false, false, false])
    expect(towsCells.map(towsName)).toEqual(['so', 'wo', 'st', 'wt'])
  })
  test('a need and a weakness of one theme make a challenge; what is grouped or withdrawn makes none', () => {
    expect(deriveChallenges(some, new Set()).map(({ theme, findings }) => [theme, findings.map(({ number }) => number)])).toEqual([['people', [2, 3]]])
    expect(deriveChallenges(some, new Set(['f2']))).toEqual([])
  })
})
test('6th of 28 is in the first quarter, 22nd in the last, 14th in neither; of six only the sixth is last; among four nobody is', () => {
  expect([quarterOf({ place: 6, among: 28 }), quarterOf({ place: 22, among: 28 }), quarterOf({ place: 14, among: 28 }), quarterOf({ place: 5, among: 6 }), quarterOf({ place: 6, among: 6 }), quarterOf({ place: 1, among: 4 }), quarterOf({ place: null, among: 28 })]).toEqual(['first', 'last', null, null, 'last', null, null])
})
