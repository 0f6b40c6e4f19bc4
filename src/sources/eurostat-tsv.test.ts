import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixture, problemOf, read, spell } from '#test/fixtures/sources/reading.ts'

const current = fixture('size.tsv')
const legacy = fixture('size.legacy.tsv')
const head = 'unit,geo\\TIME_PERIOD\t2019 \t2020 \n'

describe('the current layout', () => {
  test('every cell becomes a value with its flag or a reason', async () => {
    expect(spell(await read(current))).toEqual([
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ1 2018 8300',
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ1 2019 9.25 b',
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ1 2020 confidential c',
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ11 2018 unknown',
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ11 2019 -0.5',
      'freq=A,indic_sb=V11910,sizeclas=TOTAL,geo=QQ11 2020 12 bep',
      'freq=A,indic_sb=V11910,sizeclas=0,geo=QQ1 2018 notApplicable z',
      'freq=A,indic_sb=V11910,sizeclas=0,geo=QQ1 2019 unreliable bu',
      'freq=A,indic_sb=V11910,sizeclas=0,geo=QQ1 2020 unknown p',
    ])
  })
  test('the facts count the whole file', async () => {
    const { facts } = await read(current)
    expect(facts).toEqual({
      format: 'eurostat-tsv',
      dimensions: ['freq', 'indic_sb', 'sizeclas', 'geo'],
      series: 3, cells: 9, values: 4, flagged: 6, flaggedMissing: 4,
      missing: { unknown: 2, confidential: 1, unreliable: 1, notApplicable: 1, noCases: 0, notServed: 0 },
      codes: { freq: ['A'], indic_sb: ['V11910'], sizeclas: ['TOTAL', '0'], geo: ['QQ1', 'QQ11'] },
      periods: ['2018', '2019', '2020'],
      stamp: null,
      duplicates: 0,
    })
  })
  test('what is not wanted is counted but not given', async () => {
    const whole = await read(current)
    const part = await read(current, { want: { geo: new Set(['QQ11']) } })
    expect(part.facts).toEqual(whole.facts)
    expect(part.blocks.map(({ key }) => key.geo)).toEqual(['QQ11'])
  })
  test('the most decimals of a series are known', async () => {
    expect((await read(current)).blocks.map(({ decimals }) => decimals)).toEqual([2, 1, 0])
  })
  test('series share their periods, and those without flags share the list of none', async () => {
    const { blocks } = await read(`${head}A,QQ1\t1 \t2 \nA,QQ2\t3 \t4 \n`)
    expect(blocks[1]?.periods).toBe(blocks[0]?.periods)
    expect(blocks[1]?.flags).toBe(blocks[0]?.flags)
    expect(blocks[1]?.missing).toBe(blocks[0]?.missing)
    expect([...(blocks[1]?.values ?? [])]).toEqual([3, 4])
  })
})

describe('the legacy layout', () => {
  test('years descend in the file and ascend in the series; the facts are those of the current layout', async () => {
    const sorted = (lines: string[]) => lines.map((line) => line.replace('freq=A,', '').replace(/^(indic_sb=\w+),(sizeclas=\w+)/, '$2,$1')).sort()
    const read1 = await read(legacy)
    expect(read1.facts.format).toBe('eurostat-tsv-legacy')
    expect(sorted(spell(read1))).toEqual(sorted(spell(await read(current))))
  })
})

