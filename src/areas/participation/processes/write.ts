// Acts on processes.
import { tellFollowers } from '#areas/participation/subscriptions/write.ts'
import { notFound, problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findProcess } from './read.ts'
import { changeProcessPath, lacksForPublishing, type Process, type ProcessInput, processPath, standingSlug, toSlug } from './rules.ts'
import type { ProcessTables } from './tables.ts'

export type NewProcess = Omit<Process, 'id' | 'version'>
export const makeProcess = async ({ writer, who, now }: { readonly writer: Writer; readonly who: { readonly account: AccountId | null }; readonly now: Date }, { title, says, ...rest }: NewProcess): Promise<Process['id']> => {
  const id = newId<'consultation'>()
  await registerThing(writer, { id, kind: 'consultation', title, path: processPath(rest.slug), state: rest.state, seenBy: rest.state === 'published' ? 'everyone' : 'staff', text: says })
  await writer.withTables<ProcessTables>().insertInto('participation.process').values({ id, ...rest, titleBg: title.bg, titleEn: title.en, saysBg: says.bg, saysEn: says.en, version: 1, madeBy: who.account, madeAt: now, changedAt: now }).execute()
  await recordAct(writer, { who: who.account, act: 'participation.process.make', thing: id, after: { slug: rest.slug, state: rest.state } })
  return id
}
/** The standing invitation is there from the first start on, so that nobody has to wait for a call. */
export const prepareStanding = async (writer: Writer, now: Date): Promise<void> => {
  if ((await findProcess(writer.reader, { slug: standingSlug, who: 'staff' })) !== undefined) return
  await makeProcess({ writer, who: { account: null }, now }, {
    slug: standingSlug, kind: 'standing', state: 'published', title: { bg: 'Предложения по всяко време', en: 'Proposals at any time' },
    says: { bg: 'Идея за района, която не е отговор на обявено обсъждане. Всяко предложение получава номер и отговор.', en: 'An idea for the region that does not answer an announced consultation. Every proposal gets a number and an answer.' },
    opensAt: new Date('2026-01-01T00:00:00+02:00'), closesAt: null, anonymousAllowed: false, counts: 'email', moderation: 'before', answersByOthers: false, keepsText: true, unit: '', dueDays: 60,
  })
}
/** Only what is named changes; its thing is renamed along. */
export type ProcessChange = { readonly id: Process['id'] } & Partial<Pick<Process, 'title' | 'says' | 'unit' | 'opensAt' | 'closesAt' | 'state'>>
export const changeProcess = async ({ writer, now }: { readonly writer: Writer; readonly now: Date }, { id, title, says, ...rest }: ProcessChange): Promise<void> => {
  await writer.withTables<ProcessTables>().updateTable('participation.process').set((of) => ({
    ...rest, ...(title === undefined ? {} : { titleBg: title.bg, titleEn: title.en }), ...(says === undefined ? {} : { saysBg: says.bg, saysEn: says.en }), version: of('version', '+', 1), changedAt: now,
  })).where('id', '=', id).execute()
  await renameThing(writer, { id, ...(title === undefined ? {} : { title }), ...(says === undefined ? {} : { text: says }), ...(rest.state === undefined ? {} : { state: rest.state, seenBy: rest.state === 'published' ? 'everyone' : 'staff' }) })
}

const conflict = { field: '', text: { bg: 'Докато пишехте, колега записа същата покана. Вашите думи са в полетата. Ако натиснете бутона още веднъж, остават вашите.', en: 'While you were writing, a colleague saved the same call. Your words are in the fields. If you press the button once more, yours stay.' } }
/** An address that is taken gets a number behind it. */
const freeSlug = async (writer: Writer, title: string): Promise<string> => {
  const wanted = toSlug(title)
  for (let at = 1; at < 100; at++) {
    const slug = at === 1 ? wanted : `${wanted}-${at}`
    if ((await findProcess(writer.reader, { slug, who: 'staff' })) === undefined) return slug
  }
  return `${wanted}-${newId<'consultation'>().slice(-8)}`
}
/** A new call; a draft until it is published in both languages. */
export const writeProcess = async (visit: WriteVisit, input: ProcessInput): Promise<PostAnswer> => {
  if (input.does === 'withdraw') return notFound
  const lacks = input.does === 'publish' ? lacksForPublishing(input.words) : []
  if (lacks.length > 0) return problems(lacks)
  const slug = await freeSlug(visit.writer, input.words.title.en || input.words.title.bg)
  await makeProcess(visit, { ...input.words, slug, kind: 'call', state: input.does === 'publish' ? 'published' : 'draft' })
  return see(input.does === 'publish' ? processPath(slug) : changeProcessPath(slug), input.does === 'publish' ? 'participation_notice_process_published' : 'participation_notice_process_saved')
}
export const saveProcess = async (visit: WriteVisit, { slug, input }: { readonly slug: string; readonly input: ProcessInput }): Promise<PostAnswer> => {
  const { writer, who, now } = visit
  const asked = writer.withTables<ProcessTables>()
  await asked.selectFrom('participation.process').select('id').where('slug', '=', slug).forUpdate().execute()
  const before = await findProcess(writer.reader, { slug, who: 'staff' })
  if (before === undefined || before.kind === 'draft') return notFound
  if (before.version !== input.version) return problems([conflict])
  if (input.does === 'withdraw') {
    if (before.kind === 'standing') return problems([{ field: 'why', text: { bg: 'Предложения по всяко време не се оттеглят.', en: 'Proposals at any time are not withdrawn.' } }])
    await asked.updateTable('participation.process').set({ state: 'withdrawn', version: before.version + 1, changedAt: now }).where('id', '=', before.id).execute()
    await renameThing(writer, { id: before.id, state: 'withdrawn', seenBy: 'staff' })
    await recordAct(writer, { who: who.account, act: 'participation.process.withdraw', thing: before.id, before: { state: before.state }, after: { state: 'withdrawn' }, why: input.why })
    return see(changeProcessPath(slug), 'participation_notice_process_withdrawn')
  }
  const { title, says, ...rest } = input.words
  const state = input.does === 'publish' ? 'published' : before.state
  const lacks = state === 'published' ? lacksForPublishing(input.words) : []
  if (lacks.length > 0) return problems(lacks)
  const closesAt = before.kind === 'standing' ? null : rest.closesAt
  await asked.updateTable('participation.process').set({ ...rest, closesAt, titleBg: title.bg, titleEn: title.en, saysBg: says.bg, saysEn: says.en, state, version: before.version + 1, changedAt: now }).where('id', '=', before.id).execute()
  await renameThing(writer, { id: before.id, title, text: says, state, seenBy: state === 'published' ? 'everyone' : 'staff' })
  await recordAct(writer, { who: who.account, act: input.does === 'publish' && before.state !== 'published' ? 'participation.process.publish' : 'participation.process.change', thing: before.id, before: { state: before.state, closes: before.closesAt?.toISOString() ?? '' }, after: { state, closes: closesAt?.toISOString() ?? '' } })
  if (state === 'published' && before.state === 'published') await tellFollowers(writer, { about: before.id, kind: 'changed', path: processPath(slug), now, says: { bg: `Променено: ${title.bg}`, en: `Changed: ${title.en}` } })
  return see(state === 'published' ? processPath(slug) : changeProcessPath(slug), state === 'published' ? 'participation_notice_process_published' : 'participation_notice_process_saved')
}
