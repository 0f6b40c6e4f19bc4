// Acts on processes.
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThing, renameThing } from '#store/thread.ts'
import { findProcess } from './read.ts'
import { type Process, processPath, standingSlug } from './rules.ts'
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
