// A finding is seen from what it rests on, also where the page belongs to a topic that knows nothing of findings.
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { findAnalysis } from '#areas/evidence/analyses/read.ts'
import { prepareIndices } from '#areas/evidence/indices/commands.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { publishFinding, writeFinding } from '#areas/strategy/findings/write.ts'
import { addEvidence } from '#areas/strategy/findings/write/evidence.ts'
import type { WriteVisit } from '#store/visit.ts'
import { makeApp } from './app.ts'
import { allPages } from './pages.ts'
import type { StaffDesk } from './staff-pages.ts'
import { testFrame, testSecret } from './test-app.ts'

const store = await testStore({ seed: starter })
const now = new Date('2026-11-25T10:00:00Z')
await prepareIndices(store, now)
const home = await store.reading((reader) => getHomeRegion(reader))
const app = makeApp({ store, pages: allPages({ desk: { origin: 'http://localhost' } as StaffDesk, home, email: null }), frame: testFrame, secret: testSecret })
const as = <T>(work: (visit: WriteVisit) => Promise<T>): Promise<T> => store.writing((writer) => work({ writer, who: staff('analyst'), language: 'bg', now }))
const page = async (path: string): Promise<string> => (await app.request(path)).text()

test('the page of an index leads to the finding that rests on it, once that is published, with the reason', async () => {
  expect(await page('/bg/evidence/indices/conditions')).not.toContain('Какво стъпва на това')
  const analysis = await store.reading((reader) => findAnalysis(reader, { key: 'conditions' }))
  await as((visit) => writeFinding(visit, { words: { kind: 'strength', theme: 'economy', confidence: 'low', statement: { bg: 'Условията са добри', en: 'Conditions are good' }, says: { bg: '', en: '' }, illustrative: 'yes' } }))
  await as((visit) => addEvidence(visit, { number: 1, evidence: { kind: 'analysis', thing: analysis?.id ?? '', passage: '', reason: 'мястото в индекса' } }))
  expect(await page('/bg/evidence/indices/conditions')).not.toContain('Условията са добри')
  await as((visit) => publishFinding(visit, { number: 1, version: 1 }))
  const shown = await page('/bg/evidence/indices/conditions')
  for (const text of ['Какво стъпва на това', 'Условията са добри', 'мястото в индекса', '/bg/strategy/findings/1']) expect(shown).toContain(text)
  expect(await page('/bg/strategy/findings/1')).toContain('/bg/evidence/indices/conditions')
})
