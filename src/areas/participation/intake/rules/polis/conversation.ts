// A conversation of statements and votes, as a value; and what follows from the log of votes. Groups are given, never computed here.

export type YesNo = 'yes' | 'no' | null
export type Statement = { readonly number: number; readonly at: number; readonly author: number; readonly moderated: -1 | 0 | 1; readonly text: string; readonly seed: YesNo; readonly meta: YesNo }
/** 1 agrees, -1 disagrees, 0 passes; `at` in ms since 1970 */
export type Vote = { readonly statement: number; readonly voter: number; readonly vote: -1 | 0 | 1; readonly at: number }
export type Participant = { readonly number: number; readonly group: number | null }
export type Conversation = {
  readonly topic: string; readonly address: string; readonly description: string
  readonly statements: readonly Statement[]
  /** one per person and statement: the latest; sorted by statement, then voter */
  readonly votes: readonly Vote[]
  readonly participants: readonly Participant[]
}
/** The latest vote counts; of two at the same moment the later line of the log. Worked: 1, then -1, then 0 on one statement is one vote, 0. */
export const latestVotes = (log: readonly Vote[]): readonly Vote[] => {
  const latest = new Map<string, Vote>()
  for (const vote of log) {
    const key = `${vote.statement} ${vote.voter}`, before = latest.get(key)
    if (before === undefined || vote.at >= before.at) latest.set(key, vote)
  }
  return [...latest.values()].sort((one, other) => one.statement - other.statement || one.voter - other.voter)
}
export type Tally = { readonly votes: number; readonly agrees: number; readonly disagrees: number; readonly passes: number }
export const tallyOf = (votes: readonly Pick<Vote, 'vote'>[]): Tally => {
  const of = (kind: Vote['vote']): number => votes.reduce((sum, { vote }) => sum + (vote === kind ? 1 : 0), 0)
  return { votes: votes.length, agrees: of(1), disagrees: of(-1), passes: of(0) }
}
export const groupBy = <T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> => {
  const map = new Map<K, T[]>()
  for (const one of all) { const key = keyOf(one), there = map.get(key); if (there === undefined) map.set(key, [one]); else there.push(one) }
  return map
}
/** Below this many people no file leaves that has a line per person. */
export const leastForPersonFiles = 50
