// The command line of accounts: list people, add or invite one, change a role, print a one-time link, end sessions, end access,
// give it back, erase.
import type { Bilingual } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import { visitor } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import { done, failed, type Command, type CommandAnswer, type CommandContext } from '#store/command.ts'
import { readSettings } from '#store/settings.ts'
import { findStanding } from '#areas/people/roles/read.ts'
import { dutyNames, isDuty, isStaffRole, mayHoldDuty, roleNames, staffRoles } from '#areas/people/roles/rules.ts'
import { makeFirstLink } from './commands/sign-in.ts'
import { parseEmail, parseName } from './forms.ts'
import { findAccountByEmail, listPeople } from './read.ts'
import { firstPath, linkPath, tokenMinutes, type Account } from './rules.ts'
import { endAccess, endSessions, eraseAccount, invite as sendInvite, openAccount, restoreAccess, setStanding, type By, type NewPerson } from './write.ts'
import { makeToken } from './write/tokens.ts'

const email = { name: 'email', needed: 'yes', says: { bg: 'имейлът на човека', en: 'the person’s e-mail' } } as const
const roleSays: Bilingual = { bg: `роля: ${staffRoles.join(', ')}`, en: `role: ${staffRoles.join(', ')}` }
const at = (context: CommandContext, text: Bilingual): string => text[context.language]
/** The running server's own address, as its settings give it. */
const originOf = (): string => { const { publicAddress, port } = readSettings(process.env); return publicAddress ?? `http://localhost:${port}` }

const withAccount = async (context: CommandContext, act: (by: By, account: Account) => Promise<CommandAnswer>): Promise<CommandAnswer> =>
  context.store.writing(async (writer) => {
    const account = await findAccountByEmail(writer.reader, { email: context.line.one('email') })
    return account ? act({ who: visitor, writer, now: context.now() }, account)
      : failed('notFound', at(context, { bg: `Няма профил с имейл ${context.line.one('email')}.`, en: `There is no account with the e-mail ${context.line.one('email')}.` }))
  })
const roleOf = (context: CommandContext, text: string) =>
  isStaffRole(text) ? text : failed('usage', at(context, { bg: `Няма роля „${text}“; ролите са ${staffRoles.join(', ')}.`, en: `There is no role “${text}”; the roles are ${staffRoles.join(', ')}.` }))

const linkLine = async (by: By, context: CommandContext, { id, language, email: to }: Pick<Account, 'id' | 'language' | 'email'>): Promise<CommandAnswer> => {
  const link = `${originOf()}/${language}${linkPath(await makeToken(by, { purpose: 'signIn', account: id }))}`
  await recordAct(by.writer, { who: null, act: 'people.link.make', thing: id })
  return done([at(context, { bg: `Връзка за вход на ${to}, веднъж, до ${tokenMinutes('signIn')} минути:`, en: `A link for ${to} to sign in, once, within ${tokenMinutes('signIn')} minutes:` }), link], { email: to, link })
}

