// Peers of the district, on the real starter pack.
import { beforeAll, expect, test } from 'vitest'
import type { Store } from '#store/store.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { getPeers, vintagesOf } from './read.ts'
import type { PeerChoice } from './rules.ts'
import { firstChoice } from './rules/choice.ts'

let store: Store
beforeAll(async () => { store = await testStore({ seed: starter }) }, 120_000)
const now = new Date('2026-11-25T10:00:00Z')
const peersOf = (choice: Partial<PeerChoice> = {}) => store.reading((reader) => getPeers(reader, { choice: { ...firstChoice, ...choice }, now }))

test('looks', async () => {
  const started = performance.now()
  const p = await peersOf()
  console.log(performance.now() - started, p.counts)
  for (const t of p.traits) console.log(t.trait.key, t.period, t.own?.value, t.own?.of.code, t.filled, t.of, t.leftOut, t.weight.toFixed(3), t.treated)
  for (const one of p.list) console.log(one.region.code, one.region.name.bg, one.distance.toFixed(4), one.shared.toFixed(2), one.namesUs, one.parts.slice(0, 3).map((x) => `${x.key} ${x.theirs?.value.toFixed(1)} ${((x.share ?? 0) * 100).toFixed(0)}%`).join('; '))
  console.log('named by', p.namedBy.map((one) => one.region.code).join(' '))
  for (const c of [{ ownCountry: 'out' }, { income: 'near' }, { among: 'country' }] as const) {
    const s = performance.now()
    const q = await peersOf(c)
    console.log(JSON.stringify(c), performance.now() - s, q.counts, q.list.map((one) => `${one.region.code} ${one.region.name.en} ${one.distance.toFixed(4)}`).join(', '))
    console.log(q.traits.map((t) => `${t.trait.key}:${t.filled}:${t.leftOut}:${t.weight.toFixed(2)}`).join(' '), q.namedBy.length, vintagesOf(q))
  }
})
