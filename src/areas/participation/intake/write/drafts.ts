// Drafts of files, and taking them in: all or nothing in one transaction; the same row again changes nothing.
import { findOrMakeContact } from '#areas/people/contacts/write.ts'
import { addCountedSupport } from '#areas/participation/proposals/write/counted.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { sectors, type Sector } from '#areas/participation/proposals/rules.ts'
import { submitContribution } from '#areas/participation/proposals/write.ts'
import { recordAct } from '#store/audit.ts'
import { copyInto } from '#store/copy.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'
import { findPortalLink, isKnown, keyOf, listKnownKeys } from '../read.ts'
import { type Incoming, keyRows, titleOf } from '../rules/incoming.ts'
import type { Conversation } from '../rules/polis/conversation.ts'
import type { TableMapping } from '../rules/table.ts'
import type { Draft, DraftContent, DraftKind, RowKind } from '../rules.ts'
import type { IntakeTables } from '../tables.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<IntakeTables>()
const nothing: DraftContent = { is: 'nothing' }

export type NewDraft = { readonly kind: DraftKind; readonly process: ProcessId; readonly fileName: string; readonly sha256: string | null; readonly content: DraftContent; readonly mapping: TableMapping | null }
export const keepDraft = async (visit: WriteVisit, draft: NewDraft): Promise<Draft['id']> => {
  const id = newId<'intakeDraft'>()
  await tables(visit).insertInto('participation.intakeDraft').values({
    ...draft, id, fileName: draft.fileName.slice(0, 300) || draft.kind, content: JSON.stringify(draft.content), mapping: draft.mapping === null ? null : JSON.stringify(draft.mapping),
    state: 'open', madeBy: visit.who.account, madeAt: visit.now, takenAt: null, taken: null, already: null,
  }).execute()
  return id
}
export const sayColumns = async (visit: WriteVisit, { id, mapping }: { readonly id: Draft['id']; readonly mapping: TableMapping }): Promise<void> => {
  await tables(visit).updateTable('participation.intakeDraft').set({ mapping: JSON.stringify(mapping) }).where('id', '=', id).where('state', '=', 'open').execute()
}
export const dropDraft = async (visit: WriteVisit, id: Draft['id']): Promise<void> => {
  await tables(visit).updateTable('participation.intakeDraft').set({ state: 'dropped', content: JSON.stringify(nothing) }).where('id', '=', id).where('state', '=', 'open').execute()
}
/** Two who confirm at once: the second finds it taken. */
const closeDraft = async (visit: WriteVisit, { id, taken, already }: { readonly id: Draft['id']; readonly taken: number; readonly already: number }): Promise<boolean> => {
  const { numUpdatedRows } = await tables(visit).updateTable('participation.intakeDraft').set({ state: 'taken', content: JSON.stringify(nothing), takenAt: visit.now, taken, already }).where('id', '=', id).where('state', '=', 'open').executeTakeFirst()
  return numUpdatedRows > 0n
}
const channelOf = { table: 'import', decidim: 'import', portalCsv: 'portalCsv', portalApi: 'portalApi' } as const satisfies Record<RowKind, string>
const sourceOf = { table: { bg: 'Преброено на ръка, от файла', en: 'Counted by hand, from the file' }, decidim: { bg: 'Подкрепа, преброена в Decidim', en: 'Support counted in Decidim' } } as const
const isSector = (text: string | null): text is Sector => text !== null && (sectors as readonly string[]).includes(text)

