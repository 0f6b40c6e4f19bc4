// The pages of participation, each bound to its command where its post keeps a file.
import { answerBeside, pages as answerPages } from '#areas/participation/answers/pages.ts'
import { saveFile } from '#areas/participation/events/commands.ts'
import { filesPage as eventFilesPage, pages as eventPages, toNumber as toEventNumber } from '#areas/participation/events/pages.ts'
import { pages as groupingPages } from '#areas/participation/grouping/pages.ts'
import { listAlike } from '#areas/participation/grouping/read.ts'
import { pages as moderationPages } from '#areas/participation/moderation/pages.ts'
import { handlingPage } from '#areas/participation/moderation/pages/handling.ts'
import { takeInStakeholders } from '#areas/participation/stakeholders/commands.ts'
import { importPage as stakeholderImportPage, pages as stakeholderPages } from '#areas/participation/stakeholders/pages.ts'
import { saveNews } from '#areas/participation/news/commands.ts'
import { changeNewsPage, feedPage, newNewsPage, newsPage, picturePage, postPage, toNumber } from '#areas/participation/news/pages.ts'
import { finaliseReport } from '#areas/participation/reply-reports/commands.ts'
import { pages as reportPages, preparingPage } from '#areas/participation/reply-reports/pages.ts'
import { pages as surveyPages } from '#areas/participation/surveys/pages.ts'
import { processPages } from '#areas/participation/processes/pages.ts'
import { consultationPath } from '#areas/participation/consultations/rules.ts'
import { countContributions } from '#areas/participation/proposals/read/list.ts'
import { listAddress } from '#areas/participation/proposals/rules/list.ts'
import { participationPage } from './public/participation-page.ts'
import { proposalPages } from '#areas/participation/proposals/pages.ts'
import { startProposal } from '#areas/participation/proposals/commands.ts'
import { draftPath, newPath } from '#areas/participation/proposals/rules/typed.ts'
import { handlingPath, policyPath, reportPath } from '#areas/participation/moderation/rules.ts'
import type { WebPage } from './door.ts'

/** What later topics show on the page of one contribution: a topic adds its part to `beside`. */
const proposals = (): readonly WebPage[] => proposalPages({ report: reportPath, handling: handlingPath, policy: policyPath, beside: [answerBeside, besideComment] })
  .map((each) => (each.path === newPath || each.path === draftPath(':secret') ? { ...each, command: (visit, input, asked) => startProposal(visit, input, asked.params.secret) } : each))
/** A call, with the proposals given to it. */
const processes = (): readonly WebPage[] => processPages({
  propose: (slug) => `${newPath}?process=${slug}`, list: (slug) => listAddress({ process: slug }), policy: policyPath, consultation: consultationPath,
  count: async ({ reader }, { id }) => { const { count, more } = await countContributions(reader, { process: id }); return { published: count, more } },
})
import { besideComment, consultationPages } from './consultation-pages.ts'
import { intakePages, type IntakeParts } from './intake-pages.ts'
import { mailPages } from './mail-pages.ts'

export const participationPages = (origin: string, intake: IntakeParts = { address: null, email: null, fetchFrom: [] }): readonly WebPage[] => {
  const pages = topicPages(origin, intake)
  const paths = new Set([...pages.map(({ path }) => path), '/participation/mine', '/office/privacy'])
  return [participationPage({ has: (path) => paths.has(path) }), ...pages]
}
const topicPages = (origin: string, intake: IntakeParts): readonly WebPage[] => [
  newsPage, postPage, picturePage, feedPage(origin),
  ...processes(), ...proposals(), ...moderationPages, ...groupingPages, handlingPage(listAlike),
  ...intakePages(intake), ...mailPages(origin),
  ...stakeholderPages, { ...stakeholderImportPage, command: (visit, file) => takeInStakeholders(visit, file) },
  ...eventPages, { ...eventFilesPage, command: (visit, input, asked) => saveFile(visit, { input, number: toEventNumber(asked.params.number) }) },
  { ...newNewsPage, command: (visit, input) => saveNews(visit, { input, number: null }) },
  { ...changeNewsPage, command: (visit, input, asked) => saveNews(visit, { input, number: toNumber(asked.params.number) }) },
  ...answerPages, { ...preparingPage, command: (visit, input, asked) => finaliseReport(visit, { slug: asked.params.slug ?? '', input }) }, ...reportPages,
  ...surveyPages, ...consultationPages,
]
