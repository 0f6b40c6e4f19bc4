// The acts every way in goes through: submit, confirm, move. What a contribution becomes is told by rules; here it is written down,
// its thing renamed, its step added and the trail kept, all in one transaction.
import { dayIn } from '#kernel/day.ts'
import type { AuthorChoice, ContactId } from '#areas/people/contacts/rules.ts'
import { shownAuthor } from '#areas/people/contacts/rules.ts'
import { getProcess } from '#areas/participation/processes/read.ts'
import { isOpen, type Process, type ProcessId } from '#areas/participation/processes/rules.ts'
import { followByDefault, tellFollowers } from '#areas/participation/subscriptions/write.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import { sql } from 'kysely'
import { recordAct } from '#store/audit.ts'
import { oneRow } from '#store/ask.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { countPublishedOf, findSentBy, findWhole, hashOfReceived } from './read.ts'
import { contributionPath, dayAfter, isShown, stateOnArrival, toThingKind, yearIn } from './rules.ts'
import type { Assurance, AuthorKind, Channel, ContributionId, ContributionKind, ContributionState, Sector, WholeContribution } from './rules.ts'
import { mayMove, type Act } from './rules/arrows.ts'
import { hasPersonalData } from './rules/personal-data.ts'
import { suspicionsOf } from './rules/suspicion.ts'
import type { NewAttachment } from './rules/typed.ts'
import type { ProposalTables } from './tables.ts'
import { addStep } from './write/steps.ts'

export type NewContribution = {
  readonly kind: ContributionKind; readonly channel: Channel; readonly process: ProcessId; readonly language: string
  readonly title: string; readonly text: string
  readonly municipality?: string | null; readonly place?: string; readonly point?: { readonly latitude: number; readonly longitude: number } | null
  readonly topics?: readonly string[]; readonly forWhom?: string; readonly sector?: Sector | null; readonly indicator?: string | null
  /** from contacts/write.findOrMakeContact; null: nobody known. The clerk is never the author: see `enteredBy` */
  readonly author: ContactId | null; readonly authorKind?: AuthorKind
  /** the author's name, and how much of it may be shown; 'citizen' without a word */
  readonly name?: string | null; readonly choice?: AuthorChoice
  readonly enteredBy?: AccountId | null; readonly source?: string | null; /** registry number, row or address at the source */ readonly sourceReference?: string | null
  /** yyyy-mm-dd, for what came on an earlier day */
  readonly receivedOn?: string; readonly assurance: Assurance
  readonly marks?: readonly string[]; readonly attachments?: readonly NewAttachment[]
  /** its process, where whoever calls has just read it; and whether the author came with this very act, so that nothing was sent before */
  readonly frame?: Process; readonly newcomer?: 'yes' | 'no'
  /** 'yes': it came after the end and is entered nevertheless, marked; without a word the clock says */
  readonly late?: 'yes'
}
export type Submitted = { readonly id: ContributionId; readonly number: string; readonly state: ContributionState; readonly late: boolean }
export class ProcessClosed extends Error { override readonly name = 'ProcessClosed' }

const tables = ({ writer }: Pick<WriteVisit, 'writer'>) => writer.withTables<ProposalTables>()
const clean = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

