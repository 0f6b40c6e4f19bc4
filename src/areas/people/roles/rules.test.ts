import { expect, test } from 'vitest'
import { roles } from '#kernel/who.ts'
import { duties, dutyNames, isStaffRole, mayHoldDuty, mayLoseAdministrator, permissions, roleNames, staffRoles } from './rules.ts'

test('a visitor reads, signs in and takes part, and may nothing else', () => {
  expect(Object.values(permissions).filter((each) => each.roles.has('visitor')).map((each) => each.name)).toEqual(['public.read', 'public.sign-in', 'public.take-part'])
})
test('only the administrator manages people, reads letters and the trail', () => {
  for (const name of ['people.manage', 'letters.read', 'audit.read'] as const) expect([...permissions[name].roles]).toEqual(['administrator'])
})
test('the administrator may whatever anybody may', () => {
  expect(Object.values(permissions).filter((each) => !each.roles.has('administrator'))).toEqual([])
})
test('every line and every role is named in both languages', () => {
  for (const each of Object.values(permissions)) expect(each.says.bg.length * each.says.en.length).toBeGreaterThan(0)
  for (const role of roles) expect(roleNames[role].bg.length * roleNames[role].en.length).toBeGreaterThan(0)
})
test('a duty is held within its roles only', () => {
  expect(staffRoles.filter((role) => mayHoldDuty(role, 'moderator')).sort()).toEqual(['administrator', 'coordinator'])
  for (const duty of dutyNames) expect(duties[duty].roles.length).toBeGreaterThan(0)
})
test('a visitor is no role of an account, and the last administrator stays', () => {
  expect([isStaffRole('visitor'), isStaffRole('trainer'), isStaffRole('constructor')]).toEqual([false, true, false])
  expect([mayLoseAdministrator(1), mayLoseAdministrator(2)]).toEqual([false, true])
})
