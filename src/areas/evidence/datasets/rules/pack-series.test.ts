import { describe, expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { parsePackSeries, periodAfter } from './pack-series.ts'
import { datingBeside, datingOf, isAsOf, parseStamp } from './stamps.ts'
import { guessMediaType } from './media-types.ts'

const manifest = JSON.stringify({ dataset: 'd', source: 'nsi', address: 'x', vintage: '2024-01', stamp: null, received: '2026-06-13', sha256: 'a', licence: 'nsi', nutsVersion: '2024' })
const file = (...lines: string[]) => ['# ', manifest, '\nkey,region,nuts_version,first_period,decimals,cells\n', lines.join('\n'), '\n'].join('')

describe('a file of the starter pack', () => {
  test('is lines of cells over consecutive periods of one kind', () => {
    const { series } = parsePackSeries(file('a.b,BG344,2024,2024-Q3,1,5 :c 7b', 'a.b,BG,2024,2023/2024,0,1 2'), 'f.csv')
    expect(series[0]).toMatchObject({ key: 'a.b', region: 'BG344', run: { periods: ['2024-Q3', '2024-Q4', '2025-Q1'], decimals: 1, flags: ['', '', 'b'] } })
    expect(series[1]?.run.periods).toEqual(['2023/2024', '2024/2025'])
  })
  test('names file and line of what it cannot be', () => {
    expect(() => parsePackSeries(file('a.b,BG344,2024,2020,0,1,5'), 'f.csv')).toThrow('f.csv, line 3: 7 columns')
    expect(() => parsePackSeries(file('a.b,BG344,2021,2020,0,1'), 'f.csv')).toThrow('f.csv, line 3: NUTS 2021')
    expect(() => parsePackSeries(file('a.b,BG344,2024,2020,0,1 x'), 'f.csv')).toThrow('cell 2')
    expect(() => parsePackSeries(file('a.b,BG344,2024,soon,0,1'), 'f.csv')).toThrow('"soon" is no period')
    expect(() => parsePackSeries('key\n', 'f.csv')).toThrow('f.csv, line 1')
  })
  test('a period follows a period', () => {
    const after = (period: string) => periodAfter(period as Period)
    expect(['2024', '2024-S1', '2024-S2', '2024-Q4', '2024-09', '2024-12', '1999/2000'].map(after)).toEqual(['2025', '2024-S2', '2025-S1', '2025-Q1', '2024-10', '2025-01', '2000/2001'])
  })
})
describe('what day the figures are of', () => {
  test('the provider’s own stamp, in each of its spellings', () => {
    expect(['21/02/23 23:00:00', '2024-01-15T23:00:00+0100', '2024-01-15', '15.01.2024'].map(parseStamp)).toEqual(['2023-02-21', '2024-01-15', '2024-01-15', '2024-01-15'])
    expect(['soon', '99/99/23 1', '2024-13-40'].map(parseStamp)).toEqual([undefined, undefined, undefined])
  })
  test('said by a person before the file, and by the file before the day it came', () => {
    const receivedAt = new Date('2026-11-25T10:00:00Z')
    expect(datingOf({ stated: '2024-01', stamp: '21/02/23 23:00:00', receivedAt })).toEqual({ asOf: '2024-01', dateFrom: 'source' })
    expect(datingOf({ stated: null, stamp: '21/02/23 23:00:00', receivedAt })).toEqual({ asOf: '2023-02-21', dateFrom: 'source' })
    const unknown = { asOf: '2026-11-25', dateFrom: 'receipt' } as const
    expect(datingOf({ stated: null, stamp: null, receivedAt })).toEqual(unknown)
    const before = { asOf: '2026-02', dateFrom: 'source' } as const
    expect(datingBeside(unknown, { before, figures: 'alike' })).toEqual({ asOf: '2026-02', dateFrom: 'alike' })
    expect(datingBeside(unknown, { before, figures: 'differ' })).toEqual(unknown)
    expect(datingBeside({ asOf: '2026-05', dateFrom: 'source' }, { before, figures: 'alike' })).toEqual({ asOf: '2026-05', dateFrom: 'source' })
    expect(datingBeside(unknown, { before: { asOf: '2026-10-01', dateFrom: 'receipt' }, figures: 'alike' })).toEqual({ asOf: '2026-10-01', dateFrom: 'receipt' })
    expect(['2024', '2024-01', '2024-01-31'].every(isAsOf)).toBe(true)
    expect(['2024-13', '24', '2024-01-32', '2024-1'].some(isAsOf)).toBe(false)
  })
})
test('what kind of file it is, its first bytes say', () => {
  const of = (text: string) => guessMediaType(Buffer.from(text, 'latin1'))
  expect(['\x1f\x8b\x08', 'PK\x03\x04', '{"id":[]}', '<!doctype html>', '<?xml version="1.0"?>', 'freq,geo\\time\t2020\n', '"a","b"\n', ''].map(of))
    .toEqual(['application/gzip', 'application/zip', 'application/json', 'text/html', 'application/xml', 'text/tab-separated-values', 'text/csv', 'text/csv'])
})
