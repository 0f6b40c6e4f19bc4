// What must be said under bars, ladders and maps of one period: which values are flagged, and how.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { isOtherDefinition, isProvisional, isUnreliable } from './flag-words.ts'
import { toSentence } from './sentence.ts'
import type { Standing } from './series.ts'

type Given = { readonly standings: readonly Standing[]; readonly language: Language }

const kinds = [['unreliable', isUnreliable], ['provisional', isProvisional], ['definition', isOtherDefinition]] as const
/** more names than these are counted instead of listed */
const mostListed = 6

export const standingNotes = ({ standings, language }: Given): readonly string[] => {
  const say = speak(language)
  const there = standings.filter((standing) => standing.value !== null)
  return kinds.flatMap(([kind, test]) => {
    const found = there.filter((standing) => test(standing.flags))
    if (found.length === 0) return []
    const names = found.length > mostListed ? '' : found.map((standing) => standing.name).join(', ')
    const who = found.length === there.length ? 'all' : names === '' ? 'count' : 'names'
    return [toSentence(say.ui_chart_note_flagged({ kind, who, names, count: found.length }))]
  })
}
