// At the start of the product: the indices that come with it, computed on the figures that are there. One that exists is left alone, whatever
// an analyst made of it.
import { join } from 'node:path'
import type { Store } from '#store/store.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { ancestorAt, type Atlas, listWithin } from '#areas/evidence/regions/rules.ts'
import { findAnalysis } from '#areas/evidence/analyses/read.ts'
import { publishAnalysis } from '#areas/evidence/analyses/write.ts'
import type { Threads } from '#areas/evidence/analyses/rules/threads.ts'
import { listPrepared, type PreparedIndex } from './rules/prepared.ts'
import { makeIndex } from './write.ts'

/** The regions of its level in the country of the home region. */
const regionsFor = (atlas: Atlas, { framework: { level } }: PreparedIndex): readonly string[] => {
  const country = ancestorAt(atlas, atlas.home, 'country')
  return country === undefined ? [] : listWithin(atlas, country.code, level).map((region) => region.code)
}
/** Fewer than three regions are no ranking. */
const leastRegions = 3

/** How many were made. */
export const prepareIndices = async (store: Store, now: Date): Promise<number> => {
  const prepared = listPrepared()
  const { atlas, missing } = await store.reading(async (reader) => {
    const known = await Promise.all(prepared.map(({ key }) => findAnalysis(reader, { key })))
    const without = prepared.filter((_, at) => known[at] === undefined)
    return { missing: without, atlas: without.length === 0 ? null : await getAtlas(reader) }
  }, { as: 'staff', fresh: 'primary' })
  if (atlas === null) return 0
  let made = 0
  for (const one of missing) {
    const regions = regionsFor(atlas, one)
    if (regions.length < leastRegions) continue
    await store.writing(async (writer) => {
      const at = { writer, now, who: { account: null } }
      const saved = await makeIndex(at, { key: one.key, title: one.title, framework: { ...one.framework, regions }, why: '' })
      if (saved !== 'taken' && saved.has === 'result') await publishAnalysis(at, { number: saved.number, version: saved.version })
    })
    made += 1
  }
  return made
}
/** Long work on indices, by the name it is asked under. */
export const indexThreads: Threads = { 'index.intervals': join(import.meta.dirname, 'commands', 'interval-thread.ts') }
