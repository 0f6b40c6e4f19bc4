// A proposal that is typed and not sent yet: for the one reader who has its address. Staff reader or writer.
import { createHash } from 'node:crypto'
import type { Reader } from '#store/handle.ts'
import type { Draft, NewAttachment, ProposalInput } from '../rules/typed.ts'
import type { ProposalTables } from '../tables.ts'

export const hashOfDraft = (secret: string): Buffer => createHash('sha256').update(secret).digest()
export const findDraft = async (reader: Reader, secret: string): Promise<Draft | undefined> => {
  const row = await reader.withTables<ProposalTables>().selectFrom('participation.draft').select(['fields', 'files', 'sentAs', 'madeAt']).where('hash', '=', hashOfDraft(secret)).executeTakeFirst()
  return row && { input: row.fields as ProposalInput, files: row.files as readonly NewAttachment[], sentAs: row.sentAs, madeAt: row.madeAt }
}
