// Typing in through the web door, without scripts: letters in a row, sixty notes, a table with a bad row, what leaves as files.
import { describe, expect, test } from 'vitest'
import { openAccount } from '#areas/people/accounts/write.ts'
import { prepareStanding } from '#areas/participation/processes/write.ts'
import { moveContribution } from '#areas/participation/proposals/write.ts'
import { findContribution } from '#areas/participation/proposals/read.ts'
import { visitor } from '#kernel/who.ts'
import { rows } from '#store/ask.ts'
import { sql } from 'kysely'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { participationPages } from './participation-pages.ts'
import { publicPages } from './public/pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const { app, signedInAs } = testApp(store, {
  more: (desk) => [...publicPages(), ...participationPages(desk.origin)],
  open: (at, person) => at.writing(async (writer) => {
    const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
    if (!opened.ok) throw new Error(opened.problem.text.en)
    return opened.value
  }),
})
await store.writing((writer) => prepareStanding(writer, new Date()))
const clerk = (await signedInAs('analyst')).cookie, coordinator = (await signedInAs('coordinator')).cookie
const textOf = async (path: string, cookie?: string): Promise<string> => (await app.request(path, { headers: cookie === undefined ? {} : { cookie } })).text()
const statusOf = async (path: string, cookie?: string): Promise<number> => (await app.request(path, { headers: cookie === undefined ? {} : { cookie } })).status
const process = (await store.reading((reader) => rows<{ id: string }>(reader, sql`select id from participation.process where slug = 'standing'`)))[0]?.id ?? ''
const base = '/bg/participation/intake'
const png = new Blob([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3])], { type: 'image/png' })
const letter = { process, text: 'Моля да се ремонтира мостът над Тунджа.', title: '', author: 'Райна Колева Генова', channel: 'paper', received_on: '20.11.2026', dated_on: '18.11.2026', registry_number: '94-00-5' }
const whereOf = (response: Response): URL => new URL(response.headers.get('location') ?? '', 'http://x')

