// Questions about looks at the sources and about runs over many datasets.
import type { Reader } from '#store/handle.ts'
import type { FetchRun, SourceCheck } from '../rules/source-checks.ts'
import type { DatasetTables } from '../tables.ts'

const checkColumns = ['number', 'dataset', 'lookedAt', 'askedBy', 'result', 'stamp', 'vintage', 'problem'] as const
const shownChecks = 10

/** Newest first, a bounded number. */
export const listSourceChecks = async (reader: Reader, asked: { dataset: string }): Promise<readonly SourceCheck[]> =>
  reader.withTables<DatasetTables>().selectFrom('evidence.sourceCheck').select([...checkColumns]).where('dataset', '=', asked.dataset).orderBy('number', 'desc').limit(shownChecks).execute()

/** The source's mark at the last look that did not fail, per dataset. */
export const listKnownStamps = async (reader: Reader): Promise<ReadonlyMap<string, string>> => {
  const found = await reader.withTables<DatasetTables>().selectFrom('evidence.sourceCheck').select(['dataset', 'stamp']).distinctOn('dataset')
    .where('result', 'not in', ['failed', 'busy']).where('stamp', 'is not', null).orderBy('dataset').orderBy('number', 'desc').execute()
  return new Map(found.flatMap(({ dataset, stamp }) => (stamp === null ? [] : [[dataset, stamp] as const])))
}

/** The run under way, else the last one. */
export const findLastRun = async (reader: Reader): Promise<FetchRun | undefined> => {
  const db = reader.withTables<DatasetTables>()
  const run = await db.selectFrom('evidence.fetchRun').select(['number', 'kind', 'state', 'askedBy', 'askedAt', 'endedAt', 'stopAsked']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  if (!run) return undefined
  const items = await db.selectFrom('evidence.fetchItem as i').leftJoin('evidence.sourceCheck as c', 'c.number', 'i.sourceCheck')
    .select(['i.place', 'i.dataset', 'i.state', 'i.bytesRead', 'i.bytesInAll', 'c.number', 'c.lookedAt', 'c.askedBy', 'c.result', 'c.stamp', 'c.vintage', 'c.problem'])
    .where('i.run', '=', run.number).orderBy('i.place').execute()
  return {
    ...run,
    items: items.map(({ place, dataset, state, bytesRead, bytesInAll, number, lookedAt, askedBy, result, ...check }) => ({
      place, dataset, state, bytesRead, bytesInAll,
      check: number === null || lookedAt === null || askedBy === null || result === null ? null : { number, dataset, lookedAt, askedBy, result, ...check },
    })),
  }
}

export type OpenRun = Pick<FetchRun, 'number' | 'kind' | 'askedBy' | 'stopAsked'> & { readonly host: string | null; readonly process: number | null; readonly seenAt: Date | null; readonly account: string | null }
/** For the worker: whose it is at the moment. */
export const findOpenRun = async (reader: Reader): Promise<OpenRun | undefined> =>
  reader.withTables<DatasetTables>().selectFrom('evidence.fetchRun').select(['number', 'kind', 'askedBy', 'stopAsked', 'host', 'process', 'seenAt', 'account']).where('state', 'in', ['waiting', 'running']).executeTakeFirst()
export const listOpenItems = async (reader: Reader, run: number): Promise<readonly { readonly place: number; readonly dataset: string }[]> =>
  reader.withTables<DatasetTables>().selectFrom('evidence.fetchItem').select(['place', 'dataset']).where('run', '=', run).where('state', '<>', 'done').orderBy('place').execute()
export const isStopAsked = async (reader: Reader, run: number): Promise<boolean> =>
  (await reader.withTables<DatasetTables>().selectFrom('evidence.fetchRun').select('stopAsked').where('number', '=', run).executeTakeFirst())?.stopAsked ?? true
