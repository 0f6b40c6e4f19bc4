// The accounts library, kept behind this one file: it makes, finds, prolongs and ends sessions, signs their cookie and hashes
// passwords. It has its own database handle and is called outside our transactions. Its HTTP endpoints are never mounted.
import type { BetterAuthOptions } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type { AccountId } from '#kernel/who.ts'
import { newId } from '#store/ids.ts'
import type { Store } from '#store/store.ts'
import { sessionDays } from '../rules.ts'

export type Library = {
  /** reads only; `stale` means the cookie leads nowhere, `due` that the session should be prolonged */
  readonly find: (cookies: string) => Promise<{ readonly session: string; readonly account: AccountId; readonly due: 'yes' | 'no' } | { readonly stale: readonly string[] }>
  readonly prolong: (cookies: string) => Promise<readonly string[]>
  readonly begin: (account: AccountId, about: { readonly device: string | null }) => Promise<readonly string[]>
  /** the cookie that takes the cookie away */
  readonly forget: () => readonly string[]
  readonly hash: (password: string) => Promise<string>
  readonly verify: (password: string, hash: string) => Promise<'right' | 'wrong'>
}
export type LibraryParts = { readonly store: Pick<Store, 'handleForAccountsLibraryOnly'>; readonly secret: string; readonly origin: string }

const seconds = sessionDays * 86_400
const names = (origin: string) => {
  const isHttps = origin.startsWith('https://')
  return { cookie: isHttps ? '__Host-posoka_session' : 'posoka_session', secure: isHttps }
}

const optionsOf = ({ store, secret, origin }: LibraryParts): BetterAuthOptions => {
  const { cookie, secure } = names(origin)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: store.handleForAccountsLibraryOnly() }) }).withSchema('people')
  return {
    baseURL: origin,
    secret,
    database: { db: db as never, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false },
    user: { modelName: 'account', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      modelName: 'session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'device', createdAt: 'created_at', updatedAt: 'updated_at' },
      expiresIn: seconds,
      updateAge: 86_400,
      // A GET only reads; the door prolongs in a small act of its own.
      deferSessionRefresh: true,
    },
    account: { modelName: 'credential', fields: { accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', createdAt: 'created_at', updatedAt: 'updated_at' } },
    advanced: {
      // It would ask for the tables of ways to sign in that we do not offer; ours are watched by tests.
      database: { generateId: () => newId(), validateSchema: false },
      useSecureCookies: false,
      cookies: { session_token: { name: cookie, attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' } } },
      ipAddress: { disableIpTracking: true },
    },
  }
}

/** Loaded when the first cookie or password comes: no visitor waits for it, and no start. */
export const openLibrary = async (parts: LibraryParts): Promise<Library> => {
  const [{ betterAuth }, { createAuthEndpoint }, { setSessionCookie }] = await Promise.all([import('better-auth'), import('better-auth/api'), import('better-auth/cookies')])
  const begin = createAuthEndpoint('/posoka/begin', { method: 'POST' }, async (context) => {
    const { account, device } = context.body as { account: string; device: string | null }
    const session = await context.context.internalAdapter.createSession(account, false, { ipAddress: '', userAgent: device ?? '' })
    const user = await context.context.internalAdapter.findUserById(account)
    if (!session || !user) throw new Error('no session could be made for an account that is not there')
    await setSessionCookie(context, { session, user })
    return context.json({ session: session.id })
  })
  const auth = betterAuth({ ...optionsOf(parts), plugins: [{ id: 'posoka', endpoints: { begin } }] })
  const { password } = await auth.$context
  const { cookie, secure } = names(parts.origin)
  const forget = (): readonly string[] => [`${cookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`]
  return {
    find: async (cookies) => {
      const found = await auth.api.getSession({ headers: new Headers({ cookie: cookies }) }) as { session: { id: string; userId: string }; needsRefresh?: boolean } | null
      if (found === null) return { stale: forget() }
      return { session: found.session.id, account: found.session.userId as AccountId, due: found.needsRefresh === true ? 'yes' : 'no' }
    },
    prolong: async (cookies) => {
      const { headers } = await auth.api.getSession({ headers: new Headers({ cookie: cookies }), method: 'POST', returnHeaders: true } as never) as unknown as { headers: Headers }
      return headers.getSetCookie()
    },
    begin: async (account, { device }) => {
      const { headers } = await (auth.api as unknown as { begin: (input: unknown) => Promise<{ headers: Headers }> }).begin({ body: { account, device }, returnHeaders: true })
      return headers.getSetCookie()
    },
    forget,
    hash: (text) => password.hash(text),
    verify: async (text, hash) => ((await password.verify({ password: text, hash })) ? 'right' : 'wrong'),
  }
}
