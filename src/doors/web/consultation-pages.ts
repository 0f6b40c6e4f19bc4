// The pages of texts and consultations, bound to the commands that read or keep a file.
import { saveConsultationFile } from '#areas/participation/consultations/commands.ts'
import { pages, portalPage } from '#areas/participation/consultations/pages.ts'
import { importText } from '#areas/participation/texts/commands.ts'
import { newTextPage, pages as textPages } from '#areas/participation/texts/pages.ts'
import type { WebPage } from './door.ts'

export const consultationPages: readonly WebPage[] = [
  { ...newTextPage, command: (visit, input) => importText(visit, input) }, ...textPages,
  ...pages, { ...portalPage, command: (visit, input, asked) => saveConsultationFile(visit, { slug: asked.params.slug ?? '', input }) },
]
