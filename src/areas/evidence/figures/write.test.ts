// Pinning on a real database: what was pinned stays as it was, the same answer is pinned once, and newer ones are told.
import { expect, test } from 'vitest'
import type { Period } from '#kernel/period.ts'
import { findThing } from '#store/thread.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { saveAnalysis } from '#areas/evidence/analyses/write.ts'
import { findFigure, findNewer, getFigure, listFigures } from './read.ts'
import { pinFigure, pinIndicator } from './write.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T10:00:00Z')
const who = { account: null }
const pin = (asked: { key: string; regions: readonly string[]; period?: Period }) => store.writing((writer) => pinIndicator({ writer, now, who }, asked))

test('a pinned figure says value, period, unit, vintage and source, and the version of the definition', async () => {
  const pinned = await pin({ key: 'ctx.unemp', regions: ['BG344', 'BG341'] })
  const figure = await store.reading((reader) => getFigure(reader, { number: pinned?.number ?? 0, who: 'everyone' }))
  expect(figure.kind).toBe('indicator')
  expect(figure.pinned.values.map((value) => value.region?.code)).toEqual(['BG344', 'BG341'])
  expect(figure.pinned.values[0]).toMatchObject({ state: 'observed', missing: null })
  expect(figure.pinned.vintages[0]).toMatchObject({ source: expect.any(String), number: expect.any(Number) })
  expect(figure.pinned.method).toMatchObject({ kind: 'indicator', key: 'ctx.unemp' })
  expect((await store.reading((reader) => findThing(reader, figure.id)))?.path).toBe(`/evidence/figures/${figure.number}`)
  expect(await store.reading((reader) => findNewer(reader, figure))).toBeNull()
})
test('the same answer pinned twice is one figure', async () => {
  const first = await pin({ key: 'ent.stock', regions: ['BG344'] }), second = await pin({ key: 'ent.stock', regions: ['BG344'] })
  expect(first?.is).toBe('new')
  expect(second).toEqual({ ...first, is: 'there' })
  expect((await store.reading((reader) => listFigures(reader, { ids: [first?.id ?? ''] }))).length).toBe(1)
})
test('an answer of an earlier year says what the same question would answer now', async () => {
  const pinned = await pin({ key: 'ctx.unemp', regions: ['BG344'], period: '2015' as Period })
  const figure = await store.reading((reader) => getFigure(reader, { number: pinned?.number ?? 0, who: 'everyone' }))
  const newer = await store.reading((reader) => findNewer(reader, figure))
  expect(newer?.values[0]?.period).not.toBe('2015')
  expect(newer?.version).toBeNull()
})
test('nothing is pinned of an indicator nobody knows, nor where no region has a value', async () => {
  expect(await pin({ key: 'no.such', regions: ['BG344'] })).toBeUndefined()
  expect(await pin({ key: 'ctx.unemp', regions: ['XX'] })).toBeUndefined()
  expect(await store.reading((reader) => findFigure(reader, { number: 999_999, who: 'everyone' }))).toBeUndefined()
  await expect(store.reading((reader) => getFigure(reader, { number: 999_999, who: 'everyone' }))).rejects.toMatchObject({ name: 'NotFound' })
})
test('a figure of a draft analysis is for colleagues', async () => {
  const empty = { regions: [], indicators: [] }
  const number = await store.writing(async (writer) => {
    const analysis = await saveAnalysis({ writer, now, who }, { kind: 'benchmark', key: null, title: { bg: 'А', en: 'A' }, record: {}, inputs: empty, vintages: [], result: {}, note: { bg: '', en: '' }, why: '' })
    return (await pinFigure({ writer, now, who }, { about: analysis.id, kind: 'analysis', title: { bg: 'Б', en: 'B' }, pinned: {
      measured: { bg: 'Оценка', en: 'Score' }, unit: { label: { bg: 'точки', en: 'points' }, percent: false }, decimals: 1, vintages: [], path: '/', notes: [],
      method: { kind: 'analysis', analysis: 'benchmark', number: analysis.number, version: 1 },
      values: [{ region: null, label: null, period: null, value: 4, flags: '', missing: null, reason: null, state: 'computed', how: null, interval: null }],
    } })).number
  })
  expect(await store.reading((reader) => findFigure(reader, { number, who: 'everyone' }))).toBeUndefined()
  expect(await store.reading((reader) => findFigure(reader, { number, who: 'staff' }), { as: 'staff' })).toMatchObject({ number })
})
