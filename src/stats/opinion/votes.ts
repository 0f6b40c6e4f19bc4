// A log of votes as a table of people and statements: the latest vote counts, and the same log gives the same table in whatever order it comes.
// +1 agree, 0 pass, −1 disagree, NaN not voted. Some exports write agree as −1; turning them round is the reader's work.

export type Vote = { readonly person: string; readonly statement: string; readonly vote: number; /** any number that grows with time; where absent the order of the log */ readonly time?: number }
export type Votes = {
  /** rows = people by their first vote, columns = statements; row-major */
  readonly values: Float64Array; readonly people: readonly string[]; readonly statements: readonly string[]
}

/** `statements` known beforehand come first and in their order, others by their first vote. Equal times: by person, then statement; of two
 *  votes of one person on one statement at one time the later in the log counts. Worked: Ана agrees at 1 and disagrees at 3 → −1. */
export const toVotes = (log: readonly Vote[], statements: readonly string[] = []): Votes => {
  const inOrder = log.map((vote, at) => ({ ...vote, at, when: vote.time ?? at }))
    .sort((a, b) => a.when - b.when || compare(a.person, b.person) || compare(a.statement, b.statement) || a.at - b.at)
  const rows = new Map<string, number>(), columns = new Map<string, number>()
  for (const statement of statements) if (!columns.has(statement)) columns.set(statement, columns.size)
  for (const { person, statement, vote } of inOrder) {
    if (vote !== 1 && vote !== 0 && vote !== -1) throw new RangeError(`a vote is 1, 0 or -1, not ${vote}`)
    if (!rows.has(person)) rows.set(person, rows.size)
    if (!columns.has(statement)) columns.set(statement, columns.size)
  }
  const values = new Float64Array(rows.size * columns.size).fill(Number.NaN)
  for (const { person, statement, vote } of inOrder) values[(rows.get(person) as number) * columns.size + (columns.get(statement) as number)] = vote
  return { values, people: [...rows.keys()], statements: [...columns.keys()] }
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
