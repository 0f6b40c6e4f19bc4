// What moderators, authors who object and readers who report may send, parsed into values. Whether it may be done is a rule.
import { typedOne, type Typed } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { isReason } from './rules.ts'
import type { ArgumentInput, BulkInput, HandlingInput, JudgeInput, ReportInput } from './rules/inputs.ts'

const words = (typed: Typed, field: string): string => typedOne(typed, field).normalize('NFC').trim()
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const tooLong = (typed: Typed, field: string, most: number): readonly Problem[] => (words(typed, field).length > most ? [problem(field, `Най-много ${most} знака.`, `At most ${most} characters.`)] : [])
const noReason: Bilingual = { bg: 'Изберете причина: без нея решението не може да бъде взето.', en: 'Choose a reason: without one this cannot be decided.' }
const versionOf = (typed: Typed): number => Number.parseInt(typedOne(typed, 'version'), 10) || 0

const orNull = (text: string): string | null => (text === '' ? null : text)

/** All that can be done on the page of one contribution; the button says which. */
export const handlingForm = (typed: Typed): Result<HandlingInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does'), version = versionOf(typed), state = typedOne(typed, 'state')
  if (does === 'publish') return ok({ does, version, state })
  if (does === 'note') {
    const text = words(typed, 'note')
    const wrong = text === '' ? [problem('note', 'Напишете бележката.', 'Write the note.')] : tooLong(typed, 'note', 5000)
    return wrong.length > 0 ? not(wrong) : ok({ does, text })
  }
  if (does === 'assign') return tooLong(typed, 'unit', 200).length > 0 ? not(tooLong(typed, 'unit', 200)) : ok({ does, version, state, unit: words(typed, 'unit'), topics: typed.text.topics ?? [], process: words(typed, 'process') })
  if (does === 'settle') return ok({ does, outcome: 'kept' })
  if (does === 'mask') {
    const reason = typedOne(typed, 'mask_reason') || 'othersData'
    const wrong = [...(isReason(reason) ? [] : [{ field: 'mask_reason', text: noReason }]), ...tooLong(typed, 'mask_says', 2000)]
    // The words shown are compared sign by sign with those received: nothing is trimmed here.
    return wrong.length > 0 || !isReason(reason) ? not(wrong) : ok({ does, version, state, title: typedOne(typed, 'public_title'), text: typedOne(typed, 'public_text'), reason, says: orNull(words(typed, 'mask_says')) })
  }
  if (does === 'refuse') {
    const reason = typedOne(typed, 'reason')
    const wrong = [...(isReason(reason) ? [] : [{ field: 'reason', text: noReason }]), ...tooLong(typed, 'passage', 2000), ...tooLong(typed, 'says', 2000)]
    return wrong.length > 0 || !isReason(reason) ? not(wrong) : ok({ does, version, state, reason, passage: orNull(words(typed, 'passage')), says: orNull(words(typed, 'says')) })
  }
  return not([problem('', 'Изберете какво да се направи.', 'Choose what to do.')])
}

const mostAtOnce = 200
export const bulkForm = (typed: Typed): Result<BulkInput, readonly Problem[]> => {
  const numbers = (typed.text.chosen ?? []).filter((number) => /^\d{4}-\d{4,9}$/.test(number))
  const does = typedOne(typed, 'does') === 'assign' ? 'assign' as const : 'publish' as const
  const unit = words(typed, 'unit'), topic = words(typed, 'topic'), process = words(typed, 'process')
  const wrong = [
    ...(numbers.length === 0 ? [problem('chosen', 'Отметнете поне един текст.', 'Tick at least one text.')] : []),
    ...(numbers.length > mostAtOnce ? [problem('chosen', `Най-много ${mostAtOnce} наведнъж.`, `At most ${mostAtOnce} at once.`)] : []),
    ...(does === 'assign' && unit === '' && topic === '' && process === '' ? [problem('unit', 'Напишете звено, изберете тема или покана.', 'Write a unit, choose a theme or a call.')] : []), ...tooLong(typed, 'unit', 200),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ does, numbers: [...new Set(numbers)], unit, topic, process })
}

export const reportForm = (typed: Typed): Result<ReportInput, readonly Problem[]> => {
  const reason = typedOne(typed, 'reason')
  const wrong = [...(isReason(reason) ? [] : [problem('reason', 'Изберете какво не е наред.', 'Choose what is wrong.')]), ...tooLong(typed, 'says', 2000)]
  return wrong.length > 0 || !isReason(reason) ? not(wrong) : ok({ reason, says: words(typed, 'says') })
}
export const objectionForm = (typed: Typed): Result<{ readonly text: string }, readonly Problem[]> => {
  const text = words(typed, 'objection')
  const wrong = text === '' ? [problem('objection', 'Напишете защо не сте съгласни.', 'Write why you disagree.')] : tooLong(typed, 'objection', 5000)
  return wrong.length > 0 ? not(wrong) : ok({ text })
}
export const judgeForm = (typed: Typed): Result<JudgeInput, readonly Problem[]> => {
  const outcome = typedOne(typed, 'outcome'), why = words(typed, 'why')
  const wrong = [
    ...(outcome === 'upheld' || outcome === 'reversed' ? [] : [problem('outcome', 'Изберете решение.', 'Choose a decision.')]),
    ...(why === '' ? [problem('why', 'Напишете мотиви: авторът ги получава.', 'Write the reasons: the author gets them.')] : tooLong(typed, 'why', 2000)),
  ]
  return wrong.length > 0 || (outcome !== 'upheld' && outcome !== 'reversed') ? not(wrong) : ok({ outcome, why })
}

/** Many arguments stand on one page: the button says which one and what, so that a press decides. */
export const argumentForm = (typed: Typed): Result<ArgumentInput, readonly Problem[]> => {
  const argument = typedOne(typed, 'argument'), to = typedOne(typed, 'to') === 'hidden' ? 'hidden' as const : 'published' as const, reason = typedOne(typed, `reason-${argument}`)
  if (!/^[0-9a-f-]{36}$/.test(argument)) return not([problem('', 'Този довод вече го няма.', 'This argument is gone.')])
  return to === 'hidden' && !isReason(reason) ? not([{ field: `reason-${argument}`, text: noReason }]) : ok({ argument, to, reason: isReason(reason) ? reason : null })
}
