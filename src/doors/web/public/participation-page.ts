// What the page of participation is made of: it looks at every topic of the area, so it lives at the door.
import { dayIn } from '#kernel/day.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo, type Permission, type Who } from '#kernel/who.ts'
import { listEvents } from '#areas/participation/events/read.ts'
import { eventPath, timeOf } from '#areas/participation/events/rules.ts'
import { listProcesses } from '#areas/participation/processes/read.ts'
import { isOpen, processPath, standingSlug } from '#areas/participation/processes/rules.ts'
import { sayWhen } from '#areas/participation/processes/views/process.tsx'
import { placesOf } from '#areas/participation/proposals/pages.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { countAll } from '#areas/participation/proposals/read/counts.ts'
import { listContributions } from '#areas/participation/proposals/read/list.ts'
import { proposalsPath } from '#areas/participation/proposals/rules.ts'
import { newPath } from '#areas/participation/proposals/rules/typed.ts'
import { consultationPath } from '#areas/participation/consultations/rules.ts'
import { listSurveys } from '#areas/participation/surveys/read.ts'
import { surveyPath } from '#areas/participation/surveys/rules/survey.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import type { Reader } from '#store/handle.ts'
import { page, type Page } from '#store/visit.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { participationScreen, type OpenThing } from './participation.tsx'

/** What is open, and what comes: what ends first stands first, what has no end last. */
const listOpen = async (reader: Reader, { language, now }: { readonly language: Language; readonly now: Date }): Promise<readonly OpenThing[]> => {
  const say = speak(language)
  const [processes, events, surveys] = await Promise.all([listProcesses(reader, { who: 'everyone' }), listEvents(reader, { who: 'everyone', now, limit: 20, offset: 0 }), listSurveys(reader, { who: 'everyone' })])
  const things = [
    ...processes.filter((each) => isOpen(each, now) && each.slug !== standingSlug).map((each) => ({
      ends: each.closesAt, kind: each.kind === 'draft' ? say.participation_hub_kind_draft() : say.participation_hub_kind_call(), title: each.title[language], when: sayWhen(each, now, language), path: each.kind === 'draft' ? consultationPath(each.slug) : processPath(each.slug),
    })),
    ...events.filter((each) => each.state === 'published' && timeOf(each, now) !== 'over').map((each) => ({ ends: each.startsAt, kind: say.participation_hub_kind_event(), title: each.title[language], when: sayCivilDate(dayIn(each.startsAt), language), path: eventPath(each.number) })),
    ...surveys.filter((each) => each.state === 'open' && each.access === 'open' && (each.opensAt === null || each.opensAt <= now) && (each.closesAt === null || each.closesAt > now)).map((each) => ({
      ends: each.closesAt, kind: say.participation_hub_kind_survey(), title: each.title[language], when: each.closesAt === null ? say.participation_process_always() : say.participation_process_until({ day: sayCivilDate(dayIn(new Date(each.closesAt.getTime() - 1000)), language) }), path: surveyPath(each.slug),
    })),
  ].toSorted((a, b) => (a.ends?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.ends?.getTime() ?? Number.MAX_SAFE_INTEGER))
  const standing = processes.find((each) => each.slug === standingSlug && isOpen(each, now))
  return [...things, ...(standing === undefined ? [] : [{ kind: say.participation_hub_kind_always(), title: standing.title[language], when: sayWhen(standing, now, language), path: processPath(standing.slug) }])]
}
type Line = { readonly path: string; readonly name: 'list' | 'consultations' | 'events' | 'surveys' | 'said' | 'coverage' | 'policy' | 'log' | 'mine'; readonly staff?: undefined }
const further: readonly Line[] = [
  { path: proposalsPath, name: 'list' }, { path: '/participation/consultations', name: 'consultations' }, { path: '/participation/events', name: 'events' }, { path: '/participation/surveys', name: 'surveys' }, { path: '/participation/you-said', name: 'said' },
  { path: '/participation/coverage', name: 'coverage' }, { path: '/participation/moderation', name: 'policy' }, { path: '/participation/moderation/log', name: 'log' }, { path: '/participation/mine', name: 'mine' },
]
const staffLines = [
  { path: '/participation/inbox', name: 'inbox', may: permissions['participation.moderate'] }, { path: '/participation/answers', name: 'answers', may: permissions['participation.answer'] },
  { path: '/participation/mail', name: 'mail', may: permissions['participation.raw'] }, { path: '/participation/intake', name: 'intake', may: permissions['participation.enter'] },
  { path: '/participation/processes/new', name: 'call', may: permissions['participation.processes'] }, { path: '/participation/texts', name: 'texts', may: permissions['participation.processes'] },
  { path: '/participation/events/new', name: 'event', may: permissions['events.manage'] }, { path: '/participation/surveys/new', name: 'survey', may: permissions['surveys.manage'] },
  { path: '/participation/reports', name: 'reports', may: permissions['participation.processes'] }, { path: '/participation/proposals/authority', name: 'own', may: permissions['participation.processes'] },
  { path: '/participation/stakeholders', name: 'stakeholders', may: permissions['stakeholders.manage'] }, { path: '/office/privacy', name: 'privacy', may: permissions['privacy.manage'] },
] as const satisfies readonly { readonly path: string; readonly name: string; readonly may: Permission }[]

