// What settings do outside a transaction: keep an emblem that was judged by its content, send a test letter and hear what
// became of it, encrypt the mailbox's password.
import { problems, see, type PostAnswer } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import type { Who } from '#kernel/who.ts'
import { readPicture } from '#sources/picture.ts'
import type { Post } from '#sources/post.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { noteDelivery, writeDownLetter } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import type { BodyInput, MailboxInput, Sent } from './forms.ts'
import { getLetterFrom, getSettings } from './read.ts'
import { fallbacksOf, stepPath, type Emblem } from './rules.ts'
import { testLetter } from './rules/test-letter.ts'
import { saveMailbox, saveSetting, setFallbacks, skipStep } from './write.ts'

type SettingsStore = Pick<Store, 'reading' | 'writing' | 'files'>
export type Asker = { readonly who: Who; readonly language: Language; readonly now: Date }
export type SettingsDesk = { readonly store: SettingsStore; /** encrypts the mailbox’s password */ readonly key: () => Promise<Buffer>; readonly post: Post; readonly origin: string }

/** At every start: what the pack and the environment say holds until somebody writes something. */
export const prepareSettings = (store: Pick<Store, 'writing'>, about: { readonly home: HomeRegion; readonly email: string | null }): Promise<void> =>
  store.writing((writer) => setFallbacks(writer, fallbacksOf(about)))

const largestEmblem = 512 * 1024
export const saveBody = async (desk: SettingsDesk, asker: Asker, sent: Sent<BodyInput>): Promise<PostAnswer> => {
  if (sent.does === 'skip') return desk.store.writing((writer) => skipStep({ ...asker, writer }, { step: 'body' }), { language: asker.language })
  const { name, department, alternative, file, remove } = sent.value
  const kept = file === null ? null : await keepEmblem(desk, file.bytes)
  if (kept !== null && 'text' in kept) return problems([{ field: 'emblem', text: kept.text }])
  return desk.store.writing(async (writer) => {
    const before = (await getSettings(writer.reader)).body.emblem
    const emblem: Emblem | null = kept === null ? (before === null || remove === 'yes' ? null : { ...before, alternative }) : { ...kept, alternative }
    if (emblem !== null && (alternative.bg === '' || alternative.en === ''))
      return problems([{ field: alternative.bg === '' ? 'alternative_bg' : 'alternative_en', text: { bg: 'Напишете какво представлява гербът.', en: 'Write what the emblem shows.' } }])
    return saveSetting({ ...asker, writer }, { form: 'body', version: sent.version, value: { name, department, emblem } })
  }, { language: asker.language })
}
const keepEmblem = async (desk: SettingsDesk, bytes: Uint8Array): Promise<Omit<Emblem, 'alternative'> | { readonly text: { bg: string; en: string } }> => {
  if (bytes.byteLength > largestEmblem) return { text: { bg: 'Файлът е по-голям от 512 KB. Запазете герба като SVG или по-малък PNG.', en: 'The file is larger than 512 KB. Save the emblem as SVG or as a smaller PNG.' } }
  const read = readPicture(bytes)
  if (!read.ok) return { text: read.problem }
  const { mediaType } = read.value
  if (mediaType !== 'image/svg+xml' && mediaType !== 'image/png') return { text: { bg: 'Гербът трябва да е SVG или PNG; този файл е снимка.', en: 'An emblem must be SVG or PNG; this file is a photograph.' } }
  return { ...(await desk.store.files.keep(read.value.bytes)), mediaType }
}

export const saveMailboxForm = async (desk: SettingsDesk, asker: Asker, sent: Sent<MailboxInput>): Promise<PostAnswer> => {
  const key = sent.does === 'save' && sent.value.password !== '' ? await desk.key() : Buffer.alloc(32)
  return desk.store.writing((writer) => {
    const visit = { ...asker, writer }
    if (sent.does === 'skip') return skipStep(visit, { step: 'mailbox' })
    const { password, ...value } = sent.value
    return saveMailbox(visit, { version: sent.version, value, password, key })
  }, { language: asker.language })
}

/** The letter is written down first, delivered outside every transaction, and what became of it is noted and shown at once. */
export const sendTestLetter = async (desk: SettingsDesk, asker: Asker, { to }: { readonly to: string }): Promise<PostAnswer> => {
  const { letter, id } = await desk.store.writing(async (writer) => {
    const written = testLetter({ to, language: asker.language, key: `people.testLetter:${newId()}`, from: await getLetterFrom(writer.reader, { origin: desk.origin }) })
    await recordAct(writer, { who: asker.who.account, act: 'people.settings.testLetter' })
    return { letter: written, id: await writeDownLetter(writer, written) }
  })
  const became = await desk.post.deliver(letter).catch((error: Error) => ({ state: 'later' as const, result: error.message }))
  const state = became.state === 'sent' || became.state === 'kept' ? became.state : 'failed'
  await desk.store.writing((writer) => noteDelivery(writer, id, { state, result: became.result }), { quiet: 'yes' })
  return see(`${stepPath('mailbox')}?letter=${id}`)
}
