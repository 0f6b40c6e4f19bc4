// Kysely on one connection of ours inside one transaction of ours. Transactions themselves are opened in store.ts.
import {
  CamelCasePlugin, type CompiledQuery, type DatabaseConnection, DefaultQueryExecutor, type Dialect, DummyDriver,
  PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, SingleConnectionProvider, Transaction,
} from 'kysely'
import type pg from 'pg'
import type { NoTables } from './handle.ts'
import { hiddenMention } from './public-role.ts'
import { nameOf } from './statement-names.ts'

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => adapter, createDriver: () => driver, createQueryCompiler: () => compiler,
  createIntrospector: (db) => new PostgresIntrospector(db),
}
// The keys inside a json value belong to whoever wrote them and stay as they are.
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
const config = { dialect }

/** Several questions at once: the wire keeps their order (pg pipelines them). */
const sideBySide = (connection: DatabaseConnection) => ({
  provideConnection: <T>(ask: (connection: DatabaseConnection) => Promise<T>): Promise<T> => ask(connection),
})

type ConnectionParts = {
  /** called at the first question; a reading that needs none never opens a transaction */
  readonly open: () => Promise<pg.PoolClient>
  readonly hidden?: readonly string[]
  /** of the server this connection reads from; null in an act, which would not see its own */
  readonly pulse?: (() => Promise<string>) | null
}
export class StoreConnection implements DatabaseConnection {
  readonly pulse: (() => Promise<string>) | null
  readonly #open: () => Promise<pg.PoolClient>
  readonly #hidden: readonly string[]
  #client: Promise<pg.PoolClient> | undefined
  #over = false
  constructor({ open, hidden = [], pulse = null }: ConnectionParts) {
    this.#open = open
    this.#hidden = hidden
    this.pulse = pulse
  }
  client(): Promise<pg.PoolClient> {
    return (this.#client ??= this.#open())
  }
  /** Whether a first question has fixed the moment that is seen. */
  isOpen(): boolean {
    return this.#client !== undefined
  }
  /** From here on a handle that somebody kept is refused. */
  end(): void {
    this.#over = true
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.check(query.sql)
    const name = nameOf(query.sql)
    const client = await this.client()
    const answer = await client.query({ text: query.sql, values: query.parameters as unknown[], ...(name ? { name } : {}) })
    const changed = answer.command === 'INSERT' || answer.command === 'UPDATE' || answer.command === 'DELETE' || answer.command === 'MERGE'
    return changed ? { rows: answer.rows, numAffectedRows: BigInt(answer.rowCount ?? 0) } : { rows: answer.rows }
  }
  check(statement: string): void {
    if (this.#over) throw new Error('this handle was kept after its transaction ended')
    if (this.#hidden.length === 0) return
    const name = hiddenMention(statement, this.#hidden)
    if (name) throw Object.assign(new Error(`permission denied: public pages may not read ${name}`), { code: '42501' })
  }
  // biome-ignore lint/correctness/useYield: the interface wants a generator; nothing of ours streams rows
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed: ask for pages of a list')
  }
}

const connectionOf = new WeakMap<object, StoreConnection>()

export const transactionOn = (connection: StoreConnection, order: 'sideBySide' | 'oneByOne'): Transaction<NoTables> => {
  const provider = order === 'sideBySide' ? sideBySide(connection) : new SingleConnectionProvider(connection)
  const executor = new DefaultQueryExecutor(compiler, adapter, provider, plugins)
  const transaction = new Transaction<NoTables>({ config, driver, executor, dialect })
  connectionOf.set(executor, connection)
  return transaction
}

/** The connection behind a handle, for the few tools of this room that speak to pg directly (copy, prepared). */
export const connectionBehind = (handle: object): StoreConnection => {
  const found = connectionOf.get((handle as { getExecutor: () => object }).getExecutor())
  if (!found) throw new Error('this is no handle of the store')
  return found
}
