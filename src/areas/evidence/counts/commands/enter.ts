// A value is entered: checked against what the indicator is, then it becomes a vintage by the road of all imports. The person answers for
// the value, so what the checks would hold for a decision is accepted with the person's own words.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { sayImport } from '#areas/evidence/datasets/rules/import-words.ts'
import { decideVintage } from '#areas/evidence/datasets/write.ts'
import { getAtlas } from '#areas/evidence/regions/read.ts'
import { type CanonicalLine, writeCanonical } from '#areas/evidence/tables/rules/canonical.ts'
import type { NutsVersion } from '#kernel/region.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Provenance } from '#areas/evidence/datasets/rules.ts'
import type { ImportEnd } from '#areas/evidence/datasets/rules/import-words.ts'
import type { Store } from '#store/store.ts'
import { findCount, listDuties, listEntries } from '../read.ts'
import { checkEntry, type CheckedEntry, type Typing } from '../rules/count-entry.ts'
import { regionsOf } from '../rules/regions-of.ts'
import type { Count, Entry } from '../rules.ts'
import { countPath, latestOf } from '../rules.ts'
import { claimCount, keepEntry, releaseCount } from '../write.ts'

/** What the import is asked; the door binds it to the datasets' own command. */
export type CountIntake = (ask: {
  readonly dataset: string; readonly bytes: AsyncIterable<Uint8Array>; readonly fileName: string; readonly origin: 'upload'; readonly address: string; readonly asOf: string
  readonly nutsVersion: NutsVersion; readonly by: AccountId | null; readonly now: () => Date; readonly provenance: Provenance
}) => Promise<ImportEnd>
export type EnteringBy = { readonly store: Pick<Store, 'reading' | 'writing'>; readonly who: Who; readonly now: Date; readonly key: string; readonly typing: Typing; readonly intake: CountIntake }

const busy = problems([{ field: '', text: { bg: 'В момента друг колега записва стойност на същия показател. Опитайте след малко; написаното се пази.', en: 'A colleague is storing a value of the same indicator right now. Try again shortly; what you typed is kept.' } }])

export const enterValue = async (from: EnteringBy): Promise<PostAnswer> => {
  const count = await from.store.reading((reader) => findCount(reader, { key: from.key, now: from.now }), { as: 'staff', fresh: 'primary' })
  if (!count) return notFound
  if (!(await mayEnter(from, count))) return problems([{ field: '', text: { bg: 'Този показател не Ви е възложен.', en: 'This indicator is not yours to enter.' } }])
  if ((await from.store.writing((writer) => claimCount(writer, { indicator: count.indicator, now: from.now }))) === 'busy') return busy
  let kept = false
  try {
    const answer = await enterClaimed(from, count)
    kept = answer.kind === 'see'
    return answer
  } finally {
    if (!kept) await from.store.writing((writer) => releaseCount(writer, count.indicator))
  }
}
const mayEnter = async (from: EnteringBy, count: Count): Promise<boolean> => {
  if (mayDo(from.who, permissions['evidence.define'])) return true
  const { account } = from.who
  return account !== null && (await from.store.reading((reader) => listDuties(reader, { account }), { as: 'staff', fresh: 'primary' })).some((duty) => duty.indicator === count.indicator)
}

const enterClaimed = async (from: EnteringBy, count: Count): Promise<PostAnswer> => {
  const { typing, now } = from
  const { atlas, entries } = await from.store.reading(async (reader) => ({ atlas: await getAtlas(reader), entries: latestOf(await listEntries(reader, { indicator: count.indicator })) }), { as: 'staff', fresh: 'primary' })
  const before = entries.find((entry) => entry.region === typing.region && entry.period === typing.period)
  const checked = checkEntry(typing, { count, before, now, regions: regionsOf(atlas, count).map((region) => region.code) })
  if (!checked.ok) return problems(checked.problem)
  const entry = checked.value
  const today = now.toISOString().slice(0, 10)
  const end = await from.intake({
    dataset: count.dataset, bytes: one(new TextEncoder().encode(writeCanonical(linesOf(count, { entries, entry, now })))), fileName: `${count.dataset}-${today}.csv`, origin: 'upload', address: '', asOf: today,
    nutsVersion: atlas.version, by: from.who.account, now: () => new Date(), provenance: { role: from.who.role, note: [entry.source, entry.note].filter((part) => part !== '').join('. ') },
  })
  if (end.kind === 'busy') return busy
  if (end.kind !== 'settled' || end.state === 'refused') return problems([{ field: 'value', text: { bg: sayImport({ dataset: count.dataset, end, language: 'bg' }).join(' '), en: sayImport({ dataset: count.dataset, end, language: 'en' }).join(' ') } }])
  await from.store.writing(async (writer) => {
    if (end.state === 'held') await decideVintage({ writer, now, by: from.who.account }, { number: end.vintage, decision: 'accept', reason: entry.note === '' ? entry.source : entry.note })
    await keepEntry({ writer, who: from.who, now }, { count, entry, vintage: end.vintage, before: before ? { value: before.value, missing: before.missing } : null })
  })
  return see(countPath(count.key), 'evidence_notice_count_entered')
}
/** The time of each entry stands in its line, so that a value that comes back to what it was is a new file all the same. */
const linesOf = (count: Count, { entries, entry, now }: { readonly entries: readonly Entry[]; readonly entry: CheckedEntry; readonly now: Date }): readonly CanonicalLine[] => [
  ...entries.filter((old) => old.region !== entry.region || old.period !== entry.period).map((old) => toLine(count, { ...old })), toLine(count, { ...entry, enteredAt: now }),
]
const toLine = (count: Count, entry: CheckedEntry & { readonly enteredAt: Date }): CanonicalLine => ({
  series: count.series, region: entry.region, period: entry.period, value: entry.value, missing: entry.missing, flags: '', decimals: entry.decimals, note: entry.note, source: entry.source, enteredAt: entry.enteredAt.toISOString(),
})
async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
