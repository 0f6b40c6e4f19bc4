// One search over everything that may be seen: what a person may not open, they do not find.
import { expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { writePost } from '#areas/participation/news/write.ts'
import { visitor } from '#kernel/who.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from '../participation-pages.ts'
import { testApp } from '../test-app.ts'
import { publicPages } from './pages.ts'
import { registerPages } from './search-pages.ts'

const store = await testStore({ seed: starter })
const { app, signedInAs } = testApp(store, {
  more: (desk) => [...publicPages(), ...participationPages(desk.origin)],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
await store.writing(async (writer) => {
  await registerPages(writer)
  const post = { datedOn: '2026-11-25', picture: null, text: { bg: 'Текст.', en: 'Text.' } }
  await writePost({ who: visitor, language: 'bg', now: new Date(), writer }, { words: { ...post, title: { bg: 'Изгрев над липите', en: 'Sunrise above the lindens' } }, does: 'publish' })
  await writePost({ who: visitor, language: 'bg', now: new Date(), writer }, { words: { ...post, title: { bg: 'Залез над липите', en: 'Sunset above the lindens' } }, does: 'save' })
})
const roles = ['visitor', 'administrator', 'analyst', 'coordinator', 'owner', 'investment', 'trainer'] as const
const cookies = new Map(await Promise.all(roles.filter((role) => role !== 'visitor').map(async (role) => [role as string, (await signedInAs(role)).cookie] as const)))
const found = async (role: (typeof roles)[number], words: string): Promise<readonly string[]> => {
  const cookie = cookies.get(role)
  const html = await (await app.request(`/bg/search?q=${encodeURIComponent(words)}`, { headers: cookie === undefined ? {} : { cookie } })).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return [...main.matchAll(/href="\/bg(\/[^"]*)"/g)].map(([, path = '']) => path)
}
const whoFinds = async (path: string, words: string): Promise<readonly string[]> => {
  const all = await Promise.all(roles.map(async (role) => [role, (await found(role, words)).includes(path)] as const))
  return all.filter(([, finds]) => finds).map(([role]) => role)
}

test.each([
  ['/people/settings', 'настройки', ['administrator']],
  ['/people/settings/mailbox', 'поща imap', ['administrator']],
  ['/office/letters', 'писма', ['administrator']],
  ['/office/audit', 'следа', ['administrator']],
  ['/people', 'хора роля', ['administrator', 'coordinator']],
  ['/participation/news/new', 'нова новина', ['administrator', 'coordinator']],
  ['/my/account', 'парола сесии', ['administrator', 'analyst', 'coordinator', 'owner', 'investment', 'trainer']],
  ['/participation/news', 'новини', [...roles]],
  ['/participation/news/1', 'изгрев', [...roles]],
])('%s is found by „%s“ by those who may open it: %j', async (path, words, who) => { expect(await whoFinds(path, words)).toEqual(who) })
test('a draft is found by colleagues, not by visitors', async () => {
  expect(await whoFinds('/participation/news/2', 'залез')).toEqual(roles.filter((role) => role !== 'visitor'))
})
test.each(roles)('whatever %s finds opens for them', async (role) => {
  const cookie = cookies.get(role)
  const paths = new Set((await Promise.all(['настройки писма', 'хора', 'нова новина липите', 'регистър действия', 'начало', 'институция герб'].map((words) => found(role, words)))).flat().filter((path) => /^\/(my|people|office|participation)/.test(path)))
  if (role !== 'visitor') expect(paths.size).toBeGreaterThan(1)
  for (const path of paths) expect((await app.request(`/bg${path}`, { headers: cookie === undefined ? {} : { cookie } })).status, path).toBe(200)
})
