// Search over things and pages: exact words first, then their other forms, then their family; for a word that nothing is
// akin to (a slip of the pen), what looks like it. The words themselves are judged in search-words.ts.
import { sql } from 'kysely'
import type { Language } from '#kernel/language.ts'
import type { ThingKind } from '#kernel/thread.ts'
import { oneRow, rows } from './ask.ts'
import type { Reader } from './handle.ts'
import { kinship, stemPrefixes, toWords } from './search-words.ts'

export type SearchQuestion = {
  /** as typed */
  readonly words: string
  readonly language: Language
  readonly kinds?: readonly (ThingKind | 'page')[]
  readonly limit: number
  readonly offset?: number
  readonly who: 'everyone' | 'staff'
  /** lines of the policy table that the person holds; a page that needs another one is not found */
  readonly holds?: readonly string[]
}
export type Found = {
  readonly thing: string | null
  readonly kind: ThingKind | 'page'
  readonly title: string
  readonly path: string
  /** a passage around the first word found, or the beginning */
  readonly passage: string
}
export type SearchAnswer = {
  readonly total: number
  readonly found: readonly Found[]
  /** typed words that occur nowhere, in no form */
  readonly ignored: readonly string[]
  /** 'any' when no text holds all the words */
  readonly matched: 'all' | 'any'
}
const nothing: SearchAnswer = { total: 0, found: [], ignored: [], matched: 'all' }

const littleWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  bg: new Set('и в на за от до с със по при не се да ли или а но във към през между как какво кой коя кое кои е са'.split(' ')),
  en: new Set('and in on for from to with by at not is are the a an or but of how what which'.split(' ')),
}
const mostWords = 8
const mostForms = 300
const likeness = 0.5

export const findThings = async (reader: Reader, asked: SearchQuestion): Promise<SearchAnswer> => {
  const all = [...new Set(toWords(asked.words))]
  const typed = (all.filter((word) => !littleWords[asked.language].has(word)).length > 0 ? all.filter((word) => !littleWords[asked.language].has(word)) : all).slice(0, mostWords)
  if (typed.length === 0) return nothing
  const forms = await Promise.all(typed.map((word) => findForms(reader, word, asked.language)))
  const known = forms.filter((form) => form.any.length > 0)
  const ignored = typed.filter((_, at) => forms[at]?.any.length === 0)
  if (known.length === 0) return { ...nothing, ignored }
  const strict = await ask(reader, { asked, forms: known, matched: 'all' })
  if (strict.total > 0 || known.length === 1) return { ...strict, ignored, matched: 'all' }
  return { ...(await ask(reader, { asked, forms: known, matched: 'any' })), ignored, matched: 'any' }
}

type Forms = { readonly typed: string; /** the word and its inflections */ readonly near: readonly string[]; readonly any: readonly string[] }

const findForms = async (reader: Reader, typed: string, language: Language): Promise<Forms> => {
  const found = await rows(reader, sql<{ word: string }>`
    select word from store.search_word where language = ${language}
    and (word = ${typed} or word like any (${stemPrefixes(typed).map((prefix) => `${prefix}%`)}::text[]))`)
  const akin = found.map(({ word }) => ({ word, kin: kinship(typed, word) })).filter(({ kin }) => kin > 0).sort((a, b) => b.kin - a.kin).slice(0, mostForms)
  if (akin.length > 0) return { typed, near: akin.filter(({ kin }) => kin >= 3).map(({ word }) => word), any: akin.map(({ word }) => word) }
  return { typed, near: [], any: typed.length < 4 ? [] : await findAlike(reader, typed, language) }
}

