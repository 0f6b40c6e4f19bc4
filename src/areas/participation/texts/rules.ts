// The nouns of texts: blocks with lasting numbers, versions, and the plain words of a block. A number once given is never given again.
// The Markdown set is small on purpose: headings, paragraphs, lists, tables; bold, slanted, links. Anything else is shown as it was typed.
import type { Id } from '#kernel/id.ts'
import type { Bilingual, Language } from '#kernel/language.ts'

export type TextId = Id<'text'>
export const textsPath = '/participation/texts'
export const textPath = (number: number): string => `${textsPath}/${number}`
export const editTextPath = (number: number): string => `${textPath(number)}/edit`
export const previewPath = (number: number): string => `${textPath(number)}/preview`
export const editBlockPath = ({ number, block }: { readonly number: number; readonly block: number }): string => `${textPath(number)}/blocks/${block}`
export const textChangesPath = ({ number, from }: { readonly number: number; readonly from: number }): string => `${textPath(number)}/changes/${from}`
export const textFilePath = ({ number, format }: { readonly number: number; readonly format: 'md' | 'docx' }): string => `${textPath(number)}/text.${format}`
export const textHelpPath = `${textsPath}/help`
export const exampleFilePath = (format: 'md' | 'docx'): string => `${textsPath}/example.${format}`

export type BlockKind = 'heading' | 'paragraph' | 'list' | 'table'
/** `level` is 1–4 for a heading, else 0. */
export type Written = { readonly kind: BlockKind; readonly level: number; readonly source: string }
/** A block that has its lasting number. */
export type Numbered = Written & { readonly block: number }
/** `version` goes up only when the words of the block change, not when it moves. */
export type TextBlock = Numbered & { readonly version: number; readonly hash: string }
export type Text = {
  readonly id: TextId; readonly number: number; readonly title: Bilingual; readonly language: Language; readonly state: 'preview' | 'current'
  readonly version: number; readonly nextBlock: number; readonly changedAt: Date
}
export type TextVersion = { readonly version: number; readonly why: string; readonly hash: string; readonly madeAt: Date }
/** The editor's word that what stood in `block` goes on in `successor`. */
export type Successor = { readonly block: number; readonly successor: number }

export const longestSource = 400_000
export const mostBlocks = 2_000
/** What a block's hash is made of: whatever a reader would see different makes another hash. */
export const hashedText = ({ kind, level, source }: Written): string => `${kind}\n${level}\n${source}`
/** What the hash of a whole version is made of. */
export const hashedVersion = (blocks: readonly Pick<TextBlock, 'block' | 'version' | 'hash'>[]): string => blocks.map(({ block, version, hash }) => `${block} ${version} ${hash}`).join('\n')
/** The whole text as Markdown: what the textarea for the whole text holds and what is exported. */
export const toMarkdown = (blocks: readonly Pick<Written, 'source'>[]): string => blocks.map(({ source }) => source).join('\n\n')
