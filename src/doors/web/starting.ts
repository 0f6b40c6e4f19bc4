// What answers while the database is being opened: 503 with a page that says so, and /healthz that says not yet.
import { Hono } from 'hono'
import { isLanguage } from '#kernel/language.ts'
import { visitor } from '#kernel/who.ts'
import { errorScreen } from './errors.tsx'
import type { Frame } from './frame.ts'
import { safeHeaders } from './headers.ts'

export const startingApp = ({ frame, email }: { readonly frame: Frame; readonly email: string | null }): Hono => {
  const app = new Hono()
  const headers = { ...safeHeaders(null), 'Retry-After': '5', 'Cache-Control': 'no-store' }
  app.all('*', (c) => {
    if (c.req.path === '/healthz') return new Response('starting\n', { status: 503, headers })
    const first = c.req.path.split('/')[1]
    const language = isLanguage(first) ? first : 'bg'
    const screen = errorScreen(503, { language, number: 'START', email, wait: 5 })
    return new Response(String(frame(screen, { language, path: '/', who: visitor, notice: null, origin: '' })), { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
  })
  return app
}
