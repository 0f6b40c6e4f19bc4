// Reads a Polis set, the older five files and the newer five. Each is known by its heads, whatever it is called. What the comments
// file says of agrees and disagrees counts events of the log, so it is not believed: the latest votes are counted.
import type { Bilingual } from '#kernel/language.ts'
import { fromHarmlessCell } from '#kernel/csv.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { type Conversation, latestVotes, type Participant, type Statement, type Vote, type YesNo } from './conversation.ts'

type Rows = readonly (readonly (string | number)[])[]
export const polisFiles = ['summary', 'comments', 'votes', 'participants', 'commentGroups', 'statsHistory'] as const
export type PolisFile = (typeof polisFiles)[number]
const headsOf = (rows: Rows): readonly string[] => (rows[0] ?? []).map((cell) => String(cell).trim().toLowerCase())
export const polisFileOf = (rows: Rows): PolisFile | undefined => {
  const heads = new Set(headsOf(rows))
  if (heads.has('comment-body') && heads.has('comment-id')) return 'comments'
  if (heads.has('voter-id') && heads.has('vote')) return 'votes'
  if (heads.has('participant') && heads.has('group-id')) return 'participants'
  if (heads.has('comment-id') && heads.has('total-votes')) return 'commentGroups'
  if (rows.some((row) => String(row[0] ?? '').trim() === 'voters') && rows.some((row) => String(row[0] ?? '').trim() === 'topic')) return 'summary'
  return rows.length > 1 && (heads.has('n-ptpts') || heads.has('n_ptpts') || heads.has('n-votes') || heads.has('n_votes') || heads.has('n-visitors')) ? 'statsHistory' : undefined
}

export type PolisRead = { readonly conversation: Conversation; readonly files: readonly PolisFile[]; readonly loggedVotes: number; readonly notes: readonly Bilingual[] }
const wrong = (bg: string, en: string) => not<Problem>({ field: 'files', text: { bg, en } })
const names: Readonly<Record<PolisFile, string>> = { summary: 'summary.csv', comments: 'comments.csv', votes: 'votes.csv', participants: 'participants-votes.csv', commentGroups: 'comment-groups.csv', statsHistory: 'stats-history.csv' }
/** Seconds or milliseconds since 1970, as files of different years have it. */
const momentOf = (cell: string): number | undefined => (/^\d{9,14}(?:\.\d+)?$/.test(cell) ? Math.round(Number(cell) * (Number(cell) < 1e11 ? 1_000 : 1)) : undefined)
const wholeOf = (cell: string): number | undefined => (/^-?\d{1,9}(?:\.0+)?$/.test(cell) ? Math.trunc(Number(cell)) : undefined)
const yesNoOf = (cell: string | undefined): YesNo => (cell === undefined || cell === '' ? null : /^(?:true|t|1|yes)$/i.test(cell) ? 'yes' : 'no')

class BadRow extends Error {
  readonly text: Bilingual
  constructor(text: Bilingual) { super(text.en); this.name = 'BadRow'; this.text = text }
}
/** Cells by name; a cell that must be a number and is none is named with its file and row. */
const table = (rows: Rows, file: PolisFile) => {
  const heads = headsOf(rows)
  const place = new Map(heads.map((head, at) => [head, at]))
  return { heads, lines: rows.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell === '')) return []
    const text = (name: string): string => { const at = place.get(name); return at === undefined ? '' : String(row[at] ?? '').trim() }
    const must = <T>(name: string, parse: (cell: string) => T | undefined): T => {
      const parsed = parse(text(name))
      if (parsed === undefined) throw new BadRow({ bg: `${names[file]}, ред ${index + 2}: „${text(name).slice(0, 40)}“ не става за колона ${name}.`, en: `${names[file]}, row ${index + 2}: “${text(name).slice(0, 40)}” does not fit column ${name}.` })
      return parsed
    }
    return [{ row, text, must }]
  }) }
}
const oneOf = (cell: string): -1 | 0 | 1 | undefined => { const whole = wholeOf(cell); return whole === -1 || whole === 0 || whole === 1 ? whole : undefined }

