// One observation in a sentence or a table cell: the number with its flags in words, or the reason why there is none.
import type { Language } from '#kernel/language.ts'
import type { Observation } from '#kernel/observation.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { sayFlags, sayMissing } from '../charts/flag-words.ts'

export const Value = ({ language, observation, decimals }: {
  readonly language: Language
  readonly observation: Observation
  readonly decimals: number
}) => {
  if (observation.missing !== null) return <span class="p-missing">{sayMissing(observation.missing, language)}</span>
  const flags = sayFlags(observation.flags, language)
  return (
    <span>
      {sayNumber(observation.value, language, decimals)}
      {flags === '' ? null : <span class="p-flag"> {flags}</span>}
    </span>
  )
}
