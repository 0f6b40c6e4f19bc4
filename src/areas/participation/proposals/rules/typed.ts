// What a person typed into the public forms, once parsed. Not yet a contribution.
import type { AuthorChoice } from '#areas/people/contacts/rules.ts'
import type { Sector, Side } from '../rules.ts'

export type ProposalInput = {
  readonly process: string; readonly title: string; readonly text: string; readonly topics: readonly string[]
  readonly municipality: string; readonly place: string; readonly forWhom: string; readonly sector: Sector | null; readonly indicator: string
  readonly name: string; readonly email: string; readonly choice: AuthorChoice; readonly anonymous: 'yes' | 'no'
}
/** A file the store keeps; what it is was judged by its bytes. */
export type NewAttachment = { readonly sha256: string; readonly size: number; readonly name: string; readonly mediaType: string }
export type Draft = { readonly input: ProposalInput; readonly files: readonly NewAttachment[]; readonly sentAs: string | null; readonly madeAt: Date }
export type ReviewInput = { readonly does: 'send' } | { readonly does: 'support'; readonly number: string }
export type VoiceInput = { readonly does: 'support' | 'unsupport'; readonly email: string }
export type ArgumentInput = { readonly side: Side; readonly text: string; readonly name: string; readonly email: string; readonly choice: AuthorChoice }
export type FileInput = { readonly id: string; readonly open: 'yes' | 'no' }
export const longestArgument = 2000
/** To one address, so that nobody is flooded with letters by who types it. */
export const mostLettersAnHour = 6
/** What a link in a letter does: each purpose is one button on one page. */
export const voicePurposes = ['confirm', 'support', 'unsupport', 'argument', 'withdraw'] as const
export type VoicePurpose = (typeof voicePurposes)[number]
export const newPath = '/participation/proposals/new'
export const draftPath = (secret: string): string => `/participation/proposals/draft/${secret}`
export const reviewPath = (secret: string): string => `/participation/proposals/review/${secret}`
export const voicePath = (secret: string): string => `/participation/confirm/${secret}`
export const sentPath = (number: string): string => `/participation/proposals/${number}/sent`
export const supportPath = (number: string): string => `/participation/proposals/${number}/support`
export const arguePath = (number: string): string => `/participation/proposals/${number}/argue`
export const withdrawPath = (number: string): string => `/participation/proposals/${number}/withdraw`
export const ownPath = '/participation/proposals/authority'
export type OwnInput = Pick<ProposalInput, 'process' | 'title' | 'text' | 'topics' | 'municipality' | 'place'>
export const letterSentPath = '/participation/letter-sent'
export const attachmentPath = ({ number, id }: { readonly number: string; readonly id: string }): string => `/participation/proposals/${number}/files/${id}`
