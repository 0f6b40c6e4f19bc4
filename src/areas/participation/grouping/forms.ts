// What a clerk sends to merge, undo or split, parsed into values.
import { typedOne, type Typed } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { mostParts, type SplitInput } from './rules.ts'

const words = (typed: Typed, field: string): string => typedOne(typed, field).normalize('NFC').trim()
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export type MergeInput = { readonly does: 'merge'; readonly target: string; readonly why: string } | { readonly does: 'gather'; readonly members: readonly string[]; readonly why: string } | { readonly does: 'undo'; readonly member: string }
const isNumber = (text: string): boolean => /^\d{4}-\d{4,9}$/.test(text)
/** `merge` lays this one to another; `gather` lays the ticked ones to this one; `undo` takes one apart again. */
export const mergeForm = (typed: Typed): Result<MergeInput, readonly Problem[]> => {
  const does = typedOne(typed, 'does'), why = words(typed, 'why')
  const long = why.length > 1000 ? [problem('why', 'Най-много 1000 знака.', 'At most 1000 characters.')] : []
  if (does === 'undo') return isNumber(words(typed, 'member')) ? ok({ does, member: words(typed, 'member') }) : not([problem('', 'Кое обединяване да се върне?', 'Which merge is to be undone?')])
  if (does === 'gather') {
    const members = [...new Set((typed.text.chosen ?? []).filter(isNumber))]
    return members.length === 0 ? not([problem('chosen', 'Отметнете поне един текст.', 'Tick at least one text.')]) : long.length > 0 ? not(long) : ok({ does, members: members.slice(0, 500), why })
  }
  const target = words(typed, 'target').replace(/^№\s*/, '')
  const wrong = [...(isNumber(target) ? [] : [problem('target', 'Напишете номер като 2026-0042.', 'Write a number like 2026-0042.')]), ...long]
  return wrong.length > 0 ? not(wrong) : ok({ does: 'merge', target, why })
}
export const splitForm = (typed: Typed): Result<SplitInput, readonly Problem[]> => {
  const parts = Array.from({ length: mostParts }, (_, index) => ({ index: index + 1, title: words(typed, `title_${index + 1}`), quote: words(typed, `quote_${index + 1}`) })).filter(({ title, quote }) => title !== '' || quote !== '')
  const wrong = parts.flatMap(({ index, title, quote }) => [
    ...(title === '' ? [problem(`title_${index}`, 'Напишете заглавие на частта.', 'Write a title for the part.')] : title.length > 200 ? [problem(`title_${index}`, 'Най-много 200 знака.', 'At most 200 characters.')] : []),
    ...(quote === '' ? [problem(`quote_${index}`, 'Копирайте пасажа, за който е частта.', 'Copy the passage the part is about.')] : []),
  ])
  return wrong.length > 0 ? not(wrong) : ok({ parts: parts.map(({ title, quote }) => ({ title, quote })) })
}
