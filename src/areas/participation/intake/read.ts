// Questions about what comes by the other doors. All of them are for colleagues.
import { isId } from '#kernel/id.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'
import type { ContributionState } from '#areas/participation/proposals/rules.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { oneRow, rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'
import type { KeyedRow } from './rules/incoming.ts'
import type { Conversation } from './rules/polis/conversation.ts'
import type { TableMapping } from './rules/table.ts'
import type { ConversationLine, Draft, DraftContent, DraftLine, NoteSheet, Paper, SheetNote, SheetPhoto } from './rules.ts'
import type { IntakeTables } from './tables.ts'

const tables = (reader: Reader) => reader.withTables<IntakeTables>()

export const findDraft = async (reader: Reader, id: string): Promise<Draft | undefined> => {
  if (!isId(id)) return undefined
  const row = await tables(reader).selectFrom('participation.intakeDraft').selectAll().where('id', '=', id as Draft['id']).executeTakeFirst()
  return row && { ...row, content: row.content as DraftContent, mapping: row.mapping as TableMapping | null }
}
export const listDrafts = async (reader: Reader): Promise<readonly DraftLine[]> =>
  tables(reader).selectFrom('participation.intakeDraft').select(['id', 'kind', 'process', 'fileName', 'state', 'madeAt', 'taken', 'already']).where('state', '<>', 'dropped').orderBy('madeAt', 'desc').limit(30).execute()

export const keyOf = (keyText: string): Buffer => createHash('sha256').update(keyText).digest()
/** Which of these rows are there already, as `hex#nth`. */
export const listKnownKeys = async (reader: Reader, { process, keyed }: { readonly process: ProcessId; readonly keyed: readonly KeyedRow[] }): Promise<ReadonlySet<string>> => {
  const keys = [...new Set(keyed.map(({ keyText }) => keyOf(keyText).toString('hex')))]
  if (keys.length === 0) return new Set()
  const found = await rows<{ key: string; nth: number }>(reader, sql`select encode(key, 'hex') as key, nth from participation.intake_row where process = ${process} and encode(key, 'hex') = any(${keys}::text[])`)
  return new Set(found.map(({ key, nth }) => `${key}#${nth}`))
}
export const isKnown = (known: ReadonlySet<string>, { keyText, nth }: KeyedRow): boolean => known.has(`${keyOf(keyText).toString('hex')}#${nth}`)
export type PortalLink = { readonly process: ProcessId; readonly consultation: number; readonly askedAt: Date | null; readonly served: number | null; readonly mostServed: number | null }
export const findPortalLink = (reader: Reader, process: ProcessId): Promise<PortalLink | undefined> =>
  tables(reader).selectFrom('participation.portalLink').selectAll().where('process', '=', process).executeTakeFirst()

const papers = sql`
  select p.contribution, c.number, c.title, c.text, c.state, c.received_on, p.dated_on, p.registry_number, p.illegible, p.scan, p.scan_type, p.scan_size, p.consent, p.typed_by, p.typed_at, p.checked_by, p.checked_at
  from participation.paper p join participation.contribution c on c.id = p.contribution`
type PaperRow = Omit<Paper, 'scan'> & { readonly scan: string | null; readonly scanType: string | null; readonly scanSize: number | null }
const toPaper = ({ scan, scanType, scanSize, ...row }: PaperRow): Paper => ({ ...row, scan: scan === null || scanType === null || scanSize === null ? null : { sha256: scan, mediaType: scanType, size: scanSize } })
export const findPaper = async (reader: Reader, number: string): Promise<Paper | undefined> => {
  const row = await oneRow<PaperRow>(reader, sql`${papers} where c.number = ${number}`)
  return row && toPaper(row)
}
/** The last ones typed, and those that wait for a second pair of eyes first. */
export const listPapers = async (reader: Reader): Promise<readonly Paper[]> =>
  (await rows<PaperRow>(reader, sql`${papers} order by p.checked_at is not null, p.typed_at desc limit 30`)).map(toPaper)
