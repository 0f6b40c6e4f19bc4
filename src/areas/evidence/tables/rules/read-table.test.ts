// Tables as people make them, through the mapping that is guessed or said, to observations and refusals.
import { describe, expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import type { Level, Region } from '#kernel/region.ts'
import type { CellNote, Sheet, SheetCell } from '#kernel/sheet.ts'
import { makeAtlas } from '#areas/evidence/regions/rules.ts'
import type { Mapping } from '../rules.ts'
import { addTo, writeCanonical } from './canonical.ts'
import { findDecimal, readCell } from './numbers-in-cells.ts'
import { fromKept, guessMapping, toKept } from './guess-mapping.ts'
import { listHeads, signatureOf } from './heads.ts'
import { periodInText, readPeriod } from './periods-in-cells.ts'
import { readTable } from './read-table.ts'
import { makeRegionIndex } from './region-names.ts'

const region = (code: string, level: Level, parent: string | null, names: readonly [string, string], nsi: string | null = null): Region =>
  ({ code, version: '2024', level, parent, nsi, name: { bg: names[0], en: names[1] } })
const atlas = makeAtlas({
  version: '2024', home: 'BG344',
  regions: [
    region('BG', 'country', null, ['България', 'Bulgaria']), region('BG34', 'nuts2', 'BG', ['Югоизточен', 'Yugoiztochen']),
    region('BG344', 'nuts3', 'BG34', ['Стара Загора', 'Stara Zagora'], 'SZR'), region('BG341', 'nuts3', 'BG34', ['Бургас', 'Burgas'], 'BGS'),
    region('BG412', 'nuts3', 'BG', ['София (област)', 'Sofia (district)'], 'SFO'), region('BG411', 'nuts3', 'BG', ['София (столица)', 'Sofia (stolitsa)'], 'SOF'),
    region('SZR31', 'municipality', 'BG344', ['Стара Загора', 'Stara Zagora'], 'SZR31'), region('SZR12', 'municipality', 'BG344', ['Казанлък', 'Kazanlak'], 'SZR12'),
  ],
  changes: [{ fromCode: 'BG222', toCode: 'BG344', version: '2006', kind: 'recoded' }, { fromCode: 'BG299', toCode: null, version: '2006', kind: 'ended' }],
})
const index = makeRegionIndex({ atlas, sets: new Map([['2003', new Set(['BG222', 'BG299'])], ['2024', new Set(['BG', 'BG34', 'BG344', 'BG341', 'BG412', 'BG411'])]]) })
const sheet = (rows: readonly (readonly SheetCell[])[], more: Partial<Sheet> = {}): Sheet => {
  const width = Math.max(...rows.map((row) => row.length))
  return { name: 'Лист', state: 'shown', notes: {}, hiddenRows: [], hiddenColumns: [], ...more, rows: rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]) }
}
const guess = (from: Sheet): Mapping => guessMapping(from, { at: 0, index })
const read = (from: Sheet, change: Partial<Mapping> = {}) => readTable(from, { mapping: { ...guess(from), ...change }, index })
const brief = (from: Sheet, change: Partial<Mapping> = {}) => read(from, change).observations.map((figure) => [figure.series, figure.region, figure.period, figure.value ?? figure.missing, figure.flags].filter((part) => part !== '').join(' '))

describe('a number as people write it', () => {
  test.each([
    ['1 234,5', 1234.5], ['1\u202f234,5', 1234.5], ['1.234,5', 1234.5], ['12,5 %', 12.5], ['−3,5', -3.5], ['007', 7],
  ])('%s with a decimal comma is %d', (written, value) => expect(readCell(written, 'comma')).toMatchObject({ is: 'value', value }))
  test('with a decimal point, commas are between the thousands', () => {
    expect(readCell('1,234.5', 'point')).toMatchObject({ value: 1234.5, decimals: 1 })
    expect(readCell('1,234.5', 'comma')).toEqual({ is: 'unreadable' })
  })
  test('in brackets is of low reliability, and flags beside it stay', () => {
    expect(readCell('(3,6)', 'comma')).toEqual({ is: 'value', value: 3.6, decimals: 1, flags: 'u' })
    expect(readCell('8,1 p', 'comma')).toMatchObject({ value: 8.1, flags: 'p' })
    expect(readCell('8,1 b', 'comma')).toMatchObject({ flags: 'b' })
  })
  test('that is confidential is not kept, even where it stands there', () => {
    expect(readCell('812 c', 'comma')).toEqual({ is: 'missing', missing: 'confidential', flags: 'c' })
    expect(readCell(':c', 'comma')).toMatchObject({ missing: 'confidential' })
    expect(readCell(': c', 'comma')).toMatchObject({ missing: 'confidential' })
    expect(readCell('..', 'comma')).toMatchObject({ missing: 'confidential' })
  })
  test('missing has the reason of its sign, and words are no number', () => {
    expect([':', 'x', '-', ':u'].map((sign) => (readCell(sign, 'comma') as { missing?: string }).missing)).toEqual(['unknown', 'notApplicable', 'noCases', 'unreliable'])
    for (const text of ['около 5', '12 души', '1,2,3', '(3,6', '1 2 3', '12 q']) expect(readCell(text, 'comma')).toEqual({ is: 'unreadable' })
  })
  test('one 12,5 in the column decides what 1,234 is; alone it is guessed and said', () => {
    expect(findDecimal(['1,234', '12,5'])).toEqual({ decimal: 'comma', how: 'sure' })
    expect(findDecimal(['1,234', '12.5'])).toEqual({ decimal: 'point', how: 'sure' })
    expect(findDecimal(['1,234'])).toEqual({ decimal: 'comma', how: 'guessed' })
  })
})

