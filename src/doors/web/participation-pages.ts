// The pages of participation, each bound to its command where its post keeps a file.
import { saveFile } from '#areas/participation/events/commands.ts'
import { filesPage as eventFilesPage, pages as eventPages, toNumber as toEventNumber } from '#areas/participation/events/pages.ts'
import { pages as groupingPages } from '#areas/participation/grouping/pages.ts'
import { listAlike } from '#areas/participation/grouping/read.ts'
import { pages as moderationPages } from '#areas/participation/moderation/pages.ts'
import { handlingPage } from '#areas/participation/moderation/pages/handling.ts'
import { saveNews } from '#areas/participation/news/commands.ts'
import { changeNewsPage, feedPage, newNewsPage, newsPage, picturePage, postPage, toNumber } from '#areas/participation/news/pages.ts'
import { pages as surveyPages } from '#areas/participation/surveys/pages.ts'
import type { WebPage } from './door.ts'
import { intakePages, type IntakeParts } from './intake-pages.ts'

export const participationPages = (origin: string, intake: IntakeParts = { address: null, email: null, fetchFrom: [] }): readonly WebPage[] => [
  newsPage, postPage, picturePage, feedPage(origin),
  ...moderationPages, ...groupingPages, handlingPage(listAlike),
  ...intakePages(intake),
  ...eventPages, { ...eventFilesPage, command: (visit, input, asked) => saveFile(visit, { input, number: toEventNumber(asked.params.number) }) },
  { ...newNewsPage, command: (visit, input) => saveNews(visit, { input, number: null }) },
  { ...changeNewsPage, command: (visit, input, asked) => saveNews(visit, { input, number: toNumber(asked.params.number) }) },
  ...surveyPages,
]
