// Writes a conversation as a Polis set: the newer five files, with is-meta. Sums agree with the votes; who is in no group is in no
// group's columns and not in voters-in-conv.
import { toCsvFile } from '#kernel/csv.ts'
import { type Conversation, groupBy, leastForPersonFiles, tallyOf, type Vote } from './conversation.ts'

export const writtenFiles = ['summary', 'comments', 'votes', 'participant-votes', 'comment-groups'] as const
export type WrittenFile = (typeof writtenFiles)[number]
/** Which files have a line per person, or a line per vote that leads to one. */
const perPerson: ReadonlySet<WrittenFile> = new Set<WrittenFile>(['votes', 'participant-votes'])
/** Files with a line per person leave from 50 people on. */
export const mayLeave = (file: WrittenFile, voters: number): boolean => !perPerson.has(file) || voters >= leastForPersonFiles

const letterOf = (group: number): string => (group < 26 ? '' : letterOf(Math.floor(group / 26) - 1)) + String.fromCharCode(97 + (group % 26))
const seconds = (at: number): string => String(at % 1_000 === 0 ? at / 1_000 : at)
const day = (at: number): string => new Date(at).toUTCString()
const look = { separator: ',', mark: 'plain' } as const
const groupsOf = ({ participants }: Conversation): readonly number[] => [...new Set(participants.flatMap(({ group }) => (group === null ? [] : [group])))].sort((one, other) => one - other)
const said = (yes: 'yes' | 'no' | null): string => (yes === 'yes' ? 'true' : 'false')

export const toPolisFile = (conversation: Conversation, file: WrittenFile): string => toCsvFile(rowsOf[file](conversation), look)
type Rows = readonly (readonly (string | number)[])[]
const byStatement = (votes: readonly Vote[]) => groupBy(votes, ({ statement }) => statement)

const rowsOf: Readonly<Record<WrittenFile, (conversation: Conversation) => Rows>> = {
  summary: (conversation) => {
    const { topic, address, description, statements, votes, participants } = conversation
    return [
      ['topic', topic], ['url', address], ['voters', new Set(votes.map(({ voter }) => voter)).size], ['voters-in-conv', participants.filter(({ group }) => group !== null).length],
      ['commenters', new Set(statements.map(({ author }) => author)).size], ['comments', statements.length], ['groups', groupsOf(conversation).length], ['conversation-description', description],
    ]
  },
  comments: ({ statements, votes }) => {
    const of = byStatement(votes)
    return [
      ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body', 'is-meta', ...(statements.some(({ seed }) => seed !== null) ? ['is-seed'] : [])],
      ...statements.map(({ number, at, author, moderated, text, meta, seed }) => {
        const { agrees, disagrees } = tallyOf(of.get(number) ?? [])
        return [seconds(at), day(at), number, author, agrees, disagrees, moderated, text, said(meta), ...(seed === null ? [] : [said(seed)])]
      }),
    ]
  },
  votes: ({ votes }) => [['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'], ...votes.map(({ at, statement, voter, vote }) => [seconds(at), day(at), statement, voter, vote])],
  'participant-votes': ({ statements, votes, participants }) => {
    const of = groupBy(votes, ({ voter }) => voter), written = groupBy(statements, ({ author }) => author)
    return [
      ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...statements.map(({ number }) => number)],
      ...participants.map(({ number, group }) => {
        const cast = of.get(number) ?? [], { votes: all, agrees, disagrees } = tallyOf(cast)
        const on = new Map(cast.map(({ statement, vote }) => [statement, vote]))
        return [number, group ?? '', (written.get(number) ?? []).length, all, agrees, disagrees, ...statements.map((one) => on.get(one.number) ?? '')]
      }),
    ]
  },
  'comment-groups': (conversation) => {
    const { statements, votes, participants } = conversation
    const groups = groupsOf(conversation), groupOf = new Map(participants.map(({ number, group }) => [number, group])), of = byStatement(votes)
    const cells = (cast: readonly Vote[]): readonly number[] => { const tally = tallyOf(cast); return [tally.votes, tally.agrees, tally.disagrees, tally.passes] }
    return [
      ['comment-id', 'comment', 'total-votes', 'total-agrees', 'total-disagrees', 'total-passes', ...groups.flatMap((group) => ['votes', 'agrees', 'disagrees', 'passes'].map((name) => `group-${letterOf(group)}-${name}`))],
      ...statements.map(({ number, text }) => { const cast = of.get(number) ?? []; return [number, text, ...cells(cast), ...groups.flatMap((group) => cells(cast.filter(({ voter }) => groupOf.get(voter) === group)))] }),
    ]
  },
}
