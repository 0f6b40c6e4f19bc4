// The pages of participation, each bound to its command where its post keeps a file.
import { saveNews } from '#areas/participation/news/commands.ts'
import { changeNewsPage, feedPage, newNewsPage, newsPage, picturePage, postPage, toNumber } from '#areas/participation/news/pages.ts'
import type { WebPage } from './door.ts'

export const participationPages = (origin: string): readonly WebPage[] => [
  newsPage, postPage, picturePage, feedPage(origin),
  { ...newNewsPage, command: (visit, input) => saveNews(visit, { input, number: null }) },
  { ...changeNewsPage, command: (visit, input, asked) => saveNews(visit, { input, number: toNumber(asked.params.number) }) },
]
