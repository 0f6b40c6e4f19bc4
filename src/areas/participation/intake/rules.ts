// The nouns of intake: the doors beside the web form. What each format holds is in rules/; who typed is never who speaks.
import type { Bilingual } from '#kernel/language.ts'
import type { Id } from '#kernel/id.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'
import type { ContributionId, ContributionState, Sector } from '#areas/participation/proposals/rules.ts'
import type { Conversation } from './rules/polis/conversation.ts'
import type { ReadIn } from './rules/incoming.ts'
import type { TableMapping } from './rules/table.ts'

export const intakePath = '/participation/intake'
export const paperPath = `${intakePath}/paper`
export const letterPath = (number: string): string => `${paperPath}/${number}`
export const scanPath = (number: string, sha256: string): string => `${letterPath(number)}/scan/${sha256}`
export const sheetsPath = `${intakePath}/sheets`
export const sheetPath = (code: string): string => `${sheetsPath}/${code}`
export const photoPath = (code: string, sha256: string): string => `${sheetPath(code)}/photo/${sha256}`
export const filesPath = `${intakePath}/files`
export const newFilePath = (kind: DraftKind): string => `${filesPath}/new/${kind}`
export const draftPath = (id: string): string => `${filesPath}/${id}`
export const conversationPath = (id: string): string => `${intakePath}/conversations/${id}`
/** Published proposals of one call, as other platforms read them. */
export const decidimPath = (slug: string): string => `/participation/processes/${slug}/decidim.csv`
export const portalPath = `${intakePath}/portal`

export const draftKinds = ['table', 'portalCsv', 'portalApi', 'decidim', 'polis'] as const
export type DraftKind = (typeof draftKinds)[number]
/** Kinds that begin with a file or a set of files; the interface of the portal is asked instead. */
export const fileKinds = ['table', 'portalCsv', 'decidim', 'polis'] as const satisfies readonly DraftKind[]
export type RowKind = Exclude<DraftKind, 'polis'>

/** What a draft holds: rows of a table whose columns are said later; rows read already; or a conversation. */
export type DraftContent =
  | { readonly is: 'sheet'; readonly rows: readonly (readonly (string | number)[])[] }
  | ({ readonly is: 'rows'; readonly title: string; readonly notes: readonly Bilingual[] } & ReadIn)
  | { readonly is: 'conversation'; readonly conversation: Conversation; readonly notes: readonly Bilingual[]; readonly files: readonly string[]; readonly logged: number }
  | { readonly is: 'nothing' }
export type Draft = {
  readonly id: Id<'intakeDraft'>; readonly kind: DraftKind; readonly process: ProcessId; readonly fileName: string; readonly sha256: string | null
  readonly content: DraftContent; readonly mapping: TableMapping | null; readonly state: 'open' | 'taken' | 'dropped'; readonly madeAt: Date; readonly taken: number | null; readonly already: number | null
}
export type DraftLine = Omit<Draft, 'content' | 'mapping' | 'sha256'>

export type NewPaper = {
  readonly process: ProcessId; readonly channel: 'paper' | 'post' | 'phone'; readonly title: string; readonly text: string; readonly author: string | null; readonly organisation: 'yes' | 'no'
  readonly consent: 'none' | 'publishName'; readonly municipality: string | null; readonly sector: Sector | null
  readonly datedOn: string | null; readonly receivedOn: string; readonly registryNumber: string; readonly illegible: 'yes' | 'no'; readonly inPerson: 'yes' | 'no'
}
export type Scan = { readonly sha256: string; readonly mediaType: string; readonly size: number }
export type Paper = {
  readonly contribution: ContributionId; readonly number: string; readonly title: string; readonly text: string; readonly state: ContributionState; readonly receivedOn: string
  readonly datedOn: string | null; readonly registryNumber: string; readonly illegible: boolean; readonly scan: Scan | null; readonly consent: 'none' | 'publishName'
  readonly typedBy: string | null; readonly typedAt: Date; readonly checkedBy: string | null; readonly checkedAt: Date | null
}
/** The one who typed does not check what they typed. */
export const mayCheck = ({ typedBy, checkedBy }: Pick<Paper, 'typedBy' | 'checkedBy'>, account: string | null): boolean => account !== null && checkedBy === null && account !== typedBy

export type NoteSheet = {
  readonly id: Id<'noteSheet'>; readonly code: string; readonly process: ProcessId; readonly title: string; readonly heldOn: string; readonly place: string; readonly municipality: string | null
  readonly language: 'bg' | 'en'; readonly questions: readonly { readonly position: number; readonly words: string }[]
}
export type NewSheet = Omit<NoteSheet, 'id' | 'code'> & { readonly code: string | null }
export type SheetNote = { readonly number: string; readonly question: number; readonly text: string; readonly state: ContributionState; readonly dots: number; readonly supports: number }
export type SheetPhoto = Scan & { readonly name: string }
export type ConversationLine = { readonly id: string; readonly topic: string; readonly madeAt: Date; readonly statements: number; readonly votes: number; readonly voters: number }
/** Notes of one wall that say one thing, and the title of the proposal they become. */
export type NoteGroup = { readonly title: string; readonly notes: readonly string[] }
export const groupsAtOnce = 8
export const wallPath = (code: string): string => `${sheetPath(code)}/group`
export const isOpenNote = ({ state }: Pick<SheetNote, 'state'>): boolean => state === 'inModeration' || state === 'published'
