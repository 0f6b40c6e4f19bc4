import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixture, problemOf, read, spell } from '#test/fixtures/sources/reading.ts'

const head = 'DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\r\n'
const row = (rest: string) => `ESTAT:X(1.0),21/02/23 23:00:00,A,${rest}\r\n`

describe('the versions', () => {
  test('1.0 with a confidentiality column says what the TSV says, without the cells that were not served', async () => {
    const csv = await read(fixture('size.sdmx.csv'))
    const tsv = spell(await read(fixture('size.tsv'))).filter((line) => !line.endsWith('unknown'))
    expect(spell(csv)).toEqual(tsv)
    expect(csv.facts).toMatchObject({
      format: 'sdmx-csv-1', dimensions: ['freq', 'indic_sb', 'sizeclas', 'geo'], series: 3, cells: 8, values: 4, flagged: 6, flaggedMissing: 4,
      stamp: '12/01/24 23:00:00',
    })
  })
  test('1.0 without that column: an empty value is missing for the reason its flag gives', async () => {
    const { blocks, facts } = await read(head + row('QQ1,2010,,b') + row('QQ1,2011,,c') + row('QQ1,2012,,'))
    expect(blocks[0]?.missing).toEqual(['unknown', 'confidential', 'unknown'])
    expect(facts.flaggedMissing).toBe(2)
  })
  test('2.0 has no stamp and no DATAFLOW', async () => {
    const { facts, blocks } = await read(fixture('size.sdmx2.csv'))
    expect(facts).toMatchObject({ format: 'sdmx-csv-2', dimensions: ['freq', 'indic_sb', 'sizeclas', 'geo'], cells: 3, stamp: null })
    expect(blocks[0]?.flags).toEqual(['', 'b', 'c'])
  })
  test('columns are found by name: any order, new columns after the value, labels beside the codes', async () => {
    const text = 'STRUCTURE,STRUCTURE_ID,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,freq,OBS_VALUE,Observation value,NEW,CONF_STATUS,OBS_FLAG\n'
      + 'dataflow,X,QQ1,"Inventia, east",2020,,A,5,,n,F,p\n'
    const { blocks } = await read(text)
    expect(blocks[0]?.key).toEqual({ geo: 'QQ1', freq: 'A' })
    expect(blocks[0]?.flags).toEqual(['p'])
  })
  test('every status but F and none is confidential, and such a number is not kept', async () => {
    const text = 'STRUCTURE,STRUCTURE_ID,geo,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n'
      + ['C', 'F', 'N', '', 'S'].map((status, at) => `dataflow,X,QQ1,${2000 + at},7,${status}\n`).join('')
    const { blocks } = await read(text)
    expect(blocks[0]?.missing).toEqual(['confidential', null, 'confidential', null, 'confidential'])
    expect(blocks[0]?.flags).toEqual(['c', '', 'c', '', 'c'])
  })
  test('numbers may have an exponent', async () => {
    const { blocks } = await read(head + row('QQ1,2010,1.5E-3,') + row('QQ1,2011,2e6,'))
    expect([...(blocks[0]?.values ?? [])]).toEqual([0.0015, 2_000_000])
    expect(blocks[0]?.decimals).toBe(4)
  })
})

