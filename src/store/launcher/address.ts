// How a PostgreSQL is reached, and one plain connection to it. Pools are the store's (pools.ts).
import pg from 'pg'

export type ServerAddress = {
  /** a folder for a Unix socket, or a host */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}
export type Address = ServerAddress | { readonly connectionString: string }

export const connectOnce = async (address: Address): Promise<pg.Client> => {
  const client = new pg.Client({ ...address, application_name: 'posoka', connectionTimeoutMillis: 10_000 })
  // A connection that breaks between two queries reports here; the next query fails and says so.
  client.on('error', () => {})
  await client.connect()
  return client
}
