import { describe, expect, test } from 'vitest'
import type { Typed } from '#kernel/answer.ts'
import { dayFrom, faceForm, fromQuestion, fromSurvey, midnightOf, peopleForm, questionFrom } from './forms.ts'
import { answerFrom, fieldsOf, numberFrom } from './forms/answers.ts'
import { example } from './rules/example.cases.ts'
import { firms } from './rules/templates.ts'

const typed = (fields: Readonly<Record<string, string | readonly string[]>>): Typed => ({ text: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : value])), files: {} })
const answers = { q1: { codes: ['2'] }, q2: { codes: ['1', '3'] }, q3: { number: 4 }, q4: { rows: { 1: '1', 2: '2' } }, q5: { number: 12 }, q6: { codes: ['3', '1'] }, q7: { codes: ['SZR31'] }, q8: { text: 'Повече работа.' } } as const

describe('an answer through its fields', () => {
  test('SU1 what a page shows of a kept answer is read back as the same answer, for every kind', () => {
    for (const question of example) {
      const answer = answers[question.key as keyof typeof answers]
      expect(answerFrom(typed(fieldsOf(question, answer)), question), question.key).toEqual({ kind: 'answer', answer })
      expect(answerFrom(typed(fieldsOf(question, { passed: 'yes' })), question), question.key).toEqual({ kind: 'answer', answer: { passed: 'yes' } })
      expect(answerFrom(typed({}), question)).toEqual({ kind: 'nothing' })
    }
  })
  test('an answer together with "prefer not to say" is asked about, not guessed', () => {
    expect(example[1] && answerFrom(typed({ q2: ['1', 'pass'] }), example[1])).toEqual({ kind: 'both' })
    expect(example[7] && answerFrom(typed({ q8: 'да', q8_pass: 'yes' }), example[7])).toEqual({ kind: 'both' })
  })
  test('numbers as people write them', () => {
    expect(['2,5', '1 200', '1,200', '1 234,5', '-3', 'двама', '12 души'].map(numberFrom)).toEqual([2.5, 1200, 1200, 1234.5, -3, undefined, undefined])
  })
})
describe('what makes a survey', () => {
  const face = { title_bg: 'Проба', title_en: 'Trial', opens_on: '1.11.2026', closes_on: '30.11.2026', quota_business: '20', size_business: '1 200', anonymous: 'yes', access: 'open' }
  test('the last day is in it whole: it ends at midnight in the region, in winter and in summer', () => {
    const parsed = faceForm(typed(face))
    expect(parsed.ok && parsed.value.face.closesAt?.toISOString()).toBe('2026-11-30T22:00:00.000Z')
    expect(midnightOf('2026-07-01').toISOString()).toBe('2026-06-30T21:00:00.000Z')
    expect(midnightOf('2026-03-29').toISOString()).toBe('2026-03-28T22:00:00.000Z')
    expect(midnightOf('2026-03-30').toISOString()).toBe('2026-03-29T21:00:00.000Z')
    expect(midnightOf('2026-10-25').toISOString()).toBe('2026-10-24T21:00:00.000Z')
    expect(parsed.ok && fromSurvey(parsed.value.face)).toMatchObject({ opens_on: '01.11.2026', closes_on: '30.11.2026', quota_business: '20', size_business: '1200' })
  })
  test('a day that is not there, an end before the beginning, half a person: each beside its field', () => {
    expect(dayFrom('31.02.2026')).toBeUndefined()
    const wrong = faceForm(typed({ ...face, closes_on: '1.10.2026', quota_ngo: '2,5', title_en: '' }))
    expect(!wrong.ok && wrong.problem.map(({ field }) => field).sort()).toEqual(['closes_on', 'quota_ngo', 'title_en'])
  })
  test('every question of a ready questionnaire goes through its form and comes back the same', () => {
    firms.questions.forEach((question, at) => {
      expect(questionFrom(typed(fromQuestion(question)), { key: question.key, before: firms.questions.slice(0, at) }), question.key).toEqual({ ok: true, value: question })
    })
  })
  test('people are one a line; a line that is none is named', () => {
    const read = peopleForm(typed({ people: 'a@b.example; Ана; НПО\n\nv@b.example, Васил', sector: 'media' }))
    expect(read.ok && read.value).toEqual([{ email: 'a@b.example', name: 'Ана', sector: 'ngo' }, { email: 'v@b.example', name: 'Васил', sector: 'media' }])
    const wrong = peopleForm(typed({ people: 'a@b.example\nникой' }))
    expect(!wrong.ok && wrong.problem[0]?.text.bg).toContain('Ред 2')
  })
})
