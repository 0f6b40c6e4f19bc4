// The pages of texts and consultations, bound to the commands that read or keep a file; and what they show on the page of a comment.
import { saveConsultationFile } from '#areas/participation/consultations/commands.ts'
import { pages, portalPage } from '#areas/participation/consultations/pages.ts'
import { findAnchor, findDraft, getConsultation } from '#areas/participation/consultations/read.ts'
import { AnchorView } from '#areas/participation/consultations/views/anchor.tsx'
import { importText } from '#areas/participation/texts/commands.ts'
import { newTextPage, pages as textPages } from '#areas/participation/texts/pages.ts'
import { getText } from '#areas/participation/texts/read.ts'
import type { Html } from '#kernel/answer.ts'
import type { ReadVisit } from '#store/visit.ts'
import type { WebPage } from './door.ts'

export const consultationPages: readonly WebPage[] = [
  { ...newTextPage, command: (visit, input) => importText(visit, input) }, ...textPages,
  ...pages, { ...portalPage, command: (visit, input, asked) => saveConsultationFile(visit, { slug: asked.params.slug ?? '', input }) },
]
/** The block and passage a comment is about; null for every other contribution. */
export const besideComment = async ({ reader, language }: ReadVisit, it: { readonly id: string; readonly kind: string; readonly text: string }): Promise<Html | null> => {
  const anchor = it.kind === 'blockComment' ? await findAnchor(reader, it.id) : undefined
  if (anchor === undefined) return null
  const [consultation, draft] = await Promise.all([getConsultation(reader, anchor.consultation), findDraft(reader, { id: anchor.consultation, draft: anchor.draft })])
  const block = draft?.blocks.find((one) => one.block === anchor.block)
  return block === undefined ? null : AnchorView({ language, consultation, block, textLanguage: (await getText(reader, consultation.text)).language, quote: anchor.quote, text: it.text })
}
