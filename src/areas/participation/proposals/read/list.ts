// The public list, in each order from its own index; and found by words through search.
import { sql } from 'kysely'
import { oneRow } from '#store/ask.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import { findThings } from '#store/search.ts'
import { publicColumns, toContribution } from '../read.ts'
import type { Contribution, ContributionKind, ContributionState, Sector } from '../rules.ts'
import { countListed } from './counts.ts'
import { mostCounted, type ListOrder } from '../rules/list.ts'
import type { ProposalTables } from '../tables.ts'

export type ListFilter = {
  readonly kinds?: readonly ContributionKind[]; readonly topic?: string; readonly municipality?: string; readonly process?: string
  readonly states?: readonly ContributionState[]; readonly sector?: Sector
  /** only these, as search found them */
  readonly ids?: readonly string[]
}
export type ListQuestion = ListFilter & { readonly order?: ListOrder; readonly limit: number; readonly offset?: number }
const contributions = (reader: Reader) => reader.withTables<ProposalTables>().selectFrom('participation.contribution')
/** Merged ones are read under their own number and not listed, unless somebody asks for them. */
const matching = (reader: Reader, { kinds, topic, municipality, process, states, sector, ids }: ListFilter) => {
  const shown = contributions(reader).where('shown', '=', sql<boolean>`true`)
  return (kinds === undefined ? shown.where(sql<boolean>`kind in ('proposal', 'statement')`) : shown.where('kind', 'in', [...kinds]))
    .$if(states === undefined, (q) => q.where('state', '<>', 'merged')).$if(states !== undefined, (q) => q.where('state', 'in', [...(states ?? [])]))
    .$if(municipality !== undefined, (q) => q.where('municipality', '=', municipality ?? ''))
    .$if(process !== undefined, (q) => q.where('process', '=', (process ?? '') as Contribution['process']))
    .$if(sector !== undefined, (q) => q.where('sector', '=', sector ?? 'media'))
    .$if(topic !== undefined, (q) => q.where((e) => e.exists(e.selectFrom('participation.contributionTopic as t').select('t.topic').whereRef('t.contribution', '=', 'participation.contribution.id').where('t.topic', '=', topic ?? ''))))
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`id = any(${[...(ids ?? [])]}::uuid[])`))
}
/** What the public may read. */
export const listContributions = async (reader: Reader, { order = 'newest', limit, offset = 0, ...filter }: ListQuestion): Promise<readonly Contribution[]> => {
  const found = await matching(reader, filter).select(publicColumns)
    .$if(order === 'supported', (q) => q.orderBy('supports', 'desc')).$if(order === 'discussed', (q) => q.orderBy(sql`arguments_for + arguments_against`, 'desc'))
    .orderBy('publishedAt', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute()
  return withTopics(reader, found)
}
/** What is asked by place and state alone is counted already. */
const isTallied = ({ kinds, topic, process, sector, ids }: ListFilter): boolean => [kinds, topic, process, sector, ids].every((asked) => asked === undefined)
/** Counted up to a bound: a list of a hundred thousand is not counted for each of its readers. */
export const countContributions = async (reader: Reader, filter: ListFilter): Promise<{ readonly count: number; readonly more: 'yes' | 'no' }> => {
  const count = isTallied(filter) ? await countListed(reader, filter) : (await oneRow(reader, sql<{ n: number }>`select count(*) as n from ${matching(reader, filter).select('id').limit(mostCounted + 1).as('some')}`))?.n ?? 0
  return { count: Math.min(count, mostCounted), more: count > mostCounted ? 'yes' : 'no' }
}
/** In all forms of the words, the best first. */
export const findByWords = async (reader: Reader, { words, language }: { readonly words: string; readonly language: Language }): Promise<{ readonly ids: readonly string[]; readonly ignored: readonly string[] }> => {
  const answer = await findThings(reader, { words, language, kinds: ['proposal'], limit: mostCounted, who: 'everyone' })
  return { ids: answer.found.flatMap(({ thing }) => thing ?? []), ignored: answer.ignored }
}
export const withTopics = async (reader: Reader, found: readonly Parameters<typeof toContribution>[0][]): Promise<readonly Contribution[]> => {
  if (found.length === 0) return []
  const all = await reader.withTables<ProposalTables>().selectFrom('participation.contributionTopic').select(['contribution', 'topic']).where('contribution', 'in', found.map(({ id }) => id)).orderBy('topic').execute()
  return found.map((row) => toContribution(row, all.filter(({ contribution }) => contribution === row.id).map(({ topic }) => topic)))
}
