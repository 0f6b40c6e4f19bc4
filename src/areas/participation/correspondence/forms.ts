// What the forms about letters may send: a file of letters, and what a colleague decides about one.
import { typedOne, type Typed, type UploadedFile } from '#kernel/answer.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'

const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export type UploadInput = { readonly file: UploadedFile; readonly wantsAnswer: boolean }
export const uploadForm = (typed: Typed): Result<UploadInput, readonly Problem[]> => {
  const file = typed.files.file
  if (file === undefined || file.bytes.byteLength === 0) return not([wrong('file', 'Изберете файл с писмо (.eml) или с пощенска кутия (.mbox).', 'Choose a file with a letter (.eml) or with a mailbox (.mbox).')])
  return ok({ file, wantsAnswer: typedOne(typed, 'answer') === 'yes' })
}
export const decisions = ['contribution', 'attach', 'aside'] as const
export type Decision = { readonly does: (typeof decisions)[number]; readonly number: string; readonly why: string; readonly answer: 'yes' | 'no' }
export const decisionForm = (typed: Typed): Result<Decision, readonly Problem[]> => {
  const does = decisions.find((one) => one === typedOne(typed, 'does'))
  const number = typedOne(typed, 'number').trim(), why = typedOne(typed, 'why').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const found = [
    ...(does === undefined ? [wrong('does', 'Изберете какво да стане с писмото.', 'Choose what is to become of the letter.')] : []),
    ...(does === 'attach' && !/^\d{4}-\d{4,9}$/.test(number) ? [wrong('number', 'Напишете номера така: 2026-0042.', 'Write the number like this: 2026-0042.')] : []),
    ...(does === 'aside' && why === '' ? [wrong('why', 'Напишете с едно изречение защо от писмото не става нищо.', 'Write in one sentence why nothing becomes of the letter.')] : []),
    ...(why.length > 500 ? [wrong('why', 'Най-много 500 знака.', 'At most 500 characters.')] : []),
  ]
  return found.length > 0 || does === undefined ? not(found) : ok({ does, number, why, answer: typedOne(typed, 'answer') === 'yes' ? 'yes' : 'no' })
}
