// A proposal that is typed and not sent yet: for the one reader who has its address. Staff reader or writer.
import { createHash } from 'node:crypto'
import type { Reader, Writer } from '#store/handle.ts'
import type { Draft, NewAttachment, ProposalInput } from '../rules/typed.ts'
import type { ProposalTables } from '../tables.ts'

export const hashOfDraft = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const asked = (reader: Reader, secret: string) => reader.withTables<ProposalTables>().selectFrom('participation.draft').select(['fields', 'files', 'sentAs', 'madeAt']).where('hash', '=', hashOfDraft(secret))
const toDraft = ({ fields, files, sentAs, madeAt }: { readonly fields: unknown; readonly files: unknown; readonly sentAs: string | null; readonly madeAt: Date }): Draft => ({ input: fields as ProposalInput, files: files as readonly NewAttachment[], sentAs, madeAt })
export const findDraft = async (reader: Reader, secret: string): Promise<Draft | undefined> => {
  const row = await asked(reader, secret).executeTakeFirst()
  return row && toDraft(row)
}
/** Held until the act is done: pressed twice it is sent once. */
export const holdDraft = async (writer: Writer, secret: string): Promise<Draft | undefined> => {
  const row = await asked(writer.reader, secret).forUpdate().executeTakeFirst()
  return row && toDraft(row)
}
