// An own table from the file to the figure, through the pages as a browser without scripts uses them.
import { describe, expect, test } from 'vitest'
import { pages as datasetPages } from '#areas/evidence/datasets/pages.ts'
import { findDataset } from '#areas/evidence/datasets/read.ts'
import { pages as indicatorPages } from '#areas/evidence/indicators/pages.ts'
import { findSeries } from '#areas/evidence/indicators/read.ts'
import { openAccount } from '#areas/people/accounts/write.ts'
import { visitor } from '#kernel/who.ts'
import { listActs } from '#store/audit.ts'
import { testStore } from '#test/database.ts'
import { starter } from '#test/starter.ts'
import { workbook, zipBomb } from '#test/workbooks.ts'
import { ownTablePages } from './table-pages.ts'
import { testApp } from './test-app.ts'
import { postForm } from './test-forms.ts'

const store = await testStore({ seed: starter })
const open: Parameters<typeof testApp>[1]['open'] = (to, person) => to.writing(async (writer) => {
  const opened = await openAccount({ who: visitor, writer, now: new Date() }, { ...person, language: 'bg' })
  if (!opened.ok) throw new Error(opened.problem.text.en)
  return opened.value
})
const { app, signedInAs } = testApp(store, { open, more: () => [...indicatorPages, ...datasetPages, ...ownTablePages] })
const { cookie } = await signedInAs('analyst')

const blob = (bytes: Uint8Array | string, name: string): Blob => new File([bytes as BlobPart], name)
const upload = (bytes: Uint8Array | string, name: string, more: Record<string, string> = {}) => postForm(app, '/bg/evidence/tables/new', { file: blob(bytes, name), ...more }, { cookie })
const pathOf = (response: Response): string => (response.headers.get('location') ?? '').replace(/\?.*$/, '')
const textOf = async (path: string): Promise<string> => (await app.request(path, { headers: { cookie } })).text()
const about = { title_bg: 'Свободни работни места', title_en: 'Job vacancies', publisher: 'Бюро по труда, по заявка', address: '', licence: 'public-information', as_of: '2024-12' }
const seriesOf = (code: string, change: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries({ kind: 'new', key: '', name_bg: 'Свободни места', name_en: 'Vacancies', unit_bg: 'брой', unit_en: 'number', scale: '1', currency: '', measures: 'count', direction: 'more', domain: 'economy', ...change }).map(([field, value]) => [`${field}.${code}`, value]))

/** Selected and ticked, as the page offers them. */
const offered = (html: string): Record<string, string> => {
  const values: Record<string, string> = {}
  const form = html.slice(html.lastIndexOf('name="heads"'))
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) values[name as string] = /<option value="([^"]*)" selected/.exec(options as string)?.[1] ?? ''
  return values
}
const tickedIn = (html: string): readonly string[] => [...html.matchAll(/<input[^>]*name="values"[^>]*value="(\d+)"[^>]*checked/g)].map((found) => found[1] as string)

const first = 'Област;2022 г.;2023 г.\nСтара Загора;1 200;1 250\nБургас;1 500,;(1 510)\nНякъде;1;2\nОбщо;3;4\nИзточник: Бюро по труда\n'.replace('1 500,', '1 500')

