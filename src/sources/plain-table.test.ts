import { describe, expect, test } from 'vitest'
import { fixture, problemOf, read, spell } from '#test/fixtures/sources/reading.ts'
import { parseTableDescription } from './table-description.ts'

const described = parseTableDescription(JSON.parse(new TextDecoder().decode(fixture('plain.json'))))
const simple = parseTableDescription({ columns: { region: 'region', period: 'year', value: 'value' } })

describe('a table with a description', () => {
  test('windows-1251, semicolons, decimal commas, groups of three digits and a sign of its own', async () => {
    const { facts, blocks } = await read(fixture('plain.csv'), { table: described })
    expect(spell({ facts, blocks })).toEqual([
      'geo=QQ11,sex=0,indicator=unemployed,unit=PC 2023 4.5', 'geo=QQ11,sex=0,indicator=unemployed,unit=PC 2024 1204.25 p',
      'geo=QQ12,sex=0,indicator=unemployed,unit=PC 2023 unknown',
    ])
    expect(facts).toMatchObject({ format: 'plain-table', flaggedMissing: 1 })
  })
  test('the same in UTF-8', async () => {
    const text = new TextDecoder('windows-1251').decode(fixture('plain.csv'))
    expect(await read(`\ufeff${text}`, { table: described, piece: 7 })).toEqual(await read(fixture('plain.csv'), { table: described }))
  })
  test.each([
    ['comma', ','], ['semicolon', ';'], ['tab', '\t'], ['bar', '|'],
  ])('the separator %s is found', async (_, sign) => {
    const text = [['region', 'year', 'value'], ['QQ1', '2020', '5']].map((cells) => cells.join(sign)).join('\n')
    expect(spell(await read(text, { table: simple }))).toEqual(['geo=QQ1 2020 5'])
  })
  test('a decimal comma between commas is refused unless the description says so', async () => {
    const text = 'region,year,value\nQQ1,2020,"1,5"\n'
    expect(await problemOf(text, { table: simple })).toMatchObject({ code: 'cell', line: 2, column: 3 })
    expect(spell(await read(text, { table: { ...simple, decimal: 'comma' } }))).toEqual(['geo=QQ1 2020 1.5'])
  })
  test.each([
    ['1.5', 1.5], ['1,5', 1.5], ['1 234,5', 1234.5], ['1\u00a0234', 1234], ['12\u202f345\u202f678', 12_345_678], ['−2', -2], ['-2,25', -2.25],
  ])('the number %s', async (written, value) => {
    const { blocks } = await read(`region;year;value\nQQ1;2020;${written}\n`, { table: simple })
    expect(blocks[0]?.values[0]).toBe(value)
  })
  test.each(['1.234,5', '1,234.5', '12 34', '1 2', '1e5', '5%', 'no'])('no guess is made at %s', async (written) => {
    expect(await problemOf(`region;year;value\nQQ1;2020;${written}\n`, { table: simple })).toMatchObject({ code: 'cell', line: 2, column: 3 })
  })
  test('lines before the header, cells with line ends and doubled quotation marks, columns that nobody named', async () => {
    const text = 'Title;;;\nMade today;;;\nregion;note;year;value\nQQ1;"two\nlines ""so""";2020;5\nQQ1;;2021;6x\n'
    expect(await problemOf(text, { table: { ...simple, skip: 2 } })).toMatchObject({ code: 'cell', line: 6, column: 4 })
    expect(spell(await read(text.replace('6x', '6'), { table: { ...simple, skip: 2 } }))).toEqual(['geo=QQ1 2020 5', 'geo=QQ1 2021 6'])
  })
  test('a column that the description names must be there', async () => {
    expect(await problemOf('region;year\nQQ1;2020\n', { table: simple })).toMatchObject({ code: 'noColumn', line: 1 })
  })
  test('flags may be capitals with commas; a confidential number is not kept', async () => {
    const table = parseTableDescription({ columns: { region: 'region', period: 'year', value: 'value', flag: 'flag' } })
    expect(spell(await read('region;year;value;flag\nQQ1;2020;5;B, e\nQQ1;2021;6;C\n', { table }))).toEqual(['geo=QQ1 2020 5 be', 'geo=QQ1 2021 confidential c'])
    expect((await problemOf('region;year;value;flag\nQQ1;2020;5;?\n', { table })).code).toBe('cell')
  })
  test('a description does not hide that the file is of another kind', async () => {
    expect((await read(fixture('size.tsv'), { table: simple })).facts.format).toBe('eurostat-tsv')
    expect((await problemOf('<!doctype html>', { table: simple })).code).toBe('webPage')
  })
})

describe('the template', () => {
  test('is known by its header, with columns in any order', async () => {
    const text = 'region;indicator;period;value;unit;flag;note;nuts_version\nQQ11;ent.stock;2024;12,5;NR;p;by hand;2024\n'
    const { facts, blocks } = await read(text)
    expect(facts.format).toBe('template-table')
    expect(blocks[0]).toMatchObject({ key: { geo: 'QQ11', unit: 'NR', indicator: 'ent.stock', nuts_version: '2024' }, flags: ['p'] })
  })
  test('a shorter one will do', async () => {
    expect(spell(await read('indicator,region,period,value\nent.stock,QQ11,2024,12.5\n'))).toEqual(['geo=QQ11,indicator=ent.stock 2024 12.5'])
  })
})

describe('the description', () => {
  const refuse = (json: unknown): string => {
    try {
      parseTableDescription(json)
    } catch (problem) {
      return (problem as Error).message
    }
    return 'accepted'
  }
  test('what is not said is left to be found in the file', () => {
    expect(simple).toEqual({
      columns: { region: 'region', period: 'year', value: 'value' }, dimensions: {}, fixed: {}, separator: 'auto', decimal: 'auto',
      encoding: 'auto', skip: 0, missing: {},
    })
  })
  test.each([
    [[], 'must be an object'],
    [{}, '"columns": must be an object'],
    [{ columns: { value: 'v' } }, '"columns.period": is missing'],
    [{ columns: { period: 'p', value: 'v', place: 'x' } }, '"columns.place": there is no such field'],
    [{ columns: { period: 'p', value: 'v' } }, 'at least one dimension'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, seperator: 'comma' }, '"seperator": there is no such field; known are'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, separator: ';' }, '"separator": one of these is allowed: auto, comma'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, dimensions: { geo: 'x' } }, '"geo": this dimension is given twice'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, dimensions: JSON.parse('{"__proto__":"x"}') }, 'Latin letters'],
    [{ columns: { period: 'p', value: 'v', region: '' } }, '"columns.region": must be a text'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, skip: -1 }, '"skip": must be a whole number'],
    [{ columns: { period: 'p', value: 'v', region: 'r' }, missing: { '..': 'secret' } }, '"missing...": one of these is allowed: unknown'],
  ])('%j is refused: %s', (json, why) => {
    expect(refuse(json)).toContain(why)
  })
})
