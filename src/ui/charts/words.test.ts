// Periods, places, flags and sentences as words.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { sayFlags } from './flag-words.ts'
import { people, ratePct } from './example-region.ts'
import { sayMeasured } from './measured.ts'
import { sayDuring, sayPeriod, sayPeriods, saySpan } from './period-words.ts'
import { placeWords, sayOrdinal } from './place-words.ts'
import { toHeading, toSentence } from './sentence.ts'

const p = (text: string): Period => text as Period

test('every kind of period is said alone and inside a sentence', () => {
  const said = ['2024', '2020-S1', '2025-Q3', '2019-04', '2020-W05', '2000/2001'].map((text) => [sayPeriod(p(text), 'bg'), sayDuring(p(text), 'bg'), sayDuring(p(text), 'en')])
  expect(said).toEqual([
    ['2024 г.', 'през 2024 г.', 'in 2024'],
    ['I полугодие на 2020 г.', 'през първото полугодие на 2020 г.', 'in the first half of 2020'],
    ['III тримесечие на 2025 г.', 'през третото тримесечие на 2025 г.', 'in the third quarter of 2025'],
    ['април 2019 г.', 'през април 2019 г.', 'in April 2019'],
    ['седмица 5 на 2020 г.', 'през седмица 5 на 2020 г.', 'in week 5 of 2020'],
    ['учебна 2000/2001 г.', 'през учебната 2000/2001 г.', 'in the school year 2000/2001'],
  ])
})
test('a span of one period is that period', () => {
  expect(saySpan(p('2010'), p('2024'), 'bg')).toBe('2010–2024 г.')
  expect(saySpan(p('2024'), p('2024'), 'bg')).toBe('2024 г.')
})
test('neighbouring years are joined into runs', () => {
  expect(sayPeriods(['2018', '2019', '2020', '2022', '2023'].map(p), 'bg')).toBe('2018–2020, 2022, 2023 г.')
})
test('a Bulgarian ordinal takes the neuter ending that „място“ wants', () => {
  const said = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 17, 20, 21, 22, 27, 28, 100, 111, 1000, 1166].map((n) => sayOrdinal(n, 'bg').replace('\u2060', ''))
  expect(said).toEqual(['1-во', '2-ро', '3-то', '4-то', '5-о', '7-мо', '8-мо', '9-о', '10-о', '11-о', '12-о', '13-о', '17-о', '20-о', '21-во', '22-ро', '27-мо', '28-мо', '100-тно', '111-о', '1000-но', '1166-о'])
})
test('an English ordinal knows its teens', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 112].map((n) => sayOrdinal(n, 'en'))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '112th'])
})
test('a place is always named with its level', () => {
  expect(placeWords({ name: 'Липова', level: 'nuts3', language: 'bg' })).toEqual({ name: 'Област Липова', within: 'в област Липова' })
  expect(placeWords({ name: 'Липова', level: 'municipality', language: 'bg' }).within).toBe('в община Липова')
  expect(placeWords({ name: 'Lipova', level: 'nuts2', language: 'en' }).within).toBe('in Lipova region')
})
test('flags are words, the break first, and an unknown letter is not lost', () => {
  expect(sayFlags('bep', 'bg')).toBe('прекъсване на реда, предварителна стойност, оценка')
  expect(sayFlags('', 'bg')).toBe('')
  expect(sayFlags('q', 'en')).toBe('flag “q” of the source')
})
test('a sentence has one full stop, also after „г.“, and a heading has none of its own', () => {
  expect(toSentence('стойността  през 2024 г.')).toBe('Стойността през 2024 г.')
  expect(toSentence('2022 г.. Стойностите')).toBe('2022 г. Стойностите.')
  expect(toHeading('Расте.')).toBe('Расте')
  expect(toHeading('Расте от 2010 г.')).toBe('Расте от 2010 г.')
})
test('a subtitle says a unit once', () => {
  const span = { first: p('2017'), last: p('2024') }
  expect(sayMeasured({ what: 'Коефициент на безработица', quantity: ratePct('bg'), span, language: 'bg' })).toBe('Коефициент на безработица, % от работната сила, 2017–2024 г.')
  expect(sayMeasured({ what: 'Родени, души', quantity: people('bg'), span, language: 'bg' })).toBe('Родени, души, 2017–2024 г.')
})
