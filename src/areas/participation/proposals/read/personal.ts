// What is kept of one person among contributions: for their own page, their export, and for what else still needs them or their files.
import { sql } from 'kysely'
import { rows } from '#store/ask.ts'
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Reader } from '#store/handle.ts'
import type { ProposalTables } from '../tables.ts'

const tables = (reader: Reader) => reader.withTables<ProposalTables>()
const ofAuthor = (reader: Reader, contact: ContactId) => tables(reader).selectFrom('participation.contribution').where('author', '=', contact)

export const listByAuthor = (reader: Reader, contact: ContactId) => ofAuthor(reader, contact)
  .select(['id', 'number', 'kind', 'channel', 'process', 'language', 'titleReceived', 'textReceived', 'title', 'text', 'titlePublic', 'textPublic', 'municipality', 'place', 'latitude', 'longitude', 'forWhom', 'sector', 'indicator', 'authorChoice', 'authorShown', 'authorKind', 'sourceFile', 'sourceReference', 'receivedOn', 'enteredAt', 'assurance', 'state', 'decision', 'answeredAt', 'confirmedAt', 'publishedAt'])
  .orderBy('enteredAt').orderBy('id').execute()
export const listSupportsOf = (reader: Reader, contact: ContactId) => tables(reader).selectFrom('participation.support')
  .innerJoin('participation.contribution', 'participation.contribution.id', 'participation.support.contribution')
  .select(['number', 'titlePublic', 'participation.support.assurance', 'how', 'at', 'withdrawnAt', 'participation.contribution.state']).where('contact', '=', contact).orderBy('at').execute()
export const listArgumentsOf = (reader: Reader, contact: ContactId) => tables(reader).selectFrom('participation.argument')
  .innerJoin('participation.contribution', 'participation.contribution.id', 'participation.argument.contribution')
  .select(['participation.argument.id', 'number', 'side', 'participation.argument.text', 'participation.argument.language', 'participation.argument.state', 'participation.argument.authorShown', 'at']).where('contact', '=', contact).orderBy('at').execute()
export const listFilesOf = async (reader: Reader, contact: ContactId): Promise<readonly { readonly name: string; readonly sha256: string }[]> => {
  const [attached, sources] = await Promise.all([
    tables(reader).selectFrom('participation.attachment').innerJoin('participation.contribution', 'participation.contribution.id', 'participation.attachment.contribution').select(['number', 'name', 'sha256']).where('author', '=', contact).orderBy('number').orderBy('name').execute(),
    ofAuthor(reader, contact).select(['number', 'sourceFile']).where('sourceFile', 'is not', null).execute(),
  ])
  return [...attached.map(({ number, name, sha256 }) => ({ name: `${number}-${name}`, sha256 })), ...sources.flatMap(({ number, sourceFile }) => (sourceFile === null ? [] : [{ name: `${number}-source`, sha256: sourceFile }]))]
}
/** Authors whose contribution is more than an unconfirmed one: they are still to be answered. */
export const listStillAuthors = async (reader: Reader, contacts: readonly ContactId[]): Promise<readonly ContactId[]> =>
  contacts.length === 0 ? [] : (await tables(reader).selectFrom('participation.contribution').select('author').distinct().where('author', 'in', [...contacts]).where('state', 'not in', ['awaitingConfirmation', 'withdrawn']).execute()).flatMap(({ author }) => (author === null ? [] : [author]))
/** Who has a contribution, a voice or an argument in a process that is not over so long: its end counts, and where it has none, the day itself. */
export const listStillInProcesses = async (reader: Reader, { contacts, olderThan }: { readonly contacts: readonly ContactId[]; readonly olderThan: Date }): Promise<readonly ContactId[]> =>
  contacts.length === 0 ? [] : (await rows(reader, sql<{ contact: ContactId }>`
    select distinct contact from (
      select author as contact, id as contribution, entered_at as at from participation.contribution
      union all select contact, contribution, at from participation.support where withdrawn_at is null
      union all select contact, contribution, at from participation.argument) as did
    join participation.contribution c on c.id = did.contribution join participation.process p on p.id = c.process
    where contact = any(${[...contacts]}::uuid[]) and greatest(did.at, coalesce(p.closes_at, did.at)) >= ${olderThan}`)).map(({ contact }) => contact)
export const listFilesNeeded = async (reader: Reader, files: readonly string[]): Promise<readonly string[]> => {
  if (files.length === 0) return []
  const [attached, sources] = await Promise.all([
    tables(reader).selectFrom('participation.attachment').select('sha256').distinct().where('sha256', 'in', [...files]).execute(),
    tables(reader).selectFrom('participation.contribution').select('sourceFile').distinct().where('sourceFile', 'in', [...files]).execute(),
  ])
  return [...attached.map(({ sha256 }) => sha256), ...sources.flatMap(({ sourceFile }) => sourceFile ?? [])]
}
export const countOldDrafts = async (reader: Reader, olderThan: Date): Promise<number> =>
  (await tables(reader).selectFrom('participation.draft').select((of) => of.fn.countAll<number>().as('n')).where('madeAt', '<', olderThan).executeTakeFirstOrThrow()).n
