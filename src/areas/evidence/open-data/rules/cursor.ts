// Where a program is in a list, as a word that says nothing to it. The place is a key and not a count, so that a line which comes
// in meanwhile neither repeats nor hides another. A word that is damaged, of another list or of other figures is refused with a sentence.
import type { Bilingual } from '#kernel/language.ts'
import type { Result } from '#kernel/result.ts'

export type Place = readonly (string | number)[]
type Cursor = {
  /** list and question, in one text */
  readonly of: string
  /** what the list is made of: vintages, for figures; '' where lines only come and go */
  readonly from: string
  readonly after: Place
}
export type CursorProblem = { readonly status: 400 | 409; readonly says: Bilingual }

/** FNV-1a over the text, as eight letters: finds damage and mix-ups; it guards nothing that is secret. */
export const fingerprint = (of: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < of.length; at++) hash = Math.imul(hash ^ of.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
const toWord = (content: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(content))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const fromWord = (word: string): string | undefined => {
  if (!/^[\w-]{8,600}$/.test(word)) return undefined
  try { return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))) } catch { return undefined }
}

export const writeCursor = ({ of, from, after }: Cursor): string => {
  const content = JSON.stringify([fingerprint(of), fingerprint(from), ...after])
  return toWord(`${fingerprint(content)}${content}`)
}
const damaged: CursorProblem = { status: 400, says: {
  bg: 'Курсорът е повреден или не е от нас. Вземете го непроменен от „next“ на предишната страница или започнете без него.',
  en: 'The cursor is damaged or not ours. Take it unchanged from "next" of the page before, or begin without it.',
} }
const otherList: CursorProblem = { status: 400, says: {
  bg: 'Курсорът е от друг списък или от друг въпрос. Задайте същите параметри, с които е получен, или започнете без него.',
  en: 'The cursor belongs to another list or another question. Ask with the parameters it came with, or begin without it.',
} }
const revised: CursorProblem = { status: 409, says: {
  bg: 'Данните бяха обновени, докато ги четяхте: следващата страница щеше да смеси две издания. Започнете отначало без курсор.',
  en: 'The figures were renewed while you were reading: the next page would have mixed two vintages. Begin again without a cursor.',
} }
export const readCursor = (word: string, now: Omit<Cursor, 'after'>): Result<Place, CursorProblem> => {
  const whole = fromWord(word)
  const content = whole?.slice(8) ?? ''
  if (whole === undefined || fingerprint(content) !== whole.slice(0, 8)) return { ok: false, problem: damaged }
  const [of, from, ...after] = JSON.parse(content) as [string, string, ...(string | number)[]]
  if (of !== fingerprint(now.of)) return { ok: false, problem: otherList }
  return from === fingerprint(now.from) ? { ok: true, value: after } : { ok: false, problem: revised }
}
