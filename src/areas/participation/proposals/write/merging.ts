// Laying one contribution to another, and taking it apart again. Voices, arguments and followers stay where they were given: the whole
// is counted over the merge, so the order of merging makes no difference and undoing leaves nothing behind.
import { sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import type { Writer } from '#store/handle.ts'

type Held = { readonly id: Ref; readonly number: string; readonly state: string; readonly mergedInto: Ref | null }
/** Held until the act is done, always in the same order, so that two who merge at once wait for each other and never for ever. */
export const holdForMerging = (writer: Writer, ids: readonly string[]): Promise<readonly Held[]> =>
  rows(writer, sql<Held>`select id, number, state, merged_into from participation.contribution where id = any(${[...ids]}::uuid[]) order by id for update`)

/** The root over a contribution: itself while it is merged into none. */
export const rootOf = async (writer: Writer, id: string): Promise<Ref> => {
  const [found] = await rows(writer, sql<{ id: Ref }>`
    with recursive up as (select id, merged_into from participation.contribution where id = ${id}
      union all select c.id, c.merged_into from participation.contribution c join up on c.id = up.merged_into)
    select id from up where merged_into is null`)
  if (found === undefined) throw new Error(`contribution ${id} has no root`)
  return found.id
}
/** What a merge told on the timelines is hidden from the public once it is undone. */
export const hideSteps = async (writer: Writer, { contribution, path }: { readonly contribution: Ref; readonly path: string }): Promise<void> => {
  await rows(writer, sql`update participation.contribution_step set hidden = true where contribution = ${contribution} and kind in ('merged', 'grouped', 'unmerged') and path = ${path}`)
}

/** Counts voices, arguments and counted dots of a contribution anew, over everything merged into it: each person once, by the surest of their voices. */
export const recount = async (writer: Writer, contribution: Ref): Promise<void> => {
  const whole = sql`with recursive whole as (select ${contribution}::uuid as id union all select c.id from participation.contribution c join whole on c.merged_into = whole.id)`
  await rows(writer, sql`delete from participation.support_count where contribution = ${contribution}`)
  await rows(writer, sql`
    ${whole}, persons as (
      select s.contact, (array_agg(s.assurance order by array_position(array['staff', 'inPerson', 'email', 'unconfirmed'], s.assurance)))[1] as assurance
      from participation.support s join whole on whole.id = s.contribution where s.withdrawn_at is null group by s.contact),
    voices as (select assurance, count(*) as n from persons group by assurance union all select l.assurance, sum(l.supports) from participation.lost_support l join whole on whole.id = l.contribution group by l.assurance)
    insert into participation.support_count (contribution, assurance, voices) select ${contribution}, assurance, sum(n) from voices group by assurance`)
  await rows(writer, sql`
    ${whole} update participation.contribution c set
      supports = coalesce((select sum(v.voices) from participation.support_count v join participation.process p on p.id = c.process
        where v.contribution = c.id and v.assurance = any(case p.counts when 'inPerson' then array['inPerson', 'staff'] else array['email', 'inPerson', 'staff'] end)), 0),
      counted_supports = coalesce((select sum(n.count) from participation.counted_support n join whole on whole.id = n.contribution), 0),
      arguments_for = (select count(*) from participation.argument a join whole on whole.id = a.contribution where a.state = 'published' and a.side = 'for'),
      arguments_against = (select count(*) from participation.argument a join whole on whole.id = a.contribution where a.state = 'published' and a.side = 'against')
    where c.id = ${contribution}`)
}
