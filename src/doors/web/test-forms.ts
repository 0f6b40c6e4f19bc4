// Posts a form the way a browser does: opens the page, takes the hidden fields from it, sends them back with the origin.
// For tests only; the server never imports it.
import type { Hono } from 'hono'
import { timeField, trapField } from './form-seal.ts'

type Filled = Readonly<Record<string, string | Blob>>
type How = { readonly cookie?: string; readonly address?: string; readonly headers?: Readonly<Record<string, string>>; readonly from?: string }

export const postForm = async (app: Hono, path: string, fields: Filled, how: How = {}): Promise<Response> => {
  const cookie: Record<string, string> = how.cookie === undefined ? {} : { cookie: how.cookie }
  const opened = await (await app.request(how.from ?? path, { headers: cookie })).text()
  const time = new RegExp(`name="${timeField}" value="([^"]*)"`).exec(opened)?.[1] ?? ''
  const values = { [timeField]: time, [trapField]: '', ...fields }
  const body = Object.values(fields).some((value) => typeof value !== 'string') ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(values)) (body as FormData).append(name, value as string)
  return app.request(path, {
    method: 'POST', body,
    headers: { origin: 'http://localhost', host: 'localhost', ...cookie, ...(how.address === undefined ? {} : { 'x-test-address': how.address }), ...how.headers },
  })
}
/** The cookies an answer sets, as the next request would send them; those taken away are left out. */
export const cookiesOf = (response: Response, before = ''): string => {
  const jar = new Map(before.split('; ').filter((pair) => pair !== '').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, pair.slice(pair.indexOf('=') + 1))
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
