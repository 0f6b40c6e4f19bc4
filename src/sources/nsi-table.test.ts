import { describe, expect, test } from 'vitest'
import { fixture, inPieces, problemOf, read, spell } from '#test/fixtures/sources/reading.ts'
import { matchNsiCodes, readNsiCodes, readNsiFields } from './nsi-codes.ts'

const data = fixture('nsi-data.csv')
const head = 'RevisionColumn,NUTS,Units,periods,ValueColumn\n'

describe('the data file', () => {
  test('the revision is no dimension; region and unit have our names; signs have reasons and brackets a flag', async () => {
    const { facts, ...blocks } = await read(data)
    expect(spell({ facts, ...blocks })).toEqual([
      'unit=perc,geo=BG,GenderID=0 2023 5.2', 'unit=perc,geo=BG,GenderID=0 2024 4.25',
      'unit=perc,geo=QQ31,GenderID=0 2023 3.6 u', 'unit=perc,geo=QQ31,GenderID=0 2024 confidential',
      'unit=perc,geo=BG,GenderID=1 2023 notApplicable', 'unit=perc,geo=BG,GenderID=1 2024 noCases',
    ])
    expect(facts).toMatchObject({ format: 'nsi-table', series: 3, cells: 6, values: 3, flagged: 1, flaggedMissing: 3 })
  })
  test('the revision does not make two rows of one', async () => {
    const row = '"BG","num","2020","5"\n'
    expect((await read(`${head}"r_1",${row}"r_2",${row}`)).facts.duplicates).toBe(1)
  })
  test.each([
    ['2019IV', '2019-04'], ['2025Q3', '2025-Q3'], ['2000/2001', '2000/2001'], ['2019XII', '2019-12'], ['2024', '2024'],
  ])('the period %s is %s', async (served, period) => {
    expect((await read(`${head}"r_1","BG","num","${served}","5"`)).facts.periods).toEqual([period])
  })
  test('the column of school years is found', async () => {
    const text = 'RevisionColumn,EKATTE,Units,Edu_schYear,ValueColumn\n"r_1","SZR31","num","2000/2001","7"'
    expect(spell(await read(text))).toEqual(['geo=SZR31,unit=num 2000/2001 7'])
  })
  test('a national file has no region', async () => {
    const { facts } = await read('RevisionColumn,Ownership,periods,ValueColumn\n"r_1","total","2020","7"')
    expect(facts.dimensions).toEqual(['Ownership'])
  })
  test.each(['1,5', '(x)', '...', '()', 'X', '1.2.3', '--'])('the value "%s" is refused with its line', async (value) => {
    expect(await problemOf(`${head}"r_1","BG","num","2020","5"\n"r_1","BG","num","2021","${value}"`)).toMatchObject({ code: 'cell', line: 3, column: 5 })
  })
  test('a file without a column of periods is refused', async () => {
    expect((await problemOf('RevisionColumn,NUTS,ValueColumn\n"r_1","BG","5"')).code).toBe('noColumn')
  })
})

describe('code lists and titles', () => {
  test('are read from windows-1251, in both languages; the row without a code names the list', async () => {
    const lists = await readNsiCodes(inPieces(fixture('nsi-codes.csv')))
    expect(lists.map(({ list, name }) => [list, name?.bg])).toEqual([['NUTS', 'NUTS'], ['Gender', 'Пол'], ['Units', 'Мерни единици']])
    expect(lists[0]?.codes.get('QQ31')).toEqual({ bg: 'Измислица "Север", област', en: 'Inventia "North", district' })
  })
  test('the title of the value column names the figures', async () => {
    const fields = await readNsiFields(inPieces(fixture('nsi-fields.csv')))
    expect(fields.at(-1)).toEqual({ field: 'ValueColumn', name: { bg: 'Стойност за показател Измислен дял', en: 'Value of indicator Invented share' } })
  })
  test('a list goes to its dimension by name, else by the codes used', async () => {
    const lists = await readNsiCodes(inPieces(fixture('nsi-codes.csv')))
    const { facts } = await read(data)
    expect(matchNsiCodes(lists, facts).map(({ dimension, list, by, unknown }) => [dimension, list?.list, by, unknown])).toEqual([
      ['unit', 'Units', 'name', []], ['geo', 'NUTS', 'name', []], ['GenderID', 'Gender', 'codes', []],
    ])
  })
  test('a code that the list does not know is reported', async () => {
    const lists = await readNsiCodes(inPieces(fixture('nsi-codes.csv')))
    const { facts } = await read(`${head}"r_1","QQ99","perc","2020","5"`)
    expect(matchNsiCodes(lists, facts)[0]).toMatchObject({ dimension: 'geo', by: 'name', unknown: ['QQ99'] })
  })
  test('an error page instead of a list is refused', async () => {
    await expect(readNsiCodes(inPieces('<html>Error</html>'))).rejects.toMatchObject({ code: 'webPage' })
  })
})
