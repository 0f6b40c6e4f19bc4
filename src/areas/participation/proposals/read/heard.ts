// How many voices came from which sector and municipality, and how many were answered: counts only.
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'

/** Voices that are open to all or were: what was refused, taken back or never confirmed is no voice. */
export const countVoices = (reader: Reader): Promise<readonly { readonly sector: string | null; readonly municipality: string | null; readonly contributed: number; readonly answered: number }[]> =>
  rows(reader, sql<{ sector: string | null; municipality: string | null; contributed: number; answered: number }>`
    select sector, municipality, count(*)::int as contributed, (count(*) filter (where answered_at is not null))::int as answered from participation.contribution
    where published_at is not null and state not in ('notPublished', 'withdrawn') group by sector, municipality`)
