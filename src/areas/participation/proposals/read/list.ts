// The public list, in each order from its own index; and the list of colleagues.
import type { Reader } from '#store/handle.ts'
import { publicColumns, toContribution } from '../read.ts'
import type { Contribution, ContributionKind, ContributionState, Sector } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'

export type ListOrder = 'newest' | 'supported' | 'discussed'
export type ListFilter = {
  readonly kinds?: readonly ContributionKind[]; readonly topic?: string; readonly municipality?: string; readonly process?: string
  readonly states?: readonly ContributionState[]; readonly sector?: Sector
}
export type ListQuestion = ListFilter & { readonly order?: ListOrder; readonly limit: number; readonly offset?: number }

/** What the public may read. */
export const listContributions = async (reader: Reader, asked: ListQuestion): Promise<readonly Contribution[]> => {
  const { kinds = ['proposal', 'statement'], topic, municipality, process, states, sector, order = 'newest', limit, offset = 0 } = asked
  const found = await reader.withTables<ProposalTables>().selectFrom('participation.contribution').select(publicColumns)
    .where('shown', '=', true).where('kind', 'in', [...kinds])
    .$if(municipality !== undefined, (q) => q.where('municipality', '=', municipality ?? ''))
    .$if(process !== undefined, (q) => q.where('process', '=', (process ?? '') as Contribution['process']))
    .$if(states !== undefined, (q) => q.where('state', 'in', [...(states ?? [])]))
    .$if(sector !== undefined, (q) => q.where('sector', '=', sector ?? 'media'))
    .$if(topic !== undefined, (q) => q.where((e) => e.exists(e.selectFrom('participation.contributionTopic as t').select('t.topic').whereRef('t.contribution', '=', 'participation.contribution.id').where('t.topic', '=', topic ?? ''))))
    .$if(order === 'supported', (q) => q.orderBy('supports', 'desc')).$if(order === 'discussed', (q) => q.orderBy((e) => e('argumentsFor', '+', e.ref('argumentsAgainst')), 'desc'))
    .orderBy('publishedAt', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute()
  return withTopics(reader, found)
}
export const withTopics = async (reader: Reader, found: readonly Parameters<typeof toContribution>[0][]): Promise<readonly Contribution[]> => {
  if (found.length === 0) return []
  const all = await reader.withTables<ProposalTables>().selectFrom('participation.contributionTopic').select(['contribution', 'topic']).where('contribution', 'in', found.map(({ id }) => id)).orderBy('topic').execute()
  return found.map((row) => toContribution(row, all.filter(({ contribution }) => contribution === row.id).map(({ topic }) => topic)))
}

export type StaffQuestion = ListFilter & { readonly limit: number; readonly offset?: number; readonly unit?: string }
/** For colleagues: all states, what waits longest first. Only public fields: the received words are asked for one by one. */
export const listStaffContributions = async (reader: Reader, asked: StaffQuestion): Promise<readonly Contribution[]> => {
  const { kinds, topic, municipality, process, states, sector, unit, limit, offset = 0 } = asked
  const found = await reader.withTables<ProposalTables>().selectFrom('participation.contribution').select(publicColumns)
    .$if(kinds !== undefined, (q) => q.where('kind', 'in', [...(kinds ?? [])]))
    .$if(municipality !== undefined, (q) => q.where('municipality', '=', municipality ?? ''))
    .$if(process !== undefined, (q) => q.where('process', '=', (process ?? '') as Contribution['process']))
    .$if(states !== undefined, (q) => q.where('state', 'in', [...(states ?? [])]))
    .$if(sector !== undefined, (q) => q.where('sector', '=', sector ?? 'media'))
    .$if(unit !== undefined, (q) => q.where('unit', '=', unit ?? ''))
    .$if(topic !== undefined, (q) => q.where((e) => e.exists(e.selectFrom('participation.contributionTopic as t').select('t.topic').whereRef('t.contribution', '=', 'participation.contribution.id').where('t.topic', '=', topic ?? ''))))
    .orderBy('enteredAt').orderBy('id').limit(limit).offset(offset).execute()
  return withTopics(reader, found)
}
