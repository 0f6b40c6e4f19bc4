// One observation in a sentence or a table cell: the number with its flags in words, or the reason why there is none.
import type { Language } from '#kernel/language.ts'
import type { Missing, Observation } from '#kernel/observation.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'

export const missingWords = (reason: Missing, language: Language): string => {
  const say = speak(language)
  return {
    unknown: say.kernel_missing_unknown, confidential: say.kernel_missing_confidential, unreliable: say.kernel_missing_unreliable,
    notApplicable: say.kernel_missing_not_applicable, noCases: say.kernel_missing_no_cases, notServed: say.kernel_missing_not_served,
  }[reason]()
}

/** The source's letters in words, in the order they were given; a letter we do not know is shown as it is. */
export const flagWords = (flags: string, language: Language): readonly string[] => {
  const say = speak(language)
  const words: Readonly<Record<string, () => string>> = {
    b: say.ui_flag_b, c: say.ui_flag_c, d: say.ui_flag_d, e: say.ui_flag_e, f: say.ui_flag_f, i: say.ui_flag_i,
    n: say.ui_flag_n, p: say.ui_flag_p, r: say.ui_flag_r, s: say.ui_flag_s, u: say.ui_flag_u,
  }
  return [...flags].filter((letter) => /[a-z]/i.test(letter)).map((letter) => words[letter]?.() ?? letter)
}

export const Value = ({ language, observation, decimals }: {
  readonly language: Language
  readonly observation: Observation
  readonly decimals: number
}) => {
  if (observation.missing !== null) return <span class="p-missing">{missingWords(observation.missing, language)}</span>
  const flags = flagWords(observation.flags, language)
  return (
    <span class="p-value">
      {sayNumber(observation.value, language, decimals)}
      {flags.length === 0 ? null : <span class="p-flag"> {flags.join(', ')}</span>}
    </span>
  )
}
