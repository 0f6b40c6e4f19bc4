// The policy table: who may do what. Every route names one line of it; docs/policy.md is printed from it.
// Knows nothing of accounts: a role is a word, and a duty is a word within a role.
import type { Bilingual } from '#kernel/language.ts'
import { roles, type Permission, type Role } from '#kernel/who.ts'

const everybody: readonly Role[] = roles
const signedIn: readonly Role[] = roles.filter((role) => role !== 'visitor')

type Line = { readonly roles: readonly Role[]; readonly withDuty?: { readonly duty: string; readonly roles: readonly Role[] }; readonly says: Bilingual }
const lines = {
  'public.read': { roles: everybody, says: { bg: 'чете публичните страници, файлове и данни', en: 'reads the public pages, files and data' } },
  'public.sign-in': { roles: everybody, says: { bg: 'влиза с писмо или с парола', en: 'signs in by letter or by password' } },
  'people.self': { roles: signedIn, says: { bg: 'вижда, изтегля и заличава собствения си профил', en: 'sees, downloads and erases their own account' } },
  'people.read': { roles: ['administrator', 'coordinator'], says: { bg: 'вижда кой работи със системата и с каква роля', en: 'sees who works with the system and in which role' } },
  'people.manage': { roles: ['administrator'], says: { bg: 'кани колеги, дава роли и задължения, прекратява достъп', en: 'invites colleagues, gives roles and duties, ends access' } },
  'news.write': {
    roles: ['administrator', 'coordinator'], withDuty: { duty: 'editor', roles: ['analyst', 'investment'] },
    says: { bg: 'пише, публикува и оттегля новини', en: 'writes, publishes and withdraws news' },
  },
  'settings.manage': { roles: ['administrator'], says: { bg: 'пише какво казва институцията за себе си: име, герб, контакти, поща, финансиране', en: 'writes what the body says of itself: name, emblem, contacts, mailbox, funding' } },
  'letters.read': { roles: ['administrator'], says: { bg: 'вижда изпратените и неизпратените писма', en: 'sees the letters sent and not sent' } },
  'privacy.manage': { roles: ['administrator'], says: { bg: 'вижда регистъра на обработването, сроковете и исканията за лични данни, заличава по писмено искане', en: 'sees the register of processing, periods and requests about personal data, erases on a written request' } },
  'audit.read': { roles: ['administrator'], says: { bg: 'вижда следата на действията', en: 'sees the trail of acts' } },
  'evidence.import': { roles: ['administrator', 'analyst'], says: { bg: 'внася данни и решава за задържано издание', en: 'imports data and decides on a vintage that is held' } },
  'evidence.enter': { roles: signedIn, says: { bg: 'въвежда стойностите на ръчно отчитани показатели, които са му възложени', en: 'enters the values of the counted indicators that are theirs to enter' } },
  'evidence.define': { roles: ['administrator', 'analyst'], says: { bg: 'определя и променя показатели', en: 'defines and changes indicators' } },
  'evidence.analyse': { roles: ['administrator', 'analyst'], says: { bg: 'прави и записва анализи, индекси и групи от сходни области', en: 'makes and saves analyses, indices and sets of peers' } },
  'evidence.assets': { roles: ['administrator', 'analyst', 'coordinator', 'investment'], says: { bg: 'води регистъра на активите на областта', en: 'keeps the register of the district’s assets' } },
  'strategy.findings': { roles: ['administrator', 'analyst', 'coordinator'], says: { bg: 'пише изводи, свързва ги с доказателства и публикува анализа на текущото състояние', en: 'writes findings, links them to their evidence and publishes the current-state report' } },
  'public.take-part': { roles: everybody, says: { bg: 'предлага, подкрепя, коментира, записва се, отговаря на анкета', en: 'proposes, supports, comments, signs up, answers a survey' } },
  'participation.moderate': { roles: ['administrator', 'coordinator'], says: { bg: 'преглежда, публикува, заличава, обединява и разделя предложения', en: 'looks at proposals, publishes, masks, merges and splits them' } },
  'participation.answer': { roles: ['administrator', 'coordinator'], withDuty: { duty: 'answering', roles: ['owner'] }, says: { bg: 'отговаря на предложения', en: 'answers proposals' } },
  'participation.enter': { roles: ['administrator', 'coordinator', 'analyst'], says: { bg: 'въвежда писма, листове и файлове, дошли по друг път', en: 'enters letters, sheets and files that came another way' } },
  'participation.processes': { roles: ['administrator', 'coordinator'], says: { bg: 'обявява покани за предложения и обществени обсъждания', en: 'opens calls for proposals and public consultations' } },
  'stakeholders.manage': { roles: ['administrator', 'coordinator'], says: { bg: 'води регистъра на заинтересованите страни и кани', en: 'keeps the register of stakeholders and invites' } },
  'events.manage': { roles: ['administrator', 'coordinator'], says: { bg: 'обявява срещи, води списъка на записалите се, бележки и протоколи', en: 'announces meetings, keeps sign-ups, notes and minutes' } },
  'surveys.manage': { roles: ['administrator', 'coordinator', 'analyst'], says: { bg: 'прави анкети, кани хора да отговорят, въвежда хартиени листове и тегли отделните отговори', en: 'makes surveys, invites people to answer, types in paper sheets and downloads the single answers' } },
  'participation.raw': { roles: ['administrator', 'coordinator'], says: { bg: 'вижда получените писма, сканирани листове и незаличения текст', en: 'sees the letters as received, scans and the text before masking' } },
} as const satisfies Record<string, Line>
export type PermissionName = keyof typeof lines