describe('a table of text', () => {
  let draft = ''
  test('comes as a draft, and nothing of it is a figure', async () => {
    const answer = await upload(first, 'Места 2023.csv')
    expect(answer.status).toBe(303)
    draft = pathOf(answer).replace(/\/columns$/, '')
    const page = await textOf(`${draft}/columns`)
    expect(page).toContain('Източник: Бюро по труда')
    expect(offered(page)).toMatchObject({ region: '0', period: '' })
    expect(tickedIn(page)).toEqual(['1', '2'])
    expect((await store.reading((reader) => findDataset(reader, { code: 'own-job-vacancies' })))).toBeUndefined()
  })
  test('whose column is named twice is refused beside the field, and what was chosen stays', async () => {
    const answer = await postForm(app, `${draft}/columns`, { sheet: '0', head: '1', heads: '1', region: '0', period: '0', values: '0', level: 'auto', decimal: 'auto' }, { cookie })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('Тази колона вече е посочена за друго')
    expect(page).toContain('Сред отбелязаните има колона, която вече е посочена за друго')
    expect(offered(page)).toMatchObject({ region: '0', period: '0' })
  })
  test('asks what the numbers mean and keeps what was typed when something is missing', async () => {
    const said = await textOf(`${draft}/columns`)
    const time = /name="form_time" value="([^"]*)"/.exec(said)?.[1] ?? ''
    const body = new URLSearchParams({ form_time: time, sheet: '0', head: '1', heads: '1', region: '0', level: 'auto', decimal: 'auto' })
    for (const value of ['1', '2']) body.append('values', value)
    const columns = await app.request(`${draft}/columns`, { method: 'POST', body, headers: { cookie, origin: 'http://localhost', host: 'localhost' } })
    expect(pathOf(columns)).toBe(`${draft}/meaning`)
    const wrong = await postForm(app, `${draft}/meaning`, { ...about, ...seriesOf('value', { name_en: '' }) }, { cookie })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('value="Бюро по труда, по заявка"')
    expect(pathOf(await postForm(app, `${draft}/meaning`, { ...about, ...seriesOf('value') }, { cookie }))).toBe(`${draft}/preview`)
  })
  test('is shown with what is refused and why, and is not stored without agreeing to that', async () => {
    const page = await textOf(`${draft}/preview`)
    expect(page).toContain('няма регион с това име или код')
    expect(page).toContain('Бюро по труда, по заявка')
    const answer = await postForm(app, `${draft}/preview`, { act: 'confirm' }, { cookie })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Има отказани редове')
    expect((await store.reading((reader) => findDataset(reader, { code: 'own-job-vacancies' })))).toBeUndefined()
  })
  test('becomes a dataset with a vintage, its indicator has the figures, and the trail says who', async () => {
    const answer = await postForm(app, `${draft}/preview`, { act: 'confirm', leave_out: 'yes' }, { cookie })
    expect(pathOf(answer)).toMatch(/^\/bg\/evidence\/datasets\/own-job-vacancies\/vintages\/\d+$/)
    const found = await store.reading((reader) => findDataset(reader, { code: 'own-job-vacancies' }))
    expect(found?.dataset).toMatchObject({ source: 'Бюро по труда, по заявка', title: { bg: 'Свободни работни места', en: 'Job vacancies' } })
    expect(found?.current).toMatchObject({ origin: 'upload', asOf: '2024-12', newest: '2023', parameters: { leftOut: 1, original: { fileName: 'Места 2023.csv' } } })
    const series = await store.reading((reader) => findSeries(reader, { key: 'own.vacancies', regions: ['BG344', 'BG341'] }))
    expect(series?.series.map((one) => [one.region, one.periods, [...one.values], one.flags])).toEqual(expect.arrayContaining([
      ['BG344', ['2022', '2023'], [1200, 1250], ['', '']], ['BG341', ['2022', '2023'], [1500, 1510], ['', 'u']],
    ]))
    expect((await store.reading((reader) => listActs(reader, { limit: 20 }), { as: 'staff' })).map((act) => act.act)).toEqual(expect.arrayContaining(['evidence.table.confirm', 'evidence.vintage.settle', 'evidence.indicator.define']))
    expect(await textOf('/bg/evidence/indicators/own.vacancies')).toContain('Бюро по труда, по заявка')
  })
  test('keeps the file as it came for those who import, and shows everybody what is stored of it', async () => {
    const number = (await store.reading((reader) => findDataset(reader, { code: 'own-job-vacancies' })))?.current?.number
    const original = `/evidence/datasets/own-job-vacancies/vintages/${number}/original`
    expect(await (await app.request(original, { headers: { cookie } })).text()).toBe(first)
    expect((await app.request(original, { headers: { cookie: (await signedInAs('owner')).cookie } })).status).toBe(403)
    expect(pathOf(await app.request(original))).toContain('/sign-in')
    expect(await (await app.request(`/evidence/datasets/own-job-vacancies/vintages/${number}/file`)).text()).toContain('value,BG344,2023,1250,\n')
  })
  test('of the next year is recognised by its heads, goes straight to the preview, and its years are added', async () => {
    const answer = await upload('Област;2023 г.;2024 г.\nСтара Загора;1 250;1 300\nБургас;1 510;1 600\n', 'нов.csv')
    expect(pathOf(answer)).toMatch(/\/preview$/)
    const page = await textOf(pathOf(answer))
    expect(page).toContain('Заглавията са същите като на „Свободни работни места“')
    expect((await postForm(app, pathOf(answer), { act: 'confirm' }, { cookie })).status).toBe(400)
    const stored = await postForm(app, pathOf(answer), { act: 'confirm', mode: 'add' }, { cookie })
    expect(pathOf(stored)).toContain('own-job-vacancies/vintages/')
    const found = await store.reading((reader) => findDataset(reader, { code: 'own-job-vacancies' }))
    expect(found?.vintages).toHaveLength(2)
    expect(found?.current).toMatchObject({ newest: '2024' })
    expect(found?.revision).toMatchObject({ changed: 0, flagsChanged: 1 })
    expect((await store.reading((reader) => findSeries(reader, { key: 'own.vacancies', regions: ['BG344'] })))?.series[0]?.periods).toEqual(['2022', '2023', '2024'])
  })
  test('with the same heads may be another table: then it is asked what its numbers mean', async () => {
    const path = pathOf(await upload('Област;2023 г.\nБургас;7\n', 'друга.csv'))
    expect(path).toMatch(/preview$/)
    const other = pathOf(await postForm(app, path, { act: 'confirm', mode: 'other' }, { cookie }))
    expect(other).toMatch(/meaning$/)
    expect(await textOf(other)).not.toContain('Свободни места')
  })
  test('thrown away leaves nothing behind', async () => {
    const answer = await upload('Регион;Година;Число\nБургас;2020;5\n', 'x.csv')
    const draftNow = pathOf(answer).replace(/\/columns$/, '')
    const gone = await postForm(app, `${draftNow}/preview`, { act: 'throwAway' }, { cookie, from: `${draftNow}/columns` })
    expect(pathOf(gone)).toBe('/bg/evidence/tables')
    expect((await app.request(`${draftNow}/columns`, { headers: { cookie } })).status).toBe(404)
  })
})

