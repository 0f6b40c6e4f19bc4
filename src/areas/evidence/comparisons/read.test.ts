// Comparisons on the starter pack: whose value stands in a cell, and what the files say.
import { expect, test } from 'vitest'
import { starter } from '#test/starter.ts'
import { testStore } from '#test/database.ts'
import { findSeries } from '#areas/evidence/indicators/read.ts'
import { cellAt } from '#areas/evidence/indicators/rules/series.ts'
import { getCompared } from './read.ts'
import { countFilled, mostRegions, orderOf } from './rules.ts'
import { toComparedJson, writeComparedCsv } from './rules/files.ts'
import { writeXlsx } from '#ui/documents/sheets.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { sayCell } from '#areas/evidence/indicators/views/wording.ts'
import { comparedScreen, sayCompared } from './views.tsx'
import { keptComparedDocument } from './views/document.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T08:00:00Z')
const ask = (regions: readonly string[], indicators: readonly string[]) => store.reading((reader) => getCompared(reader, { regions, indicators, period: null, now }))
const nothing = { regions: [], indicators: [], period: null, look: null, order: null }

test('whoever chooses nothing sees the district beside the country and the Union', async () => {
  const compared = await ask([], [])
  expect(compared.regions.map((region) => region.code)).toEqual(['BG344', 'BG', 'EU27_2020'])
  expect(compared.indicators.length).toBeGreaterThan(8)
  expect(compared.isChosen).toBe('first')
})
test('every cell is the value of the series of the region it names', async () => {
  const compared = await ask(['BG344', 'BG341', 'BG'], ['ent.stock'])
  const series = await store.reading((reader) => findSeries(reader, { key: 'ent.stock', regions: ['BG344', 'BG341', 'BG'] }))
  const [one] = compared.indicators
  expect(one?.cells.map((cell) => cell.cell)).toEqual(series?.series.map((each) => cellAt(each, one?.period as never)))
  expect(one?.cells.every((cell) => cell.of.code === cell.region.code)).toBe(true)
})
test('a value of a higher level is marked in the table and stands in no file under the name of the lower region', async () => {
  const all = await ask(['BG344', 'BG34'], [])
  const keys = all.choices.indicators.map((indicator) => indicator.key)
  const compared = await ask(['BG344', 'BG34'], keys)
  const higher = compared.indicators.filter((one) => one.cells[0]?.of.code === 'BG34' && one.cells[0].cell.missing === null)
  expect(higher.length).toBeGreaterThan(0)
  const key = higher[0]?.indicator.key as string
  const one = await ask(['BG344'], [key])
  expect(countFilled(one)).toEqual({ filled: 1, of: 1, higher: 1 })
  expect(String(comparedScreen({ language: 'bg', compared: one, choice: nothing }).body)).toContain('стойност за Югоизточния район')
  expect(writeComparedCsv(one, 'bg')).not.toContain(',BG344,')
  expect(toComparedJson(one)).toMatchObject({ comparisons: [{ valuesOfHigherLevel: [{ region: 'BG344', valueOf: 'BG34' }], series: [{ region: 'BG34', level: 'nuts2' }] }] })
})
test('what the source has nothing for has a line of its own with the reason', async () => {
  const compared = await ask(['SZR31', 'BG344'], ['ent.stock'])
  expect(compared.indicators[0]?.cells[0]?.cell).toEqual({ value: null, flags: '', missing: 'notServed' })
  expect(writeComparedCsv(compared, 'en').split('\r\n').find((line) => line.includes(',SZR31,'))).toContain(',notServed,')
})
test('unknown codes are said, too many are counted, none is dropped in silence', async () => {
  const compared = await ask(['BG344', 'XX999'], ['ent.stock', 'no.such'])
  expect(compared.unknown).toEqual(['XX999', 'no.such'])
  const many = await ask([...compared.choices.regions.map((region) => region.code), ...compared.choices.regions.map((region) => region.code)], ['ent.stock'])
  expect(many.regions.length).toBe(mostRegions)
  expect(many.tooMany.regions).toBe(compared.choices.regions.length * 2 - mostRegions)
})
test('regions are ordered by the indicator that was asked for; those without a value come last', async () => {
  const first = await ask([], [])
  const districts = first.presets.find((preset) => preset.name === 'districts')?.regions ?? []
  expect(districts.length).toBe(28)
  const compared = await ask(['SZR31', ...districts], ['ent.stock'])
  const order = orderOf(compared, 'ent.stock')
  const values = order.map((at) => compared.indicators[0]?.cells[at]?.cell.value ?? null)
  expect(values.at(-1)).toBeNull()
  const known = values.filter((value) => value !== null)
  expect(known).toEqual([...known].sort((a, b) => b - a))
  expect(orderOf(compared, '-ent.stock').slice(0, 28)).toEqual(order.slice(0, 28).toReversed())
})
test('the workbook holds what the page shows and the whole series, and a value of a higher level under its own region', async () => {
  const compared = await ask(['BG344', 'BG'], ['ent.stock', 'dig.daily'])
  const home = await store.reading((reader) => getHomeRegion(reader))
  const document = keptComparedDocument({ language: 'bg', compared, choice: nothing, home, emblem: null, ...sayCompared(compared, 'bg') })
  const [shown, stock, daily] = document.blocks.filter((block) => block.kind === 'table')
  expect(shown?.table.rows.map((row) => [row.name, ...row.cells.slice(1).map((cell) => cell.text)])).toEqual(compared.indicators.map((one) => [one.indicator.name.bg, ...one.cells.map((cell) => sayCell(one.indicator, cell.cell, 'bg'))]))
  expect(shown?.table.rows[1]?.cells[1]?.note).toContain('Югоизточния район')
  expect(stock?.table.head.map((head) => head.name)).toEqual(['Период', 'Област Стара Загора', 'България'])
  expect(daily?.table.head.map((head) => head.name)[1]).toBe('Югоизточен район')
  expect(document.blocks.every((block) => block.kind !== 'table' || block.sources.length > 0)).toBe(true)
  const bytes = await writeXlsx(document)
  expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK')
})
test('the sentence above judges the home region only, and only by three indicators or more; else it names highest and lowest', async () => {
  const first = await ask([], [])
  const districts = first.presets.find((preset) => preset.name === 'districts')?.regions ?? []
  expect(sayCompared(await ask(districts, []), 'en').says).toMatch(/^Stara Zagora district is in the better half by \d+ of the \d+ indicators/)
  expect(sayCompared(await ask(districts, ['ctx.unemp']), 'bg').says).not.toContain('половина')
  const municipal = first.presets.find((preset) => preset.name === 'municipalities')
  expect(sayCompared(await ask(municipal?.regions ?? [], ['ctx.pop']), 'bg').says).toContain('Стара Загора')
})
