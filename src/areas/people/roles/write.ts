// Acts that give and take roles and duties; each leaves its row in the audit trail. The last administrator cannot be lost.
import type { Language } from '#kernel/language.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import type { AccountId } from '#kernel/who.ts'
import { speak } from '#kernel/speak.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { countAdministrators, findStanding } from './read.ts'
import { mayHoldDuty, mayLoseAdministrator, type Duty, type StaffRole } from './rules.ts'
import type { RoleTables } from './tables.ts'

/** Who acts: null for the command line and for the first administrator. */
type By = { readonly who: { readonly account: AccountId | null }; readonly writer: Writer }
const inBoth = (word: (language: Language) => string): Problem['text'] => ({ bg: word('bg'), en: word('en') })
const lastAdministrator: Problem = { field: 'role', text: inBoth((language) => speak(language).people_problem_last_administrator()) }

export const giveRole = async ({ who, writer }: By, { account, role }: { account: AccountId; role: StaffRole }): Promise<Result<'given'>> => {
  // One at a time: two administrators who step down together must not both be let go.
  const before = await takeTurn(writer, account)
  if (before?.role === 'administrator' && role !== 'administrator' && !mayLoseAdministrator(await countAdministrators(writer.reader))) return not(lastAdministrator)
  await writer.withTables<RoleTables>().insertInto('people.role').values({ account, role, givenBy: who.account })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ role, givenBy: who.account, givenAt: new Date() })).execute()
  const lost = (before?.duties ?? []).filter((duty) => !mayHoldDuty(role, duty))
  if (lost.length > 0) await writer.withTables<RoleTables>().deleteFrom('people.duty').where('account', '=', account).where('duty', 'in', lost).execute()
  if (before?.role !== role)
    await recordAct(writer, { who: who.account, act: 'people.role.give', thing: account, before: before === undefined ? undefined : { role: before.role, duties: before.duties }, after: { role } })
  return ok('given')
}

/** Before an account ends or is erased: its role goes, unless nobody would be left to invite anyone. */
export const takeRole = async ({ who, writer }: By, { account }: { account: AccountId }): Promise<Result<'taken'>> => {
  const before = await takeTurn(writer, account)
  if (before === undefined) return ok('taken')
  if (before.role === 'administrator' && !mayLoseAdministrator(await countAdministrators(writer.reader))) return not(lastAdministrator)
  await writer.withTables<RoleTables>().deleteFrom('people.duty').where('account', '=', account).execute()
  await writer.withTables<RoleTables>().deleteFrom('people.role').where('account', '=', account).execute()
  await recordAct(writer, { who: who.account, act: 'people.role.take', thing: account, before: { role: before.role, duties: before.duties } })
  return ok('taken')
}

export const assignDuties = async ({ who, writer }: By, { account, duties }: { account: AccountId; duties: readonly Duty[] }): Promise<Result<'assigned'>> => {
  const before = await takeTurn(writer, account)
  if (before === undefined) return not({ field: 'duties', text: inBoth((language) => speak(language).people_problem_no_role()) })
  const held = duties.filter((duty) => mayHoldDuty(before.role, duty))
  if (held.length < duties.length) return not({ field: 'duties', text: inBoth((language) => speak(language).people_problem_duty_of_other_role()) })
  if ([...before.duties].sort().join() === [...held].sort().join()) return ok('assigned')
  await writer.withTables<RoleTables>().deleteFrom('people.duty').where('account', '=', account).execute()
  if (held.length > 0)
    await writer.withTables<RoleTables>().insertInto('people.duty').values(held.map((duty) => ({ account, duty, givenBy: who.account }))).execute()
  await recordAct(writer, { who: who.account, act: 'people.duty.assign', thing: account, before: { duties: before.duties }, after: { duties: held } })
  return ok('assigned')
}

const takeTurn = async (writer: Writer, account: AccountId) => {
  await writer.withTables<RoleTables>().selectFrom('people.role').select('account').where('role', '=', 'administrator').forUpdate().execute()
  return findStanding(writer.reader, { account })
}
