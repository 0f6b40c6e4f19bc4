// Moderation through the web door: the inbox and one text for staff, policy, log, report and objection for everybody, scripts off.
import { expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { tellModerators } from '#areas/participation/moderation/commands.ts'
import { channels, contributionKinds, reasonsToCheck } from '#areas/participation/proposals/rules.ts'
import { visitor } from '#kernel/who.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { makeActs } from '#test/participation.ts'
import { participationPages } from './participation-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore()
const now = new Date('2026-11-25T10:00:00Z')
let looks = 0
/** Nobody fills a form within three seconds: every look at the clock is four seconds later. */
const { app, signedInAs } = testApp(store, {
  clock: () => new Date(now.getTime() + 4000 * looks++), more: (desk) => participationPages(desk.origin, { address: null, email: null, fetchFrom: [] }),
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const maria = await signedInAs('coordinator', 'Мария Петрова'), petya = await signedInAs('coordinator', 'Петя Колева')
const { person, submit } = await makeActs(store, now)
let count = 0
const arrive = async (more: Partial<Parameters<typeof submit>[0]> = {}) => submit({ title: 'Велоалея до гарата', text: `Да се изгради велоалея до гарата, молба номер ${++count}.`, author: await person(`web${count}@example.bg`, 'Иван Петров'), name: 'Иван Петров', choice: 'name', ...more })
const textOf = async (path: string, cookie?: string): Promise<string> => (await app.request(path, { headers: cookie === undefined ? {} : { cookie } })).text()
const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const does = async (number: string, fields: Record<string, string>, cookie = maria.cookie) => {
  const path = `/bg/participation/inbox/${number}`
  const html = await textOf(path, cookie)
  return postForm(app, path, { version: hidden(html, 'version'), state: hidden(html, 'state'), ...fields }, { cookie })
}
const lettersTo = async (email: string) => (await store.reading((reader) => listLetters(reader, { limit: 200 }), { as: 'staff' })).filter(({ toAddress }) => toAddress === email)

test('MO6 no morning letter when nothing waits; one to each moderator when something does, and not twice a day', async () => {
  expect(await tellModerators(store, { now, origin: 'http://localhost' })).toBe(0)
  await arrive()
  expect(await tellModerators(store, { now, origin: 'http://localhost' })).toBe(2)
  await tellModerators(store, { now, origin: 'http://localhost' })
  const letters = await lettersTo(maria.email)
  expect(letters.map(({ kind }) => kind)).toEqual(['participation.moderators'])
  expect(letters[0]?.body).toContain('/bg/participation/inbox')
})
test('MO1 the policy says what, when, by whom, how fast and how to object, in both languages', async () => {
  const [bg, en] = [await textOf('/bg/participation/moderation'), await textOf('/en/participation/moderation')]
  for (const word of ['Преди или след публикуване', 'Кой решава', 'работни дни', 'Лични данни на други хора', 'възражение', '14 дни']) expect(bg).toContain(word)
  for (const word of ['Before or after publication', 'Who decides', 'working days', 'Personal data of others', 'object', '14 days']) expect(en).toContain(word)
  // What it says is looked at first is what the rule lets wait, no more and no less: each reason of the rule has its words on the page.
  const why: Readonly<Record<string, readonly [string, string]>> = { anonymous: ['без име и адрес', 'without a name'], first: ['първия текст от един човек', 'first text from a person'], personalData: ['има лични данни', 'hold personal data'], process: ['изцяло предварително', 'in full beforehand'] }
  const by: Readonly<Record<string, readonly [string, string]>> = { email: ['по електронна поща', 'by e-mail'], paper: ['на хартия', 'on paper'], post: ['по пощата', 'by post'], phone: ['по телефона', 'by telephone'] }
  for (const channel of channels) {
    const reasons = reasonsToCheck({ channel, assurance: 'email', hasAuthor: 'yes', authorKind: 'person', checkedFirst: 'after', marks: [], publishedBefore: 1 })
    expect([channel, reasons.length > 0]).toEqual([channel, by[channel] !== undefined])
  }
  const all = [...reasonsToCheck({ channel: 'web', assurance: 'email', hasAuthor: 'yes', authorKind: 'person', checkedFirst: 'before', marks: ['personalData'], publishedBefore: 0 }), ...reasonsToCheck({ channel: 'web', assurance: 'email', hasAuthor: 'no', authorKind: 'person', checkedFirst: 'after', marks: [], publishedBefore: 1 })]
  expect(all.toSorted()).toEqual(Object.keys(why).toSorted())
  for (const [words, english] of [...Object.values(why), ...Object.values(by)]) expect([bg.includes(words), en.includes(english), words]).toEqual([true, true, words])
})
test('AC2 moderating needs forms alone: the inbox says what waits and why, the oldest first, and lets many be published at once; visitors do not see it', async () => {
  const [one, other] = [await arrive(), await arrive({ text: 'Обадете се на 0888 123 456 за велоалеята.' })]
  expect((await app.request('/bg/participation/inbox')).status).toBe(303)
  const html = await textOf('/bg/participation/inbox', maria.cookie)
  expect(html.indexOf(one.number)).toBeLessThan(html.indexOf(other.number))
  expect(html).toContain('първи текст от този адрес')
  expect(html).toContain('прилича на лични данни')
  const nothing = await postForm(app, '/bg/participation/inbox', { does: 'publish' }, { cookie: maria.cookie })
  expect(nothing.status).toBe(400)
  expect(await nothing.text()).toContain('Отметнете поне един текст.')
  expect((await postForm(app, '/bg/participation/inbox', { does: 'publish', chosen: one.number }, { cookie: maria.cookie })).status).toBe(303)
  expect(await textOf('/bg/participation/inbox', maria.cookie)).not.toContain(one.number)
  const held = await postForm(app, '/bg/participation/inbox', { does: 'publish', chosen: other.number }, { cookie: maria.cookie })
  expect(await held.text()).toContain('прегледайте един по един')
  expect(await textOf('/bg/participation/inbox?tab=answer', maria.cookie)).toContain(one.number)
  expect((await postForm(app, '/bg/participation/inbox?tab=answer', { does: 'assign', chosen: one.number, unit: 'Дирекция АПОФУС', topic: 'infrastructure' }, { cookie: maria.cookie })).status).toBe(303)
  expect(await textOf(`/bg/participation/inbox?tab=answer&unit=${encodeURIComponent('Дирекция АПОФУС')}`, maria.cookie)).toContain(one.number)
})
test('MO4 masking through the form: the page of the clerk shows both texts, and what is masked is on no public page, list or file', async () => {
  const { number } = await arrive({ title: 'Пейки', text: 'Съседката Желязка Колева, тел. 0888 765 432, иска пейки.' })
  const html = await textOf(`/bg/participation/inbox/${number}`, maria.cookie)
  expect(html).toContain('Както е получено')
  expect(html).toContain('тел. [заличени лични данни], иска пейки.')
  const wrong = await does(number, { does: 'mask', public_title: 'Пейки', public_text: 'Друг текст.', mask_reason: 'othersData' })
  expect(wrong.status).toBe(400)
  const again = await wrong.text()
  expect(again).toContain('Върнете думите на автора')
  expect(again).toContain('Друг текст.')
  expect((await does(number, { does: 'mask', public_title: 'Пейки', public_text: 'Съседката [заличени лични данни], тел. [заличени лични данни], иска пейки.', mask_reason: 'othersData' })).status).toBe(303)
  for (const path of [`/bg/participation/proposals/${number}`, '/bg/participation/proposals', '/bg/participation/proposals.csv', '/bg/participation/moderation/log', '/participation/moderation/log.csv', `/bg/participation/report/${number}`, `/bg/search?q=${encodeURIComponent('Желязка')}`]) {
    const shown = await textOf(path)
    expect(shown, path).not.toContain('Желязка Колева')
    expect(shown, path).not.toContain('0888 765')
  }
})
test('MO2 refusing without a reason is impossible; the author objects through the letter and another person decides', async () => {
  const { number } = await arrive()
  const none = await does(number, { does: 'refuse' })
  expect(none.status).toBe(400)
  expect(await none.text()).toContain('Изберете причина')
  expect((await does(number, { does: 'refuse', reason: 'offTopic', passage: 'велоалея' })).status).toBe(303)
  const path = /\/bg\/participation\/objection\/[\w-]{43}/.exec((await lettersTo(`web${count}@example.bg`)).find(({ kind }) => kind === 'participation.moderated')?.body ?? '')?.[0] ?? ''
  expect(await textOf(path)).toContain('не е по темата')
  expect(await textOf(path)).toContain('не е по темата')
  const empty = await postForm(app, path, { objection: '' })
  expect(empty.status).toBe(400)
  expect((await postForm(app, path, { objection: 'По темата е.' })).status).toBe(303)
  expect((await app.request(path)).status).toBe(404)
  expect((await app.request(`/bg/participation/objection/${'x'.repeat(43)}`)).status).toBe(404)
  const judgePath = /\/bg\/participation\/inbox\/objections\/[0-9a-f-]{36}/.exec(await textOf('/bg/participation/inbox?tab=objections', petya.cookie))?.[0] ?? ''
  expect(await textOf(judgePath, maria.cookie)).toContain('трябва да реши друг човек')
  expect((await postForm(app, judgePath, { outcome: 'reversed', why: 'Прав е.' }, { cookie: maria.cookie, from: '/bg/participation/moderation/log' })).status).toBe(400)
  expect((await postForm(app, judgePath, { outcome: 'reversed', why: 'По темата е.' }, { cookie: petya.cookie })).status).toBe(303)
  expect(await textOf('/bg/participation/moderation/log')).toContain('възражението е уважено')
})
test('MO3 the log is a page and a CSV, without texts, names and numbers', async () => {
  const [page, csv] = [await textOf('/en/participation/moderation/log'), await textOf('/participation/moderation/log.csv?language=en')]
  expect(page).toContain('personal data of others')
  expect(csv).toContain('date,kind,decision,reason,objection')
  for (const secret of ['2026-00', 'Мария', 'Петя', 'Иван', 'елоалея']) expect(csv).not.toContain(secret)
  expect(page).not.toMatch(/Мария|Петя|2026-00\d\d/)
})
test('MO6 every kind of contribution can be reported by anybody, and the report stands in the queue until somebody has looked', async () => {
  for (const kind of contributionKinds) {
    const { number } = await arrive({ kind })
    expect((await app.request(`/bg/participation/report/${number}`)).status, 'not before it is public').toBe(404)
    await does(number, { does: 'publish' })
    const path = `/bg/participation/report/${number}`
    expect((await postForm(app, path, { says: 'без причина' })).status).toBe(400)
    expect((await postForm(app, path, { reason: 'insult', says: 'първото изречение' })).status).toBe(303)
    expect(await textOf('/bg/participation/inbox?tab=flags', maria.cookie)).toContain(number)
    expect((await does(number, { does: 'settle' })).status).toBe(303)
    expect(await textOf('/bg/participation/inbox?tab=flags', maria.cookie)).not.toContain(number)
  }
})
test('two clerks at once: the second is told, sees what stands now, and loses no word', async () => {
  const { number } = await arrive()
  const path = `/bg/participation/inbox/${number}`
  const opened = await textOf(path, petya.cookie)
  await does(number, { does: 'publish' })
  const second = await postForm(app, path, { version: hidden(opened, 'version'), state: hidden(opened, 'state'), does: 'refuse', reason: 'test', says: 'моите думи' }, { cookie: petya.cookie })
  expect(second.status).toBe(400)
  const html = await second.text()
  for (const words of ['колега промени същия текст', 'публикувано', 'моите думи']) expect(html).toContain(words)
})
test('ME2, ME3: merging, undoing and splitting by forms alone; notes stay among colleagues', async () => {
  const [one, other] = [await arrive(), await arrive()]
  for (const { number } of [one, other]) await does(number, { does: 'publish' })
  const merge = `/bg/participation/inbox/${one.number}/merge`
  expect(await textOf(merge, maria.cookie)).toContain(other.number)
  expect((await postForm(app, merge, { does: 'gather', chosen: other.number }, { cookie: maria.cookie })).status).toBe(303)
  expect(await textOf(merge, maria.cookie)).toContain('Върнете обединяването')
  expect((await postForm(app, merge, { does: 'undo', member: other.number }, { cookie: maria.cookie })).status).toBe(303)
  expect(await textOf(merge, maria.cookie)).not.toContain('Върнете обединяването')
  const wrong = await postForm(app, merge, { does: 'merge', target: '42' }, { cookie: maria.cookie })
  expect(await wrong.text()).toContain('Напишете номер като 2026-0042.')
  const two = await arrive({ text: 'Искам пейки. Искам и чешма.' })
  await does(two.number, { does: 'publish' })
  const split = `/bg/participation/inbox/${two.number}/split`
  expect((await postForm(app, split, { title_1: 'Пейки', quote_1: 'Искам пейки.', title_2: 'Чешма', quote_2: 'Искам и чешма.' }, { cookie: maria.cookie })).status).toBe(303)
  expect(await textOf(split, maria.cookie)).toContain('Чешма')
  expect((await does(two.number, { does: 'note', note: 'Да питаме В и К.' })).status).toBe(303)
  expect(await textOf(`/bg/participation/inbox/${two.number}`, petya.cookie)).toContain('Да питаме В и К.')
  expect(await textOf(`/bg/participation/proposals/${two.number}`)).not.toContain('Да питаме')
  expect((await app.request('/bg/participation/inbox/campaigns', { headers: { cookie: maria.cookie } })).status).toBe(200)
})
