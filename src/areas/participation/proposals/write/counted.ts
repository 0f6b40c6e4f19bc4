// Support counted by hand, as dots on a sheet: with its source in words, and never added to confirmed support.
import { sql } from 'kysely'
import type { Bilingual } from '#kernel/language.ts'
import { rows } from '#store/ask.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { ContributionId } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'

export const addCountedSupport = async ({ writer, who, now }: WriteVisit, { id, count, source }: { readonly id: ContributionId; readonly count: number; readonly source: Bilingual }): Promise<void> => {
  await writer.withTables<ProposalTables>().insertInto('participation.countedSupport').values({ id: newId<'count'>(), contribution: id, sourceBg: source.bg, sourceEn: source.en, count, enteredBy: who.account, at: now }).execute()
  await rows(writer.reader, sql`update participation.contribution set counted_supports = (select coalesce(sum(count), 0) from participation.counted_support where contribution = ${id}) where id = ${id}`)
}
