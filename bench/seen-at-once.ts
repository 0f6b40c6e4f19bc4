// Whether an act in another process is seen at the very next request, whatever is kept in memory: an indicator renamed, a file
// imported, turn by turn. A stale answer is counted, not retried.
import { visitor } from '#kernel/who.ts'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { importText, people, tsv } from '#test/small-files.ts'
import { acceptVintage, takeInDatasets } from '#areas/evidence/datasets/write.ts'
import type { IndicatorInput } from '#areas/evidence/indicators/rules/entry.ts'
import { changeIndicator, defineIndicator } from '#areas/evidence/indicators/write.ts'
import { met, tell } from './outcome.ts'
import type { Product } from './product.ts'

const key = 'bench.seen'
const inputNamed = (name: string): IndicatorInput => ({
  key, domain: 'people', name: { bg: name, en: name }, shortName: { bg: name, en: name }, definition: { bg: '–', en: '–' },
  unit: { id: 'number', label: { bg: 'брой', en: 'number' }, scale: 1, currency: null, percent: false }, decimals: 0, direction: 'neither',
  from: { kind: 'direct', dataset: people, filter: { unit: 'NR', sex: 'T' } }, level: 'nuts3', caveats: [], headline: null, why: 'bench',
})

export const tellWhatIsSeen = async (product: Product): Promise<void> => {
  const store = await openStore(readSettings({ POSOKA_DATA: product.data }, findCheckout()))
  const ask = async (): Promise<string> => (await fetch(`${product.address}/en/evidence/indicators/${key}`)).text()
  const visit = { who: visitor, language: 'en', now: new Date() } as const
  let acts = 0
  let stale = 0
  const expect = async (words: string): Promise<void> => {
    acts += 1
    if (!(await ask()).includes(words)) stale += 1
  }
  try {
    const name = { bg: people, en: people }
    await store.writing(async (writer) => {
      await takeInDatasets(writer, [{
        code: people, source: 'eurostat', title: name, doi: null, licence: { id: '–', name, address: 'https://example.org' }, address: 'https://example.org', download: null,
        regionDimension: 'geo', regionCodes: 'nuts', frequency: 'A', dimensions: [], note: null,
      }])
      await defineIndicator({ ...visit, writer }, inputNamed('name 0'))
    })
    for (let turn = 1; turn <= 25; turn++) {
      await store.writing((writer) => changeIndicator({ ...visit, writer }, inputNamed(`name ${turn}`)))
      await expect(`name ${turn}`)
      const end = await importText(store, tsv({ BG344: `100 ${7000 + turn}` }), { nuts: '2024' })
      if (end.kind !== 'settled' || end.state === 'refused') throw new Error(`the import ended as ${JSON.stringify(end).slice(0, 500)}`)
      // A check may hold it back: then it is shown when somebody accepts it.
      if (end.state === 'held') await store.writing((writer) => acceptVintage({ ...visit, writer }, { number: end.vintage, reason: 'bench' }))
      await expect(`7,${String(turn).padStart(3, '0')}`)
    }
  } finally {
    await store.close()
  }
  tell({ what: 'an edit or an import by another process is seen at the next request', aim: 'always', measured: `${acts - stale} of ${acts}`, ratio: null, met: met(stale === 0) })
}
