// The sentences: worked cases in both languages, and what none of them may ever do.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Observation } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import { euroPerHead, people, quarters, ratePct, toObservation, years } from './example-region.ts'
import { placeWords } from './place-words.ts'
import { readDistance, readExtremes, readPlace, readRecord, readTrend, readValue, tooFewCases } from './reading.ts'
import type { Standing } from './series.ts'

const place = placeWords({ name: 'Липова', level: 'nuts3', language: 'bg' })
const placeEn = placeWords({ name: 'Lipova', level: 'nuts3', language: 'en' })
const subject = { text: 'Безработицата', number: 'one' } as const
const trend = (points: readonly Observation[]) => plain(readTrend({ language: 'bg', quantity: ratePct('bg'), place, subject, points }))
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
const period = '2024' as Period
const standing = (code: string, value: number | string, name = code): Standing => ({ ...toObservation(period, value), code, name, stance: 'other' })

test('a trend says from where to where, when, and by how much', () => {
  expect(trend(years(2021, [3.1, 2.0, 2.3, 4.0]))).toBe('Безработицата в област Липова нарасна от 3,1 % през 2021 г. до 4,0 % през 2024 г. (с 0,9 процентни пункта).')
  expect(readTrend({ language: 'en', quantity: ratePct('en'), place: placeEn, subject: { text: 'Unemployment', number: 'one' }, points: years(2021, [4.0, 3.1]) }))
    .toBe('Unemployment in Lipova district fell from 4.0% in 2021 to 3.1% in 2022 (by 0.9 percentage points).')
})
test('a plural subject takes a plural verb', () => {
  expect(plain(readTrend({ language: 'bg', quantity: people('bg'), place, subject: { text: 'Родените', number: 'many' }, points: years(2023, [1200, 1100]) })))
    .toBe('Родените в област Липова намаляха от 1 200 през 2023 г. до 1 100 през 2024 г. (с 8,3 %).')
})
test('no change is said as no change', () => {
  expect(trend(years(2023, [4.01, 3.99]))).toBe('Безработицата в област Липова през 2024 г. е колкото през 2023 г.: 4,0 %.')
})
test('a trend begins after the break and says so', () => {
  expect(trend(years(2020, [9.0, 8.0, '5.0b', 4.0, 4.4]))).toBe('Безработицата в област Липова намаля от 5,0 % през 2022 г. до 4,4 % през 2024 г. (с 0,6 процентни пункта); по-ранните стойности не са сравними заради прекъсване на реда.')
})
test('a value right after a break is compared with nothing', () => {
  expect(trend(years(2022, [9.0, 8.0, '5.0b']))).toBe('Безработицата в област Липова през 2024 г. е 5,0 %; с по-ранните стойности не се сравнява заради прекъсване на реда.')
})
test('a last value of low reliability carries no change', () => {
  expect(trend(years(2022, [2.0, 3.0, '2.3u']))).toBe('Безработицата в област Липова през 2024 г. е 2,3 %, но с ниска надеждност, затова промяна не се твърди.')
})
test('a trend does not start from a value of low reliability, and says that it was passed over', () => {
  expect(trend(years(2021, ['1.1u', 3.0, 3.5, 4.0]))).toBe('Безработицата в област Липова нарасна от 3,0 % през 2022 г. до 4,0 % през 2024 г. (с 1,0 процентни пункта); по-ранните стойности са с ниска надеждност.')
})
test('a provisional last value is called so', () => {
  expect(trend(years(2023, [3.0, '4.0p']))).toBe('Безработицата в област Липова нарасна от 3,0 % през 2023 г. до 4,0 % през 2024 г. (с 1,0 процентни пункта); последната стойност е предварителна или оценена.')
})
test('quarters are compared with the same quarter of an earlier year', () => {
  const said = plain(readTrend({ language: 'bg', quantity: { ...people('bg'), decimals: 1, after: 'хиляди' }, place, subject: { text: 'Заетите', number: 'many' }, points: quarters(2023, [131, 132.2, 132.9, 131.8, 129.7, 130.9]) }))
  expect(said).toBe('Заетите в област Липова намаляха от 132,2 хиляди през второто тримесечие на 2023 г. до 130,9 хиляди през второто тримесечие на 2024 г. (с 1,0 %).')
  expect(plain(readTrend({ language: 'bg', quantity: people('bg'), place, points: quarters(2024, [10, 20]) }))).toMatch(/е 20; още няма същия период от друга година за сравнение\.$/)
})
test('a forecast is no end of a trend', () => {
  expect(trend(years(2023, [3.0, 4.0, '9.9f']))).toContain('до 4,0 % през 2024 г.')
})
test('where there is no value the reason is said', () => {
  expect(trend(years(2024, [':c']))).toBe('Безработицата в област Липова през 2024 г.: поверително.')
  expect(trend([])).toBe('Безработицата в област Липова: източникът не публикува стойност.')
})
test('a record is claimed only over five comparable, reliable years', () => {
  const record = (points: readonly Observation[]) => { const said = readRecord({ language: 'bg', quantity: ratePct('bg'), place, subject, points }); return said === null ? null : plain(said) }
  expect(record(years(2020, [3, 2, 2.5, 3.5, 4]))).toBe('Безработицата в област Липова през 2024 г. (4,0 %) е на най-високото си равнище от 2020 г. насам.')
  expect(record(years(2020, [3, 2, '2.5b', 3.5, 4]))).toBeNull()
  expect(record(years(2020, [3, 2, '2.5u', 3.5, 4]))).toBeNull()
  expect(record(years(2020, [3, 2, 5, 3.5, 4]))).toBeNull()
})
test('a place says among how many, and which end is first', () => {
  const standings = [standing('LIP', 4.0), standing('A', 1.2), standing('B', 9.9)]
  const asked = { quantity: ratePct('bg'), code: 'LIP', standings, among: 'districts', period } as const
  expect(plain(readPlace({ ...asked, language: 'bg', place }))).toBe('Област Липова е на 2-ро място сред 3 области през 2024 г. (4,0 %; първа е най-ниската стойност).')
  expect(readPlace({ ...asked, language: 'en', quantity: euroPerHead('en'), place: placeEn })).toBe('Lipova district is 2nd of 3 districts in 2024 (4\u00a0€).')
})
test('a shared place is called shared, and who is not ranked is counted', () => {
  const standings = [standing('LIP', 4.0), standing('A', 4.0), standing('B', '9.9u'), standing('C', ':')]
  expect(plain(readPlace({ language: 'bg', quantity: ratePct('bg'), place, code: 'LIP', standings, among: 'districts', period })))
    .toBe('Област Липова дели 1-во място сред 2 области с още 1 област през 2024 г. (4,0 %; първа е най-ниската стойност); 2 области не се класират: нямат стойност или тя е с ниска надеждност.')
})
test('a region whose value is flagged or missing gets no place', () => {
  const read = (value: number | string) => plain(readPlace({ language: 'bg', quantity: ratePct('bg'), place, code: 'LIP', standings: [standing('LIP', value), standing('A', 1)], among: 'districts', period }))
  expect(read('2.3u')).toBe('Област Липова не се класира през 2024 г.: стойността (2,3 %) е с ниска надеждност.')
  expect(read(':c')).toBe('Област Липова не се класира през 2024 г.: поверително.')
  expect(plain(readPlace({ language: 'bg', quantity: ratePct('bg'), place, code: 'LIP', standings: [], among: 'districts', period }))).toContain('източникът не публикува стойност')
})
test('a distance is in points for shares, in per cent for money', () => {
  const country = { kind: 'place', place: placeWords({ name: 'България', level: 'country', language: 'bg' }) } as const
  const value = (number: number | string) => toObservation(period, number)
  expect(plain(readDistance({ language: 'bg', quantity: ratePct('bg'), place, subject, own: value(3.0), other: value(4.2), otherWords: country, period })))
    .toBe('Безработицата в област Липова през 2024 г. (3,0 %) е с 1,2 процентни пункта под тази в България (4,2 %).')
  expect(plain(readDistance({ language: 'bg', quantity: euroPerHead('bg'), place, own: value(22_400), other: value(16_100), otherWords: { kind: 'median', among: 'districts' }, period })))
    .toBe('Стойността в област Липова през 2024 г. (22 400 €) е с 39 % над медианата на областите (16 100 €).')
})
test('no distance is claimed from or to a value of low reliability, another definition or nothing', () => {
  const eu = { kind: 'place', place: placeWords({ name: '', level: 'eu', language: 'bg' }) } as const
  const read = (own: number | string, other: number | string) => plain(readDistance({ language: 'bg', quantity: ratePct('bg'), place, subject, own: toObservation(period, own), other: toObservation(period, other), otherWords: eu, period }))
  expect(read('2.3u', 5.9)).toBe('Безработицата в област Липова през 2024 г. (2,3 %) е с ниска надеждност и не се сравнява с тази в Европейския съюз (5,9 %).')
  expect(read(2.3, '5.9u')).toContain('която е с ниска надеждност')
  expect(read(2.3, '5.9d')).toContain('определенията се различават')
  expect(read(2.3, ':')).toBe('Безработицата в област Липова през 2024 г. е 2,3 %; тази в Европейския съюз – няма данни.')
})
test('the extremes leave out what is not reliable and say how many', () => {
  const standings = [standing('A', 18.7, 'Върбица'), standing('B', '0.9u', 'Кроне'), standing('C', 1.9, 'Валог'), standing('D', 4, 'Липова')]
  expect(plain(readExtremes({ language: 'bg', quantity: ratePct('bg'), standings, period }))).toBe('През 2024 г. най-висока е стойността за Върбица: 18,7 %, най-ниска – за Валог: 1,9 %; 1 стойност с ниска надеждност не е взета предвид.')
  expect(plain(readExtremes({ language: 'en', quantity: ratePct('en'), standings: [standing('A', 1), standing('B', 1)], period }))).toBe('In 2024 the value is 1.0% everywhere.')
})
test('too few cases are said with how many are needed', () => {
  expect(tooFewCases({ language: 'bg', cases: 18, least: 30 })).toBe('Твърде малко случаи (18, нужни са поне 30) за надежден показател.')
})
test('one value carries its flags', () => {
  expect(plain(readValue({ language: 'bg', quantity: ratePct('bg'), place, subject, value: toObservation(period, '2.3bu'), period }))).toBe('Безработицата в област Липова през 2024 г. е 2,3 %; прекъсване на реда, ниска надеждност.')
})

