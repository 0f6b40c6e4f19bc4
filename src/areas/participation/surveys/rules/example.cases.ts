// A small invented questionnaire that holds every kind of question, for tests.
import { blankQuestion, type Choice, type Question, type QuestionKind } from './questions.ts'

const choices = (...names: readonly string[]): readonly Choice[] => names.map((name, at) => ({ code: String(at + 1), name: { bg: name, en: name } }))
export const ask = (key: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({ ...blankQuestion({ key, kind }), asks: { bg: `Въпрос ${key}`, en: `Question ${key}` }, ...more })
const ends = { low: { bg: 'никак', en: 'not at all' }, high: { bg: 'много', en: 'very much' } }
export const example: readonly Question[] = [
  ask('q1', 'one', { must: 'yes', choices: choices('да', 'не', 'предстои') }),
  ask('q2', 'many', { most: 2, choices: [...choices('хора', 'пари', 'място'), { code: '4', name: { bg: 'нищо', en: 'nothing' }, alone: 'yes' }], shownIf: { question: 'q1', is: ['1', '3'] } }),
  ask('q3', 'scale', { scale: { from: 1, to: 5, ...ends } }),
  ask('q4', 'grid', { choices: choices('рядко', 'често'), rows: choices('продажби', 'счетоводство'), must: 'yes' }),
  ask('q5', 'number', { number: { least: 0, most: 5000, decimals: 0, unit: { bg: 'души', en: 'people' } } }),
  ask('q6', 'rank', { choices: choices('пътища', 'училища', 'интернет') }),
  ask('q7', 'place'),
  ask('q8', 'text', { offers: 'contribution', shownIf: { question: 'q3', is: ['1', '2'] } }),
]