/** The one way in. An open door (web) takes nothing after the end; what a colleague enters later is marked late. */
export const submitContribution = async (visit: WriteVisit, given: NewContribution): Promise<Submitted> => {
  const { writer, now, who } = visit
  const process = given.frame?.id === given.process ? given.frame : await getProcess(writer.reader, given.process)
  const open = isOpen(process, now)
  if (!open && given.channel === 'web' && given.late !== 'yes') throw new ProcessClosed(process.slug)
  const late = given.late === 'yes' || (!open && process.closesAt !== null && now >= process.closesAt && (given.receivedOn === undefined || given.receivedOn >= dayIn(process.closesAt)))
  const { title, text } = toWords(given)
  const { publishedBefore, ...sent } = given.author === null || given.newcomer === 'yes' ? nothingSent : await findSentBy(writer.reader, { author: given.author, text, now })
  const marks = [...new Set([...(given.marks ?? []), ...suspicionsOf({ title, text, ...sent }), ...(hasPersonalData(title, text) ? ['personalData'] : []), ...(late ? ['late'] : [])])]
  const authorKind = given.authorKind ?? 'person'
  const state = stateOnArrival({ channel: given.channel, assurance: given.assurance, hasAuthor: given.author === null ? 'no' : 'yes', authorKind, checkedFirst: process.moderation, marks, publishedBefore })
  const { number } = await oneRow<{ number: string }>(writer.reader, sql`select participation.next_number(${yearIn(now)}) as number`) ?? { number: '' }
  const id = newId<'proposal'>() as ContributionId
  const receivedOn = given.receivedOn ?? dayIn(now)
  const name = given.name ?? null
  const choice = given.choice ?? 'citizen'
  const words = state === 'published' ? { title: title || number, text } : { title: '', text: '' }
  await registerThing(writer, {
    id, kind: toThingKind(given.kind), path: contributionPath(number), state,
    ...(state === 'published' ? { seenBy: 'everyone', title: both(words.title), text: both(words.text) } : { seenBy: 'staff', title: both(number) }),
  })
  await tables(visit).insertInto('participation.contribution').values({
    id, number, kind: given.kind, channel: given.channel, process: given.process, language: given.language,
    titleReceived: title, textReceived: text, receivedHash: hashOfReceived({ title, text }), title, text, titlePublic: words.title, textPublic: words.text, version: 1,
    municipality: given.municipality ?? null, place: clean(given.place ?? '').trim(), latitude: given.point?.latitude ?? null, longitude: given.point?.longitude ?? null,
    forWhom: clean(given.forWhom ?? '').trim(), sector: given.sector ?? null, indicator: given.indicator ?? null,
    author: given.author, authorChoice: choice, authorShown: authorKind === 'person' ? shownAuthor({ name, choice }) : name, authorKind,
    enteredBy: given.enteredBy ?? null, checkedBy: null, sourceFile: given.source ?? null, sourceReference: given.sourceReference ?? null, receivedOn, enteredAt: now,
    assurance: given.assurance, marks, late, state, notPublishedReason: null, mergedInto: null,
    decision: null, answeredAt: null, unit: process.unit, dueOn: dayAfter(receivedOn, process.dueDays),
    confirmedAt: given.assurance === 'unconfirmed' ? null : now, publishedAt: state === 'published' ? now : null, changedAt: now,
  }).execute()
  const topics = [...new Set(given.topics ?? [])]
  if (topics.length > 0) await tables(visit).insertInto('participation.contributionTopic').values(topics.map((topic) => ({ contribution: id, topic }))).execute()
  if (given.attachments !== undefined && given.attachments.length > 0) {
    await tables(visit).insertInto('participation.attachment').values(given.attachments.map((file) => ({ id: newId<'attachment'>(), contribution: id, ...file, open: false, at: now }))).execute()
  }
  if (state === 'published') await tables(visit).insertInto('participation.contributionVersion').values({ contribution: id, version: 1, ...words, why: '', byAccount: null, at: now }).execute()
  await addStep(visit, { id, kind: 'received' })
  if (state === 'published') await addStep(visit, { id, kind: 'published' })
  if (given.author !== null && given.assurance !== 'unconfirmed') await followByDefault(writer, { contact: given.author, thing: id, now })
  if (state === 'published') await tellPublished(visit, { id, number, title: words.title, process: given.process, municipality: given.municipality ?? null, topics, author: given.author })
  await recordAct(writer, { who: who.account, act: 'participation.contribution.submit', thing: id, after: { number, kind: given.kind, channel: given.channel, state, marks: marks.join(' ') } })
  return { id, number, state, late }
}
const nothingSent = { sentLastHour: 0, sentBefore: 'no', publishedBefore: 0 } as const
/** A title longer than a title can be is the beginning of the text: nothing of it is lost. */
const toWords = (given: { readonly title: string; readonly text: string }): { readonly title: string; readonly text: string } => {
  const title = clean(given.title).replace(/\s+/g, ' ').trim(), text = clean(given.text).trim()
  return title.length <= 300 ? { title, text } : { title: `${title.slice(0, title.lastIndexOf(' ', 280) > 100 ? title.lastIndexOf(' ', 280) : 280)} …`, text: `${title}\n\n${text}` }
}
const both = (text: string): Bilingual => ({ bg: text, en: text })

/** Those who follow its process, a theme or a place hear of it; the author gets a letter of their own from moderation. */
const tellPublished = ({ writer, now }: WriteVisit, it: { readonly id: ContributionId; readonly number: string; readonly title: string; readonly process: ProcessId; readonly municipality: string | null; readonly topics: readonly string[]; readonly author: ContactId | null }): Promise<void> =>
  tellFollowers(writer, {
    about: it.id, alsoAbout: [it.process, ...it.topics.map((topic) => `topic:${topic}`), ...(it.municipality === null ? [] : [`municipality:${it.municipality}`])], kind: 'published', path: contributionPath(it.number), now, except: it.author,
    says: { bg: `Ново предложение ${it.number}: ${it.title}`, en: `New proposal ${it.number}: ${it.title}` },
  })

