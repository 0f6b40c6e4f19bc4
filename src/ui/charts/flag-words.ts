// Flags and missing reasons as words; the letters are never shown bare.
import type { Language } from '#kernel/language.ts'
import { type Missing, hasFlag } from '#kernel/observation.ts'
import { speak } from '#kernel/speak.ts'

/** in the order in which they are said: what changes the meaning most comes first */
const letters = ['b', 'd', 'f', 'u', 'n', 'p', 'e', 's', 'r', 'c', 'z'] as const
type Letter = (typeof letters)[number]

const sayLetter = (letter: Letter, language: Language): string => speak(language).ui_chart_flag({ letter })

/** „прекъсване на реда, предварителна стойност“; empty when there is no flag. An unknown letter is said as it is. */
export const sayFlags = (flags: string, language: Language): string => {
  if (flags === '') return ''
  const words = letters.filter((letter) => hasFlag(flags, letter)).map((letter) => sayLetter(letter, language))
  const strange = [...flags].filter((letter) => !letters.includes(letter as Letter) && /[a-z]/i.test(letter))
  return [...new Set(words), ...strange.map((letter) => speak(language).ui_chart_flag_other({ letter }))].join(', ')
}

export const sayMissing = (reason: Missing, language: Language): string => {
  const say = speak(language)
  switch (reason) {
    case 'unknown': return say.kernel_missing_unknown()
    case 'confidential': return say.kernel_missing_confidential()
    case 'unreliable': return say.kernel_missing_unreliable()
    case 'notApplicable': return say.kernel_missing_not_applicable()
    case 'noCases': return say.kernel_missing_no_cases()
    case 'notServed': return say.kernel_missing_not_served()
  }
}

const hasAny = (flags: string, wanted: readonly string[]): boolean => wanted.some((letter) => hasFlag(flags, letter))

/** too few answers behind it: no arrow, no rank, no comparison without saying so */
export const isUnreliable = (flags: string): boolean => hasAny(flags, ['u', 'n'])
/** may still change: provisional, estimated, revised */
export const isProvisional = (flags: string): boolean => hasAny(flags, ['p', 'e', 's', 'r'])
export const isForecast = (flags: string): boolean => hasFlag(flags, 'f')
export const isOtherDefinition = (flags: string): boolean => hasFlag(flags, 'd')
export const isBreak = (flags: string): boolean => hasFlag(flags, 'b')
/** drawn as a ring instead of a dot */
export const isHollow = (flags: string): boolean => flags !== '' && (isUnreliable(flags) || isProvisional(flags))