export const countUnchecked = async (reader: Reader): Promise<number> => (await oneRow<{ n: number }>(reader, sql`select count(*) as n from participation.paper where checked_at is null`))?.n ?? 0

export const findSheet = async (reader: Reader, code: string): Promise<NoteSheet | undefined> => {
  const row = await tables(reader).selectFrom('participation.noteSheet').select(['id', 'code', 'process', 'title', 'heldOn', 'place', 'municipality', 'language']).where('code', '=', code).executeTakeFirst()
  if (row === undefined) return undefined
  return { ...row, questions: await tables(reader).selectFrom('participation.noteQuestion').select(['position', 'words']).where('sheet', '=', row.id).orderBy('position').execute() }
}
export type SheetLine = { readonly code: string; readonly title: string; readonly heldOn: string; readonly place: string; readonly notes: number }
export const listSheets = (reader: Reader): Promise<readonly SheetLine[]> =>
  rows<SheetLine>(reader, sql`select s.code, s.title, s.held_on, s.place, (select count(*) from participation.note n where n.sheet = s.id) as notes from participation.note_sheet s order by s.held_on desc, s.made_at desc limit 100`)
export const listSheetNotes = (reader: Reader, sheet: NoteSheet['id']): Promise<readonly SheetNote[]> =>
  rows<SheetNote & { state: ContributionState }>(reader, sql`
    select c.number, n.question, c.text, c.state, c.counted_supports as dots, c.supports from participation.note n join participation.contribution c on c.id = n.contribution
    where n.sheet = ${sheet} order by n.question, n.position`)
export const listSheetPhotos = (reader: Reader, sheet: NoteSheet['id']): Promise<readonly SheetPhoto[]> =>
  tables(reader).selectFrom('participation.notePhoto').select(['sha256', 'mediaType', 'size', 'name']).where('sheet', '=', sheet).orderBy('at').execute()

export const listConversations = (reader: Reader): Promise<readonly ConversationLine[]> =>
  rows<ConversationLine>(reader, sql`
    select c.id, c.topic, c.made_at, (select count(*) from participation.statement s where s.conversation = c.id) as statements,
      (select count(*) from participation.vote v where v.conversation = c.id) as votes, (select count(distinct v.voter) from participation.vote v where v.conversation = c.id) as voters
    from participation.conversation c order by c.made_at desc limit 50`)
/** Statements in their public words; for staff asking, also those that are not published. */
export const findConversation = async (reader: Reader, id: string): Promise<Conversation | undefined> => {
  if (!isId(id)) return undefined
  const head = await oneRow<{ topic: string; address: string; description: string }>(reader, sql`select topic, address, description from participation.conversation where id = ${id}`)
  if (head === undefined) return undefined
  const [statements, votes, participants] = [
    await rows<Omit<Conversation['statements'][number], 'at'> & { at: Date }>(reader, sql`
      select s.number, s.at, s.author_number as author, s.moderated, s.seed, s.meta, case when c.shown then c.text_public else '' end as text from participation.statement s join participation.contribution c on c.id = s.contribution where s.conversation = ${id} order by s.number`),
    await rows<Omit<Conversation['votes'][number], 'at'> & { at: Date }>(reader, sql`select statement, voter, vote, at from participation.vote where conversation = ${id} order by statement, voter`),
    await rows<{ number: number; group: number | null }>(reader, sql`select number, group_number as "group" from participation.voter where conversation = ${id} order by number`),
  ]
  return { ...head, statements: statements.map((one) => ({ ...one, at: one.at.getTime() })), votes: votes.map((one) => ({ ...one, at: one.at.getTime() })), participants }
}
export const listPortalLinks = (reader: Reader): Promise<readonly PortalLink[]> =>
  tables(reader).selectFrom('participation.portalLink').selectAll().orderBy('askedAt', (of) => of.desc().nullsLast()).execute()