const observation = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom('', '', '', 'p', 'e', 'u', 'b', 'd', 'bu', 'bd', 'f'), fc.boolean())
const someYears = fc.array(observation, { minLength: 1, maxLength: 12 }).map((list): readonly Observation[] =>
  list.map(([tenths, flags, isMissing], at) => ({ period: String(2013 + at) as Period, ...(isMissing ? { value: null, flags, missing: 'unknown' as const } : { value: tenths / 10, flags, missing: null }) })))
const yearsIn = (text: string): number[] => [...text.matchAll(/през (\d{4}) г\./g)].map((found) => Number(found[1]))

test('every value in a trend sentence is the value of the year it names', () => {
  fc.assert(fc.property(someYears, (points) => {
    const text = trend(points)
    for (const [, value, year] of text.matchAll(/(?:от|до) (\d+,\d) % през (\d{4}) г\./g)) {
      expect(points.find((point) => point.period === year)?.value?.toFixed(1)).toBe(value?.replace(',', '.'))
    }
    if (points.some((point) => point.flags !== 'f')) expect(yearsIn(text).length).toBeGreaterThan(0)
  }), { numRuns: 500 })
})
test('no sentence claims a change across a break, nor from or to a value of low reliability', () => {
  fc.assert(fc.property(someYears, (points) => {
    const text = trend(points)
    const [from, to] = yearsIn(text)
    if (!/нарасна|намаля|колкото/.test(text) || from === undefined || to === undefined) return
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    const between = points.filter((point) => Number(point.period) > first && Number(point.period) <= last)
    expect(between.some((point) => point.flags.includes('b'))).toBe(false)
    const measured = points.filter((point) => Number(point.period) >= first && Number(point.period) <= last && point.value !== null)
    expect(new Set(measured.map((point) => point.flags.includes('d'))).size).toBe(1)
    for (const year of [first, last]) expect(points.find((point) => Number(point.period) === year)?.flags).not.toMatch(/[unf]/)
  }), { numRuns: 500 })
})
test('the change in the sentence is the difference of its two values', () => {
  fc.assert(fc.property(someYears, (points) => {
    const found = /от (\d+,\d) % .* до (\d+,\d) % .*\(с (\d+,\d) процентни пункта\)/.exec(trend(points))
    if (!found) return
    const [from, to, gap] = found.slice(1).map((text) => Number(text.replace(',', '.'))) as [number, number, number]
    expect(Math.abs(to - from)).toBeCloseTo(gap, 6)
  }), { numRuns: 500 })
})
test('a place is between one and the number ranked, whatever the values', () => {
  fc.assert(fc.property(fc.array(observation, { minLength: 1, maxLength: 28 }), (list) => {
    const standings = list.map(([tenths, flags, isMissing], at) => standing(String(at), isMissing ? ':' : `${tenths / 10}${flags}`))
    const text = plain(readPlace({ language: 'bg', quantity: ratePct('bg'), place, code: '0', standings, among: 'districts', period }))
    const found = /(\d+)-\S+ място сред (\d+) област/.exec(text)
    if (!found) expect(text).toContain('не се класира')
    else {
      expect(Number(found[1])).toBeGreaterThanOrEqual(1)
      expect(Number(found[1])).toBeLessThanOrEqual(Number(found[2]))
      expect(standings[0]?.flags).not.toMatch(/[undf]/)
    }
  }), { numRuns: 300 })
})