export type Refusal = { readonly ok: false; readonly why: 'notFound' | 'notAllowed' }
export type Moved = { readonly ok: true; readonly number: string; readonly state: ContributionState }

/** Held until the act is done: two who act at once are one after the other. */
export const holdContribution = async (visit: WriteVisit, id: ContributionId): Promise<WholeContribution | undefined> => {
  await tables(visit).selectFrom('participation.contribution').select('id').where('id', '=', id).forUpdate().execute()
  return findWhole(visit.writer.reader, id)
}

/** By the link in the author's letter, once its contact is confirmed. */
export const confirmContribution = async (visit: WriteVisit, id: ContributionId): Promise<Moved | Refusal> => {
  const before = await holdContribution(visit, id)
  if (before === undefined) return { ok: false, why: 'notFound' }
  if (before.state !== 'awaitingConfirmation') return { ok: true, number: before.number, state: before.state }
  const { moderation } = await getProcess(visit.writer.reader, before.process)
  const publishedBefore = before.author === null ? 0 : await countPublishedOf(visit.writer.reader, before.author)
  const to = stateOnArrival({ channel: before.channel, assurance: 'email', hasAuthor: before.author === null ? 'no' : 'yes', authorKind: before.authorKind, checkedFirst: moderation, marks: before.marks, publishedBefore })
  await tables(visit).updateTable('participation.contribution').set({ assurance: 'email', confirmedAt: visit.now, changedAt: visit.now }).where('id', '=', id).execute()
  await addStep(visit, { id, kind: 'confirmed' })
  if (before.author !== null) await followByDefault(visit.writer, { contact: before.author, thing: id, now: visit.now })
  return moveContribution(visit, { id, act: 'confirm', to, owner: 'yes' })
}

export type Move = {
  readonly id: ContributionId; readonly act: Act
  /** whether it is the author who acts, by a link sent to the author */
  readonly owner?: 'yes' | 'no'
  /** which of the states the arrow leads to; needed where it leads to several */
  readonly to?: ContributionState
  /** from the closed list of moderation, for refuse */
  readonly reason?: string
  readonly into?: ContributionId
  /** what the timeline says of it, where there is more to say than the step's name */
  readonly says?: Bilingual; readonly path?: string | null
  /** the step's name on the timeline, when it is not the act's own */
  readonly step?: string
  /** for the trail */
  readonly why?: string
}
const stepOf: Readonly<Record<Act, string | null>> = { confirm: null, publish: 'published', refuse: 'notPublished', consider: 'underConsideration', answer: 'answered', outcome: 'outcomeKnown', merge: 'merged', unmerge: 'unmerged', withdraw: 'withdrawn' }

/** Along a listed arrow, by a listed person; anything else is refused. */
export const moveContribution = async (visit: WriteVisit, move: Move): Promise<Moved | Refusal> => {
  const { writer, now, who } = visit
  const { id, act } = move
  const before = await holdContribution(visit, id)
  if (before === undefined) return { ok: false, why: 'notFound' }
  const ways = mayMove({ state: before.state, act, who, owner: move.owner ?? 'no' })
  const to = move.to ?? ways[0]
  if (to === undefined || !ways.includes(to)) return { ok: false, why: 'notAllowed' }
  const appears = isShown(to) && !isShown(before.state)
  const { titleNow: title, textNow: text } = before
  await tables(visit).updateTable('participation.contribution').set({
    state: to, version: before.version + 1, changedAt: now, titlePublic: isShown(to) ? title || before.number : '', textPublic: isShown(to) ? text : '',
    ...(appears ? { publishedAt: before.publishedAt ?? now } : {}),
    notPublishedReason: to === 'notPublished' ? (move.reason ?? null) : null,
    mergedInto: to === 'merged' ? (move.into ?? null) : null,
  }).where('id', '=', id).execute()
  if (appears) {
    if ((await lastWording(visit, id)) === 0) await tables(visit).insertInto('participation.contributionVersion').values({ contribution: id, version: 1, title, text, why: '', byAccount: null, at: now }).execute()
    if (before.publishedAt === null) await tellPublished(visit, { ...before, title: title || before.number })
  }
  if (to === 'withdrawn') await emptyContribution(visit, id)
  await renameThing(writer, {
    id, state: to, seenBy: isShown(to) ? 'everyone' : 'staff',
    ...(isShown(to) ? { title: both(title || before.number), text: both(text) } : { title: both(before.number), text: both('') }),
  })
  const kind = move.step ?? (act === 'confirm' ? (to === 'published' ? 'published' : null) : act === 'answer' && before.answeredAt !== null ? 'answerChanged' : stepOf[act])
  if (kind !== null) await addStep(visit, { id, kind, ...(move.says === undefined ? {} : { says: move.says }), ...(move.path === undefined ? {} : { path: move.path }) })
  await recordAct(writer, { who: who.account, act: `participation.contribution.${act}`, thing: id, before: { state: before.state }, after: { state: to, ...(move.reason === undefined ? {} : { reason: move.reason }) }, ...(move.why === undefined ? {} : { why: move.why }) })
  return { ok: true, number: before.number, state: to }
}

