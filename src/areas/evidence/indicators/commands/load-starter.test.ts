import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCheckout } from '#store/checkout.ts'
import { testStore } from '#test/database.ts'
import { listDatasets, findVintage } from '#areas/evidence/datasets/read.ts'
import { findProfile } from '../read.ts'
import { loadStarter } from './load-starter.ts'

const store = await testStore()
const checkout = findCheckout()
const now = new Date('2026-11-25T10:00:00Z')
const ask = { checkout, packFolder: join(checkout, 'packs', 'BG344'), now }

describe('the starter pack', () => {
  test('is loaded at the first start and left alone at the next', async () => {
    const t = performance.now()
    const first = await loadStarter(store, ask)
    console.log(first, performance.now() - t)
    const t2 = performance.now()
    expect((await loadStarter(store, ask)).kind).toBe('nothing')
    console.log(performance.now() - t2)
    for (const row of await store.reading((reader) => listDatasets(reader))) {
      if (!row.current) continue
      const page = await store.reading((reader) => findVintage(reader, { code: row.dataset.code, number: row.current!.number }))
      console.log(row.dataset.code, row.current.seriesKept, page!.checks.filter((c) => c.found > 0).map((c) => `${c.check} ${c.result} ${c.found}/${c.lookedAt}`).join('; '))
      for (const f of page!.findings.filter((f) => f.result === 'stop' || f.result === 'hold').slice(0, 5)) console.log('   ', JSON.stringify(f))
    }
    const t3 = performance.now()
    const profile = await store.reading((reader) => findProfile(reader, { now }))
    console.log(performance.now() - t3)
    const t4 = performance.now()
    for (let i = 0; i < 100; i++) await store.reading((reader) => findProfile(reader, { now }))
    console.log((performance.now() - t4) / 100)
    for (const d of profile!.domains) { console.log(d.domain, d.withFigures, d.of, d.newest)
      for (const h of d.headlines) console.log('  ', h.indicator.key, h.shown.code, h.newest?.period, h.newest?.cell.value, h.newest?.cell.flags, 'place', h.place?.place, h.place?.among, h.place?.of, 'BG', h.above?.cell.value, 'EU', h.eu?.cell.value, h.freshness.isOld)
    }
  })
})
