import { describe, expect, test } from 'vitest'
import { problemOf, read, spell } from '#test/fixtures/sources/reading.ts'
import { toFlags } from './document.ts'

const dimension = {
  unit: { label: 'Unit', category: { index: { PC: 0 }, label: { PC: 'Per cent' } } },
  geo: { category: { index: { QQ1: 0, QQ2: 1 } } },
  time: { category: { index: { 2019: 0, 2020: 1, 2021: 2 } } },
}
const dataset = (more: object) => ({ version: '2.0', class: 'dataset', id: ['unit', 'geo', 'time'], size: [1, 2, 3], dimension, ...more })
const readJson = (json: unknown) => read(JSON.stringify(json))
const expected = [
  'unit=PC,geo=QQ1 2019 1.5', 'unit=PC,geo=QQ1 2020 confidential c', 'unit=PC,geo=QQ1 2021 unknown',
  'unit=PC,geo=QQ2 2019 unknown', 'unit=PC,geo=QQ2 2020 7 p', 'unit=PC,geo=QQ2 2021 -3',
]
const sparse = { value: { 0: 1.5, 4: 7, 5: -3 }, status: { 1: 'c', 4: 'p' } }
const dense = { value: [1.5, null, null, null, 7, -3], status: [null, 'c', null, null, 'p', null] }

describe('the dialects', () => {
  test('sparse values and flags, before or after the description', async () => {
    const before = await readJson({ ...sparse, ...dataset({ updated: '2024-01-12T23:00:00+0100' }) })
    expect(spell(before)).toEqual(expected)
    expect(before.facts).toMatchObject({
      format: 'json-stat', dimensions: ['unit', 'geo'], series: 2, cells: 6, values: 3, flagged: 2, flaggedMissing: 1,
      stamp: '2024-01-12T23:00:00+0100', periods: ['2019', '2020', '2021'], codes: { unit: ['PC'], geo: ['QQ1', 'QQ2'] },
    })
    expect(await readJson(dataset({ updated: '2024-01-12T23:00:00+0100', ...sparse }))).toEqual(before)
  })
  test('dense values with null, wrapped', async () => {
    expect(spell(await readJson({ dataset: dataset(dense) }))).toEqual(expected)
  })
  test('spread over many lines, cut anywhere', async () => {
    const text = JSON.stringify(dataset(sparse), null, 3)
    for (const piece of [1, 5, 100]) expect(spell(await read(text, { piece }))).toEqual(expected)
  })
  test.each([
    ['an object', { index: { PC: 0 } }],
    ['a list', { index: ['PC'] }],
    ['missing', { label: { PC: 'Per cent' } }],
    ['empty', { index: {}, label: { PC: 'Per cent' } }],
  ])('the category index as %s', async (_, category) => {
    expect(spell(await readJson(dataset({ ...dense, dimension: { ...dimension, unit: { category } } })))).toEqual(expected)
  })
  test('periods may descend and stand before other dimensions', async () => {
    const json = dataset({
      id: ['time', 'unit', 'geo'], size: [3, 1, 2],
      dimension: { ...dimension, time: { category: { index: ['2021', '2020', '2019'] } } },
      value: [null, -3, null, 7, 1.5, null], status: { 2: 'c', 3: 'p' },
    })
    expect(spell(await readJson(json))).toEqual(expected)
  })
  test('the institute’s names of region, unit and period are brought to ours; its signs stand for missing values', async () => {
    const json = {
      id: ['NUTS', 'Units', 'periods'], size: [1, 1, 5],
      dimension: {
        NUTS: { category: { index: ['QQ31'] } }, Units: { category: { index: {}, label: { perc: '%' } } },
        periods: { category: { index: ['2020', '2021', '2022', '2023', '2024'] } },
      },
      value: ['4.4', '(3.6)', '..', 'x', '-'],
    }
    expect(spell(await readJson(json))).toEqual([
      'geo=QQ31,unit=perc 2020 4.4', 'geo=QQ31,unit=perc 2021 3.6 u', 'geo=QQ31,unit=perc 2022 confidential',
      'geo=QQ31,unit=perc 2023 notApplicable', 'geo=QQ31,unit=perc 2024 noCases',
    ])
  })
  test('the role tells which dimension is time', async () => {
    const json = {
      id: ['geo', 'jahr'], size: [1, 1], role: { time: ['jahr'] },
      dimension: { geo: { category: { index: ['QQ1'] } }, jahr: { category: { index: ['2020'] } } }, value: [5],
    }
    expect(spell(await readJson(json))).toEqual(['geo=QQ1 2020 5'])
  })
})

