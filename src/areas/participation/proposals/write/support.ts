// Voices: support and taking it back, arguments, what was counted by hand. One confirmed address is one voice; an unconfirmed one
// is kept and never counts. The counts on the contribution are kept in the act that changes them.
import { sql } from 'kysely'
import { shownAuthor, type AuthorChoice, type ContactId } from '#areas/people/contacts/rules.ts'
import { getProcess } from '#areas/participation/processes/read.ts'
import { isOpen } from '#areas/participation/processes/rules.ts'
import { rows } from '#store/ask.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { Assurance, ContributionId, Side } from '../rules.ts'
import { takesVoices } from '../rules/voices.ts'
import type { ProposalTables } from '../tables.ts'
import { holdContribution } from '../write.ts'
import { recount, rootOf } from './merging.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<ProposalTables>()
export type Voiced = { readonly ok: true; readonly number: string } | { readonly ok: false; readonly why: 'notFound' | 'closed' | 'own' }

/** Given twice it is one; given after taking it back it stands again. Nobody supports what is their own. */
export const supportContribution = async (visit: WriteVisit, { id, contact, assurance, how = 'web' }: { readonly id: ContributionId; readonly contact: ContactId; readonly assurance: Assurance; readonly how?: 'web' | 'paper' | 'merged' | 'import' }): Promise<Voiced> => {
  const it = await holdContribution(visit, id)
  if (it === undefined) return { ok: false, why: 'notFound' }
  if (it.author === contact) return { ok: false, why: 'own' }
  const process = await getProcess(visit.writer.reader, it.process)
  if (!takesVoices(it.state) || !isOpen(process, visit.now)) return { ok: false, why: 'closed' }
  await tables(visit).insertInto('participation.support').values({ contribution: id, contact, assurance, how, at: visit.now, withdrawnAt: null })
    .onConflict((on) => on.columns(['contribution', 'contact']).doUpdateSet((e) => ({
      withdrawnAt: null, at: e.fn.coalesce('participation.support.at', e.val(visit.now)),
      // a voice never becomes less sure by being given again
      assurance: sql<Assurance>`case when array_position(array['unconfirmed', 'email', 'inPerson', 'staff'], excluded.assurance) > array_position(array['unconfirmed', 'email', 'inPerson', 'staff'], participation.support.assurance) then excluded.assurance else participation.support.assurance end`,
    }))).execute()
  await countVoices(visit, id)
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.support', thing: id, after: { assurance, how } })
  return { ok: true, number: it.number }
}
export const withdrawSupport = async (visit: WriteVisit, { id, contact }: { readonly id: ContributionId; readonly contact: ContactId }): Promise<Voiced> => {
  const it = await holdContribution(visit, id)
  if (it === undefined) return { ok: false, why: 'notFound' }
  await tables(visit).updateTable('participation.support').set({ withdrawnAt: visit.now }).where('contribution', '=', id).where('contact', '=', contact).where('withdrawnAt', 'is', null).execute()
  await countVoices(visit, id)
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.unsupport', thing: id })
  return { ok: true, number: it.number }
}
/** Counted anew from the voices themselves, with those of people who were erased since; of a merged one the whole it was laid to as well. */
export const countVoices = async ({ writer }: Pick<WriteVisit, 'writer'>, id: ContributionId): Promise<void> => {
  for (const each of new Set([id, await rootOf(writer, id)])) await recount(writer, each)
}

export type NewArgument = { readonly id: ContributionId; readonly side: Side; readonly text: string; readonly language: string; readonly contact: ContactId; readonly name: string | null; readonly choice: AuthorChoice; readonly confirmed: 'yes' | 'no' }
/** It waits for its author when the address is not confirmed, and for a moderator always. */
export const giveArgument = async (visit: WriteVisit, { id, side, text, language, contact, name, choice, confirmed }: NewArgument): Promise<Voiced & { readonly argument?: string }> => {
  const it = await holdContribution(visit, id)
  if (it === undefined) return { ok: false, why: 'notFound' }
  const process = await getProcess(visit.writer.reader, it.process)
  if (!takesVoices(it.state) || !isOpen(process, visit.now)) return { ok: false, why: 'closed' }
  const argument = newId<'argument'>()
  await tables(visit).insertInto('participation.argument').values({
    id: argument, contribution: id, side, contact, authorShown: shownAuthor({ name, choice }), text: text.normalize('NFC').trim(), language,
    state: confirmed === 'yes' ? 'waiting' : 'awaitingConfirmation', why: null, at: visit.now, publishedAt: null,
  }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.argue', thing: id, after: { side } })
  return { ok: true, number: it.number, argument }
}
export const confirmArgument = async (visit: WriteVisit, { argument }: { readonly argument: string }): Promise<void> => {
  await tables(visit).updateTable('participation.argument').set({ state: 'waiting' }).where('id', '=', argument as never).where('state', '=', 'awaitingConfirmation').execute()
}
/** A moderator’s decision on an argument. */
export const settleArgument = async (visit: WriteVisit, { argument, to, why = null }: { readonly argument: string; readonly to: 'published' | 'hidden'; readonly why?: string | null }): Promise<Voiced> => {
  const found = await tables(visit).updateTable('participation.argument').set({ state: to, why, ...(to === 'published' ? { publishedAt: visit.now } : {}) })
    .where('id', '=', argument as never).where('state', 'in', ['waiting', 'published', 'hidden']).returning('contribution').executeTakeFirst()
  if (found === undefined) return { ok: false, why: 'notFound' }
  const it = await holdContribution(visit, found.contribution)
  await countVoices(visit, found.contribution)
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.settle', thing: found.contribution, after: { state: to } })
  return { ok: true, number: it?.number ?? '' }
}
/** Somebody typed the address and has not confirmed yet: kept beside the voices, counted nowhere; who had spoken before is not touched. */
export const noteUnconfirmedSupport = async (visit: WriteVisit, { id, contact }: { readonly id: ContributionId; readonly contact: ContactId }): Promise<void> => {
  // Held before anything points to it: fifty who support at once count one after the other, and none waits crosswise for another.
  const [held] = await rows(visit.writer, sql<{ inGroup: boolean }>`
    select c.merged_into is not null or exists (select from participation.contribution m where m.merged_into = c.id) as in_group from participation.contribution c where c.id = ${id} for update`)
  const made = await tables(visit).insertInto('participation.support').values({ contribution: id, contact, assurance: 'unconfirmed', how: 'web', at: visit.now, withdrawnAt: null }).onConflict((on) => on.doNothing()).executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) === 0n) return
  // In a group the same person may have spoken elsewhere; alone it is one more.
  if (held?.inGroup !== false) await countVoices(visit, id)
  else await rows(visit.writer, sql`insert into participation.support_count as v (contribution, assurance, voices) values (${id}, 'unconfirmed', 1) on conflict (contribution, assurance) do update set voices = v.voices + 1`)
}
/** A file is closed until a moderator has looked at it; who did so stands on the trail. */
export const openAttachment = async (visit: WriteVisit, { id, open }: { readonly id: string; readonly open: 'yes' | 'no' }): Promise<'done' | 'notFound'> => {
  const found = await tables(visit).updateTable('participation.attachment').set({ open: open === 'yes' }).where('id', '=', id as never).returning('contribution').executeTakeFirst()
  if (found === undefined) return 'notFound'
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.file', thing: found.contribution, after: { open } })
  return 'done'
}
