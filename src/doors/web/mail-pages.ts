// The pages about letters by e-mail, bound to the commands that read a file or decide about a letter.
import { decideLetter, uploadLetters, webDesk } from '#areas/participation/correspondence/commands/settle.ts'
import { letterPage, pages, uploadPage } from '#areas/participation/correspondence/pages.ts'
import type { WebPage } from './door.ts'

export const mailPages = (origin: string): readonly WebPage[] => pages.map((page): WebPage => {
  if (page === uploadPage) return { ...page, command: async (visit, input) => uploadLetters(await webDesk(visit.store, { origin, now: visit.now }), visit, input) }
  if (page === letterPage) return { ...page, command: async (visit, decision, asked) => decideLetter(await webDesk(visit.store, { origin, now: visit.now }), visit, { id: asked.params.id ?? '', decision }) }
  return page
})
