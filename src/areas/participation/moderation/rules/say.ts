// A state, a channel or a kind in words; what has no name yet is shown by its own word, never left out.
import type { Bilingual, Language } from '#kernel/language.ts'
import { channelNames, kindNames, stateNames } from '#areas/participation/proposals/rules/names.ts'

const nameIn = (names: Readonly<Record<string, Bilingual>>, key: string, language: Language): string => names[key]?.[language] ?? key
export const sayState = (state: string, language: Language): string => nameIn(stateNames, state, language)
export const sayChannel = (channel: string, language: Language): string => nameIn(channelNames, channel, language)
/** Arguments stand in the log beside contributions, though they are none. */
export const sayKind = (kind: string, language: Language): string => nameIn({ ...kindNames, argument: { bg: 'Довод', en: 'Argument' } }, kind, language)