/** A slip of the pen. The threshold is a setting of the transaction, so it goes with the question. */
const findAlike = async (reader: Reader, typed: string, language: Language): Promise<readonly string[]> => {
  await oneRow(reader, sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`)
  const found = await rows(reader, sql<{ word: string }>`
    select word from store.search_word where language = ${language} and ${typed} <% word order by ${typed} <<-> word, word limit 20`)
  return found.map(({ word }) => word)
}

/** Letters of a title's length that the very form typed makes up for. */
const exactIsWorth = 10
// Words are letters and digits only, so a quote cannot occur in one.
const anyOf = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(' | ')})`

type FoundRow = Found & { body: string; total: number }

const ask = async (reader: Reader, how: { asked: SearchQuestion; forms: readonly Forms[]; matched: 'all' | 'any' }): Promise<{ total: number; found: readonly Found[] }> => {
  const { asked, forms } = how
  const join = how.matched === 'all' ? ' & ' : ' | '
  const any = forms.map((form) => anyOf(form.any)).join(join)
  const near = forms.map((form) => anyOf(form.near.length > 0 ? form.near : [form.typed])).join(join)
  const exact = forms.map((form) => anyOf([form.typed])).join(join)
  // @NOTE the words of a long text lie apart from its row, and the planner does not count unpacking them: read from end to end
  // it would unpack all of them, so it is held to the index. Ranked is by what the row itself holds, the title.
  const [, found] = await Promise.all([
    rows(reader, sql`select set_config('enable_seqscan', 'off', true)`),
    rows(reader, sql<FoundRow>`
      with exact as materialized (
        select key from store.search_text where language = ${sql.lit(asked.language)} and words @@ ${exact}::tsquery
      ), hit as materialized (
        -- A short title with another form of the word is more about it than a long one that ends with the very form.
        select t.key, length(t.title) - case when t.title_words @@ ${exact}::tsquery then ${sql.lit(exactIsWorth)} else 0 end as long, case when exact.key is null then 0 else 1 end as exact,
          case when not t.title_words @@ ${any}::tsquery then 0 when not t.title_words @@ ${near}::tsquery then 1 else 2 end as weight
        from store.search_text t left join exact on exact.key = t.key
        where t.language = ${sql.lit(asked.language)} and t.words @@ ${any}::tsquery
          and (${asked.who} = 'staff' or t.seen_by = 'everyone') and (t.may is null or t.may = any (${asked.holds ?? []}::text[])) and (${asked.kinds ?? null}::text[] is null or t.kind = any (${asked.kinds ?? null}::text[]))
      ), shown as (
        select key, weight, long, exact from hit order by weight desc, long, exact desc, key limit ${asked.limit} offset ${asked.offset ?? 0}
      )
      select t.thing, t.kind, t.title, t.path, left(t.body, 20000) as body, (select count(*) from hit) as total
      from shown join store.search_text t on t.key = shown.key and t.language = ${sql.lit(asked.language)}
      order by shown.weight desc, shown.long, shown.exact desc, t.key`),
    rows(reader, sql`select set_config('enable_seqscan', 'on', true)`),
  ])
  const wanted = new Set(forms.flatMap((form) => form.any))
  return {
    total: found[0]?.total ?? 0,
    found: found.map(({ thing, kind, title, path, body }) => ({ thing, kind, title, path, passage: passageOf(body, wanted) })),
  }
}

const passageLength = 160
const passageOf = (body: string, wanted: ReadonlySet<string>): string => {
  const at = firstOf(body, wanted)
  const from = at < 60 ? 0 : body.lastIndexOf(' ', at - 40) + 1
  const cut = body.slice(from, from + passageLength)
  const to = from + passageLength < body.length ? cut.lastIndexOf(' ') : cut.length
  return `${from > 0 ? '… ' : ''}${cut.slice(0, to > 0 ? to : cut.length).trim()}${from + passageLength < body.length ? ' …' : ''}`
}
const firstOf = (body: string, wanted: ReadonlySet<string>): number => {
  for (const found of body.matchAll(/[\p{L}\p{N}]+/gu)) if (wanted.has(found[0].toLowerCase())) return found.index
  return 0
}