describe('rows become series', () => {
  test('in whatever order they stand, cut anywhere: the same series with ascending periods', async () => {
    const all = ['QQ1', 'QQ2', 'QQ3'].flatMap((geo) => [2018, 2019, 2020].map((year) => row(`${geo},${year},${year}.${geo.slice(2)},`)))
    const sorted = spell(await read(head + all.join('')))
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 1, max: 80 }), async (rows, piece) => {
      expect(spell(await read(head + rows.join(''), { piece })).sort()).toEqual(sorted)
    }), { numRuns: 100 })
  })
  test('a sorted file goes on as a stream after the waiting rows, with the same result', async () => {
    const text = head + Array.from({ length: 90 }, (_, at) => row(`QQ${Math.floor(at / 6)},${2000 + (at % 6)},${at},p`)).join('')
    const whole = await read(text)
    for (const trustRows of [1, 5, 12, 13, 40]) expect(await read(text, { limits: { trustRows }, piece: 200 })).toEqual(whole)
  })
  test('a file in another order that is too large to wait is refused', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(`QQ${at % 10},${2000 + Math.floor(at / 10)},${at},`))
    expect(await problemOf(head + rows.join(''), { limits: { waitingRows: 30 } })).toMatchObject({ code: 'unsorted', line: 32 })
    expect((await read(head + rows.join(''))).facts.series).toBe(10)
  })
  test('a series that comes again while streaming is refused', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => row(`QQ${Math.floor(at / 4)},${2000 + (at % 4)},${at},`))
    expect(await problemOf(`${head}${rows.join('')}${row('QQ1,2009,1,')}`, { limits: { trustRows: 8 }, piece: 300 })).toMatchObject({ code: 'unsorted', line: 42 })
  })
  test('series with the same periods share one list of them', async () => {
    const { blocks } = await read(head + ['QQ1', 'QQ2'].map((geo) => row(`${geo},2010,1,`) + row(`${geo},2011,2,`)).join(''))
    expect(blocks[0]?.periods).toBe(blocks[1]?.periods)
  })
})

describe('the same key and period twice', () => {
  test('equal rows count as one and are reported', async () => {
    const { blocks, facts } = await read(head + row('QQ1,2010,1,p') + row('QQ2,2010,1,p') + row('QQ1,2010,1,p'))
    expect(facts).toMatchObject({ series: 2, cells: 3, duplicates: 1 })
    expect(blocks[0]?.periods).toEqual(['2010'])
  })
  test('another value or another flag stops the reading at the later row', async () => {
    expect(await problemOf(head + row('QQ1,2010,1,p') + row('QQ1,2011,1,') + row('QQ1,2010,2,p'))).toMatchObject({ code: 'duplicateDiffers', line: 4 })
    expect(await problemOf(head + row('QQ1,2010,1,p') + row('QQ1,2010,1,'))).toMatchObject({ code: 'duplicateDiffers', line: 3 })
  })
})

describe('what is refused, with its place', () => {
  test.each([
    ['QQ1,2010,1,5,', 'ragged', null],
    ['QQ1,2010,"1,5",', 'cell', 6],
    ['QQ1,2010,abc,', 'cell', 6],
    ['QQ1,2010,1,?', 'cell', 7],
    ['QQ1,2010x,1,', 'period', 5],
    [',2010,1,', 'noCode', 4],
    ['QQ1,2010,1\0,', 'cell', 6],
    ['Q\0Q1,2010,1,', 'controlByte', 4],
    ['QQ1,2010,"1"x,', 'quoteStray', 6],
  ])('the row …%s', async (rest, code, column) => {
    expect(await problemOf(head + row('QQ1,2009,1,') + row(rest))).toMatchObject({ code, line: 3, column })
  })
  test('a quotation mark that is never closed', async () => {
    expect(await problemOf(`${head}${row('QQ1,2010,1,')}"ESTAT,x,A,QQ1,2011,1,\n`)).toMatchObject({ code: 'quoteOpen', line: 3 })
  })
  test('a header without periods or dimensions, or with a name twice', async () => {
    expect((await problemOf('STRUCTURE,STRUCTURE_ID,geo,OBS_VALUE\nd,X,QQ1,1\n')).code).toBe('noColumn')
    expect((await problemOf('STRUCTURE,STRUCTURE_ID,TIME_PERIOD,OBS_VALUE\nd,X,2010,1\n')).code).toBe('header')
    expect((await problemOf('STRUCTURE,STRUCTURE_ID,geo,geo,TIME_PERIOD,OBS_VALUE\nd,X,QQ1,QQ1,2010,1\n')).code).toBe('columnTwice')
  })
})
