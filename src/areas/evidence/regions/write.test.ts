// Sets of regions by name, on a real database.
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { findRegionSet, listRegionSets } from './read.ts'
import { retireRegionSet, saveRegionSet } from './write.ts'

let store: Store
beforeAll(async () => { store = await testStore({ seed: starter }) }, 120_000)
const now = new Date('2026-11-25T10:00:00Z')
const who = { role: 'analyst', account: null, name: '', duties: [] } as never
const set = { region: 'BG344', name: { bg: 'Сходни области', en: 'Peer districts' }, regions: ['BG341', 'BG323'], recipe: 'among=country', vintages: [1, 2] }
const save = (one: typeof set) => store.writing((writer) => saveRegionSet({ writer, who, now }, one))

test('a set that was saved is offered by its name, in the order it was chosen', async () => {
  const number = await save(set)
  expect(await store.reading((reader) => listRegionSets(reader))).toMatchObject([{ number, name: set.name, regions: ['BG341', 'BG323'], recipe: 'among=country', state: 'current' }])
})
test('two sets that are offered never have the same name in either language, whatever the case', async () => {
  expect(await save({ ...set, name: { bg: 'СХОДНИ области', en: 'Others' } })).toBe('taken')
  expect(await save({ ...set, name: { bg: 'Други', en: 'peer DISTRICTS' } })).toBe('taken')
})
test('a retired set is offered to nobody and still opens; its name is free again', async () => {
  const [first] = await store.reading((reader) => listRegionSets(reader))
  const number = first?.number ?? 0
  expect(await store.writing((writer) => retireRegionSet({ writer, who, now }, { number }))).toBe('retired')
  expect(await store.writing((writer) => retireRegionSet({ writer, who, now }, { number }))).toBe('gone')
  expect(await store.reading((reader) => listRegionSets(reader))).toEqual([])
  expect(await store.reading((reader) => findRegionSet(reader, { number }))).toMatchObject({ state: 'retired' })
  expect(await save(set)).toBeTypeOf('number')
})