describe('a period as people write it', () => {
  test.each([['2024 г.', '2024'], ['2024*', '2024'], ['2024Q3', '2024-Q3'], ['III трим. 2024', '2024-Q3'], ['01.2024', '2024-01'], ['март 2024', '2024-03'], ['2023/24', '2023/2024']])('%s is %s', (written, period) => expect(readPeriod(written)).toBe(period))
  test('no year is made of a number that is none', () => expect(['14645', '1800', '3', 'BG344'].map(readPeriod)).toEqual([undefined, undefined, undefined, undefined]))
  test('is found inside a head, which keeps its other words', () => {
    expect(periodInText('Приходи, 2023 г.')).toEqual({ period: '2023', rest: 'Приходи' })
    expect(periodInText('от 2019 до 2023')).toEqual({ period: null, rest: 'от 2019 до 2023' })
  })
})

describe('a long table', () => {
  const long = sheet([['Област', 'Година', 'Стойност', 'Флаг', 'Мярка'], ['Стара Загора', 2023, '1 234,5', '', 'бр.'], ['Бургас', 2023, ':', 'c', 'бр.'], ['BG222', 2023, '7', 'p', 'бр.']])
  test('is recognised by its heads and read with flags, units and codes of an older NUTS version', () => {
    expect(guess(long)).toMatchObject({ head: 1, region: 0, period: 1, values: [2], flag: 3, unit: 4 })
    expect(read(long).refused).toEqual([{ row: 4, column: 2, cell: '7', why: 'twice', facts: 'C2' }, { row: 2, column: 2, cell: '1 234,5', why: 'twice', facts: 'C4' }].sort((a, b) => a.row - b.row))
    expect(read(long).notes).toContainEqual({ says: 'recoded', count: 1, facts: 'BG222 → BG344 (NUTS 2003)' })
    expect(brief(long)).toEqual(['stoynost BG341 2023 confidential c'])
  })
  test('refuses, by row and reason, what would be a guess', () => {
    const bad = sheet([['Област', 'Година', 'Стойност', 'Мярка'], ['Бургас', 2023, 1, 'бр.'], ['Софиа', 2023, 1, 'бр.'], ['BG299', 2023, 1, 'бр.'], ['Бургас', 'миналата', 1, 'бр.'], ['Бургас', 2022, 'много', 'бр.'], ['Бургас', 2021, 4, 'хил.'], ['', 2020, 5, 'бр.'], ['София', 2020, 5, 'бр.']])
    expect(read(bad).refused.map(({ row, why }) => [row, why])).toEqual([[3, 'unknownRegion'], [4, 'formerRegion'], [5, 'badPeriod'], [6, 'badValue'], [7, 'otherUnit'], [8, 'noRegion'], [9, 'twoRegions']])
    expect(brief(bad)).toEqual(['stoynost BG341 2023 1'])
  })
  test('passes over totals, footnotes and repetitions and says so', () => {
    const rows = sheet([['Област', 'Година', 'Стойност'], ['Бургас', 2023, 1], ['Бургас', 2023, 1], ['Общо', 2023, 1], ['* предварителни данни'], ['Източник: НСИ']])
    expect(read(rows)).toMatchObject({ refused: [], passed: [{ row: 4, why: 'total' }, { row: 5, why: 'note' }, { row: 6, why: 'note' }, { row: 3, why: 'repeat' }] })
  })
})

