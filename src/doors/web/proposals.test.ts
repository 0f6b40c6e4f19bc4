// Proposals through the web door: the form on one page, looking it over, the link in a letter, support, arguments, withdrawal, open data.
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { oneRow } from '#store/ask.ts'
import { listLetters } from '#store/outbox.ts'
import { testStore } from '#test/database.ts'
import { makeActs, staff } from '#test/participation.ts'
import { starter } from '#test/starter.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { settleArgument } from '#areas/participation/proposals/write/support.ts'
import { participationPages } from './participation-pages.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const { act, submit, person } = await makeActs(store, new Date())
const clock = { skip: 0 }
let sender = 0
const { app, signedInAs } = testApp(store, {
  clock: () => new Date(Date.now() + clock.skip),
  more: (desk) => [...publicPages(), ...participationPages(desk.origin)],
  open: (at, someone) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...someone, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
const typed = { process: 'standing', title: 'Алея за велосипеди до гарата', text: 'Да се направи алея за велосипеди от центъра до гарата.\n\nТака ще се пътува безопасно.', name: 'Петя Иванова', email: 'petya@lipova.example', choice: 'initials', municipality: '', place: 'кв. Самара', for_whom: 'учениците', sector: 'citizens', indicator: '' }
const get = (path: string, cookie?: string) => app.request(path, { headers: cookie === undefined ? {} : { cookie } })
const textOf = async (path: string): Promise<string> => (await get(path)).text()
/** As a person does: opens the form, takes some seconds, sends it. */
const post = async (path: string, fields: Record<string, string | Blob>): Promise<Response> => {
  clock.skip = 0
  const opened = await textOf(path)
  const time = /name="form_time" value="([^"]*)"/.exec(opened)?.[1] ?? ''
  clock.skip = 5000
  const answer = await postForm(app, path, { form_time: time, ...fields }, { address: `192.0.2.${++sender % 250}` })
  clock.skip = 0
  return answer
}
const follow = (response: Response): string => response.headers.get('location') ?? ''
const letters = () => store.reading((reader) => listLetters(reader, { limit: 500 }), { as: 'staff' })
const linkTo = async (email: string, kind: string): Promise<string> => {
  const found = (await letters()).filter((letter) => letter.toAddress === email && letter.kind === kind)
  return new URL(/https?:\/\/\S+\/participation\/confirm\/\S+/.exec(found.sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime()).at(-1)?.body ?? '')?.[0] ?? 'http://localhost/none').pathname
}
const published = async (text: string, given: Parameters<typeof submit>[0] | object = {}) => {
  const it = await submit({ title: 'Публикувано предложение', text, ...given })
  await act((visit) => moveContribution(visit, { id: it.id, act: 'publish' }), { who: staff('coordinator') })
  return it
}
const review = async (fields: Partial<Record<keyof typeof typed, string>> & Record<string, string | Blob> = {}): Promise<string> => {
  const answer = await post('/bg/participation/proposals/new', { ...typed, ...fields })
  expect(answer.status).toBe(303)
  return follow(answer)
}

test('without proposals the list says what will stand here and leads to the form', async () => {
  const text = await textOf('/bg/participation/proposals')
  expect(text).toContain('Още няма публикувани предложения')
  expect(text).toContain('/bg/participation/proposals/new')
})

test('PR1 one form, each field wrong once: the message stands beside the field and every word stays', async () => {
  for (const [field, value, message] of [['title', '', 'Напишете с няколко думи'], ['title', 'а'.repeat(201), 'Най-много 200 знака'], ['text', 'кратко', 'Опишете предложението'], ['text', 'д'.repeat(20_001), 'Най-много 20000 знака'], ['name', '', 'Напишете име или псевдоним'], ['email', 'никой', 'Адресът не изглежда пълен'], ['place', 'м'.repeat(301), 'Най-много 300 знака'], ['process', 'no-such', 'Срокът за тази покана мина']] as const) {
    const answer = await post('/bg/participation/proposals/new', { ...typed, [field]: value })
    const page = await answer.text()
    expect([field, answer.status]).toEqual([field, 400])
    expect(page).toContain(message)
    if (field !== 'process') expect(page).toContain(`id="field-${field}-error"`)
    for (const [other, words] of Object.entries(typed)) if (other !== field && ['title', 'name', 'email', 'place', 'for_whom'].includes(other)) expect([field, other, page.includes(words)]).toEqual([field, other, true])
  }
})

