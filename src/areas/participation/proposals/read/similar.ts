// Published contributions that say about the same, for whoever is about to write it again. Candidates by trigrams in the database,
// judged by rules/alike.
import { sql } from 'kysely'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import { mostAlike, worthShowing } from '../rules/alike.ts'

export type AlikeFound = { readonly number: string; readonly title: string; readonly text: string; readonly supports: number; readonly language: string; readonly state: string }
const mostCandidates = 60
export const listAlike = async (reader: Reader, { title, text, most = 5 }: { readonly title: string; readonly text: string; readonly most?: number }): Promise<readonly AlikeFound[]> => {
  const sought = `${title} ${text.slice(0, 600)}`.toLowerCase()
  await oneRow(reader, sql`select set_config('pg_trgm.similarity_threshold', '0.12', true), set_config('pg_trgm.word_similarity_threshold', '0.5', true)`)
  const found = await rows(reader, sql<AlikeFound>`
    select number, title_public as title, left(text_public, 2000) as text, supports, language, state from participation.contribution
    where shown and state <> 'merged' and kind in ('proposal', 'statement') and lower(title_public || ' ' || left(text_public, 2000)) % ${sought}
    order by similarity(lower(title_public || ' ' || left(text_public, 2000)), ${sought}) desc, number limit ${mostCandidates}`)
  const alike = mostAlike(`${title}\n${text}`, found.map((one) => `${one.title}\n${one.text}`), { least: worthShowing, most })
  return alike.flatMap(({ index }) => found[index] ?? [])
}
