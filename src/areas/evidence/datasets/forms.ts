// What forms about vintages may send: a file to import, and the decision on a held one with its reason.
import { typedOne } from '#kernel/answer.ts'
import type { Typed } from '#kernel/answer.ts'
import type { NutsVersion } from '#kernel/region.ts'
import { isNutsVersion } from '#kernel/region.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { isAsOf } from './rules/stamps.ts'

export type ImportInput =
  | { readonly what: 'fetch' }
  | { readonly what: 'file'; readonly fileName: string; readonly bytes: Uint8Array; readonly nuts: NutsVersion | null; readonly asOf: string | null }

export const importForm = (typed: Typed): Result<ImportInput, readonly Problem[]> => {
  if (typedOne(typed, 'what') === 'fetch') return ok({ what: 'fetch' })
  const file = typed.files.file
  const nuts = typedOne(typed, 'nuts')
  const asOf = typedOne(typed, 'as_of').trim()
  const wrong: Problem[] = []
  if (!file || file.bytes.length === 0) wrong.push({ field: 'file', text: { bg: 'Изберете файл с данни.', en: 'Choose a file of data.' } })
  if (nuts !== '' && !isNutsVersion(nuts)) wrong.push({ field: 'nuts', text: { bg: 'Изберете една от версиите.', en: 'Choose one of the versions.' } })
  if (asOf !== '' && !isAsOf(asOf)) wrong.push({ field: 'as_of', text: { bg: 'Пишете 2024, 2024-01 или 2024-01-15.', en: 'Write 2024, 2024-01 or 2024-01-15.' } })
  if (!file || wrong.length > 0) return not(wrong)
  return ok({ what: 'file', fileName: file.name, bytes: file.bytes, nuts: isNutsVersion(nuts) ? nuts : null, asOf: asOf === '' ? null : asOf })
}

export type FetchInput = { readonly what: 'missing' | 'news' | 'stop' }
export const fetchForm = (typed: Typed): Result<FetchInput, readonly Problem[]> => {
  const what = typedOne(typed, 'what')
  return what === 'missing' || what === 'news' || what === 'stop' ? ok({ what }) : not([{ field: '', text: { bg: 'Изберете какво да се изтегли.', en: 'Choose what to fetch.' } }])
}

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
