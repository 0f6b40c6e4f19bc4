// An indicator defined after its dataset came finds its series in the file that was kept.
import { expect, test } from 'vitest'
import type { AccountId, Who } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { importText, tsv } from '#test/small-files.ts'
import { starter } from '#test/starter.ts'
import { findIndicatorPage } from '#areas/evidence/indicators/read.ts'
import { defineIndicator } from '#areas/evidence/indicators/write.ts'
import { decideVintage } from '../write.ts'
import { fillSelections } from './fill-selections.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T09:00:00Z')
const analyst: Who = { role: 'analyst', account: '0197a000-0000-7000-8000-000000000001' as AccountId, name: 'Анна', duties: new Set() }
const both = (text: string) => ({ bg: text, en: text })
const page = (key: string) => store.reading((reader) => findIndicatorPage(reader, { key, now }))
const define = (key: string, filter: Record<string, string>) => store.writing((writer) => defineIndicator({ writer, who: analyst, language: 'bg', now }, {
  key, domain: 'economy', direction: 'more', level: 'nuts3', name: both(key), shortName: both(key), definition: both(key), decimals: 0, caveats: [], headline: null, why: 'за проба',
  unit: { id: 'million-eur', label: both('млн. евро'), scale: 1_000_000, currency: 'EUR', percent: false }, from: { kind: 'direct', dataset: 'nama_10r_3gva', filter },
}))

test('its series are there, all at once; what the file does not hold stays wanted', async () => {
  const rows = tsv({ BG344: '7 8' }, { unit: 'CP_MEUR' }).replace(',sex,', ',nace_r2,').replace('A,CP_MEUR,T,', 'A,CP_MEUR,TOTAL,')
  const end = await importText(store, `${rows}A,CP_MEUR,D,BG344\t3 \t4 \n`, { dataset: 'nama_10r_3gva', nuts: '2024' })
  if (end.kind !== 'settled') throw new Error(end.kind)
  // The catalogue wants industry as well, which this small file lacks.
  expect(end.state).toBe('held')
  await store.writing((writer) => decideVintage({ writer, now, by: null }, { number: end.vintage, decision: 'accept', reason: 'малък файл' }))
  await define('my.energy', { unit: 'CP_MEUR', nace_r2: 'D' })
  expect((await page('my.energy'))?.chosen[0]?.series).toBeNull()
  expect(await fillSelections(store, { dataset: 'nama_10r_3gva' })).toMatchObject({ kind: 'filled', series: 1 })
  expect((await page('my.energy'))?.chosen[0]?.series?.values).toEqual(Float64Array.of(3, 4))
  expect(await fillSelections(store, { dataset: 'nama_10r_3gva' })).toMatchObject({ kind: 'filled', series: 0 })
})
test('a filter that finds two series for a region is refused, and nothing is stored', async () => {
  await define('my.unclear', { unit: 'CP_MEUR' })
  const end = await fillSelections(store, { dataset: 'nama_10r_3gva' })
  expect(end).toMatchObject({ kind: 'refused', report: { remarks: expect.arrayContaining([expect.objectContaining({ says: 'filterAmbiguous', selection: 'my.unclear' })]) } })
  expect((await page('my.unclear'))?.chosen[0]?.series).toBeNull()
})
test('an extract of the starter pack is no whole file', async () => {
  await store.writing((writer) => defineIndicator({ writer, who: analyst, language: 'bg', now }, {
    key: 'my.men', domain: 'people', direction: 'neither', level: 'nuts3', name: both('м'), shortName: both('м'), definition: both('м'), decimals: 0, caveats: [], headline: null, why: 'за проба',
    unit: { id: 'persons', label: both('души'), scale: 1, currency: null, percent: false }, from: { kind: 'direct', dataset: 'nsi-1169', filter: { GenderID: '1', Residence: '0', unit: 'num' } },
  }))
  expect(await fillSelections(store, { dataset: 'nsi-1169' })).toEqual({ kind: 'noFile' })
})
test('a dataset without a vintage has nothing to be read from', async () => {
  expect(await fillSelections(store, { dataset: 'isoc_r_iacc_h' })).toEqual({ kind: 'nothing' })
})
