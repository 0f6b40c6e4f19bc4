// Questions about counted indicators: what is counted, what was entered, whose duty it is.
import type { AccountId } from '#kernel/who.ts'
import type { Reader } from '#store/handle.ts'
import { listPeople } from '#areas/people/accounts/read.ts'
import { listSelections } from '#areas/evidence/datasets/read.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import type { Assignee, Count, Entry } from './rules.ts'
import type { CountTables } from './tables.ts'

export const listCounts = async (reader: Reader, { now }: { readonly now: Date }): Promise<readonly Count[]> => {
  // One after the other: posts ask it too, and a writing takes one question at a time.
  const rows = await reader.withTables<CountTables>().selectFrom('evidence.count').select(['indicator', 'dataset', 'series', 'frequency', 'firstPeriod', 'daysToEnter']).execute()
  if (rows.length === 0) return []
  const catalogue = await listCatalogue(reader, { now })
  const selections = await listSelections(reader)
  return rows.flatMap((row) => {
    const indicator = catalogue.find((one) => one.indicator.id === row.indicator)?.indicator
    const limits = selections.find((selection) => selection.dataset === row.dataset)?.limits
    return indicator === undefined ? [] : [{
      ...row, key: indicator.key, name: indicator.name, unit: indicator.unit.label, decimals: indicator.decimals, level: indicator.level,
      limits: { whole: limits?.whole ?? 'no', low: limits?.low ?? null, high: limits?.high ?? null },
    }]
  }).sort((a, b) => (a.key < b.key ? -1 : 1))
}
export const findCount = async (reader: Reader, asked: { readonly key: string; readonly now: Date }): Promise<Count | undefined> =>
  (await listCounts(reader, { now: asked.now })).find((count) => count.key === asked.key)

/** Oldest first; of one count, or of all. Those on their way are left out. */
export const listEntries = async (reader: Reader, asked: { readonly indicator?: Count['indicator'] } = {}): Promise<readonly (Entry & { readonly indicator: Count['indicator'] })[]> => {
  let question = reader.withTables<CountTables>().selectFrom('evidence.countEntry')
    .select(['number', 'indicator', 'region', 'period', 'cellValue as value', 'missing', 'decimals', 'source', 'note', 'role', 'enteredAt', 'vintage']).where('vintage', 'is not', null).orderBy('number')
  if (asked.indicator !== undefined) question = question.where('indicator', '=', asked.indicator)
  return question.execute()
}

export type OpenDuty = { readonly indicator: Count['indicator']; readonly account: AccountId }
export const listDuties = (reader: Reader, asked: { readonly account?: AccountId } = {}): Promise<readonly OpenDuty[]> => {
  let question = reader.withTables<CountTables>().selectFrom('evidence.countDuty').select(['indicator', 'account']).where('endedAt', 'is', null)
  if (asked.account !== undefined) question = question.where('account', '=', asked.account)
  return question.execute()
}
/** Those who can be given the duty: every colleague whose access has not ended. */
export const listAssignees = async (reader: Reader): Promise<readonly Assignee[]> =>
  (await listPeople(reader)).flatMap((person) => (person.role === null || person.endedAt !== null ? [] : [{ account: person.id, name: person.name, role: person.role }]))
