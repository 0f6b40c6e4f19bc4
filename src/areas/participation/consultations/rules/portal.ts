// What the national portal wants of a consultation: every field with its value and what is missing, in the order of its form; its
// documents in order; and what its answer says. Names of the fields are those of its data model; the live site is checked by hand.
import type { Bilingual } from '#kernel/language.ts'
import { levelNames, type Consultation, type ConsultationFile, fileKinds, fileNames, type FileKind } from '../rules.ts'
import { daysBetween, freeDays, judgeTerm } from './term.ts'

export type PortalField = { readonly key: string; readonly name: Bilingual; readonly value: string; /** why it cannot be sent so; null where it can */ readonly missing: Bilingual | null }
const need: Bilingual = { bg: 'липсва, а порталът го изисква', en: 'missing, and the portal requires it' }
const field = (key: string, name: Bilingual, value: string, missing: Bilingual | null = value.trim() === '' ? need : null): PortalField => ({ key, name, value, missing })
export const portalFields = (it: Consultation): readonly PortalField[] => {
  const days = daysBetween(it), [wrong] = judgeTerm({ ...it, reason: it.shortTermReason.bg })
  return [
    field('level', { bg: 'Ниво', en: 'Level' }, levelNames[it.level].bg),
    field('act_type', { bg: 'Вид акт', en: 'Act type' }, it.actType),
    field('policy_area', { bg: 'Област на политика', en: 'Policy area' }, it.policyArea),
    field('institution', { bg: 'Институция', en: 'Institution' }, it.institution),
    field('responsible_unit', { bg: 'Отговорно звено', en: 'Responsible unit' }, it.unit),
    field('open_from', { bg: 'Открито от', en: 'Open from' }, it.opensOn),
    field('open_to', { bg: 'Открито до', en: 'Open to' }, it.closesOn, wrong?.text ?? null),
    field('programme', { bg: 'Свързана програма', en: 'Linked programme' }, it.programme, null),
    field('registration_number', { bg: 'Регистрационен номер', en: 'Registration number' }, it.registrationNumber, null),
    field('title_bg', { bg: 'Заглавие на български', en: 'Title in Bulgarian' }, it.title.bg),
    field('title_en', { bg: 'Заглавие на английски', en: 'Title in English' }, it.title.en),
    field('description_bg', { bg: 'Описание на български', en: 'Description in Bulgarian' }, it.says.bg),
    field('description_en', { bg: 'Описание на английски', en: 'Description in English' }, it.says.en),
    field('proposal_ways_bg', { bg: 'Начини за изпращане на български', en: 'Ways to send in Bulgarian' }, it.ways.bg),
    field('proposal_ways_en', { bg: 'Начини за изпращане на английски', en: 'Ways to send in English' }, it.ways.en),
    field('contacts', { bg: 'Лица за контакт', en: 'Contacts' }, it.contacts),
    field('short_term_reason', { bg: 'Причина за кратък срок', en: 'Reason for a short term' }, it.shortTermReason.bg, days < freeDays && it.shortTermReason.bg.trim() === '' ? need : null),
  ]
}
/** Exactly what would leave: the keys and the values. */
export const portalBody = (fields: readonly PortalField[]): Readonly<Record<string, string>> => Object.fromEntries(fields.map(({ key, value }) => [key, value]))
export const isReady = (fields: readonly PortalField[]): boolean => fields.every(({ missing }) => missing === null)

/** Wanted before opening, or after the end; the rest where there is one. */
const wanted: Readonly<Partial<Record<FileKind, Bilingual>>> = {
  draftAct: { bg: 'при откриване', en: 'at the opening' }, consultationDocument: { bg: 'при откриване', en: 'at the opening' }, replyReport: { bg: 'след края, преди приемането', en: 'after the end, before adoption' }, commentsList: { bg: 'след края', en: 'after the end' },
}
/** Files that we make ourselves from the records stand in the list as made. */
const made: readonly FileKind[] = ['draftAct', 'consultationDocument', 'commentsList']
export type CheckLine = { readonly kind: FileKind; readonly name: Bilingual; readonly when: Bilingual | null; readonly made: 'yes' | 'no'; readonly files: readonly ConsultationFile[] }
export const checklistOf = (files: readonly ConsultationFile[]): readonly CheckLine[] =>
  fileKinds.map((kind) => ({ kind, name: fileNames[kind], when: wanted[kind] ?? null, made: made.includes(kind) ? 'yes' : 'no', files: files.filter((file) => file.kind === kind) }))

/** The portal answers 200 also when it refuses: only the words inside tell. */
export type PortalAnswer = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refused: readonly { readonly key: string; readonly says: string }[] }
const short = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 500)
export const readPortalSent = (answer: unknown): PortalAnswer => {
  const refusal = (error: unknown): PortalAnswer => ({
    ok: false,
    refused: error !== null && typeof error === 'object' && !Array.isArray(error) ? Object.entries(error).flatMap(([key, says]) => (Array.isArray(says) ? says : [says]).map((each) => ({ key, says: short(each) }))) : (Array.isArray(error) ? error : [error]).map((each) => ({ key: '', says: short(each) })),
  })
  if (answer === null || typeof answer !== 'object') return refusal('the answer is no JSON object')
  const { error, errors, id, data } = answer as { error?: unknown; errors?: unknown; id?: unknown; data?: { id?: unknown } }
  if (error !== undefined && error !== null && error !== false) return refusal(error)
  if (errors !== undefined && errors !== null) return refusal(errors)
  const number = id ?? data?.id
  return typeof number === 'string' || typeof number === 'number' ? { ok: true, id: String(number) } : refusal('the answer names no number')
}