test('ID1 text, name and e-mail are enough: number at once, a letter with a link, confirmed by its button, no account', async () => {
  const at = await review()
  expect(await textOf(at)).toContain('Алея за велосипеди до гарата')
  const sent = await post(at, { does: 'send' })
  const number = /proposals\/(\d{4}-\d{4})\/sent/.exec(follow(sent))?.[1] ?? ''
  expect(number).not.toBe('')
  expect(await textOf(follow(sent))).toContain(number)
  // sent twice it is one
  expect(follow(await post(at, { does: 'send' }))).toContain(`${number}/sent`)
  const path = await linkTo('petya@lipova.example', 'participation.received')
  const state = async () => (await store.reading((reader) => oneRow(reader, sql<{ state: string }>`select state from participation.contribution where number = ${number}`)))?.state
  // ID2: looking changes nothing
  for (const _ of [1, 2]) expect((await get(path)).status).toBe(200)
  expect(await state()).toBe('awaitingConfirmation')
  const confirmed = await post(path, {})
  expect([confirmed.status, follow(confirmed)]).toEqual([303, `/bg/participation/proposals/${number}`])
  expect(await state()).toBe('inModeration')
  // used, foreign and cut links look alike
  const used = await get(path), foreign = await get('/bg/participation/confirm/'.concat('A'.repeat(43))), cut = await get(path.slice(0, -1))
  expect([used.status, foreign.status, cut.status]).toEqual([404, 404, 404])
  const plain = async (response: Response): Promise<string> => (await response.text()).replace(/\/participation\/confirm\/[A-Za-z0-9_-]+/g, '').replace(/name="form_time" value="[^"]*"/g, '')
  expect(await plain(used)).toBe(await plain(foreign))
  // the page of a contribution that is not public shows its number and no word of it
  const page = await textOf(`/bg/participation/proposals/${number}`)
  expect(page).toContain(number)
  expect(page).not.toContain('велосипеди')
  expect(await textOf('/bg/participation/proposals')).not.toContain('велосипеди')
})

test('ID2 the link of one purpose does no other thing, and the second press of its button confirms nothing again', async () => {
  const it = await published('Да се осветят пътеките в парка до късно вечер.')
  await post(`/bg/participation/proposals/${it.number}/support`, { email: 'twice@lipova.example', does: 'support' })
  const path = await linkTo('twice@lipova.example', 'participation.voice')
  expect((await post(path, {})).status).toBe(303)
  expect((await postForm(app, path, {}, { from: '/bg/participation/proposals/new' })).status).not.toBe(303)
  expect((await store.reading((reader) => oneRow(reader, sql<{ supports: number }>`select supports from participation.contribution where number = ${it.number}`)))?.supports).toBe(1)
})

test('ID3 known and unknown addresses get the same page', async () => {
  await person('known@lipova.example', 'Познат')
  const it = await published('Да има повече пейки по главната улица в града.')
  const answers = []
  for (const email of ['known@lipova.example', 'unknown@lipova.example']) {
    const answer = await post(`/bg/participation/proposals/${it.number}/support`, { email, does: 'support' })
    answers.push([answer.status, follow(answer), (await textOf(follow(answer))).replace(/[\w.]+@lipova\.example/g, '')])
  }
  expect(answers[0]).toEqual(answers[1])
  const withdrawals = []
  for (const email of ['known@lipova.example', 'unknown@lipova.example']) withdrawals.push((await post(`/bg/participation/proposals/${it.number}/withdraw`, { email })).status)
  expect(withdrawals).toEqual([303, 303])
})

