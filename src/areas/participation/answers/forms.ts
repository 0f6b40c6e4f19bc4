// What the forms of answers may send, parsed into values. Whether an answer may be published is a rule, not a matter of the form.
import { parseDay } from '#kernel/day.ts'
import { typedOne, type Typed, typedLine as line, typedText as text } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { isDecision, parseCitations, type AnswerInput, type DraftInput, type TemplateInput } from './rules.ts'

const tooLong = (typed: Typed, lengths: Readonly<Record<string, number>>): readonly Problem[] => Object.entries(lengths).filter(([field, most]) => text(typed, field).length > most)
  .map(([field, most]) => ({ field, text: { bg: `Най-много ${most} знака.`, en: `At most ${most} characters.` } }))
const noDecision: Problem = { field: 'decision', text: { bg: 'Изберете решение.', en: 'Choose a decision.' } }

export const parseNumbers = (typed: string): readonly string[] => [...new Set(typed.match(/\d{4}-\d{4,9}/g) ?? [])]
const additionField = /^addition_(bg|en)_(\d{4}-\d{4,9})$/
const additionsOf = (typed: Typed): ReadonlyMap<string, Bilingual> => {
  const found = new Map<string, Bilingual>()
  for (const field of Object.keys(typed.text)) {
    const [, language, number] = additionField.exec(field) ?? []
    if (language === undefined || number === undefined) continue
    found.set(number, { ...(found.get(number) ?? { bg: '', en: '' }), [language]: text(typed, field) })
  }
  return found
}
export const draftForm = (typed: Typed): Result<DraftInput, readonly Problem[]> => {
  const decision = typedOne(typed, 'decision'), decidedOn = typedOne(typed, 'decided_on').trim() === '' ? '' : parseDay(typedOne(typed, 'decided_on'))
  const wrong: readonly Problem[] = [
    ...(isDecision(decision) ? [] : [noDecision]),
    ...(decidedOn === undefined ? [{ field: 'decided_on', text: { bg: 'Напишете деня така: 25.11.2026.', en: 'Write the day like this: 25.11.2026.' } }] : []),
    ...tooLong(typed, { reason_bg: 20_000, reason_en: 20_000, unit: 200, place: 300, why_changed: 1000, citations: 3000 }),
    ...Object.keys(typed.text).filter((field) => additionField.test(field)).flatMap((field) => tooLong(typed, { [field]: 5000 })),
  ]
  if (wrong.length > 0 || !isDecision(decision)) return not(wrong)
  return ok({
    words: { decision, reason: { bg: text(typed, 'reason_bg'), en: text(typed, 'reason_en') }, unit: line(typed, 'unit'), decidedOn: decidedOn ?? '', place: line(typed, 'place'), whyChanged: line(typed, 'why_changed'), citations: parseCitations(text(typed, 'citations')) },
    numbers: parseNumbers((typed.text.numbers ?? []).join(' ')), additions: additionsOf(typed),
  })
}
export const answerForm = (typed: Typed): Result<AnswerInput, readonly Problem[]> => {
  const version = Number.parseInt(typedOne(typed, 'version'), 10) || 0, does = typedOne(typed, 'does')
  if (does === 'approve' || does === 'publish' || does === 'drop') return ok({ does, version })
  const draft = draftForm(typed)
  return draft.ok ? ok({ does: 'save', version, draft: draft.value }) : draft
}
export const templateForm = (typed: Typed): Result<TemplateInput | { readonly remove: string }, readonly Problem[]> => {
  const remove = line(typed, 'remove')
  if (remove !== '') return ok({ remove })
  const name = line(typed, 'name'), decision = typedOne(typed, 'decision'), reason = { bg: text(typed, 'reason_bg'), en: text(typed, 'reason_en') }
  const wrong: readonly Problem[] = [
    ...(name === '' ? [{ field: 'name', text: { bg: 'Напишете име на шаблона.', en: 'Write a name for the template.' } }] : []),
    ...(isDecision(decision) ? [] : [noDecision]),
    ...(reason.bg === '' && reason.en === '' ? [{ field: 'reason_bg', text: { bg: 'Напишете думите на шаблона.', en: 'Write the words of the template.' } }] : []),
    ...tooLong(typed, { name: 120, reason_bg: 20_000, reason_en: 20_000 }),
  ]
  return wrong.length > 0 || !isDecision(decision) ? not(wrong) : ok({ name, decision, reason })
}
