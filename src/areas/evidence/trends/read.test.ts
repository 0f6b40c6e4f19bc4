// Trends on the starter pack.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { getTrend } from './read.ts'
import type { Trend } from './rules.ts'
import { choiceOf } from './rules/choice.ts'
import { writeTrendCsv } from './rules/files.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const trend = async (query = ''): Promise<Trend> => {
  const found = await store.reading((reader) => getTrend(reader, { choice: choiceOf(new URLSearchParams(query)), now }))
  if ('kind' in found) throw new Error(`no ${found.what} ${found.asked}`)
  return found
}
test('the page opens with a long unbroken course of the home district, and says its method and error', async () => {
  const first = await trend()
  expect(first.shown.code).toBe('BG344')
  expect(first.price).toBeNull()
  expect(first.stretch.points.length).toBeGreaterThanOrEqual(10)
  expect(first.forecast).toMatchObject({ reason: null, ahead: { length: 5 } })
  expect(first.forecast?.errors.map(({ method }) => method)).toEqual(['naive', 'drift', 'line', 'log-line', 'damped-holt'])
})
test('GDP per head of the district is no course and no progress: the price is said, nothing after it is counted, no forecast, no target', async () => {
  for (const key of ['ctx.gdp', 'ctx.gdp.recent', 'ctx.gdp.pps']) {
    const gdp = await trend(`indicator=${key}&region=BG344`)
    expect(gdp.price?.from).toBe('2021')
    expect(gdp.stretch.points.every((point) => point.year < 2021)).toBe(true)
    expect({ forecast: gdp.forecast, target: gdp.target, direction: gdp.direction }).toEqual({ forecast: null, target: null, direction: 'neither' })
  }
})
test('another district whose value no price moves has its forecast, and looks at ours only before the price', async () => {
  const gdp = await trend('indicator=ctx.gdp&region=BG341')
  expect(gdp.price).toBeNull()
  expect(gdp.forecast).not.toBeNull()
  expect(gdp.target?.priced.map((region) => region.code)).toEqual(['BG344'])
  expect(gdp.target?.reached.some((one) => one.region.code === 'BG344' && one.to >= 2021)).toBe(false)
})
test('a break is never crossed: enterprises are looked at from 2009 on, and the page knows why', async () => {
  const stock = await trend('indicator=ent.stock')
  expect(stock.stretch.cut).toEqual({ kind: 'break', before: '2009' })
  expect(stock.stretch.points[0]?.year).toBe(2009)
  expect(stock.target?.reached.every((one) => one.from >= 2009 || one.to < 2009)).toBe(true)
  expect(stock.together).toMatchObject({ from: 2009, districts: 28 })
})
test('under five comparable values there is no forecast and no course, only their number', async () => {
  const people = await trend('indicator=ctx.pop')
  expect(people.stretch.points.length).toBeLessThan(5)
  expect(people).toMatchObject({ forecast: null, course: 'unknown' })
})
test('where only the region above has values, they are its own and are named so', async () => {
  expect((await trend('indicator=inn.gerd')).shown.code).toBe('BG34')
})
test('a typed target is judged by how many who stood alike went so fast; one beyond what anybody did has been reached by nobody', async () => {
  const start = (await trend('indicator=ent.birth')).target?.start.value ?? 0
  const some = await trend(`indicator=ent.birth&target=${(start + 0.5).toFixed(1).replace('.', ',')}`), none = await trend('indicator=ent.birth&target=60')
  expect(some.target?.asked?.value).toBeCloseTo(start + 0.5, 1)
  expect(some.target?.asked?.plausibility).toBeGreaterThan(0)
  expect(none.target?.asked).toMatchObject({ plausibility: 0, count: 0, way: 'ahead' })
  expect((await trend('indicator=ent.birth&target=many')).target?.asked).toBeNull()
})
test('the Union and the similar districts can be asked instead of the districts of the country', async () => {
  const country = await trend('indicator=ctx.young'), union = await trend('indicator=ctx.young&among=union'), peers = await trend('indicator=ctx.young&among=peers')
  expect(union.target?.looked).toBeGreaterThanOrEqual(country.target?.looked ?? 0)
  expect(peers.target?.among).toBe('peers')
})
test('an unknown key is said, not shown as another', async () => {
  const found = await store.reading((reader) => getTrend(reader, { choice: choiceOf(new URLSearchParams('indicator=ctx.nothing')), now }))
  expect(found).toEqual({ kind: 'unknown', what: 'indicator', asked: 'ctx.nothing' })
})
test('the file holds what was measured, whether it was in the calculation, and what would follow', async () => {
  const lines = writeTrendCsv(await trend('indicator=ent.stock'), 'en').trim().split('\r\n')
  expect(lines.some((line) => /^measured,ent\.stock,BG344,[^,]*,2008,[^,]*,[^,]*,no,/.test(line))).toBe(true)
  expect(lines.filter((line) => line.startsWith('if_past_pace_goes_on,'))).toHaveLength(5)
})
