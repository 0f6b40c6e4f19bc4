// What the inbox shows under each of its tabs, put together from contributions, reports and objections. Only for staff.
import type { Asked } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Reader } from '#store/handle.ts'
import type { Process } from '#areas/participation/processes/rules.ts'
import { countInbox, countToReview, countWaitingArguments, listInbox, listTopics, listUnits, type InboxAsked, type Waiting } from '#areas/participation/proposals/read/inbox.ts'
import { channels } from '#areas/participation/proposals/rules.ts'
import { sayChannel, sayKind } from '../rules/say.ts'
import { isSuspicion, suspicions } from '#areas/participation/proposals/rules/suspicion.ts'
import { speak } from '#kernel/speak.ts'
import { countReview, listFlags, listObjections } from '../read.ts'
import { campaignsPath, judgePath, reasons, type InboxTab } from '../rules.ts'

type Filters = { readonly tab: InboxTab; readonly channel: string; readonly topic: string; readonly unit: string; readonly process: string }
const open = ['published', 'underConsideration'] as const
const asksOf = (tab: InboxTab, ids: readonly string[]): InboxAsked => ({
  review: { states: ['inModeration'] }, arguments: { states: [] }, flags: { states: ['published', 'underConsideration', 'answered', 'outcomeKnown', 'merged'], ids },
  objections: { states: ['notPublished', 'published', 'underConsideration', 'answered', 'outcomeKnown', 'merged', 'withdrawn', 'inModeration'], ids }, unassigned: { states: ['inModeration', ...open], only: 'unassigned' as const }, answer: { states: open, only: 'unanswered' as const },
  unconfirmed: { states: ['awaitingConfirmation'] }, all: { states: ['awaitingConfirmation', 'inModeration', 'published', 'notPublished', 'underConsideration', 'answered', 'outcomeKnown', 'merged', 'withdrawn'] },
}[tab])
export const countArgumentsAndTexts = async (reader: Reader) => {
  const [texts, waitingArguments] = await Promise.all([countToReview(reader), countWaitingArguments(reader)])
  return { texts, waitingArguments }
}

/** Why it waits for a person, in words. */
const hintsOf = ({ marks, isFirst, channel, state }: Waiting, language: Language): readonly string[] => {
  const say = speak(language)
  return [
    ...(marks.includes('personalData') ? [say.participation_hint_personal()] : []), ...marks.filter(isSuspicion).map((mark) => suspicions[mark][language]),
    ...(state === 'inModeration' && isFirst ? [say.participation_hint_first()] : []), ...(state === 'inModeration' && channel !== 'web' ? [sayChannel(channel, language)] : []),
  ]
}
type Wanted = { readonly asked: Asked; readonly filters: Filters; readonly page: number; readonly perPage: number; readonly processes: readonly Process[] }
type Visit = { readonly reader: Reader; readonly language: Language; readonly now: Date }

export const toInbox = async ({ reader, language, now }: Visit, { asked, filters, page, perPage, processes }: Wanted) => {
  const say = speak(language)
  const [flags, objections] = await Promise.all([filters.tab === 'flags' ? listFlags(reader) : [], filters.tab === 'objections' ? listObjections(reader) : []])
  const ids = filters.tab === 'flags' ? flags.map(({ contribution }) => contribution) : objections.map(({ contribution }) => contribution)
  const wanted: InboxAsked = { ...asksOf(filters.tab, ids), channel: filters.channel, topic: filters.topic, unit: filters.unit, process: filters.process }
  const [total, topics, units, review, texts, waiting, unassigned, answer, unconfirmed, all] = await Promise.all([
    countInbox(reader, wanted), listTopics(reader), listUnits(reader), countReview(reader), countToReview(reader), countWaitingArguments(reader),
    ...(['unassigned', 'answer', 'unconfirmed', 'all'] as const).map((tab) => countInbox(reader, asksOf(tab, []))),
  ])
  const pages = Math.max(1, Math.ceil(total / perPage)), at = Math.min(page, pages)
  const found = await listInbox(reader, { ...wanted, limit: perPage, offset: (at - 1) * perPage })
  const nameOf = new Map(topics.map(({ key, name }) => [key, name[language]]))
  const rows = found.map((one) => {
    const flagged = flags.filter(({ contribution }) => contribution === one.id), objected = objections.find(({ contribution }) => contribution === one.id)
    return {
      number: one.number, title: one.title || one.number, lang: one.language, kind: sayKind(one.kind, language), channel: sayChannel(one.channel, language), process: one.processTitle[language], state: one.state, unit: one.unit === '' ? null : one.unit,
      topics: one.topics.map((key) => nameOf.get(key) ?? key), dueOn: filters.tab === 'answer' && one.dueOn !== null ? one.dueOn.split('-').reverse().join('.') : null,
      since: flagged[0]?.at ?? objected?.objectedAt ?? one.enteredAt,
      hints: flagged.length > 0 ? [...new Set(flagged.map(({ reason }) => reasons[reason].name[language]))] : objected?.reason != null ? [reasons[objected.reason].name[language]] : hintsOf(one, language),
      ...(objected === undefined ? {} : { path: judgePath(objected.id) }),
    }
  })
  const counts = { review: texts.count, arguments: waiting.count, flags: review.flags, objections: review.objections, unassigned: unassigned ?? 0, answer: answer ?? 0, unconfirmed: unconfirmed ?? 0, all: all ?? 0 }
  return {
    language, asked, now, filters, rows, page: at, pages, total,
    tabs: ([
      ['review', say.participation_inbox_tab_review()], ['arguments', say.participation_inbox_tab_arguments()], ['flags', say.participation_inbox_tab_flags()], ['objections', say.participation_inbox_tab_objections()],
      ['unassigned', say.participation_inbox_tab_unassigned()], ['answer', say.participation_inbox_tab_answer()], ['unconfirmed', say.participation_inbox_tab_unconfirmed()], ['all', say.participation_inbox_tab_all()],
    ] as const).map(([tab, name]) => ({ tab, name, count: counts[tab] })),
    channels: channels.map((channel) => ({ value: channel, name: sayChannel(channel, language) })), topics: topics.map(({ key, name }) => ({ value: key, name: name[language] })), units,
    processes: processes.map(({ slug, title }) => ({ value: slug, name: title[language] })), desks: [{ name: say.participation_campaigns_title(), path: campaignsPath, says: say.participation_campaigns_says() }],
  }
}