const list: Command = {
  name: 'user list', says: { bg: 'показва кой има профил и с каква роля', en: 'show who has an account, and in which role' },
  run: async (context) => {
    const people = await context.store.reading((reader) => listPeople(reader), { as: 'staff' })
    const lines = people.map((person) => `${person.email}  ${person.role === null ? '–' : roleNames[person.role][context.language]}  ${person.name}${person.endedAt === null ? '' : at(context, { bg: '  (достъпът е прекратен)', en: '  (access has ended)' })}`)
    return done(lines.length > 0 ? lines : [at(context, { bg: 'Още никой няма профил: posoka user link прави първия администратор.', en: 'Nobody has an account yet: posoka user link makes the first administrator.' })],
      people.map(({ id, name, email: address, role, duties, endedAt }) => ({ id, name, email: address, role, duties, endedAt })))
  },
}
const ofPerson = [
  { name: 'role', takes: 'text', needed: 'yes', says: roleSays },
  { name: 'name', takes: 'text', needed: 'yes', says: { bg: 'име', en: 'name' } },
  { name: 'language', takes: 'text', says: { bg: 'език на писмата: bg или en', en: 'language of letters: bg or en' } },
] as const
const personOf = ({ line, language }: CommandContext, role: NewPerson['role']): NewPerson | CommandAnswer => {
  const name = parseName(line.one('name')), address = parseEmail(line.one('email'))
  if (!name.ok) return failed('refused', name.problem.text[language])
  if (!address.ok) return failed('refused', address.problem.text[language])
  return { name: name.value, email: address.value, role, language: line.one('language') === 'en' ? 'en' : 'bg' }
}
const withPerson = async (context: CommandContext, act: (by: By, person: NewPerson) => Promise<CommandAnswer>): Promise<CommandAnswer> => {
  const role = roleOf(context, context.line.one('role'))
  if (typeof role !== 'string') return role
  const person = personOf(context, role)
  return 'exit' in person ? person : context.store.writing((writer) => act({ who: visitor, writer, now: context.now() }, person))
}
const add: Command = {
  name: 'user add', says: { bg: 'прави профил и показва еднократна връзка за вход', en: 'make an account and print a one-time link to sign in' },
  words: [email], options: ofPerson,
  examples: ['posoka user add maria@example.bg --role analyst --name "Мария Петрова"'],
  run: (context) => withPerson(context, async (by, person) => {
    const opened = await openAccount(by, person)
    return opened.ok ? linkLine(by, context, { id: opened.value, ...person }) : failed('refused', opened.problem.text[context.language])
  }),
}
const invite: Command = {
  name: 'user invite', says: { bg: 'прави профил и изпраща писмо с покана', en: 'make an account and send a letter of invitation' },
  words: [email], options: ofPerson,
  examples: ['posoka user invite maria@example.bg --role analyst --name "Мария Петрова"'],
  run: (context) => withPerson(context, async (by, person) => {
    const invited = await sendInvite(by, { ...person, origin: originOf() })
    return invited.ok ? done([posted(context, person.email)], { id: invited.value, email: person.email }) : failed('refused', invited.problem.text[context.language])
  }),
}
const posted = (context: CommandContext, to: string): string => at(context, {
  bg: `Поканата до ${to} е записана; изпраща я работещият портал (posoka start).`, en: `The invitation to ${to} is noted; the running portal (posoka start) sends it.`,
})
const role: Command = {
  name: 'user role', says: { bg: 'променя ролята, а с --duty и задълженията', en: 'change a role and, with --duty, the duties' },
  words: [email, { name: 'role', needed: 'yes', says: roleSays }],
  options: [{ name: 'duty', takes: 'text', many: 'yes', says: { bg: `задължение, по желание няколко пъти: ${dutyNames.join(', ')}; без него остават онези, които са за новата роля`, en: `a duty, as often as wanted: ${dutyNames.join(', ')}; without it those that suit the new role stay` } }],
  examples: ['posoka user role maria@example.bg coordinator'],
  run: async (context) => {
    const wanted = roleOf(context, context.line.one('role'))
    if (typeof wanted !== 'string') return wanted
    const named = context.line.many('duty')
    const unknown = named.find((name) => !isDuty(name))
    if (unknown !== undefined) return failed('usage', at(context, { bg: `Няма задължение „${unknown}“; задълженията са ${dutyNames.join(', ')}.`, en: `There is no duty “${unknown}”; the duties are ${dutyNames.join(', ')}.` }))
    return withAccount(context, async (by, account) => {
      const held = named.length > 0 ? named.filter(isDuty) : ((await findStanding(by.writer.reader, { account: account.id }))?.duties ?? []).filter((duty) => mayHoldDuty(wanted, duty))
      const set = await setStanding(by, { id: account.id, role: wanted, duties: held })
      return set.ok ? done([`${account.email}: ${roleNames[wanted][context.language]}`], { email: account.email, role: wanted, duties: held }) : failed('refused', set.problem.text[context.language])
    })
  },
}
const link: Command = {
  name: 'user link', says: { bg: 'показва еднократна връзка за вход; без имейл – за първия администратор', en: 'print a one-time link to sign in; without an e-mail, for the first administrator' },
  words: [{ name: 'email', says: email.says }],
  examples: ['posoka user link', 'posoka user link maria@example.bg'],
  run: async (context) => {
    if (context.line.one('email') !== '') return withAccount(context, (by, account) => account.endedAt === null ? linkLine(by, context, account)
      : Promise.resolve(failed('refused', at(context, { bg: 'Достъпът на този човек е прекратен.', en: 'This person’s access has ended.' }))))
    const token = await makeFirstLink(context.store, context.now())
    if (token === undefined) return failed('refused', at(context, { bg: 'Вече има администратор; посочете имейл.', en: 'There is an administrator already; name an e-mail.' }))
    const first = `${originOf()}/${context.language}${firstPath(token)}`
    return done([at(context, { bg: 'Връзка за първия администратор, веднъж, до 24 часа:', en: 'A link for the first administrator, once, within 24 hours:' }), first], { link: first })
  },
}
const endSession: Command = {
  name: 'user end-sessions', says: { bg: 'прекратява всички сесии на човека', en: 'end all sessions of a person' }, words: [email],
  run: (context) => withAccount(context, async (by, account) => {
    const ended = await endSessions(by, { account: account.id })
    return done([at(context, { bg: `Прекратени сесии: ${ended}.`, en: `Sessions ended: ${ended}.` })], { email: account.email, ended })
  }),
}
const remove: Command = {
  name: 'user remove', says: { bg: 'прекратява достъпа; с --erase заличава профила', en: 'end access; with --erase the account is erased' },
  words: [email], options: [{ name: 'erase', takes: 'nothing', says: { bg: 'името, имейлът и писмата се заличават завинаги', en: 'name, e-mail and letters are erased for good' } }],
  run: (context) => withAccount(context, async (by, account) => {
    const ended = context.line.has('erase') ? await eraseAccount(by, { id: account.id as AccountId }) : await endAccess(by, { id: account.id, origin: originOf(), why: '' })
    if (!ended.ok) return failed('refused', ended.problem.text[context.language])
    return done([context.line.has('erase') ? at(context, { bg: 'Профилът е заличен.', en: 'The account is erased.' }) : at(context, { bg: 'Достъпът е прекратен.', en: 'Access has ended.' })], { email: account.email })
  }),
}
const restore: Command = {
  name: 'user restore', says: { bg: 'връща прекратен достъп, с роля и нова покана', en: 'give ended access back, with a role and a new invitation' },
  words: [email], options: [{ name: 'role', takes: 'text', needed: 'yes', says: roleSays }],
  examples: ['posoka user restore maria@example.bg --role analyst'],
  run: async (context) => {
    const wanted = roleOf(context, context.line.one('role'))
    if (typeof wanted !== 'string') return wanted
    return withAccount(context, async (by, account) => {
      if (account.endedAt === null) return failed('refused', at(context, { bg: 'Достъпът на този човек не е прекратяван; ролята се сменя с posoka user role.', en: 'This person’s access has not ended; posoka user role changes the role.' }))
      const restored = await restoreAccess(by, { id: account.id, role: wanted, origin: originOf() })
      return restored.ok ? done([posted(context, account.email)], { email: account.email, role: wanted }) : failed('refused', restored.problem.text[context.language])
    })
  },
}
export const commands: readonly Command[] = [list, add, invite, role, link, endSession, remove, restore]
