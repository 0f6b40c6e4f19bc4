// The pages of moderation: policy, log, report and objection for everybody; inbox, one contribution, arguments and objections for staff.
import { sayDayIn } from '#kernel/day.ts'
import { notFound, see, type Asked } from '#kernel/answer.ts'
import { speak } from '#kernel/speak.ts'
import { parseId } from '#kernel/id.ts'
import { findLink } from '#areas/people/contacts/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getLetterFrom } from '#areas/people/settings/read.ts'
import { listProcesses } from '#areas/participation/processes/read.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { findHandled, listWaitingArguments } from '#areas/participation/proposals/read/inbox.ts'
import { isShown, parseNumber } from '#areas/participation/proposals/rules.ts'
import { page, type ReadVisit, type WaitingOf, type WriteVisit } from '#store/visit.ts'
import { argumentForm, bulkForm, judgeForm, objectionForm, reportForm } from './forms.ts'
import { countLog, countReview, findDecision, listDecisions, listLog } from './read.ts'
import { countArgumentsAndTexts, toInbox } from './read/inbox.ts'
import { argumentsPath, daysWaiting, inboxPath, isInboxTab, isObjectable, judgePath, logCsv, logCsvPath, logPath, mayJudge, objectionDays, objectionPath, objectionsPath, policyPath, reportPath, type DecisionId } from './rules.ts'
import { doneScreen, noLinkScreen, objectionScreen, reportScreen } from './views/asking.tsx'
import { inboxScreen } from './views/inbox.tsx'
import { argumentsScreen, judgeScreen } from './views/judge.tsx'
import { logScreen, policyScreen } from './views/policy.tsx'
import { decideMany, judge, object, report, settleOneArgument } from './write.ts'

const read = permissions['public.read'], takePart = permissions['public.take-part'], moderate = permissions['participation.moderate']
const perPage = 50
const pageOf = (asked: Asked): number => Math.max(1, Math.min(10_000, Number.parseInt(asked.query.get('page') ?? '1', 10) || 1))
const fromOf = ({ writer }: WriteVisit, asked: Asked) => getLetterFrom(writer.reader, { origin: asked.origin ?? '' })

const policyPage = page({ path: policyPath, may: read, sameForAll: true, get: async ({ reader, language }) => policyScreen({ language, counts: await countLog(reader) }) })
const logPage = page({
  path: logPath, may: read, sameForAll: true,
  get: async ({ reader, language }, asked) => {
    const counts = await countLog(reader)
    const pages = Math.max(1, Math.ceil(counts.all / perPage)), at = Math.min(pages, pageOf(asked))
    return logScreen({ language, counts, lines: await listLog(reader, { limit: perPage, offset: (at - 1) * perPage }), page: at, pages })
  },
})
const logCsvPage = page({
  path: logCsvPath, may: read, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'moderation-log.csv', bytes: logCsv(await listLog(reader, { limit: 100_000 }), asked.query.get('language') === 'en' ? 'en' : 'bg') }),
})

/** Only what everybody can read can be reported by everybody. */
const findReported = async (reader: ReadVisit['reader'], asked: Asked) => {
  const number = parseNumber(asked.params.number)
  const it = number === undefined ? undefined : await findContribution(reader, number)
  return it !== undefined && isShown(it.state) ? it : undefined
}
const argumentOf = (asked: Asked): string | null => { const typed = asked.query.get('argument') ?? ''; return parseId(typed) ?? null }
const reportPage = page({
  path: reportPath(':number'), may: read, mayPost: takePart,
  get: async ({ reader, language }, asked) => {
    const it = await findReported(reader, asked)
    if (it === undefined) return notFound
    if (asked.query.get('done') === 'yes') return doneScreen({ language, title: speak(language).participation_report_done(), says: speak(language).participation_report_done_says() })
    return reportScreen({ language, asked, number: it.number, title: it.title, lang: it.language, quote: null, argument: argumentOf(asked) })
  },
  accepts: reportForm,
  post: async (visit, input, asked) => {
    const it = await findReported(visit.writer.reader, asked)
    return it === undefined ? notFound : report(visit, { contribution: it.id, argument: argumentOf(asked), input, path: `${reportPath(it.number)}?done=yes` })
  },
})
const objectionDonePage = page({ path: '/participation/objection', may: read, sameForAll: true, get: ({ language }) => doneScreen({ language, title: speak(language).participation_objection_done(), says: speak(language).participation_objection_done_says() }) })
const objectionPage = page({
  path: objectionPath(':secret'), may: read, mayPost: takePart, behindLink: 'yes',
  get: async ({ reader, language, now }, asked) => {
    const secret = asked.params.secret ?? ''
    const link = await findLink(reader, { secret, purpose: 'objection', now })
    const it = link?.about == null ? undefined : await findHandled(reader, { id: link.about })
    const decision = it === undefined ? undefined : (await listDecisions(reader, it.id)).find((one) => isObjectable(one, now))
    if (it === undefined || decision === undefined) return noLinkScreen({ language })
    return objectionScreen({ language, asked, secret, number: it.number, decision, until: sayDayIn(new Date(decision.at.getTime() + objectionDays * 86_400_000), language) })
  },
  accepts: objectionForm,
  post: (visit, { text }, asked) => object(visit, { secret: asked.params.secret ?? '', text, path: '/participation/objection' }),
})

