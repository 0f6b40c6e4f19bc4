// Acts on counted indicators: one is defined, a duty is given or ended, an entry is made. What an entry does to the figures is done by the
// import, like every change of figures.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import { takeInDatasets } from '#areas/evidence/datasets/write.ts'
import { findDatasetByCode } from '#areas/evidence/datasets/read.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import { defineIndicator } from '#areas/evidence/indicators/write.ts'
import { freeKey, licences, limitsOf, short } from '#areas/evidence/tables/rules/meaning.ts'
import { toSlug } from '#areas/evidence/tables/rules/slug.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Domain, Direction } from '#areas/evidence/indicators/rules.ts'
import type { Period } from '#kernel/period.ts'
import { listAssignees } from './read.ts'
import type { CheckedEntry } from './rules/count-entry.ts'
import type { Count, Frequency } from './rules.ts'
import { countPath, dutyPath } from './rules.ts'
import type { CountTables } from './tables.ts'

export type CountDefinition = {
  readonly name: Bilingual; readonly definition: Bilingual; readonly unit: Bilingual; readonly measures: string; readonly decimals: number; readonly direction: Direction; readonly domain: Domain
  readonly level: 'nuts3' | 'municipality'; readonly frequency: Frequency; readonly firstPeriod: Period; readonly days: number; readonly account: string
}
export const defineCount = async (visit: WriteVisit, input: CountDefinition): Promise<PostAnswer> => {
  const { writer } = visit
  const catalogue = await listCatalogue(writer.reader, { now: visit.now })
  const slug = toSlug(input.name.en) || toSlug(input.name.bg) || 'count'
  const key = freeKey(`count.${slug}`, new Set(catalogue.map((row) => row.indicator.key)))
  const dataset = key.replace('.', '-')
  if (await findDatasetByCode(writer.reader, dataset)) return problems([{ field: 'name_en', text: { bg: 'Вече има ръчно отчитан показател с това име.', en: 'There is a counted indicator of this name already.' } }])
  const [licence] = licences
  if (licence === undefined) throw new Error('there are no licences')
  await takeInDatasets(writer, [{
    code: dataset, source: 'count', title: input.name, doi: null, licence, address: '', download: null, regionDimension: 'region', regionCodes: 'nsi', frequency: input.frequency, dimensions: [], note: null,
  }])
  const percent = input.measures === 'rate' && /%|процент|per ?cent/i.test(`${input.unit.bg} ${input.unit.en}`)
  const answer = await defineIndicator(visit, {
    key, domain: input.domain, direction: input.direction, level: input.level, name: input.name, shortName: { bg: short(input.name.bg), en: short(input.name.en) }, definition: input.definition,
    unit: { id: toSlug(input.unit.en) || 'unit', label: input.unit, scale: 1, currency: null, percent }, decimals: input.decimals, headline: null, caveats: [],
    from: { kind: 'direct', dataset, filter: { indicator: slug }, limits: limitsOf(input.measures, { percent }) }, why: 'Ръчно отчитан показател. / Counted by hand.',
  })
  if (answer.kind !== 'see') return answer
  const indicator = (await listCatalogue(writer.reader, { now: visit.now })).find((row) => row.indicator.key === key)?.indicator.id
  if (indicator === undefined) throw new Error(`${key} was defined and is not there`)
  await writer.withTables<CountTables>().insertInto('evidence.count').values({ indicator, dataset, series: slug, frequency: input.frequency, firstPeriod: input.firstPeriod, daysToEnter: input.days, enteringSince: null }).execute()
  await recordAct(writer, { who: visit.who.account, act: 'evidence.count.define', thing: indicator, after: { key, frequency: input.frequency, firstPeriod: input.firstPeriod, days: input.days } })
  if (input.account !== '') await giveDuty(visit, { indicator, key, account: input.account })
  return see(countPath(key), 'evidence_notice_count_defined')
}

type About = Pick<Count, 'indicator' | 'key'> & { readonly account: string }
export const giveDuty = async (visit: WriteVisit, about: About): Promise<PostAnswer> => {
  const person = (await listAssignees(visit.writer.reader)).find((one) => one.account === about.account)
  if (!person) return problems([{ field: 'account', text: { bg: 'Няма такъв колега, или достъпът му е прекратен.', en: 'There is no such colleague, or their access has ended.' } }])
  const given = await visit.writer.withTables<CountTables>().insertInto('evidence.countDuty').values({ indicator: about.indicator, account: person.account, givenAt: visit.now, givenBy: visit.who.account, endedAt: null })
    .onConflict((conflict) => conflict.columns(['indicator', 'account']).where('endedAt', 'is', null).doNothing()).returning('number').executeTakeFirst()
  if (given) await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.count.giveDuty', thing: about.indicator, after: { key: about.key, account: person.account } })
  return see(dutyPath(about.key), 'evidence_notice_count_duty_given')
}
export const endDuty = async (visit: WriteVisit, about: About): Promise<PostAnswer> => {
  const ended = await visit.writer.withTables<CountTables>().updateTable('evidence.countDuty').set({ endedAt: visit.now }).where('indicator', '=', about.indicator).where('account', '=', about.account as AccountId).where('endedAt', 'is', null).returning('number').executeTakeFirst()
  if (!ended) return notFound
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.count.endDuty', thing: about.indicator, before: { key: about.key, account: about.account } })
  return see(dutyPath(about.key), 'evidence_notice_count_duty_ended')
}

/** One entry at a time: a second person waits. A claim whose process died ends after two minutes. */
export const claimCount = async (writer: Writer, { indicator, now }: { readonly indicator: Count['indicator']; readonly now: Date }): Promise<'claimed' | 'busy'> => {
  const claimed = await writer.withTables<CountTables>().updateTable('evidence.count').set({ enteringSince: now }).where('indicator', '=', indicator)
    .where((eb) => eb.or([eb('enteringSince', 'is', null), eb('enteringSince', '<', new Date(now.getTime() - 120_000))])).returning('indicator').executeTakeFirst()
  return claimed ? 'claimed' : 'busy'
}
export const releaseCount = async (writer: Writer, indicator: Count['indicator']): Promise<void> => {
  await writer.withTables<CountTables>().updateTable('evidence.count').set({ enteringSince: null }).where('indicator', '=', indicator).execute()
}
export type Entering = { readonly count: Pick<Count, 'indicator' | 'key'>; readonly entry: CheckedEntry; readonly vintage: number; readonly before: { readonly value: number | null; readonly missing: string | null } | null }
export const keepEntry = async (visit: Pick<WriteVisit, 'writer' | 'who' | 'now'>, { count, entry, vintage, before }: Entering): Promise<void> => {
  const { value, ...rest } = entry
  await visit.writer.withTables<CountTables>().insertInto('evidence.countEntry').values({ ...rest, cellValue: value, indicator: count.indicator, role: visit.who.role, enteredBy: visit.who.account, enteredAt: visit.now, vintage }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'evidence.count.enter', thing: count.indicator, ...(before ? { before } : {}), after: { key: count.key, region: entry.region, period: entry.period, value, missing: entry.missing, source: entry.source, vintage }, ...(entry.note === '' ? {} : { why: entry.note }) })
  await releaseCount(visit.writer, count.indicator)
}
