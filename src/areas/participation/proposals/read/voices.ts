// Public counts of voices per level, arguments that are published, files that are open.
import type { Reader } from '#store/handle.ts'
import { assurances, type Assurance, type Attachment, type ContributionId, type Side } from '../rules.ts'
import type { ProposalTables } from '../tables.ts'
import { listWholeTree } from './together.ts'

const tables = (reader: Reader) => reader.withTables<ProposalTables>()
export type VoiceCount = { readonly assurance: Assurance; readonly voices: number }
export const listVoiceCounts = async (reader: Reader, id: ContributionId): Promise<readonly VoiceCount[]> =>
  [...(await tables(reader).selectFrom('participation.supportCount').select(['assurance', 'voices']).where('contribution', '=', id).where('voices', '>', 0).execute())].sort((a, b) => assurances.indexOf(a.assurance) - assurances.indexOf(b.assurance))
export type HandCount = { readonly source: { readonly bg: string; readonly en: string }; readonly count: number; readonly at: Date }
export const listHandCounts = async (reader: Reader, id: ContributionId): Promise<readonly HandCount[]> =>
  (await tables(reader).selectFrom('participation.countedSupport').select(['sourceBg', 'sourceEn', 'count', 'at']).where('contribution', 'in', await wholeOf(reader, id)).orderBy('at').execute()).map(({ sourceBg, sourceEn, ...row }) => ({ ...row, source: { bg: sourceBg, en: sourceEn } }))
export type Argument = { readonly id: string; readonly side: Side; readonly authorShown: string | null; readonly text: string; readonly language: string; readonly at: Date }
/** Also those given to what was merged into it: they count for the whole, so they are read there. */
export const listArguments = async (reader: Reader, id: ContributionId): Promise<readonly Argument[]> =>
  tables(reader).selectFrom('participation.argument').select(['id', 'side', 'authorShown', 'text', 'language', 'at']).where('contribution', 'in', await wholeOf(reader, id)).where('state', '=', 'published').orderBy('at').orderBy('id').limit(500).execute()
/** `who` everyone: only those a moderator opened. */
export const listAttachments = (reader: Reader, { id, who }: { readonly id: ContributionId; readonly who: 'everyone' | 'staff' }): Promise<readonly Attachment[]> =>
  tables(reader).selectFrom('participation.attachment').select(['id', 'sha256', 'size', 'name', 'mediaType', 'open']).where('contribution', '=', id).$if(who === 'everyone', (q) => q.where('open', '=', true)).orderBy('at').orderBy('id').execute()
const wholeOf = async (reader: Reader, id: ContributionId): Promise<ContributionId[]> => [id, ...(await listWholeTree(reader, id)).map((one) => one.id as ContributionId)]
/** Merged into this one, also by way of others, by number: their authors are co-authors of the whole. */
export const listMergedInto = async (reader: Reader, id: ContributionId): Promise<readonly { readonly number: string; readonly title: string; readonly authorShown: string | null }[]> =>
  (await listWholeTree(reader, id)).map(({ number, title, authorShown }) => ({ number, title, authorShown }))
