// What a page with a question may send, read into an answer: the same for a question alone on the web and for the whole sheet a
// clerk types. Whether an answer fits is a rule (rules/answers).
import type { Typed } from '#kernel/answer.ts'
import type { Answer } from '../rules/answers.ts'
import type { Question } from '../rules/questions.ts'

/** Among the answers to choose from: "prefer not to say". */
export const passValue = 'pass'
export const passField = (key: string): string => `${key}_pass`
export const partField = (key: string, part: string): string => `${key}_${part}`
const all = (typed: Typed, field: string): readonly string[] => (typed.text[field] ?? []).map((text) => text.normalize('NFC').trim()).filter((text) => text !== '')
const first = (typed: Typed, field: string): string => all(typed, field)[0] ?? ''

/** „1 234,5“, "1,234.5", 25: what people write; undefined where it is none. Worked: „2,5“ → 2.5; "1 200" → 1200. */
export const numberFrom = (text: string): number | undefined => {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '')
  const dotted = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : /^-?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : undefined
}
export type Given = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'nothing' } | { readonly kind: 'both' }
export const answerFrom = (typed: Typed, question: Question): Given => {
  const chosen = all(typed, question.key)
  const isPassed = first(typed, passField(question.key)) === 'yes' || chosen.includes(passValue)
  const answer = chosen.includes(passValue) && chosen.length === 1 ? null : valueFrom(typed, question)
  return answer === null ? (isPassed ? { kind: 'answer', answer: { passed: 'yes' } } : { kind: 'nothing' }) : isPassed ? { kind: 'both' } : { kind: 'answer', answer }
}
const valueFrom = (typed: Typed, question: Question): Answer | null => {
  const { key } = question
  switch (question.kind) {
    case 'one': case 'place': { const code = first(typed, key); return code === '' ? null : { codes: [code] } }
    case 'many': { const codes = [...new Set(all(typed, key))].filter((code) => code !== passValue); return codes.length === 0 ? null : { codes } }
    case 'scale': { const text = first(typed, key); return text === '' ? null : { number: Number(text) } }
    case 'number': { const text = first(typed, key); return text === '' ? null : { number: numberFrom(text) ?? Number.NaN } }
    case 'text': { const text = (typed.text[key]?.[0] ?? '').normalize('NFC').trim(); return text === '' ? null : { text } }
    case 'grid': {
      const rows = Object.fromEntries(question.rows.flatMap(({ code }) => { const column = first(typed, partField(key, code)); return column === '' ? [] : [[code, column]] }))
      return Object.keys(rows).length === 0 ? null : { rows }
    }
    case 'rank': {
      const placed = question.choices.flatMap(({ code }) => { const place = first(typed, partField(key, code)); return place === '' ? [] : [{ code, place: Number(place) }] }).sort((a, b) => a.place - b.place)
      // Two in one place stay two of one name, so that the rule sees it.
      return placed.length === 0 ? null : { codes: placed.map(({ code }, at) => (at > 0 && placed[at - 1]?.place === placed[at]?.place ? (placed[at - 1]?.code ?? code) : code)) }
    }
  }
}
/** Kinds whose answers stand in one list, "prefer not to say" among them. */
export const isChosen = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'one' || kind === 'many' || kind === 'scale'
/** What the fields hold, by name, for an answer that is kept. */
export const fieldsOf = (question: Question, answer: Answer | undefined): Readonly<Record<string, readonly string[]>> => {
  const { key } = question
  if (answer === undefined) return {}
  if ('passed' in answer) return isChosen(question) ? { [key]: [passValue] } : { [passField(key)]: ['yes'] }
  if ('number' in answer) return { [key]: [String(answer.number)] }
  if ('text' in answer) return { [key]: [answer.text] }
  if ('rows' in answer) return Object.fromEntries(Object.entries(answer.rows).map(([row, column]) => [partField(key, row), [column]]))
  return question.kind === 'rank' ? Object.fromEntries(answer.codes.map((code, at) => [partField(key, code), [String(at + 1)]])) : { [key]: answer.codes }
}