test('PR2 a similar proposal stands on the page where one looks it over, and can be supported instead', async () => {
  const there = await published('Да се построи алея за велосипеди от центъра на града до гарата, за да се пътува безопасно с колело.', { title: 'Велоалея от центъра до гарата' })
  const at = await review({ email: 'instead@lipova.example' })
  const page = await textOf(at)
  expect(page).toContain(there.number)
  expect(page).toContain(`value="support:${there.number}"`)
  expect((await post(at, { does: `support:${there.number}` })).status).toBe(303)
  expect((await post(await linkTo('instead@lipova.example', 'participation.voice'), {})).status).toBe(303)
  expect(await textOf(`/bg/participation/proposals/${there.number}`)).toContain('<strong>1</strong> глас в подкрепа')
  // taken back by a letter as well
  await post(`/bg/participation/proposals/${there.number}/support`, { email: 'instead+x@lipova.example', does: 'unsupport' })
  await post(await linkTo('instead+x@lipova.example', 'participation.voice'), {})
  expect(await textOf(`/bg/participation/proposals/${there.number}`)).toContain('<strong>0</strong>')
})

test('an argument is confirmed by its author and published by a moderator; then it stands on the page', async () => {
  const it = await published('Да се ремонтира читалището и да има вечерни курсове.')
  const wrong = await post(`/bg/participation/proposals/${it.number}/argue`, { side: '', text: 'кратко', name: '', email: '', choice: 'name' })
  expect(wrong.status).toBe(400)
  const shown = await wrong.text()
  for (const field of ['side', 'text', 'name', 'email']) expect([field, shown.includes(`id="field-${field}-error"`)]).toEqual([field, true])
  await post(`/bg/participation/proposals/${it.number}/argue`, { side: 'for', text: 'Младите ще имат къде да отидат вечер.', name: 'Ана', email: 'ana@lipova.example', choice: 'name' })
  await post(await linkTo('ana@lipova.example', 'participation.voice'), {})
  expect(await textOf(`/bg/participation/proposals/${it.number}`)).not.toContain('Младите ще имат')
  const waiting = await store.reading((reader) => oneRow(reader, sql<{ id: string }>`select id from participation.argument where state = 'waiting'`))
  await act((visit) => settleArgument(visit, { argument: waiting?.id ?? '', to: 'published' }), { who: staff('coordinator') })
  expect(await textOf(`/bg/participation/proposals/${it.number}`)).toContain('Младите ще имат')
})

test('PR3 an author withdraws by a link: the number stays, the words are on no page, in no file, found by no search', async () => {
  const at = await review({ email: 'goes@lipova.example', title: 'Люляков площад', text: 'Да се засадят люляци на площада пред общината.' })
  const number = /(\d{4}-\d{4})/.exec(follow(await post(at, { does: 'send' })))?.[1] ?? ''
  await post(await linkTo('goes@lipova.example', 'participation.received'), {})
  const id = (await store.reading((reader) => oneRow(reader, sql<{ id: string }>`select id from participation.contribution where number = ${number}`)))?.id ?? ''
  await act((visit) => moveContribution(visit, { id: id as never, act: 'publish' }), { who: staff('coordinator') })
  expect(await textOf('/bg/participation/proposals?q=люляк')).toContain('Люляков площад')
  // somebody else asks: the same page, no letter
  await post(`/bg/participation/proposals/${number}/withdraw`, { email: 'stranger@lipova.example' })
  expect(await linkTo('stranger@lipova.example', 'participation.voice')).toBe('/none')
  await post(`/bg/participation/proposals/${number}/withdraw`, { email: 'goes@lipova.example' })
  expect((await post(await linkTo('goes@lipova.example', 'participation.voice'), {})).status).toBe(303)
  for (const path of [`/bg/participation/proposals/${number}`, '/bg/participation/proposals?q=люляк', '/participation/proposals.csv', '/participation/proposals.json', '/bg/participation/proposals/feed.atom', '/bg/search?q=люляк'])
    expect([path, /Люляков|люляци/.test(await textOf(path))]).toEqual([path, false])
  expect(await textOf(`/bg/participation/proposals/${number}`)).toContain('Оттеглено от автора')
})