test('municipalities of every district are stored by their own codes, and the title above the head names the figures', async () => {
  const path = pathOf(await upload('Таблица 3. Читалища по общини;;\n;;\nОбщина;2023;2024\nКарнобат;5;6\nКарлово;7;8\nКазанлък;9;10\n', 'ч.csv'))
  expect(path).toMatch(/columns$/)
  const page = await textOf(path)
  const body = new URLSearchParams({ form_time: /name="form_time" value="([^"]*)"/.exec(page)?.[1] ?? '', sheet: '0', head: '3', heads: '1', region: '0', level: 'auto', decimal: 'auto' })
  for (const value of tickedIn(page)) body.append('values', value)
  const columns = await app.request(path, { method: 'POST', body, headers: { cookie, origin: 'http://localhost', host: 'localhost' } })
  expect(await textOf(pathOf(columns))).toContain('value="Читалища по общини"')
  const preview = pathOf(await postForm(app, pathOf(columns), { ...about, title_en: 'Community centres', ...seriesOf('value', { name_en: 'Community centres' }) }, { cookie }))
  expect(pathOf(await postForm(app, preview, { act: 'confirm' }, { cookie }))).toContain('own-community-centres/vintages')
  const found = await store.reading((reader) => findDataset(reader, { code: 'own-community-centres' }))
  expect(found?.current).toMatchObject({ state: 'current', nutsVersion: '2024', seriesKept: 3 })
  expect((await store.reading((reader) => findSeries(reader, { key: 'own.community-centres', regions: ['BGS09'] })))?.series[0]?.values).toEqual(Float64Array.of(5, 6))
})

describe('a file that is no table', () => {
  test.each([
    ['a zip bomb', zipBomb(200), 'unpacks to more than'], ['a web page', '<html><body>', 'web page'], ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '.xls'], ['an empty one', ';;\n;;', 'empty'],
  ])('%s is refused beside the field, in the language of the page', async (_, bytes, says) => {
    const answer = await postForm(app, '/en/evidence/tables/new', { file: blob(bytes, 'данни.xlsx') }, { cookie })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(says)
  })
})

test('a workbook of several sheets offers each, the hidden one by its name, and guesses anew for the one that is chosen', async () => {
  const bytes = await workbook((book) => {
    book.addWorksheet('Бележки').addRows([['Как се четат'], ['нещо']])
    book.addWorksheet('Данни').addRows([['Област', 'Година', 'Брой'], ['Стара Загора', 2024, 5], ['Бургас', 2024, 6]])
    book.addWorksheet('Стари', { state: 'hidden' }).addRows([['Област', '2020'], ['Бургас', 1]])
  })
  const path = pathOf(await upload(bytes, 'книга.xlsx'))
  const page = await textOf(path)
  expect(page).toContain('Стари (скрит)')
  // The sheet with regions and numbers is offered first, a cover is not.
  expect(offered(page)).toMatchObject({ region: '0', period: '1' })
  expect(tickedIn(page)).toEqual(['2'])
  const chosen = await textOf(`${path}?sheet=2&head=1&heads=1`)
  expect(offered(chosen)).toMatchObject({ region: '0', period: '' })
  expect(tickedIn(chosen)).toEqual(['1'])
})

test('tables are for those who import data', async () => {
  const owner = (await signedInAs('owner')).cookie
  for (const page of ownTablePages) expect((await app.request(`/bg${page.path.replace(':id', 'x')}`, { headers: { cookie: owner } })).status, page.path).toBe(403)
})
