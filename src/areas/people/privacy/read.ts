// Questions about requests, periods and what the job cleared. For staff readers.
import type { Reader } from '#store/handle.ts'
import type { PrivacyRequest, RetentionRun } from './rules.ts'
import type { PrivacyTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<PrivacyTables>()
const requests = (reader: Reader) => tables(reader).selectFrom('people.privacyRequest').select(['id', 'kind', 'askedBy', 'at', 'became'])

export const listRequests = (reader: Reader, { limit }: { readonly limit: number }): Promise<readonly PrivacyRequest[]> => requests(reader).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
export const findRequest = (reader: Reader, id: string): Promise<PrivacyRequest | undefined> => requests(reader).where('id', '=', id).executeTakeFirst()
export const listRuns = (reader: Reader, { limit }: { readonly limit: number }): Promise<readonly RetentionRun[]> =>
  tables(reader).selectFrom('people.retentionRun').select(['at', 'kind', 'olderThan', 'cleared']).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
export const listOwnPeriods = async (reader: Reader): Promise<ReadonlyMap<string, number>> =>
  new Map((await tables(reader).selectFrom('people.retentionPeriod').select(['kind', 'days']).execute()).map(({ kind, days }) => [kind, days]))
export const listFilesToRemove = async (reader: Reader): Promise<readonly string[]> =>
  (await tables(reader).selectFrom('people.fileToRemove').select('sha256').execute()).map(({ sha256 }) => sha256)