test('SP1 a form of 25 hours is shown again with its text; a filled trap and a form sent at once are told so', async () => {
  const opened = await textOf('/bg/participation/proposals/new')
  const time = /name="form_time" value="([^"]*)"/.exec(opened)?.[1] ?? ''
  clock.skip = 25 * 3_600_000
  const old = await postForm(app, '/bg/participation/proposals/new', { ...typed, form_time: time }, { address: '198.51.100.1' })
  const page = await old.text()
  clock.skip = 0
  expect(old.status).toBe(400)
  expect(page).toContain('Алея за велосипеди до гарата')
  expect(page).toContain('кв. Самара')
  const quick = await postForm(app, '/bg/participation/proposals/new', typed, { address: '198.51.100.2' })
  expect(quick.status).toBe(400)
  const trapped = await post('/bg/participation/proposals/new', { ...typed, form_website: 'https://spam.example' })
  expect(trapped.status).toBe(400)
  expect(await trapped.text()).toContain('Алея за велосипеди до гарата')
})

test('a name with markup and signs that turn text, 10,000 links, 1 MB of text: none is run, none is lost, all wait for a person', async () => {
  const at = await review({ email: 'script@lipova.example', name: '\u202E<script>alert(1)</script>\u200F', choice: 'name', title: '<img src=x onerror=alert(1)> заглавие', text: `Вижте тези връзки: ${'https://a.example/x '.repeat(900)}` })
  const page = await textOf(at)
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('<img src=x')
  const number = /(\d{4}-\d{4})/.exec(follow(await post(at, { does: 'send' })))?.[1] ?? ''
  await post(await linkTo('script@lipova.example', 'participation.received'), {})
  const row = await store.reading((reader) => oneRow(reader, sql<{ id: string; state: string; marks: string[]; authorShown: string }>`select id, state, marks, author_shown from participation.contribution where number = ${number}`), { as: 'staff' })
  expect(row?.state).toBe('inModeration')
  expect(row?.marks).toEqual(expect.arrayContaining(['links', 'code']))
  expect(row?.authorShown).not.toMatch(/[\u200e\u200f\u202a-\u202e]/)
  await act((visit) => moveContribution(visit, { id: row?.id as never, act: 'publish' }), { who: staff('coordinator') })
  for (const path of [`/bg/participation/proposals/${number}`, '/bg/participation/proposals', '/bg/participation/proposals/feed.atom']) {
    const shown = await textOf(path)
    expect([path, shown.includes('<script>alert'), shown.includes('<img src=x')]).toEqual([path, false, false])
  }
  const whole = new File(['%PDF-1.7'], 'a.pdf')
  const links = await post('/bg/participation/proposals/new', { ...typed, text: 'https://a.example/x '.repeat(10_000), file_1: whole })
  expect(links.status).toBe(400)
  expect(await links.text()).toContain('https://a.example/x https://a.example/x')
  const long = await post('/bg/participation/proposals/new', { ...typed, text: 'ж'.repeat(500_000), file_1: whole })
  expect(long.status).toBe(400)
  expect((await long.text()).length).toBeGreaterThan(500_000)
})

