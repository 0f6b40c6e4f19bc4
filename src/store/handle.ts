// The two handles that topics get. Nobody outside the store ever sees a database.
import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'

/** No table is known until a topic says which ones are its own: `reader.withTables<ProposalTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: an empty set of tables is meant
export type NoTables = {}

export type Reader = ReadonlyKysely<NoTables>
export type Writer = Transaction<NoTables> & {
  /** the same transaction, to be handed to the questions of `read` */
  readonly reader: Reader
  /** runs after the commit, may be lost in a crash; what must not be lost goes to the outbox */
  readonly afterCommit: (hook: () => void | Promise<void>) => void
}