const readStatements = (rows: Rows): readonly Statement[] => {
  const { lines, heads } = table(rows, 'comments')
  const has = (name: string) => heads.includes(name)
  return lines.map(({ text, must }): Statement => ({
    number: must('comment-id', wholeOf), at: must('timestamp', momentOf), author: must('author-id', wholeOf), moderated: must('moderated', (cell) => (cell === '' ? 0 : oneOf(cell))),
    text: fromHarmlessCell(text('comment-body')), seed: has('is-seed') ? (yesNoOf(text('is-seed')) ?? 'no') : null, meta: has('is-meta') ? (yesNoOf(text('is-meta')) ?? 'no') : null,
  })).sort((one, other) => one.number - other.number)
}
const readVotes = (rows: Rows): readonly Vote[] => table(rows, 'votes').lines.map(({ must }): Vote => ({ statement: must('comment-id', wholeOf), voter: must('voter-id', wholeOf), vote: must('vote', oneOf), at: must('timestamp', momentOf) }))
const readParticipants = (rows: Rows): { readonly participants: readonly Participant[]; readonly cells: ReadonlyMap<string, number> } => {
  const { lines, heads } = table(rows, 'participants')
  const columns = heads.flatMap((head, at) => (/^\d+$/.test(head) ? [{ at, statement: Number(head) }] : []))
  const cells = new Map<string, number>()
  const participants = lines.map(({ row, text, must }): Participant => {
    const number = must('participant', wholeOf)
    for (const { at, statement } of columns) { const cell = String(row[at] ?? '').trim(), vote = oneOf(cell); if (cell !== '' && vote !== undefined) cells.set(`${statement} ${number}`, vote) }
    return { number, group: text('group-id') === '' ? null : must('group-id', wholeOf) }
  })
  return { participants, cells }
}

/** `all`: the files of one set in any order. comments and votes must be there; the rest is taken where it is. */
export const readPolisSet = (all: readonly { readonly name: string; readonly rows: Rows }[]): Result<PolisRead> => {
  const found = new Map<PolisFile, Rows>()
  for (const { name, rows } of all) {
    const file = polisFileOf(rows)
    if (file === undefined) return wrong(`„${name}“ не е файл от набора на Polis.`, `“${name}” is no file of a Polis set.`)
    if (found.has(file)) return wrong(`„${name}“: такъв файл (${names[file]}) вече има сред избраните.`, `“${name}”: such a file (${names[file]}) is among the chosen already.`)
    found.set(file, rows)
  }
  const comments = found.get('comments'), log = found.get('votes')
  if (comments === undefined || log === undefined) return wrong('Нужни са поне comments.csv и votes.csv.', 'At least comments.csv and votes.csv are needed.')
  try {
    const statements = readStatements(comments), logged = readVotes(log)
    return judge({ statements, logged, found })
  } catch (problem) {
    if (problem instanceof BadRow) return not({ field: 'files', text: problem.text })
    throw problem
  }
}
const judge = ({ statements, logged, found }: { readonly statements: readonly Statement[]; readonly logged: readonly Vote[]; readonly found: ReadonlyMap<PolisFile, Rows> }): Result<PolisRead> => {
  const known = new Set(statements.map(({ number }) => number))
  if (known.size !== statements.length) return wrong('comments.csv: един номер на твърдение стои два пъти.', 'comments.csv: a number of a statement stands twice.')
  const stray = logged.find(({ statement }) => !known.has(statement))
  if (stray !== undefined) return wrong(`votes.csv: има глас за твърдение ${stray.statement}, което не е в comments.csv.`, `votes.csv: there is a vote on statement ${stray.statement}, which is not in comments.csv.`)
  const votes = latestVotes(logged)
  const { participants: named, cells } = found.has('participants') ? readParticipants(found.get('participants') as Rows) : { participants: [], cells: new Map<string, number>() }
  const byNumber = new Map<number, Participant>(named.map((one) => [one.number, one]))
  for (const { voter } of votes) if (!byNumber.has(voter)) byNumber.set(voter, { number: voter, group: null })
  const differing = named.length === 0 ? 0 : votes.filter(({ statement, voter, vote }) => (cells.get(`${statement} ${voter}`) ?? vote) !== vote).length
  const head = new Map((found.get('summary') ?? []).map((row) => [String(row[0] ?? '').trim(), fromHarmlessCell(String(row[1] ?? '').trim())]))
  return ok({
    files: [...found.keys()], loggedVotes: logged.length,
    notes: differing === 0 ? [] : [{ bg: `В participants-votes.csv ${differing} клетки се различават от последния глас в дневника; взет е дневникът.`, en: `In participants-votes.csv ${differing} cells differ from the latest vote of the log; the log was taken.` }],
    conversation: {
      topic: head.get('topic') ?? '', address: head.get('url') ?? '', description: head.get('conversation-description') ?? '', statements, votes,
      participants: [...byNumber.values()].sort((one, other) => one.number - other.number),
    },
  })
}
