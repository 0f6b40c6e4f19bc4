// Who stands at the door: a visitor without an account, or a person with one role.
// Duties (moderator, editor …) are assignments within a role and live in people/roles.
import type { Id } from './id.ts'
import type { Bilingual } from './language.ts'

export const roles = ['visitor', 'administrator', 'analyst', 'coordinator', 'owner', 'investment', 'trainer'] as const
export type Role = (typeof roles)[number]
export type AccountId = Id<'account'>

export type Who = {
  readonly role: Role
  readonly account: AccountId | null
  readonly name: string
  readonly duties: ReadonlySet<string>
}
export const visitor: Who = { role: 'visitor', account: null, name: '', duties: new Set() }

/** One line of the policy table: what may be done, by which roles. Defined only in people/roles/rules.ts. */
export type Permission = {
  readonly name: string
  readonly roles: ReadonlySet<Role>
  /** people of these roles may as well, once the duty is assigned to them */
  readonly withDuty?: { readonly duty: string; readonly roles: ReadonlySet<Role> }
  readonly says: Bilingual
}
export const mayDo = (who: Who, { roles: allowed, withDuty }: Permission): boolean =>
  allowed.has(who.role) || (withDuty?.roles.has(who.role) === true && who.duties.has(withDuty.duty))
