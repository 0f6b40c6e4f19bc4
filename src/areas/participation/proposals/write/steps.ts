// The timeline: one row per step, only ever added. Later areas write theirs through recordOutcome.
import type { Bilingual } from '#kernel/language.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { ContributionId } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'

export type NewStep = { readonly id: ContributionId; readonly kind: string; readonly says?: Bilingual; readonly path?: string | null }
export const addStep = async ({ writer, now }: Pick<WriteVisit, 'writer' | 'now'>, { id, kind, says, path }: NewStep): Promise<void> => {
  await writer.withTables<ProposalTables>().insertInto('participation.contributionStep')
    .values({ id: newId<'figure'>(), contribution: id, at: now, kind, saysBg: says?.bg ?? '', saysEn: says?.en ?? '', path: path ?? null }).execute()
}