export type Taken = { readonly taken: number; readonly already: number }
export const takeRows = async (visit: WriteVisit, { kind, process, rows, sha256, language }: { readonly kind: RowKind; readonly process: ProcessId; readonly rows: readonly Incoming[]; readonly sha256: string | null; readonly language: string }): Promise<Taken> => {
  const { writer, who, now } = visit
  const keyed = keyRows(rows)
  const known = await listKnownKeys(writer.reader, { process, keyed })
  const topics = new Map((await listTopics(writer.reader)).flatMap(({ key, name }) => [key, name.bg, name.en].map((word) => [word.toLowerCase(), key] as const)))
  const fresh = keyed.filter((row) => !isKnown(known, row))
  for (const row of fresh) {
    const author = row.author === null && row.email === null ? null : (await findOrMakeContact(writer, { name: row.author, email: row.email, language: language === 'en' ? 'en' : 'bg', now })).contact
    const { id } = await submitContribution(visit, {
      kind: 'proposal', channel: channelOf[kind], process, language, title: row.title, text: row.text, municipality: row.municipality, sector: isSector(row.sector) ? row.sector : null,
      topics: row.topics.flatMap((topic) => topics.get(topic.toLowerCase()) ?? []), author, name: row.author, choice: row.author === null ? 'citizen' : 'initials', enteredBy: who.account,
      source: sha256, sourceReference: row.reference || null, receivedOn: row.receivedOn, assurance: 'unconfirmed',
    })
    await tables(visit).insertInto('participation.intakeRow').values({ process, key: keyOf(row.keyText), nth: row.nth, contribution: id, cameBy: kind }).execute()
    if (row.counted > 0 && (kind === 'table' || kind === 'decidim')) await addCountedSupport(visit, { id, count: row.counted, source: sourceOf[kind] })
  }
  return { taken: fresh.length, already: keyed.length - fresh.length }
}
export const takeDraftRows = async (visit: WriteVisit, { draft, rows }: { readonly draft: Draft; readonly rows: readonly Incoming[] }): Promise<Taken | 'taken before'> => {
  if (draft.kind === 'polis') return 'taken before'
  const taken = await takeRows(visit, { kind: draft.kind, process: draft.process, rows, sha256: draft.sha256, language: 'bg' })
  if (!(await closeDraft(visit, { id: draft.id, ...taken }))) throw new Error('the draft was taken in by somebody else')
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.intake.take', thing: draft.process, after: { kind: draft.kind, ...taken } })
  return taken
}
/** Statements become contributions and wait for a moderator; votes are kept for the groups of opinion. */
export const takeConversation = async (visit: WriteVisit, { draft, conversation }: { readonly draft: Draft; readonly conversation: Conversation }): Promise<{ readonly id: string; readonly taken: number }> => {
  const { writer, who, now } = visit
  const id = newId<'conversation'>()
  await tables(visit).insertInto('participation.conversation').values({
    id, process: draft.process, topic: (conversation.topic || draft.fileName).slice(0, 300), description: conversation.description.slice(0, 5_000), address: conversation.address.slice(0, 500), madeBy: who.account, madeAt: now,
  }).execute()
  for (const { number, at, author, moderated, text, seed, meta } of conversation.statements) {
    const { id: contribution } = await submitContribution(visit, {
      kind: 'statement', channel: 'import', process: draft.process, language: 'bg', title: titleOf(text), text, author: null, enteredBy: who.account, source: draft.sha256,
      sourceReference: `Polis ${number}`, receivedOn: new Date(at).toISOString().slice(0, 10), assurance: 'unconfirmed',
    })
    await tables(visit).insertInto('participation.statement').values({ conversation: id, number, contribution, authorNumber: author, moderated, seed, meta, at: new Date(at) }).execute()
  }
  await copyInto(writer, { table: 'participation.voter', columns: ['conversation', 'number', 'group_number'], rows: conversation.participants.map(({ number, group }) => [id, number, group]) })
  await copyInto(writer, { table: 'participation.vote', columns: ['conversation', 'statement', 'voter', 'vote', 'at'], rows: conversation.votes.map(({ statement, voter, vote, at }) => [id, statement, voter, vote, new Date(at)]) })
  const taken = conversation.statements.length
  if (!(await closeDraft(visit, { id: draft.id, taken, already: 0 }))) throw new Error('the draft was taken in by somebody else')
  await recordAct(writer, { who: who.account, act: 'participation.intake.conversation', thing: draft.process, after: { conversation: id, statements: taken, votes: conversation.votes.length } })
  return { id, taken }
}

/** What the portal served, and the most it ever served: an answer that shrinks is told, and deletes nothing. */
export const noteServed = async (visit: WriteVisit, { process, consultation, served }: { readonly process: ProcessId; readonly consultation: number; readonly served: number }): Promise<number | null> => {
  const before = await findPortalLink(visit.writer.reader, process)
  const same = before !== undefined && before.consultation === consultation
  const most = same ? Math.max(before.mostServed ?? 0, served) : served
  await tables(visit).insertInto('participation.portalLink').values({ process, consultation, askedAt: visit.now, served, mostServed: most })
    .onConflict((on) => on.column('process').doUpdateSet({ consultation, askedAt: visit.now, served, mostServed: most })).execute()
  return same ? before.mostServed : null
}
