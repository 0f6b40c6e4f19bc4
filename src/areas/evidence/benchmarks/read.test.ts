// The district beside its peers, on the real starter pack.
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { saveRegionSet } from '#areas/evidence/regions/write.ts'
import { findBenchmark } from './read.ts'
import type { Benchmark } from './rules.ts'
import { choiceOf } from './rules/choice.ts'
import { writeBenchmarkCsv } from './rules/files.ts'
import { recordOf, resultOf } from './rules/record.ts'
import { scoreOf } from './rules/score.ts'
import { noteOf } from './views/keep.tsx'
import { sayGap } from './views/sentences.ts'
import { keepBenchmark } from './write.ts'

let store: Store
beforeAll(async () => { store = await testStore({ seed: starter }) }, 120_000)
const now = new Date('2026-11-25T10:00:00Z')
const ask = (query = '') => store.reading((reader) => findBenchmark(reader, { choice: choiceOf(new URLSearchParams(query)), now }))
const get = async (query = ''): Promise<Benchmark> => { const found = await ask(query); if (!found) throw new Error('no benchmark'); return found }
const lineOf = (benchmark: Benchmark, key: string) => { const line = benchmark.lines.find((one) => one.indicator.key === key); if (!line) throw new Error(key); return line }

test('unemployment of 4.0 % is far below the median of the districts, and the best is said', async () => {
  const benchmark = await get()
  expect(benchmark.peers).toHaveLength(27)
  const line = lineOf(benchmark, 'ctx.unemp')
  expect(line).toMatchObject({ period: '2024', direction: 'less', row: { own: 4, n: 18 }, missing: 9 })
  expect(sayGap({ language: 'bg', benchmark, line })).toMatch(/^Безработицата в област Стара Загора през 2024\u00a0г\. \(4,0\u00a0%\) е с 3,7 процентни пункта под медианата на областите \(7,7\u00a0%\)\. Най-добре е област София \(столица\): 1,9\u00a0%\./)
  expect(sayGap({ language: 'en', benchmark, line })).toContain('The best is Sofia (stolitsa) district: 1.9%.')
})
test('a value of a higher level has no line, and the page says why', async () => {
  const benchmark = await get()
  expect(benchmark.without.find((one) => one.indicator.key === 'inn.gerd')).toMatchObject({ why: 'level' })
  expect(benchmark.without.find((one) => one.indicator.key === 'dig.skill')).toMatchObject({ why: 'noFigures' })
  expect(benchmark.lines.some((line) => line.indicator.key === 'inn.gerd')).toBe(false)
})
test('what a price moves has its line and is not counted', async () => {
  const benchmark = await get()
  expect(lineOf(benchmark, 'ctx.gdp')).toMatchObject({ direction: 'neither', best: [] })
  expect(scoreOf(benchmark.lines, []).domains.find((one) => one.domain === 'economy')).toMatchObject({ of: 4 })
})
test('a saved set is the peers by its number, and another number finds nothing', async () => {
  const number = await store.writing((writer) => saveRegionSet({ writer, now, who: { account: null } as never }, { region: 'BG344', name: { bg: 'Опит', en: 'Trial' }, regions: ['BG423', 'BG421', 'RO113', 'BG342', 'BG322'], recipe: '', vintages: [] }))
  const benchmark = await get(`set=${number}`)
  expect(benchmark).toMatchObject({ from: { kind: 'set' } })
  expect(benchmark.peers.map((region) => region.code)).toEqual(['BG423', 'BG421', 'RO113', 'BG342', 'BG322'])
  expect(benchmark.sets.map((set) => set.name.en)).toEqual(['Trial'])
  expect(await ask('set=99999')).toBeUndefined()
})
test('peers named in the address that are nobody, or the region itself, are passed over', async () => {
  expect((await get('peers=BG344,XX999,BG34,BG421')).peers.map((region) => region.code)).toEqual(['BG421'])
  expect((await get('region=BG421')).region.code).toBe('BG421')
  expect((await get('region=DE212')).region.code).toBe('BG344')
})
test('the file has a row for every indicator, also for those without a line, and no empty number without a reason', async () => {
  const benchmark = await get()
  const rows = writeBenchmarkCsv(benchmark, 'en').trim().split('\r\n')
  expect(rows).toHaveLength(1 + benchmark.lines.length + benchmark.without.length)
  expect(rows.find((row) => row.startsWith('inn.gerd'))).toMatch(/,level$/)
  expect(rows.join()).not.toMatch(/NaN|Infinity|undefined/)
})
test('what is kept holds every value, and gives the same marks and the same score from itself alone', async () => {
  const benchmark = await get('without=ent.birth')
  const choice = choiceOf(new URLSearchParams('without=ent.birth'))
  const record = JSON.parse(JSON.stringify(recordOf(benchmark, choice)))
  const result = resultOf(record)
  expect(result.score).toEqual(scoreOf(benchmark.lines, ['ent.birth']))
  expect(result.lines.find((line) => line.key === 'ctx.unemp')).toMatchObject({ own: 4, toMedian: lineOf(benchmark, 'ctx.unemp').row.toMedian, yearsToMedian: lineOf(benchmark, 'ctx.unemp').row.yearsToMedian })
  const note = { bg: noteOf({ benchmark, score: result.score, language: 'bg' }), en: noteOf({ benchmark, score: result.score, language: 'en' }) }
  const answer = await store.writing((writer) => keepBenchmark({ writer, now, language: 'bg', who: { account: null } as never }, { benchmark, choice, title: { bg: 'Опит', en: 'Trial' }, why: '', note }))
  expect(answer).toMatchObject({ kind: 'see', path: expect.stringMatching(/^\/evidence\/analyses\/\d+$/) })
  expect(note.bg).toContain('– Безработицата в област Стара Загора')
})
