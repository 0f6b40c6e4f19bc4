// Acts on consultations: prepare, change the fields, open with a frozen copy, publish a mended draft, remind, keep files.
import { dayIn } from '#kernel/day.ts'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { changeProcess, makeProcess } from '#areas/participation/processes/write.ts'
import type { ProcessId } from '#areas/participation/processes/rules.ts'
import { tellFollowers } from '#areas/participation/subscriptions/write.ts'
import { getText, hashOfVersion, listBlocks, listSuccessors } from '#areas/participation/texts/read.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import type { TextBlock } from '#areas/participation/texts/rules.ts'
import { findConsultation, findDraft, listAnchors, listConsultations } from './read.ts'
import { blockTarget, changesPath, consultationPath, toSlug, type Consultation, type ConsultationFile, type Fields } from './rules.ts'
import { changedBlocks } from './rules/carry.ts'
import { beginOfDay, closesAtOf, isReminderDue, judgeTerm } from './rules/term.ts'
import type { ConsultationTables } from './tables.ts'

const tables = (visit: WriteVisit) => visit.writer.withTables<ConsultationTables>()
const columnsOf = ({ level, actType, policyArea, institution, registrationNumber, programme, ways, contacts, shortTermReason, opensOn, closesOn }: Fields) =>
  ({ level, actType, policyArea, institution, registrationNumber, programme, waysBg: ways.bg, waysEn: ways.en, contacts, shortTermReasonBg: shortTermReason.bg, shortTermReasonEn: shortTermReason.en, opensOn, closesOn })
const judge = ({ opensOn, closesOn, shortTermReason }: Fields): readonly Problem[] => judgeTerm({ opensOn, closesOn, reason: shortTermReason.bg || shortTermReason.en })

