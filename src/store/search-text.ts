// What search finds things and pages by: kept in the act that creates or changes them. Asking is search.ts.
import { sql } from 'kysely'
import { type Bilingual, languages } from '#kernel/language.ts'
import type { ThingKind } from '#kernel/thread.ts'
import { rows } from './ask.ts'
import type { Writer } from './handle.ts'
import { toWords } from './search-words.ts'

export type SearchText = {
  readonly thing: string
  readonly kind: ThingKind
  readonly title: Bilingual
  readonly path: string
  readonly seenBy: 'everyone' | 'staff'
  /** left out: stays as it was */
  readonly text?: Bilingual
}
/** A page of ours that is no thing: „The project“, the accessibility statement. */
export type SearchPage = { readonly path: string; readonly title: Bilingual; readonly text: Bilingual; readonly seenBy?: 'everyone' | 'staff'; /** line of the policy table that opens it */ readonly may?: string }

type Entry = { may?: string | undefined; key: string; thing: string | null; kind: string; title: Bilingual; path: string; seenBy: string; text: Bilingual | undefined }

// A tsvector holds a megabyte; nobody searches for what stands behind page hundred.
const longestText = 200_000

export const setSearchText = (writer: Writer, text: SearchText): Promise<void> =>
  setEntries(writer, [{ ...text, key: text.thing, text: text.text }])

/** Many at once, for an import: three statements for all of them. */
export const setSearchTexts = (writer: Writer, texts: readonly SearchText[]): Promise<void> =>
  setEntries(writer, texts.map((text) => ({ ...text, key: text.thing, text: text.text })))

/** The whole list of pages; what is not in it any more is no longer found. Writes only what changed. */
export const setSearchPages = async (writer: Writer, pages: readonly SearchPage[]): Promise<void> => {
  await rows(writer, sql`delete from store.search_text where thing is null and key <> all (${pages.map((page) => page.path)}::text[])`)
  await setEntries(writer, pages.map((page) => ({ ...page, key: page.path, thing: null, kind: 'page', seenBy: page.seenBy ?? 'everyone' })))
}

const setEntries = async (writer: Writer, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return
  const written = entries.flatMap((entry) => languages.map((language) => {
    const body = entry.text === undefined ? null : entry.text[language].slice(0, longestText)
    return {
      key: entry.key, language, thing: entry.thing, kind: entry.kind, path: entry.path, seen_by: entry.seenBy, may: entry.may ?? null, title: entry.title[language], body,
      title_words: toWords(entry.title[language]).join(' '),
      // null: the body stays, so its words are read from it below
      body_words: body === null ? null : toWords(body).join(' '),
    }
  }))
  const without = entries.filter((entry) => entry.text === undefined).map((entry) => entry.key)
  const known = without.length === 0 ? [] : await rows(writer, sql<{ key: string; language: string; body: string }>`select key, language, body from store.search_text where key = any (${without}::text[])`)
  const bodyOf = new Map(known.map((row) => [`${row.language} ${row.key}`, row.body]))
  const whole = written.map((row) => {
    const body = row.body ?? bodyOf.get(`${row.language} ${row.key}`) ?? ''
    return { ...row, body, words: `${row.title_words} ${row.body_words ?? toWords(body).join(' ')}` }
  })
  await rows(writer, sql`
    insert into store.search_text as t (key, language, thing, kind, path, seen_by, may, title, body, title_words, words)
    select key, language, thing, kind, path, seen_by, may, title, body, to_tsvector('simple', title_words), to_tsvector('simple', words)
    from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb)
      as r (key text, language text, thing uuid, kind text, path text, seen_by text, may text, title text, body text, title_words text, words text)
    on conflict (key, language) do update set thing = excluded.thing, kind = excluded.kind, path = excluded.path, seen_by = excluded.seen_by, may = excluded.may,
      title = excluded.title, body = excluded.body, title_words = excluded.title_words, words = excluded.words
    where (t.kind, t.path, t.seen_by, t.may, t.title, t.body) is distinct from (excluded.kind, excluded.path, excluded.seen_by, excluded.may, excluded.title, excluded.body)`)
  await addWords(writer, whole)
}

const addWords = async (writer: Writer, texts: readonly { language: string; words: string }[]): Promise<void> => {
  // In one order for everybody, so that two acts never wait for each other crosswise.
  const found = languages.flatMap((language) => [...new Set(texts.filter((text) => text.language === language).flatMap((text) => text.words.split(' ')))].filter(Boolean).sort().map((word) => ({ language, word })))
  if (found.length === 0) return
  await rows(writer, sql`
    insert into store.search_word (language, word) select language, word from unnest(${found.map(({ language }) => language)}::text[], ${found.map(({ word }) => word)}::text[]) as new (language, word)
    where not exists (select from store.search_word w where w.language = new.language and w.word = new.word)
    order by language, word on conflict do nothing`)
}

/** Words of a text that was erased leave the list of words, unless another text has them: a name must not be offered to who types its beginning. */
export const forgetWords = async (writer: Writer, texts: readonly (string | null)[]): Promise<void> => {
  const words = [...new Set(texts.flatMap((text) => toWords((text ?? '').slice(0, longestText))))].sort()
  if (words.length > 0) await rows(writer, sql`
    delete from store.search_word w where w.word = any (${words}::text[])
      and not exists (select from store.search_text t where t.language = w.language and t.words @@ plainto_tsquery('simple', w.word))`)
}