/** The number stays, the words go: public ones, received ones, versions, attachments, and what search finds it by. */
const emptyContribution = async (visit: WriteVisit, id: ContributionId): Promise<void> => {
  await tables(visit).updateTable('participation.contribution').set({ titleReceived: '', textReceived: '', sourceFile: null, sourceReference: null, title: '', text: '', place: '', forWhom: '', latitude: null, longitude: null, authorShown: null }).where('id', '=', id).execute()
  await tables(visit).deleteFrom('participation.contributionVersion').where('contribution', '=', id).execute()
  await tables(visit).deleteFrom('participation.attachment').where('contribution', '=', id).execute()
}
/** By its author, before the answer. */
export const withdrawContribution = (visit: WriteVisit, { id }: { readonly id: ContributionId }): Promise<Moved | Refusal> => moveContribution(visit, { id, act: 'withdraw', owner: 'yes' })

/** What a person changed of the public words: masking, a mistake in typing. What was received stays as it came. */
export const changePublicText = async (visit: WriteVisit, { id, title, text, why }: { readonly id: ContributionId; readonly title: string; readonly text: string; readonly why: string }): Promise<Moved | Refusal> => {
  const before = await holdContribution(visit, id)
  if (before === undefined) return { ok: false, why: 'notFound' }
  if (before.state === 'withdrawn') return { ok: false, why: 'notAllowed' }
  const words = { title: clean(title).replace(/\s+/g, ' ').trim(), text: clean(text).trim() }
  const wording = await lastWording(visit, id)
  // The first wording is kept too, so that the difference can be shown.
  if (wording === 0) await tables(visit).insertInto('participation.contributionVersion').values({ contribution: id, version: 1, title: before.titleNow, text: before.textNow, why: '', byAccount: null, at: before.enteredAt }).execute()
  await tables(visit).insertInto('participation.contributionVersion').values({ contribution: id, version: Math.max(1, wording) + 1, ...words, why, byAccount: visit.who.account, at: visit.now }).execute()
  await tables(visit).updateTable('participation.contribution').set({ ...words, ...(isShown(before.state) ? { titlePublic: words.title || before.number, textPublic: words.text } : {}), version: before.version + 1, changedAt: visit.now }).where('id', '=', id).execute()
  if (isShown(before.state)) {
    await renameThing(visit.writer, { id, title: both(words.title || before.number), text: both(words.text) })
    await addStep(visit, { id, kind: 'textChanged' })
  }
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.contribution.change', thing: id, before: { version: before.version }, after: { version: before.version + 1 }, why })
  return { ok: true, number: before.number, state: before.state }
}
const lastWording = async (visit: WriteVisit, id: ContributionId): Promise<number> =>
  (await tables(visit).selectFrom('participation.contributionVersion').select(({ fn }) => fn.max('version').as('last')).where('contribution', '=', id).executeTakeFirst())?.last ?? 0

/** Which unit answers, under which themes it stands; who assigns writes the trail. */
export const assignContribution = async (writer: Writer, { id, unit, topics, addTopic }: { readonly id: string; readonly unit?: string; readonly topics?: readonly string[]; readonly addTopic?: string }): Promise<void> => {
  const contribution = id as ContributionId
  const asked = writer.withTables<ProposalTables>()
  await asked.updateTable('participation.contribution').set((e) => ({ version: e('version', '+', 1), ...(unit === undefined ? {} : { unit }) })).where('id', '=', contribution).execute()
  if (topics !== undefined) await asked.deleteFrom('participation.contributionTopic').where('contribution', '=', contribution).execute()
  const added = [...new Set([...(topics ?? []), ...(addTopic === undefined ? [] : [addTopic])])]
  if (added.length > 0) await asked.insertInto('participation.contributionTopic').values(added.map((topic) => ({ contribution, topic }))).onConflict((on) => on.doNothing()).execute()
}