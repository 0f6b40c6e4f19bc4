// The nouns of consultations on a draft: what the national portal asks for, the frozen copy, where a comment is anchored.
import type { Id } from '#kernel/id.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { Ref } from '#kernel/thread.ts'
import type { Process, ProcessId } from '#areas/participation/processes/rules.ts'
import type { TextBlock, TextId } from '#areas/participation/texts/rules.ts'

export const consultationsPath = '/participation/consultations'
export const consultationPath = (slug: string): string => `${consultationsPath}/${slug}`
export const blockPath = ({ slug, block }: { readonly slug: string; readonly block: number }): string => `${consultationPath(slug)}/blocks/${block}`
export const changesPath = (slug: string): string => `${consultationPath(slug)}/changes`
export const portalPath = (slug: string): string => `${consultationPath(slug)}/portal`
export const fieldsPath = (slug: string): string => `${consultationPath(slug)}/change`
export const newDraftPath = (slug: string): string => `${consultationPath(slug)}/new-draft`
export const filesPath = (slug: string): string => `${consultationPath(slug)}/files`
export const filePath = ({ slug, id }: { readonly slug: string; readonly id: string }): string => `${filesPath(slug)}/${id}`
export const commentsPath = (slug: string): string => `${consultationPath(slug)}/comments.csv`
export const draftFilePath = ({ slug, format }: { readonly slug: string; readonly format: 'md' | 'docx' | 'pdf' }): string => `${consultationPath(slug)}/draft.${format}`
export const documentPath = ({ slug, format }: { readonly slug: string; readonly format: 'docx' | 'pdf' }): string => `${consultationPath(slug)}/document.${format}`

export const levels = ['central', 'centralOther', 'district', 'municipal'] as const
export type Level = (typeof levels)[number]
/** As the national portal names them; its level must be the institution's. */
export const levelNames: Readonly<Record<Level, Bilingual>> = {
  central: { bg: 'Централно', en: 'Central' }, centralOther: { bg: 'Централно друго', en: 'Central, other' }, district: { bg: 'Областно', en: 'District' }, municipal: { bg: 'Общинско', en: 'Municipal' },
}
/** Types of acts by level, as the national portal lists them for regions and municipalities. */
export const actTypes: Readonly<Record<Level, readonly string[]>> = {
  central: ['Закон', 'Подзаконов нормативен акт', 'Ненормативен акт'], centralOther: ['Ненормативен акт'], district: ['Акт на областен управител', 'Ненормативен акт'], municipal: ['Акт на общински съвет', 'Акт на кмет', 'Ненормативен акт'],
}

export type Fields = {
  readonly level: Level; readonly actType: string; readonly policyArea: string; readonly institution: string; readonly unit: string; readonly registrationNumber: string; readonly programme: string
  readonly title: Bilingual; readonly says: Bilingual; readonly ways: Bilingual; readonly contacts: string; readonly shortTermReason: Bilingual
  /** yyyy-mm-dd; `closesOn` to its end */
  readonly opensOn: string; readonly closesOn: string
}
export type Consultation = Fields & {
  readonly id: ProcessId; readonly slug: string; readonly text: TextId; readonly process: Process
  /** 0 before it was opened */
  readonly draft: number
  readonly openedAt: Date | null; readonly remindedAt: Date | null; readonly portalId: string | null; readonly portalAt: Date | null; readonly version: number
}
export type Draft = { readonly draft: number; readonly textVersion: number; readonly hash: string; readonly says: Bilingual; readonly frozenAt: Date }
export type FrozenDraft = Draft & { readonly blocks: readonly TextBlock[] }
export type AnchoredTo = { readonly contribution: Ref<'consultationComment'>; readonly draft: number; readonly block: number; readonly blockVersion: number; readonly hash: string; readonly quote: string }

/** The files of a consultation in the order of the national portal. */
export const fileKinds = ['impactAssessment', 'impactOpinion', 'report', 'draftAct', 'motives', 'consolidated', 'other', 'replyReport', 'consultationDocument', 'commentsList', 'otherSources'] as const
export type FileKind = (typeof fileKinds)[number]
export const fileNames: Readonly<Record<FileKind, Bilingual>> = {
  impactAssessment: { bg: 'Оценка на въздействието', en: 'Impact assessment' }, impactOpinion: { bg: 'Становище по оценката', en: 'Opinion on the assessment' }, report: { bg: 'Доклад', en: 'Report' },
  draftAct: { bg: 'Проект на акт', en: 'Draft act' }, motives: { bg: 'Мотиви', en: 'Motives' }, consolidated: { bg: 'Консолидирана версия', en: 'Consolidated version' }, other: { bg: 'Други документи', en: 'Other documents' },
  replyReport: { bg: 'Справка за предложенията или съобщение, че няма', en: 'Report on proposals, or notice of none' }, consultationDocument: { bg: 'Консултационен документ', en: 'Consultation document' },
  commentsList: { bg: 'Списък с коментарите', en: 'List of comments' }, otherSources: { bg: 'Коментари от други източници', en: 'Comments from other sources' },
}
export type ConsultationFile = { readonly id: Id<'consultationFile'>; readonly kind: FileKind; readonly title: Bilingual; readonly sha256: string; readonly size: number; readonly mediaType: string; readonly extension: string; readonly addedAt: Date }

/** A block can be followed like a thing: its target is made from the consultation's number, its last signs changed by the block. */
export const blockTarget = ({ consultation, block }: { readonly consultation: string; readonly block: number }): string =>
  `block:${consultation.slice(0, -6)}${((Number.parseInt(consultation.slice(-6), 16) + block) % 0x1000000).toString(16).padStart(6, '0')}`
/** An address is made from the title: Bulgarian letters as the road signs write them. */
export const toSlug = (title: string): string => {
  const letters: Readonly<Record<string, string>> = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ь: 'y', ю: 'yu', я: 'ya' }
  return [...title.toLowerCase()].map((letter) => letters[letter] ?? letter).join('').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '')
}
