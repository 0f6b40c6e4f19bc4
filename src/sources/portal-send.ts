// Sends a consultation to the national portal: login, then one POST. Gives back what was answered as a value; whether it was taken, the
// reader of the answer judges, because the portal refuses under HTTP 200 as well. Never called in a dry run.
import { portalHome } from './portal.ts'

export type PortalAccess = { readonly email: string; readonly password: string; readonly home?: string }
export type PortalSent = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly stage: 'login' | 'send'; readonly status: number }
const most = 1024 ** 2
const post = async (address: string, { body, token }: { readonly body: unknown; readonly token?: string }): Promise<{ readonly status: number; readonly answer: unknown }> => {
  const response = await fetch(address, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(60_000), body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  })
  const text = (await response.text()).slice(0, most)
  try { return { status: response.status, answer: JSON.parse(text) as unknown } } catch { return { status: response.status, answer: null } }
}
export const sendConsultation = async ({ email, password, home = portalHome }: PortalAccess, body: Readonly<Record<string, string>>): Promise<PortalSent> => {
  const login = await post(`${home}/api/login`, { body: { email, password } })
  const answer = login.answer as { token?: unknown; access_token?: unknown } | null
  const token = answer?.token ?? answer?.access_token
  if (typeof token !== 'string' || token === '') return { ok: false, stage: 'login', status: login.status }
  const sent = await post(`${home}/api/consultations`, { body, token })
  return sent.status >= 500 || sent.answer === null ? { ok: false, stage: 'send', status: sent.status } : { ok: true, answer: sent.answer }
}
