// Becomes the first administrator of a fresh product by the one-time link it prints, as a person would; gives the cookies.
import type { App } from './app.ts'

/** A form of a visitor that comes within three seconds is taken for a machine's. */
const asSlowAsAPerson = 3_300

export const becomeAdministrator = async (app: App): Promise<string> => {
  const link = await untilPrinted(app)
  const page = await fetch(link)
  const html = await page.text()
  const cookies = new Map(page.headers.getSetCookie().map(pairOf))
  await new Promise((resume) => setTimeout(resume, asSlowAsAPerson))
  const form = new URLSearchParams({
    form_time: /name="form_time" value="([^"]*)"/.exec(html)?.[1] ?? '', form_website: '', name: 'Мария Петрова', email: 'maria@example.bg',
  })
  const answer = await fetch(link, {
    method: 'POST', redirect: 'manual', body: form,
    headers: { origin: app.address, 'content-type': 'application/x-www-form-urlencoded', cookie: written(cookies) },
  })
  for (const [name, value] of answer.headers.getSetCookie().map(pairOf)) cookies.set(name, value)
  if (answer.status !== 303) throw new Error(`the first administrator could not sign in: ${answer.status} ${await answer.text()}`)
  return written(cookies)
}
const pairOf = (header: string): readonly [string, string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
  return [name, value]
}
const written = (cookies: ReadonlyMap<string, string>): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

const untilPrinted = async (app: App): Promise<string> => {
  for (let left = 200; left > 0; left -= 1) {
    const path = /\/(?:bg|en)\/sign-in\/first\/\S+/.exec(app.log())?.[0]
    if (path !== undefined) return app.address + path
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`no link for the first administrator was printed:\n${app.log()}`)
}