const filtersOf = (asked: Asked) => {
  const of = (name: string): string => (asked.query.get(name) ?? '').slice(0, 200)
  const tab = of('tab')
  return { tab: isInboxTab(tab) ? tab : 'review' as const, channel: of('channel'), topic: of('topic'), unit: of('unit'), process: of('process') }
}
const inboxPage = page({
  path: inboxPath, may: moderate,
  get: async (visit, asked) => {
    const filters = filtersOf(asked)
    if (filters.tab === 'arguments') return see(argumentsPath)
    return inboxScreen(await toInbox(visit, { asked, filters, page: pageOf(asked), perPage, processes: await listProcesses(visit.reader, { who: 'staff' }) }))
  },
  accepts: bulkForm,
  post: async (visit, input, asked) => decideMany(visit, { input, from: await fromOf(visit, asked), back: `${inboxPath}${asked.query.size === 0 ? '' : `?${asked.query}`}` }),
})
const argumentsPage = page({
  path: argumentsPath, may: moderate,
  get: async ({ reader, language }, asked) => argumentsScreen({ language, asked, waiting: await listWaitingArguments(reader, { limit: 50 }), sayDay: (at) => sayDayIn(at, language) }),
  accepts: argumentForm,
  post: (visit, input) => settleOneArgument(visit, { input }),
})
const objectionsPage = page({ path: objectionsPath, may: moderate, get: () => see(`${inboxPath}?tab=objections`) })
const judgePage = page({
  path: judgePath(':decision'), may: moderate,
  get: async ({ reader, language, who }, asked) => {
    const id = parseId<'moderation'>(asked.params.decision ?? '')
    const decision = id === undefined ? undefined : await findDecision(reader, id as DecisionId)
    const it = decision === undefined || decision.objectedAt === null ? undefined : await findHandled(reader, { id: decision.contribution })
    if (decision === undefined || it === undefined) return notFound
    return judgeScreen({
      language, asked, decision, number: it.number, title: it.titleReceived || it.title, text: it.textReceived || it.text, lang: it.language, sayDay: (at) => sayDayIn(at, language),
      may: decision.judgedAt !== null ? 'done' : mayJudge(decision, who.account) ? 'yes' : 'own',
    })
  },
  accepts: judgeForm,
  post: async (visit, input, asked) => {
    const id = parseId<'moderation'>(asked.params.decision ?? '')
    return id === undefined ? notFound : judge(visit, { id: id as DecisionId, from: await fromOf(visit, asked), input })
  },
})
export const pages = [policyPage, logPage, logCsvPage, reportPage, objectionDonePage, objectionPage, inboxPage, argumentsPage, objectionsPage, judgePage]

/** What waits for a moderator, for the start page. */
export const moderationWaiting: WaitingOf = {
  may: moderate,
  list: async ({ reader, language, now }) => {
    const say = speak(language)
    const [{ texts, waitingArguments }, review] = await Promise.all([countArgumentsAndTexts(reader), countReview(reader)])
    const days = texts.oldest === null ? 0 : daysWaiting(texts.oldest, now)
    return [
      ...(texts.count === 0 ? [] : [{ name: say.participation_waiting_review({ count: texts.count }), says: say.participation_waiting_review_says({ days }), path: inboxPath, ...(days >= 2 ? { urgent: 'yes' as const } : {}) }]),
      ...(waitingArguments.count === 0 ? [] : [{ name: say.participation_waiting_arguments({ count: waitingArguments.count }), path: argumentsPath }]),
      ...(review.flags === 0 ? [] : [{ name: say.participation_waiting_flags({ count: review.flags }), says: say.participation_waiting_flags_says(), path: `${inboxPath}?tab=flags`, urgent: 'yes' as const }]),
      ...(review.objections === 0 ? [] : [{ name: say.participation_waiting_objections({ count: review.objections }), says: say.participation_waiting_objections_says(), path: `${inboxPath}?tab=objections`, urgent: 'yes' as const }]),
    ]
  },
}
