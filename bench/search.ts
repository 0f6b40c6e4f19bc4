// How well search finds Bulgarian word forms, and how fast it is among 10,000 texts.
import { newId } from '#store/ids.ts'
import { findThings } from '#store/search.ts'
import { setSearchTexts } from '#store/search-text.ts'
import { readSettings } from '#store/settings.ts'
import { type Store, openStore } from '#store/store.ts'
import { rows } from '#store/ask.ts'
import { sql } from 'kysely'
import { median, met, percentile, say, short, tell } from './outcome.ts'
import { makeFolder } from './product.ts'
import { wordFamilies } from './search-families.ts'

const withStore = async (use: (store: Store) => Promise<void>): Promise<void> => {
  const folder = makeFolder()
  const store = await openStore(readSettings({ POSOKA_DATA: folder.path }))
  try {
    await use(store)
  } finally {
    await store.close()
    folder.remove()
  }
}
type Text = { readonly title: string; readonly body: string }
const add = async (store: Store, texts: readonly Text[]): Promise<void> => {
  const batch = 500
  for (let at = 0; at < texts.length; at += batch) {
    await store.writing(async (writer) => {
      const some = texts.slice(at, at + batch).map(({ title, body }) => ({
        thing: newId<'indicator'>(), kind: 'indicator' as const, title: { bg: title, en: title }, path: `/${title}`, seenBy: 'everyone' as const, text: { bg: body, en: '' },
      }))
      await rows(writer, sql`insert into store.thing (id, kind, title_bg, title_en, path, state, seen_by)
        select id, kind, title, title, path, 'current', 'everyone' from jsonb_to_recordset(${JSON.stringify(some.map(({ thing, kind, title, path }) => ({ id: thing, kind, title: title.bg, path })))}::jsonb)
        as given (id uuid, kind text, title text, path text)`)
      await setSearchTexts(writer, some)
    })
  }
}
const search = (store: Store, words: string, limit: number) =>
  store.reading((reader) => findThings(reader, { words, language: 'bg', limit, who: 'everyone' }), { language: 'bg' })

const families = async (store: Store): Promise<void> => {
  const forms = wordFamilies.flat()
  await add(store, [...new Set(forms)].map((form) => ({ title: form, body: '' })))
  let wanted = 0
  let right = 0
  let found = 0
  let foreign = 0
  for (const family of wordFamilies) {
    for (const typed of family) {
      const titles = (await search(store, typed, 1000)).found.map((one) => one.title)
      const others = family.filter((form) => form !== typed)
      wanted += others.length
      right += others.filter((form) => titles.includes(form)).length
      found += titles.length
      foreign += titles.filter((title) => !family.includes(title)).length
    }
  }
  const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`
  tell({ what: `recall over ${wordFamilies.length} word families, ${forms.length} forms`, aim: '≥ 95 %', measured: `${share(right, wanted)} (${right.toLocaleString('en')} of ${wanted.toLocaleString('en')} pairs)`, ratio: null, met: met(right / wanted >= 0.95) })
  tell({ what: 'false hits, of all texts found', aim: '≤ 3 %', measured: `${share(foreign, found)} (${foreign} of ${found.toLocaleString('en')})`, ratio: null, met: met(foreign / found <= 0.03) })
}

/** Always the same numbers, so that two runs search the same texts. */
const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const syllables = 'ба ве го ди жа за ка ле мо ни па ре со ту фи хо ца че шо ща въл дър мла сле тра стро кни гла све'.split(' ')
const makeTexts = (count: number): readonly Text[] => {
  const next = numbers(20261125)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  const known = wordFamilies.flat()
  const invented = Array.from({ length: 30_000 }, () => Array.from({ length: 2 + Math.floor(next() * 3) }, () => one(syllables)).join(''))
  const words = (length: number): string => Array.from({ length }, () => (next() < 0.12 ? one(known) : invented[Math.floor(next() ** 2 * invented.length)])).join(' ')
  return Array.from({ length: count }, () => ({ title: words(4 + Math.floor(next() * 5)), body: words(60 + Math.floor(next() * 120)) }))
}
const speed = async (store: Store): Promise<void> => {
  say('putting 10,000 texts together')
  await add(store, makeTexts(10_000))
  await store.writing((writer) => rows(writer, sql`analyze store.search_text, store.search_word`), { quiet: 'yes' })
  const next = numbers(7)
  const forms = wordFamilies.flat()
  const one = (): string => forms[Math.floor(next() * forms.length)] as string
  // one word, two words, and a slip of the pen
  const slip = (word: string): string => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`
  const questions = Array.from({ length: 600 }, (_, at) => (at % 10 === 9 ? slip(one()) : at % 2 === 0 ? one() : `${one()} ${one()}`))
  for (const words of questions.slice(0, 60)) await search(store, words, 20)
  const taken: number[] = []
  const empty: number[] = []
  for (const words of questions) {
    const began = performance.now()
    await search(store, words, 20)
    const between = performance.now()
    await store.reading((reader) => rows(reader, sql`select 1`))
    taken.push(between - began)
    empty.push(performance.now() - between)
  }
  tell({
    what: 'search over 10,000 texts: 600 questions of one or two words, each tenth misspelt', aim: '99 of 100 within 50 ms',
    measured: `${short(percentile(taken, 0.99))} ms (half within ${short(median(taken))} ms)`, ratio: `${short(median(taken) / median(empty))}× an empty question (${short(median(empty))} ms)`, met: met(percentile(taken, 0.99) <= 50),
  })
}

await withStore(async (store) => {
  await families(store)
  await speed(store)
})