describe('a wide table', () => {
  const wide = sheet([['Таблица 1. Предприятия'], [''], ['', '2022 г.', '2023 г.'], ['България', 10, 20], ['Стара Загора', 1, '2 p'], ['Бургас', 3, ''], ['Източник: НСИ']])
  test('has its head where its years are, and blank cells are no observations', () => {
    expect(guess(wide)).toMatchObject({ head: 3, heads: 1, region: 0, period: null, values: [1, 2] })
    expect(brief(wide)).toEqual(['value BG 2022 10', 'value BG 2023 20', 'value BG344 2022 1', 'value BG344 2023 2 p', 'value BG341 2022 3'])
    expect(read(wide).notes).toContainEqual({ says: 'blanks', count: 1, facts: '' })
  })
  test('with years over men and women has a series for each', () => {
    const two = sheet([['регион', '2022', '2022', '2023', '2023'], ['регион', 'мъже', 'жени', 'мъже', 'жени'], ['Бургас', 1, 2, 3, 4]], { notes: { '0:2': 'merged', '0:4': 'merged', '1:0': 'merged' } })
    expect(guess(two)).toMatchObject({ head: 1, heads: 2 })
    expect(brief(two)).toEqual(['mazhe BG341 2022 1', 'zheni BG341 2022 2', 'mazhe BG341 2023 3', 'zheni BG341 2023 4'])
  })
  test('of municipalities takes their names for municipalities', () => {
    expect(brief(sheet([['Община', 2023], ['Стара Загора', 5], ['Казанлък', 6]]))).toEqual(['value SZR31 2023 5', 'value SZR12 2023 6'])
    expect(brief(sheet([['Регион', 2023], ['Бургас', 5], ['Община Стара Загора', 7], ['област Стара Загора', 8]]))).toEqual(['value BG341 2023 5', 'value SZR31 2023 7', 'value BG344 2023 8'])
    expect(brief(sheet([['Област', 2023], ['Cтара Зaгора', 5]]), { level: 'nuts3' })).toEqual(['value BG344 2023 5'])
  })
  test('keeps hidden rows and columns out until they are asked for', () => {
    const hidden = sheet([['Област', 2022, 2023], ['Бургас', 1, 2], ['Стара Загора', 3, 4]], { hiddenRows: [2], hiddenColumns: [1] })
    expect(brief(hidden)).toEqual(['value BG341 2023 2'])
    expect(brief(hidden, { hidden: 'take', values: [1, 2] })).toHaveLength(4)
  })
  test('refuses formulas without a value, error cells and cut texts', () => {
    const notes: Record<string, CellNote> = { '1:1': 'noValue', '1:2': 'error', '2:1': 'formula', '2:2': 'cut' }
    expect(read(sheet([['Област', 2022, 2023], ['Бургас', '', '#N/A'], ['Стара Загора', 3, 'x…']], { notes }), { region: 0, values: [1, 2], period: null })).toMatchObject({
      refused: [{ row: 2, column: 1, why: 'formulaWithoutValue' }, { row: 2, column: 2, why: 'errorCell' }, { row: 3, column: 2, why: 'cutText' }],
      observations: [{ region: 'BG344', value: 3 }], notes: expect.arrayContaining([expect.objectContaining({ says: 'formulas', count: 1 })]),
    })
  })
  test('without a region or a period in it is about the one that is said', () => {
    const plain = sheet([['показател', 'стойност'], ['Мъже', 3], ['Жени', 4]])
    expect(brief(plain, { region: null, regionFixed: 'BG344', period: null, periodFixed: '2024' as Period, series: 0, values: [1] })).toEqual(['mazhe BG344 2024 3', 'zheni BG344 2024 4'])
  })
})

test('days stand for their years where all are first or last days, else for months', () => {
  expect(brief(sheet([['Област', 'Дата', 'Стойност'], ['Бургас', '2022-12-31', 1], ['Бургас', '31.12.2023', 2]]))).toEqual(['stoynost BG341 2022 1', 'stoynost BG341 2023 2'])
  expect(brief(sheet([['Област', 'Дата', 'Стойност'], ['Бургас', '2022-03-31', 1], ['Бургас', '2022-12-31', 2]]))).toEqual(['stoynost BG341 2022-03 1', 'stoynost BG341 2022-12 2'])
})

describe('a kept mapping', () => {
  const first = sheet([['Област', '2022', '2023'], ['Бургас', 1, 2]])
  const kept = toKept(guess(first), { sheetName: 'Лист', heads: listHeads(first, { head: 1, heads: 1 }) })
  const signature = signatureOf(listHeads(first, { head: 1, heads: 1 }))
  test('is found again on next year’s file, with its new year, lower down and on another sheet', () => {
    const next = sheet([['Таблица'], ['Област', '2022 г.', '2023 г.', '2024 г.'], ['Бургас', 1, 2, 3]], { name: 'Лист 2024' })
    expect(fromKept(kept, { sheets: [sheet([['a', 'b'], ['c', 1]]), next], signature })).toMatchObject({ sheet: 1, head: 2, region: 0, values: [1, 2, 3], period: null })
  })
  test('is not laid over a table with other heads', () => {
    expect(fromKept(kept, { sheets: [sheet([['Област', 'Сектор', '2023'], ['Бургас', 'A', 2]])], signature })).toBeUndefined()
  })
})

test('the same observations are the same bytes, and an addition keeps what it does not name', () => {
  const line = (regionCode: string, period: string, value: number | null) => ({ series: 'value', region: regionCode, period: period as Period, value, missing: value === null ? ('confidential' as const) : null, flags: '', decimals: 1 })
  const [a, b] = [line('BG341', '2022', 0.5), line('BG344', '2022', null)]
  expect(writeCanonical([b, a])).toBe('indicator,region,period,value,flag\nvalue,BG341,2022,0.5,\nvalue,BG344,2022,:,c\n')
  expect(writeCanonical(addTo([a, b], [line('BG341', '2022', 0.7)]))).toBe('indicator,region,period,value,flag\nvalue,BG341,2022,0.7,\nvalue,BG344,2022,:,c\n')
})
