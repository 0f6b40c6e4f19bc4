// What may be sent about sets of peers: a new one with its two names and its regions; that one is no longer offered.
import type { Typed } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'

export type NewSet = { readonly name: Bilingual; readonly regions: readonly string[] }
const longestName = 80
const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export const newSetForm = (typed: Typed): Result<NewSet, readonly Problem[]> => {
  const problems: Problem[] = []
  const name = (field: 'name_bg' | 'name_en'): string => {
    const text = typedOne(typed, field).replace(/\s+/g, ' ').trim()
    if (text === '') problems.push(field === 'name_bg' ? wrong(field, 'Напишете име на български.', 'Write a name in Bulgarian.') : wrong(field, 'Напишете име на английски.', 'Write a name in English.'))
    else if (text.length > longestName) problems.push(wrong(field, `Най-много ${longestName} знака.`, `At most ${longestName} characters.`))
    return text
  }
  const names = { bg: name('name_bg'), en: name('name_en') }
  const regions = [...new Set((typed.text.regions ?? []).filter((code) => /^[A-Z]{2}[A-Z0-9]{1,3}$/.test(code)))]
  if (regions.length === 0) problems.push(wrong('regions', 'Изберете поне една област.', 'Choose at least one region.'))
  return problems.length > 0 ? not(problems) : ok({ name: names, regions })
}
export const retireForm = (typed: Typed): Result<'retire', readonly Problem[]> =>
  (typedOne(typed, 'act') === 'retire' ? ok('retire') : not([wrong('act', 'Изберете какво да се направи.', 'Choose what to do.')]))
