// A small but filled database of invented people and a few series, for the archives in test/upgrades. Uses only acts that a
// page or a command would use, so that an archive holds what a real one holds.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { acceptVintage } from '#areas/evidence/datasets/write.ts'
import { changeIndicator, defineIndicator } from '#areas/evidence/indicators/write.ts'
import type { IndicatorInput } from '#areas/evidence/indicators/rules/entry.ts'
import { parsePackRegions } from '#areas/evidence/regions/rules/pack-regions.ts'
import { describeHome, loadRegions, settleHome } from '#areas/evidence/regions/write.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import { visitor, type AccountId, type Who } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { noteDelivery, postLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { linkThings, registerThing } from '#store/thread.ts'
import { defineTestDataset, importText, people as dataset, tsv } from '#test/small-files.ts'

const now = new Date('2026-11-25T09:00:00Z')
const both = (bg: string, en: string) => ({ bg, en })
const folder = 'packs/BG344'

export const persons = [
  { name: 'Петя Липова', email: 'petya@lipova.example', role: 'administrator', language: 'bg' },
  { name: 'Иван О’Нийл', email: 'ivan@lipova.example', role: 'analyst', language: 'en' },
  { name: 'Гюлсюм Ахмед-Стоянова', email: 'gyulsyum@lipova.example', role: 'coordinator', language: 'bg' },
] as const

/** The first of the persons, who does what follows. */
export const seedStore = async (store: Store): Promise<Who> => {
  const regions = parsePackRegions(gunzipSync(readFileSync(`${folder}/regions.csv.gz`)).toString('utf8')).filter(({ code, version }) => version === '2024' && (/^BG/.test(code) || /^(SZR|EU27)/.test(code)))
  const home = parseHomeRegion(readFileSync(`${folder}/region.json`, 'utf8'))
  const accounts = await store.writing(async (writer) => {
    await loadRegions(writer, regions)
    await settleHome(writer, { code: home.code, version: home.version, pack: home.code, packSha256: '0'.repeat(64), packAsOf: '2026-06-13', catalogueSha256: '0'.repeat(64), now })
    await describeHome(writer, home)
    const made: AccountId[] = []
    for (const person of persons) {
      const opened = await openAccount({ who: visitor, writer, now }, person)
      if (!opened.ok) throw new Error(opened.problem.text.en)
      made.push(opened.value)
    }
    return made
  })
  const who: Who = { role: 'administrator', account: accounts[0] ?? null, name: persons[0].name, duties: new Set() }
  await defineTestDataset(store)
  for (const [asOf, cells] of [['2025-01', '100 110 120 :c 131b'], ['2026-01', '100 112 121p :c 131b']] as const) {
    const end = await importText(store, tsv({ BG344: cells, BG341: '7 8 9 10 11', SZR31: '1 2 : :u 5', BG: '900 901 902 903 904' }), { nuts: '2024', asOf })
    if (end.kind === 'settled' && end.state === 'held') await store.writing((writer) => acceptVintage({ who, writer, now, language: 'bg' }, { number: end.vintage, reason: 'Проверено.' }))
  }
  const input: IndicatorInput = {
    key: 'ctx.example', domain: 'people', name: both('Хора', 'People'), shortName: both('Хора', 'People'), definition: both('Примерен показател. Само за проба.', 'An example. For trying only.'),
    unit: { id: 'number', label: both('брой', 'number'), scale: 1, currency: null, percent: false }, decimals: 0, direction: 'neither',
    from: { kind: 'direct', dataset, filter: { unit: 'NR', sex: 'T' } }, level: 'nuts3', caveats: [], headline: 1, why: 'example',
  }
  await store.writing((writer) => defineIndicator({ who, writer, now, language: 'bg' }, input))
  await store.writing((writer) => changeIndicator({ who, writer, now, language: 'bg' }, { ...input, name: both('Население', 'Population'), why: 'a better name' }))
  await seedThread(store, accounts)
  return who
}

/** From a figure to a report, thin, as the golden thread will hold it; and letters in each of their states. */
const seedThread = (store: Store, accounts: readonly AccountId[]): Promise<void> => store.writing(async (writer) => {
  const by = accounts[1] ?? null
  const thing = async <Kind extends 'figure' | 'proposal' | 'finding' | 'objective' | 'measure'>(kind: Kind, bg: string, en: string) => {
    const id = newId<Kind>()
    await registerThing(writer, { id, kind, title: both(bg, en), path: `/example/${kind}`, text: both(`${bg}, подробно`, `${en}, at length`) })
    return { id, kind }
  }
  const figure = await thing('figure', 'Младите намаляват', 'Young people grow fewer')
  const proposal = await thing('proposal', 'Общо ателие в Липова', 'A shared workshop in Lipova')
  const finding = await thing('finding', 'Малко места за начало', 'Few places to begin')
  const objective = await thing('objective', 'Повече начинания', 'More beginnings')
  const measure = await thing('measure', 'Ателиета', 'Workshops')
  await linkThings(writer, { later: finding, says: 'restsOn', earlier: figure, by, reason: 'видно от реда' })
  await linkThings(writer, { later: finding, says: 'restsOn', earlier: proposal, by, reason: '', passage: { quote: 'няма къде да започнем' } } as Parameters<typeof linkThings>[1])
  await linkThings(writer, { later: objective, says: 'answers', earlier: finding, by })
  await linkThings(writer, { later: measure, says: 'serves', earlier: objective, by })
  await linkThings(writer, { later: measure, says: 'takesUp', earlier: proposal, by })
  for (const [at, account] of accounts.entries()) {
    await postLetter(writer, { key: `example-${at}`, kind: 'people.example', to: persons[at]?.email ?? '', subject: 'Покана', body: `Здравейте, ${persons[at]?.name}!\n`, language: 'bg', account } as Parameters<typeof postLetter>[1])
  }
  await recordAct(writer, { who: by, act: 'store.example', thing: finding.id, before: { state: 'draft' }, after: { state: 'current' }, why: 'ред\nдве „кавички“ \\' })
})
export const settleOneLetter = async (store: Store, id: string): Promise<void> => {
  await store.writing((writer) => noteDelivery(writer, id, { state: 'sent', result: '250 OK' }))
}
