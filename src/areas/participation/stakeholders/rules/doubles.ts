// Likely doubles in the register: the same number, the same address, or a name that says the same. Offered to a person, never merged unasked.
import type { StakeholderWords } from '../rules.ts'

export type Known = Pick<StakeholderWords, 'name' | 'companyNumber' | 'email' | 'kind'> & { readonly id: string }
export type Double = { readonly id: string; readonly why: 'number' | 'email' | 'name'; readonly likeness: number }

const legalForms = /(^|\s)(еоод|оод|еад|ад|ет|ад-софия|дззд|кд|сд|снц|юлнц|сдружение|фондация|кооперация|ltd|llc|plc|jsc|ood|eood|ad|ead|foundation|association|община|municipality of)(?=\s|$)/gu
/** What is left when case, quotation marks, legal form and signs are taken away. Worked: 'ЕТ „Иван-Петров“ ООД' → 'иван петров'. */
export const bareName = (name: string): string => {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[„“”"'«»`.,()№#]/g, ' ').replace(/[-–—/&+]/g, ' ').replace(/\s+/g, ' ').trim()
  const without = plain.replace(legalForms, ' ').replace(legalForms, ' ').replace(/\s+/g, ' ').trim()
  return without === '' ? plain : without
}
const trigramsOf = (text: string): ReadonlySet<string> => {
  const all = new Set<string>()
  for (const word of text.split(' ')) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) all.add(padded.slice(at, at + 3))
  }
  return all
}
/** Shared trigrams of all trigrams, 0 to 1, as PostgreSQL's similarity(). */
export const likenessOf = (one: string, other: string): number => {
  const a = trigramsOf(one), b = trigramsOf(other)
  let shared = 0
  for (const part of a) if (b.has(part)) shared += 1
  return a.size + b.size - shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
const alikeEnough = 0.62
const keyOf = (email: string): string => { const [local = '', domain = ''] = email.toLowerCase().trim().split('@'); return `${local.replace(/\+.*/, '')}@${domain}` }

export const makeFinder = (known: readonly Known[]): ((words: Omit<Known, 'id'>) => readonly Double[]) => {
  const numbers = new Map<string, Known[]>(), emails = new Map<string, Known[]>()
  const add = (map: Map<string, Known[]>, key: string, one: Known): void => { map.set(key, [...(map.get(key) ?? []), one]) }
  const bare = known.map((one) => ({ one, names: [one.name.bg, one.name.en].filter((name) => name !== '').map(bareName) }))
  for (const one of known) {
    if (one.companyNumber !== null) add(numbers, one.companyNumber.slice(0, 9), one)
    if (one.email !== null) add(emails, keyOf(one.email), one)
  }
  return (words) => {
    const found = new Map<string, Double>()
    const note = (double: Double): void => { const before = found.get(double.id); if (before === undefined || before.likeness < double.likeness) found.set(double.id, double) }
    if (words.companyNumber !== null) for (const { id } of numbers.get(words.companyNumber.slice(0, 9)) ?? []) note({ id, why: 'number', likeness: 1 })
    if (words.email !== null) for (const { id } of emails.get(keyOf(words.email)) ?? []) note({ id, why: 'email', likeness: 0.99 })
    const own = [words.name.bg, words.name.en].filter((name) => name !== '').map(bareName)
    for (const { one, names } of bare) {
      const likeness = Math.max(0, ...own.flatMap((name) => names.map((other) => likenessOf(name, other))))
      if (likeness >= alikeEnough) note({ id: one.id, why: 'name', likeness: Math.min(likeness, 0.98) })
    }
    return [...found.values()].sort((a, b) => b.likeness - a.likeness).slice(0, 5)
  }
}
