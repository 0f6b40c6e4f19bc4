// Acts on settings: save a form, put a step of the set-up off. Two people at once: whoever saves second sees what the first saved.
import { createCipheriv, randomBytes } from 'node:crypto'
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { Problem } from '#kernel/result.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import type { WriteVisit } from '#store/visit.ts'
import { getMailbox, getSettings, listSteps } from './read.ts'
import { isSettledUp, nextStep, settingsPath, stepPath, type Fallbacks, type FormName, type Mailbox, type SettingOf, type SetupStep, type StepOutcome } from './rules.ts'
import type { SettingTables } from './tables.ts'

const tables = (writer: Writer) => writer.withTables<SettingTables>()
const conflict: Problem = {
  field: '',
  text: {
    bg: 'Докато попълвахте, друг администратор записа същата страница. Вашите думи са в полетата; записаното от другия е показано над тях. Ако натиснете „Запиши“ още веднъж, остават вашите.',
    en: 'While you were writing, another administrator saved the same page. Your words are in the fields; what the other one saved is shown above them. If you press “Save” once more, yours stay.',
  },
}

/** Where to go on: to the next open step while the set-up lasts, else back to the list. */
const settle = async (visit: WriteVisit, { step, outcome }: { step: SetupStep; outcome: StepOutcome }): Promise<PostAnswer> => {
  const before = await listSteps(visit.writer.reader)
  await tables(visit.writer).insertInto('people.setupStep').values({ step, outcome, settledAt: visit.now, settledBy: visit.who.account })
    .onConflict((row) => row.column('step').doUpdateSet({ outcome, settledAt: visit.now, settledBy: visit.who.account })).execute()
  if (isSettledUp(before)) return see(settingsPath, 'people_notice_saved')
  const next = nextStep(await listSteps(visit.writer.reader), step)
  return next === null ? see(settingsPath, 'people_notice_setup_done') : see(stepPath(next), outcome === 'skipped' ? 'people_notice_setup_skipped' : 'people_notice_saved')
}

/** A step that was saved before is not made undone by passing it over. */
export const skipStep = async (visit: WriteVisit, { step }: { step: SetupStep }): Promise<PostAnswer> => {
  const steps = await listSteps(visit.writer.reader)
  if (steps.find((each) => each.step === step)?.outcome === 'saved') return settle(visit, { step, outcome: 'saved' })
  await recordAct(visit.writer, { who: visit.who.account, act: 'people.settings.skip', after: { step } })
  return settle(visit, { step, outcome: 'skipped' })
}
export const settleColleagues = (visit: WriteVisit): Promise<PostAnswer> => settle(visit, { step: 'colleagues', outcome: 'saved' })

type Saved<Form extends FormName> = { readonly form: Form; readonly version: number; readonly value: SettingOf<Form> }
export const saveSetting = async <Form extends FormName>(visit: WriteVisit, { form, version, value }: Saved<Form>): Promise<PostAnswer> => {
  const { writer, who, now } = visit
  const held = await tables(writer).selectFrom('people.setting').select('version').where('form', '=', form).forUpdate().executeTakeFirstOrThrow()
  const before = (await getSettings(writer.reader))[form]
  if (held.version !== version) return problems([conflict])
  await tables(writer).updateTable('people.setting').set({ value: JSON.stringify(value), version: version + 1, changedAt: now, changedBy: who.account }).where('form', '=', form).execute()
  await recordAct(writer, { who: who.account, act: `people.settings.${form}`, ...changes(before, value) })
  return settle(visit, { step: form, outcome: 'saved' })
}

/** An empty password keeps the one there is; it enters the table encrypted and the audit trail not at all. */
export const saveMailbox = async (visit: WriteVisit, { version, value, password, key }: { version: number; value: Omit<Mailbox, 'hasSecret' | 'version'>; password: string; key: Buffer }): Promise<PostAnswer> => {
  const { writer, who, now } = visit
  const held = await tables(writer).selectFrom('people.mailbox').select(['version', 'secret']).forUpdate().executeTakeFirstOrThrow()
  if (held.version !== version) return problems([conflict])
  if (held.secret === null && password === '') return problems([{ field: 'password', text: { bg: 'Напишете паролата на пощата.', en: 'Write the password of the mailbox.' } }])
  const { hasSecret: _, version: __, ...before } = await getMailbox(writer.reader)
  const secret = password === '' ? held.secret : encrypted(password, key)
  await tables(writer).updateTable('people.mailbox').set({ ...value, secret, version: version + 1, changedAt: now, changedBy: who.account }).execute()
  const change = changes(before, value)
  await recordAct(writer, { who: who.account, act: 'people.settings.mailbox', before: change.before, after: { ...change.after, ...(password === '' ? {} : { password: 'changed' }) } })
  return settle(visit, { step: 'mailbox', outcome: 'saved' })
}
const encrypted = (text: string, key: Buffer): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

/** What holds until somebody writes something; renewed at every start, and no act of anybody's. */
export const setFallbacks = async (writer: Writer, fallbacks: Fallbacks): Promise<void> => {
  for (const form of ['body', 'contact', 'funding'] as const)
    await tables(writer).updateTable('people.setting').set({ fallback: JSON.stringify(fallbacks[form]) }).where('form', '=', form).where('fallback', '<>', JSON.stringify(fallbacks[form]) as never).execute()
}

/** Only what differs; the officer is a person, and no personal value enters the trail: of them the names of the fields stay. */
const changes = (before: object, after: object): { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> } => {
  const was = before as Readonly<Record<string, unknown>>, is = after as Readonly<Record<string, unknown>>
  const changed = Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  const side = (of: Readonly<Record<string, unknown>>) => Object.fromEntries(changed.map((name) => [name, name === 'officer' ? (of[name] === null ? null : 'set') : of[name]]))
  return { before: side(was), after: side(is) }
}
