// What programs and spreadsheets take: the table, the list, the feed, and files that a moderator opened.
import { notFound } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { page, type Page } from '#store/visit.ts'
import { findContribution } from '../read.ts'
import { listContributions } from '../read/list.ts'
import { listAttachments } from '../read/voices.ts'
import { isShown, parseNumber } from '../rules.ts'
import { feedOf, jsonFields, toCsv, toJson } from '../rules/open-data.ts'
import { csvPath, feedPath, jsonPath } from '../rules/list.ts'
import { attachmentPath } from '../rules/typed.ts'

const read = permissions['public.read']
/** All of it, merged ones too: whoever takes the data sees that they were laid together. */
const everything = { states: ['published', 'underConsideration', 'answered', 'outcomeKnown', 'merged'] as const, kinds: ['proposal', 'statement', 'eventNote', 'surveyText', 'blockComment'] as const, limit: 200_000 }
const csvPage = page({
  path: csvPath, may: read, languageFree: true, sameForAll: true,
  get: async ({ reader }, asked) => {
    const language = asked.query.get('lang') === 'en' ? 'en' : 'bg'
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'proposals.csv', bytes: toCsv(await listContributions(reader, everything), language) }
  },
})
const jsonPage = page({
  path: jsonPath, may: read, languageFree: true, sameForAll: true, fields: jsonFields,
  get: async ({ reader, now }) => ({ kind: 'file', mediaType: 'application/json; charset=utf-8', name: 'proposals.json', inline: true, bytes: JSON.stringify(toJson(await listContributions(reader, everything), now)) }),
})
const feedPage = page({
  path: feedPath, may: read, sameForAll: true,
  get: async ({ reader, language }, asked) => {
    const [list, { body }] = await Promise.all([listContributions(reader, { limit: 50 }), getSettings(reader)])
    const say = speak(language)
    return {
      kind: 'file', mediaType: 'application/atom+xml; charset=utf-8', name: 'proposals.atom', inline: true,
      bytes: feedOf({ language, origin: asked.origin ?? '', list, title: `${say.participation_proposals_title()} · ${body.name[language]}`, says: say.participation_proposals_says(), author: body.name[language] }),
    }
  },
})
/** Always to be saved, never shown: whatever it holds does nothing here. */
const attachmentPage = page({
  path: attachmentPath({ number: ':number', id: ':id' }), may: read, languageFree: true,
  get: async ({ reader, who }, asked) => {
    const number = parseNumber(asked.params.number), id = parseId(asked.params.id ?? '')
    const it = number === undefined ? undefined : await findContribution(reader, number)
    const staff = mayDo(who, permissions['participation.raw'])
    if (it === undefined || id === undefined || (!isShown(it.state) && !staff)) return notFound
    const file = (await listAttachments(reader, { id: it.id, who: staff ? 'staff' : 'everyone' })).find((each) => each.id === id)
    return file === undefined ? notFound : { kind: 'file', mediaType: file.mediaType, name: file.name, bytes: { stored: file.sha256, size: file.size } }
  },
})
export const filePages: readonly Page[] = [csvPage, jsonPage, feedPage, attachmentPage]