test('an attachment that is not what it says is refused beside its field; a good one is closed until a moderator opens it and then only saved', async () => {
  const wrong = await post('/bg/participation/proposals/new', { ...typed, file_1: new File(['<html><script>x</script></html>'], 'снимка.jpg', { type: 'image/jpeg' }) })
  expect(wrong.status).toBe(400)
  const page = await wrong.text()
  expect(page).toContain('id="field-file_1-error"')
  expect(page).toContain('Алея за велосипеди до гарата')
  const at = await review({ email: 'file@lipova.example', title: 'С приложение', text: 'Прилагам чертеж на моста над реката.', file_1: new File(['%PDF-1.7 чертеж'], '../../чертеж.pdf', { type: 'text/html' }) })
  expect(await textOf(at)).toContain('чертеж.pdf')
  const number = /(\d{4}-\d{4})/.exec(follow(await post(at, { does: 'send' })))?.[1] ?? ''
  await post(await linkTo('file@lipova.example', 'participation.received'), {})
  const row = await store.reading((reader) => oneRow(reader, sql<{ id: string; file: string }>`select c.id, a.id as file from participation.contribution c join participation.attachment a on a.contribution = c.id where number = ${number}`))
  await act((visit) => moveContribution(visit, { id: row?.id as never, act: 'publish' }), { who: staff('coordinator') })
  const path = `/participation/proposals/${number}/files/${row?.file}`
  expect((await get(path)).status).toBe(404)
  const { cookie } = await signedInAs('coordinator')
  expect((await get(path, cookie)).status).toBe(200)
  expect((await postForm(app, `/bg/participation/proposals/${number}`, { does: `open:${row?.file}` }, { cookie })).status).toBe(303)
  const file = await get(path)
  expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff'])
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('EX4 the table and the list hold only what is published and masked, and no cell that a spreadsheet would run', async () => {
  const it = await published('=HYPERLINK("http://a.example") да се направи това', { title: '=1+1', author: await person('marker-private@lipova.example', 'МАРКЕР ЛИЧНО ИМЕ'), name: 'МАРКЕР ЛИЧНО ИМЕ', choice: 'citizen', sourceReference: 'МАРКЕР-ВХ' })
  await submit({ title: 'МАРКЕР НЕПУБЛИКУВАНО', text: 'Това още се преглежда и не бива да се вижда.' })
  const csv = await textOf('/participation/proposals.csv'), json = await textOf('/participation/proposals.json')
  expect(csv).toContain(it.number)
  for (const text of [csv, json, await textOf('/bg/participation/proposals/feed.atom')]) expect(text).not.toMatch(/МАРКЕР|marker-private/)
  expect(csv).toContain("'=1+1")
  const list = JSON.parse(json) as { fields: Record<string, string>; proposals: Record<string, unknown>[]; licence: string }
  expect(list.licence).toBe('CC BY 4.0')
  expect(Object.keys(list.proposals[0] ?? {}).sort()).toEqual(Object.keys(list.fields).sort())
})

test('PR3 a proposal of the authority is marked in page and table', async () => {
  const it = await submit({ title: 'Предложение на областта', text: 'Областната администрация предлага общ автобус.', authorKind: 'authority', name: 'Област Липова', assurance: 'staff' })
  expect(it.state).toBe('published')
  expect(await textOf(`/bg/participation/proposals/${it.number}`)).toContain('Предложение на самата институция')
  expect(await textOf('/participation/proposals.csv')).toMatch(new RegExp(`${it.number}.*институцията`))
})

test('a flood to one address sends it no more than six letters an hour, and its page stays the same', async () => {
  const it = await published('Да се почисти реката край селото всяка пролет.')
  for (let at = 0; at < 9; at++) expect((await post(`/bg/participation/proposals/${it.number}/support`, { email: 'victim@lipova.example', does: 'support' })).status).toBe(303)
  expect((await letters()).filter(({ toAddress }) => toAddress === 'victim@lipova.example')).toHaveLength(6)
})

test('the list filters by theme, state and words in any form, and an odd address is no error', async () => {
  await published('Да се строи нов завод за батерии край Раднево.', { title: 'Завод за батерии', topics: ['investment'] })
  expect(await textOf('/bg/participation/proposals?topic=investment')).toContain('Завод за батерии')
  expect(await textOf('/bg/participation/proposals?topic=skills')).not.toContain('Завод за батерии')
  expect(await textOf('/bg/participation/proposals?q=заводи')).toContain('Завод за батерии')
  expect(await textOf('/bg/participation/proposals?state=answered')).not.toContain('Завод за батерии')
  for (const odd of ['page=-1', 'page=1e9', "topic='", 'order=drop', 'q=%00%27', 'sector=<script>', 'process=../x', 'municipality=%27']) expect([odd, (await get(`/bg/participation/proposals?${odd}`)).status]).toEqual([odd, 200])
})

test('a call is written as a draft, published in both languages, open from its first day to its last, and its proposals stand behind it', async () => {
  const { cookie } = await signedInAs('coordinator')
  const call = { version: '0', kind: 'call', title_bg: 'Покана за млади хора', title_en: 'A call for young people', says_bg: 'Какво липсва на младите?', says_en: '', opens: '01.01.2026', closes: '31.12.2099', counts: 'email', moderation: 'before', keeps_text: 'yes', due_days: '30', unit: 'Отдел Младеж', anonymous: 'yes' }
  const half = await postForm(app, '/bg/participation/processes/new', { ...call, does: 'publish' }, { cookie })
  expect(half.status).toBe(400)
  expect(await half.text()).toContain('id="field-says_en-error"')
  for (const [field, value] of [['opens', '31.02.2026'], ['closes', '01.01.2025'], ['due_days', '0'], ['title_bg', '']] as const) expect([field, (await postForm(app, '/bg/participation/processes/new', { ...call, does: 'save', [field]: value }, { cookie })).status]).toEqual([field, 400])
  const saved = await postForm(app, '/bg/participation/processes/new', { ...call, does: 'save' }, { cookie })
  expect(follow(saved)).toBe('/bg/participation/processes/a-call-for-young-people/change')
  expect((await get('/bg/participation/processes/a-call-for-young-people')).status).toBe(404)
  const out = await postForm(app, follow(saved), { ...call, says_en: 'What do young people miss?', version: '1', does: 'publish' }, { cookie })
  expect([out.status, follow(out)]).toEqual([303, '/bg/participation/processes/a-call-for-young-people'])
  const page = await textOf('/bg/participation/processes/a-call-for-young-people')
  expect(page).toContain('Приема до 31.12.2099')
  expect(page).toContain('/bg/participation/proposals/new?process=a-call-for-young-people')
  expect(await textOf('/bg/participation')).toContain('Покана за млади хора')
  // two at once: the second is told
  expect((await postForm(app, '/bg/participation/processes/a-call-for-young-people/change', { ...call, says_en: 'Other', version: '1', does: 'publish' }, { cookie })).status).toBe(400)
  // anonymous is allowed here: no letter, straight to a moderator
  const at = await review({ process: 'a-call-for-young-people', anonymous: 'yes', name: '', email: '', title: 'Място за срещи', text: 'Да има къде да се срещаме вечер.' })
  const sent = await post(at, { does: 'send' })
  expect(await textOf(follow(sent))).toContain('Прието е без име')
  // and not where it is not
  expect((await post('/bg/participation/proposals/new', { ...typed, anonymous: 'yes', name: '', email: '' })).status).toBe(400)
  expect((await postForm(app, '/bg/participation/processes/new', { ...call, does: 'save' }, { cookie: (await signedInAs('analyst')).cookie })).status).toBe(403)
})

test('the page of participation says what is open and until when, and its counts give the whole', async () => {
  const page = await textOf('/en/participation')
  expect(page).toContain('Proposals at any time')
  expect(page).toContain('Make a proposal')
  const numbers = [...page.matchAll(/<dd class="p-stat-value">([\d\s]+)<\/dd>/g)].map((found) => Number(found[1]?.replace(/\s/g, '')))
  const received = (await store.reading((reader) => oneRow(reader, sql<{ n: number }>`select count(*) as n from participation.contribution`)))?.n
  expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(received)
})

test('PR3 a colleague publishes a proposal of the authority; a visitor may not', async () => {
  const { cookie } = await signedInAs('coordinator')
  const made = await postForm(app, '/bg/participation/proposals/authority', { process: 'standing', title: 'Общ автобус за общините', text: 'Областната администрация предлага общ автобус.' }, { cookie })
  expect(made.status).toBe(303)
  expect(await textOf(follow(made))).toContain('Предложение на самата институция')
  expect((await get('/bg/participation/proposals/authority')).status).not.toBe(200)
})

test('what a page asks of the database does not grow with what it shows', async () => {
  const questions = async (path: string): Promise<number> => {
    await textOf(path)
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    try {
      expect((await get(path, 'posoka_wrote=1')).status).toBe(200)
      return asked.mock.calls.length
    } finally {
      asked.mockRestore()
    }
  }
  const it = await published('Да се пусне рейс до болницата сутрин и вечер.')
  const few = await questions('/bg/participation/proposals?topic=environment')
  const many = await questions('/bg/participation/proposals')
  // the themes of what is listed are one question more than nothing
  expect(many - few).toBeLessThanOrEqual(1)
  expect(many).toBeLessThan(20)
  expect(await questions(`/bg/participation/proposals/${it.number}`)).toBeLessThan(24)
  expect(await questions('/bg/participation')).toBeLessThan(24)
})