const freeSlug = async (visit: WriteVisit, title: string): Promise<string> => {
  const wished = toSlug(title) || 'consultation', taken = new Set((await listConsultations(visit.writer.reader, { who: 'staff' })).map(({ slug }) => slug))
  for (let n = 1; ; n += 1) { const slug = n === 1 ? wished : `${wished}-${n}`; if (!taken.has(slug) && slug !== 'new' && slug.length > 1) return slug }
}
/** Nothing is public and nothing is frozen yet. */
export const prepareConsultation = async (visit: WriteVisit, { text, fields }: { readonly text: Consultation['text']; readonly fields: Fields }): Promise<PostAnswer> => {
  const wrong = judge(fields)
  if (wrong.length > 0) return problems(wrong)
  const slug = await freeSlug(visit, fields.title.bg || fields.title.en)
  const id = await makeProcess(visit, {
    slug, kind: 'draft', state: 'draft', title: fields.title, says: fields.says, opensAt: beginOfDay(fields.opensOn), closesAt: closesAtOf(fields.closesOn),
    anonymousAllowed: false, counts: 'email', moderation: 'after', answersByOthers: false, keepsText: true, unit: fields.unit, dueDays: 60,
  })
  await renameThing(visit.writer, { id, path: consultationPath(slug) })
  await tables(visit).insertInto('participation.consultation').values({ id, text, ...columnsOf(fields), openedAt: null, remindedAt: null, portalId: null, portalAt: null, version: 1, madeBy: visit.who.account, changedAt: visit.now }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.prepare', thing: id, after: { slug, opensOn: fields.opensOn, closesOn: fields.closesOn } })
  return see(consultationPath(slug), 'participation_notice_consultation_prepared')
}
const hold = async (visit: WriteVisit, slug: string): Promise<Consultation | undefined> => {
  const found = await findConsultation(visit.writer.reader, { slug, who: 'staff' })
  if (found === undefined) return undefined
  await tables(visit).selectFrom('participation.consultation').select('id').where('id', '=', found.id).forUpdate().execute()
  return findConsultation(visit.writer.reader, { slug, who: 'staff' })
}
const opened: Problem = { field: '', text: { bg: 'Обсъждането вече е открито: полетата му са обявени и не се променят.', en: 'The consultation is open already: its fields are announced and do not change.' } }
const meanwhile: Problem = { field: '', text: { bg: 'Докато пишехте, друг колега промени същите полета. Вашите думи са в полетата; ако натиснете бутона още веднъж, остават вашите.', en: 'While you were writing, a colleague changed the same fields. Your words are in the fields; if you press the button once more, yours stay.' } }
export const changeFields = async (visit: WriteVisit, { slug, version, fields }: { readonly slug: string; readonly version: number; readonly fields: Fields }): Promise<PostAnswer> => {
  const before = await hold(visit, slug)
  if (before === undefined) return notFound
  if (before.draft > 0) return problems([opened])
  if (before.version !== version) return problems([meanwhile])
  const wrong = judge(fields)
  if (wrong.length > 0) return problems(wrong)
  await tables(visit).updateTable('participation.consultation').set({ ...columnsOf(fields), version: version + 1, changedAt: visit.now }).where('id', '=', before.id).execute()
  await changeProcess(visit, { id: before.id, title: fields.title, says: fields.says, unit: fields.unit, opensAt: beginOfDay(fields.opensOn), closesAt: closesAtOf(fields.closesOn) })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.change', thing: before.id, before: { opensOn: before.opensOn, closesOn: before.closesOn, title: before.title }, after: { opensOn: fields.opensOn, closesOn: fields.closesOn, title: fields.title } })
  return see(consultationPath(slug), 'participation_notice_consultation_changed')
}
/** What still stands in the way of opening. */
export const lacksForOpening = ({ opensOn, title, ways, now }: Pick<Consultation, 'opensOn' | 'title' | 'ways'> & { readonly now: Date }): readonly Problem[] => [
  ...(opensOn < dayIn(now) ? [{ field: 'opens_on', text: { bg: 'Първият ден вече мина. Променете дните, за да има всеки целия обявен срок.', en: 'The first day has passed. Change the days, so that everybody has the whole announced term.' } }] : []),
  ...(title.bg === '' || ways.bg === '' ? [{ field: 'title_bg', text: { bg: 'Липсва заглавие или начин за изпращане на български.', en: 'A title or the ways to send are missing in Bulgarian.' } }] : []),
]
/** The copy is frozen here: block, version, hash. From now on what everybody reads is the copy. */
export const openConsultation = async (visit: WriteVisit, { slug }: { readonly slug: string }): Promise<PostAnswer> => {
  const before = await hold(visit, slug)
  if (before === undefined) return notFound
  if (before.draft > 0) return see(consultationPath(slug))
  const wrong = [...judge(before), ...lacksForOpening({ ...before, now: visit.now })]
  if (wrong.length > 0) return problems(wrong)
  const blocks = await freeze(visit, before, { draft: 1, says: { bg: '', en: '' } })
  await changeProcess(visit, { id: before.id, state: 'published' })
  const words = blocks.map(plainOf).join('\n').slice(0, 200_000)
  await renameThing(visit.writer, { id: before.id, state: 'published', seenBy: 'everyone', text: { bg: `${before.says.bg}\n${words}`, en: before.says.en } })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.open', thing: before.id, after: { slug, draft: 1, hash: hashOfVersion(blocks) } })
  await tellFollowers(visit.writer, { about: before.id, alsoAbout: ['newsletter'], kind: 'published', says: { bg: `Открито е обществено обсъждане: ${before.title.bg}`, en: `A public consultation is open: ${before.title.en}` }, path: consultationPath(slug), now: visit.now })
  return see(consultationPath(slug), 'participation_notice_consultation_opened')
}
const freeze = async (visit: WriteVisit, { id, text: textId }: Consultation, { draft, says }: { readonly draft: number; readonly says: Fields['says'] }): Promise<readonly TextBlock[]> => {
  const text = await getText(visit.writer.reader, textId)
  const blocks = await listBlocks(visit.writer.reader, { text: textId, version: text.version })
  await tables(visit).insertInto('participation.consultationDraft').values({ consultation: id, draft, textVersion: text.version, hash: hashOfVersion(blocks), saysBg: says.bg, saysEn: says.en, frozenAt: visit.now }).execute()
  for (let at = 0; at < blocks.length; at += 500)
    await tables(visit).insertInto('participation.consultationBlock').values(blocks.slice(at, at + 500).map(({ version: blockVersion, ...block }, index) => ({ consultation: id, draft, position: at + index, ...block, blockVersion }))).execute()
  await tables(visit).updateTable('participation.consultation').set({ draft, ...(draft === 1 ? { openedAt: visit.now } : {}), changedAt: visit.now }).where('id', '=', id).execute()
  return blocks
}

const stillOpen: Problem = { field: '', text: { bg: 'Обсъждането още тече: обявеният проект не се променя до края му.', en: 'The consultation is still open: the announced draft does not change until its end.' } }
const unchanged: Problem = { field: '', text: { bg: 'Текстът е същият като последния публикуван проект. Първо го променете.', en: 'The text is the same as the last published draft. Change it first.' } }
/** Nothing moves silently: whoever follows a block that changed, or commented on it, is told; nobody else. */
export const publishDraft = async (visit: WriteVisit, { slug, says }: { readonly slug: string; readonly says: Fields['says'] }): Promise<PostAnswer> => {
  const before = await hold(visit, slug)
  if (before === undefined || before.draft === 0) return notFound
  if (visit.now < closesAtOf(before.closesOn)) return problems([stillOpen])
  const { reader } = visit.writer
  const [last, text] = await Promise.all([findDraft(reader, { id: before.id, draft: before.draft }), getText(reader, before.text)])
  const next = await listBlocks(reader, { text: text.id, version: text.version })
  if (last === undefined || hashOfVersion(next) === last.hash) return problems([unchanged])
  const draft = before.draft + 1
  await freeze(visit, before, { draft, says })
  const there = new Set(last.blocks.map(({ block }) => block)), named = (await listSuccessors(reader, text.id)).filter(({ block }) => there.has(block))
  if (named.length > 0) await tables(visit).insertInto('participation.consultationSuccessor').values(named.map((one) => ({ consultation: before.id, draft, ...one }))).execute()
  await tellOfChanges(visit, before, { draft, changed: changedBlocks({ before: last.blocks, after: next, successors: named }) })
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.redraft', thing: before.id, before: { draft: before.draft, hash: last.hash }, after: { draft, hash: hashOfVersion(next) } })
  return see(changesPath(slug), 'participation_notice_draft_published')
}
const tellOfChanges = async (visit: WriteVisit, { id, slug, title }: Consultation, { draft, changed }: { readonly draft: number; readonly changed: readonly number[] }): Promise<void> => {
  const anchors = await listAnchors(visit.writer.reader, id)
  for (const block of changed) {
    const comments = anchors.filter((anchor) => anchor.block === block).map(({ contribution }) => contribution as string)
    // an event names at most twenty things
    for (let at = 0; at === 0 || at < comments.length; at += 19) await tellFollowers(visit.writer, {
      about: blockTarget({ consultation: id, block }), alsoAbout: comments.slice(at, at + 19), kind: 'changed', path: `${changesPath(slug)}#b${block}`, now: visit.now, once: `draft:${id}:${draft}:${block}:${at}`,
      says: { bg: `Точка ${block} от „${title.bg}“ е променена в новия проект. Вижте какво стана с нея и с бележките по нея.`, en: `Point ${block} of “${title.en}” is changed in the new draft. See what became of it and of the comments on it.` },
    })
  }
}
/** Those who follow a consultation hear once, within three days before its end. */
export const remindOfEnds = async (visit: WriteVisit): Promise<number> => {
  const due = (await listConsultations(visit.writer.reader, { who: 'everyone' })).filter(({ closesOn, remindedAt }) => isReminderDue({ closesAt: closesAtOf(closesOn), remindedAt, now: visit.now }))
  for (const { id, slug, title, closesOn } of due) {
    await tables(visit).updateTable('participation.consultation').set({ remindedAt: visit.now }).where('id', '=', id).execute()
    const day = closesOn.split('-').reverse().join('.')
    await tellFollowers(visit.writer, { about: id, alsoAbout: ['newsletter'], kind: 'reminder', says: { bg: `Обсъждането „${title.bg}“ приема бележки до края на ${day}.`, en: `The consultation “${title.en}” takes comments until the end of ${day}.` }, path: consultationPath(slug), now: visit.now, once: `reminder:${id}` })
    await recordAct(visit.writer, { who: null, act: 'participation.consultation.remind', thing: id, after: { closesOn } })
  }
  return due.length
}
export const addConsultationFile = async (visit: WriteVisit, { slug, file }: { readonly slug: string; readonly file: Omit<ConsultationFile, 'id' | 'addedAt'> }): Promise<PostAnswer> => {
  const found = await hold(visit, slug)
  if (found === undefined) return notFound
  const id = newId<'consultationFile'>(), { title, ...rest } = file
  await tables(visit).insertInto('participation.consultationFile').values({ id, consultation: found.id, ...rest, titleBg: title.bg, titleEn: title.en, addedBy: visit.who.account, addedAt: visit.now, takenBackAt: null }).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.file', thing: found.id, after: { kind: file.kind, sha256: file.sha256 } })
  return see(`${consultationPath(slug)}/portal`, 'participation_notice_file_added')
}
export const takeBackFile = async (visit: WriteVisit, { slug, id }: { readonly slug: string; readonly id: string }): Promise<PostAnswer> => {
  const found = await hold(visit, slug)
  if (found === undefined) return notFound
  await tables(visit).updateTable('participation.consultationFile').set({ takenBackAt: visit.now }).where('id', '=', id as ConsultationFile['id']).where('consultation', '=', found.id).where('takenBackAt', 'is', null).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.unfile', thing: found.id, before: { file: id } })
  return see(`${consultationPath(slug)}/portal`, 'participation_notice_file_taken_back')
}
export const notePortal = async (visit: WriteVisit, { id, portalId }: { readonly id: ProcessId; readonly portalId: string }): Promise<void> => {
  await tables(visit).updateTable('participation.consultation').set({ portalId, portalAt: visit.now }).where('id', '=', id).execute()
  await recordAct(visit.writer, { who: visit.who.account, act: 'participation.consultation.send', thing: id, after: { portalId } })
}
