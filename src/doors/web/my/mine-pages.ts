// Following and one's own page, with the parts of every topic and the names of what can be followed.
import { askMine } from '#areas/participation/subscriptions/commands/ask-mine.ts'
import { followPages } from '#areas/participation/subscriptions/pages.ts'
import { minePath } from '#areas/participation/subscriptions/rules.ts'
import { privacyPages } from '#areas/people/privacy/pages.ts'
import type { WebPage } from '../door.ts'
import { followChoices, followName } from './follow-names.ts'
import { personalParts, retentionParts } from './personal-parts.ts'

export const minePages = ({ origin, answerMs }: { readonly origin: string; readonly answerMs?: number }): readonly WebPage[] => [...privacyPages({ personal: personalParts, retention: retentionParts }), ...publicOnes({ origin, ...(answerMs === undefined ? {} : { answerMs }) })]
const publicOnes = ({ origin, answerMs }: { readonly origin: string; readonly answerMs?: number }): readonly WebPage[] =>
  followPages({ origin, parts: personalParts, nameOf: followName, choicesOf: followChoices })
    .map((each) => (each.path === minePath ? { ...each, command: (visit, value) => askMine({ origin, ...(answerMs === undefined ? {} : { answerMs }) }, visit, value) } : each.behindLink === undefined ? each : { ...each, quick: 'yes' as const }))
