// Questions about settings. What the body says of itself is public; the mailbox and the steps are for administrators.
import { createDecipheriv } from 'node:crypto'
import { prepared } from '#store/ask.ts'
import type { LetterFrom } from '#kernel/letter.ts'
import type { Reader } from '#store/handle.ts'
import { setupSteps, toSettings, type FormName, type Mailbox, type Settings, type StepState } from './rules.ts'
import type { SettingTables } from './tables.ts'

type SettingRow = { readonly form: FormName; readonly fallback: Readonly<Record<string, unknown>>; readonly value: Readonly<Record<string, unknown>> | null; readonly version: number }
const allSettings = prepared<SettingRow>('select form, fallback, value, version from people.setting')
export const getSettings = async (reader: Reader): Promise<Settings> => toSettings(await allSettings(reader, []))
/** Who writes the letters that leave this site. */
export const getLetterFrom = async (reader: Reader, { origin }: { origin: string }): Promise<LetterFrom> => {
  const { body, contact } = await getSettings(reader)
  return { body: body.name, origin, email: contact.email }
}

export const listSteps = async (reader: Reader): Promise<readonly StepState[]> => {
  const rows = await reader.withTables<SettingTables>().selectFrom('people.setupStep').select(['step', 'outcome']).execute()
  return setupSteps.map((step) => ({ step, outcome: rows.find((row) => row.step === step)?.outcome ?? null }))
}

const boxes = (reader: Reader) => reader.withTables<SettingTables>().selectFrom('people.mailbox')
const shown = ['address', 'host', 'port', 'security', 'userName', 'folder', 'version'] as const
/** Without its password: that is shown to nobody. */
export const getMailbox = async (reader: Reader): Promise<Mailbox> => {
  const { secret, ...box } = await boxes(reader).select([...shown, 'secret']).executeTakeFirstOrThrow()
  return { ...box, hasSecret: secret !== null }
}
/** With its password, for whoever reads the mailbox; null while it is not set up. A key that does not fit throws. */
export const findMailboxAccess = async (reader: Reader, { key }: { key: Buffer }): Promise<(Mailbox & { readonly password: string }) | null> => {
  const { secret, ...box } = await boxes(reader).select([...shown, 'secret']).executeTakeFirstOrThrow()
  if (secret === null || box.host === '') return null
  const cipher = createDecipheriv('aes-256-gcm', key, secret.subarray(0, 12)).setAuthTag(secret.subarray(12, 28))
  return { ...box, hasSecret: true, password: Buffer.concat([cipher.update(secret.subarray(28)), cipher.final()]).toString('utf8') }
}
