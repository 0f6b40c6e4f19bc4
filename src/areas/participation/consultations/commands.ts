// Consultations outside a transaction: files kept before they are written down, the reminder of the clock, and the national portal.
import { problems, type PostAnswer } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { visitor, type Who } from '#kernel/who.ts'
import { kindOf } from '#sources/mailbox/letter/file-kind.ts'
import { type PortalAccess, sendConsultation } from '#sources/portal-send.ts'
import { done, failed, type Command } from '#store/command.ts'
import type { Store } from '#store/store.ts'
import type { FileInput } from './forms.ts'
import { findConsultation } from './read.ts'
import { isReady, portalBody, portalFields, readPortalSent } from './rules/portal.ts'
import { addConsultationFile, notePortal, remindOfEnds, takeBackFile } from './write.ts'

type Asker = { readonly store: Pick<Store, 'writing' | 'files'>; readonly who: Who; readonly language: Language; readonly now: Date }
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt', 'application/rtf': 'rtf', 'text/plain': 'txt', 'image/png': 'png', 'image/jpeg': 'jpg',
}
/** A file is what its bytes say. */
export const saveConsultationFile = async ({ store, ...asker }: Asker, { slug, input }: { readonly slug: string; readonly input: FileInput }): Promise<PostAnswer> => {
  if (input.does === 'takeBack') return store.writing((writer) => takeBackFile({ ...asker, writer }, { slug, id: input.id }), { language: asker.language })
  const mediaType = kindOf(input.file.bytes), extension = endings[mediaType]
  if (extension === undefined) return problems([{ field: 'file', text: { bg: 'Приемат се PDF, DOCX, XLSX, ODT, RTF, текст, PNG и JPEG; този файл не е нито едно от тях.', en: 'PDF, DOCX, XLSX, ODT, RTF, text, PNG and JPEG are taken; this file is none of them.' } }])
  const kept = await store.files.keep(input.file.bytes)
  return store.writing((writer) => addConsultationFile({ ...asker, writer }, { slug, file: { kind: input.kind, title: input.title, ...kept, mediaType: extension === 'txt' ? 'text/plain; charset=utf-8' : mediaType, extension } }), { language: asker.language })
}
export const remindJob = async (store: Pick<Store, 'writing'>, now: Date): Promise<void> => { await store.writing((writer) => remindOfEnds({ writer, who: visitor, language: 'bg', now })) }

export type Sending = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refused: readonly { readonly key: string; readonly says: string }[] } | { readonly ok: false; readonly why: 'notFound' | 'notReady' | 'already' | 'login' | 'portal' }
/** One consultation to the portal. Nothing leaves while a field is missing, or when it is there already. */
export const publishAtPortal = async (store: Pick<Store, 'reading' | 'writing'>, { slug, access, now }: { readonly slug: string; readonly access: PortalAccess; readonly now: Date }): Promise<Sending> => {
  const it = await store.reading((reader) => findConsultation(reader, { slug, who: 'everyone' }), { as: 'staff' })
  if (it === undefined) return { ok: false, why: 'notFound' }
  if (it.portalId !== null) return { ok: false, why: 'already' }
  const fields = portalFields(it)
  if (!isReady(fields)) return { ok: false, why: 'notReady' }
  const sent = await sendConsultation(access, portalBody(fields))
  if (!sent.ok) return { ok: false, why: sent.stage === 'login' ? 'login' : 'portal' }
  const answer = readPortalSent(sent.answer)
  if (!answer.ok) return answer
  await store.writing((writer) => notePortal({ writer, who: visitor, language: 'bg', now }, { id: it.id, portalId: answer.id }))
  return { ok: true, id: answer.id }
}
/** From the environment; without both there is nothing to send with, and nothing is offered. */
export const portalAccess = (environment: Readonly<Record<string, string | undefined>>): PortalAccess | null => {
  const { POSOKA_PORTAL_EMAIL: email, POSOKA_PORTAL_PASSWORD: password, POSOKA_PORTAL_HOME: home } = environment
  return email === undefined || email === '' || password === undefined || password === '' ? null : { email, password, ...(home === undefined || home === '' ? {} : { home }) }
}
export const commands: readonly Command[] = [{
  name: 'portal consultation',
  says: { bg: 'показва какво би отишло на националния портал за едно обсъждане; изпраща го само с --send', en: 'shows what of a consultation would go to the national portal; sends it only with --send' },
  words: [{ name: 'consultation', says: { bg: 'краткото име от адреса на обсъждането', en: 'the short name from the address of the consultation' }, needed: 'yes' }],
  options: [{ name: 'send', takes: 'nothing', says: { bg: 'изпраща наистина; иска POSOKA_PORTAL_EMAIL и POSOKA_PORTAL_PASSWORD', en: 'really sends; needs POSOKA_PORTAL_EMAIL and POSOKA_PORTAL_PASSWORD' } }],
  examples: ['posoka portal consultation proekt-na-strategiya', 'posoka portal consultation proekt-na-strategiya --send'],
  run: async ({ line, store, language, now }) => {
    const slug = line.one('consultation'), isBulgarian = language === 'bg'
    const it = await store.reading((reader) => findConsultation(reader, { slug, who: 'staff' }), { as: 'staff' })
    if (it === undefined) return failed('notFound', isBulgarian ? `Няма обсъждане „${slug}“.` : `There is no consultation “${slug}”.`)
    const fields = portalFields(it), shown = fields.map(({ key, name, value, missing }) => `${missing === null ? '  ' : '! '}${key} (${name[language]}): ${value === '' ? '–' : value}${missing === null ? '' : `  [${missing[language]}]`}`)
    const value = { fields: portalBody(fields), missing: fields.filter(({ missing }) => missing !== null).map(({ key }) => key) }
    if (!line.has('send')) return done([...shown, isBulgarian ? 'Нищо не е изпратено.' : 'Nothing was sent.'], { ...value, sent: false })
    const access = portalAccess(process.env)
    if (access === null) return failed('refused', isBulgarian ? 'Задайте POSOKA_PORTAL_EMAIL и POSOKA_PORTAL_PASSWORD. Нищо не е изпратено.' : 'Set POSOKA_PORTAL_EMAIL and POSOKA_PORTAL_PASSWORD. Nothing was sent.')
    const sent = await publishAtPortal(store, { slug, access, now: now() })
    if (sent.ok) return done([isBulgarian ? `Прието на портала под № ${sent.id}.` : `Taken by the portal under no. ${sent.id}.`], { ...value, sent: true, id: sent.id })
    if ('refused' in sent) return failed('refused', [isBulgarian ? 'Порталът отказа:' : 'The portal refused:', ...sent.refused.map(({ key, says }) => `${key === '' ? '' : `${key}: `}${says}`)].join('\n'))
    const why = {
      notFound: { bg: 'Обсъждането още не е открито тук.', en: 'The consultation is not open here yet.' }, notReady: { bg: 'Липсват полета: вижте списъка без --send.', en: 'Fields are missing: see the list without --send.' }, already: { bg: 'Вече е изпратено.', en: 'It was sent already.' },
      login: { bg: 'Порталът не прие имейла или паролата.', en: 'The portal did not take the e-mail or the password.' }, portal: { bg: 'Порталът не отговори разбираемо. Проверете там дали не е приел, преди да опитате пак.', en: 'The portal gave no sensible answer. Look there whether it took it before you try again.' },
    }[sent.why]
    return failed('refused', why[language])
  },
}]
