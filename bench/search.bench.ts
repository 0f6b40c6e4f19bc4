// How well and how fast search finds Bulgarian words: recall and false hits over sixty families, time over 10,000 texts.
// Measured through findThings on a real database, with every text in place. Prints; nothing here is a test.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '#store/store.ts'
import { findCheckout } from '#store/checkout.ts'
import { newId } from '#store/ids.ts'
import { findThings } from '#store/search.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { setSearchTexts } from '#store/search-text.ts'
import { rows } from '#store/ask.ts'
import { sql } from 'kysely'
import { wordFamilies } from './search-families.ts'

export type SearchFigures = {
  readonly recall: number
  /** of all pairs of words of different families, how many were found wrongly */
  readonly falseHits: number
  /** of all that was found, how much was right */
  readonly precision: number
  readonly texts: number
  readonly p50ms: number
  readonly p99ms: number
}

type Text = { readonly id: string; readonly title: string; readonly body: string; readonly path: string }

/** Things as an import would register them, but a thousand at a time. */
const addTexts = async (store: Store, texts: readonly Text[]): Promise<void> => {
  for (let from = 0; from < texts.length; from += 1000) {
    const some = texts.slice(from, from + 1000)
    await store.writing(async (writer) => {
      await rows(writer, sql`insert into store.thing (id, kind, title_bg, title_en, path)
        select id, 'indicator', title, title, path from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as r (id uuid, title text, path text)`)
      await setSearchTexts(writer, some.map((text) => ({
        thing: text.id, kind: 'indicator', title: { bg: text.title, en: text.title }, path: text.path, seenBy: 'everyone', text: { bg: text.body, en: text.body },
      })))
    })
  }
}

/** One text per form, nothing else in it: what is found for a form is a set of other forms. */
const measureFamilies = async (store: Store): Promise<Pick<SearchFigures, 'recall' | 'falseHits' | 'precision'>> => {
  const forms = wordFamilies.flatMap((family, at) => family.map((form) => ({ form, at })))
  await addTexts(store, forms.map(({ form }) => ({ id: newId(), title: form, body: '', path: '/x' })))
  let wanted = 0, right = 0, wrong = 0, others = 0
  for (const { form, at } of forms) {
    const answer = await store.reading((reader) => findThings(reader, { words: form, language: 'bg', limit: 1000, who: 'everyone' }))
    const found = new Set(answer.found.map(({ title }) => title))
    for (const other of forms) {
      if (other.form === form) continue
      const hit = found.has(other.form)
      if (other.at === at) { wanted++; if (hit) right++ } else { others++; if (hit) wrong++ }
    }
  }
  return { recall: right / wanted, falseHits: wrong / others, precision: right / (right + wrong) }
}

// Always the same texts: a small generator of numbers, seeded.
const dice = (seed: number) => () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32 }
const syllables = 'ба бе ве га го да де ди до за ка ки ко ла ле ли ма ме ми на не ни но па пе по ра ре ри ро са се си со та те ти то ху ца че ша'.split(' ')

/** Indicators, notes and articles of 20 to 300 words: family words among a vocabulary of some 30,000 invented ones. */
const inventTexts = (count: number): readonly Text[] => {
  const next = dice(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const invented = Array.from({ length: 30_000 }, () => Array.from({ length: 2 + Math.floor(next() * 4) }, () => pick(syllables)).join(''))
  const word = (): string => (next() < 0.15 ? pick(pick(wordFamilies)) : pick(invented))
  const text = (length: number): string => Array.from({ length }, word).join(' ')
  return Array.from({ length: count }, () => ({ id: newId(), title: text(3 + Math.floor(next() * 6)), body: text(20 + Math.floor(next() * 280)), path: '/x' }))
}

const measureTime = async (store: Store): Promise<Pick<SearchFigures, 'texts' | 'p50ms' | 'p99ms'>> => {
  const texts = 10_000
  await addTexts(store, inventTexts(texts))
  await store.writing((writer) => rows(writer, sql`analyze store.search_text, store.search_word, store.thing`))
  const next = dice(11)
  const form = (): string => { const family = wordFamilies[Math.floor(next() * wordFamilies.length)] ?? []; return family[Math.floor(next() * family.length)] ?? '' }
  const slip = (word: string): string => `${word.slice(0, 2)}${word.slice(3)}`
  const ask = async (at: number): Promise<number> => {
    const words = [form(), `${form()} ${form()}`, slip(form()), `${form()} ${form()} ${form()}`][at % 4] ?? ''
    const from = performance.now()
    await store.reading((reader) => findThings(reader, { words, language: 'bg', limit: 20, who: 'everyone' }))
    return performance.now() - from
  }
  for (let at = 0; at < 100; at++) await ask(at)
  const times: number[] = []
  for (let at = 0; at < 1000; at++) times.push(await ask(at))
  times.sort((a, b) => a - b)
  return { texts, p50ms: times[500] ?? 0, p99ms: times[990] ?? 0 }
}

export const measureSearch = async (): Promise<SearchFigures> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'posoka-bench-'))
  // The database's own user must be able to pass through.
  chmodSync(dataFolder, 0o711)
  try {
    const store = await openStore(readSettings({ POSOKA_DATA: dataFolder }, findCheckout()))
    try {
      return { ...(await measureFamilies(store)), ...(await measureTime(store)) }
    } finally {
      await store.close()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

const pct = (share: number): string => `${(share * 100).toFixed(2)} %`
export const saySearch = (found: SearchFigures): string => [
  `search, ${wordFamilies.length} Bulgarian word families: recall ${pct(found.recall)} (aim ≥ 95 %), false hits ${pct(found.falseHits)} of foreign pairs (aim ≤ 3 %), ${pct(1 - found.precision)} of what was found`,
  `search over ${found.texts} texts: p50 ${found.p50ms.toFixed(1)} ms, p99 ${found.p99ms.toFixed(1)} ms (aim ≤ 50 ms), ${(found.p99ms / 50).toFixed(2)} of the aim`,
].join('\n')

if (process.argv[1] === import.meta.filename) console.log(saySearch(await measureSearch()))
