// What a form about a vintage may send: the decision on a held one, with its reason.
import { typedOne } from '#kernel/answer.ts'
import type { Typed } from '#kernel/answer.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'

export type DecisionInput = { readonly decision: 'accept' | 'refuse'; readonly reason: string }
const longest = 2000

export const parseReason = (text: string): Result<string, Problem> => {
  const reason = text.trim()
  if (reason.length < 3) {
    return not({ field: 'reason', text: { bg: 'Напишете защо: причината се вижда от всички на страницата на изданието.', en: 'Write why: everybody can read the reason on the page of the vintage.' } })
  }
  if (reason.length > longest) return not({ field: 'reason', text: { bg: `Причината е по-дълга от ${longest} знака.`, en: `The reason is longer than ${longest} characters.` } })
  return ok(reason)
}

export const decisionForm = (typed: Typed): Result<DecisionInput, readonly Problem[]> => {
  const decision = typedOne(typed, 'decision')
  const reason = parseReason(typedOne(typed, 'reason'))
  const wrong: Problem[] = []
  if (decision !== 'accept' && decision !== 'refuse') wrong.push({ field: 'decision', text: { bg: 'Изберете дали изданието се приема или се отказва.', en: 'Choose whether the vintage is accepted or refused.' } })
  if (!reason.ok) wrong.push(reason.problem)
  return reason.ok && (decision === 'accept' || decision === 'refuse') ? ok({ decision, reason: reason.value }) : not(wrong)
}