/** Only what there is a page for is led to: `has` is asked with the path of a page. */
export const participationPage = ({ has }: { readonly has: (path: string) => boolean }): Page => page({
  path: '/participation', may: permissions['public.read'], sameForAll: true,
  get: async ({ reader, language, now, who }) => {
    const say = speak(language)
    const [open, newest, totals, topics, places] = await Promise.all([listOpen(reader, { language, now }), listContributions(reader, { limit: 4 }), countAll(reader), listTopics(reader), placesOf(reader, language)])
    const names = {
      list: [say.participation_proposals_title(), say.participation_proposals_says()], consultations: [say.participation_hub_consultations(), say.participation_hub_consultations_says()], events: [say.participation_hub_events(), say.participation_hub_events_says()],
      surveys: [say.participation_hub_surveys(), say.participation_hub_surveys_says()], said: [say.participation_hub_said(), say.participation_hub_said_says()], coverage: [say.participation_hub_coverage(), say.participation_hub_coverage_says()],
      policy: [say.participation_propose_policy(), say.participation_hub_policy_says()], log: [say.participation_hub_log(), say.participation_hub_log_says()], mine: [say.participation_hub_mine(), say.participation_hub_mine_says()],
    } as const
    const staff = { inbox: [say.participation_hub_inbox(), say.participation_hub_inbox_says()], call: [say.participation_process_new(), say.participation_process_form_says()], own: [say.participation_own_title(), say.participation_own_says()], intake: [say.participation_hub_intake(), say.participation_hub_intake_says()], stakeholders: [say.participation_hub_stakeholders(), say.participation_hub_stakeholders_says()],
      answers: [say.people_work_answers(), say.people_work_answers_says()], mail: [say.people_work_mail(), say.people_work_mail_says()], texts: [say.people_work_texts(), say.people_work_texts_says()], reports: [say.people_work_reports(), say.people_work_reports_says()],
      event: [say.participation_event_new(), say.participation_hub_event_says()], survey: [say.participation_survey_new(), say.participation_hub_survey_says()], privacy: [say.people_privacy_title(), say.people_work_privacy_says()] } as const
    return participationScreen({
      language, open, newest, totals, topics, places, propose: newPath, list: proposalsPath,
      further: further.filter(({ path }) => has(path)).map(({ path, name }) => ({ path, name: names[name][0], says: names[name][1] })),
      staff: staffLines.filter(({ path, may }) => has(path) && mayDo(who as Who, may)).map(({ path, name }) => ({ path, name: staff[name][0], says: staff[name][1] })),
    })
  },
})