describe('PA1 letters on paper', () => {
  let number = ''
  test('are typed one after the other: what is alike for the next one stays, the name of the clerk is nowhere', async () => {
    const saved = await postForm(app, `${base}/paper`, { ...letter, scan: png }, { cookie: clerk })
    expect(saved.status).toBe(303)
    number = whereOf(saved).searchParams.get('after') ?? ''
    const next = await textOf(`${whereOf(saved).pathname}${whereOf(saved).search}`, clerk)
    expect(next).toContain(number)
    expect(next).toContain('value="20.11.2026"')
    expect(next).toMatch(/<textarea[^>]*autofocus[^>]*><\/textarea>/)
    expect(await textOf(`${base}/paper/${number}`, clerk)).toContain('Писмо, получено на 20.11.2026')
  })
  test('keep what was typed when something is wrong, and say it beside the field', async () => {
    const refused = await postForm(app, `${base}/paper`, { ...letter, received_on: '32.11.2026', consent: 'yes' }, { cookie: clerk })
    expect(refused.status).toBe(400)
    const page = await refused.text()
    expect(page).toContain('мостът над Тунджа')
    expect(page).toContain('field-received_on-error')
    expect(page).toContain('field-scan-error')
  })
  test('have a scan that needs the right to see what was received', async () => {
    const path = /(\/participation\/intake\/paper\/[^"]+\/scan\/[0-9a-f]{64})/.exec(await textOf(`${base}/paper/${number}`, coordinator))?.[1] ?? ''
    expect(path).not.toBe('')
    expect([await statusOf(path, coordinator), await statusOf(path, clerk)]).toEqual([200, 403])
    expect([302, 303, 401, 403]).toContain(await statusOf(path))
    expect(await textOf(`${base}/paper/${number}`, clerk)).not.toContain('/scan/')
  })
  test('PA2 once published say neither clerk nor, without consent, the author, in no page and no file', async () => {
    const found = await store.reading((reader) => findContribution(reader, number))
    if (found === undefined) throw new Error('not there')
    await store.writing((writer) => moveContribution({ writer, who: { role: 'coordinator', account: null, name: '', duties: new Set() }, language: 'bg', now: new Date() }, { id: found.id, act: 'publish' }))
    const clerkName = (await store.reading((reader) => rows<{ name: string }>(reader, sql`select name from people.account`), { as: 'staff' })).map(({ name }) => name)
    for (const path of ['/participation/processes/standing/decidim.csv', `/bg/participation/proposals/${number}`, '/bg/participation/proposals', '/bg/search?q=Тунджа']) {
      const text = await textOf(path)
      for (const name of [...clerkName.filter((each) => each.length > 3), 'Райна Колева']) expect(`${path}: ${text.includes(name)}`).toBe(`${path}: false`)
    }
    expect(await textOf('/participation/processes/standing/decidim.csv')).toContain('мостът над Тунджа')
    const open = await textOf(`/bg/participation/proposals/${number}`)
    for (const said of ['мостът над Тунджа', '20.11.2026', 'с писмо на хартия']) expect(open).toContain(said)
  })
  test('are checked by another than who typed', async () => {
    expect(await textOf(`${base}/paper/${number}`, clerk)).not.toContain('Сверено е със сканираното')
    expect((await postForm(app, `${base}/paper/${number}`, {}, { cookie: coordinator })).status).toBe(303)
    expect((await postForm(app, `${base}/paper/${number}`, {}, { cookie: coordinator })).status).toBe(400)
  })
})

test('PA3 sixty notes are typed under a question without scripts, the sheet is printed with its code, and two totals stand apart', async () => {
  const made = await postForm(app, `${base}/sheets/new`, { process, title: 'Работилница в Казанлък', questions: 'Какво липсва?\nКакво да спрем?', held_on: '10.11.2026', sheet_language: 'bg' }, { cookie: clerk })
  expect(made.status).toBe(303)
  const path = whereOf(made).pathname, code = path.split('/').at(-1) ?? ''
  const notes = Array.from({ length: 60 }, (_, at) => `Бележка ${at + 1} за работилницата${at < 10 ? ' | 3' : ''}`).join('\n')
  const bad = await postForm(app, path, { does: 'notes', question: '1', notes: `${notes}\nЛоша | сто` }, { cookie: clerk })
  expect(bad.status).toBe(400)
  const kept = await bad.text()
  expect(kept).toContain('Ред 61')
  expect(kept).toContain('Бележка 60 за работилницата')
  const typed = await postForm(app, path, { does: 'notes', question: '1', notes }, { cookie: clerk })
  expect(typed.status).toBe(303)
  const page = await textOf(`${path}${whereOf(typed).search}`, clerk)
  expect(page).toContain('Записани са 60 бележки')
  expect(page).toContain('Записани са 30 точки, преброени на ръка. Те не се смятат за подкрепа.')
  expect(whereOf(await postForm(app, `${base}/sheets`, { code: code.toLowerCase() }, { cookie: clerk })).pathname).toBe(path)
  const sheet = await app.request(`${path}/sheet.pdf`, { headers: { cookie: clerk } })
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(await sheet.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
}, 60_000)

test('EV6 sixty notes become five proposals that keep their notes, by select list and without scripts', async () => {
  const made = await postForm(app, `${base}/sheets/new`, { process, title: 'Стена с бележки', questions: 'Какво да направим?', held_on: '11.11.2026', sheet_language: 'bg' }, { cookie: coordinator })
  const path = whereOf(made).pathname, code = path.split('/').at(-1) ?? ''
  await postForm(app, path, { does: 'notes', question: '1', notes: Array.from({ length: 60 }, (_, at) => `Желание ${at + 1} за младежкия център${at % 12 === 0 ? ' | 2' : ''}`).join('\n') }, { cookie: coordinator })
  const numbers = [...new Set([...(await textOf(`${path}/group`, coordinator)).matchAll(/name="group_(\d{4}-\d{4,})"/g)].map(([, number]) => number ?? ''))]
  expect(numbers).toHaveLength(60)
  const chosen = Object.fromEntries(numbers.map((number, at) => [`group_${number}`, String((at % 5) + 1)]))
  const titles = Object.fromEntries([1, 2, 3, 4, 5].map((group) => [`title_${group}`, `Предложение от стената ${group}`]))
  const refused = await postForm(app, `${path}/group`, { ...chosen, ...titles, title_3: '' }, { cookie: coordinator })
  expect([refused.status, (await refused.text()).includes('field-title_3-error')]).toEqual([400, true])
  expect(await statusOf(`${path}/group`, clerk)).toBe(403)
  expect((await postForm(app, `${path}/group`, { ...chosen, ...titles }, { cookie: coordinator })).status).toBe(303)
  const groups = await store.reading((reader) => rows<{ title: string; notes: number; dots: number; supports: number }>(reader, sql`
    select c.title_public as title, (select count(*) from participation.contribution n where n.merged_into = c.id and n.state = 'merged' and n.kind = 'eventNote') as notes, c.counted_supports as dots, c.supports
    from participation.contribution c where c.title_public like 'Предложение от стената%' and c.kind = 'proposal' order by c.title_public`))
  expect(groups.map(({ notes }) => notes)).toEqual([12, 12, 12, 12, 12])
  expect([groups.reduce((sum, { dots }) => sum + dots, 0), groups.reduce((sum, { supports }) => sum + supports, 0)]).toEqual([10, 0])
  expect(await textOf(`/bg/participation/proposals/${numbers[0]}`)).toContain('Желание 1 за младежкия център')
  expect(await textOf(`${base}/sheets/${code}/group`, coordinator)).toContain('Няма бележки за групиране')
}, 60_000)

test('PA4 a table shows what its rows would become; with a bad row nothing is taken in, mended it is, and the second time nothing changes', async () => {
  const table = (day: string) => new Blob([`Дата;Автор;Предложение\n${Array.from({ length: 40 }, (_, at) => `${at === 35 ? day : '05.10.2026'};Автор ${at};Предложение ${at} от таблицата`).join('\n')}`])
  const bring = async (day: string) => whereOf(await postForm(app, `${base}/files/new/table`, { process, file: table(day) }, { cookie: clerk })).pathname
  const count = async () => (await store.reading((reader) => rows<{ n: number }>(reader, sql`select count(*) as n from participation.contribution`), { as: 'staff' }))[0]?.n ?? 0
  const before = await count()
  const bad = await bring('5.13.2026')
  expect(await textOf(bad, clerk)).toContain('ред 37')
  expect((await postForm(app, bad, { does: 'take' }, { cookie: clerk })).status).toBe(400)
  expect(await count()).toBe(before)
  const good = await bring('05.11.2026')
  expect((await postForm(app, good, { does: 'columns', head: '0', column_text: '', column_title: '' }, { cookie: clerk })).status).toBe(400)
  expect((await postForm(app, good, { does: 'take' }, { cookie: clerk })).status).toBe(303)
  expect(await textOf(good, clerk)).toContain('Приети: 40; вече тук: 0.')
  const again = await bring('05.11.2026')
  await postForm(app, again, { does: 'take' }, { cookie: clerk })
  expect(await textOf(again, clerk)).toContain('Приети: 0; вече тук: 40.')
  expect(await count()).toBe(before + 40)
  expect(await textOf(`${base}/files/template.csv`, clerk)).toContain('получено на')
  const refused = await postForm(app, `${base}/files/new/table`, { process, file: new Blob(['%PDF-1.4']) }, { cookie: clerk })
  expect([refused.status, (await refused.text()).includes('field-file-error')]).toEqual([400, true])
})
test('every page of typing in is closed to visitors, and its first room is never empty', async () => {
  for (const path of ['', '/paper', '/sheets', '/files/new/table', '/portal']) expect(await statusOf(`${base}${path}`)).not.toBe(200)
  for (const language of ['bg', 'en']) for (const path of ['', '/paper', '/sheets', '/sheets/new', '/files/new/table', '/files/new/polis', '/files/new/decidim', '/files/new/portalCsv', '/portal']) expect(await statusOf(`/${language}/participation/intake${path}`, clerk)).toBe(200)
  expect(await statusOf(`${base}/files/new/other`, clerk)).toBe(404)
})
