// The pages of participation, each bound to its command where its post keeps a file.
import { saveFile } from '#areas/participation/events/commands.ts'
import { filesPage as eventFilesPage, pages as eventPages, toNumber as toEventNumber } from '#areas/participation/events/pages.ts'
import { saveNews } from '#areas/participation/news/commands.ts'
import { changeNewsPage, feedPage, newNewsPage, newsPage, picturePage, postPage, toNumber } from '#areas/participation/news/pages.ts'
import type { WebPage } from './door.ts'

export const participationPages = (origin: string): readonly WebPage[] => [
  newsPage, postPage, picturePage, feedPage(origin),
  ...eventPages, { ...eventFilesPage, command: (visit, input, asked) => saveFile(visit, { input, number: toEventNumber(asked.params.number) }) },
  { ...newNewsPage, command: (visit, input) => saveNews(visit, { input, number: null }) },
  { ...changeNewsPage, command: (visit, input, asked) => saveNews(visit, { input, number: toNumber(asked.params.number) }) },
]