export const permissions: Readonly<Record<PermissionName, Permission>> = Object.fromEntries(
  Object.entries(lines as Readonly<Record<string, Line>>).map(([name, { roles: of, withDuty, says }]) =>
    [name, { name, roles: new Set<Role>(of), says, ...(withDuty === undefined ? {} : { withDuty: { duty: withDuty.duty, roles: new Set<Role>(withDuty.roles) } }) }]),
) as unknown as Record<PermissionName, Permission>

export const roleNames: Readonly<Record<Role, Bilingual>> = {
  visitor: { bg: 'посетител', en: 'visitor' },
  administrator: { bg: 'администратор', en: 'administrator' },
  analyst: { bg: 'анализатор', en: 'analyst' },
  coordinator: { bg: 'координатор', en: 'coordinator' },
  owner: { bg: 'отговорник за мерки', en: 'owner of measures' },
  investment: { bg: 'експерт по инвестиции', en: 'investment officer' },
  trainer: { bg: 'обучител', en: 'trainer' },
}
/** The roles an account can have: a visitor has none. */
export const staffRoles = signedIn as readonly Exclude<Role, 'visitor'>[]
export type StaffRole = Exclude<Role, 'visitor'>
export const isStaffRole = (text: string): text is StaffRole => (staffRoles as readonly string[]).includes(text)

/** Duties are assignments within a role: who moderates, answers, edits, reviews. */
export const duties = {
  moderator: { roles: ['coordinator', 'administrator'], name: { bg: 'модератор', en: 'moderator' } },
  answering: { roles: ['coordinator', 'owner'], name: { bg: 'отговаря на предложения', en: 'answering official' } },
  editor: { roles: ['coordinator', 'analyst', 'investment'], name: { bg: 'редактор', en: 'editor' } },
  reviewer: { roles: ['coordinator', 'analyst'], name: { bg: 'рецензент', en: 'reviewer' } },
} as const satisfies Record<string, { roles: readonly StaffRole[]; name: Bilingual }>
export type Duty = keyof typeof duties
export const dutyNames = Object.keys(duties) as readonly Duty[]
export const isDuty = (text: string): text is Duty => Object.hasOwn(duties, text)

/** A duty that the role cannot hold is not given, and falls away when the role changes. */
export const mayHoldDuty = (role: StaffRole, duty: Duty): boolean => (duties[duty].roles as readonly StaffRole[]).includes(role)

/** Someone must remain who can invite: the last administrator keeps the role. */
export const mayLoseAdministrator = (administrators: number): boolean => administrators > 1
