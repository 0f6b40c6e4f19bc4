// One running PostgreSQL for one data folder: made, started or adopted, and stopped when the last user leaves.
import { folderProblem } from '../start-problem.ts'
import { connectOnce, type ServerAddress } from './address.ts'
import { findBinaries, serverUser } from './binaries.ts'
import { hasCluster, makeCluster, refuseOtherVersion } from './cluster.ts'
import { registerUser, underLock, unregisterUser } from './lock.ts'
import { clearUnfinished, findPlace, type Place } from './place.ts'
import { adoptServer, type RunningServer, startServer, stopServer } from './server.ts'
import { keepRunning } from './keep-running.ts'

export type Launched = {
  readonly address: ServerAddress
  /** how it came about, for the console */
  readonly how: 'created' | 'started' | 'adopted'
  readonly place: Place
  readonly leave: () => Promise<void>
}

export type Launch = {
  readonly checkout: string
  readonly dataFolder: string
  /** PostgreSQL settings over ours; tests only */
  readonly extra?: Readonly<Record<string, string>>
}

const databaseName = 'posoka'

export const launchDatabase = async (launch: Launch): Promise<Launched> => {
  try {
    const place = await findPlace({ binaries: findBinaries(launch.checkout), dataFolder: launch.dataFolder, user: serverUser() })
    return await underLock(place.home, () => openPlace(place, launch))
  } catch (error) {
    throw folderProblem(error, launch.dataFolder)
  }
}

const openPlace = async (place: Place, launch: Launch): Promise<Launched> => {
  const isNew = !hasCluster(place)
  if (isNew) {
    await clearUnfinished(place.home)
    await makeCluster(place)
  }
  refuseOtherVersion(place)
  const adopted = isNew ? undefined : await adoptServer(place)
  const server = adopted ?? (await startServer(place, { extra: launch.extra }))
  if (!adopted) await makeDatabase(server)
  const mark = await registerUser(place.home)
  const stopWatching = keepRunning(place, { server, extra: launch.extra })
  const leave = (): Promise<void> => stopWatching().then(() => underLock(place.home, async () => {
    if ((await unregisterUser(place.home, mark)) === 'last') await stopServer(place)
  }))
  return { address: { ...server.address, database: databaseName }, how: isNew ? 'created' : adopted ? 'adopted' : 'started', place, leave }
}

/** Asked at every start: the first one may have been interrupted between the server and its database. */
const makeDatabase = async (server: RunningServer): Promise<void> => {
  const client = await connectOnce(server.address)
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rows.length === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}
