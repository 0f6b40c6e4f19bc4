// Acts of intake on paper and on sheets. Every contribution goes through the one submit act; who types is recorded apart from who speaks.
import { findOrMakeContact, giveConsent } from '#areas/people/contacts/write.ts'
import { addCountedSupport } from '#areas/participation/proposals/write/counted.ts'
import type { ContributionId } from '#areas/participation/proposals/rules.ts'
import { submitContribution } from '#areas/participation/proposals/write.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import type { WriteVisit } from '#store/visit.ts'
import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { oneRow, rows } from '#store/ask.ts'
import { findPaper, findSheet } from './read.ts'
import { mayCheck, type NewPaper, type NewSheet, type NoteSheet, type Scan } from './rules.ts'
import { titleOf } from './rules/incoming.ts'
import { codeFrom, countDots, type TypedNote } from './rules/notes.ts'
import type { IntakeTables } from './tables.ts'

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<IntakeTables>()

/** The name on the letter is kept with the person; it is shown only with consent on the paper, whose proof is its scan. */
export const typeLetter = async (visit: WriteVisit, { paper, scan }: { readonly paper: NewPaper; readonly scan: Scan | null }): Promise<{ readonly id: ContributionId; readonly number: string }> => {
  const { writer, who, now } = visit
  const isPerson = paper.organisation === 'no'
  const author = paper.author === null ? null : (await findOrMakeContact(writer, { name: paper.author, email: null, language: 'bg', now })).contact
  const { id, number } = await submitContribution(visit, {
    kind: 'proposal', channel: paper.channel, process: paper.process, language: 'bg', title: paper.title || titleOf(paper.text), text: paper.text, municipality: paper.municipality, sector: paper.sector,
    author, authorKind: isPerson ? 'person' : 'organisation', name: paper.author, choice: paper.consent === 'publishName' ? 'name' : 'citizen',
    enteredBy: who.account, source: scan?.sha256 ?? null, sourceReference: paper.registryNumber || null, receivedOn: paper.receivedOn, assurance: paper.inPerson === 'yes' ? 'inPerson' : 'staff',
    marks: paper.illegible === 'yes' ? ['illegible'] : [],
  })
  await tables(visit).insertInto('participation.paper').values({
    contribution: id, datedOn: paper.datedOn, registryNumber: paper.registryNumber, illegible: paper.illegible === 'yes', scan: scan?.sha256 ?? null, scanType: scan?.mediaType ?? null, scanSize: scan?.size ?? null,
    consent: paper.consent, typedBy: who.account, typedAt: now, checkedBy: null, checkedAt: null,
  }).execute()
  if (author !== null && paper.consent === 'publishName') await giveConsent(writer, { contact: author, purpose: 'publishName', about: id, how: 'paper', proof: paper.registryNumber, proofFile: scan?.sha256 ?? null, now })
  await recordAct(writer, { who: who.account, act: 'participation.intake.letter', thing: id, after: { number } })
  return { id, number }
}
/** Compared with its scan by somebody else than who typed it. */
export const checkLetter = async (visit: WriteVisit, number: string): Promise<'checked' | 'not there' | 'not yours'> => {
  const { writer, who, now } = visit
  const paper = await findPaper(writer.reader, number)
  if (paper === undefined) return 'not there'
  if (!mayCheck(paper, who.account)) return 'not yours'
  await tables(visit).updateTable('participation.paper').set({ checkedBy: who.account, checkedAt: now }).where('contribution', '=', paper.contribution).execute()
  await rows(writer.reader, sql`update participation.contribution set checked_by = ${who.account} where id = ${paper.contribution}`)
  await recordAct(writer, { who: who.account, act: 'participation.intake.check', thing: paper.contribution, after: { number } })
  return 'checked'
}

/** With the code of paper that is printed already, or with a new one. */
export const makeSheet = async (visit: WriteVisit, { code: given, questions, ...sheet }: NewSheet): Promise<{ readonly code: string } | 'code taken'> => {
  const { writer, who, now } = visit
  const id = newId<'noteSheet'>()
  const code = given ?? codeFrom(randomBytes(5))
  if ((await findSheet(writer.reader, code)) !== undefined) return 'code taken'
  await tables(visit).insertInto('participation.noteSheet').values({ id, code, event: null, ...sheet, madeBy: who.account as AccountId | null, madeAt: now }).execute()
  await tables(visit).insertInto('participation.noteQuestion').values(questions.map((question) => ({ sheet: id, ...question }))).execute()
  await recordAct(writer, { who: who.account, act: 'participation.intake.sheet', after: { code, title: sheet.title } })
  return { code }
}
/** All notes of one sending or none; dots are written down as counted by hand, with their source. */
export const typeNotes = async (visit: WriteVisit, { sheet, question, notes }: { readonly sheet: NoteSheet; readonly question: number; readonly notes: readonly TypedNote[] }): Promise<{ readonly notes: number; readonly dots: number }> => {
  const { writer, who } = visit
  await rows(writer.reader, sql`select id from participation.note_sheet where id = ${sheet.id} for update`)
  const last = (await oneRow<{ n: number }>(writer.reader, sql`select coalesce(max(position), 0) as n from participation.note where sheet = ${sheet.id}`))?.n ?? 0
  const day = sheet.heldOn.split('-').reverse().join('.')
  for (const [at, { text, dots }] of notes.entries()) {
    const { id } = await submitContribution(visit, {
      kind: 'eventNote', channel: 'event', process: sheet.process, language: sheet.language, title: titleOf(text), text, municipality: sheet.municipality, place: sheet.place,
      author: null, enteredBy: who.account, sourceReference: `${sheet.code} · ${question}`, receivedOn: sheet.heldOn, assurance: 'inPerson',
    })
    await tables(visit).insertInto('participation.note').values({ contribution: id, sheet: sheet.id, question, position: last + at + 1 }).execute()
    if (dots > 0) await addCountedSupport(visit, { id, count: dots, source: { bg: `Точки, преброени на „${sheet.title}“, ${day}`, en: `Dots counted at “${sheet.title}”, ${day}` } })
  }
  await recordAct(writer, { who: who.account, act: 'participation.intake.notes', after: { sheet: sheet.code, question, notes: notes.length, dots: countDots(notes) } })
  return { notes: notes.length, dots: countDots(notes) }
}
export const addSheetPhoto = async (visit: WriteVisit, { sheet, scan, name }: { readonly sheet: NoteSheet['id']; readonly scan: Scan; readonly name: string }): Promise<void> => {
  await tables(visit).insertInto('participation.notePhoto').values({ sheet, ...scan, name: name.slice(0, 200) || 'photo', at: visit.now }).onConflict((on) => on.doNothing()).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.intake.photo', after: { photo: scan.sha256 } })
}
