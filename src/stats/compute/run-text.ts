// One method from the text of its input to the text of its output: parsed, checked, counted, written. What is wrong is said with the key's name.
import { z } from 'zod'
import type { Reason } from '../reason.ts'
import { type Entry, WrongInput } from './entry.ts'

export type Computed = { readonly kind: 'done'; readonly text: string } | { readonly kind: 'wrong'; readonly says: string }

export const computeText = ({ entry, text, language }: { readonly entry: Entry; readonly text: string; readonly language: 'bg' | 'en' }): Computed => {
  const say = sentences[language]
  const read = readJson(text)
  if (!read.ok) return { kind: 'wrong', says: say.noJson(read.says) }
  const strange = strangeKeyOf(entry.input, read.value)
  if (strange !== null) return { kind: 'wrong', says: say.strange(strange.key, strange.known.join(', ')) }
  const parsed = entry.input.safeParse(read.value, { error: z.locales[language]().localeError })
  if (!parsed.success) return { kind: 'wrong', says: sayIssue(parsed.error, say.whole) }
  try {
    return { kind: 'done', text: JSON.stringify(entry.run(parsed.data), withReasons) }
  } catch (thrown) {
    if (thrown instanceof WrongInput) return { kind: 'wrong', says: thrown.message }
    throw thrown
  }
}

/** The last gate: what is not finite leaves as its reason, never as the null that JSON would make of it. */
const withReasons = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { reason: (Number.isNaN(value) ? 'no-data' : 'out-of-domain') satisfies Reason } : value

const readJson = (text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly says: string } => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (problem) {
    return { ok: false, says: (problem as Error).message }
  }
}
/** A misspelt option would be its default in silence. */
const strangeKeyOf = (schema: z.ZodType, value: unknown): { readonly key: string; readonly known: readonly string[] } | null => {
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const known = Object.keys(schema.shape)
  const key = Object.keys(value).find((one) => !known.includes(one))
  return key === undefined ? null : { key, known }
}
const sayIssue = (error: z.ZodError, whole: string): string => {
  const [first] = error.issues
  const place = (first?.path ?? []).reduce<string>((path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? String(step) : `${path}.${String(step)}`), '')
  return `${place === '' ? whole : place}: ${first?.message ?? ''}`
}

const sentences = {
  bg: {
    whole: 'входът',
    noJson: (says: string) => `Входът не е JSON: ${says}`,
    strange: (key: string, known: string) => `${key}: няма такъв ключ; познатите са ${known}`,
  },
  en: {
    whole: 'the input',
    noJson: (says: string) => `The input is not JSON: ${says}`,
    strange: (key: string, known: string) => `${key}: there is no such key; known are ${known}`,
  },
} as const