describe('what the file may be like', () => {
  test('pieces may be cut anywhere', async () => {
    const whole = await read(current)
    for (const piece of [1, 2, 3, 7, 64]) expect(await read(current, { piece })).toEqual(whole)
  })
  test('line ends may be mixed, the last may be missing, empty lines are passed over', async () => {
    const mixed = await read(`${head}A,QQ1\t1 \t2 \r\n\r\nA,QQ2\t3 \t4 \n\nA,QQ3\t5 \t6 `)
    expect(mixed.blocks.map(({ key }) => key.geo)).toEqual(['QQ1', 'QQ2', 'QQ3'])
  })
  test('a byte-order mark is no part of the first name', async () => {
    expect((await read(`\ufeff${head}A,QQ1\t1 \t2 \n`)).facts.dimensions).toEqual(['unit', 'geo'])
  })
  test('codes are text, also F, T, 01 and 2019', async () => {
    const { blocks } = await read('sex,age,geo\\TIME_PERIOD\t2019 \nF,01,QQ1\t1 \nT,2019,QQ1\t2 \n')
    expect(blocks.map(({ key }) => key)).toEqual([{ sex: 'F', age: '01', geo: 'QQ1' }, { sex: 'T', age: '2019', geo: 'QQ1' }])
  })
  test('codes may hold letters of any script', async () => {
    expect((await read(`${head}A,Загора\t1 \t2 \n`)).blocks[0]?.key.geo).toBe('Загора')
  })
  test('quarters, months, half-years and weeks are periods', async () => {
    const { facts } = await read('geo\\TIME_PERIOD\t2020-Q3 \t2019-04 \t2020-S1 \t2020-W05 \nQQ1\t1 \t2 \t3 \t4 \n')
    expect(facts.periods).toEqual(['2019-04', '2020-S1', '2020-W05', '2020-Q3'])
  })
  test('a table of 10,000 columns is read', async () => {
    const months = Array.from({ length: 10_000 }, (_, at) => `${1100 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
    const text = `geo\\TIME_PERIOD\t${months.join(' \t')} \nQQ1\t${months.map((_, at) => `${at}.5 p`).join('\t')}\n`
    const { blocks, facts } = await read(text)
    expect(facts.cells).toBe(10_000)
    expect(blocks[0]?.values[9_999]).toBe(9_999.5)
    expect(blocks[0]?.flags[123]).toBe('p')
  })
  test('a confidentiality status after the flag is confidential, however it is joined', async () => {
    expect(spell(await read(`${head}A,QQ1\t: |C\t: b@C\n`))).toEqual(['unit=A,geo=QQ1 2019 confidential c', 'unit=A,geo=QQ1 2020 confidential bc'])
  })
  test('a number that is marked confidential is not kept', async () => {
    const { blocks, facts } = await read(`${head}A,QQ1\t12 c\t13 \n`)
    expect(blocks[0]?.values[0]).toBeNaN()
    expect(blocks[0]?.missing).toEqual(['confidential', null])
    expect(facts.values).toBe(1)
  })
})

describe('numbers', () => {
  test('any decimal text gives the number that JavaScript reads in it', async () => {
    const decimal = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^\d{0,26}$/))
      .map(([negative, whole, rest]) => `${negative ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`)
    await fc.assert(fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 20 }), async (texts) => {
      const years = texts.map((_, at) => `${2000 + at} `).join('\t')
      const { blocks } = await read(`geo\\TIME_PERIOD\t${years}\nQQ1\t${texts.map((text) => `${text} `).join('\t')}\n`)
      expect([...(blocks[0]?.values ?? [])]).toEqual(texts.map((text) => Number(text) + 0))
    }), { numRuns: 200 })
  })
  test('minus zero is zero', async () => {
    expect(Object.is((await read(`${head}A,QQ1\t-0.0 \t1 \n`)).blocks[0]?.values[0], 0)).toBe(true)
  })
})

describe('what is refused, with its place', () => {
  const place = async (text: string) => {
    const { code, line, column } = await problemOf(text)
    return { code, line, column }
  }
  test('a row with too few or too many cells', async () => {
    expect(await place(`${head}A,QQ1\t1 \t2 \nA,QQ2\t1 \n`)).toEqual({ code: 'ragged', line: 3, column: 2 })
    expect(await place(`${head}A,QQ1\t1 \t2 \t3 \n`)).toEqual({ code: 'ragged', line: 2, column: 3 })
  })
  test('a key with too few or too many codes, or an empty one', async () => {
    expect((await place(`${head}QQ1\t1 \t2 \n`)).code).toBe('raggedKey')
    expect((await place(`${head}A,B,QQ1\t1 \t2 \n`)).code).toBe('raggedKey')
    expect(await place(`${head}A,\t1 \t2 \n`)).toEqual({ code: 'noCode', line: 2, column: 1 })
  })
  test.each(['1,5 ', '1.5.2 ', '.5 ', '5. ', '1e5 ', '+5 ', 'NaN ', 'b', '12 B', '12 b b', '1 2 ', '', ' ', '12   ', '::', '-', '9'.repeat(400)])('the cell "%s"', async (cell) => {
    expect(await place(`${head}A,QQ1\t1 \t2 \nA,QQ2\t${cell}\t2 \n`)).toEqual({ code: 'cell', line: 3, column: 2 })
  })
  test('a decimal comma is named as such', async () => {
    const problem = await problemOf(`${head}A,QQ1\t1 \t1,5 \n`)
    expect(problem.text.en).toBe('Line 2, column 3: "1,5 " has a decimal comma; the decimal sign here is a point.')
    expect(problem.text.bg).toBe('Ред 2, колона 3: „1,5 “ е с десетична запетая; тук десетичният знак е точка.')
  })
  test('a NUL byte in a cell and in a key', async () => {
    expect(await place(`${head}A,QQ1\t1 \t2\0 \n`)).toEqual({ code: 'controlByte', line: 2, column: 3 })
    expect(await place(`${head}A,QQ\x001\t1 \t2 \n`)).toEqual({ code: 'controlByte', line: 2, column: 1 })
  })
  test('bytes that are not UTF-8 in a code', async () => {
    const bytes = Buffer.concat([Buffer.from(`${head}A,QQ`), Buffer.from([0xc7, 0xe0]), Buffer.from('\t1 \t2 \n')])
    expect((await problemOf(bytes)).code).toBe('encoding')
  })
  test('a column that is no period, or stands twice', async () => {
    expect(await place('geo\\TIME_PERIOD\t2019 \tnote \nQQ1\t1 \t2 \n')).toEqual({ code: 'period', line: 1, column: 3 })
    expect(await place('geo\\TIME_PERIOD\t2019 \t2019 \nQQ1\t1 \t2 \n')).toEqual({ code: 'periodTwice', line: 1, column: 3 })
  })
  test('a dimension that stands twice or has no name', async () => {
    expect((await place('geo,geo\\TIME_PERIOD\t2019 \nQQ1,A\t1 \n')).code).toBe('columnTwice')
    expect((await place('unit,\\TIME_PERIOD\t2019 \nA,QQ1\t1 \n')).code).toBe('header')
    expect((await place('__proto__,geo\\TIME_PERIOD\t2019 \nA,QQ1\t1 \n')).code).toBe('header')
  })
  test('more series or codes than the limit', async () => {
    const text = `${head}A,QQ1\t1 \t2 \nA,QQ2\t1 \t2 \nA,QQ3\t1 \t2 \n`
    expect((await problemOf(text, { limits: { series: 2 } })).code).toBe('tooMany')
    expect((await problemOf(text, { limits: { codes: 2 } })).code).toBe('tooMany')
  })
})

describe('the same key twice', () => {
  const rows = ['A,QQ1\t1 \t2 \n', 'A,QQ2\t3 \t: \n', 'B,QQ1\t5 \t6 \n']
  test('equal rows count as one and are reported', async () => {
    const { blocks, facts } = await read(head + rows.join('') + rows[1])
    expect(blocks).toHaveLength(3)
    expect(facts).toMatchObject({ series: 3, duplicates: 2 })
  })
  test('different rows stop the reading', async () => {
    expect(await problemOf(`${head + rows.join('')}A,QQ2\t3 \t: p\n`)).toMatchObject({ code: 'duplicateDiffers', line: 5 })
    expect(await problemOf(`${head}A,QQ1\t1 \t2 \nA,QQ1\t1.0001 \t2 \n`)).toMatchObject({ code: 'duplicateDiffers', line: 3 })
  })
  test('in whatever order the rows stand', async () => {
    const keys = ['A', 'B', 'C'].flatMap((unit) => ['QQ1', 'QQ2', 'QQ3', 'QQ4'].map((geo) => `${unit},${geo}`))
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(keys, { minLength: 2 }), fc.nat(), async (order, pick) => {
      const row = (key: string) => `${key}\t${keys.indexOf(key)} \t: \n`
      const twice = order[pick % order.length] as string
      const { blocks, facts } = await read(head + order.map(row).join('') + row(twice))
      expect(facts).toMatchObject({ series: order.length, duplicates: 2 })
      expect(blocks.map(({ key }) => `${key.unit},${key.geo}`)).toEqual(order)
      expect((await problemOf(`${head + order.map(row).join('')}${twice}\t99 \t: \n`)).code).toBe('duplicateDiffers')
    }), { numRuns: 100 })
  })
})
