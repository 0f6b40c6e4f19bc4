// Every contribution of a process as the reply report lists it: public words, author as consented, where it is laid to in the end.
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { AuthorKind, Channel } from '../rules.ts'

export type SaidInProcess = {
  readonly id: string; readonly number: string; readonly title: string; readonly text: string; readonly language: string; readonly authorShown: string | null; readonly authorKind: AuthorKind
  readonly channel: Channel; readonly receivedOn: string; readonly late: boolean; readonly state: string; readonly reason: string | null; readonly root: string
}
/** In the order of their numbers. */
export const listSaid = (reader: Reader, process: string): Promise<readonly SaidInProcess[]> => rows(reader, sql<SaidInProcess>`
  with recursive up as (
    select c.id, c.id as at, c.merged_into from participation.contribution c where c.process = ${process}
    union all select up.id, c.id, c.merged_into from up join participation.contribution c on c.id = up.merged_into)
  select c.id, c.number, c.title_public as title, c.text_public as text, c.language, c.author_shown, c.author_kind, c.channel, c.received_on, c.late, c.state, c.not_published_reason as reason, up.at as root
  from participation.contribution c join up on up.id = c.id and up.merged_into is null where c.process = ${process} order by length(c.number), c.number`)