test('our own files say why a cell is empty; a place that has a value as well is refused', async () => {
  const json = dataset({ value: { 0: 1.5 }, status: { 1: 'b' }, extension: { missing: { noCases: [1], notServed: [2], confidential: [3, 4, 5], other: [0] } } })
  expect(spell(await readJson(json))).toEqual([
    'unit=PC,geo=QQ1 2019 1.5', 'unit=PC,geo=QQ1 2020 noCases b', 'unit=PC,geo=QQ1 2021 notServed',
    'unit=PC,geo=QQ2 2019 confidential', 'unit=PC,geo=QQ2 2020 confidential', 'unit=PC,geo=QQ2 2021 confidential',
  ])
  expect((await problemOf(JSON.stringify(dataset({ value: { 0: 1.5 }, extension: { missing: { noCases: [0] } } })))).text.en).toContain('the same cell stands twice')
})
describe('flags', () => {
  test('flag and confidentiality in one text', () => {
    expect(['p', '', '|C', 'b|C', 'p|', 'p|F', 'C', 'bep'].map(toFlags)).toEqual(['p', '', 'c', 'bc', 'p', 'p', 'c', 'bep'])
  })
  test('one status for the whole file', async () => {
    expect((await readJson(dataset({ value: [1, 2, 3, 4, 5, 6], status: 'e' }))).blocks[0]?.flags).toEqual(['e', 'e', 'e'])
  })
  test('a status that is none stops the reading', async () => {
    expect((await problemOf(JSON.stringify(dataset({ ...sparse, status: { 1: '%%' } })))).code).toBe('cell')
  })
})

describe('series', () => {
  test('without any value or flag are not served, and the facts say how many cells that makes', async () => {
    const { blocks, facts } = await readJson(dataset({ value: { 4: 7 } }))
    expect(blocks.map(({ key }) => key.geo)).toEqual(['QQ2'])
    expect(facts).toMatchObject({ series: 1, cells: 6, values: 1, missing: { unknown: 2, notServed: 3 } })
  })
  test('that are not wanted are counted only', async () => {
    const { blocks, facts } = await read(JSON.stringify(dataset(sparse)), { want: { geo: new Set(['QQ2']) } })
    expect(blocks).toHaveLength(1)
    expect(facts.series).toBe(2)
  })
  test('decimals are those of the text', async () => {
    const text = JSON.stringify(dataset({ value: [] })).replace('"value":[]', '"value":[1.50,2,null,1e-3,5,6]')
    expect((await read(text)).blocks.map(({ decimals }) => decimals)).toEqual([2, 3])
  })
})

describe('what is refused', () => {
  test.each([
    ['sizes that do not multiply to the dense values', dataset({ value: [1, 2, 3, 4, 5] }), 'sizes'],
    ['a dense status of another length', dataset({ ...dense, status: ['c'] }), 'sizes'],
    ['a sparse place beyond the sizes', dataset({ value: { 6: 1 } }), 'sizes'],
    ['a size that is not the number of codes', dataset({ ...sparse, size: [1, 3, 3] }), 'sizes'],
    ['places in a category that are not 0, 1, 2 …', dataset({ ...sparse, dimension: { ...dimension, geo: { category: { index: { QQ1: 0, QQ2: 2 } } } } }), 'sizes'],
    ['more sizes than dimensions', dataset({ ...sparse, size: [1, 2, 3, 1] }), 'sizes'],
    ['a code twice', dataset({ ...sparse, dimension: { ...dimension, geo: { category: { index: ['QQ1', 'QQ1'] } } } }), 'json'],
    ['a dimension without a description', dataset({ ...sparse, dimension: {} }), 'json'],
    ['no dimension of time', dataset({ ...sparse, id: ['unit', 'geo', 'tempus'], dimension: { ...dimension, tempus: dimension.time } }), 'json'],
    ['a period that is none', dataset({ ...sparse, dimension: { ...dimension, time: { category: { index: ['2019', '2020', 'later'] } } } }), 'period'],
    ['a value that is no number', dataset({ value: [true, 1, 2, 3, 4, 5] }), 'cell'],
    ['a text that is no number', dataset({ value: ['1,5', 1, 2, 3, 4, 5] }), 'cell'],
    ['impossible sizes', dataset({ ...sparse, size: [2 ** 40, 2 ** 40, 3] }), 'sizes'],
    ['JSON without values', { hello: 1 }, 'json'],
    ['a list', [1, 2], 'json'],
  ])('%s', async (_, json, code) => {
    expect((await problemOf(JSON.stringify(json))).code).toBe(code)
  })
  test('a text that ends too early, wherever it is cut', async () => {
    const text = JSON.stringify(dataset(sparse))
    for (let length = 1; length < text.length; length++) expect((await problemOf(text.slice(0, length))).code).toBe('json')
  })
  test('an answer that says why there are no data is quoted', async () => {
    const wrong = await problemOf('{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4"}]}')
    expect(wrong).toMatchObject({ code: 'sourceSaid', text: { en: 'The source did not send data but a message: "ERR_NOT_FOUND_4".' } })
    expect((await problemOf('{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Later"}}')).text.bg).toContain('ASYNCHRONOUS_RESPONSE')
  })
  test('a text larger than the limit', async () => {
    expect((await problemOf(JSON.stringify(dataset(sparse)), { limits: { json: 100 } })).code).toBe('fileTooLarge')
  })
  test('deep nesting is no trouble', async () => {
    expect((await problemOf(`{"extra":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).code).toBe('json')
    expect((await problemOf(`{"dimension":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).code).toBe('json')
  })
})
