// Peers of the district, on the real starter pack.
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { getCompared } from '#areas/evidence/comparisons/read.ts'
import { findIndicatorPage } from '#areas/evidence/indicators/read.ts'
import { findRegionSet } from '#areas/evidence/regions/read.ts'
import { getPeers, vintagesOf } from './read.ts'
import { incomeBand, listedPeers, type PeerChoice } from './rules.ts'
import { addressOf, choiceOf, firstChoice, queryOf } from './rules/choice.ts'
import { writePeersCsv } from './rules/files.ts'
import { sayWhy } from './views/why.tsx'
import { savePeers } from './write.ts'

let store: Store
beforeAll(async () => { store = await testStore({ seed: starter }) }, 120_000)
const now = new Date('2026-11-25T10:00:00Z')
const peersOf = (choice: Partial<PeerChoice> = {}) => store.reading((reader) => getPeers(reader, { choice: { ...firstChoice, ...choice }, now }))
const codes = (list: readonly { readonly region: { readonly code: string } }[]) => list.map((one) => one.region.code)

test('Pazardzhik and Plovdiv are nearest, at a distance of the size that published ones have', async () => {
  const peers = await peersOf()
  expect(codes(peers.list).slice(0, 2)).toEqual(['BG423', 'BG421'])
  expect(peers.list).toHaveLength(listedPeers)
  expect(peers.list.every((peer) => peer.distance > 0.001 && peer.distance < 0.03)).toBe(true)
  expect(peers.list.map((peer) => peer.distance)).toEqual(peers.list.map((peer) => peer.distance).toSorted((a, b) => a - b))
  const { compared, ownCountry, income, noData, field } = peers.counts
  expect(compared + ownCountry + income + noData).toBe(field)
})
test('the parts of a distance add up to it, and say which trait makes it', async () => {
  for (const peer of (await peersOf()).list) {
    expect(peer.parts.reduce((sum, part) => sum + (part.share ?? 0), 0)).toBeCloseTo(1, 9)
    expect(peer.shared).toBeGreaterThanOrEqual(0.7)
  }
  const peers = await peersOf({ why: 'BG421' })
  expect(peers.why?.region.code).toBe('BG421')
  expect(peers.why && sayWhy({ language: 'bg', peers, peer: peers.why })).toMatch(/^Област Стара Загора и област Пловдив се различават главно по: брой жители/)
})
test('GDP per head is no trait: it only narrows the field', async () => {
  const peers = await peersOf({ income: 'near' })
  expect(peers.traits.some((one) => one.trait.key.startsWith('ctx.gdp.'))).toBe(false)
  expect(peers.counts.income).toBeGreaterThan(500)
  expect(incomeBand).toBe(0.25)
  expect(peers.incomeWarnings[0]?.text.bg).toContain('цената на електроенергията')
  expect((await peersOf({ region: 'BG421' })).incomeWarnings).toEqual([])
})
test('without the own country all are from elsewhere; the map of the country keeps its distances', async () => {
  const peers = await peersOf({ ownCountry: 'out' })
  expect(peers.list.every((peer) => peer.country.code !== 'BG')).toBe(true)
  expect(peers.counts.ownCountry).toBe(27)
  expect(peers.districts.filter((one) => one.distance !== null)).toHaveLength(27)
})
test('who names us is not who we name', async () => {
  const { list, namedBy } = await peersOf()
  expect(codes(namedBy)).not.toEqual(codes(list))
  expect(codes(list.filter((peer) => peer.namesUs === 'yes'))).toEqual(codes(namedBy).filter((code) => codes(list).includes(code)))
})
test('a weight of nothing, or all traits ticked off, leaves nobody; a trait of the NUTS 2 region is that of the region around', async () => {
  expect(await peersOf({ weights: { people: 0, territory: 0, education: 0, sectors: 0, firms: 0 } })).toMatchObject({ list: [], why: null, namedBy: [], credits: [] })
  const only = await peersOf({ weights: { people: 0, territory: 0, education: 1, sectors: 0, firms: 0 } })
  expect(only.traits.find((one) => one.trait.key === 'inn.tertiary')).toMatchObject({ weight: 1, own: { of: { code: 'BG34' } } })
  expect(only.list.filter((peer) => peer.region.code.startsWith('BG34')).every((peer) => peer.distance === 0)).toBe(true)
})
test('among the districts density takes part, in the Union it is left out because too few have it', async () => {
  const left = async (among: PeerChoice['among']) => (await peersOf({ among })).traits.find((one) => one.trait.key === 'ter.density')?.leftOut
  expect(await left('country')).toBeNull()
  expect(await left('union')).toBe('few')
})
test('a choice says the same in the form and in the short address', () => {
  const ticked = ['ctx.young', 'ctx.old', 'inn.tertiary'].map((key) => `trait=${key}`).join('&')
  const choice = choiceOf(new URLSearchParams(`sent=yes&among=country&own=out&income=near&people=3&firms=0&${ticked}`))
  expect(choiceOf(new URLSearchParams(queryOf(choice)))).toEqual(choice)
  expect(choice.weights).toMatchObject({ people: 3, territory: 1, firms: 0 })
  expect(addressOf(firstChoice)).toBe('/evidence/peers')
  expect(addressOf(choiceOf(new URLSearchParams('region=<x>&people=99&without=<b>&why=%00')))).toBe('/evidence/peers')
})
test('a set keeps which regions were ticked, how they were found and on which vintages; the same name twice is refused in words', async () => {
  const peers = await peersOf({ ownCountry: 'out' })
  const save = (regions: readonly string[]) => store.writing((writer) => savePeers({ writer, now, language: 'bg', who: { account: null } as never }, { name: { bg: 'Навън', en: 'Abroad' }, regions, choice: { ...firstChoice, ownCountry: 'out' } }))
  expect(await save(['RO113', 'BG344', 'XX1', 'ITH32'])).toMatchObject({ kind: 'see', path: '/evidence/peers/sets/1' })
  expect(await store.reading((reader) => findRegionSet(reader, { number: 1 }))).toMatchObject({ regions: ['RO113', 'ITH32'], recipe: 'own=out', vintages: vintagesOf(peers) })
  expect(await save(['RO113'])).toMatchObject({ kind: 'problems', problems: [{ field: 'name_bg' }] })
  expect(await save(['BG344'])).toMatchObject({ kind: 'problems', problems: [{ field: 'regions' }] })
})
test('what was saved is offered where regions are compared and where an indicator is looked at', async () => {
  const { compared, page } = await store.reading(async (reader) => ({
    compared: await getCompared(reader, { indicators: [], regions: [], period: null, now }), page: await findIndicatorPage(reader, { key: 'ctx.unemp', now }),
  }))
  expect(compared.presets.find((preset) => preset.name === 'set')).toMatchObject({ regions: ['BG344', 'RO113', 'ITH32'], set: { name: { en: 'Abroad' } } })
  expect(page?.sets.map((set) => set.name.bg)).toEqual(['Навън'])
})
test('the file holds every part, so that a distance can be added up again', async () => {
  const peers = await peersOf()
  const rows = writePeersCsv(peers, 'en').trim().split('\r\n')
  expect(rows).toHaveLength(1 + peers.list.reduce((sum, peer) => sum + peer.parts.length, 0))
  expect(rows.join()).not.toMatch(/NaN|Infinity|undefined/)
})
