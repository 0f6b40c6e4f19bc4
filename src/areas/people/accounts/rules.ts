// The nouns of accounts, and what follows from them: how long a link lives, whose sessions end, where pages stand.
// Passwords and letters have files of their own in rules/.
import type { Language } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import type { Duty, StaffRole } from '#areas/people/roles/rules.ts'

export const tokenPurposes = ['signIn', 'invitation', 'firstAdministrator'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

/** A link in a letter waits for its reader; a link on the console waits for the person who started the server. */
const minutes: Readonly<Record<TokenPurpose, number>> = { signIn: 30, invitation: 7 * 24 * 60, firstAdministrator: 24 * 60 }
export const tokenEnd = (purpose: TokenPurpose, now: Date): Date => new Date(now.getTime() + minutes[purpose] * 60_000)
export const tokenMinutes = (purpose: TokenPurpose): number => minutes[purpose]

export const signInPath = '/sign-in'
export const passwordPath = '/sign-in/password'
export const sentPath = '/sign-in/sent'
export const myPath = '/my'
export const accountPath = '/my/account'
export const peoplePath = '/people'
export const personPath = (account: AccountId): string => `${peoplePath}/${account}`
export const linkPath = (token: string): string => `/sign-in/link/${token}`
export const firstPath = (token: string): string => `/sign-in/first/${token}`
/** 32 random bytes, written for an address. */
export const isTokenShaped = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

export type Account = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly language: Language
  readonly createdAt: Date
  readonly endedAt: Date | null
}
export type Person = Account & { readonly role: StaffRole | null; readonly duties: readonly Duty[]; readonly hasPassword: boolean; readonly lastSeenAt: Date | null }
export type OpenSession = { readonly id: string; readonly device: string | null; readonly createdAt: Date; readonly updatedAt: Date; readonly expiresAt: Date }

export const sessionDays = 7

/** What a limit holds and how fast it fills again. Links have a limit of their own: who blocks the password does not block the letter. */
export type Limit = { readonly holds: number; readonly perHour: number }
export const limits = {
  linkPerPerson: { holds: 5, perHour: 10 },
  linkPerAddress: { holds: 20, perHour: 60 },
  passwordPerPerson: { holds: 8, perHour: 24 },
  passwordPerAddress: { holds: 30, perHour: 120 },
} as const satisfies Record<string, Limit>
export type LimitName = keyof typeof limits

/** Tokens left after one more attempt, or how many minutes to wait. Worked: 5 held, none left, 10 an hour → 6 minutes. */
export const takeAttempt = (limit: Limit, left: { readonly tokens: number; readonly at: Date } | undefined, now: Date):
  { readonly allowed: 'yes'; readonly tokens: number } | { readonly allowed: 'no'; readonly tokens: number; readonly waitMinutes: number } => {
  const hours = left === undefined ? 0 : Math.max(0, now.getTime() - left.at.getTime()) / 3_600_000
  const tokens = left === undefined ? limit.holds : Math.min(limit.holds, left.tokens + hours * limit.perHour)
  return tokens >= 1 ? { allowed: 'yes', tokens: tokens - 1 } : { allowed: 'no', tokens, waitMinutes: Math.max(1, Math.ceil(((1 - tokens) / limit.perHour) * 60)) }
}

const browsers: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/SamsungBrowser/, 'Samsung Internet'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly (readonly [RegExp, string])[] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']]
/** Two words by which a person knows their own browser again; the full text would identify them. */
export const deviceOf = (userAgent: string): string | null => {
  const found = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1]).filter((word) => word !== undefined)
  return found.length === 0 ? null : found.join(', ')
}

/** A look at the start page within half an hour of the last one is the same visit. */
const visitMs = 30 * 60_000
export type LastVisit = { readonly seenAt: Date; readonly beforeAt: Date | null }
/** Since when changes are new to a person: the end of the visit before this one; at the first, the last seven days. */
export const changesSince = (last: LastVisit | undefined, now: Date): Date =>
  (last === undefined ? null : isSameVisit(last, now) ? last.beforeAt : last.seenAt) ?? new Date(now.getTime() - 7 * 86_400_000)
export const isSameVisit = ({ seenAt }: Pick<LastVisit, 'seenAt'>, now: Date): boolean => now.getTime() - seenAt.getTime() < visitMs
